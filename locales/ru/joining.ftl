joining-progress = <i>Анкета, шаг { $number } из { $count }</i>
joining-now = Сейчас записано: <b>{ $answer }</b>
joining-ask-name =
    <b>Как вас зовут?</b>

    Напишите имя и фамилию одним сообщением.
joining-ask-birth_date =
    <b>Когда вы родились?</b>

    Напишите день, месяц и год, например: 07.05.1990.
joining-ask-phone =
    <b>Ваш номер телефона</b>

    Нажмите внизу «📱 Поделиться номером»: Telegram отправит нам номер вашего аккаунта.
joining-why = Зачем это нужно?
joining-why-name = Имя увидит ваш консультант в заказе: так он знает, как к вам обращаться и кому передать покупку. Больше его никто не видит.
joining-why-birth_date = Покупать можно с 18 лет, поэтому мы спрашиваем дату рождения. Консультанту она не видна.
joining-why-phone = По номеру с вами свяжутся, если с заказом или доставкой понадобится помощь. Кнопка подтверждает, что номер ваш. Рекламы без вашего согласия не будет.
joining-share = 📱 Кнопка для номера — внизу, под полем ввода.
joining-phone-kept = 📱 Номер записан.

joining-review =
    <b>Проверьте анкету</b>
joining-mine =
    <b>Ваша анкета</b>
joining-review-name = Имя: <b>{ $answer }</b>
joining-review-birth_date = Дата рождения: <b>{ $answer }</b>
joining-review-phone = Телефон: <b>{ $answer }</b>
joining-complete = ✅ Всё верно
joining-correct-name = ✏️ Исправить имя
joining-correct-birth_date = ✏️ Исправить дату рождения
joining-correct-phone = ✏️ Исправить телефон

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
