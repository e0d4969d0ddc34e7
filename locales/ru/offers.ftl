offers-open = 🏷 Акции и промокоды
offers-title = <b>Акции на цены</b>
    Всего: { $count }
offers-new = ➕ Новая акция
offer-on = 🟢 { $title }
offer-off = ⏸ { $title }
offer-title = <b>{ $title }</b>
offer-state-on = 🟢 Действует
offer-state-off = ⏸ На паузе
offer-pause = ⏸ Поставить на паузу
offer-resume = ▶️ Возобновить
offer-codes = <b>Промокоды</b>
offer-code-line = • { $code }: использован { $used ->
        [one] { $used } раз
        [few] { $used } раза
       *[many] { $used } раз
    }
offer-code-limit = всего { $limit }
offer-code-until = до { $day } включительно
offer-code-pause = ⏸ { $code }
offer-code-resume = ▶️ { $code }
offer-new-code = ➕ Новый промокод

offer-gives-percent = Скидка { $percent } %
offer-gives-amount = Скидка { $amount } на заказ
offer-gives-fixed = Цена { $amount } за штуку
offer-gives-share = { $buy } + { $free }: самые недорогие в подарок
offer-gives-gift = { $count ->
    [one] Подарок
    [few] Подарок на выбор из { $count }
   *[many] Подарок на выбор из { $count }
}
offer-gives-points = { $count ->
    [one] { $count } балл сверх обычных
    [few] { $count } балла сверх обычных
   *[many] { $count } баллов сверх обычных
}
offer-gives-delivery = Бесплатная доставка
offer-goods = На часть товаров: отдельных { $products }, категорий { $categories }
offer-all-goods = На все товары
offer-from = От { $amount } по каталогу
offer-starts = С { $day }
offer-ends = По { $day } включительно
offer-segment-new = Ещё не заказывали
offer-segment-active = Заказывают
offer-segment-sleeping = Давно не заказывали
offer-segment-loyal = С большим заказом
offer-switch-first_order = Первый заказ
offer-switch-birthday = День рождения
offer-switch-alone = Не складывается
offer-switch-by_code = По промокоду
offer-priority = Приоритет: { $number }

offer-kind-ask = <b>Новая акция</b>
    Что она даёт?
offer-kind-percent = Скидка в процентах
offer-kind-amount = Скидка в рублях
offer-kind-fixed_price = Особая цена
offer-kind-n_plus_m = 2 + 1 и подобное
offer-kind-gift = Подарок
offer-kind-points = Баллы
offer-kind-free_delivery = Бесплатная доставка
offer-draft = <b>Новая акция: { $title }</b>
offer-untitled = без названия
offer-names = Коды: { $names }
offer-marked = ✅ { $words }
offer-unmarked = ▫️ { $words }
offer-field-value = Размер
offer-field-title = Название
offer-field-goods = Товары
offer-field-gifts = Подарки
offer-field-threshold = От какой суммы
offer-field-period = Период
offer-field-priority = Приоритет
offer-field-categories = Категории
offer-save = 🚀 Запустить акцию
offer-saved = Акция запущена
offer-categories = <b>Категории акции</b>
    Без отметок акция на все товары.

offer-ask-title = Как назвать акцию? По-русски и по-английски через черту: «Весна в подарок | Spring gift». До 80 знаков.
offer-ask-goods = На какие товары? Напишите их коды через запятую или пробел.
offer-ask-gifts = Какие подарки? Напишите коды артикулов через запятую или пробел, до восьми; клиент выберет один.
offer-ask-threshold = От какой суммы по каталогу она действует? Напишите рубли, 0 — от любой.
offer-ask-period = Когда действует? Напишите первый и последний день: «01.03.2026 – 08.03.2026», или только последний.
offer-ask-priority = Какой приоритет? Число от 0 до 1000: чем больше, тем раньше акция.
offer-ask-value-percent = Сколько процентов? Напишите число от 1 до 100; выше предела скидки цена всё равно не опустится.
offer-ask-value-amount = Сколько рублей скидки на заказ?
offer-ask-value-fixed_price = Какая цена за штуку, в рублях?
offer-ask-value-n_plus_m = Сколько купить и сколько в подарок? Напишите «2+1».
offer-ask-value-points = Сколько баллов начислить за заказ?
offer-ask-value-gift = Какие подарки? Напишите их коды.
offer-ask-value-free_delivery = Бесплатной доставке размер не нужен: вернитесь назад.
offer-ask-code =
    <b>Новый промокод</b>

    Напишите слово, а за ним, если нужно, сколько раз его могут использовать все вместе и последний день:
    <code>VESNA10 100 31.12.2026</code>
    Каждый клиент может использовать его один раз.
