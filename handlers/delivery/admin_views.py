"""How the table of delivery costs looks to admins."""

from __future__ import annotations

from collections.abc import Sequence

from domain.delivery.errors import BadPoints
from domain.delivery.models import Rate
from domain.ordering.models import Delivery
from handlers.delivery.callbacks import AskPoints, AskRate, AskRegion, OpenDelivery
from handlers.ui.links import OpenAdmin
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator

SHOWN = 40


def table_screen(rates: Sequence[Rate], points: int, tr: Translator, note: str = "") -> Screen:
    """Every tariff that holds, and what can be done with the table."""
    lines = [_line(rate, tr) for rate in rates[:SHOWN]]
    if len(rates) > SHOWN:
        lines.append(tr("summary-more", count=len(rates) - SHOWN))
    text = "\n".join([tr("rates-title"), "", *lines, "", tr("rates-points", count=points), *([note] if note else [])])
    ways = [button(tr.plain(f"delivery-{way}"), AskRate(delivery=way).pack()) for way in Delivery]
    rows = [
        ways[:2],
        ways[2:],
        [button(tr.plain("rates-region"), AskRegion().pack()), button(tr.plain("rates-bring"), AskPoints().pack())],
        [back(tr, OpenAdmin().pack()), home(tr)],
    ]
    return Screen(text, keyboard(rows))


def _line(rate: Rate, tr: Translator) -> str:
    tariff = rate.tariff
    where = f"{rate.region}, " if rate.region else ""
    name = f"{where}{tr.plain(f'delivery-{rate.delivery}')}"
    if not tariff.is_on:
        return tr("rates-off", name=name)
    cost, days = tr.money(tariff.cost.minor), tr.days(*tariff.days)
    if tariff.free_from is None:
        return tr("rates-line", name=name, cost=cost, days=days)
    return tr("rates-line-free", name=name, cost=cost, free=tr.money(tariff.free_from.minor), days=days)


def ask_screen(key: str, tr: Translator, **args: str) -> Screen:
    """Asks for something typed or sent."""
    return Screen(tr(key, **args), keyboard([[back(tr, OpenDelivery().pack()), home(tr)]]))


def refused_screen(error: BadPoints, tr: Translator) -> Screen:
    """What is wrong with the list; nothing of it was taken."""
    reason, _, column = error.reason.partition(" ")
    text = tr(f"pickup-bad-{reason}", line=str(error.line), column=column)
    return Screen(text, keyboard([[back(tr, OpenDelivery().pack()), home(tr)]]))
