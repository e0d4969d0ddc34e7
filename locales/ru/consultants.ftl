consultants-cities =
    <b>Выберите консультанта</b>

    Консультант поможет с выбором, подтвердит заказ и договорится о доставке.

    Напишите свой город, имя консультанта или номер его кабинета. Или нажмите кнопку ниже.
consultants-none =
    <b>Консультантов пока нет</b>

    Сейчас никто не принимает новых клиентов. Загляните позже или откройте приглашение знакомого консультанта.
consultants-none-here = Здесь сейчас никто не принимает новых клиентов. Посмотрите другие города.
consultants-none-such = С такими пожеланиями здесь никого нет. Уберите одно из них внизу или посмотрите другие города.
consultants-city = { $name } · { $count }
consultants-in-region = { $name }, { $region }
consultants-everywhere = Все консультанты
consultants-near-me = 📍 Рядом со мной
consultants-place-ask =
    <b>Кто рядом</b>

    Нажмите внизу «📍 Отправить, где я» или пришлите любую точку на карте скрепкой. Место нужно только для поиска: мы его не храним.
consultants-place-share = Кнопка «📍 Отправить, где я» теперь внизу. Название города тоже подойдёт: просто напишите его.
consultants-place-kept = Спасибо, нашли тех, кто ближе. Меню снова внизу.
consultants-which = По запросу «{ $text }» нашлось вот что. Выберите или напишите точнее.
consultants-no-match = По запросу «{ $text }» ничего не нашлось. Напишите иначе: город, имя консультанта или номер его кабинета.
consultants-by-name = 👤 По имени «{ $name }»: { $count }
consultants-all-cities = Все города
consultants-in = { $name }
consultants-near = Ближайшие: { $name }
consultants-near-point = Ближайшие к вам
consultants-named = По имени «{ $name }»
consultants-title = <b>{ $title }</b>
consultants-count = { $count ->
        [one] { $count } консультант принимает новых клиентов.
        [few] { $count } консультанта принимают новых клиентов.
       *[many] { $count } консультантов принимают новых клиентов.
    } 🟢 рядом с именем: сейчас на связи. Откройте карточку, чтобы познакомиться.
consultants-by-speciality = 🔎 Чем помогает
consultants-by-language = 🗣 На каком языке
consultants-wish-speciality = В чём нужна помощь?
consultants-wish-language = На каком языке вам удобнее говорить с консультантом?
consultants-any-speciality = С любой помощью
consultants-any-language = На любом языке
consultants-choose = ✅ Выбрать: { $name }
consultants-go-over = 🔁 Перейти: { $name }
consultants-change = 🔁 Сменить консультанта
consultants-find-new = 🤝 Выбрать нового консультанта
consultants-reason-ask =
    <b>Новый консультант: { $name }</b>

    Напишите одним сообщением, почему хотите сменить консультанта. Причину увидят только администраторы.

    Мы сообщим обоим консультантам. Уже оформленные заказы доведёт прежний. Сменить консультанта можно раз в { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }.
consultants-chosen =
    <b>Ваш консультант: { $name }</b>

    Мы уже сообщили о вас. Соберите корзину и оформляйте заказ.
consultants-chosen-form =
    <b>Ваш консультант: { $name }</b>

    Мы уже сообщили о вас. Чтобы заказывать, осталась анкета: понадобятся паспорт, телефон и почта.
consultants-chosen-toast = Консультант выбран
consultants-to-form = 📝 Заполнить анкету

consultant-brief = { $name } · { $what }
consultant-title = <b>{ $name }</b>
consultant-rating = ⭐ { $stars } · { $count ->
    [one] { $count } оценка
    [few] { $count } оценки
   *[many] { $count } оценок
}
consultant-place = 📍 { $place }
consultant-about = { $about }
consultant-specialities = Помогает: { $names }
consultant-languages = Языки: { $names }
consultant-hours-now = 🟢 Сейчас на связи: с { $opens } до { $closes } по местному времени, там { $now }
consultant-hours-later = ⚪ На связи с { $opens } до { $closes } по местному времени, там сейчас { $now }
consultant-hours-always = 🟢 На связи круглосуточно
consultant-far = { $city }, { $distance }
consultant-is-yours = ✅ Это ваш консультант
consultant-is-closed = Новых клиентов сейчас не принимает
consultant-is-gone = Сейчас не работает с клиентами. Можно выбрать другого консультанта.
distance-close = меньше 1 км
distance-km = { $km } км
level-consultant = Консультант
level-senior_consultant = Старший консультант
level-sales_manager = Менеджер по продажам
level-senior_manager = Старший менеджер
level-future_director = Будущий директор
level-director = Директор
level-senior_director = Старший директор
speciality-skin_care = уход за кожей
speciality-makeup = макияж
speciality-colour_type = подбор по цветотипу
speciality-mens_care = мужской уход
speciality-nails = маникюр
speciality-sets_and_gifts = наборы и подарки

invited-welcome = Здравствуйте! Это кабинет { $brand }. Меню всегда под рукой, внизу экрана.
invited-by = Вас приглашает { $name }:
invited-has-other = Ваш консультант: <b>{ $name }</b>. Познакомьтесь и решите, хотите ли перейти:
invited-look = 🛍 Посмотреть каталог
invited-unknown =
    <b>Такого приглашения нет</b>

    Возможно, ссылка с опечаткой. Попросите её ещё раз или выберите консультанта сами.

invite =
    <b>Ваше приглашение</b>

    { $link }

    Номер вашего кабинета: <code>{ $number }</code>

    Кто откроет ссылку или наведёт камеру на код, увидит вашу карточку и сможет выбрать вас консультантом. { $count ->
        [0] Клиентов пока нет.
        [one] У вас { $count } клиент.
        [few] У вас { $count } клиента.
       *[many] У вас { $count } клиентов.
    }
invite-share = 📤 Отправить приглашение
invite-share-text = Приглашаю в кабинет { $brand }: каталог, заказы и мои советы в Telegram.
invite-pause = ⏸ Не принимать новых клиентов
invite-resume = ▶️ Снова принимать новых клиентов
invite-paused = ⏸ Новых клиентов вы сейчас не принимаете.
invite-full = Мест для новых клиентов у вас не осталось, поэтому в поиске вас нет.
invite-paused-toast = Новых клиентов не будет
invite-resumed-toast = Вы снова в поиске

overseen-how =
    <b>О консультанте</b>

    Напишите команду с номером кабинета: /staff 10482715
    С числом она задаёт, скольких клиентов он может вести: /staff 10482715 50. Прочерк вместо числа снимает предел.
overseen-sheet =
    <b>{ $name }</b>, кабинет { $number }

    { $count ->
        [0] Клиентов нет.
        [one] { $count } клиент.
        [few] { $count } клиента.
       *[many] { $count } клиентов.
    }
overseen-room = Может вести не больше { $room }.
overseen-room-any = Предела по числу клиентов нет.
overseen-has-left = Консультант ушёл: в поиске его нет, клиентам предлагаем выбрать другого. Открытые заказы остались за ним.
overseen-unreachable = Консультант остановил бота: в поиске его нет, клиентам предлагаем выбрать другого.
overseen-paused = Новых клиентов сейчас не принимает.
overseen-reasons = <b>Почему от него переходили</b>
overseen-reason = { $date }: { $reason }
overseen-left = Консультант ушёл
overseen-back = Консультант вернулся
