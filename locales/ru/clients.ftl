# The client book of a consultant.
clients-title = { $count ->
    [one] <b>Ваши клиенты: { $count } человек</b>
    [few] <b>Ваши клиенты: { $count } человека</b>
   *[many] <b>Ваши клиенты: { $count } человек</b>
}
clients-none =
    <b>Клиентов пока нет</b>

    Поделитесь приглашением: кто придёт по нему и заполнит анкету, появится здесь.
clients-unnamed = { $count ->
    [one] Ещё { $count } человек выбрал вас и пока не заполнил анкету: имя появится после неё.
    [few] Ещё { $count } человека выбрали вас и пока не заполнили анкету: имена появятся после неё.
   *[many] Ещё { $count } человек выбрали вас и пока не заполнили анкету: имена появятся после неё.
}
clients-found = { $count ->
    [0] По запросу «{ $query }» никого не нашлось. Проверьте имя или откройте всех.
    [one] По запросу «{ $query }»: { $count } человек
    [few] По запросу «{ $query }»: { $count } человека
   *[many] По запросу «{ $query }»: { $count } человек
}
clients-brief = { $name } · { $date }
clients-brief-new = { $name } · без заказов
clients-search = 🔎 Найти
clients-all = Все клиенты
clients-ask-name =
    <b>Кого ищем?</b>

    Напишите имя или фамилию, хоть по-английски, хоть с опечаткой.

client-title = <b>{ $name }</b>
client-since = Клиент с { $date }
client-orders = { $count ->
    [one] У вас { $count } заказ
    [few] У вас { $count } заказа
   *[many] У вас { $count } заказов
}
client-no-orders = Заказов у вас пока нет
client-write = 💬 Написать
client-propose = 🛍 Собрать заказ для клиента
client-withdraw = Отозвать подборку
client-proposal-sent = 📨 Подборка от { $date } ждёт ответа
client-proposal-taken = ✅ Подборка от { $date } у клиента в корзине
client-proposal-refused = Подборку от { $date } клиент не взял
client-proposal-withdrawn = Подборка от { $date } отозвана
client-quiet-proposals = 🔕 Просит не присылать подборки.

quiet-proposals-on = 🔕 Хорошо, подборок от консультанта больше не будет. О ваших заказах пишем по-прежнему.
quiet-proposals-off = 🔔 Консультант снова может присылать вам подборки.
quiet-care-on = 🔕 Хорошо, после заказов консультант больше не спросит, как дела. О самих заказах пишем по-прежнему.
quiet-care-off = 🔔 Консультант снова может спросить, всё ли понравилось.
quiet-undo = 🔔 Присылать снова
quiet-stop = 🔕 Не присылать
