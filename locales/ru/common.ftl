# Words that stand on many screens.

back = ← Назад
home = 🏠 Главная

# The bottom menu.
menu-catalog = 🛍 Каталог
menu-cart = 🛒 Корзина
menu-orders = 📦 Мои заказы
menu-consultant = 💬 Консультант
menu-help = ❔ Помощь
menu-cabinet = 🏠 Главная
menu-served = 📋 Заказы клиентов
menu-invite = 🔗 Моё приглашение
menu-clients = 👥 Мои клиенты
menu-admin = 🛠 Управление
menu-placeholder = Выберите в меню ниже
share-phone = 📱 Поделиться номером
share-place = 📍 Отправить, где я

# The command menu.
command-start = Главная
command-points = Мои баллы
command-promocode = Ввести промокод
command-recover = Восстановить пароль
command-requests = Обращения о данных
command-offers = Акции на цены
command-promo = Рассылки
command-catalog = Каталог
command-search = Поиск по каталогу
command-cart = Корзина
command-orders = Мои заказы
command-consultant = Мой консультант
command-form = Анкета
command-login = Войти в кабинет
command-profile = Профиль
command-logout = Выйти из кабинета
command-language = Язык
command-help = Помощь
command-cancel = Прервать то, что начато
command-support = Поддержка
command-privacy = Ваши данные
command-tickets = Обращения
command-faq = Частые вопросы
command-terms = Условия покупки
command-invite = Моё приглашение
command-clients = Мои клиенты
command-todo = Дела для клиентов
command-admin = Управление
command-staff = О консультанте
command-person = Найти кабинет по номеру

# Turning pages.
page-previous = ◀
page-next = ▶
page-of = { $number } из { $count }

days = { $count } { $count ->
    [one] день
    [few] дня
   *[many] дней
}
days-range = { $first }–{ $last } { $last ->
    [one] день
    [few] дня
   *[many] дней
}

# Every language under its own name, the same everywhere.
language-ru = Русский
language-en = English

# What no journey took.
stale-button = Эта кнопка из прежних времён. Вот главная, отсюда всё открывается.
stale-message =
    Пока не умею на это отвечать. О заказе можно спросить консультанта, а всё остальное есть в меню внизу.
expected-searching-words = Напишите словами, что ищете: например, «красная помада». Чтобы выйти, нажмите /cancel.
expected-shading-sample = Пришлите цвет: код вроде #B8141F, название оттенка или фото. Чтобы выйти, нажмите /cancel.
expected-dealing-code = Сейчас нужен промокод, текстом. Чтобы выйти, нажмите /cancel.
expected-dealing-points = Сейчас нужно число баллов, текстом. Чтобы выйти, нажмите /cancel.
expected-offering-field = Сейчас нужен ответ об акции, текстом. Чтобы выйти, нажмите /cancel.
expected-offering-code = Сейчас нужен новый промокод, текстом. Чтобы выйти, нажмите /cancel.
expected-announcing-russian = Сейчас нужен текст рассылки. Чтобы выйти, нажмите /cancel.
expected-announcing-english = Сейчас нужен английский текст рассылки. Чтобы выйти, нажмите /cancel.
expected-ticketing-words = Опишите, что случилось, словами или пришлите фото. Чтобы выйти, нажмите /cancel.
expected-ticketing-more = Пришлите текст или фото: оно уйдёт в обращение. Чтобы выйти, нажмите /cancel.
expected-serving-answer = Сейчас нужен ответ клиенту: текст или фото. Чтобы выйти, нажмите /cancel.
expected-serving-note = Сейчас нужна заметка: текст или фото. Чтобы выйти, нажмите /cancel.
expected-asking-words = Напишите вопрос своими словами. Чтобы выйти, нажмите /cancel.
expected-editingfaq-text = Сейчас нужны вопрос и ответ одним сообщением, текстом. Чтобы выйти, нажмите /cancel.
expected-something = Сейчас нужен ответ одним текстовым сообщением. Чтобы выйти, нажмите /cancel.
expected-joining-birth_date = Сейчас нужна дата рождения текстом, например: 07.05.1990. Чтобы выйти, нажмите /cancel.
expected-joining-phone = Сейчас нужен ваш номер: нажмите внизу «📱 Поделиться номером». Чтобы выйти, нажмите /cancel.
expected-consultantselection-query = Сейчас нужен город, имя консультанта или номер его кабинета, текстом. Чтобы выйти, нажмите /cancel.
expected-consultantselection-reason = Сейчас нужна причина смены консультанта, текстом. Чтобы выйти, нажмите /cancel.
expected-joining-code = Сейчас нужен код: шесть цифр, текстом. Чтобы выйти, нажмите /cancel.
expected-joining-group_kind = Сейчас нужно выбрать вид группы кнопкой под вопросом. Чтобы выйти, нажмите /cancel.
expected-ordering-comment = Сейчас нужен комментарий к заказу, текстом. Чтобы выйти, нажмите /cancel.
expected-clients-name = Сейчас нужно имя клиента, текстом. Чтобы выйти, нажмите /cancel.
expected-proposing-note = Сейчас нужно слово клиенту, текстом. Чтобы выйти, нажмите /cancel.
expected-access-number = Сейчас нужен номер кабинета, девять цифр, текстом. Чтобы выйти, нажмите /cancel.
expected-access-password = Сейчас нужен пароль, текстом. Чтобы выйти, нажмите /cancel.
expected-access-present = Сейчас нужен нынешний пароль, текстом. Чтобы выйти, нажмите /cancel.
expected-access-new = Сейчас нужен новый пароль, текстом. Чтобы выйти, нажмите /cancel.
expected-access-lost_number = Сейчас нужен номер кабинета, девять цифр, текстом. Чтобы выйти, нажмите /cancel.
expected-access-code = Сейчас нужен код из шести цифр, текстом. Чтобы выйти, нажмите /cancel.
