# Words that stand on many screens.

back = ← Back
home = 🏠 Home
cancel = Cancel
close = Close

# The bottom menu.
menu-catalog = 🛍 Catalog
menu-cart = 🛒 Cart
menu-orders = 📦 My orders
menu-consultant = 💬 Consultant
menu-help = ❔ Help
menu-cabinet = 🏠 Home
menu-serving = 📋 Customers’ orders
menu-invite = 🔗 My invite
menu-admin = 🛠 Manage
menu-placeholder = Choose from the menu below

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
