# Words that stand on many screens.

back = ← Back
home = 🏠 Home

# The bottom menu.
menu-catalog = 🛍 Catalog
menu-cart = 🛒 Cart
menu-orders = 📦 My orders
menu-consultant = 💬 Consultant
menu-help = ❔ Help
menu-cabinet = 🏠 Home
menu-served = 📋 Customers’ orders
menu-invite = 🔗 My invite
menu-clients = 👥 My clients
menu-admin = 🛠 Manage
menu-placeholder = Choose from the menu below
share-phone = 📱 Share my number
share-place = 📍 Send where I am

# The command menu.
command-start = Home
command-points = My points
command-promocode = Enter a promo code
command-recover = Recover the password
command-requests = Requests about data
command-offers = Price promotions
command-promo = Announcements
command-catalog = Catalog
command-search = Search the catalog
command-cart = Cart
command-orders = My orders
command-consultant = My consultant
command-form = Registration form
command-login = Log in
command-profile = Profile
command-logout = Log out
command-language = Language
command-help = Help
command-cancel = Stop what was begun
command-support = Support
command-privacy = Your data
command-tickets = Requests to the company
command-faq = Frequent questions
command-terms = Terms of purchase
command-invite = My invite
command-clients = My clients
command-todo = To do for clients
command-admin = Manage
command-staff = About a consultant
command-person = Find a cabinet by its number

# Turning pages.
page-previous = ◀
page-next = ▶
page-of = { $number } of { $count }

days = { $count } { $count ->
    [one] day
   *[other] days
}
days-range = { $first }–{ $last } { $last ->
    [one] day
   *[other] days
}

# Every language under its own name, the same everywhere.
language-ru = Русский
language-en = English

# What no journey took.
stale-button = That button is from an earlier time. Here is home, everything opens from here.
stale-message =
    I cannot answer that yet. Ask your consultant about an order; everything else is in the menu below.
expected-searching-words = Type what you are looking for, such as “red lipstick”. To leave, press /cancel.
expected-shading-sample = Send a colour: a code such as #B8141F, the name of a shade or a photo. To leave, press /cancel.
expected-dealing-code = A promo code is needed now, as text. To leave, press /cancel.
expected-dealing-points = A number of points is needed now, as text. To leave, press /cancel.
expected-offering-field = An answer about the promotion is needed now, as text. To leave, press /cancel.
expected-offering-code = A new promo code is needed now, as text. To leave, press /cancel.
expected-announcing-russian = The text of the announcement is needed now. To leave, press /cancel.
expected-announcing-english = The English text of the announcement is needed now. To leave, press /cancel.
expected-ticketing-words = Tell us what happened in words, or send a photo. To leave, press /cancel.
expected-ticketing-more = Send a text or a photo: it goes into your request. To leave, press /cancel.
expected-serving-answer = The answer to the customer is needed now: a text or a photo. To leave, press /cancel.
expected-serving-note = A note is needed now: a text or a photo. To leave, press /cancel.
expected-asking-words = Ask in your own words. To leave, press /cancel.
expected-editingfaq-text = Question and answer are needed now in one message, as text. To leave, press /cancel.
expected-something = A text message is needed now. To leave, press /cancel.
expected-consultantselection-query = A city, a consultant’s name or the number of their cabinet is needed now, as text. To leave, press /cancel.
expected-consultantselection-reason = The reason to change consultants is needed now, as text. To leave, press /cancel.
expected-joining-birth_date = We need your birth date as text now, for example: 07.05.1990. To leave, press /cancel.
expected-joining-phone = We need your number now: press “📱 Share my number” below. To leave, press /cancel.
expected-joining-code = We need the code now: six digits, as text. To leave, press /cancel.
expected-joining-group_kind = Choose the kind of group by a button below the question. To leave, press /cancel.
expected-ordering-comment = A comment on the order is needed now, as text. To leave, press /cancel.
expected-clients-name = A client’s name is needed now, as text. To leave, press /cancel.
expected-proposing-note = A word to the client is needed now, as text. To leave, press /cancel.
expected-access-number = The cabinet number, nine digits, is needed now, as text. To leave, press /cancel.
expected-access-password = Your password is needed now, as text. To leave, press /cancel.
expected-access-present = Your present password is needed now, as text. To leave, press /cancel.
expected-access-new = A new password is needed now, as text. To leave, press /cancel.
expected-access-lost_number = The cabinet number, nine digits, is needed now, as text. To leave, press /cancel.
expected-access-code = The code of six digits is needed now, as text. To leave, press /cancel.
