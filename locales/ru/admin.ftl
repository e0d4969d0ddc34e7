admin-panel =
    <b>Управление</b>

    Что открыть?
admin-orders = 📋 Все заказы
admin-products = 🧴 Товары
admin-applicants = 🤝 Заявки консультантов
admin-categories =
    <b>Товары</b>

    В каком разделе?
admin-category =
    <b>{ $name }</b>

    { $count ->
        [0] В разделе нет товаров.
        [one] { $count } товар.
        [few] { $count } товара.
       *[many] { $count } товаров.
    } Нажмите на товар, чтобы снять его с продажи или вернуть: ✅ продаётся, 🚫 снят.
admin-product-on = ✅ { $name }
admin-product-off = 🚫 { $name }
admin-now-on = Товар снова продаётся
admin-now-off = Товар снят с продажи
