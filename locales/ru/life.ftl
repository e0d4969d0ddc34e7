order-state-placed = 🕐 Ждёт подтверждения консультанта
order-state-paid = 💳 Оплачен, ждёт подтверждения консультанта
order-state-accepted = ✅ Подтверждён, консультант собирает его
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
notice-order-shipped = 🚚 <b>Заказ в пути.</b> Когда получите его, нажмите «Заказ получен» в карточке заказа.

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
