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
    <b>Only the form is left</b>

    A few minutes, and you can order. Your cart will wait.
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
error-weak-password-short = That is too short: at least 8 characters are needed. Type another.
error-weak-password-long = That is too long: up to 128 characters are kept. Type a shorter one.
error-weak-password-common = That is one of the most common passwords and is tried first. Type another, for example a few unrelated words.
error-weak-password-word = That is little more than one word, and dictionaries are tried. Add a couple of unrelated words.
error-weak-password-name = Names are easy to guess. Add a couple of words that have nothing to do with one.
error-weak-password-own = It holds your name, your cabinet number or something known about you. Choose something unrelated.
error-weak-password-keys = Neighbouring keys are easy to guess. Choose a few unrelated words.
error-weak-password-repeat = Repeats like “aaaa” or “abcabc” make a password no stronger. Type another.
error-weak-password-sequence = Sequences like “abcd” or “6543” are easy to guess. Type another password.
error-weak-password-date = Dates and years are easy to guess. Choose something that is not in a calendar.
error-weak-password-guessable = That can be guessed. Make it longer: add another word or two.
error-entry-over = Too much time has passed, or something changed meanwhile. Begin logging in or recovering once more.
error-too-many-accounts = The cabinet has { $limit ->
    [one] { $limit } Telegram account
   *[other] { $limit } Telegram accounts
} already, and no more can be added. Unbind one in the profile on another account, or recover access: then only this one stays.
error-logged-in = This account is in a cabinet already. To log in to another, leave this one first: /logout
error-not-logged-in = For this you have to be logged in. The cabinet number comes after your first order.
error-older-account = That account has been in the cabinet longer than yours, so it cannot be unbound from here. Do it on that account itself, or recover access with a code.
error-recovery-refused = The code does not fit or is over. Check it and type it again, or ask for a new one.
error-try-later = Too many tries. The next one is possible in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.

error-way-consultants = 🤝 Choose a consultant
error-way-others = 🔎 Other consultants
error-way-form = 📝 To the form
error-way-orders = 📦 To the orders

error-invalid-name-empty = Too short. Write it in full, as in your passport.
error-invalid-name-long = Too long: at most 64 characters. Write it shorter.
error-invalid-name-letters = Only letters, spaces, hyphens, dots and apostrophes can stand here. Write it again.
error-invalid-birth_date-format = That date could not be read. Write day, month and year, for example: 07.05.1990.
error-invalid-birth_date-impossible = There is no such day. Check the day and the month and write it once more, for example: 07.05.1990.
error-invalid-birth_date-future = That date is still to come. Check the year and write it once more.
error-invalid-birth_date-old = More than 120 years ago? Check the year and write it once more.
error-invalid-birth_date-minor = You can buy from the age of 18. The catalog is open without the form, and if the date has a typo, write it once more.
error-invalid-phone-format = There is no such number. Check it in Telegram’s settings and share it once more with the button below.
error-invalid-phone-region = For now only numbers of the country the company serves are taken. If you have another one, share it from its account or write to support: /support
error-invalid-phone-foreign = That is somebody else’s contact. Press “📱 Share my number” below to send your own.
error-invalid-phone-typed = A number written by hand proves nothing. Press “📱 Share my number” below.
error-invalid-birth_date-passport = By this date the passport was issued before the age of 14. Check your birth date; if it is right, correct the day of issue first.
error-invalid-passport-format = We need series and number: ten digits, with or without spaces, for example: 45 09 123456.
error-invalid-passport-series = No series begins with 00. Check the first four digits.
error-invalid-passport-number = There is no such number. Check the last six digits.
error-invalid-passport_issued-format = We could not read the date. Write day, month and year, for example: 20.06.2009.
error-invalid-passport_issued-impossible = No calendar has such a day. Check day and month and write it again.
error-invalid-passport_issued-future = This date is still to come. Check the year and write it again.
error-invalid-passport_issued-old = There were no such passports then. Check the year and write it again.
error-invalid-passport_issued-early = A passport is issued from the age of 14, and you were younger on that day. Check it and write it again.
error-invalid-passport_issued-series = The third and fourth digits of the series are the year of the form, and they do not fit the day of issue. Check the series and the day.
error-invalid-passport_department-format = The department code is six digits, for example: 770-001.
error-invalid-address-empty = There is no address in this line. Write it with commas, for example: 119019, Москва, ул. Арбат, д. 10, кв. 5.
error-invalid-address-long = Too long. Write it shorter, without extra words.
error-invalid-address-characters = There are characters in it that no address has. Keep to letters, digits, dots, commas, hyphens and slashes.
error-invalid-address-postcode = A postcode is six digits.
error-invalid-address-house = The number of a house has at least one digit.
error-invalid-email-format = There is no such address. Check it and write it again, for example: anna@example.org.
error-invalid-email-closed = Letters cannot be sent right now. Try later: everything you wrote is kept.
error-invalid-group_number-format = The group number is digits only, at most twelve.
error-invalid-card-format = We need the network and the last four digits, for example: Mir 1234.
error-invalid-card-network = Mir, Visa and Mastercard will do. Write the network and the last four digits, for example: Mir 1234.
error-invalid-card-number = There is a slip in this card number. The whole number is not needed anyway: write the network and the last four digits. We have deleted the message.

error-consent-missing = First we need your consent to the processing of your data.
error-already-registered =
    <b>There is a cabinet with these data already</b>

    If it is yours, log in with number and password. A lost password can be recovered. If this is a mistake, write to support: /support
error-code-many = There were too many codes within the last hour. Try again in an hour.
error-code-soon = A code is on its way already. Wait a minute, then you can ask for another one.
error-code-wrong = { $left ->
    [0] The code is wrong, and there are no tries left. Ask for a new one.
    [one] The code is wrong. { $left } try is left: write the code again.
   *[other] The code is wrong. { $left } tries are left: write the code again.
}
error-code-expired = This code is void: 10 minutes have passed. Ask for a new one.
error-code-none = This code will not do any more. Ask for a new one.
error-way-login = 🔑 Log in
error-way-recovery = Recover the password
error-reason-needed = A reason is needed, { $least } to { $most } characters. Type it once more.
error-reading-already = Somebody else’s data are still open. Type the reason again after { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
error-too-many-reads = As many cabinets as may be were opened within a day: { $limit }.

# Faults of ours, and flood protection.
error-failed =
    <b>That did not work</b>

    Something broke on our side and we are on it. Nothing was changed: please try again a little later.
error-failed-toast = That did not work. Please try a little later.
error-too-fast = That is too fast for us. Please wait half a minute.

card-number-hidden =
    <b>The message with a card number is deleted</b>

    We have not kept it: only the network and the last four digits are left. Cards are paid with in Telegram’s own payment window; nobody here needs the number.

error-not-made =
    <b>The file could not be made</b>

    This is our mistake and it is written down. Ask for it again a little later; if it fails again, tell us: /support.
error-proposal-empty = The selection is empty: add at least one thing, and it can be sent.
error-proposal-over = This selection is closed: it was answered or taken back. A new one comes as a message of its own.
error-proposal-nothing = Nothing of the selection is to be had right now. Look into the catalog: there is something like it.
error-proposals-many = This client was sent { $limit } selections today. Put everything into one and send it tomorrow: the draft is kept.
error-client-quiet = The client asks not to be sent selections. The draft is kept: agree on it in person.
error-task-over = This is not to be done any more: it is done, or there is no need.
error-not-agreed = The client does not agree to promotional messages any more, so wishes cannot be sent.
error-broadcast-many = { $limit ->
    [0] Messages to all clients are switched off at the moment.
    [one] You can write to all your clients { $limit } time a week, and that is sent or scheduled already. Please try again later.
   *[other] You can write to all your clients { $limit } times a week, and those are sent or scheduled already. Please try again later.
}
