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
