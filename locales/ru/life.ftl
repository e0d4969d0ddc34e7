order-state-placed = 🕐 Ждёт подтверждения консультанта
order-state-paid = 💳 Оплачен, ждёт подтверждения консультанта
order-state-accepted = ✅ Подтверждён, консультант собирает его
order-state-accepted-serving = ✅ Подтверждён, пора собирать
order-state-assembled = 📦 Собран
order-state-shipped = 🚚 В пути
order-state-delivered = 🎉 Получен
order-state-declined = ✖️ Консультант не смог принять заказ
order-state-cancelled = ✖️ Отменён
order-state-returned = ↩️ Возвращён
order-mark-placed = 🕐
order-mark-paid = 💳
order-mark-accepted = ✅
order-mark-assembled = 📦
order-mark-shipped = 🚚
order-mark-delivered = 🎉
order-mark-declined = ✖️
order-mark-cancelled = ✖️
order-mark-returned = ↩️

decide-accept = ✅ Принять заказ
decide-assemble = 📦 Заказ собран
decide-ship = 🚚 Отправлен
decide-deliver = 🎉 Заказ у клиента
decide-deliver-own = 🎉 Заказ получен
decide-decline = Отклонить
decide-cancel = Отменить заказ
decide-decline-ask = Отклонить заказ № { $number }? Клиент получит уведомление, товары вернутся на склад.
decide-decline-sure = Да, отклонить
decide-cancel-ask = Отменить заказ № { $number }? Все, кого он касается, получат уведомление. Оформить его снова можно через корзину.
decide-cancel-sure = Да, отменить
decided-accepted = Заказ № { $number } принят
decided-assembled = Заказ № { $number } собран
decided-shipped = Заказ № { $number } отправлен
decided-delivered = Заказ № { $number } получен
decided-declined = Заказ № { $number } отклонён
decided-cancelled = Заказ № { $number } отменён

notice-order-paid = 💳 <b>Оплата получена.</b> Консультант скоро подтвердит заказ: мы сразу напишем.

    { $order }
notice-order-accepted = ✅ <b>Консультант подтвердил заказ.</b> Теперь он соберёт его и подготовит к доставке, об этом мы тоже напишем.

    { $order }
notice-order-assembled = 📦 <b>Заказ собран.</b> Дальше консультант отправит его или договорится с вами о встрече.

    { $order }
notice-order-shipped = 🚚 <b>Заказ в пути.</b> Когда получите его, нажмите «Заказ получен».

    { $order }
notice-order-delivered = 🎉 <b>Заказ получен.</b> Пусть всё радует! Если что-то не подошло, откройте заказ: возврат оформляется там же.

    { $order }
notice-order-declined = К сожалению, консультант не смог принять ваш заказ. Товары можно заказать снова или спросить о причине.

    { $order }
notice-order-cancelled = ✖️ <b>Заказ отменён.</b> Товары снова на складе; оформить их заново можно из истории заказов.

    { $order }
notice-order-returned = ↩️ <b>Возврат принят.</b> Деньги за оплаченный заказ вернутся тем же путём в течение 10 дней.

    { $order }
notice-served-delivered = 🎉 <b>Клиент получил заказ.</b> Больше ничего делать не нужно.

    { $order }
notice-served-cancelled = ✖️ <b>Заказ отменён.</b> Собирать и отправлять его не нужно.

    { $order }
notice-served-returned = ↩️ <b>Заказ возвращён.</b> Товары нужно принять у клиента.

    { $order }

error-already-placed = Заказ ещё ждёт подтверждения консультанта. Откройте его заново: там видно, что можно сделать сейчас.
error-already-paid = Заказ уже оплачен и ждёт подтверждения консультанта. Откройте его заново: там видно, что можно сделать сейчас.
error-already-accepted = Заказ уже принят консультантом. Откройте его заново: там видно, что можно сделать сейчас.
error-already-assembled = Заказ уже собран. Откройте его заново: там видно, что можно сделать сейчас.
error-already-shipped = Заказ уже в пути. Откройте его заново: там видно, что можно сделать сейчас.
error-already-delivered = Заказ уже получен. Откройте его заново: там видно, что можно сделать сейчас.
error-already-declined = Заказ уже отклонён консультантом.
error-already-cancelled = Заказ уже отменён.
error-already-returned = Заказ уже возвращён.
error-bad-tracking = Это не похоже на трек-номер. Пришлите номер (латинские буквы, цифры и дефис, от 4 до 40 знаков) или ссылку для отслеживания.
error-note-empty = Сообщение пустое. Напишите одним сообщением хотя бы пару слов.
error-no-return = Вернуть заказ можно в течение { $days ->
        [one] { $days } дня
        [few] { $days } дней
       *[many] { $days } дней
    } после получения, этот срок прошёл. Если с товаром что-то не так, напишите в поддержку: /support

decide-track = 🔎 Трек-номер
decide-take_money = 💰 Деньги получены
decide-note = 💬 Написать клиенту
decide-hand_over = 🔁 Передать другому
decide-remind = 🔔 Напомнить
decide-change = ✏️ Изменить
decide-ask_return = ↩️ Вернуть
decided-returned = Возврат заказа № { $number } принят
money-taken = Оплата отмечена
consultant-reminded = Консультанту напомнили
handed-over = Заказ передан
return-accept-back = ↩️ Принять возврат, товары на склад
return-accept-off = ↩️ Принять возврат, товары списать
return-refuse = Отказать в возврате
return-refused = В возврате отказано

order-tracking = 🔎 <a href="{ $link }">{ $number }</a>
order-tracking-number = 🔎 Трек-номер: { $number }
order-tracking-link = 🔎 <a href="{ $link }">Где сейчас заказ</a>
order-paid = 💰 Оплачен { $date }
order-return-asked = ↩️ Клиент хочет вернуть заказ, решение за консультантом
order-paper = 📄 PDF

orders-group-all = Все
orders-group-new = 🕐 Новые
orders-group-accepted = ✅ Приняты
orders-group-assembled = 📦 Собраны
orders-group-shipped = 🚚 В пути
orders-group-delivered = 🎉 Получены
orders-group-over = ✖️ Отменены и возвращены
orders-chip = { $name } · { $count }
orders-period-all = Всё время
orders-period-month = 30 дней
orders-period-quarter = 3 месяца
orders-period-year = Год
orders-of-group = Показаны: { $name }
orders-of-search = По запросу: «{ $query }»
orders-nothing =
    Здесь пусто. Выберите другое состояние или срок.
orders-search = 🔎 Найти
orders-all = Показать все
orders-sheet = 📊 Таблицей
orders-search-ask =
    <b>Какой заказ найти?</b>

    Пришлите номер заказа, название товара или его артикул.

events-title = <b>Как это было</b>
event-line = { $moment }: { $what }
event-with-text = { $line }: «{ $text }»
event-placed = оформлен ({ $who })
event-paid = оплачен ({ $who })
event-accepted = подтверждён ({ $who })
event-assembled = собран ({ $who })
event-shipped = отправлен ({ $who })
event-delivered = получен ({ $who })
event-declined = отклонён ({ $who })
event-cancelled = отменён ({ $who })
event-returned = возвращён ({ $who })
event-changed = изменён ({ $who })
event-handed_over = передан другому консультанту ({ $who })
event-reminded = напомнили консультанту ({ $who })
event-escalated = сообщили администраторам ({ $who })
event-tracked = другой трек-номер ({ $who })
event-noted = сообщение клиенту ({ $who })
event-return_asked = просьба о возврате ({ $who })
event-return_refused = в возврате отказано ({ $who })
party-customer = клиент
party-consultant = консультант
party-admin = администратор
party-system = кабинет
party-you = вы

tracking-ask =
    <b>Трек-номер заказа № { $number }</b>

    Пришлите номер или ссылку одним сообщением: клиент сразу увидит, где его заказ.
tracking-skip = 🚚 Отправить без номера
note-ask =
    <b>Сообщение о заказе № { $number }</b>

    Напишите одним сообщением до 300 знаков. Клиент получит его сразу.
return-ask =
    <b>Возврат заказа № { $number }</b>

    От заказа можно отказаться до получения и в течение { $days ->
        [one] { $days } дня
        [few] { $days } дней
       *[many] { $days } дней
    } после. Товары должны сохранить вид и упаковку; деньги вернутся за 10 дней после решения.

    Напишите одним сообщением, почему хотите вернуть заказ.
hand-over-ask =
    <b>Кому передать заказ № { $number }?</b>

    Сейчас его ведёт { $name }. Новый консультант получит уведомление с кнопками, клиент тоже узнает.
hand-over-to = { $name }, { $city }

notice-order-new =
    🛍 <b>Новый заказ</b>

    { $order }
notice-order-served =
    📋 <b>Заказ клиента</b>

    { $order }
notice-order-reminder =
    🔔 <b>Клиент ждёт вашего ответа</b>
    Подтвердите заказ или отклоните его, если взять не получается.

    { $order }
notice-order-stuck =
    ⚠️ <b>Заказ без ответа</b>
    Консультант { $consultant } не отвечает. Напомните ещё раз, передайте заказ другому или отмените его.

    { $order }
notice-order-gone = Заказ № { $number } теперь ведёт другой консультант. Делать с ним ничего не нужно.
notice-return-asked =
    ↩️ <b>Клиент просит возврат</b>
    Причина: «{ $reason }»

    { $order }
notice-return-over =
    ↩️ <b>О возврате решено</b>

    { $order }
notice-order-note =
    💬 <b>Сообщение о заказе № { $number }</b>

    { $note }
notice-order-tracked = 🔎 <b>У заказа новый трек-номер.</b>

    { $order }
notice-order-money = 💰 <b>Оплата заказа отмечена.</b> Спасибо!

    { $order }
notice-order-handed_over = 🔁 <b>Заказ передан другому консультанту.</b> Все условия те же, о каждом шаге мы напишем.

    { $order }
notice-order-return_refused = <b>В возврате отказано.</b> Если вы не согласны, напишите в поддержку: /support

    { $order }
notice-reorder =
    🧴 <b>{ $product }, наверное, заканчивается</b>

    Это из заказа № { $number }. Повторить его можно в два нажатия: сначала покажем, что изменилось.

orders-repeat = 🔁 Повторить последний заказ
repeat-at-once = ⚡ Как в прошлый раз: { $name }
repeat-order = 🔁 Повторить
repeat-title = <b>Повторить заказ № { $number }</b>
repeat-line = • { $name }, { $quantity } шт.
repeat-off_sale = ⚠️ Снят с продажи
repeat-out_of_stock = ⚠️ Закончился
repeat-too_few = ⚠️ Осталось { $stock } шт.
repeat-price = 💡 Цена была { $old }, теперь { $new }
repeat-ready = Положить в корзину? Там можно всё поправить.
repeat-nothing = Сейчас из этого заказа ничего нет в продаже. Загляните в каталог: найдётся похожее.
repeat-press = { $count ->
    [one] 🛒 В корзину: { $count } штука
    [few] 🛒 В корзину: { $count } штуки
   *[many] 🛒 В корзину: { $count } штук
}
repeat-done = Товары в корзине
change-ask =
    <b>Изменить заказ № { $number }?</b>

    Заказ вернётся в корзину: поправьте количество, доставку или комментарий и оформите его заново по сегодняшним ценам. У него будет новый номер.
change-sure = ✏️ Вернуть в корзину
change-done = Заказ снова в корзине
reorder-wish-on = 🔔 Напомнить, когда закончится
reorder-wish-off = 🔕 Не напоминать
reorder-stop = 🔕 Больше не напоминать
reorder-on = Напомним, когда товары будут заканчиваться
reorder-off = Больше не напоминаем

paper-coming = Готовим файл, он придёт сюда
paper-order = 📄 Заказ № { $number }
paper-order-file = zakaz-{ $number }
paper-order-title = Заказ № { $number }
paper-full = По каталогу
paper-discount = Скидка
paper-comment = Комментарий: { $comment }
paper-delivery = Доставка: { $name }
paper-total = Итого
paper-consultant = Ваш консультант
paper-hours = На связи с { $opens } до { $closes }
paper-scan = Код справа открывает карточку консультанта в Telegram.
paper-foot = { $operator } · { $hotline }
sheet-orders = Заказы
sheet-file = zakazy
sheet-caption = { $count ->
    [0] 📊 Заказов нет
    [one] 📊 { $count } заказ
    [few] 📊 { $count } заказа
   *[many] 📊 { $count } заказов
}
sheet-number = Заказ
sheet-date = Дата
sheet-state = Состояние
sheet-customer = Клиент
sheet-consultant = Консультант
sheet-code = Артикул
sheet-name = Товар
sheet-quantity = Шт.
sheet-price = Цена
sheet-discount = Скидка
sheet-total = Сумма

expected-orderlife-tracking = Пришлите трек-номер или ссылку текстом, или вернитесь к заказу.
expected-orderlife-note = Напишите сообщение клиенту текстом, или вернитесь к заказу.
expected-orderlife-reason = Напишите причину возврата текстом, или вернитесь к заказу.
expected-orderlife-search = Напишите номер заказа, название или артикул товара текстом.
