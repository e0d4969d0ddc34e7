catalog-title =
    <b>Каталог</b>

    Смотреть может каждый. Выберите раздел:
catalog-category =
    <b>{ $name }</b>

    { $count ->
        [0] Здесь пока пусто. Загляните позже или выберите другой раздел.
        [one] { $count } товар
        [few] { $count } товара
       *[many] { $count } товаров
    }
catalog-brief-plain = { $name } · { $price }
catalog-brief-new = 🆕 { $name } · { $price }
catalog-brief-hit = ⭐ { $name } · { $price }
catalog-brief-sold-out = ⏳ { $name } · нет в наличии
catalog-brief-hidden = 🚫 { $name } · снят с продажи

product-title =
    <b>{ $name }</b>
    <i>Артикул { $code }</i>
product-new = 🆕 Новинка
product-hit = ⭐ Хит
product-about = { $about }
product-volume = Объём: { $volume }
product-shade = Оттенок: { $dot } <b>{ $name }</b>
product-price = Цена: <b>{ $full }</b>
product-price-offer = Цена: <s>{ $full }</s> <b>{ $offer }</b>
    С ним скидка на весь заказ { $percent } %
product-off-sale = 🚫 Товар снят с продажи. Посмотрите похожие в этом разделе.
product-choose-shade = Выберите оттенок, чтобы положить в корзину.
product-sold-out = ⏳ Сейчас нет в наличии.
product-few = { $count ->
    [one] Осталась { $count } штука
    [few] Осталось { $count } штуки
   *[many] Осталось { $count } штук
}
product-in-stock = ✅ В наличии
product-add = В корзину · { $price }
product-in-cart = { $count } в корзине

shade-plain = { $dot } { $name }
shade-chosen = ✓ { $dot } { $name }
shade-sold-out = { $dot } { $name } · нет
shades-page = Оттенки { $number }/{ $count }

to-cart = 🛒 Корзина
to-cart-count = 🛒 Корзина · { $count }
cart-now = { $count ->
    [0] Убрали из корзины
   *[other] В корзине: { $count } шт.
}
