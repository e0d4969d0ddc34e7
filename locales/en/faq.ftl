# Frequent questions. A question and its answer are plain text: admins may change them, and people search them.

faq-open = ❓ Frequent questions
faq-title =
    <b>Frequent questions</b>

    Choose a question, or write your own, such as “how to return a cream”.
faq-new = ➕ Add a question
faq-line-hidden = 🚫 { $question }
faq-entry =
    <b>{ $question }</b>

    { $answer }
faq-not-enough = ✍️ That did not help, write to us
faq-edit = ✏️ Change
faq-hide = 🚫 Hide
faq-show = 👁 Show
faq-remove = 🗑 Delete
faq-restore = ↩️ The first text again
faq-ask = Ask in your own words, such as “how to return a cream”.
faq-found = This fits “{ $typed }”. You can put it differently: we will look again.
faq-nothing = No answer fits “{ $typed }”. Put it differently, or ask us.
faq-ask-new =
    <b>A new question</b> ({ $language })

    Send one message: its first line is the question (up to { $question } characters), the rest the answer (up to { $answer }).
faq-ask-edit =
    <b>Change a question</b> ({ $language })

    This is how it stands, for you to copy:
    <pre>{ $text }</pre>
    Send one message: its first line is the question (up to { $question } characters), the rest the answer (up to { $answer }).
ready-open = ✏️ Ready answers
ready-title =
    <b>Ready answers</b>

    They answer a ticket with a press. Choose one to change or hide it.
ready-new = ➕ Add a ready answer
ready-ask-new =
    <b>A new ready answer</b> ({ $language })

    Send one message: its first line is the name on the button (up to { $question } characters), the rest the answer (up to { $answer }).

    Where you write <code>{ $mark }</code>, the ticket’s number will stand.
ready-ask-edit =
    <b>Change a ready answer</b> ({ $language })

    This is how it stands, for you to copy:
    <pre>{ $text }</pre>
    Send one message: its first line is the name on the button (up to { $question } characters), the rest the answer (up to { $answer }).

    Where you write <code>{ $mark }</code>, the ticket’s number will stand.
error-ready-invalid = It takes a name on one line and the answer below it, neither of them too long. Please send it once more.
error-faq-invalid = A question of one line and an answer below it are needed, and not too long. Please send it again.

faq-order = How do I order?
faq-order-answer =
    Open the catalog (/catalog), put what you like into the cart and check out. Choose a consultant and fill in the form if you have not yet: there is no ordering without them. Your consultant confirms the order, and you get a message.
faq-consultant = What is a consultant for, and how do I change mine?
faq-consultant-answer =
    You can only buy from an independent consultant: they help you choose, confirm the order and arrange delivery. Find or change yours with /consultant: by city, by name, or near you.
faq-form = Why a passport and a form, and is it safe?
faq-form-answer =
    The form opens your cabinet and shows that you are 18 or older. Your answers are kept encrypted, the messages with them are deleted from the chat, and only the data officer can read a whole form. We never ask for card numbers and never keep them.
faq-pay = How do I pay?
faq-pay-answer =
    By card right here in Telegram, on delivery, or to your consultant: you see what is possible when you check out. The receipt comes to your e-mail or phone. If money was taken for an order that was cancelled, you get it back.
faq-delivery = What does delivery cost, and how long does it take?
faq-delivery-answer =
    That depends on your city and the way: courier, post, a pick-up point, or meeting your consultant. You see both before you confirm the order, and the price does not change after that.
faq-track = Where is my order?
faq-track-answer =
    Open /orders and choose the order: you see how far it is, and a link to follow the parcel once it was sent. Each step brings you a message.
faq-change = Can I change or cancel an order?
faq-change-answer =
    Until your consultant has confirmed it, you can change or cancel it under “My orders”. After that, write to your consultant.
faq-return = How do I return something?
faq-return-answer =
    You can refuse goods of proper quality before they are handed over and for 7 days after, if they look and work as new. Open the delivered order in /orders and press “Return”. If something is spoilt or damaged, send us photos: we will replace it or refund it.
faq-points = What are points?
faq-points-answer =
    Part of what you pay comes back as points, each worth a rouble. They pay for part of your next order. /points shows how many you have.
faq-password = I forgot my password or my cabinet number
faq-password-answer =
    The cabinet number is in the letter that came after your first order. /recover brings the password back: we send a code to the phone or e-mail of your form.
faq-data = How do I see, correct or delete my data?
faq-data-answer =
    /mydata gives you a copy of everything. Correct it in the form, delete it under /privacy. One press under any announcement stops them all.
faq-company = How do I reach the company?
faq-company-answer =
    /support has the telephone number and the button “Write to the company”. A request has a number and a deadline, and the answer comes right here.
