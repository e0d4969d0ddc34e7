consultants-cities =
    <b>Выберите консультанта</b>

    Консультант поможет с выбором, подтвердит заказ и договорится о доставке. В каком вы городе?
consultants-none =
    <b>Консультантов пока нет</b>

    Сейчас никто не принимает новых клиентов. Загляните позже или откройте приглашение знакомого консультанта.
consultants-none-here = Здесь сейчас никто не принимает новых клиентов. Посмотрите другие города.
consultants-city = { $name } · { $count }
consultants-type-city = ✏️ Написать город
consultants-everywhere = Все консультанты
consultants-type-ask =
    <b>Ваш город</b>

    Напишите его название или первые буквы.
consultants-type-again = ✏️ Написать по-другому
consultants-which-city = По запросу «{ $city }» нашлось несколько городов. Какой ваш? Можно написать точнее.
consultants-no-city = По запросу «{ $city }» ничего не нашлось. Напишите иначе или выберите город поблизости: консультант отправит заказ и почтой.
consultants-all-cities = Все города
consultants-list =
    <b>{ $city }</b>

    { $count ->
        [one] { $count } консультант принимает новых клиентов.
        [few] { $count } консультанта принимают новых клиентов.
       *[many] { $count } консультантов принимают новых клиентов.
    } Откройте карточку, чтобы познакомиться.
consultants-choose = ✅ Выбрать: { $name }
consultants-chosen =
    <b>Ваш консультант: { $name }</b>

    Мы уже сообщили о вас. Соберите корзину и оформляйте заказ.
consultants-chosen-form =
    <b>Ваш консультант: { $name }</b>

    Мы уже сообщили о вас. Чтобы заказывать, осталась короткая анкета: три вопроса.
consultants-chosen-toast = Консультант выбран
consultants-to-form = 📝 Заполнить анкету

consultant-brief = { $name } · { $what }
consultant-title = <b>{ $name }</b>
consultant-place = 📍 { $place }
consultant-about = { $about }
consultant-specialities = Помогает: { $names }
consultant-languages = Языки: { $names }
consultant-hours = На связи с { $opens } до { $closes } по своему времени
consultant-is-yours = ✅ Это ваш консультант
consultant-is-closed = Новых клиентов сейчас не принимает
speciality-skin_care = уход за кожей
speciality-makeup = макияж
speciality-colour_type = подбор по цветотипу
speciality-mens_care = мужской уход
speciality-nails = маникюр
speciality-sets_and_gifts = наборы и подарки

invited-welcome = Здравствуйте! Это кабинет { $brand }. Меню всегда под рукой, внизу экрана.
invited-by = Вас приглашает { $name }:
invited-has-other = Ваш консультант: <b>{ $name }</b>. Сменить его по приглашению нельзя, а познакомиться можно:
invited-look = 🛍 Посмотреть каталог
invited-unknown =
    <b>Такого приглашения нет</b>

    Возможно, ссылка с опечаткой. Попросите её ещё раз или выберите консультанта сами.

invite =
    <b>Ваше приглашение</b>

    { $link }

    Кто откроет ссылку, увидит вашу карточку и сможет выбрать вас консультантом. { $count ->
        [0] Клиентов пока нет.
        [one] У вас { $count } клиент.
        [few] У вас { $count } клиента.
       *[many] У вас { $count } клиентов.
    }
invite-share = 📤 Отправить приглашение
invite-share-text = Приглашаю в кабинет { $brand }: каталог, заказы и мои советы в Telegram.
