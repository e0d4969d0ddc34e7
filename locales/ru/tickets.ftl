# Writing to the company: a ticket is "обращение".

ticket-new = ✍️ Написать в компанию
tickets-open = 📨 Мои обращения
tickets-serve = 📨 Обращения
ticket-about-order = 📦 Заказ
ticket-about-quality = 🧴 Качество
ticket-about-delivery = 🚚 Доставка
ticket-about-consultant = 🤝 Консультант
ticket-about-personal = 🔒 Личные данные
ticket-about-other = 💬 Другое
ticket-state-open = ждёт ответа
ticket-state-answered = есть ответ
ticket-state-closed = закрыто
ticket-state-merged = объединено

ticket-ask-about =
    <b>Написать в компанию</b>

    О чём? Выберите тему: так ответ придёт быстрее. Возможно, он уже есть среди частых вопросов.
ticket-ask-words =
    <b>{ $about }</b>

    Расскажите, что случилось, одним или несколькими сообщениями: до { $limit } знаков. Можно приложить фото, до { $photos }.
ticket-hidden-from-consultant = Ваш консультант этого обращения не увидит.
ticket-draft =
    <b>{ $about }</b>

    <blockquote>{ $text }</blockquote>
    { $photos ->
        [0] Фото не приложены.
        [one] Приложено { $photos } фото.
        [few] Приложено { $photos } фото.
       *[many] Приложено { $photos } фото.
    } Можно дописать или прислать ещё фото, а потом отправить.
ticket-send = 📨 Отправить
ticket-drop = ✖️ Не отправлять
ticket-opened =
    <b>Обращение № { $number } принято</b>

    Ответим до { $due }. Ответ придёт сюда сообщением: на него можно просто ответить.
ticket-open = 📂 Открыть
tickets-own = { $count ->
    [0] <b>Мои обращения</b>

        Пока ни одного. Если что-то пошло не так, напишите: прочтёт человек.
    [one] <b>Мои обращения</b>: { $count }
    [few] <b>Мои обращения</b>: { $count }
   *[many] <b>Мои обращения</b>: { $count }
}
ticket-line = № { $number } · { $about } · { $state }
ticket-title = <b>Обращение № { $number }</b> · { $about }
ticket-is-open = Ответим до { $due }.
ticket-is-answered = Мы ответили. Если вопрос решён, закройте обращение.
ticket-is-closed = Закрыто. Открыть снова можно в течение 7 дней.
ticket-is-rated = Закрыто. Оценка: { $stars }
ticket-is-merged = Продолжается в обращении № { $number }.
ticket-go-on = 📂 Обращение № { $number }
ticket-write-on = ✍️ Написать ещё
ticket-close = ✅ Закрыть обращение
ticket-reopen = 🔄 Открыть снова
ticket-stars = { $stars } ⭐
ticket-photo = 📷 { $number }
ticket-photo-of = Фото из обращения № { $number }
ticket-photo-only = (фото)
ticket-text = { $text }
ticket-said-you = <b>Вы</b>, { $at }
ticket-said-company = <b>Компания</b>, { $at }
ticket-event-closed-author = <i>{ $at }: вы закрыли обращение</i>
ticket-event-closed-staff = <i>{ $at }: компания закрыла обращение</i>
ticket-event-reopened-author = <i>{ $at }: вы открыли обращение снова</i>
ticket-event-reopened-staff = <i>{ $at }: компания открыла обращение снова</i>
ticket-event-merged-author = <i>{ $at }: обращения объединены</i>
ticket-event-merged-staff = <i>{ $at }: обращения объединены</i>
ticket-event-rated-author = <i>{ $at }: вы оценили ответ</i>
ticket-event-rated-staff = <i>{ $at }: ответ оценён</i>
ticket-ask-more =
    <b>Обращение № { $number }</b>

    Пришлите сообщение или фото, до { $limit } знаков: отправим сразу.
ticket-added = ✅ Отправлено. Можно добавить ещё: просто пишите.
ticket-news-answered =
    <b>Ответ на обращение № { $number }</b>

    { $text }
ticket-news-closed =
    <b>Обращение № { $number } закрыто</b>

    Оцените, как мы помогли. Если вопрос остался, откройте обращение снова: это можно сделать в течение 7 дней.
ticket-news-reopened = <b>Обращение № { $number } снова открыто</b>: мы им занимаемся.
ticket-news-merged = Обращение № { $number } объединено с обращением № { $other }: ответим там.
ticket-thanks =
    <b>Спасибо за оценку!</b> { $stars }

    Обращение № { $number } закрыто.

# The staff's side.

tickets-list-open = 📨 Все
tickets-list-mine = 👤 Мои
tickets-list-ended = 🗄 Закрытые
tickets-served-open = { $count ->
    [0] <b>Обращения</b>

        Всё разобрано, открытых нет.
    [one] <b>Обращения</b>: открыто { $count }. Сверху самые срочные.
    [few] <b>Обращения</b>: открыто { $count }. Сверху самые срочные.
   *[many] <b>Обращения</b>: открыто { $count }. Сверху самые срочные.
}
tickets-served-mine = { $count ->
    [0] <b>Мои обращения</b>

        За вами ничего не числится.
    [one] <b>За вами</b> { $count } обращение.
    [few] <b>За вами</b> { $count } обращения.
   *[many] <b>За вами</b> { $count } обращений.
}
tickets-served-ended = { $count ->
    [0] <b>Закрытые обращения</b>

        Пока ни одного.
    [one] <b>Закрытые обращения</b>: { $count }
    [few] <b>Закрытые обращения</b>: { $count }
   *[many] <b>Закрытые обращения</b>: { $count }
}
tickets-rated = Средняя оценка: { $stars } ⭐ (оценок: { $count })
ticket-line-new = 🔴 № { $number } · { $about } · до { $due }
ticket-line-mine = 🟡 № { $number } · { $about } · до { $due }
ticket-overdue = ⏰ <b>Просрочено</b>: ответить надо было до { $due }
ticket-staff-open = Ответить до { $due }
ticket-staff-answered = Ответ дан, слово за клиентом
ticket-staff-closed = Закрыто
ticket-owner = Отвечает: { $name }
ticket-nobody = пока никто
ticket-whose = { $whose }{ $cabinet }
ticket-whose-guest = Гость
ticket-whose-customer = Клиент
ticket-whose-consultant = Консультант
ticket-whose-admin = Администратор
ticket-cabinet = , кабинет { $number }
ticket-client = Клиент
ticket-colleague = Сотрудник { $id }
ticket-card-text = <blockquote>{ $text }</blockquote>
ticket-card-photos = 📷 { $count } фото
ticket-how-to-answer = Ответ на сообщение бота уйдёт клиенту, как и <code>/answer текст</code>. Всё остальное в теме видят только сотрудники.
ticket-said-words = <b>{ $name }</b>, { $at }
ticket-said-answer = <b>{ $name }</b>, ответ, { $at }
ticket-said-note = 📝 <b>{ $name }</b>, заметка, { $at }
ticket-event-taken = <i>{ $at }: в работе ({ $name })</i>
ticket-event-handed = <i>{ $at }: передано ({ $name })</i>
ticket-event-closed = <i>{ $at }: закрыто ({ $name })</i>
ticket-event-reopened = <i>{ $at }: открыто снова ({ $name })</i>
ticket-event-merged = <i>{ $at }: объединено ({ $name })</i>
ticket-event-rated = <i>{ $at }: оценено ({ $name })</i>
ticket-entry-words =
    💬 <b>№ { $number }, { $name }:</b>

    { $text }
ticket-entry-answer =
    ↩️ <b>№ { $number }, { $name } отвечает:</b>

    { $text }
ticket-entry-note =
    📝 <b>№ { $number }, заметка, { $name }:</b>

    { $text }
ticket-done-closed = ✅ Обращение № { $number } закрыто: { $name }.
ticket-done-reopened = 🔄 Обращение № { $number } снова открыто: { $name }.
ticket-done-merged = 🔗 Обращение № { $number } объединено с другим: { $name }.
ticket-answer = ↩️ Ответить
ticket-note = 📝 Заметка
ticket-take = 👤 Взять себе
ticket-hand-over = 🤝 Передать
ticket-templates = 📋 Шаблоны
ticket-merge = 🔗 Объединить
ticket-notice-new = 📨 <b>Новое обращение</b>
ticket-remind-half = ⏳ <b>Половина срока прошла.</b> Обращение № { $number } ждёт ответа.
ticket-remind-day = ⏳ <b>Остался день.</b> Обращение № { $number } ждёт ответа.
ticket-remind-overdue = ⏰ <b>Срок вышел.</b> На обращение № { $number } ещё не ответили.
ticket-remind-handed = 👤 <b>Вам передали обращение № { $number }.</b>
ticket-ask-answer =
    <b>Ответ на обращение № { $number }</b>

    Пришлите текст или фото, до { $limit } знаков: клиент получит их сразу.
ticket-ask-note =
    <b>Заметка к обращению № { $number }</b>

    Её видят только сотрудники. Если человек запросит копию своих данных, заметка в неё войдёт.
ticket-answered = ✅ Ответ отправлен.
ticket-noted = ✅ Заметка сохранена.
ticket-ask-colleague = Кому передать обращение № { $number }?
ticket-no-colleague = Передать обращение № { $number } пока некому: другие сотрудники ещё не заходили в кабинет.
ticket-ask-merge = С каким обращением того же человека объединить № { $number }? Переписка продолжится там.
ticket-no-merge = У этого человека нет других открытых обращений: объединять № { $number } не с чем.
ticket-ask-template = Какой ответ на обращение № { $number }?
ticket-template-preview =
    Так ответ на обращение № { $number } увидит клиент:

    <blockquote>{ $text }</blockquote>
    Отправьте как есть или скопируйте и напишите по-своему.
ticket-template-send = 📨 Отправить клиенту
# Stands in a ready answer for the number of the ticket it is sent to.
ticket-template-mark = [номер]
ticket-template-received = Приняли
ticket-template-received-text =
    Здравствуйте! Спасибо, что написали. Мы разбираемся и ответим в ближайшее время.
ticket-template-number = Номер заказа?
ticket-template-number-text =
    Здравствуйте! Напишите, пожалуйста, номер заказа: он есть в разделе «Мои заказы».
ticket-template-photo = Нужны фото
ticket-template-photo-text =
    Здравствуйте! Пришлите, пожалуйста, фото товара и упаковки: так мы быстрее поймём, что случилось.
ticket-template-tracking = Посылка в пути
ticket-template-tracking-text =
    Здравствуйте! Посылка в пути. Где она, видно в карточке заказа: нажмите «Мои заказы» и выберите заказ.
ticket-template-replace = Заменим
ticket-template-replace-text =
    Здравствуйте! Нам жаль, что так вышло. Мы заменим товар: консультант свяжется с вами и договорится о времени.
ticket-template-refund = Вернём деньги
ticket-template-refund-text =
    Здравствуйте! Мы вернём деньги тем же способом, каким вы платили, в течение 10 дней.
ticket-template-data = О данных
ticket-template-data-text =
    Здравствуйте! Копию своих данных можно получить командой /mydata, исправить в анкете, удалить в разделе /privacy. Если что-то не получается, напишите нам здесь.
ticket-template-solved = Всё решено?
ticket-template-solved-text =
    Здравствуйте! Получилось ли решить вопрос? Если да, закройте, пожалуйста, обращение № { $number } и оцените ответ.

# In the staff's group.

ticket-topic = № { $number } · { $about }
ticket-group-answer = Напишите номер обращения и ответ: <code>/answer 1001 Здравствуйте!</code> В теме обращения номер не нужен.
ticket-group-only-words = Клиенту это не отправлено: уходят только текст и фото.
ticket-destroyed = Обращение уничтожено по требованию человека, который его написал.
ticket-group-staff-only = Эти кнопки для сотрудников компании.

error-ticket-empty = Пришлите текст или фото: пустое сообщение отправить нельзя.
error-ticket-long = Получилось длиннее { $limit } знаков. Сократите, пожалуйста, или отправьте частями.
error-ticket-changed = Пока вы думали, в обращении что-то изменилось. Откройте его ещё раз.
error-ticket-open = Обращение открыто, этого сейчас не сделать. Откройте его ещё раз.
error-ticket-answered = На обращение уже ответили. Откройте его ещё раз.
error-ticket-closed = Обращение уже закрыто. Откройте его снова, чтобы продолжить.
error-ticket-merged = Обращение объединено с другим и продолжается там.
error-ticket-late = Обращение закрыто больше { $days ->
    [one] { $days } дня
    [few] { $days } дней
   *[many] { $days } дней
} назад, открыть его снова нельзя. Напишите новое.
error-ticket-many = { $limit ->
    [one] У вас уже { $limit } открытое обращение.
    [few] У вас уже { $limit } открытых обращения.
   *[many] У вас уже { $limit } открытых обращений.
} Допишите в одно из них или закройте ненужное.
