# Letters and SMS. Tags become HTML in the letter and are left out of its text.
letter-code-subject = Код подтверждения — { $brand }
letter-code =
    Здравствуйте!

    Ваш код: <b>{ $code }</b>

    Он действует 10 минут. Никому его не сообщайте: сотрудники и консультанты никогда не спрашивают код. Если вы ничего не запрашивали, просто удалите это письмо.

    { $brand }
sms-code = { $code } — код подтверждения { $brand }. Никому его не сообщайте.
