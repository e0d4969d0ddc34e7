# Gathering goods for a client: the consultant's side.
gathering-for = 🛍 Choosing for: <b>{ $name }</b>
gathering-open = 📋 Selection · { $count }
gathering-end = ✖️ Finish
gathering-add = ➕ To the selection · { $price }
gathering-have = In the selection: { $count }
gathering-now = In the selection: { $count }
gathering-ended = The selection is kept

proposal-title = <b>A selection for: { $name }</b>
proposal-line = { $number }. { $name } × { $quantity } — { $full }
proposal-full = By the catalog: { $total }. The client sees the price with their own discounts.
proposal-how = Add from the catalog, or send codes in a message: <code>1234 x2, 5678</code>.
proposal-note = 💬 A word to the client
proposal-note-ask =
    <b>A word for: { $name }</b>

    Write in one message why you chose just these. Up to 300 characters.
proposal-clear-ask = Take everything ({ $count } pcs) out of the selection for { $name }? One press will not bring it back.
proposal-send = 📨 Send to the client
proposal-sent = The selection is sent
proposal-withdrawn = The selection is taken back
proposal-client = 👤 To the client
proposal-is-sent = 📨 Sent. The answer comes here, and the order, if the client places it, as always.
proposal-is-taken = ✅ The client put the goods into the cart.
proposal-is-refused = The client said no.
proposal-is-withdrawn = Taken back: the client cannot take it any more.
proposal-is-draft = Still being gathered.
proposal-answer-taken = ✅ <b>{ $name }</b>: your selection is in the cart. As soon as the order is placed it comes here.
proposal-answer-refused = <b>{ $name }</b>: thank you, not now. The selection is closed.

# The client's side.
proposal-from =
    <b>A selection for you</b>

    Your consultant { $name } put an order together. The prices have your discounts in them.
proposal-total = <b>For the goods: { $total }</b>
proposal-mine-sent = Confirm, and only the delivery is left. You can change it in the cart; nothing is charged before you order.
proposal-mine-nothing = Nothing of this is to be had right now. Your consultant will find something else, or look into the catalog.
proposal-mine-taken = ✅ The goods are in your cart.
proposal-mine-refused = You said no to this selection.
proposal-mine-withdrawn = This selection does not hold any more.
proposal-at-once = ✅ As last time: { $name }
proposal-take = 🛒 Into the cart
proposal-refuse = No, thanks
proposal-quiet = 🔕 Stop these
proposal-taken = The goods are in your cart
proposal-refused = All right, your consultant is told
