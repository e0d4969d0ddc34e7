"""How conversations look, to those who are in them."""

from __future__ import annotations

from datetime import tzinfo

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from domain.relay.models import Content, Conversation, Side, Standing
from domain.relay.talk import Talks
from handlers.relay.callbacks import AskAway, AskClose, Close, Done, NoAway, OpenTalk, Rate, SendContact
from handlers.ui.links import FindAnother, NewTicket, OpenSupport, OpenTalks
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home, home_below
from locales.translator import Translator

LABEL = 24


def customer_name(conversation: Conversation, tr: Translator) -> str:
    """What the consultant calls the customer: by the name of their form, before that by a number."""
    return conversation.customer_name or tr.plain("relay-guest", number=str(conversation.customer_id))


def other_name(standing: Standing, tr: Translator) -> str:
    """Who is at the other end."""
    if standing.side is Side.CUSTOMER:
        return standing.consultant.name[tr.language]
    return customer_name(standing.conversation, tr)


def talk_screen(standing: Standing, tr: Translator, note: str = "") -> Screen:
    """Who one is talking to, which stands below whatever is sent; `note` says what became of the last message."""
    lines = [*([note] if note else []), tr(f"relay-talk-{standing.side}", name=other_name(standing, tr))]
    lines += _presence(standing, tr)
    lines += [tr("relay-stop")] if note else ["", tr("relay-hint"), tr("relay-stop")]
    talk = standing.conversation.id
    rows = [
        [
            button(tr.plain("relay-done"), Done().pack()),
            button(tr.plain("relay-close"), AskClose(talk=talk).pack()),
        ],
        [*([button(tr.plain("relay-talks"), OpenTalks().pack())] if _serves(standing) else []), home(tr)],
    ]
    return Screen("\n".join(lines), keyboard(rows))


def _serves(standing: Standing) -> bool:
    return standing.side is Side.CONSULTANT


def _presence(standing: Standing, tr: Translator) -> list[str]:
    if not standing.reached:
        return ["", tr(f"relay-unreached-{standing.side}")]
    consultant = standing.consultant
    if _serves(standing) or consultant.opens == consultant.closes:
        return []
    opens, closes = f"{consultant.opens:%H:%M}", f"{consultant.closes:%H:%M}"
    if standing.on_duty:
        return [tr("relay-on-duty", opens=opens, closes=closes)]
    lines: list[str] = [tr("relay-off-duty", opens=opens, closes=closes, now=f"{standing.local_time:%H:%M}")]
    if standing.away:
        lines += ["", tr("relay-away", text=standing.away)]
    return lines


def sent_screen(standing: Standing, tr: Translator) -> Screen:
    """After an answer from outside the current conversation: where it went, and the way into talking on."""
    lines = [tr("relay-answered", name=other_name(standing, tr)), *_presence(standing, tr)]
    on = [button(tr.plain("relay-talk-on"), OpenTalk(talk=standing.conversation.id).pack())]
    return Screen("\n".join(lines), keyboard([on, [home(tr)]]))


def talks_screen(talks: Talks, tr: Translator, zone: tzinfo) -> Screen:
    """A consultant's conversations: unread ones first, each with how many messages wait."""
    page = talks.page
    rows = [[button(_brief(each, tr, zone), OpenTalk(talk=each.id).pack())] for each in page.items]
    turn = pager(page, tr, lambda number: OpenTalks(page=number).pack())
    lines: list[str] = [tr("relay-talks-title") if page.total else tr("relay-talks-none")]
    lines += ["", tr("relay-away-now", text=talks.away) if talks.away else tr("relay-away-none")]
    word = [button(tr.plain("relay-away-change"), AskAway().pack())]
    if talks.away:
        word.append(button(tr.plain("relay-away-drop"), NoAway().pack()))
    return Screen("\n".join(lines), keyboard([*rows, turn, word, [home(tr)]]))


def _brief(conversation: Conversation, tr: Translator, zone: tzinfo) -> str:
    name = cut(customer_name(conversation, tr), LABEL)
    day = tr.date(conversation.last_at.astimezone(zone).date())
    if conversation.unread:
        return tr.plain("relay-talk-unread", name=name, count=conversation.unread)
    key = "relay-talk-over" if conversation.closed_at else "relay-talk-read"
    return tr.plain(key, name=name, day=day)


def ask_away_screen(tr: Translator) -> Screen:
    """Asks for the word of absence."""
    return Screen(tr("relay-away-ask"), keyboard([[back(tr, OpenTalks().pack()), home(tr)]]))


def ask_close_screen(standing: Standing, tr: Translator) -> Screen:
    """Asks whether everything is said."""
    talk = standing.conversation.id
    rows = [
        [button(tr.plain("relay-close-yes"), Close(talk=talk).pack())],
        [back(tr, OpenTalk(talk=talk).pack()), home(tr)],
    ]
    return Screen(tr("relay-close-ask", name=other_name(standing, tr)), keyboard(rows))


def closed_screen(side: Side, tr: Translator) -> Screen:
    """The conversation is closed; the next message opens another."""
    ways = [button(tr.plain("relay-talks"), OpenTalks().pack())] if side is Side.CONSULTANT else []
    return Screen(tr("relay-closed"), keyboard([ways, [home(tr)]]))


def rate_screen(standing: Standing, tr: Translator) -> Screen:
    """Asks the customer how it was."""
    name = standing.consultant.name[tr.language]
    stars = _stars(standing.conversation.id, None).inline_keyboard
    return Screen(tr("relay-rate-ask", name=name), keyboard([*stars, [home_below(tr)]]), keep=True)


def rated_screen(talk: int, stars: int, tr: Translator) -> Screen:
    """Thanks for the stars, which can still be changed, and asks for a word."""
    return Screen(tr("relay-rated", stars="★" * stars), keyboard([*_stars(talk, stars).inline_keyboard, [home(tr)]]))


def word_screen(tr: Translator) -> Screen:
    """Thanks for the word."""
    return Screen(tr("relay-word-kept"), keyboard([[home(tr)]]))


def _stars(talk: int, given: int | None) -> InlineKeyboardMarkup:
    words = {each: f"✓ {each}" if each == given else f"{each} ★" for each in range(1, 6)}
    return keyboard([[button(words[each], Rate(talk=talk, stars=each).pack()) for each in words]])


def done_screen(tr: Translator) -> Screen:
    """Nothing goes to anybody any more."""
    return Screen(tr("relay-stopped"), keyboard([[home(tr)]]))


def how_to_delete_screen(tr: Translator) -> Screen:
    """How a message is taken back."""
    return Screen(tr("relay-delete-how"), keyboard([[home(tr)]]))


def ask_contact_screen(standing: Standing, content: Content, message_id: int, tr: Translator) -> Screen:
    """Asks before a phone number is passed on."""
    talk = standing.conversation.id
    rows = [
        [button(tr.plain("relay-contact-yes"), SendContact(talk=talk, message=message_id).pack())],
        [button(tr.plain("relay-contact-no"), OpenTalk(talk=talk).pack())],
        [home(tr)],
    ]
    name = " ".join(filter(None, (content.name, content.last_name)))
    text = tr("relay-contact-ask", name=name, phone=content.phone or "", to=other_name(standing, tr))
    return Screen(text, keyboard(rows))


def undelivered_screen(standing: Standing, refused: bool, tr: Translator) -> Screen:
    """A message has not arrived: why, what becomes of it, and whom else to ask."""
    name = other_name(standing, tr)
    text = tr("relay-refused", name=name) if refused else tr(f"relay-undelivered-{standing.side}", name=name)
    other = (
        [button(tr.plain("relay-another"), FindAnother().pack())]
        if standing.side is Side.CUSTOMER and not refused
        else []
    )
    company = [button(tr.plain("relay-company"), OpenSupport().pack())]
    return Screen(text, keyboard([other, company, [home_below(tr)]]), keep=True)


def reminder_screen(standing: Standing, tr: Translator) -> Screen:
    """A customer waits for an answer."""
    name = customer_name(standing.conversation, tr)
    rows = [[answer_button(standing, name, tr)], [home_below(tr)]]
    return Screen(tr("relay-reminder", name=name), keyboard(rows), keep=True)


def offer_screen(standing: Standing, tr: Translator) -> Screen:
    """The consultant has not answered: somebody else, or the company."""
    rows = [
        [button(tr.plain("relay-another"), FindAnother().pack())],
        [button(tr.plain("relay-company"), NewTicket(about="consultant").pack())],
        [home_below(tr)],
    ]
    return Screen(tr("relay-offer", name=standing.consultant.name[tr.language]), keyboard(rows), keep=True)


def answer_button(standing: Standing, name: str, tr: Translator) -> InlineKeyboardButton:
    """The button under a relayed message, which says whom it answers."""
    words = tr.plain("relay-answer", name=cut(name, LABEL))
    return button(words, OpenTalk(talk=standing.conversation.id, below=True).pack())
