broadcasts-open = 📣 Рассылки
broadcasts-title = <b>Рассылки</b>
broadcasts-none =
    <b>Рассылки</b>

    Здесь ещё ничего нет. Напишите первую: её получат те, кто согласился на новости и акции.
broadcasts-own-open = 📣 Написать всем клиентам
broadcasts-own-title =
    <b>Рассылки вашим клиентам</b>

    Здесь всё, что вы им писали: сколько человек получили, сколько откликнулись, что ещё можно удалить.
broadcasts-own-none =
    <b>Рассылки вашим клиентам</b>

    Здесь ещё ничего нет. Расскажите о новинках или поздравьте с праздником: письмо от вашего имени получат те ваши клиенты, кто согласился на новости и акции.
broadcasts-new = ➕ Новая рассылка
broadcasts-line = № { $id } · { $day } · { $state }
broadcast-state-awaiting = ждёт одобрения
broadcast-state-planned = запланирована
broadcast-state-repeated = повторяется
broadcast-state-running = идёт
broadcast-state-paused = на паузе
broadcast-state-done = завершена
broadcast-state-cancelled = отменена
broadcast-state-missed = не отправлена
broadcast-kind-offers = Акции
broadcast-kind-news = Новости
broadcast-kind-gifts = Подарки и дни рождения
broadcast-kind-catalog = Новый каталог

broadcast-ask-content =
    <b>Что отправить?</b>

    Пришлите текст одним сообщением, с жирным шрифтом и ссылками, как в чате. Можно картинку или альбом с подписью.

    До { $limit } знаков вместе с оформлением, под одной картинкой до { $caption }.
broadcast-ask-own-content =
    <b>Что написать клиентам?</b>

    Пришлите текст одним сообщением, с жирным шрифтом и ссылками, как в чате. Можно картинку или альбом с подписью. Над текстом будет ваше имя, под ним кнопка, чтобы вам ответить.

    До { $limit } знаков вместе с оформлением, под одной картинкой до { $caption }.
broadcast-ask-english =
    <b>Текст по-английски</b>

    Пришлите его для тех, кто читает по-английски. Без него все получат русский.
broadcast-same = Всем русский текст
broadcast-draft = <b>Новая рассылка</b>
broadcast-kind-line = Вид: { $kind }
broadcast-whom-line = Кому: { $whom }
broadcast-when-line = Когда: { $when }
broadcast-pictures = { $count ->
    [one] { $count } картинка
    [few] { $count } картинки
   *[many] { $count } картинок
}
broadcast-links = { $count ->
    [one] { $count } кнопка
    [few] { $count } кнопки
   *[many] { $count } кнопок
}
broadcast-languages-one = Язык: всем по-русски
broadcast-languages-two = Язык: по-русски и по-английски
broadcast-excerpt = <blockquote>{ $text }</blockquote>
broadcast-no-text = Текста ещё нет: пришлите его сюда.
broadcast-reach = { $count ->
    [0] 👥 Сейчас таких людей нет.
    [one] 👥 Получит <b>{ $count } человек</b>.
    [few] 👥 Получат <b>{ $count } человека</b>.
   *[many] 👥 Получат <b>{ $count } человек</b>.
}
broadcast-marked = ✓ { $words }
broadcast-part-whom = 👥 Кому
broadcast-part-when = 🕙 Когда
broadcast-part-content = ✏️ Текст и картинки
broadcast-part-english = 🌐 По-английски
broadcast-part-links = 🔘 Кнопки
broadcast-part-promotion = 🏷 Акция магазина
broadcast-drop-pictures = 🗑 Без картинок
broadcast-preview = 👁 Показать мне
broadcast-publish = { $count ->
    [one] 📣 Отправить: { $count } человек
    [few] 📣 Отправить: { $count } человека
   *[many] 📣 Отправить: { $count } человек
}
broadcast-plan = { $count ->
    [one] 🕙 Запланировать: { $count } человек
    [few] 🕙 Запланировать: { $count } человека
   *[many] 🕙 Запланировать: { $count } человек
}

broadcast-people-ask = <b>Кому</b>
broadcast-condition = • { $words }
broadcast-whom-own = ваши клиенты, кто согласился
broadcast-whom-all = все, кто согласился
broadcast-is-consultants = консультанты
broadcast-is-customers_of = клиенты, чей консультант { $name }
broadcast-is-town = город { $name }
broadcast-is-zone = часовой пояс { $name }
broadcast-is-ordered = { $days ->
    [one] заказ за последний { $days } день
    [few] заказ за последние { $days } дня
   *[many] заказ за последние { $days } дней
}
broadcast-is-silent = { $days ->
    [one] { $days } день без заказов
    [few] { $days } дня без заказов
   *[many] { $days } дней без заказов
}
broadcast-is-spent = заказы от { $amount }
broadcast-is-spent-in = { $days ->
    [one] заказы от { $amount } за { $days } день
    [few] заказы от { $amount } за { $days } дня
   *[many] заказы от { $amount } за { $days } дней
}
broadcast-is-never_ordered = ещё не заказывали
broadcast-is-birthday = день рождения на этой неделе
broadcast-add-all = Все
broadcast-add-consultants = Консультанты
broadcast-add-customers_of = Клиенты консультанта…
broadcast-add-town = Город…
broadcast-add-zone = Часовой пояс…
broadcast-add-ordered = Недавно заказывали…
broadcast-add-silent = Давно не заказывали…
broadcast-add-spent = Заказы на сумму…
broadcast-add-never_ordered = Ещё не заказывали
broadcast-add-birthday = День рождения
broadcast-ask-customers_of = <b>Чьи клиенты?</b> Пришлите имя консультанта или номер кабинета.
broadcast-ask-town = <b>Какой город?</b> Пришлите название.
broadcast-ask-zone = <b>Какой часовой пояс?</b>
broadcast-ask-ordered = <b>Заказ за сколько последних дней?</b> Выберите или пришлите число.
broadcast-ask-silent = <b>Сколько дней без заказов?</b> Выберите или пришлите число. Тех, кто не заказывал ни разу, здесь нет.
broadcast-ask-spent = <b>Заказы от какой суммы?</b> Выберите или пришлите, например «5000» или «5000 за 90 дней».
broadcast-ask-consultants = <b>Консультанты</b>
broadcast-ask-never_ordered = <b>Ещё не заказывали</b>
broadcast-ask-birthday = <b>День рождения</b>
broadcast-which-one = <b>Кто из них?</b>
broadcast-consultant = { $name }, { $city }
broadcast-nobody-found = Никого не нашли.
broadcast-not-understood = Не разобрали число.

broadcast-links-none =
    <b>Кнопки под сообщением</b>

    Пока ни одной. До четырёх: товар, раздел, акция или ссылка.
broadcast-links-own-none =
    <b>Кнопки под сообщением</b>

    Пока ни одной. До четырёх: товар, раздел или ссылка.
broadcast-links-some =
    <b>Кнопки под сообщением</b>

    Нажмите, чтобы убрать.
broadcast-drop-link = ✖️ { $words }
broadcast-add-product = ➕ Товар
broadcast-add-category = ➕ Раздел
broadcast-add-promotion = ➕ Акция
broadcast-add-address = ➕ Ссылка
broadcast-ask-goods = <b>Какой товар?</b> Пришлите его код.
broadcast-ask-address =
    <b>Куда ведёт кнопка?</b>

    Пришлите слова и адрес, например:
    <code>Читать статью https://example.com/article</code>

    Английские слова отделяются чертой: <code>Читать | Read https://example.com</code>
broadcast-ask-category = <b>Какой раздел?</b>
broadcast-ask-promotion =
    <b>О какой акции магазина речь?</b>

    Под сообщением появится кнопка с её условиями. Когда акция кончится, рассылка сама не уйдёт.
broadcast-no-promotions =
    <b>Акций сейчас нет</b>

    Заведите акцию в /offers, и её можно будет выбрать здесь.
broadcast-promotion = 🏷 <b>{ $title }</b>

broadcast-ask-when =
    <b>Когда</b>: { $when }

    Пришлите время словами:
    «завтра в 10», «5 декабря 12:30», «каждую пятницу в 10:00», «каждый день в 9», «1 числа каждого месяца в 12».
broadcast-ask-own-when =
    <b>Когда</b>: { $when }

    Пришлите время словами: «завтра в 10», «5 декабря 12:30».
broadcast-at-once-button = Сразу
broadcast-local = 🌍 По часам каждого
broadcast-quiet = 🌙 Ночью не будить
broadcast-at-once = сразу
broadcast-at = { $at }
broadcast-every-day = каждый день в { $at }
broadcast-every-workday = по будням в { $at }
broadcast-every-week = каждую неделю ({ $days }) в { $at }
broadcast-every-month = каждый месяц, числа { $days }, в { $at }
broadcast-weekday-0 = пн
broadcast-weekday-1 = вт
broadcast-weekday-2 = ср
broadcast-weekday-3 = чт
broadcast-weekday-4 = пт
broadcast-weekday-5 = сб
broadcast-weekday-6 = вс
broadcast-when-local = { $when }, по часам каждого
broadcast-when-quiet = { $when }, ночью не будим

broadcast-title = <b>Рассылка № { $id }</b>: { $state }
broadcast-started =
    📣 <b>Рассылка № { $id } началась</b>

    Сейчас придёт сообщение, которое покажет, как она идёт: на паузу и отменить её можно прямо там.
broadcast-rests = 🌙 У остальных сейчас ночь, будить их не станем. Продолжим { $at }.
broadcast-rests-local = 🕙 У остальных это время ещё не настало. Продолжим { $at }.
broadcast-from =
    <b>{ $name }, ваш консультант</b>

    { $words }
broadcast-figures =
    Получили: { $sent }
    Осталось: { $left }
    Заблокировали бота: { $blocked }
    Не удалось: { $failed }
    Отказались до своей очереди: { $skipped }
broadcast-people = { $count ->
    [one] 👥 Сейчас это { $count } человек
    [few] 👥 Сейчас это { $count } человека
   *[many] 👥 Сейчас это { $count } человек
}
broadcast-awaits-other = Людей много, поэтому нужно согласие ещё одного администратора. Мы его спросили.
broadcast-awaits-reader = Перед отправкой её прочитает администратор. Как только он ответит, мы вам напишем.
broadcast-awaits-you = Посмотрите, как её увидят люди, и решите.
broadcast-approve = ✅ Одобрить
broadcast-refuse = ✖️ Не отправлять
broadcast-as-sent = 👁 Показать
broadcast-to-paused = ⏸ Пауза
broadcast-to-running = ▶️ Продолжить
broadcast-to-cancelled = ✖️ Отменить
broadcast-refresh = 🔄 Обновить
broadcast-open = Открыть рассылку
broadcast-asked = 📣 <b>Рассылка № { $id } ждёт вашего согласия</b>
broadcast-approved = ✅ Рассылку № { $id } одобрили.
broadcast-refused = ✖️ Рассылку № { $id } не одобрили, она не уйдёт.
broadcast-missed-late =
    <b>Рассылка № { $id } не ушла</b>

    Её время ({ $due }) пришло, когда бот не работал, и теперь отправлять её поздно.
broadcast-missed-promotion =
    <b>Рассылка № { $id } не ушла</b>

    Акция, о которой она говорит, к { $due } уже кончилась.
broadcast-missed-zones =
    <b>Рассылка № { $id } ушла не всем</b>

    { $count ->
        [one] В { $count } часовом поясе её время давно прошло.
        [few] В { $count } часовых поясах её время давно прошло.
       *[many] В { $count } часовых поясах её время давно прошло.
    }

broadcast-fewer = 🔕 Реже
broadcast-stop = ✖️ Больше не присылать
broadcast-stopped = Готово, рассылок больше не будет.
broadcast-only-preview = Это просмотр. У людей эта кнопка сработает сразу.
kinds-open = 🔔 Какие рассылки присылать
kinds-all =
    <b>Что вам присылать</b>

    Нажмите, чтобы выключить лишнее.
kinds-some =
    <b>Что вам присылать</b>

    Выключенное не придёт. Нажмите, чтобы изменить.
kinds-on = 🔔 { $kind }
kinds-off = 🔕 { $kind }
kinds-muted = Выключено: { $kind }
kinds-saved = Запомнили
kinds-stop = ✖️ Ничего не присылать
kinds-none = <b>Рассылки выключены.</b> Чтобы получать их, нужно ваше согласие.
kinds-stopped =
    <b>Готово, рассылок больше не будет.</b>

    Нажали случайно или передумали? Вернуть их можно одной кнопкой. Вот на что вы соглашаетесь:
kinds-again = ↩️ Даю согласие, присылайте снова
kinds-none-form = <b>Рассылки выключены.</b> Согласиться на них можно в начале анкеты.
kinds-form = К анкете

error-broadcast-text = Такой текст не отправить: он пуст или длиннее { $limit } знаков вместе с оформлением. Пришлите короче.
error-broadcast-caption = Под одной картинкой помещается { $limit } знаков вместе с оформлением. Пришлите текст короче или ещё картинку.
error-broadcast-pictures = В альбом входит не больше { $limit } картинок.
error-broadcast-segment = Такого условия нет: проверьте число.
error-broadcast-time-format = Не разобрали время. Пришлите, например, «завтра в 10» или «каждую пятницу в 10:00».
error-broadcast-time-past = Это время уже прошло. Пришлите будущее.
error-broadcast-time-far = Это дальше чем через год. Пришлите время поближе.
error-broadcast-time-repeat = Клиентам пишут каждый раз заново: повторять рассылку саму по себе нельзя. Пришлите один день и час, например «завтра в 10».
error-broadcast-link-words = Слова на кнопке: от 1 до 40 знаков. Пришлите их перед адресом.
error-broadcast-link-address = Нужен адрес, который начинается с https://, например https://example.com
error-broadcast-link-many = Под сообщением помещается не больше четырёх кнопок.
error-broadcast-own = Свою рассылку одобряет другой администратор.
error-way-draft = К рассылке

broadcast-bar = { $bar } { $percent } %
broadcast-pace = Скорость: { $rate } в секунду
broadcast-to-go-soon = До конца меньше минуты
broadcast-to-go-minutes = До конца около { $minutes } мин
broadcast-to-go-hours = До конца около { $hours } ч { $minutes } мин
broadcast-recall = 🗑 Удалить у всех
broadcast-recall-title = <b>Рассылка № { $id }</b>: удалить у всех
broadcast-recall-ask =
    Сообщения, которым меньше двух суток, исчезнут из чатов людей. Более старые Telegram удалить не даёт. Если рассылка ещё идёт, она прекратится.

    Вернуть удалённое нельзя.
broadcast-recall-nothing = Удалять нечего: за последние двое суток ничего не отправлено, а более старое Telegram удалить не даёт.
broadcast-recall-yes = 🗑 Да, удалить у всех
broadcast-recalling =
    Удаляем из чатов…
    Удалено: { $deleted }
    Осталось: { $left }
    Уже не было в чате: { $gone }
    Не удалось: { $failed }
broadcast-recalled =
    Удалено из чатов: { $deleted }
    Не успели: { $left }
    Уже не было в чате: { $gone }
    Не удалось: { $failed }

error-nothing-to-recall = Удалять нечего: за последние двое суток по этой рассылке ничего не отправлено, а более старое Telegram удалить не даёт.

broadcast-report = 📊 Отчёт
broadcast-report-text =
    <b>Рассылка № { $id }</b>: отчёт
    { $day }

    Доставлено: { $sent }
    Заблокировали бота: { $blocked }
    Не удалось: { $failed }
    Отказались до своей очереди: { $skipped }

    Нажали кнопку: { $pressed }
    Заказали за 7 дней: { $ordered }
    Нажали «не присылать»: { $stopped }
broadcast-report-left = Осталось отправить: { $left }
broadcast-report-counting = Заказы и нажатия считаются ещё до { $day }.
broadcast-report-frozen = Итоги подведены { $day }.
broadcast-report-links = Нажатия на ссылки Telegram не сообщает.
broadcast-report-sheet = 📄 Таблица
broadcast-report-sheet-soon = Таблица придёт через несколько секунд.
broadcast-report-file = рассылка-{ $id }
report-title = Рассылка № { $id }
report-people = { $count ->
    [one] { $count } человек в списке
    [few] { $count } человека в списке
   *[many] { $count } человек в списке
}
report-what-they-did = Что сделали те, кто получил
report-delivered = Доставлено
report-blocked = Заблокировали
report-failed = Не удалось
report-skipped = Отказались
report-left = Осталось
report-pressed = Нажали кнопку
report-ordered = Заказали за 7 дней
report-stopped = Больше не присылать
report-number = { $count }
report-percent = { $share } %
report-head-what = Показатель
report-head-count = Человек
report-head-share = Доля, %
report-everybody = Всего в списке
