reason-goods = По каталогу: { $amount }
reason-ladder = Скидка { $percent } % за сумму заказа: −{ $amount }
reason-promotion = Акция «{ $title }»: −{ $amount }
reason-code = Промокод { $code } («{ $title }»): −{ $amount }
reason-capped = (больше не даёт предел скидки)
reason-points = { $count ->
    [one] { $count } балл: −{ $amount }
    [few] { $count } балла: −{ $amount }
   *[many] { $count } баллов: −{ $amount }
}
reason-delivery = Доставка: { $amount }
reason-delivery-free = Доставка: бесплатно
reason-delivery-gift = Доставка: бесплатно, «{ $title }»

price-why = 🧮 Почему такая цена? Промокод и баллы
price-pick-gift = 🎁 Выберите подарок
price-gift = 🎁 В подарок: { $name }
price-earn = { $count ->
    [one] ⭐ После доставки начислим { $count } балл.
    [few] ⭐ После доставки начислим { $count } балла.
   *[many] ⭐ После доставки начислим { $count } баллов.
}
price-code-unknown = 🎟 Промокод { $code } больше не действует.
price-code-expired = 🎟 Срок промокода { $code } вышел.
price-code-used_up = 🎟 Промокод { $code } разобрали: он больше не действует.
price-code-used_before = 🎟 Промокод { $code } вы уже использовали.
price-code-not_for_this = 🎟 Промокод { $code } не подходит к тому, что сейчас в корзине.
price-code = 🎟 Ввести промокод
price-drop-code = ✖️ Убрать промокод { $code }
price-points = { $count ->
    [one] ⭐ Списать { $count } балл
    [few] ⭐ Списать { $count } балла
   *[many] ⭐ Списать { $count } баллов
}
price-points-none = ✖️ Не списывать баллы
price-points-other = Сколько списать…
price-gifts = 🎁 { $title }

why-title = <b>Почему такая цена</b>
why-plain = Цена по каталогу, без скидок.

hint-gift = 🎁 Ещё { $missing } по каталогу до подарка: «{ $title }».
hint-delivery = 🚚 Ещё { $missing } до бесплатной доставки.
hint-delivery-by = 🚚 Ещё { $missing } по каталогу до бесплатной доставки: «{ $title }».
hint-promotion = 💡 Ещё { $missing } по каталогу до акции «{ $title }».

code-ask-promo =
    <b>Промокод</b>

    Напишите его одним сообщением. Большие и маленькие буквы, пробелы и дефисы значения не имеют.

points-ask =
    <b>Сколько баллов списать?</b>

    У вас { $balance }, на этот заказ можно списать до { $most }. Напишите число, 0 — не списывать.

gifts-ask =
    <b>{ $title }</b>

    Выберите подарок, он поедет с заказом.
gift-option = { $name }
gift-chosen = ✅ { $name }
gift-taken = Подарок выбран

points-title = { $count ->
    [one] <b>⭐ У вас { $count } балл</b>
    [few] <b>⭐ У вас { $count } балла</b>
   *[many] <b>⭐ У вас { $count } баллов</b>
}
points-open = ⭐ Мои баллы
points-ending = { $count ->
    [one] ⭐ <b>{ $count } балл сгорит { $day }</b>
    [few] ⭐ <b>{ $count } балла сгорят { $day }</b>
   *[many] ⭐ <b>{ $count } баллов сгорят { $day }</b>
}
    Балл — это рубль скидки. Потратьте их или сделайте любой заказ с баллами — и срок начнётся заново.
points-until = Действуют до { $day }; каждый заказ с баллами продлевает срок.
points-rules = За каждый доставленный заказ возвращается { $percent } % его суммы. Один балл — один рубль. Списать можно от { $least } баллов, если товаров не меньше чем на { $start }, и не больше { $share } % их стоимости. Если { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } ничего не происходит, баллы сгорают.
points-move-earned = { $day }: <b>{ $points }</b> за заказ № { $order }
points-move-spent = { $day }: <b>{ $points }</b> на заказ № { $order }
points-move-returned = { $day }: <b>{ $points }</b> вернулись с заказа № { $order }
points-move-revoked = { $day }: <b>{ $points }</b> за возвращённый заказ № { $order }
points-move-expired = { $day }: <b>{ $points }</b> сгорели

error-promo-unknown = Такого промокода нет. Проверьте, всё ли написано верно, и пришлите его ещё раз.
error-promo-expired = Срок этого промокода вышел. Если есть другой, пришлите его.
error-promo-used_up = Этот промокод уже разобрали. Если есть другой, пришлите его.
error-promo-used_before = Этот промокод вы уже использовали, а действует он один раз. Если есть другой, пришлите его.
error-promo-not_for_this = Этот промокод не подходит к корзине. Если есть другой, пришлите его.
error-promo-taken = Такой промокод уже есть. Придумайте другое слово и пришлите его.
error-gift-gone = Этот подарок только что разобрали. В корзине можно выбрать другой или оформить заказ без подарка.
error-points-unusable = Сейчас баллы списать нельзя: нужно не меньше { $least } баллов и товаров не меньше чем на { $start } после скидки.
error-offer-invalid = В условиях акции ошибка. Вернитесь и проверьте их.
error-offer-invalid-title = Название нужно на русском, лучше и на английском, каждое до 80 знаков. Пришлите его ещё раз.
error-offer-invalid-value = Не получается понять размер. Пришлите его так, как в примере.
error-offer-invalid-period = Не получается понять период: нужны дни вида 31.12.2026, первый не позже последнего. Пришлите ещё раз.
error-offer-invalid-threshold = Не получается понять сумму. Пришлите рубли числом.
error-offer-invalid-priority = Приоритет — число от 0 до 1000. Пришлите его ещё раз.
error-offer-invalid-goods = Таких кодов в каталоге нет. Проверьте их и пришлите ещё раз.
error-offer-invalid-code = В промокоде должно быть не меньше трёх букв или цифр. Пришлите другой.
error-offer-invalid-limit = Сколько раз можно использовать промокод — число от 1 до 1 000 000. Пришлите ещё раз.
error-offer-invalid-expiry = Последний день промокода должен быть в будущем, вида 31.12.2026. Пришлите ещё раз.

product-price-own = Цена: <s>{ $full }</s> <b>{ $offer }</b>
product-promotion = 🏷 { $title }
price-gift-waits = 🎁 К заказу положен подарок: выберите его кнопкой ниже.
