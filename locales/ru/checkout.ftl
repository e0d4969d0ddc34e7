cart-changes = ⚠️ Пока вы выбирали, кое-что изменилось: оно отмечено выше. Согласитесь с изменениями или уберите товар.
cart-agree = ✅ Согласиться с изменениями
cart-agreed = Корзина обновлена
cart-price-changed = ⚠️ Цена изменилась: было { $old }.

codes-title = <b>Заказ по кодам</b>
codes-added = ✅ { $name }, { $count } шт.
codes-short = ⚠️ { $name }: есть только { $added } из { $wished } шт., положили столько
codes-none_left = ✖️ { $name } ({ $code }): больше нет в наличии
codes-choose = 🎨 Выбрать оттенок: { $code }
codes-unknown = ❓ { $code }: такого кода нет
codes-full = ✖️ { $name } ({ $code }): в корзине уже 50 разных товаров
codes-cart = В корзине всего на { $total }.

cart-as-before = ⚡ Как выбирали: { $name }
address-choose = <b>Куда доставить?</b>
address-none =
    <b>Куда доставить?</b>

    Сохранённых адресов пока нет: добавьте первый.
address-line = { $number }. { $address }
address-line-registered = { $number }. { $address } (адрес регистрации)
address-chosen = ✓
address-use = { $number }. { $address }
address-remove = 🗑
address-removed = Адрес удалён
address-new = ➕ Новый адрес
address-ask =
    <b>Новый адрес</b>

    Напишите его одним сообщением через запятую, например: 119019, Москва, ул. Арбат, д. 10, кв. 5.
    Мы сохраним его в зашифрованном виде, а сообщение удалим из чата.
points-choose-city = <b>В каком городе заберёте заказ?</b>
points-city = { $city } ({ $count })
points-near-me = 📍 Ближайшие ко мне
points-of-city = <b>Пункты выдачи: { $city }</b>
points-nearest = <b>Ближайшие пункты выдачи</b>
points-line = { $number }. { $address }
    { $hours } · { $code }
points-away = · { $city }, около { $km } км
points-share = Нажмите внизу «📍 Отправить, где я», и мы покажем ближайшие пункты. Место нигде не сохраняется.
points-share-or = Или выберите город из списка.
points-shared = Место получено.
payment-choose = <b>Как удобнее оплатить?</b>
payment-card = Картой сейчас
payment-on_delivery = При получении
payment-consultant = Консультанту
payment-about-card = 💳 <b>Картой сейчас:</b> счёт придёт сюда, в чат. Данные карты вы вводите на странице платёжной системы, у нас их нет.
payment-about-on_delivery = 📦 <b>При получении:</b> курьеру, в пункте выдачи или на почте.
payment-about-consultant = 🤝 <b>Консультанту:</b> о способе договоритесь с ним.
payment-chosen = ✓ { $name }
summary-address = Куда: { $address }
summary-days = Срок: { $days }
summary-payment = Оплата: { $name }
summary-terms = Это ваш первый заказ: нажимая «Заказать», вы принимаете условия покупки, /terms.
summary-place-card = 💳 Заказать и оплатить
summary-other-address = 📍 Другой адрес
summary-other-point = 📍 Другой пункт
summary-other-payment = 💳 Другая оплата
expected-delivering-address = Сейчас нужен адрес доставки, текстом, например: 119019, Москва, ул. Арбат, д. 10. Чтобы выйти, нажмите /cancel.
expected-delivering-place = Сейчас нужно ваше место: нажмите внизу «📍 Отправить, где я». Чтобы выйти, нажмите /cancel.
error-address-incomplete = В этом адресе не хватает города или номера дома. Напишите его целиком, например: 119019, Москва, ул. Арбат, д. 10, кв. 5.
error-too-many-addresses = Сохранено уже десять адресов. Удалите ненужный, и можно будет добавить новый.
error-no-destination =
    <b>Куда доставить?</b>

    Адрес или пункт выдачи не выбран, или его больше нет. Выберите доставку ещё раз.
error-not-offered =
    <b>Так сейчас не получится</b>

    Этот способ доставки или оплаты недоступен для вашего заказа. Выберите другой.
error-way-delivery = 🚚 Выбрать доставку
error-way-addresses = 📍 К адресам
admin-delivery = 🚚 Доставка и пункты выдачи
command-delivery = Доставка: стоимость и пункты выдачи
rates-title = <b>Доставка</b>
rates-line = • { $name }: { $cost }, { $days }
rates-line-free = • { $name }: { $cost }, бесплатно от { $free }, { $days }
rates-off = • { $name }: не предлагается
rates-points = Открытых пунктов выдачи: { $count }
rates-region = 🗺 Тариф региона
rates-bring = 📍 Список пунктов
rates-ask =
    <b>{ $name }</b>

    Напишите через пробел: стоимость, с какой суммы бесплатно («-», если никогда) и срок в днях. Например: 390 5000 1-3
    Чтобы не предлагать этот способ, напишите: выкл
rates-ask-region =
    <b>Тариф региона</b>

    Напишите через точку с запятой: регион; способ (курьер, пункт, почта, лично); стоимость, с какой суммы бесплатно, дни. Например:
    Московская область; курьер; 450 6000 1-2

    Чтобы вернуть общий тариф: Московская область; курьер; как у всех
points-ask =
    <b>Список пунктов выдачи</b>

    Пришлите файл CSV со столбцами: код; город; регион; адрес; часы; широта; долгота (по желанию city_en, region_en, address_en).
    Пункты, которых в файле нет, закроются.
points-brought = ✅ Пункты: новых { $added }, изменено { $changed }, закрыто { $closed }.
points-bad-large = Файл слишком большой: до 2 МБ. Ничего не изменилось.
points-bad-encoding = Файл не читается как текст: сохраните его как CSV в UTF-8. Ничего не изменилось.
points-bad-format = Это не похоже на CSV. Сохраните таблицу как CSV и пришлите ещё раз. Ничего не изменилось.
points-bad-empty = В файле нет ни одного пункта. Ничего не изменилось.
points-bad-many = В файле слишком много пунктов. Ничего не изменилось.
points-bad-twice = Строка { $line }: такой код уже был выше. Ничего не изменилось.
points-bad-column = Строка { $line }: столбец { $column } не заполнен или записан неверно. Ничего не изменилось.
error-bad-rate = Не получилось понять тариф. Посмотрите на пример и напишите ещё раз.
expected-managingdelivery-rate = Сейчас нужен тариф текстом, например: 390 5000 1-3. Чтобы выйти, нажмите /cancel.
expected-managingdelivery-region = Сейчас нужен тариф региона текстом. Чтобы выйти, нажмите /cancel.
expected-managingdelivery-points = Сейчас нужен файл CSV со списком пунктов. Чтобы выйти, нажмите /cancel.
