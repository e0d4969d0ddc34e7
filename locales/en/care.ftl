# What a consultant has to do for clients.
todo-open = ☑️ To do
todo-open-count = ☑️ To do · { $count }
todo-title = { $count ->
    [one] <b>Looking after clients: { $count } thing to do</b>
   *[other] <b>Looking after clients: { $count } things to do</b>
}
todo-none =
    <b>All is done</b> 🌿

    Two days, two weeks and two months after a delivery a reminder to ask after the client appears here, and on a birthday one to wish them well.
todo-brief-days = 📦 { $name } · 2 days, No. { $order }
todo-brief-weeks = 🌸 { $name } · 2 weeks, No. { $order }
todo-brief-months = 💬 { $name } · 2 months, No. { $order }
todo-brief-birthday = 🎂 { $name } · birthday
todo-task-days = <b>{ $name }</b>: two days since order No. { $order } was delivered. Ask whether all came in one piece.
todo-task-weeks = <b>{ $name }</b>: two weeks since order No. { $order } was delivered. Ask how the products do.
todo-task-months = <b>{ $name }</b>: two months since order No. { $order } was delivered. Ask how things are.
todo-task-birthday = 🎂 It is the birthday of <b>{ $name }</b>. Wish them well.
todo-preview =
    The client gets, in their own language:

    <blockquote>{ $words }</blockquote>
todo-send = ✉️ Send
todo-skip = ✖️ No need
todo-later-1 = ⏰ Tomorrow
todo-later-7 = ⏰ In a week
todo-order = 📦 Order
todo-sent = The message is on its way
todo-skipped = Off the list
todo-put-off = We will remind you later
todo-birthdays = 🎂 Birthdays
birthdays-title = <b>Birthdays within a month: { $count }</b>
birthdays-none =
    <b>No birthdays within a month</b>

    Here are the birthdays of clients who agreed to promotional messages: only theirs are shown, and only they are wished well.
birthdays-line = 🎂 { $day } · { $name }

# Ready messages of a consultant to a client.
care-days =
    Hello! This is { $name }, your consultant.

    Order No. { $order } is with you now. Did all come in one piece, is it the right shade? If something is wrong, open the order: a return can be asked for there.
care-weeks =
    Hello! This is { $name }, your consultant.

    How do you like the products of order No. { $order }? If you wonder how to use them, I am glad to help.
care-months =
    Hello! This is { $name }, your consultant.

    You have known the products of order No. { $order } for a while. Did you like everything? I would love to know what suits you and what does not.
care-birthday =
    Happy birthday! 🎂

    May the year be kind, and the mirror please you every morning. Look into the catalog: there may be a present for yourself.

    Your consultant { $name }
care-stop = 🔕 Do not ask again
