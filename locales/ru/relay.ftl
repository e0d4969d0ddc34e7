# A customer and their consultant who write to each other.

command-chat = Переписка
command-done = Закончить писать
command-delete = Удалить своё сообщение: ответьте на него этой командой

relay-write = 💬 Написать консультанту
relay-talks = 💬 Разговоры
relay-talks-count = 💬 Разговоры · { $count }
relay-guest = Гость № { $number }

relay-talk-customer = 💬 Вы пишете консультанту: <b>{ $name }</b>
relay-talk-consultant = 💬 Вы пишете клиенту: <b>{ $name }</b>
relay-on-duty = 🟢 Сейчас на связи, часы работы { $opens }–{ $closes }
relay-off-duty = 🌙 Сейчас не на связи: часы работы { $opens }–{ $closes }, там { $now }. Ответ придёт сюда.
relay-away = <blockquote>{ $text }</blockquote>
relay-unreached-customer = ⚠️ Сообщения до консультанта сейчас не доходят. Мы сохраним их и передадим, как только он вернётся.
relay-unreached-consultant = ⚠️ Клиент остановил бота. Мы сохраним сообщения и передадим, если он вернётся.
relay-hint = Всё, что вы отправите, придёт этому человеку: текст, фото, голос, файлы.
relay-stop = Остановиться: /done
relay-sent = ✓ Отправлено
relay-answered = ✓ Ответ ушёл: <b>{ $name }</b>
relay-done = ✓ Готово
relay-talk-on = 💬 Писать дальше
relay-stopped = Вы больше никому не пишете. Ответить на сообщение можно в любой момент: смахните его или нажмите кнопку под ним.

relay-from-customer = 👤 <b>{ $name }</b>
relay-from-consultant = 💬 <b>{ $name }</b>
relay-answer = ↩️ Ответить: { $name }
relay-album = { $who } · альбом, { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}

relay-talks-title = <b>Разговоры с клиентами</b>
relay-talks-none =
    <b>Разговоры с клиентами</b>

    Пока никто не писал. Когда клиент напишет, его сообщение придёт сюда.
relay-talk-unread = 🔵 { $name } · новых: { $count }
relay-talk-read = { $name } · { $day }
relay-talk-over = { $name } · { $day } · завершён
relay-away-now = Когда вы не на связи, клиенты читают: <blockquote>{ $text }</blockquote>
relay-away-none = Когда вы не на связи, клиенты видят ваши часы работы. К ним можно добавить пару слов.
relay-away-change = ✏️ Автоответ
relay-away-drop = Убрать автоответ
relay-away-ask = Что прочитает клиент, который напишет не в ваши часы? До 300 знаков, одним сообщением.

relay-close = 🏁 Завершить разговор
relay-close-ask =
    <b>Всё обсудили?</b>

    { $name }: разговор завершится для вас обоих. Новое сообщение начнёт следующий.
relay-close-yes = Да, завершить
relay-closed = Разговор завершён. Спасибо! Новое сообщение начнёт следующий.

relay-contact-ask =
    <b>Передать контакт?</b>

    { $name }, { $phone }

    Номер увидит { $to }.
relay-contact-yes = Да, передать
relay-contact-no = Нет, не передавать

relay-delete-how = Чтобы удалить своё сообщение у обоих, ответьте на него командой /delete.

relay-undelivered-customer =
    <b>Сообщение не доставлено</b>

    { $name } сейчас не получает сообщений. Мы сохранили ваше и передадим, если это изменится. Если дело не ждёт, спросите компанию или выберите другого консультанта.
relay-undelivered-consultant =
    <b>Сообщение не доставлено</b>

    { $name } сейчас не получает сообщений: бот остановлен. Мы сохранили ваше и передадим, если клиент вернётся.
relay-refused =
    <b>Сообщение не доставлено</b>

    Telegram не принял его. Попробуйте отправить иначе: { $name } его не видит.
relay-another = 🤝 Другой консультант
relay-company = ❔ Спросить компанию

error-relay-nobody =
    <b>Писать пока некому</b>

    Выберите консультанта, и он ответит прямо здесь.
error-relay-over = Вы больше не пишете друг другу: клиент выбрал другого консультанта.
error-relay-many = Слишком много сообщений подряд. Это не отправлено: подождите минуту и напишите ещё раз.
error-relay-kind = Такое передать не получится. Можно текст, фото, видео, голос, файл, стикер, место или контакт.
error-relay-not-yours = Удалить можно только своё сообщение из переписки: ответьте на него командой /delete.
error-relay-old = Этому сообщению больше двух дней, Telegram его уже не удалит.

expected-relay-away = Напишите пару слов одним сообщением: их прочитает клиент, который напишет не в ваши часы.
expected-relay-talking = Это сообщение никому не передано. Напишите текст или отправьте фото, голос или файл.

relay-rate-ask =
    <b>Как прошёл разговор?</b>

    { $name } увидит только среднюю оценку всех клиентов.
relay-rated =
    <b>Спасибо!</b> { $stars }

    Хотите добавить пару слов? Напишите одним сообщением или просто вернитесь на главную.
relay-word-kept = Спасибо, мы всё сохранили.
expected-relay-word = Напишите пару слов о разговоре текстом или вернитесь на главную.

relay-reminder =
    <b>{ $name } ждёт ответа</b>

    Последнее сообщение осталось без ответа. Ответьте хотя бы парой слов: если и дальше тишина, мы предложим другого консультанта.
relay-offer =
    <b>Ответа пока нет</b>

    { $name } пока не отвечает, мы напомнили о вашем сообщении. Можно подождать, выбрать другого консультанта или спросить компанию.

relay-share = 💬 Обсудить в чате
relay-share-cart = 💬 Показать корзину в чате
relay-share-ask = Кому показать?
relay-shared = Отправлено: { $name }
relay-shared-already = Это уже отправлено: { $name }
relay-product =
    🛍 <b>{ $name }</b>
    { $price } по каталогу
relay-product-open = 🛍 Открыть карточку
relay-cart = 🛒 <b>Корзина</b>
relay-cart-line = • { $name } — { $pieces } × { $price }
relay-cart-none = • { $name } — сейчас нет
relay-cart-gone = • Этого товара больше нет
relay-cart-total = По каталогу: <b>{ $total }</b>
relay-cart-open = 🛒 Открыть корзину
relay-cart-take = 🛒 Положить к себе: { $count } шт.
relay-cart-taken = Готово: в вашей корзине { $count } шт. из показанного.
