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
