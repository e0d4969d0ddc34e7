home-welcome = Hello! This is the { $brand } cabinet. The menu is always at hand, at the bottom.
home-title = <b>{ $brand }</b>
home-guest = Look through the catalog, choose a consultant and order right here in Telegram.
home-customer = Good to see you! Catalog, cart and orders in one place.
home-consultant = Good to see you! Your customers’ orders come here as notices.
home-admin = You manage the cabinet: orders and catalog are at hand.

home-my-consultant = Your consultant: <b>{ $name }</b>, { $city }
home-no-consultant = No consultant is chosen yet. You can look around and fill the cart without one; for an order you will need one.
home-form-begun = Your form is begun and your answers are kept: just finish it.
home-mine = 🤝 My consultant
home-choose-consultant = 🤝 Choose a consultant
home-begin-form = 📝 Fill in the form
home-continue-form = 📝 Continue the form
home-form = 📝 My form
home-cancelled = Stopped. What you had saved is still there.
home-nothing-to-cancel = There is nothing to stop: nothing was begun.

home-language = 🌐 Language
home-language-ask =
    <b>Language</b>

    Which language suits you better?
home-language-chosen = We speak English now.

help =
    <b>How to use the { $brand } cabinet</b>

    { $steps }

    { $commands }

    { $hotline }

help-steps-customer =
    1. Look through the catalog and fill your cart.
    2. Choose a consultant, who confirms the order and arranges delivery.
    3. Fill in the form: you will need your passport, phone and e-mail. Answers are kept, so you can stop at any time.
    4. Place the order and follow it under “My orders”.
help-steps-consultant =
    1. Share your invite: whoever comes by it becomes your client.
    2. An order comes here as a message; the next step is always on a button under it.
    3. What clients write comes here too: reply to it or press “Answer”.
    4. Look into “To do” to see whom to ask about a purchase or to congratulate.
help-steps-admin =
    1. “Manage” opens products, promotions, announcements, delivery and requests.
    2. “Customers’ orders” shows every order. We write to you about those left without an answer.
    3. Requests to the company come here; answer right under them.
help-command = /{ $name } — { $words }

page-support-open = 💬 Support
page-privacy-open = 🔒 Your data
page-terms-open = 📄 Terms of purchase
page-support =
    <b>Support</b>

    Your consultant knows your order best. About the cabinet, ask us:

    { $contacts }
page-privacy =
    <b>Your data</b>

    Operator: { $operator }.

    <b>What is kept.</b> Your Telegram user number and language; the answers of the form: name, birth date, passport, address, phone, e-mail, business group, of a card its network and last four digits; your cart, orders and points; who your consultant is and why you changed; your requests to the company with their photos; what you and your consultant write to each other.
    <b>How long.</b> While the cabinet is open, an unfinished form 14 days. Why you changed consultants is kept encrypted until you delete your data; only administrators read it.
    <b>Your place.</b> A place you share is rounded to about a kilometre and used for the search alone; the message with it is deleted from the chat, and it does not become part of your data.
    <b>Why.</b> To open your cabinet, make sure that you are 18 or older, and take and deliver your orders.
    <b>How.</b> The answers of the form are encrypted, and your messages with them are deleted from the chat. Card numbers are never asked for and never kept: one sent by mistake is deleted at once.
    <b>Who sees it.</b> Your consultant sees your name, your orders and what you wrote to them, but not your account; administrators see names and orders of everyone. The whole form is opened by the data officer alone, with a reason and an entry in a log. The company’s staff reads your requests; a complaint about a consultant is not shown to them. There is no advertising without your consent.
    <b>Your rights.</b> You can see, correct or delete your data at any time: in the form and with the buttons below. What you say is wrong we do not use until it is checked.

    { $contacts }
page-terms =
    <b>Terms of purchase</b>

    Seller: { $operator }. By placing an order you agree to these terms.

    • Orders are taken from people of 18 and older.
    • Price, discount and delivery are shown before you confirm and do not change after it.
    • Your consultant confirms the order. Until then you can cancel it under “My orders”.
    • Goods of proper quality can be refused before they are handed over and for 7 days after, if their look and properties are kept.
page-document = <a href="{ $url }">The full document</a>
contact-hotline = Hotline: { $hotline }
contact-support = Write to: { $support }
contact-operator = { $operator }
home-points = ⭐ My points
hotline-every-day = Every day from { $opens } to { $closes } ({ $zone }).
hotline-working-days = On working days from { $opens } to { $closes } ({ $zone }).
hotline-open = It is answered now.
hotline-closed = It is closed now.
