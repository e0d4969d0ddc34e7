order-state-placed = 🕐 Waiting for the consultant to confirm
order-state-paid = 💳 Paid, waiting for the consultant to confirm
order-state-accepted = ✅ Confirmed, your consultant is packing it
order-state-accepted-serving = ✅ Confirmed, to be packed
order-state-assembled = 📦 Packed
order-state-shipped = 🚚 On its way
order-state-delivered = 🎉 Received
order-state-declined = ✖️ The consultant could not take it
order-state-cancelled = ✖️ Cancelled
order-state-returned = ↩️ Returned
order-mark-placed = 🕐
order-mark-paid = 💳
order-mark-accepted = ✅
order-mark-assembled = 📦
order-mark-shipped = 🚚
order-mark-delivered = 🎉
order-mark-declined = ✖️
order-mark-cancelled = ✖️
order-mark-returned = ↩️

decide-accept = ✅ Accept the order
decide-assemble = 📦 It is packed
decide-ship = 🚚 It is sent
decide-deliver = 🎉 The customer has it
decide-deliver-own = 🎉 I have received it
decide-decline = Decline
decide-cancel = Cancel the order
decide-decline-ask = Decline order No. { $number }? The customer will be told and the goods go back to stock.
decide-decline-sure = Yes, decline
decide-cancel-ask = Cancel order No. { $number }? Everybody concerned will be told. You can order again through the cart.
decide-cancel-sure = Yes, cancel
decided-accepted = Order No. { $number } accepted
decided-assembled = Order No. { $number } packed
decided-shipped = Order No. { $number } sent
decided-delivered = Order No. { $number } received
decided-declined = Order No. { $number } declined
decided-cancelled = Order No. { $number } cancelled

notice-order-paid = 💳 <b>Your payment has arrived.</b> Your consultant will confirm the order soon: we will write to you at once.

    { $order }
notice-order-accepted = ✅ <b>Your consultant confirmed the order.</b> They will pack it and prepare it for delivery; we will tell you.

    { $order }
notice-order-assembled = 📦 <b>Your order is packed.</b> Next your consultant sends it or arranges to meet you.

    { $order }
notice-order-shipped = 🚚 <b>Your order is on its way.</b> Once you have it, press “I have received it”.

    { $order }
notice-order-delivered = 🎉 <b>Your order is with you.</b> Enjoy! If something does not suit you, open the order: a return starts there.

    { $order }
notice-order-declined = Sorry, your consultant could not take this order. You can order the goods again or ask why.

    { $order }
notice-order-cancelled = ✖️ <b>The order is cancelled.</b> The goods are back in stock; you can order them again from your orders.

    { $order }
notice-order-returned = ↩️ <b>The return is accepted.</b> What you paid comes back the same way within 10 days.

    { $order }
notice-served-delivered = 🎉 <b>The customer has the order.</b> There is nothing more to do.

    { $order }
notice-served-cancelled = ✖️ <b>The order is cancelled.</b> It need not be packed or sent.

    { $order }
notice-served-returned = ↩️ <b>The order is returned.</b> The goods are to be taken back from the customer.

    { $order }

error-already-placed = The order still waits for the consultant to confirm. Open it again to see what can be done now.
error-already-paid = The order is paid and waits for the consultant to confirm. Open it again to see what can be done now.
error-already-accepted = The consultant has accepted the order. Open it again to see what can be done now.
error-already-assembled = The order is packed. Open it again to see what can be done now.
error-already-shipped = The order is on its way. Open it again to see what can be done now.
error-already-delivered = The order has been received. Open it again to see what can be done now.
error-already-declined = The consultant has declined the order.
error-already-cancelled = The order has been cancelled.
error-already-returned = The order has been returned.
error-bad-tracking = This does not look like a tracking number. Send the number (letters, digits and hyphens, 4 to 40 of them) or a link to follow it.
error-note-empty = The message is empty. Write at least a word or two.
error-no-return = An order can be returned within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after you receive it, and these are over. If something is wrong with the goods, write to us: /support

decide-track = 🔎 Tracking number
decide-take_money = 💰 Paid to me
decide-note = 💬 Write to the customer
decide-hand_over = 🔁 Hand over
decide-remind = 🔔 Remind
decide-change = ✏️ Change
decide-ask_return = ↩️ Return
decided-returned = The return of order No. { $number } is accepted
money-taken = Payment noted
consultant-reminded = The consultant was reminded
handed-over = The order was handed over
return-accept-back = ↩️ Accept, goods back to stock
return-accept-off = ↩️ Accept, write the goods off
return-refuse = Refuse the return
return-refused = The return was refused

order-tracking = 🔎 <a href="{ $link }">{ $number }</a>
order-tracking-number = 🔎 Tracking number: { $number }
order-tracking-link = 🔎 <a href="{ $link }">Where the order is now</a>
order-paid = 💰 Paid on { $date }
order-return-asked = ↩️ The customer wants to return it; the consultant decides
order-paper = 📄 PDF

orders-group-all = All
orders-group-new = 🕐 New
orders-group-accepted = ✅ Accepted
orders-group-assembled = 📦 Packed
orders-group-shipped = 🚚 On their way
orders-group-delivered = 🎉 Received
orders-group-over = ✖️ Cancelled and returned
orders-chip = { $name } · { $count }
orders-period-all = Any time
orders-period-month = 30 days
orders-period-quarter = 3 months
orders-period-year = Year
orders-of-group = Shown: { $name }
orders-of-search = Looking for “{ $query }”
orders-nothing =
    Nothing here. Choose another state or period.
orders-search = 🔎 Find
orders-all = Show all
orders-sheet = 📊 As a table
orders-search-ask =
    <b>Which order?</b>

    Send the order’s number, the name of a product or its code.

events-title = <b>What happened</b>
event-line = { $moment }: { $what }
event-with-text = { $line }: “{ $text }”
event-placed = placed ({ $who })
event-paid = paid ({ $who })
event-accepted = confirmed ({ $who })
event-assembled = packed ({ $who })
event-shipped = sent ({ $who })
event-delivered = received ({ $who })
event-declined = declined ({ $who })
event-cancelled = cancelled ({ $who })
event-returned = returned ({ $who })
event-changed = changed ({ $who })
event-handed_over = handed to another consultant ({ $who })
event-reminded = the consultant was reminded ({ $who })
event-escalated = the admins were told ({ $who })
event-tracked = another tracking number ({ $who })
event-noted = a message to the customer ({ $who })
event-return_asked = a return was asked for ({ $who })
event-return_refused = the return was refused ({ $who })
party-customer = the customer
party-consultant = the consultant
party-admin = an admin
party-system = the cabinet
party-you = you

tracking-ask =
    <b>Tracking number of order No. { $number }</b>

    Send the number or a link in one message: the customer will see at once where the order is.
tracking-skip = 🚚 Send without a number
note-ask =
    <b>A message about order No. { $number }</b>

    Write it in one message of up to 300 characters. The customer gets it at once.
return-ask =
    <b>Returning order No. { $number }</b>

    An order can be refused before you receive it and within { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after. The goods must be as they were, with their packaging; the money comes back within 10 days of the decision.

    Write in one message why you want to return it.
hand-over-ask =
    <b>Who takes over order No. { $number }?</b>

    It is with { $name } now. The new consultant gets a notice with buttons, and the customer is told as well.
hand-over-to = { $name }, { $city }

notice-order-new =
    🛍 <b>New order</b>

    { $order }
notice-order-served =
    📋 <b>A customer’s order</b>

    { $order }
notice-order-reminder =
    🔔 <b>A customer is waiting for your answer</b>
    Confirm the order, or decline it if you cannot take it.

    { $order }
notice-order-stuck =
    ⚠️ <b>An order without an answer</b>
    { $consultant } does not answer. Remind them again, hand the order over, or cancel it.

    { $order }
notice-order-gone = Order No. { $number } is with another consultant now. There is nothing to do.
notice-return-asked =
    ↩️ <b>A customer asks for a return</b>
    Reason: “{ $reason }”

    { $order }
notice-return-over =
    ↩️ <b>The return is decided</b>

    { $order }
notice-order-note =
    💬 <b>A message about order No. { $number }</b>

    { $note }
notice-order-tracked = 🔎 <b>Your order has a new tracking number.</b>

    { $order }
notice-order-money = 💰 <b>Your payment is noted.</b> Thank you!

    { $order }
notice-order-handed_over = 🔁 <b>Your order is with another consultant now.</b> Everything stays as agreed; we will write to you about each step.

    { $order }
notice-order-return_refused = <b>The return was refused.</b> If you disagree, write to us: /support

    { $order }
notice-reorder =
    🧴 <b>{ $product } should be running out</b>

    It is from order No. { $number }. Two presses repeat it: first we show what has changed.

orders-repeat = 🔁 Repeat the last order
repeat-at-once = ⚡ As last time: { $name }
repeat-order = 🔁 Repeat
repeat-title = <b>Repeat order No. { $number }</b>
repeat-line = • { $name } × { $quantity }
repeat-off_sale = ⚠️ No longer on sale
repeat-out_of_stock = ⚠️ Sold out
repeat-too_few = ⚠️ Only { $stock } left
repeat-price = 💡 It was { $old }, now it is { $new }
repeat-ready = Put it into the cart? You can still change everything there.
repeat-nothing = Nothing of this order is on sale now. Have a look at the catalog for something like it.
repeat-press = { $count ->
    [one] 🛒 To the cart: { $count } piece
   *[other] 🛒 To the cart: { $count } pieces
}
repeat-done = The goods are in your cart
change-ask =
    <b>Change order No. { $number }?</b>

    The order goes back into your cart: change quantities, delivery or comment and order again at today’s prices. It will have a new number.
change-sure = ✏️ Back into the cart
change-done = The order is in your cart again
reorder-wish-on = 🔔 Tell me when it runs out
reorder-wish-off = 🔕 Do not remind me
reorder-stop = 🔕 Stop these reminders
reorder-on = We will tell you when things should be running out
reorder-off = No more reminders

paper-coming = The file is being made and will come here
paper-order = 📄 Order No. { $number }
paper-order-file = order-{ $number }
paper-order-title = Order No. { $number }
paper-full = Catalog price
paper-discount = Discount
paper-comment = Comment: { $comment }
paper-delivery = Delivery: { $name }
paper-total = Total
paper-consultant = Your consultant
paper-hours = Available from { $opens } to { $closes }
paper-scan = The code opens your consultant’s card in Telegram.
paper-foot = { $operator } · { $hotline }
sheet-orders = Orders
sheet-file = orders
sheet-caption = { $count ->
    [0] 📊 No orders
    [one] 📊 { $count } order
   *[other] 📊 { $count } orders
}
sheet-number = Order
sheet-date = Date
sheet-state = State
sheet-customer = Customer
sheet-consultant = Consultant
sheet-code = Code
sheet-name = Product
sheet-quantity = Pieces
sheet-price = Price
sheet-discount = Discount
sheet-total = Sum

expected-orderlife-tracking = Send the tracking number or a link as text, or go back to the order.
expected-orderlife-note = Write the message to the customer as text, or go back to the order.
expected-orderlife-reason = Write the reason for the return as text, or go back to the order.
expected-orderlife-search = Write an order’s number, the name of a product or its code as text.
