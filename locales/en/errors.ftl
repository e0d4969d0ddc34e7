# What is wrong, in a sentence, and what to do next.

error-not-found =
    <b>This is no longer here</b>

    It may have been removed, or it was opened from another cabinet. Try the catalog.
error-forbidden = This section is not for your role. Everything open to you is on the home screen.
error-stale =
    <b>Something has changed while you were looking</b>

    Open the section once more: everything is fresh there.
error-cart-changed =
    <b>The cart or its prices have changed</b>

    Nothing has been ordered. Look at the cart once more and place your order.
error-cart-empty =
    <b>The cart is empty</b>

    Choose something in the catalog and you can place an order.
error-cart-blocked =
    <b>Not everything in the cart can be ordered</b>

    What is missing is marked in the cart: take fewer pieces or remove it.
error-cart-full = There are 50 different articles in the cart already. Place an order or remove something.
error-not-available = No more of this is available at the moment.
error-no-consultant =
    <b>Choose a consultant first</b>

    They confirm the order and arrange delivery. Your cart will wait.
error-not-registered =
    <b>There is one short form left</b>

    Three questions and you can order. Your cart will wait.
error-already-placed = The order is still waiting to be decided. Open it once more.
error-already-accepted = The consultant has accepted the order already, so it cannot be changed here.
error-already-declined = The consultant has declined the order already.
error-already-cancelled = The customer has cancelled the order already.
error-consultant-chosen = You already have a consultant: <b>{ $name }</b>. You can change consultants on their card.
error-not-taking =
    <b>This consultant takes no new customers at the moment</b>

    Choose another: type a city or look at all of them.
error-consultant-left =
    <b>Your consultant no longer works</b>

    Choose a new one, and you can order. Your cart will wait.
error-changed-recently = You changed consultants a short while ago. The next time is { $until }. If something is wrong, write to support: /support
error-no-reason = Tell us the reason in words: 3 to 500 characters, in one message.
error-own-consultant = You cannot be your own customer. Your invite is for others.
error-form-incomplete = Some questions of the form are still open. Shall we go on?
error-unknown = That did not work. Nothing has changed; start from the home screen.

error-way-consultants = 🤝 Choose a consultant
error-way-others = 🔎 Other consultants
error-way-form = 📝 To the form
error-way-orders = 📦 To the orders

error-invalid-name-empty = The name is too short. Write it in full, for example: Anna Smirnova.
error-invalid-name-long = The name is too long: there is room for 64 characters. Please shorten it.
error-invalid-name-letters = A name can have letters, spaces, hyphens, dots and apostrophes only. Please write it once more.
error-invalid-birth_date-format = That date could not be read. Write day, month and year, for example: 07.05.1990.
error-invalid-birth_date-impossible = There is no such day. Check the day and the month and write it once more, for example: 07.05.1990.
error-invalid-birth_date-future = That date is still to come. Check the year and write it once more.
error-invalid-birth_date-old = More than 120 years ago? Check the year and write it once more.
error-invalid-birth_date-minor = You can buy from the age of 18. The catalog is open without the form, and if the date has a typo, write it once more.
error-invalid-phone-format = There is no such number. Check it in Telegram’s settings and share it once more with the button below.
error-invalid-phone-region = For now only numbers of the country the company serves are taken. If you have another one, share it from its account or write to support: /support
error-invalid-phone-foreign = That is somebody else’s contact. Press “📱 Share my number” below to send your own.
error-invalid-phone-typed = A number written by hand proves nothing. Press “📱 Share my number” below.

# Faults of ours, and flood protection.
error-failed =
    <b>That did not work</b>

    Something broke on our side and we are on it. Nothing was changed: please try again a little later.
error-failed-toast = That did not work. Please try a little later.
error-too-fast = That is too fast for us. Please wait half a minute.
