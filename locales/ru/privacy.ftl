privacy-open-consents = Мои согласия
privacy-consents = <b>Ваши согласия</b>
privacy-consents-none =
    <b>Согласий нет</b>

    Вы не давали согласий, или все они отозваны.
privacy-consent-cabinet =
    ✅ <b>Личный кабинет</b>
    Дано { $at }, редакция { $version }
privacy-consent-promotions =
    ✅ <b>Рекламные сообщения</b>
    Дано { $at }, редакция { $version }
privacy-consent-photo =
    ✅ <b>Фотография</b>
    Дано { $at }, редакция { $version }
privacy-withdraw-cabinet = Отозвать: кабинет
privacy-withdraw-promotions = Отозвать: реклама
privacy-withdraw-photo = Отозвать: фотография
privacy-withdraw-ask-cabinet =
    <b>Отозвать согласие на обработку данных?</b>

    Новых данных мы больше не запишем, а записанные уничтожим не позднее чем через 30 дней. До этого можно передумать: «Ваши данные» → «Удалить мои данные».
privacy-withdraw-ask-promotions =
    <b>Отозвать согласие на рекламу?</b>

    Рекламных сообщений больше не будет. На заказы это не влияет.
privacy-withdraw-ask-photo =
    <b>Отозвать согласие на фотографию?</b>

    Виртуальный макияж с вашей фотографией станет недоступен. На заказы это не влияет.
privacy-withdraw = Да, отозвать
privacy-withdrawn = Согласие отозвано

command-mydata = Копия ваших данных
mydata-open = 📄 Копия моих данных
mydata-password =
    <b>Введите пароль кабинета</b>

    Телефон мог попасть в чужие руки, поэтому сначала пароль. Сообщение с ним мы сразу удалим.
mydata-password-wrong =
    <b>Пароль не подошёл</b>

    Введите его ещё раз или восстановите.
mydata-coming =
    <b>Готовим копию</b>

    Через несколько секунд придут два файла: PDF для чтения и JSON для программ. В них ваши паспорт и адрес: сохраните их в надёжном месте и удалите из чата.
mydata-file-json = Ваши данные: файл для программ. Сохраните его и удалите это сообщение.
mydata-file-pdf = Ваши данные: файл для чтения. Сохраните его и удалите это сообщение.
mydata-title = Копия ваших данных
mydata-lead = Всё, что { $operator } хранит о вас (статья 14 закона № 152-ФЗ). Внутренние номера есть в файле JSON.
mydata-yes = да
mydata-no = нет
error-proof-needed = Анкета открывает кабинет, поэтому сначала введите пароль. После него 15 минут можно исправлять.
error-too-many-copies = За сутки копия уже сделана столько раз, сколько можно: { $limit }. Попробуйте завтра.
error-request-ended = По этому обращению решение уже принято, или его отозвали.

erasure-open = 🗑 Удалить мои данные
erasure-what =
    <b>Удалить мои данные</b>

    <b>Уничтожим:</b> анкету с паспортом, адресом и контактами, номер кабинета и пароль, привязки, корзину, избранное, комментарии и историю сообщений.
    <b>Останется без имени:</b> состав и суммы заказов (бухгалтерский учёт, закон № 402-ФЗ, статья 29: пять лет), отметка о том, что согласие было, и акт об уничтожении (три года).
    <b>Срок:</b> 10 рабочих дней. Пока данные не уничтожены, просьбу можно отозвать. Потом войти в кабинет будет нельзя.
erasure-open-orders = ⚠️ { $count ->
    [one] Ещё { $count } заказ ждёт
    [few] Ещё { $count } заказа ждут
   *[many] Ещё { $count } заказов ждут
} подтверждения. После удаления консультант не узнает, кому их везти: отмените их или дождитесь доставки.
erasure-consultant = ⚠️ Вы консультант: ваша карточка исчезнет из поиска, а вашим клиентам предложат выбрать другого.
erasure-ask = Удалить мои данные
erasure-asked =
    <b>Просьба № { $number } принята</b>

    Данные будут уничтожены не позднее { $due }. Придёт сообщение. До этого просьбу можно отозвать.
erasure-cancel = Отозвать просьбу
erasure-cancelled =
    <b>Просьба отозвана</b>

    Ваши данные остаются. Если вы отзывали согласие, дайте его снова в анкете: /form.
erasure-cancelled-toast = Просьба отозвана

requests-open = 📨 Обращения о данных
requests-queue = <b>Обращения о персональных данных</b>

    { $count ->
        [one] Ждёт решения { $count } обращение
        [few] Ждут решения { $count } обращения
       *[many] Ждут решения { $count } обращений
    }. Сверху то, срок которого ближе.
requests-none =
    <b>Обращения о персональных данных</b>

    Все обращения рассмотрены.
requests-row = № { $number } · { $kind } · до { $due }
requests-row-late = 🔴 № { $number } · { $kind } · до { $due }
requests-kind-access = копия данных
requests-kind-erasure = удаление
requests-kind-withdrawal = отзыв согласия
requests-one =
    <b>Обращение № { $number }: { $kind }</b>

    Запись клиента: { $cabinet }
    Поступило: { $asked }
    Срок: { $due }
requests-late = 🔴 <b>Срок прошёл.</b> Ответьте сегодня.
requests-open-orders = ⚠️ { $count ->
    [one] { $count } заказ ещё не исполнен
    [few] { $count } заказа ещё не исполнены
   *[many] { $count } заказов ещё не исполнены
}: это основание отложить уничтожение.
requests-destroy = Уничтожить данные
requests-refuse-contract = Отказать: заказ не исполнен
requests-refuse-dispute = Отказать: запрос суда или органа
requests-state-open = Ждёт решения.
requests-state-done = Исполнено.
requests-state-refused = Отказано.
requests-state-cancelled = Отозвано.
requests-destroy-ask =
    <b>Уничтожить данные по обращению № { $number }?</b>

    Вернуть их будет нельзя. Заказы останутся без имени. Акт придёт файлом.
requests-destroy-sure = Да, уничтожить
requests-destroyed =
    <b>Данные уничтожены</b>

    Акт придёт файлом. Храните его три года; здесь он тоже останется.
requests-refused = Отказ записан, человек узнает основание.
requests-look = Открыть обращение

notice-request-asked = 📨 <b>Новое обращение № { $number }</b>: { $kind }. Срок: { $due }.
notice-request-half = ⏳ Обращение № { $number } ({ $kind }): прошла половина срока. Срок: { $due }.
notice-request-day = ⏰ Обращение № { $number } ({ $kind }): остался один рабочий день. Срок: { $due }.
notice-request-overdue = 🔴 Обращение № { $number } ({ $kind }) просрочено. Срок был: { $due }.
notice-erasure-asked = ⚠️ <b>Из вашего кабинета попросили удалить все данные.</b> Просьбу подтвердили паролем. Если это были не вы, отзовите её и смените пароль.
notice-erasure-refused-contract =
    <b>Пока не можем удалить ваши данные</b>

    Есть неисполненный заказ, без данных его не доставить (закон № 152-ФЗ, статья 6, часть 1, пункт 5). Когда заказ будет исполнен, попросите снова. Отказ можно обжаловать в Роскомнадзор.
notice-erasure-refused-dispute =
    <b>Пока не можем удалить ваши данные</b>

    Их запросил суд или орган власти (закон № 152-ФЗ, статья 6, часть 1). Отказ можно обжаловать в Роскомнадзор.
notice-erased =
    <b>Ваши данные уничтожены</b>

    Заказы остались в учёте без вашего имени. Спасибо, что были с нами. Если захотите вернуться, просто напишите /start.

act-title = Акт об уничтожении персональных данных № { $number }
act-lead = Оператор: { $operator }. Акт составлен программой по приказу Роскомнадзора № 179; вместе с выгрузкой из журнала хранится три года.
act-file = Акт об уничтожении № { $number }. Храните три года.
act-facts = Обстоятельства
act-subject = Субъект
act-subject-number = запись клиента № { $number }
act-system = Информационная система
act-reason = Причина
act-reason-access = запрос субъекта
act-reason-erasure = требование субъекта (статья 21, часть 5.1)
act-reason-withdrawal = отзыв согласия (статья 21, часть 5)
act-asked = Обращение поступило
act-at = Уничтожено
act-by = Уничтожил (номер в Telegram)
act-way = Способ
act-way-words = удаление записей из базы данных одной транзакцией с затиранием
act-log = Выгрузка из журнала: категории и число записей

mydata-area-people = Учётная запись
mydata-area-forms = Анкета
mydata-area-credentials = Вход в кабинет
mydata-area-consents = Согласия
mydata-area-data_requests = Обращения о данных
mydata-area-consulting_requests = Заявка консультанта
mydata-area-consultant_changes = Смена консультанта
mydata-area-consultants = Карточка консультанта
mydata-area-order_lines = Товары в заказах
mydata-area-order_events = История заказов
mydata-area-orders = Заказы
mydata-area-cart_lines = Товары в корзине
mydata-area-carts = Корзина
mydata-area-favourites = Избранное
mydata-area-broadcast_presses = Нажатия под рассылками
mydata-area-comparisons = Сравнение
mydata-area-watches = Ожидание товара
mydata-area-seen_products = Просмотренное
mydata-area-muted_kinds = Выключенные рассылки
mydata-area-audience_marks = Признаки для рассылок
mydata-area-broadcast_albums = Альбомы рассылок
mydata-area-codes = Коды подтверждения
mydata-area-entries = Вход по паролю или коду
mydata-area-outbox = Уведомления
mydata-area-failed_updates = Необработанные сообщения
mydata-area-fsm = Незаконченный ввод
mydata-area-screens = Последнее сообщение
mydata-area-guards = Счётчики попыток
mydata-area-bindings = Привязки Telegram
mydata-area-customers = Запись клиента
mydata-field-id = Номер
mydata-field-language = Язык
mydata-field-created_at = Создано
mydata-field-name = Имя для заказов
mydata-field-last_name = Фамилия
mydata-field-first_name = Имя
mydata-field-patronymic = Отчество
mydata-field-birth_date = Дата рождения
mydata-field-passport = Паспорт
mydata-field-passport_issued = Паспорт выдан
mydata-field-passport_department = Код подразделения
mydata-field-address = Адрес
mydata-field-phone = Телефон
mydata-field-email = Почта
mydata-field-group_kind = Вид группы
mydata-field-group_number = Номер группы
mydata-field-card = Карта (сеть и последние цифры)
mydata-field-skipped = Пропущено
mydata-field-waiting = Ждёт подтверждения
mydata-field-approval = Одобрение
mydata-field-updated_at = Изменено
mydata-field-reminded_at = Напоминание
mydata-field-number = Номер кабинета
mydata-field-issued_at = Выдан
mydata-field-changed_at = Пароль изменён
mydata-field-purpose = Цель
mydata-field-version = Редакция
mydata-field-given_at = Дано
mydata-field-withdrawn_at = Отозвано
mydata-field-kind = Вид
mydata-field-state = Состояние
mydata-field-asked_at = Поступило
mydata-field-due_at = Срок
mydata-field-decided_at = Решено
mydata-field-ground = Основание
mydata-field-answer = Ответ
mydata-field-reason = Причина
mydata-field-at = Когда
mydata-field-order_id = Заказ №
mydata-field-code = Артикул
mydata-field-name_ru = Название
mydata-field-name_en = Name
mydata-field-shade_ru = Оттенок
mydata-field-shade_en = Shade
mydata-field-price = Цена
mydata-field-quantity = Количество
mydata-field-discount = Скидка
mydata-field-percent = Скидка, %
mydata-field-delivery = Доставка
mydata-field-delivery_cost = Стоимость доставки
mydata-field-goods_full = Товары без скидки
mydata-field-total = Итого
mydata-field-pieces = Штук
mydata-field-comment = Комментарий
mydata-field-placed_at = Оформлен
mydata-field-article_id = Товар
mydata-field-product_id = Товар
mydata-field-way = Способ
mydata-field-sent_at = Отправлено
mydata-field-expires_at = Действует до
mydata-field-attempts = Попыток
mydata-field-used = Использован
mydata-field-channel = Канал
mydata-field-payload = Сообщение
mydata-field-proof = Подтверждение
mydata-field-proven_at = Подтверждено
mydata-field-bound_at = Привязан
mydata-field-ended_at = Завершено
mydata-field-ending = Как завершено
mydata-field-chosen_at = Консультант выбран
mydata-field-registered = Анкета заполнена
mydata-field-phone_proof = Телефон подтверждён
mydata-field-email_proof = Почта подтверждена
expected-mydata-copy = Сейчас нужен пароль кабинета текстом. Чтобы выйти, нажмите /cancel.
expected-mydata-erasure = Сейчас нужен пароль кабинета текстом. Чтобы выйти, нажмите /cancel.
mydata-area-reorder_wishes = Напоминания о повторе заказа
mydata-area-promo_uses = Промокоды
mydata-area-point_entries = Движение баллов
mydata-area-point_accounts = Баллы
mydata-area-cart_deals = Выгода в корзине
mydata-field-points = Баллы
mydata-field-balance = Остаток баллов
mydata-field-active_at = Последнее движение
mydata-field-warned_at = Предупредили, что баллы сгорят
mydata-field-tracking = Трек-номер
mydata-field-text = Слова
mydata-field-paid_at = Оплачен
mydata-field-delivered_at = Доставлен
mydata-field-sought = Искали
error-way-prove = 🔑 Ввести пароль
notice-data-changed = ⚠️ <b>В анкете вашего кабинета что-то исправили.</b> Изменение подтвердили паролем с другого аккаунта. Если это были не вы, отвяжите его в кабинете и смените пароль.
expected-mydata-correction = Сейчас нужен пароль кабинета текстом. Чтобы выйти, нажмите /cancel.
mydata-area-tickets = Обращения в компанию
mydata-area-ticket_entries = Переписка по обращениям
mydata-area-ticket_staff = Имя сотрудника
mydata-field-category = О чём
mydata-field-opened_at = Открыто
mydata-field-closed_at = Закрыто
mydata-field-rating = Оценка
mydata-area-addresses = Сохранённые адреса
mydata-area-payments = Оплата
mydata-area-terms_accepted = Согласие с условиями покупки
