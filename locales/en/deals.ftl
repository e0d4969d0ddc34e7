reason-goods = Catalog price: { $amount }
reason-ladder = Discount { $percent }% for the size of the order: −{ $amount }
reason-promotion = Promotion “{ $title }”: −{ $amount }
reason-code = Promo code { $code } (“{ $title }”): −{ $amount }
reason-capped = (the discount limit allows no more)
reason-points = { $count ->
    [one] { $count } point: −{ $amount }
   *[other] { $count } points: −{ $amount }
}
reason-delivery = Delivery: { $amount }
reason-delivery-free = Delivery: free
reason-delivery-gift = Delivery: free, “{ $title }”

price-why = 🧮 Why this price? Promo code and points
price-pick-gift = 🎁 Choose your gift
price-gift = 🎁 A gift: { $name }
price-earn = { $count ->
    [one] ⭐ { $count } point comes with the delivery.
   *[other] ⭐ { $count } points come with the delivery.
}
price-code-unknown = 🎟 The promo code { $code } is no longer valid.
price-code-expired = 🎟 The promo code { $code } has expired.
price-code-used_up = 🎟 The promo code { $code } is used up.
price-code-used_before = 🎟 You have used the promo code { $code } already.
price-code-not_for_this = 🎟 The promo code { $code } does not fit what is in the cart now.
price-code = 🎟 Enter a promo code
price-drop-code = ✖️ Remove the promo code { $code }
price-points = { $count ->
    [one] ⭐ Spend { $count } point
   *[other] ⭐ Spend { $count } points
}
price-points-none = ✖️ Spend no points
price-points-other = How many to spend…
price-gifts = 🎁 { $title }

why-title = <b>Why this price</b>
why-plain = The catalog price, without discounts.

hint-gift = 🎁 Add { $missing } more at catalog prices for a gift: “{ $title }”.
hint-delivery = 🚚 Add { $missing } more for free delivery.
hint-delivery-by = 🚚 Add { $missing } more at catalog prices for free delivery: “{ $title }”.
hint-promotion = 💡 Add { $missing } more at catalog prices for the promotion “{ $title }”.

code-ask-promo =
    <b>Promo code</b>

    Send it in one message. Capitals, spaces and dashes do not matter.

points-ask =
    <b>How many points to spend?</b>

    You have { $balance }, this order takes up to { $most }. Send a number, 0 spends none.

gifts-ask =
    <b>{ $title }</b>

    Choose your gift, it comes with the order.
gift-option = { $name }
gift-chosen = ✅ { $name }
gift-taken = Your gift is chosen

points-title = { $count ->
    [one] <b>⭐ You have { $count } point</b>
   *[other] <b>⭐ You have { $count } points</b>
}
points-open = ⭐ My points
points-ending = { $count ->
    [one] ⭐ <b>{ $count } point expires on { $day }</b>
   *[other] ⭐ <b>{ $count } points expire on { $day }</b>
}
    A point is a rouble off. Spend them, or place any order that moves points, and the time starts anew.
points-until = Good until { $day }; every order with points extends that.
points-rules = Every delivered order brings back { $percent }% of what it cost. A point is a rouble. You can spend { $least } points or more on goods of { $start } or more, for at most { $share }% of them. When nothing happens for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, points expire.
points-move-earned = { $day }: <b>{ $points }</b> for order No. { $order }
points-move-spent = { $day }: <b>{ $points }</b> on order No. { $order }
points-move-returned = { $day }: <b>{ $points }</b> back from order No. { $order }
points-move-revoked = { $day }: <b>{ $points }</b> for the returned order No. { $order }
points-move-expired = { $day }: <b>{ $points }</b> expired

error-promo-unknown = There is no such promo code. Check the spelling and send it once more.
error-promo-expired = This promo code has expired. If you have another one, send it.
error-promo-used_up = This promo code is used up. If you have another one, send it.
error-promo-used_before = You have used this promo code already, and it works once. If you have another one, send it.
error-promo-not_for_this = This promo code does not fit the cart. If you have another one, send it.
error-promo-taken = There is such a promo code already. Think of another word and send it.
error-gift-gone = The last of these gifts has just gone. Choose another in the cart, or order without a gift.
error-points-unusable = No points can be spent now: it takes { $least } points or more and goods of { $start } or more after discounts.
error-offer-invalid = Something in the promotion is wrong. Go back and check it.
error-offer-invalid-title = It needs a title in Russian, better in English too, up to 80 characters each. Send it once more.
error-offer-invalid-value = That size cannot be understood. Send it as in the example.
error-offer-invalid-period = That period cannot be understood: days look like 31.12.2026, the first before the last. Send it once more.
error-offer-invalid-threshold = That amount cannot be understood. Send roubles as a number.
error-offer-invalid-priority = A priority is a number from 0 to 1000. Send it once more.
error-offer-invalid-goods = The catalog has no such codes. Check them and send them once more.
error-offer-invalid-code = A promo code needs three letters or digits at least. Send another one.
error-offer-invalid-limit = How often a promo code may be used is a number from 1 to 1,000,000. Send it once more.
error-offer-invalid-expiry = The last day of a promo code has to be in the future and look like 31.12.2026. Send it once more.

product-price-own = Price: <s>{ $full }</s> <b>{ $offer }</b>
product-promotion = 🏷 { $title }
price-gift-waits = 🎁 A gift comes with this order: choose it with the button below.
