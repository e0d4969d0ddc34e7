# Writing to the company.

ticket-new = ✍️ Write to the company
tickets-open = 📨 My requests
tickets-serve = 📨 Requests
ticket-about-order = 📦 An order
ticket-about-quality = 🧴 Quality
ticket-about-delivery = 🚚 Delivery
ticket-about-consultant = 🤝 My consultant
ticket-about-personal = 🔒 Personal data
ticket-about-other = 💬 Something else
ticket-state-open = waiting
ticket-state-answered = answered
ticket-state-closed = closed
ticket-state-merged = merged

ticket-ask-about =
    <b>Write to the company</b>

    What is it about? With the right topic the answer comes sooner. Perhaps it is among the frequent questions already.
ticket-ask-words =
    <b>{ $about }</b>

    Tell us what happened, in one message or several: up to { $limit } characters. You may add photos, up to { $photos }.
ticket-hidden-from-consultant = Your consultant will not see this request.
ticket-draft =
    <b>{ $about }</b>

    <blockquote>{ $text }</blockquote>
    { $photos ->
        [0] No photos yet.
        [one] { $photos } photo.
       *[other] { $photos } photos.
    } Add words or photos if you like, then send it.
ticket-send = 📨 Send
ticket-drop = ✖️ Do not send
ticket-opened =
    <b>We have your request No. { $number }</b>

    We will answer by { $due }. The answer comes here as a message; you can simply reply to it.
ticket-open = 📂 Open
tickets-own = { $count ->
    [0] <b>My requests</b>

        None so far. If something went wrong, write to us: a person reads it.
    [one] <b>My requests</b>: { $count }
   *[other] <b>My requests</b>: { $count }
}
ticket-line = No. { $number } · { $about } · { $state }
ticket-title = <b>Request No. { $number }</b> · { $about }
ticket-is-open = We will answer by { $due }.
ticket-is-answered = We have answered. If that settles it, close the request.
ticket-is-closed = Closed. You can reopen it within 7 days.
ticket-is-rated = Closed. Your rating: { $stars }
ticket-is-merged = It goes on in request No. { $number }.
ticket-go-on = 📂 Request No. { $number }
ticket-write-on = ✍️ Write more
ticket-close = ✅ Close the request
ticket-reopen = 🔄 Reopen
ticket-stars = { $stars } ⭐
ticket-photo = 📷 { $number }
ticket-photo-of = A photo from request No. { $number }
ticket-photo-only = (a photo)
ticket-text = { $text }
ticket-said-you = <b>You</b>, { $at }
ticket-said-company = <b>The company</b>, { $at }
ticket-event-closed-author = <i>{ $at }: you closed the request</i>
ticket-event-closed-staff = <i>{ $at }: the company closed the request</i>
ticket-event-reopened-author = <i>{ $at }: you reopened the request</i>
ticket-event-reopened-staff = <i>{ $at }: the company reopened the request</i>
ticket-event-merged-author = <i>{ $at }: two requests became one</i>
ticket-event-merged-staff = <i>{ $at }: two requests became one</i>
ticket-event-rated-author = <i>{ $at }: you rated the answer</i>
ticket-event-rated-staff = <i>{ $at }: the answer was rated</i>
ticket-ask-more =
    <b>Request No. { $number }</b>

    Send a message or a photo, up to { $limit } characters: it goes at once.
ticket-added = ✅ Sent. You can add more: just write.
ticket-news-answered =
    <b>The answer to your request No. { $number }</b>

    { $text }
ticket-news-closed =
    <b>Request No. { $number } is closed</b>

    How did we do? If it is not settled, reopen the request within 7 days.
ticket-news-reopened = <b>Request No. { $number } is open again</b>: we are working on it.
ticket-news-merged = Request No. { $number } was merged with No. { $other }: we will answer there.
ticket-thanks =
    <b>Thank you for rating!</b> { $stars }

    Request No. { $number } is closed.

# The staff's side.

tickets-list-open = 📨 All
tickets-list-mine = 👤 Mine
tickets-list-ended = 🗄 Closed
tickets-served-open = { $count ->
    [0] <b>Requests</b>

        All done, none is open.
    [one] <b>Requests</b>: { $count } open. The most urgent come first.
   *[other] <b>Requests</b>: { $count } open. The most urgent come first.
}
tickets-served-mine = { $count ->
    [0] <b>My requests</b>

        You have none.
    [one] <b>You answer for</b> { $count } request.
   *[other] <b>You answer for</b> { $count } requests.
}
tickets-served-ended = { $count ->
    [0] <b>Closed requests</b>

        None so far.
    [one] <b>Closed requests</b>: { $count }
   *[other] <b>Closed requests</b>: { $count }
}
tickets-rated = Average rating: { $stars } ⭐ (ratings: { $count })
ticket-line-new = 🔴 No. { $number } · { $about } · by { $due }
ticket-line-mine = 🟡 No. { $number } · { $about } · by { $due }
ticket-overdue = ⏰ <b>Overdue</b>: an answer was due by { $due }
ticket-staff-open = Answer by { $due }
ticket-staff-answered = Answered, the customer’s turn
ticket-staff-closed = Closed
ticket-owner = Owner: { $name }
ticket-nobody = nobody yet
ticket-whose = { $whose }{ $cabinet }
ticket-whose-guest = Guest
ticket-whose-customer = Customer
ticket-whose-consultant = Consultant
ticket-whose-admin = Admin
ticket-cabinet = , cabinet { $number }
ticket-client = Customer
ticket-colleague = Colleague { $id }
ticket-card-text = <blockquote>{ $text }</blockquote>
ticket-card-photos = { $count ->
    [one] 📷 { $count } photo
   *[other] 📷 { $count } photos
}
ticket-how-to-answer = A reply to a message of the bot goes to the customer, and so does <code>/answer text</code>. Whatever else is written in the topic is for the staff alone.
ticket-said-words = <b>{ $name }</b>, { $at }
ticket-said-answer = <b>{ $name }</b>, answer, { $at }
ticket-said-note = 📝 <b>{ $name }</b>, note, { $at }
ticket-event-taken = <i>{ $at }: taken ({ $name })</i>
ticket-event-handed = <i>{ $at }: handed over ({ $name })</i>
ticket-event-closed = <i>{ $at }: closed ({ $name })</i>
ticket-event-reopened = <i>{ $at }: reopened ({ $name })</i>
ticket-event-merged = <i>{ $at }: merged ({ $name })</i>
ticket-event-rated = <i>{ $at }: rated ({ $name })</i>
ticket-entry-words =
    💬 <b>No. { $number }, { $name }:</b>

    { $text }
ticket-entry-answer =
    ↩️ <b>No. { $number }, { $name } answers:</b>

    { $text }
ticket-entry-note =
    📝 <b>No. { $number }, a note by { $name }:</b>

    { $text }
ticket-done-closed = ✅ Request No. { $number } is closed: { $name }.
ticket-done-reopened = 🔄 Request No. { $number } is open again: { $name }.
ticket-done-merged = 🔗 Request No. { $number } was merged with another: { $name }.
ticket-answer = ↩️ Answer
ticket-note = 📝 Note
ticket-take = 👤 Take it
ticket-hand-over = 🤝 Hand over
ticket-templates = 📋 Templates
ticket-merge = 🔗 Merge
ticket-notice-new = 📨 <b>A new request</b>
ticket-remind-half = ⏳ <b>Half of the time is over.</b> Request No. { $number } waits for an answer.
ticket-remind-day = ⏳ <b>One day is left.</b> Request No. { $number } waits for an answer.
ticket-remind-overdue = ⏰ <b>The time is over.</b> Request No. { $number } has no answer yet.
ticket-remind-handed = 👤 <b>Request No. { $number } was handed over to you.</b>
ticket-ask-answer =
    <b>The answer to request No. { $number }</b>

    Send a text or a photo, up to { $limit } characters: the customer gets it at once.
ticket-ask-note =
    <b>A note to request No. { $number }</b>

    Only the staff sees it. If the person asks for a copy of their data, the note is part of it.
ticket-answered = ✅ The answer is on its way.
ticket-noted = ✅ The note is kept.
ticket-ask-colleague = Who takes over request No. { $number }?
ticket-no-colleague = There is nobody yet to take over request No. { $number }: no colleague has opened the cabinet so far.
ticket-ask-merge = Which request of the same person shall No. { $number } become part of? The talk goes on there.
ticket-no-merge = This person has no other open request that No. { $number } could become part of.
ticket-ask-template = Which answer to request No. { $number }?
ticket-template-preview =
    This is what the customer reads as the answer to request No. { $number }:

    <blockquote>{ $text }</blockquote>
    Send it as it is, or copy it and write your own.
ticket-template-send = 📨 Send to the customer
# Stands in a ready answer for the number of the ticket it is sent to.
ticket-template-mark = [number]
ticket-template-received = We have it
ticket-template-received-text =
    Hello! Thank you for writing. We are looking into it and will answer soon.
ticket-template-number = Order number?
ticket-template-number-text =
    Hello! Please tell us the number of your order: it is under “My orders”.
ticket-template-photo = Photos, please
ticket-template-photo-text =
    Hello! Please send photos of the product and its box: that helps us see sooner what happened.
ticket-template-tracking = On its way
ticket-template-tracking-text =
    Hello! Your parcel is on its way. You can see where it is: press “My orders” and choose the order.
ticket-template-replace = A replacement
ticket-template-replace-text =
    Hello! We are sorry about that. We will replace the product: your consultant will agree on a time with you.
ticket-template-refund = A refund
ticket-template-refund-text =
    Hello! You will get your money back the way you paid, within 10 days.
ticket-template-data = About data
ticket-template-data-text =
    Hello! /mydata gives you a copy of your data, the form lets you correct it, /privacy lets you delete it. If something does not work, write to us here.
ticket-template-solved = Is it settled?
ticket-template-solved-text =
    Hello! Is everything settled? If so, please close request No. { $number } and rate the answer.

# In the staff's group.

ticket-topic = No. { $number } · { $about }
ticket-group-answer = Write the number of the request and the answer: <code>/answer 1001 Hello!</code> In the topic of a request no number is needed.
ticket-group-only-words = This was not sent to the customer: only texts and photos are.
ticket-destroyed = The request was destroyed, as the person who wrote it demanded.
ticket-group-staff-only = These buttons are for the company’s staff.

error-ticket-empty = Send a text or a photo: an empty message cannot be sent.
error-ticket-long = That is longer than { $limit } characters. Please shorten it, or send it in parts.
error-ticket-changed = Something changed in the request meanwhile. Please open it again.
error-ticket-open = The request is open, so this cannot be done now. Please open it again.
error-ticket-answered = The request has been answered already. Please open it again.
error-ticket-closed = The request is closed already. Reopen it to go on.
error-ticket-merged = The request was merged with another and goes on there.
error-ticket-late = { $days ->
    [one] The request was closed more than { $days } day ago
   *[other] The request was closed more than { $days } days ago
} and cannot be reopened. Please write a new one.
error-ticket-many = { $limit ->
    [one] You have { $limit } open request already.
   *[other] You have { $limit } open requests already.
} Write more in one of them, or close one you do not need.
