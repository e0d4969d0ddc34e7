broadcasts-open = 📣 Рассылки
broadcasts-title = <b>Рассылки</b>
broadcasts-none =
    <b>Рассылки</b>

    Здесь ещё ничего нет. Напишите первую: её получат все, кто согласился на новости и акции.
broadcasts-new = ➕ Новая рассылка
broadcasts-line = № { $id } · { $day } · { $state }
broadcast-state-running = идёт
broadcast-state-paused = на паузе
broadcast-state-done = завершена
broadcast-state-cancelled = отменена
broadcast-ask-russian =
    <b>Текст рассылки</b>

    Пришлите его одним сообщением, с жирным шрифтом и ссылками, как в чате. До 4000 знаков вместе с оформлением.
broadcast-ask-english =
    <b>Текст по-английски</b>

    Пришлите его для тех, кто читает по-английски, или отправьте всем русский.
broadcast-same = Всем русский текст
broadcast-confirm = { $count ->
    [0] Пока никто не согласился на рассылки, отправлять некому.
    [one] Так это увидят люди. Согласился на рассылки { $count } человек.
    [few] Так это увидят люди. Согласились на рассылки { $count } человека.
   *[many] Так это увидят люди. Согласились на рассылки { $count } человек.
}
broadcast-publish = 📣 Отправить
broadcast-rewrite = ✏️ Написать заново
broadcast-title = <b>Рассылка № { $id }</b>: { $state }
broadcast-figures =
    Получили: { $sent }
    Осталось: { $left }
    Заблокировали бота: { $blocked }
    Не удалось: { $failed }
    Отказались до своей очереди: { $skipped }
broadcast-to-paused = ⏸ Пауза
broadcast-to-running = ▶️ Продолжить
broadcast-to-cancelled = ✖️ Отменить
broadcast-refresh = 🔄 Обновить
broadcast-stop = 🔕 Больше не присылать
broadcast-stopped = Готово, рассылок больше не будет. Включить их снова можно в /privacy.

error-broadcast-invalid = Такой текст не отправить: он пуст или длиннее 4000 знаков вместе с оформлением. Пришлите короче.

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
report-percent = { $share } %
report-head-what = Показатель
report-head-count = Человек
report-head-share = Доля, %
report-everybody = Всего в списке
