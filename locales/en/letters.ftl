# Letters and SMS. Tags become HTML in the letter and are left out of its text.
letter-code-subject = Confirmation code — { $brand }
letter-code =
    Hello!

    Your code: <b>{ $code }</b>

    It is good for 10 minutes. Tell it to nobody: neither staff nor consultants ever ask for it. If you did not ask for anything, just delete this letter.

    { $brand }
sms-code = { $code } is your confirmation code of { $brand }. Tell it to nobody.
letter-password-subject = Logging in to your cabinet — { $brand }
letter-password =
    Hello!

    Your cabinet is open. Number: <b>{ $number }</b>

    One-time password: <b>{ $password }</b>

    The password works for { $days ->
        [one] { $days } day.
       *[other] { $days } days.
    } To log in from another Telegram account, open the bot @{ $bot }, press “I have a cabinet already” and replace this password with your own. Tell it to nobody: staff and consultants never ask for a password.

    { $brand }
letter-recovered-subject = Your cabinet’s password was changed — { $brand }
letter-recovered =
    Hello!

    Access to your cabinet has just been recovered with a code: the password is a new one, and all earlier Telegram accounts are unbound.

    If that was not you, recover access yourself or write to us: { $support }

    { $brand }
letter-former-phone-subject = The phone of your cabinet was changed — { $brand }
letter-former-phone =
    Hello!

    In the cabinet at { $brand } another phone has just taken the place of yours. If it was you, there is nothing more to do.

    <b>If it wasn’t you:</b> open the bot @{ $bot } and send /recover. The code for a new password goes to the contact that was not changed, and strange accounts are unbound. If all contacts were changed, write to us: { $support }

    { $brand }
letter-former-email-subject = The e-mail of your cabinet was changed — { $brand }
letter-former-email =
    Hello!

    In the cabinet at { $brand } another address has just taken the place of this one. If it was you, there is nothing more to do.

    <b>If it wasn’t you:</b> open the bot @{ $bot } and send /recover. The code for a new password goes to the contact that was not changed, and strange accounts are unbound. If all contacts were changed, write to us: { $support }

    { $brand }
sms-former-phone = { $brand }: another number has taken the place of this one in your cabinet. Not you? Open @{ $bot }, send /recover. Help: { $support }
sms-former-email = { $brand }: the e-mail of your cabinet was changed. Not you? Open @{ $bot }, send /recover. Help: { $support }
