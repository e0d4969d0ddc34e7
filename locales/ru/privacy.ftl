privacy-open-consents = Мои согласия
privacy-consents = <b>Ваши согласия</b>
privacy-consents-none =
    <b>Согласий нет</b>

    Вы не давали согласий, или все они отозваны.
privacy-consent-cabinet =
    ✅ <b>Личный кабинет</b>
    Дано { $at }, редакция { $version }
privacy-consent-promotions =
    ✅ <b>Рекламные сообщения</b>
    Дано { $at }, редакция { $version }
privacy-consent-photo =
    ✅ <b>Фотография</b>
    Дано { $at }, редакция { $version }
privacy-withdraw-cabinet = Отозвать: кабинет
privacy-withdraw-promotions = Отозвать: реклама
privacy-withdraw-photo = Отозвать: фотография
privacy-withdraw-ask-cabinet =
    <b>Отозвать согласие на обработку данных?</b>

    Новых данных мы больше не запишем. Чтобы уничтожить то, что записано, напишите в поддержку: /support. Согласие можно дать снова, открыв анкету.
privacy-withdraw-ask-promotions =
    <b>Отозвать согласие на рекламу?</b>

    Рекламных сообщений больше не будет. На заказы это не влияет.
privacy-withdraw-ask-photo =
    <b>Отозвать согласие на фотографию?</b>

    Виртуальный макияж с вашей фотографией станет недоступен. На заказы это не влияет.
privacy-withdraw = Да, отозвать
privacy-withdrawn = Согласие отозвано
