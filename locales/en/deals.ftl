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
