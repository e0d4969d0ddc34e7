# Gathering goods for a client: the consultant's side.
gathering-for = 🛍 Подбираете для: <b>{ $name }</b>
gathering-open = 📋 Подборка · { $count } шт.
gathering-end = ✖️ Закончить
gathering-add = ➕ В подборку · { $price }
gathering-have = В подборке: { $count }
gathering-now = В подборке: { $count } шт.
gathering-ended = Подборка сохранена

proposal-title = <b>Подборка для: { $name }</b>
proposal-line = { $number }. { $name }, { $quantity } шт. — { $full }
proposal-full = По каталогу: { $total }. Клиент увидит цену со своими скидками.
proposal-how = Добавляйте из каталога или пришлите коды сообщением: <code>1234 x2, 5678</code>.
proposal-note = 💬 Слово клиенту
proposal-note-ask =
    <b>Слово для: { $name }</b>

    Напишите одним сообщением, почему выбрали именно это. До 300 знаков.
proposal-clear-ask = { $name }: убрать из подборки всё ({ $count } шт.)? Вернуть одним нажатием не получится.
proposal-send = 📨 Отправить клиенту
proposal-sent = Подборка отправлена
proposal-withdrawn = Подборка отозвана
proposal-client = 👤 К клиенту
proposal-is-sent = 📨 Отправлено. Ответ придёт сюда, а заказ, если клиент его оформит, как обычно.
proposal-is-taken = ✅ Клиент положил товары в корзину.
proposal-is-refused = Клиент отказался.
proposal-is-withdrawn = Подборка отозвана: клиент её больше не возьмёт.
proposal-is-draft = Ещё собирается.
proposal-answer-taken = ✅ <b>{ $name }</b>: подборка в корзине. Как только клиент оформит заказ, он придёт сюда.
proposal-answer-refused = <b>{ $name }</b>: спасибо, сейчас не нужно. Подборка закрыта.

# The client's side.
proposal-from =
    <b>Подборка для вас</b>

    Ваш консультант: { $name }. Цены уже с вашими скидками.
proposal-total = <b>За товары: { $total }</b>
proposal-mine-sent = Подтвердите, и останется доставка. Состав можно поправить в корзине, до заказа ничего не списывается.
proposal-mine-nothing = Сейчас ничего из этого нет в наличии. Консультант подберёт замену, или загляните в каталог.
proposal-mine-taken = ✅ Товары в вашей корзине.
proposal-mine-refused = Вы отказались от подборки.
proposal-mine-withdrawn = Эта подборка больше не действует.
proposal-at-once = ✅ Как в прошлый раз: { $name }
proposal-take = 🛒 В корзину
proposal-refuse = Не нужно
proposal-quiet = 🔕 Не присылать
proposal-taken = Товары в корзине
proposal-refused = Хорошо, передали консультанту
