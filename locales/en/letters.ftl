# Letters and SMS. Tags become HTML in the letter and are left out of its text.
letter-code-subject = Confirmation code — { $brand }
letter-code =
    Hello!

    Your code: <b>{ $code }</b>

    It is good for 10 minutes. Tell it to nobody: neither staff nor consultants ever ask for it. If you did not ask for anything, just delete this letter.

    { $brand }
sms-code = { $code } is your confirmation code of { $brand }. Tell it to nobody.
