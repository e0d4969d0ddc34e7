cart-changes = ⚠️ Пока вы выбирали, кое-что изменилось: оно отмечено выше. Согласитесь с изменениями или уберите товар.
cart-agree = ✅ Согласиться с изменениями
cart-agreed = Корзина обновлена
cart-price-changed = ⚠️ Цена изменилась: было { $old }.

codes-title = <b>Заказ по кодам</b>
codes-added = ✅ { $name }, { $count } шт.
codes-short = ⚠️ { $name }: есть только { $added } из { $wished } шт., положили столько
codes-none_left = ✖️ { $name } ({ $code }): больше нет в наличии
codes-choose = 🎨 Выбрать оттенок: { $code }
codes-unknown = ❓ { $code }: такого кода нет
codes-full = ✖️ { $name } ({ $code }): в корзине уже 50 разных товаров
codes-cart = В корзине всего на { $total }.
