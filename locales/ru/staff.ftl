staff-find = 🔎 Найти кабинет
staff-none = нет
staff-number =
    <b>Чей кабинет?</b>

    Напишите его номер: девять цифр. Поиск записывается в журнал.
staff-masked =
    <b>Кабинет № { $number }</b>

    Имя: { $name }
    Телефон: { $phone }
    Почта: { $email }
staff-open = Открыть данные полностью
staff-reason =
    <b>Зачем открыть данные?</b>

    Напишите причину, хотя бы { $least } знаков: она останется в журнале. Данные придут отдельным сообщением, и через { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    } оно удалится само.
staff-opened = Причина записана. Данные придут сообщением ниже, через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
} оно удалится.
staff-another = Другой кабинет
staff-personal =
    <b>Кабинет № { $number }</b>
    Сообщение удалится через { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }.
