# A customer and their consultant who write to each other.

command-chat = Your chat
command-done = Stop writing
command-delete = Delete your message: reply to it with this command

relay-write = 💬 Write to my consultant
relay-talks = 💬 Conversations
relay-talks-count = 💬 Conversations · { $count }
relay-guest = Guest No. { $number }

relay-talk-customer = 💬 You are writing to your consultant: <b>{ $name }</b>
relay-talk-consultant = 💬 You are writing to a customer: <b>{ $name }</b>
relay-on-duty = 🟢 Available now, hours { $opens }–{ $closes }
relay-off-duty = 🌙 Not available now: hours { $opens }–{ $closes }, it is { $now } there. The answer will come here.
relay-away = <blockquote>{ $text }</blockquote>
relay-unreached-customer = ⚠️ Messages do not reach your consultant now. We keep them and pass them on once they are back.
relay-unreached-consultant = ⚠️ The customer has stopped the bot. We keep your messages and pass them on if they come back.
relay-hint = Whatever you send goes to this person: text, photos, voice, files.
relay-stop = To stop: /done
relay-sent = ✓ Sent
relay-answered = ✓ Your answer went to <b>{ $name }</b>
relay-done = ✓ Done
relay-talk-on = 💬 Go on writing
relay-stopped = You are not writing to anybody now. You can answer a message any time: swipe it, or press the button under it.

relay-from-customer = 👤 <b>{ $name }</b>
relay-from-consultant = 💬 <b>{ $name }</b>
relay-answer = ↩️ Answer { $name }
relay-album = { $who } · album, { $count ->
    [one] { $count } file
   *[other] { $count } files
}

relay-talks-title = <b>Conversations with customers</b>
relay-talks-none =
    <b>Conversations with customers</b>

    Nobody has written yet. When a customer does, their message comes here.
relay-talk-unread = 🔵 { $name } · new: { $count }
relay-talk-read = { $name } · { $day }
relay-talk-over = { $name } · { $day } · closed
relay-away-now = When you are not available, customers read: <blockquote>{ $text }</blockquote>
relay-away-none = When you are not available, customers see your hours. You can add a few words.
relay-away-change = ✏️ Automatic answer
relay-away-drop = Remove it
relay-away-ask = What shall a customer read who writes outside your hours? Up to 300 characters, in one message.

relay-close = 🏁 Close the conversation
relay-close-ask =
    <b>Is everything said?</b>

    The conversation with { $name } will end for both of you. A new message begins the next one.
relay-close-yes = Yes, close it
relay-closed = The conversation is closed. Thank you! A new message begins the next one.

relay-contact-ask =
    <b>Pass this contact on?</b>

    { $name }, { $phone }

    { $to } will see the number.
relay-contact-yes = Yes, pass it on
relay-contact-no = No, do not

relay-delete-how = To delete your message on both sides, reply to it with /delete.

relay-undelivered-customer =
    <b>Your message was not delivered</b>

    { $name } does not get messages now. We have kept yours and pass it on if that changes. If it cannot wait, ask the company or choose another consultant.
relay-undelivered-consultant =
    <b>Your message was not delivered</b>

    { $name } does not get messages now: they have stopped the bot. We have kept yours and pass it on if they come back.
relay-refused =
    <b>Your message was not delivered</b>

    Telegram did not accept it. Try to send it another way: { $name } does not see it.
relay-another = 🤝 Another consultant
relay-company = ❔ Ask the company

error-relay-nobody =
    <b>There is nobody to write to yet</b>

    Choose a consultant, and they will answer right here.
error-relay-over = You do not write to each other any more: the customer has chosen another consultant.
error-relay-many = Too many messages in a row. This one was not sent: wait a minute and write again.
error-relay-kind = This cannot be passed on. Text, a photo, a video, voice, a file, a sticker, a place or a contact can.
error-relay-not-yours = Only your own message of a conversation can be deleted: reply to it with /delete.
error-relay-old = This message is more than two days old; Telegram will not delete it any more.

expected-relay-away = Write a few words in one message: a customer who writes outside your hours will read them.
expected-relay-talking = This was not passed on to anybody. Write a text, or send a photo, voice or a file.

relay-rate-ask =
    <b>How was the conversation?</b>

    { $name } will see nothing but the average of all customers.
relay-rated =
    <b>Thank you!</b> { $stars }

    Would you like to add a few words? Write them in one message, or just go home.
relay-word-kept = Thank you, it is kept.
expected-relay-word = Write a few words about the conversation as text, or go home.

relay-reminder =
    <b>{ $name } is waiting for an answer</b>

    The last message is still unanswered. A few words will do: if it stays silent, we will offer another consultant.
relay-offer =
    <b>No answer yet</b>

    { $name } has not answered your message yet; we have sent a reminder. You can wait, choose another consultant, or ask the company.

relay-share = 💬 Discuss in the chat
relay-share-cart = 💬 Show the cart in the chat
relay-share-ask = Whom to show it to?
relay-shared = Sent to { $name }
relay-shared-already = { $name } has it already
relay-product =
    🛍 <b>{ $name }</b>
    { $price } in the catalog
relay-product-open = 🛍 Open the card
relay-cart = 🛒 <b>Cart</b>
relay-cart-line = • { $name } — { $pieces } × { $price }
relay-cart-none = • { $name } — not available now
relay-cart-gone = • This product is no more
relay-cart-total = In the catalog: <b>{ $total }</b>
relay-cart-open = 🛒 Open the cart
relay-cart-take = 🛒 Into my cart: { $count } pcs
relay-cart-taken = Done: your cart has { $count } pcs of what was shown.
