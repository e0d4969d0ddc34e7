brochure-open = 📖 Брошюра
brochure-ask =
    <b>Брошюра для печати и пересылки</b>

    С картинками, оттенками и контактами консультанта. Выберите, как напечатать: файл PDF придёт сообщением.
brochure-theme-all = Весь каталог
brochure-theme-offers = Предложения
brochure-theme-favourites = Избранное
brochure-theme-selection = Из корзины
brochure-shape-a4 = 📄 A4, для чтения и печати
brochure-shape-a5 = 📱 A5, удобно на телефоне
brochure-shape-booklet = 📖 Буклет A5: сложить и скрепить
brochure-prices-on = ✓ С вашими ценами
brochure-prices-off = Без цен
brochure-toast = Готовим брошюру, она придёт сообщением
brochure-progress = ⏳ Готовим брошюру: картинка { $made } из { $count }
brochure-printing = ⏳ Готовим брошюру: верстаем страницы
brochure-ready-a4 = <b>{ $title }</b>, товаров: { $count }. Формат A4.
brochure-ready-a5 = <b>{ $title }</b>, товаров: { $count }. Формат A5.
brochure-ready-booklet = <b>{ $title }</b>, товаров: { $count }. Напечатайте на A4 с двух сторон, переворот по короткому краю, и сложите пополам.
brochure-title-all = Каталог
brochure-title-offers = Предложения
brochure-title-favourites = Избранное
brochure-title-selection = Подборка
brochure-contents = Содержание
brochure-code = код { $code }
brochure-mark-new = Новинка
brochure-mark-hit = Хит
brochure-consultant = Ваш консультант по красоте
brochure-hours = На связи с { $opens } до { $closes }
brochure-scan = Наведите камеру, чтобы заказать
brochure-scan-bot = Наведите камеру, чтобы открыть каталог
brochure-note = Цены и наличие могут измениться: точные покажет кабинет. { $operator }
brochure-note-no-prices = Цены и наличие подскажут консультант и кабинет. { $operator }
error-brochure-empty =
    <b>Печатать пока нечего</b>

    Здесь ещё нет товаров. Добавьте их в избранное или в корзину либо возьмите брошюру раздела.
