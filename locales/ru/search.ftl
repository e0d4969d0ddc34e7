catalog-search = 🔍 Найти
catalog-favourites = ❤️ Избранное
catalog-seen = 🕘 Недавние

search-ask =
    <b>Что ищете?</b>

    Напишите название, оттенок или артикул: «красная помада», «крем для рук», «40-0401».
    Опечатки и не та раскладка не помеха.
search-everything = Все товары с фильтрами
search-again = 🔍 Искать другое
search-found = Нашли по запросу «<b>{ $words }</b>»
search-found-all = <b>Все товары</b>
search-count = { $count ->
    [one] { $count } товар, лучшие сверху
    [few] { $count } товара, лучшие сверху
   *[many] { $count } товаров, лучшие сверху
}
search-many = { $count ->
   *[other] Больше { $count } товаров: добавьте слово или фильтр
}
search-guessed = <i>Такого слова нет, показываем похожее.</i>
search-nothing =
    По запросу «<b>{ $words }</b>» ничего не нашлось.

    Попробуйте короче или другими словами. Если вы хотели о чём-то спросить, загляните в помощь.
search-nothing-left =
    С такими фильтрами ничего не осталось.{ $words }

    Уберите один из них.
search-filters = { $count ->
    [0] ⚙️ Фильтры
   *[other] ⚙️ Фильтры · { $count }
}
search-filters-title =
    <b>Фильтры</b>

    Выберите, что важно.
search-show = ✅ Показать
search-any = любой
search-by-category = Раздел: { $value }
search-by-price = Цена: { $value }
search-by-skin = Тип кожи: { $value }
search-by-family = Цвет: { $value }
search-stock-on = ✅ Только в наличии
search-stock-off = ▫️ Только в наличии
search-offer-on = ✅ Только по акции
search-offer-off = ▫️ Только по акции
search-choose-category = <b>Раздел</b>
search-choose-price = <b>Цена по каталогу</b>
search-choose-skin = <b>Тип кожи</b>
search-choose-family = <b>Цвет оттенка</b>
search-choose-stock = <b>Наличие</b>
search-choose-offer = <b>Акция</b>
search-price-to = до { $most }
search-price-from = от { $least }
search-price-between = { $least }–{ $most }

skin-normal = Нормальная
skin-dry = Сухая
skin-oily = Жирная
skin-combination = Комбинированная
skin-sensitive = Чувствительная

family-nude = ⚪ Нюд
family-pink = 🩷 Розовый
family-red = 🔴 Красный
family-coral = 🟠 Коралловый
family-orange = 🟠 Оранжевый
family-yellow = 🟡 Жёлтый
family-green = 🟢 Зелёный
family-blue = 🔵 Синий
family-purple = 🟣 Фиолетовый
family-plum = 🟣 Сливовый
family-brown = 🟤 Коричневый
family-grey = 🩶 Серый
family-black = ⚫ Чёрный
family-white = ⚪ Белый

shades-find = 🎨 Найти свой оттенок
shades-like = 🎨 Похожие оттенки
shades-ask =
    <b>Найти свой оттенок</b>

    Пришлите одно из трёх:
    • код цвета: #B8141F
    • название оттенка: «пыльная роза»
    • фото образца: цвет возьмём из середины снимка
shades-unknown = ⚠️ Такого цвета не знаем. Проверьте код или назовите оттенок по-другому.
shades-no-photo = ⚠️ Не получилось рассмотреть фото. Пришлите обычный снимок в JPEG или PNG, до 10 МБ.
shades-found =
    <b>Ближайшие к { $colour }</b>
    Сверху на картинке ваш цвет, под ним оттенки по порядку.
shades-one = { $number }. { $name }: { $away }
shades-again = 🎨 Другой цвет
shades-everywhere = Во всём каталоге
likeness-same = не отличить
likeness-very-close = почти тот же
likeness-close = очень похож
likeness-alike = похож
likeness-far = заметно другой

inline-card =
    <b>{ $name }</b>
    <i>Артикул { $code }</i>

    Цена по каталогу: <b>{ $price }</b>
inline-open = Открыть в каталоге
inline-price = { $price } · { $code }
inline-sold-out = { $price } · { $code } · нет в наличии
inline-start = Открыть каталог
inline-look = 👀 Посмотреть: { $name }
