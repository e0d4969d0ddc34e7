cart-title = <b>Ваша корзина</b>
cart-empty =
    <b>Корзина пуста</b>

    Загляните в каталог: всё, что понравится, соберётся здесь.
cart-line = { $number }. { $name }
    { $quantity } × { $price } = { $full }
cart-label = { $number }. { $name } × { $quantity }
cart-total = <b>К оплате: { $total }</b>
cart-hint = 💡 Добавьте товаров ещё на { $missing } по каталогу, и скидка станет { $percent } %.
cart-comment = 💬 { $comment }
cart-checkout = Оформить заказ · { $total }
cart-add-comment = 💬 Комментарий
cart-clear = 🗑 Очистить
cart-clear-ask = Убрать из корзины всё ({ $count } шт.)? Вернуть одним нажатием не получится.
cart-clear-sure = Да, убрать всё
cart-cleared = Корзина пуста
cart-more-goods = Ещё товары
obstacle-off_sale = ⚠️ Снят с продажи, уберите его кнопкой «−».
obstacle-out_of_stock = ⚠️ Закончился, уберите его кнопкой «−».
obstacle-too_few = ⚠️ Осталось { $stock } шт., уменьшите количество кнопкой «−».

comment-ask =
    <b>Слово консультанту</b>

    Напишите одним сообщением, что важно для заказа: удобное время, пожелания к упаковке. До 300 знаков.

delivery-ask =
    <b>Как доставить заказ?</b>

    Товары: { $total }. Подробности согласует с вами консультант.
delivery-way = { $name } · { $cost } · { $days }
delivery-courier = Курьер
delivery-pickup = Пункт выдачи
delivery-post = Почта России
delivery-in_person = Лично от консультанта
delivery-free = бесплатно

summary-title = <b>Проверьте заказ</b>
summary-line = • { $name }, { $quantity } шт. — { $total }
summary-more = { $count ->
    [one] …и ещё { $count } позиция
    [few] …и ещё { $count } позиции
   *[many] …и ещё { $count } позиций
}
summary-discount = Скидка { $percent } %: −{ $discount }
summary-delivery = Доставка: { $name }, { $cost }
summary-consultant = Консультант: { $name }
summary-total = <b>Итого: { $total }</b>
summary-place = ✅ Заказать
summary-other-delivery = Другая доставка

placed =
    <b>Заказ № { $number } оформлен</b> 🎉

    Сумма: { $total }. Ваш консультант { $consultant } скоро подтвердит заказ: мы сразу напишем.
placed-toast = Заказ оформлен
placed-open = Открыть заказ

orders-title = <b>Ваши заказы</b>
    Всего: { $count }
orders-title-serving = <b>Заказы клиентов</b>
    Всего: { $count }
orders-none =
    <b>Заказов пока нет</b>

    Первый собирается в каталоге: выберите товары и оформите корзину.
orders-none-serving =
    <b>Заказов клиентов пока нет</b>

    Поделитесь приглашением: новый заказ придёт сюда уведомлением с кнопками.
orders-back = К заказам
order-brief = { $state } № { $number } · { $total } · { $date }
order-title = <b>Заказ № { $number }</b>
    от { $moment }
order-customer = Клиент: { $name }
