"""How a consultant's announcement looks: being written, being read by an admin, in a client's chat."""

from __future__ import annotations

from domain.broadcasts.kinds import BroadcastKind
from domain.clients.news import News, NewsState
from domain.consultants.models import Consultant
from domain.shared.ids import PressKey
from handlers.clients.fewer import fewer_or_none
from handlers.clients.news_callbacks import DecideNews, PublishNews, WriteNews
from handlers.ui.links import OpenCatalog, OpenClients
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import answer_below, back, home, home_below
from locales.translator import Html, Translator


def ask_screen(tr: Translator) -> Screen:
    """Asks for the text."""
    return Screen(tr("news-ask"), keyboard([[back(tr, OpenClients().pack()), home(tr)]]))


def confirm_screen(text: str, count: int, key: PressKey, tr: Translator) -> Screen:
    """The text as it will be, to how many it would go, and the button that sends it."""
    publish = [button(tr.plain("news-send"), PublishNews(key=key).pack())] if count else []
    again = [button(tr.plain("news-again"), WriteNews().pack())]
    shown = tr("news-confirm", words=Html(text), count=count)
    return Screen(shown, keyboard([publish, again, [back(tr, OpenClients().pack()), home(tr)]]))


def done_screen(news: News, tr: Translator) -> Screen:
    """What has become of it."""
    return Screen(tr(f"news-is-{news.state}"), keyboard([[back(tr, OpenClients().pack()), home(tr)]]))


def asked_screen(news: News, author: Consultant, tr: Translator) -> Screen:
    """For an admin: whose it is, the text, yes and no; afterwards what was answered."""
    text = tr("news-asked", name=author.name[tr.language], words=Html(news.text))
    if news.state is not NewsState.WAITING:
        ended = tr(f"news-was-{news.state}")
        return Screen(f"{text}\n\n{ended}", keyboard([[home_below(tr)]]), keep=True)
    yes, no = DecideNews(news=news.id, yes=True), DecideNews(news=news.id, yes=False)
    rows = [[button(tr.plain("news-yes"), yes.pack()), button(tr.plain("news-no"), no.pack())], [home_below(tr)]]
    return Screen(text, keyboard(rows), keep=True)


def answered_screen(news: News, tr: Translator) -> Screen:
    """For the consultant: the admin's answer."""
    return Screen(tr(f"news-is-{news.state}"), keyboard([[home_below(tr)]]), keep=True)


def news_screen(news: News, author: Consultant, tr: Translator) -> Screen:
    """What a client gets."""
    text = tr("news-from", name=author.name[tr.language], words=Html(news.text))
    rows = [
        [answer_below(author.name[tr.language], tr)],
        [button(tr.plain("menu-catalog"), OpenCatalog().pack())],
        fewer_or_none(BroadcastKind.NEWS, tr),
        [home_below(tr)],
    ]
    return Screen(text, keyboard(rows), keep=True)
