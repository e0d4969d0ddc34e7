# Logging in.
access-have = 🔑 I have a cabinet already
access-login = 🔑 Log in
access-again = ← Another number
access-lost = I forgot my password
access-recover = 🔁 Recover access
access-number =
    <b>Logging in</b>

    Type your cabinet number: nine digits from the letter that came after your first order.
access-number-wrong = There is no such number: it has nine digits, and one seems to be mistyped. Check it and type it again.
access-password =
    Cabinet <b>{ $number }</b>

    Type your password. We delete the message with it from the chat at once.
access-refused =
    <b>Number and password do not go together</b>

    Check your keyboard layout and type the password again, change the number or recover access.
access-wait =
    <b>Too many tries</b>

    The next one is possible { $until }. Whoever is logged in already goes on as usual, and access can be recovered with a code.
access-entered = 🔑 You are in your cabinet. What was in your cart has been added to the cabinet’s.

# Passwords.
access-new-first =
    <b>Choose a password of your own</b>

    The one from the letter works only once and is not needed any more. A few unrelated words are best.
access-new =
    <b>A new password</b>

    A few unrelated words are best. We delete the message with the password at once.
access-present =
    <b>Changing the password</b>

    Type your present password first.
access-present-wrong = This is not the present password. Type it again, or recover access with a code.

# Recovery.
access-lost-number =
    <b>Recovering access</b>

    Type the cabinet number: nine digits. A code goes to the phone or e-mail of the form.
access-offer =
    <b>Where shall the code go?</b>

    If there is a cabinet with this number, the code goes to the address of its form.
access-send-email = ✉️ A letter to { $address }
access-send-sms = 💬 An SMS to { $address }
access-resend-email = ✉️ Letter again
access-resend-sms = 💬 SMS again
access-code =
    <b>A code was sent to { $address }</b>

    Type the six digits. The code is good for 10 minutes; after a minute you can ask for another.

# The profile.
access-profile-open = 👤 Profile
access-profile =
    <b>Your cabinet</b>
    Number: <code>{ $number }</code>
access-accounts = { $count ->
    [one] { $count } Telegram account is in it (up to { $limit } can be):
   *[other] { $count } Telegram accounts are in it (up to { $limit } can be):
}
access-account = { $place }. Came in { $at }
access-account-this = { $place }. This account, logged in { $at }
access-change = 🔒 Change the password
access-unbind = ✖️ Unbind account { $place }
access-unbind-ask = Unbind this account? It will not see the cabinet any more, and we tell it so.
access-unbind-sure = ✖️ Yes, unbind
access-unbound = The account is unbound
access-log-out = 🚪 Log out
access-log-out-ask =
    <b>Leave the cabinet?</b>

    Orders and cart stay in the cabinet. To come back you need the number and the password.
access-log-out-here = Log out here
access-log-out-everywhere = Log out on all accounts
access-left = 🚪 You have left the cabinet.
access-left-ways = The catalog is open without a cabinet too. You can log in again with the number and the password.
access-disowned =
    <b>The other account is out</b>

    The old password does not work any more. Set a new one: a code goes to the phone or e-mail of the form.

# Notices.
notice-cabinet-opened =
    🎉 <b>Your cabinet is open</b>

    Cabinet number: <code>{ $number }</code>. Keep it: with it you log in from another Telegram account. The one-time password comes in a message of its own.
notice-cabinet-letter =
    <b>Logging in to cabinet { $number }</b>

    One-time password: <tg-spoiler>{ $password }</tg-spoiler>
    { $days ->
        [one] It works for { $days } day.
       *[other] It works for { $days } days.
    } You replace it with your own when you first log in. Tell it to nobody, and delete the letter.
notice-new-binding =
    🔑 <b>Another account has come into your cabinet</b>

    { $at }. If that was you, there is nothing to do.
notice-not-me = ⛔ It wasn’t me
notice-binding-ended = This account was unbound from the cabinet. If that was not you, recover access with a code.
notice-cabinet-recovered = Access to the cabinet was recovered from another account, and this one was unbound. If that was not you, recover access with a code.
notice-password-changed = 🔒 The password of your cabinet was changed from another account. If that was not you, recover access with a code.
notice-consulting-approved =
    🎉 <b>You are a consultant</b>

    Customers can come to you now: share your invite.
notice-consulting-declined = Your request to work as a consultant was not approved. You can buy for yourself as before; ask support for the reason: /support

# Applicants.
applicant-list =
    <b>Consultants’ requests</b>

    { $count ->
        [0] There are no new requests.
        [one] { $count } request is waiting.
       *[other] { $count } requests are waiting.
    }
applicant =
    <b>Wants to be a consultant</b>

    { $name }
    City: { $city }
    Cabinet: { $number }
applicant-asked = Asked: { $at }
applicant-approve = ✅ Approve
applicant-decline = ✖️ Decline
applicant-approved = ✅ Approved { $at }
applicant-declined = ✖️ Declined { $at }
