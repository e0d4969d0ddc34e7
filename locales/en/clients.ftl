# The client book of a consultant.
clients-title = { $count ->
    [one] <b>Your clients: { $count } person</b>
   *[other] <b>Your clients: { $count } people</b>
}
clients-none =
    <b>No clients yet</b>

    Share your invite: whoever follows it and fills in the form appears here.
clients-unnamed = { $count ->
    [one] One more person chose you and has not filled in the form yet: their name comes with it.
   *[other] { $count } more people chose you and have not filled in the form yet: their names come with it.
}
clients-found = { $count ->
    [0] Nobody found for “{ $query }”. Check the name, or open them all.
    [one] For “{ $query }”: { $count } person
   *[other] For “{ $query }”: { $count } people
}
clients-brief = { $name } · { $date }
clients-brief-new = { $name } · no orders
clients-search = 🔎 Find
clients-all = All clients
clients-ask-name =
    <b>Who are we looking for?</b>

    Write a first or last name, in either alphabet; a slip does no harm.

client-title = <b>{ $name }</b>
client-since = A client since { $date }
client-orders = { $count ->
    [one] { $count } order with you
   *[other] { $count } orders with you
}
client-no-orders = No orders with you yet
client-write = 💬 Write
client-propose = 🛍 Put an order together
client-withdraw = Take the selection back
client-proposal-sent = 📨 The selection of { $date } waits for an answer
client-proposal-taken = ✅ The selection of { $date } is in the client’s cart
client-proposal-refused = The client did not take the selection of { $date }
client-proposal-withdrawn = The selection of { $date } was taken back
client-quiet-proposals = 🔕 Asks not to be sent selections.

quiet-proposals-on = 🔕 All right, no more selections from your consultant. News of your own orders still comes.
quiet-proposals-off = 🔔 Your consultant may send you selections again.
quiet-care-on = 🔕 All right, your consultant will not ask after your orders any more. News of the orders themselves still comes.
quiet-care-off = 🔔 Your consultant may ask again whether all is well.
quiet-undo = 🔔 Send again
quiet-stop = 🔕 Stop
