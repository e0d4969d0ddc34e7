# A consultant's own announcement to their clients.
news-write = 📣 Write to all clients
news-ask =
    <b>A message to your clients</b>

    Write it in one message, formatted if you like. It goes to those who agreed to promotional messages, with a button under it that ends them.
news-confirm =
    <blockquote>{ $words }</blockquote>

    { $count ->
        [0] None of your clients has agreed to promotional messages yet: there is nobody to send it to.
        [one] { $count } person gets it.
       *[other] { $count } people get it.
    }
news-send = 📣 Send
news-again = ✏️ Write it anew
news-is-sent = 📣 The message is on its way to your clients.
news-is-waiting = ⏳ The message is with an admin: once it is read it goes to your clients, and we tell you.
news-is-declined = An admin did not let the message through: it was not sent. Write it anew, or ask the support.
news-asked =
    <b>{ $name } wants to write to their clients</b>

    <blockquote>{ $words }</blockquote>
news-was-sent = ✅ Sent.
news-was-declined = ✖️ Declined.
news-yes = ✅ Send
news-no = ✖️ Decline
news-from =
    <b>{ $name }, your consultant</b>

    { $words }
