broadcasts-open = 📣 Announcements
broadcasts-title = <b>Announcements</b>
broadcasts-none =
    <b>Announcements</b>

    There are none yet. Write the first one: it goes to those who agreed to news and promotions.
broadcasts-own-open = 📣 Write to all clients
broadcasts-own-title =
    <b>Announcements to your clients</b>

    Everything you have written to them: how many got it, how many responded, and what can still be deleted.
broadcasts-own-none =
    <b>Announcements to your clients</b>

    There are none yet. Share what is new or send a holiday greeting: it goes out in your name to those of your clients who agreed to news and promotions.
broadcasts-new = ➕ New announcement
broadcasts-line = No. { $id } · { $day } · { $state }
broadcast-state-awaiting = waiting for approval
broadcast-state-planned = scheduled
broadcast-state-repeated = repeats
broadcast-state-running = on its way
broadcast-state-paused = paused
broadcast-state-done = done
broadcast-state-cancelled = cancelled
broadcast-state-missed = not sent
broadcast-kind-offers = Offers
broadcast-kind-news = News
broadcast-kind-gifts = Gifts and birthdays
broadcast-kind-catalog = New catalog

broadcast-ask-content =
    <b>What would you like to say?</b>

    Send the text in one message, with bold type and links as in any chat. A picture or an album with a caption will do too.

    Up to { $limit } characters with the formatting, or up to { $caption } under a single picture.
broadcast-ask-own-content =
    <b>What would you like to tell your clients?</b>

    Send the text in one message, with bold type and links as in any chat. A picture or an album with a caption will do too. Your name comes above the text, and a button to answer you below it.

    Up to { $limit } characters with the formatting, or up to { $caption } under a single picture.
broadcast-ask-english =
    <b>The text in English</b>

    Send it for those who read English. Without it everyone gets the Russian text.
broadcast-same = Russian text for everyone
broadcast-draft = <b>New announcement</b>
broadcast-kind-line = Kind: { $kind }
broadcast-whom-line = To: { $whom }
broadcast-when-line = When: { $when }
broadcast-pictures = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
}
broadcast-links = { $count ->
    [one] { $count } button
   *[other] { $count } buttons
}
broadcast-languages-one = Language: Russian for everyone
broadcast-languages-two = Languages: Russian and English
broadcast-excerpt = <blockquote>{ $text }</blockquote>
broadcast-no-text = There is no text yet: send it here.
broadcast-reach = { $count ->
    [0] 👥 Nobody fits this at the moment.
    [one] 👥 <b>{ $count } person</b> will get it.
   *[other] 👥 <b>{ $count } people</b> will get it.
}
broadcast-marked = ✓ { $words }
broadcast-part-whom = 👥 To whom
broadcast-part-when = 🕙 When
broadcast-part-content = ✏️ Text and pictures
broadcast-part-english = 🌐 In English
broadcast-part-links = 🔘 Buttons
broadcast-part-promotion = 🏷 Shop promotion
broadcast-drop-pictures = 🗑 Without pictures
broadcast-preview = 👁 Show it to me
broadcast-publish = { $count ->
    [one] 📣 Send: { $count } person
   *[other] 📣 Send: { $count } people
}
broadcast-plan = { $count ->
    [one] 🕙 Schedule: { $count } person
   *[other] 🕙 Schedule: { $count } people
}

broadcast-people-ask = <b>To whom</b>
broadcast-condition = • { $words }
broadcast-whom-own = your clients who agreed
broadcast-whom-all = everyone who agreed
broadcast-is-consultants = consultants
broadcast-is-customers_of = customers of { $name }
broadcast-is-town = from { $name }
broadcast-is-zone = time zone { $name }
broadcast-is-ordered = { $days ->
    [one] an order in the last { $days } day
   *[other] an order in the last { $days } days
}
broadcast-is-silent = { $days ->
    [one] { $days } day without an order
   *[other] { $days } days without an order
}
broadcast-is-spent = orders worth { $amount } or more
broadcast-is-spent-in = { $days ->
    [one] orders worth { $amount } or more in { $days } day
   *[other] orders worth { $amount } or more in { $days } days
}
broadcast-is-never_ordered = never ordered
broadcast-is-birthday = birthday this week
broadcast-add-all = Everyone
broadcast-add-consultants = Consultants
broadcast-add-customers_of = Customers of…
broadcast-add-town = Town…
broadcast-add-zone = Time zone…
broadcast-add-ordered = Ordered recently…
broadcast-add-silent = No orders for a while…
broadcast-add-spent = Spent…
broadcast-add-never_ordered = Never ordered
broadcast-add-birthday = Birthday
broadcast-ask-customers_of = <b>Whose customers?</b> Send the consultant’s name or cabinet number.
broadcast-ask-town = <b>Which town?</b> Send its name.
broadcast-ask-zone = <b>Which time zone?</b>
broadcast-ask-ordered = <b>An order within how many days?</b> Choose or send a number.
broadcast-ask-silent = <b>How many days without an order?</b> Choose or send a number. Those who have never ordered are not included.
broadcast-ask-spent = <b>Orders worth how much or more?</b> Choose or send it, such as “5000” or “5000 for 90 days”.
broadcast-ask-consultants = <b>Consultants</b>
broadcast-ask-never_ordered = <b>Never ordered</b>
broadcast-ask-birthday = <b>Birthday</b>
broadcast-which-one = <b>Which of them?</b>
broadcast-consultant = { $name }, { $city }
broadcast-nobody-found = We found nothing by that name.
broadcast-not-understood = We could not make out the number.

broadcast-links-none =
    <b>Buttons under the message</b>

    There are none yet. Up to four: a product, a category, a promotion or a link.
broadcast-links-own-none =
    <b>Buttons under the message</b>

    There are none yet. Up to four: a product, a category or a link.
broadcast-links-some =
    <b>Buttons under the message</b>

    Press one to remove it.
broadcast-drop-link = ✖️ { $words }
broadcast-add-product = ➕ Product
broadcast-add-category = ➕ Category
broadcast-add-promotion = ➕ Promotion
broadcast-add-address = ➕ Link
broadcast-ask-goods = <b>Which product?</b> Send its code.
broadcast-ask-address =
    <b>Where does the button lead?</b>

    Send its words and the address, such as:
    <code>Read the article https://example.com/article</code>

    English words go after a bar: <code>Читать | Read https://example.com</code>
broadcast-ask-category = <b>Which category?</b>
broadcast-ask-promotion =
    <b>Which promotion of the shop is it about?</b>

    A button with its terms will be under the message. Once the promotion is over, the announcement will not go out by itself.
broadcast-no-promotions =
    <b>There are no promotions now</b>

    Create one in /offers, and you can choose it here.
broadcast-promotion = 🏷 <b>{ $title }</b>

broadcast-ask-when =
    <b>When</b>: { $when }

    Send the time in words:
    “tomorrow at 10”, “5 December 12:30”, “every Friday at 10:00”, “every day at 9”, “every month on the 1st at 12”.
broadcast-ask-own-when =
    <b>When</b>: { $when }

    Send the time in words: “tomorrow at 10”, “5 December 12:30”.
broadcast-at-once-button = Right away
broadcast-local = 🌍 In everyone’s local time
broadcast-quiet = 🌙 Wake no one at night
broadcast-at-once = right away
broadcast-at = { $at }
broadcast-every-day = every day at { $at }
broadcast-every-workday = every weekday at { $at }
broadcast-every-week = every week ({ $days }) at { $at }
broadcast-every-month = every month, on day { $days }, at { $at }
broadcast-weekday-0 = Mon
broadcast-weekday-1 = Tue
broadcast-weekday-2 = Wed
broadcast-weekday-3 = Thu
broadcast-weekday-4 = Fri
broadcast-weekday-5 = Sat
broadcast-weekday-6 = Sun
broadcast-when-local = { $when }, in everyone’s local time
broadcast-when-quiet = { $when }, never at night

broadcast-title = <b>Announcement No. { $id }</b>: { $state }
broadcast-started =
    📣 <b>Announcement No. { $id } is on its way</b>

    A message that shows its progress will be here in a moment: you can pause or cancel it right there.
broadcast-rests = 🌙 It is night for the others, and we wake nobody. Sending resumes: { $at }.
broadcast-rests-local = 🕙 For the others it is not that time yet. Sending resumes: { $at }.
broadcast-from =
    <b>{ $name }, your consultant</b>

    { $words }
broadcast-figures =
    Received: { $sent }
    Still to go: { $left }
    Blocked the bot: { $blocked }
    Could not be sent: { $failed }
    Opted out before their turn: { $skipped }
broadcast-people = { $count ->
    [one] 👥 { $count } person at the moment
   *[other] 👥 { $count } people at the moment
}
broadcast-awaits-other = It goes to many people, so another admin has to agree. We have asked.
broadcast-awaits-reader = An admin reads it before it goes out. We will tell you as soon as they have answered.
broadcast-awaits-you = Have a look at what people will get, and decide.
broadcast-approve = ✅ Approve
broadcast-refuse = ✖️ Do not send
broadcast-as-sent = 👁 Show it
broadcast-to-paused = ⏸ Pause
broadcast-to-running = ▶️ Continue
broadcast-to-cancelled = ✖️ Cancel
broadcast-refresh = 🔄 Refresh
broadcast-open = Open the announcement
broadcast-asked = 📣 <b>Announcement No. { $id } is waiting for your approval</b>
broadcast-approved = ✅ Announcement No. { $id } was approved.
broadcast-refused = ✖️ Announcement No. { $id } was not approved and will not go out.
broadcast-missed-late =
    <b>Announcement No. { $id } was not sent</b>

    Its time ({ $due }) came while the bot was not running, and now it is too late to send it.
broadcast-missed-promotion =
    <b>Announcement No. { $id } was not sent</b>

    The promotion it is about had ended by { $due }.
broadcast-missed-zones =
    <b>Announcement No. { $id } did not go to everyone</b>

    { $count ->
        [one] In { $count } time zone its time had long passed.
       *[other] In { $count } time zones its time had long passed.
    }

broadcast-fewer = 🔕 Fewer
broadcast-stop = ✖️ Stop all
broadcast-stopped = Done, no more announcements will come.
broadcast-only-preview = This is a preview. For those who get it, the button works at once.
kinds-open = 🔔 Which announcements to get
kinds-all =
    <b>What you get from us</b>

    Press anything you would rather not get.
kinds-some =
    <b>What you get from us</b>

    What is switched off will not come. Press to change it.
kinds-on = 🔔 { $kind }
kinds-off = 🔕 { $kind }
kinds-muted = Switched off: { $kind }
kinds-saved = Saved
kinds-stop = ✖️ Stop all
kinds-none = <b>Announcements are off.</b> To send them, we need your consent.
kinds-stopped =
    <b>Done, no more announcements will come.</b>

    Pressed by accident, or changed your mind? One button brings them back. This is what you agree to:
kinds-again = ↩️ I agree, send them again
kinds-none-form = <b>Announcements are off.</b> You can agree to them at the beginning of the form.
kinds-form = To the form

error-broadcast-text = This text cannot be sent: it is empty or longer than { $limit } characters with its formatting. Please send a shorter one.
error-broadcast-caption = Up to { $limit } characters fit under a single picture, formatting included. Send a shorter text, or one more picture.
error-broadcast-pictures = An album takes { $limit } pictures at most.
error-broadcast-segment = There is no such condition: check the number.
error-broadcast-time-format = We could not make out the time. Send it, for example, as “tomorrow at 10” or “every Friday at 10:00”.
error-broadcast-time-past = That time has passed. Please send a later one.
error-broadcast-time-far = That is more than a year away. Please send an earlier time.
error-broadcast-time-repeat = Each message to your clients is written by you, so it cannot repeat by itself. Send one day and time, such as “tomorrow at 10”.
error-broadcast-link-words = The words of a button: 1 to 40 characters. Send them before the address.
error-broadcast-link-address = The address has to begin with https://, such as https://example.com
error-broadcast-link-many = At most four buttons fit under a message.
error-broadcast-own = Your own announcement has to be approved by another admin.
error-way-draft = To the announcement

broadcast-bar = { $bar } { $percent }%
broadcast-pace = Speed: { $rate } a second
broadcast-to-go-soon = Less than a minute to go
broadcast-to-go-minutes = About { $minutes } min to go
broadcast-to-go-hours = About { $hours } h { $minutes } min to go
broadcast-recall = 🗑 Delete for everyone
broadcast-recall-title = <b>Announcement No. { $id }</b>: delete for everyone
broadcast-recall-ask =
    Messages less than two days old will disappear from people’s chats. Telegram does not delete older ones. If the announcement is still going out, it stops.

    What has been deleted cannot be brought back.
broadcast-recall-nothing = There is nothing to delete: nothing was sent in the last two days, and Telegram does not delete anything older.
broadcast-recall-yes = 🗑 Yes, delete for everyone
broadcast-recalling =
    Deleting it from chats…
    Deleted: { $deleted }
    Left: { $left }
    Already gone from the chat: { $gone }
    Failed: { $failed }
broadcast-recalled =
    Deleted from chats: { $deleted }
    Not deleted in time: { $left }
    Already gone from the chat: { $gone }
    Failed: { $failed }

error-nothing-to-recall = There is nothing to delete: nothing of this announcement was sent in the last two days, and Telegram does not delete anything older.

broadcast-report = 📊 Report
broadcast-report-text =
    <b>Announcement No. { $id }</b>: report
    { $day }

    Delivered: { $sent }
    Blocked the bot: { $blocked }
    Could not be sent: { $failed }
    Opted out before their turn: { $skipped }

    Pressed a button: { $pressed }
    Ordered within 7 days: { $ordered }
    Asked for fewer or none: { $stopped }
broadcast-report-left = Still to be sent: { $left }
broadcast-report-counting = Orders and presses are counted until { $day }.
broadcast-report-frozen = These figures were settled on { $day }.
broadcast-report-links = Telegram does not tell who followed a link.
broadcast-report-sheet = 📄 Table
broadcast-report-sheet-soon = The table will be here in a few seconds.
broadcast-report-file = announcement-{ $id }
report-title = Announcement No. { $id }
report-people = { $count ->
    [one] { $count } person on the list
   *[other] { $count } people on the list
}
report-what-they-did = What those who got it did
report-delivered = Delivered
report-blocked = Blocked
report-failed = Failed
report-skipped = Opted out
report-left = Left
report-pressed = Pressed a button
report-ordered = Ordered within 7 days
report-stopped = Fewer or none
report-number = { $count }
report-percent = { $share }%
report-head-what = Figure
report-head-count = People
report-head-share = Share, %
report-everybody = On the list
