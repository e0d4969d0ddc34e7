"""Goods in a conversation, as they look."""

from __future__ import annotations

from domain.relay.models import Parcel
from domain.relay.share import Shared, SharedLine
from domain.relay.talk import Talks
from handlers.catalog.pictures import picture_of
from handlers.relay.callbacks import OpenShared, ShareTo, TakeShared
from handlers.relay.parcels import head_of, sender_name
from handlers.relay.views import LABEL, answer_button, customer_name
from handlers.ui.carried import Carried
from handlers.ui.links import OpenCart, OpenCatalog
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import home, home_below
from locales.translator import Translator

LINES = 12


def pick_screen(talks: Talks, product: int, article: int, tr: Translator) -> Screen:
    """To whom? The customers that were written to last."""
    rows = [
        [button(cut(customer_name(each, tr), LABEL), ShareTo(talk=each.id, product=product, article=article).pack())]
        for each in talks.page.items
    ]
    text = tr("relay-share-ask") if rows else tr("relay-talks-none")
    return Screen(text, keyboard([*rows, [button(tr.plain("menu-catalog"), OpenCatalog().pack()), home(tr)]]))


def shared_screen(parcel: Parcel, shared: Shared, tr: Translator) -> Screen | None:
    """Goods as they come into the other's chat; None for what is no more."""
    message = parcel.messages[0]
    name = sender_name(parcel.standing, message.side, tr)
    head = head_of(name, message.side, tr)
    carried = Carried((int(message.id),), reply_to=parcel.reply_to)
    answers = [answer_button(parcel.standing, name, tr)]
    open_it = OpenShared(message=message.id).pack()
    if shared.product is not None:
        product = shared.product
        article = product.article(message.content.article) if message.content.article else None
        full = product.name[tr.language]
        if article is not None and article.shade is not None:
            full = f"{full}, {article.shade[tr.language]}"
        text = f"{head}\n\n{tr('relay-product', name=full, price=tr.money(product.price.minor))}"
        rows = [[button(tr.plain("relay-product-open"), open_it)], answers]
        return Screen(text, keyboard(rows), picture_of(product, article), keep=True, carried=carried)
    if not shared.lines:
        return None
    text = f"{head}\n\n{_cart_text(shared, tr)}"
    rows = [[button(tr.plain("relay-cart-open"), open_it)], answers]
    return Screen(text, keyboard(rows), keep=True, carried=carried)


def cart_screen(message: int, shared: Shared, tr: Translator) -> Screen:
    """A cart that was shown, with the prices and the stock of this moment."""
    pieces = sum(each.available for each in shared.lines)
    take = [button(tr.plain("relay-cart-take", count=pieces), TakeShared(message=message).pack())] if pieces else []
    return Screen(_cart_text(shared, tr), keyboard([take, [home_below(tr)]]))


def taken_screen(count: int, tr: Translator) -> Screen:
    """They are in the person's own cart."""
    return Screen(
        tr("relay-cart-taken", count=count), keyboard([[button(tr("to-cart"), OpenCart().pack())], [home(tr)]])
    )


def _cart_text(shared: Shared, tr: Translator) -> str:
    lines = [_line(each, tr) for each in shared.lines[:LINES]]
    if len(shared.lines) > LINES:
        lines.append(tr("summary-more", count=len(shared.lines) - LINES))
    total = sum(each.goods.price.minor * each.available for each in shared.lines if each.goods)
    return "\n".join([tr("relay-cart"), "", *lines, "", tr("relay-cart-total", total=tr.money(total))])


def _line(line: SharedLine, tr: Translator) -> str:
    goods = line.goods
    if goods is None:
        return tr("relay-cart-gone")
    name = goods.name[tr.language] if goods.shade is None else f"{goods.name[tr.language]}, {goods.shade[tr.language]}"
    if not line.available:
        return tr("relay-cart-none", name=name)
    return tr("relay-cart-line", name=name, pieces=line.available, price=tr.money(goods.price.minor))
