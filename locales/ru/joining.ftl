joining-progress = <i>Анкета, шаг { $number } из { $count }</i>
joining-now = Сейчас записано: <b>{ $answer }</b>
joining-skip = Пропустить
joining-why = Зачем это нужно?

joining-ask-last_name =
    <b>Ваша фамилия?</b>

    Как в паспорте.
joining-ask-first_name =
    <b>Ваше имя?</b>

    Как в паспорте.
joining-ask-patronymic =
    <b>Ваше отчество?</b>

    Если его нет, нажмите «Пропустить».
joining-ask-birth_date =
    <b>Когда вы родились?</b>

    Напишите день, месяц и год, например: 07.05.1990. Или выберите в календаре.
joining-ask-passport =
    <b>Серия и номер паспорта</b>

    Десять цифр, например: 45 09 123456.
joining-ask-passport_issued =
    <b>Когда выдан паспорт?</b>

    Напишите день, месяц и год, например: 20.06.2009. Или выберите в календаре.
joining-ask-passport_department =
    <b>Код подразделения</b>

    Шесть цифр рядом с датой выдачи, например: 770-001.
joining-ask-address =
    <b>Адрес регистрации</b>

    Напишите его одной строкой, через запятую, например: 119019, Москва, ул. Арбат, д. 10, кв. 5. Мы разложим его по частям, и вы проверите.
joining-ask-phone =
    <b>Ваш номер телефона</b>

    Нажмите внизу «📱 Поделиться номером»: Telegram отправит нам номер вашего аккаунта.
joining-ask-phone-typed =
    <b>Ваш номер телефона</b>

    Быстрее всего нажать внизу «📱 Поделиться номером». Другой номер можно написать: мы пришлём на него код по СМС.
joining-ask-email =
    <b>Ваша электронная почта</b>

    Напишите адрес, и мы пришлём на него код из шести цифр.
joining-ask-group_kind =
    <b>Для чего вы присоединяетесь?</b>

    Выберите вид бизнес-группы.
joining-ask-group_number =
    <b>Номер бизнес-группы</b>

    Его знает ваш консультант. Если номера нет, нажмите «Пропустить».
joining-ask-card =
    <b>Карта для оплаты</b>

    Только платёжная система и последние четыре цифры, например: Мир 1234. Весь номер не нужен, и хранить его мы не будем.
joining-ask-postcode = Напишите почтовый индекс: шесть цифр.
joining-ask-region = Напишите область, край или республику.
joining-ask-city = Напишите город или посёлок.
joining-ask-street = Напишите улицу.
joining-ask-house = Напишите номер дома, с корпусом или строением, если они есть.
joining-ask-flat = Напишите номер квартиры.

joining-why-last_name = Договор о покупках заключается на имя по паспорту. Фамилию и имя увидит ваш консультант в заказе, больше никто, кроме администраторов кабинета.
joining-why-first_name = По имени к вам будет обращаться ваш консультант: он увидит его в заказе. Кроме него имя видят только администраторы кабинета.
joining-why-patronymic = Отчество нужно для договора, как в паспорте. Консультанту оно не видно.
joining-why-birth_date = Покупать можно с 18 лет, поэтому мы спрашиваем дату рождения. Консультанту она не видна.
joining-why-passport = Паспорт подтверждает, что кабинет открывает один и тот же человек и только один раз. Серия и номер хранятся зашифрованными, консультант их не видит.
joining-why-passport_issued = По дате выдачи мы проверяем, нет ли в номере паспорта опечатки. Она хранится зашифрованной.
joining-why-passport_department = Код подразделения входит в данные паспорта, которые указывают в договоре. Он хранится зашифрованным.
joining-why-address = Адрес регистрации указывают в договоре. Куда привезти заказ, вы решаете отдельно с консультантом.
joining-why-phone = По номеру с вами свяжется компания, если с заказом или доставкой понадобится помощь. По нему же восстанавливают доступ. Рекламы без вашего согласия не будет.
joining-why-email = На почту придёт письмо с номером кабинета и паролем, а если пароль потеряется, по ней можно восстановить доступ.
joining-why-group_kind = Кто покупает для себя и семьи, может заказывать сразу. Тем, кто хочет обслуживать клиентов, кабинет консультанта открывают администраторы.
joining-why-group_number = По номеру группы ваши заказы относят к группе вашего консультанта.
joining-why-card = Так вы узнаете свою карту, когда будете платить. Платёж идёт через Telegram, номера карты у нас нет и не будет.

joining-pick-day = 📅 Выбрать в календаре
joining-pick-birth_date = <b>Когда вы родились?</b>
joining-pick-passport_issued = <b>Когда выдан паспорт?</b>
joining-kind-family = Для себя и семьи
joining-kind-consulting = Чтобы консультировать клиентов
joining-card-mir = Мир
joining-card-visa = Visa
joining-card-mastercard = Mastercard

joining-address-check =
    <b>Проверьте адрес</b>

    Мы поняли его так. Нажмите на то, что нужно исправить, или напишите всю строку заново.
joining-address-gaps =
    <b>В адресе чего-то не хватает</b>

    Нажмите на то, что не указано, или напишите всю строку заново.
joining-address-right = ✅ Адрес верный
joining-part-postcode = Индекс: <b>{ $answer }</b>
joining-part-region = Регион: <b>{ $answer }</b>
joining-part-city = Город: <b>{ $answer }</b>
joining-part-street = Улица: <b>{ $answer }</b>
joining-part-house = Дом: <b>{ $answer }</b>
joining-part-flat = Квартира: <b>{ $answer }</b>
joining-part-none = нет
joining-part-missing = ❗ не указано
joining-no-part = Этого в адресе нет
joining-correct-postcode = ✏️ Индекс
joining-correct-region = ✏️ Регион
joining-correct-city = ✏️ Город
joining-correct-street = ✏️ Улица
joining-correct-house = ✏️ Дом
joining-correct-flat = ✏️ Квартира

joining-code-phone =
    <b>Код из сообщения</b>

    Мы отправили его, чтобы подтвердить номер { $address }. Напишите шесть цифр, код действует 10 минут.
joining-code-email =
    <b>Код из письма</b>

    Мы отправили его, чтобы подтвердить адрес { $address }. Напишите шесть цифр, код действует 10 минут. Если письма нет, загляните в спам.
joining-code-by-email = ✉️ Новый код письмом на { $address }
joining-code-by-sms = 💬 Новый код в СМС на { $address }
joining-code-again = Новый код отправлен, прежний больше не подойдёт.
joining-other-phone = ✏️ Другой номер
joining-other-email = ✏️ Другой адрес
joining-share = 📱 Кнопка для номера — внизу, под полем ввода.
joining-kept-phone = 📱 Номер записан.
joining-kept-email = ✉️ Адрес подтверждён.

joining-review =
    <b>Проверьте анкету</b>
joining-mine =
    <b>Ваша анкета</b>
joining-review-last_name = Фамилия: <b>{ $answer }</b>
joining-review-first_name = Имя: <b>{ $answer }</b>
joining-review-patronymic = Отчество: <b>{ $answer }</b>
joining-review-birth_date = Дата рождения: <b>{ $answer }</b>
joining-review-passport = Паспорт: <b>{ $answer }</b>
joining-review-passport_issued = Дата выдачи: <b>{ $answer }</b>
joining-review-passport_department = Код подразделения: <b>{ $answer }</b>
joining-review-address = Адрес: <b>{ $answer }</b>
joining-review-phone = Телефон: <b>{ $answer }</b>
joining-review-email = Почта: <b>{ $answer }</b>
joining-review-group_kind = Вид группы: <b>{ $answer }</b>
joining-review-group_number = Номер группы: <b>{ $answer }</b>
joining-review-card = Карта: <b>{ $answer }</b>
joining-complete = ✅ Всё верно
joining-approval = 🕐 Чтобы обслуживать клиентов, нужно подтверждение администратора. Покупать для себя можно уже сейчас.
joining-correct-last_name = ✏️ Фамилия
joining-correct-first_name = ✏️ Имя
joining-correct-patronymic = ✏️ Отчество
joining-correct-birth_date = ✏️ Дата рождения
joining-correct-passport = ✏️ Паспорт
joining-correct-passport_issued = ✏️ Дата выдачи
joining-correct-passport_department = ✏️ Код подразделения
joining-correct-address = ✏️ Адрес
joining-correct-phone = ✏️ Телефон
joining-correct-email = ✏️ Почта
joining-correct-group_kind = ✏️ Вид группы
joining-correct-group_number = ✏️ Номер группы
joining-correct-card = ✏️ Карта

joining-welcome = 🎉 Анкета заполнена, теперь можно заказывать.
joining-done-consultant =
    <b>Остался консультант</b>

    Он подтвердит ваш заказ и договорится о доставке.
joining-done-cart =
    <b>Корзина ждёт вас</b>

    Проверьте её и оформляйте заказ.
joining-done-catalog =
    <b>Можно за покупками</b>

    Загляните в каталог и соберите первый заказ.
