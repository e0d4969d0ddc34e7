cart-changes = ⚠️ Some things have changed while you were choosing: see the marks above. Accept the changes or take the item out.
cart-agree = ✅ Accept the changes
cart-agreed = The cart is up to date
cart-price-changed = ⚠️ The price has changed: it was { $old }.

codes-title = <b>Order by codes</b>
codes-added = ✅ { $name } × { $count }
codes-short = ⚠️ { $name }: only { $added } of { $wished } left, so that many went into the cart
codes-none_left = ✖️ { $name } ({ $code }): no more in stock
codes-choose = 🎨 Choose a shade: { $code }
codes-unknown = ❓ { $code }: no such code
codes-full = ✖️ { $name } ({ $code }): there are 50 different items in the cart already
codes-cart = Your cart comes to { $total }.

cart-as-before = ⚡ As chosen before: { $name }
address-choose = <b>Where shall it go?</b>
address-none =
    <b>Where shall it go?</b>

    No addresses are saved yet: add the first one.
address-line = { $number }. { $address }
address-line-registered = { $number }. { $address } (registered address)
address-chosen = ✓
address-use = { $number }. { $address }
address-remove = 🗑
address-removed = The address is gone
address-new = ➕ New address
address-ask =
    <b>New address</b>

    Write it in one message, with commas, for example: 119019, Moscow, Arbat street, 10, flat 5.
    We keep it encrypted and delete the message from the chat.
pickup-choose-city = <b>In which city will you collect the order?</b>
pickup-city = { $city } ({ $count })
pickup-near-me = 📍 Nearest to me
pickup-of-city = <b>Pick-up points: { $city }</b>
pickup-nearest = <b>The nearest pick-up points</b>
pickup-line = { $number }. { $address }
    { $hours } · { $code }
pickup-away = · { $city }, about { $km } km
pickup-share = Press “📍 Send where I am” below and we will show the nearest points. Your place is kept nowhere.
pickup-share-or = Or choose a city from the list.
pickup-shared = Got your place.
payment-choose = <b>How would you like to pay?</b>
payment-card = By card now
payment-on_delivery = On delivery
payment-consultant = To the consultant
payment-about-card = 💳 <b>By card now:</b> the invoice comes into this chat. You type the card on the payment provider’s page, we never see it.
payment-about-on_delivery = 📦 <b>On delivery:</b> to the courier, at the pick-up point or at the post office.
payment-about-consultant = 🤝 <b>To the consultant:</b> the two of you agree how.
payment-chosen = ✓ { $name }
summary-address = To: { $address }
summary-days = Takes: { $days }
summary-payment = Payment: { $name }
summary-terms = This is your first order: by placing it you accept the terms of purchase (/terms).
summary-place-card = 💳 Order and pay
summary-other-address = 📍 Another address
summary-other-point = 📍 Another point
summary-other-payment = 💳 Pay another way
expected-delivering-address = A delivery address is needed now, as text, for example: 119019, Moscow, Arbat street, 10. To leave, press /cancel.
expected-delivering-place = Your place is needed now: press “📍 Send where I am” below. To leave, press /cancel.
error-address-incomplete = The city or the house number is missing. Write the whole address, for example: 119019, Moscow, Arbat street, 10, flat 5.
error-too-many-addresses = Ten addresses are saved already. Take one away, then you can add another.
error-no-destination =
    <b>Where shall it go?</b>

    No address or pick-up point is chosen, or it is gone. Please choose the delivery again.
error-not-offered =
    <b>That is not possible now</b>

    This way of delivery or payment is not available for your order. Please choose another.
error-way-delivery = 🚚 Choose the delivery
error-way-addresses = 📍 To the addresses
admin-delivery = 🚚 Delivery and pick-up points
command-delivery = Delivery: costs and pick-up points
rates-title = <b>Delivery</b>
rates-line = • { $name }: { $cost }, { $days }
rates-line-free = • { $name }: { $cost }, free from { $free }, { $days }
rates-off = • { $name }: not offered
rates-points = Open pick-up points: { $count }
rates-region = 🗺 A region’s tariff
rates-bring = 📍 List of points
rates-ask =
    <b>{ $name }</b>

    Write with spaces: the cost, from which amount it is free (“-” for never) and the days. For example: 390 5000 1-3
    To stop offering this way, write: off
rates-ask-region =
    <b>A region’s tariff</b>

    Write with semicolons: region; way (courier, pick-up, post, in person); cost, free from, days. For example:
    Московская область; courier; 450 6000 1-2

    To go back to the common tariff: Московская область; courier; as everywhere
pickup-ask =
    <b>List of pick-up points</b>

    Send a CSV file with the columns: code; city; region; address; hours; latitude; longitude (city_en, region_en, address_en if you like).
    Points that are not in the file will be closed.
pickup-brought = ✅ Points: { $added } new, { $changed } changed, { $closed } closed.
pickup-bad-large = The file is too large: up to 2 MB. Nothing has changed.
pickup-bad-encoding = The file cannot be read as text: save it as CSV in UTF-8. Nothing has changed.
pickup-bad-format = This does not look like CSV. Save the table as CSV and send it again. Nothing has changed.
pickup-bad-empty = There is no point in the file. Nothing has changed.
pickup-bad-many = There are too many points in the file. Nothing has changed.
pickup-bad-twice = Line { $line }: this code was there before. Nothing has changed.
pickup-bad-column = Line { $line }: the column { $column } is empty or wrong. Nothing has changed.
error-bad-rate = This is no tariff we understand. Look at the example and write it again.
expected-managingdelivery-rate = A tariff is needed now, as text, for example: 390 5000 1-3. To leave, press /cancel.
expected-managingdelivery-region = A region’s tariff is needed now, as text. To leave, press /cancel.
expected-managingdelivery-points = A CSV file with the list of points is needed now. To leave, press /cancel.

pay-title = Order No. { $number }
pay-description = { $count ->
    [one] { $count } item
   *[other] { $count } items
}, delivery: { $delivery }. The receipt goes to { $contact }.
pay-goods = Goods after discount
pay-awaiting =
    <b>Order No. { $number } is waiting for payment</b>

    To pay: { $total }, the invoice is above. The goods are kept for you until { $until }; without a payment the order is cancelled by itself.
    The receipt goes to { $contact }.
pay-again = 💳 Send the invoice again
pay-contact = ✉️ Receipt to another address
pay-order = 💳 Pay { $total }
pay-ask-contact =
    <b>Where shall the receipt go?</b>

    Write an e-mail address or a phone number. It is used for the receipt of this order only.
pay-done =
    <b>Paid, thank you!</b> 🎉

    Order No. { $number }, { $amount }. Your consultant { $consultant } knows about it already; the receipt comes separately.
pay-kept =
    <b>The payment came, but the order is not waiting for it any more</b>

    We received { $amount } and will send it back to the same card: an admin knows already. There is nothing you need to do.
pay-unpaid =
    <b>Order No. { $number } is cancelled: the payment did not come in time</b>

    No money was taken, the goods are on sale again. You can order the same in two presses.
pay-order-again = 🔁 Order again
pay-nothing-left =
    <b>These goods are gone</b>

    Everything of that order is sold out. Have a look at the catalog: there may be something similar.
pay-refused-unknown = This invoice is not yours, or the order is gone. Open your order in the cabinet.
pay-refused-cancelled = The order is cancelled or its time to pay is over. No money was taken; you can order again.
pay-refused-paid = This order is paid already. There is no need to pay twice.
pay-refused-amount = The order has changed, and so has its sum. Open the order and ask for a new invoice.
pay-refused-not_by_card = This order is paid in another way. Open the order to see how.
pay-refused-returned = The goods of this order came back. There is nothing to pay.
pay-refused-failed = The order could not be checked. No money was taken, please try again in a minute.
order-state-awaits-payment = 💳 Waiting for payment
refunds-title = <b>To refund: { $count }</b>
    Send the money back at the payment provider and note it here.
refunds-none = <b>Nothing to refund</b>
refunds-line = No. { $number }: <b>{ $amount }</b>, { $moment }
    Order: { $order }. { $reason }
    Payment: <code>{ $charge }</code>
refunds-done = ✅ Refunded: No. { $number }
refunds-noted = Noted
refunds-open = All refunds
refunds-notice = 💸 <b>A payment has to be refunded</b>
refunds-why-unknown = The order was not found, or is somebody else’s.
refunds-why-cancelled = The order is cancelled.
refunds-why-paid = The order was paid already.
refunds-why-amount = The sum is not the order’s.
refunds-why-not_by_card = The order is not paid by card.
refunds-why-returned = The goods came back.
command-refunds = Payments to refund
error-bad-contact = This looks like neither an e-mail nor a phone. Write, for example: anna@example.org or +7 916 123-45-67.
expected-paying-contact = An e-mail or a phone for the receipt is needed now, as text. To leave, press /cancel.
