product-series = Линия: { $name }
product-days = { $count ->
    [1] 📖 Каталог действует последний день
    [one] 📖 Каталог действует ещё { $count } день
    [few] 📖 Каталог действует ещё { $count } дня
   *[many] 📖 Каталог действует ещё { $count } дней
}
product-offer-days = { $count ->
    [1] 🏷 Предложение каталога, последний день
    [one] 🏷 Предложение каталога, ещё { $count } день
    [few] 🏷 Предложение каталога, ещё { $count } дня
   *[many] 🏷 Предложение каталога, ещё { $count } дней
}
product-title-short = <b>{ $name }</b>
product-skin = <b>Тип кожи:</b> { $types }
product-use = <b>Как пользоваться.</b> { $text }
product-composition = <b>Состав.</b> { $text }
product-related = <b>Хорошо вместе:</b>
product-picture = 🖼 Фото { $number } из { $count }
product-video = ▶️ { $title }

wish-details = ℹ️ Подробнее
wish-favour = 🤍 В избранное
wish-unfavour = ❤️ В избранном
wish-favoured = Сохранили в избранном
wish-unfavoured = Убрали из избранного
wish-compare = ⚖️ Сравнить
wish-compared = { $count ->
   *[other] ⚖️ Сравнение · { $count }
}
wish-watch = 🔔 Сообщить, когда появится
wish-unwatch = 🔕 Больше не ждать
wish-watching = Напишем, как только появится
wish-unwatched = Хорошо, не будем писать
wish-here-already = Уже в наличии, можно заказать
wish-favourites =
    <b>❤️ Избранное</b>

    { $count ->
        [0] Здесь пока пусто. Нажмите 🤍 на карточке товара, и он останется под рукой.
        [one] { $count } товар
        [few] { $count } товара
       *[many] { $count } товаров
    }
wish-seen =
    <b>🕘 Недавние</b>

    { $count ->
        [0] Вы ещё ничего не открывали. Загляните в каталог.
       *[other] То, что вы смотрели последним, сверху.
    }
wish-back =
    🔔 <b>{ $name }</b> снова в наличии.

    Вы просили сообщить. Больше об этом товаре писать не будем.
wish-open = Открыть

compare-title = { $count ->
    [1] <b>⚖️ Сравнение</b>: добавьте ещё один товар с его карточки.
   *[other] <b>⚖️ Сравнение</b>
}
compare-nothing =
    <b>⚖️ Сравнение</b>

    Здесь пусто. Нажмите «Сравнить» на карточках двух или трёх товаров.
compare-put = Добавили к сравнению
compare-full = Сравниваем до трёх товаров. Уберите один, и этот поместится.
compare-drop = Убрать
compare-name = <b>{ $name }</b>
compare-price = { $price } по каталогу
compare-shades = { $count ->
    [one] { $count } оттенок
    [few] { $count } оттенка
   *[many] { $count } оттенков
} { $dots }
