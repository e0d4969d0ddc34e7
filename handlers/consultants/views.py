"""How finding a consultant looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from domain.consultants.find import Card, FoundPage
from domain.consultants.look_up import LookedUp
from domain.consultants.models import ByName, CityCount, Found, NearPlace, NearPoint, Speciality, Town, Wanted, Where
from domain.people.models import Person
from domain.shared.paging import Page, clamp_page
from handlers.consultants.callbacks import AskPlace, AskWish, Kind, OpenConsultant, OpenFinder, OpenFound
from handlers.consultants.cards import card_text, distance, picture_of, ways_to
from handlers.consultants.packing import pack_wanted, pack_where
from handlers.ui.links import OpenCatalog
from handlers.ui.menu import bottom_menu, location_menu
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from locales.translator import Html, Translator

CITIES = 10


def finder_screen(cities: Sequence[CityCount], number: int, tr: Translator) -> Screen:
    """The cities with consultants, two in a row, the fullest first; anything may be typed as well."""
    if not cities:
        rows = [[button(tr.plain("menu-catalog"), OpenCatalog().pack())], [home(tr)]]
        return Screen(tr("consultants-none"), keyboard(rows))
    number = clamp_page(number, CITIES, len(cities))
    page = Page(cities[number * CITIES : (number + 1) * CITIES], number, CITIES, len(cities))
    rows = [
        *_pairs([_city(city, _twins(cities), tr) for city in page.items]),
        pager(page, tr, lambda n: OpenFinder(page=n).pack()),
        [
            button(tr.plain("consultants-near-me"), AskPlace().pack()),
            button(tr.plain("consultants-everywhere"), OpenFound().pack()),
        ],
        [home(tr)],
    ]
    return Screen(tr("consultants-cities"), keyboard(rows))


def ask_place_screen(tr: Translator) -> Screen:
    """Says how to share a place."""
    return Screen(tr("consultants-place-ask"), keyboard([[back(tr, OpenFinder().pack()), home(tr)]]))


def share_place_message(person: Person, tr: Translator) -> Screen:
    """Brings the button that shares one's place; it stays, as the menu it comes with does."""
    return Screen(tr("consultants-place-share"), location_menu(person.role, tr), keep=True)


def kept_place_message(person: Person, tr: Translator) -> Screen:
    """Says that the place has come, and puts the ordinary menu back."""
    return Screen(tr("consultants-place-kept"), bottom_menu(person.role, tr), keep=True)


def looked_up_screen(found: LookedUp, typed: str, tr: Translator) -> Screen:
    """What a typed line may mean, or that it means nothing; more can be typed."""
    twins = _twins(found.towns)
    rows = _pairs([_town(town, twins, tr) for town in found.towns])
    if found.named:
        words = tr.plain("consultants-by-name", name=cut(typed, 24), count=found.named)
        rows.insert(0, [button(words, _list(ByName(typed), Wanted()))])
    ways = [back(tr, OpenFinder().pack()), home(tr)]
    near_me = [] if rows else [button(tr.plain("consultants-near-me"), AskPlace().pack())]
    key = "consultants-no-match" if found.is_nothing else "consultants-which"
    return Screen(tr(key, text=cut(typed, 60)), keyboard([*rows, near_me, ways]))


def list_screen(found: FoundPage, where: Where, wanted: Wanted, tr: Translator) -> Screen:
    """The consultants found, five to a page, and what they can be narrowed by."""
    page = found.page
    rows = [[button(_brief(item, where, tr), _card(item, where, wanted, page.number))] for item in page.items]
    turn = pager(page, tr, lambda n: _list(where, wanted, n))
    ways = [back(tr, OpenFinder().pack()), home(tr)]
    wishes = _wishes(where, wanted, tr) if page.items or wanted != Wanted() else []
    title = tr("consultants-title", title=_title(found, where, tr))
    text = tr("consultants-count", count=page.total) if page.items else tr(_none(wanted))
    return Screen(f"{title}\n\n{text}", keyboard([*rows, turn, wishes, ways]))


def wish_screen(kind: Kind, where: Where, wanted: Wanted, languages: Sequence[str], tr: Translator) -> Screen:
    """All specialities or languages, the present wish marked, and none of them."""
    if kind is Kind.SPECIALITY:
        options = [(tr.plain(f"speciality-{each}"), Wanted(each, wanted.language)) for each in Speciality]
        any_ = Wanted(None, wanted.language)
    else:
        options = [(tr.language_name(code), Wanted(wanted.speciality, code)) for code in languages]
        any_ = Wanted(wanted.speciality, None)
    buttons = [button(f"✓ {words}" if each == wanted else words, _list(where, each)) for words, each in options]
    any_row = [button(tr.plain(f"consultants-any-{kind.name.lower()}"), _list(where, any_))]
    ways = [back(tr, _list(where, wanted)), home(tr)]
    return Screen(tr(f"consultants-wish-{kind.name.lower()}"), keyboard([*_pairs(buttons), any_row, ways]))


def consultant_screen(card: Card, person: Person, way_back: str, tr: Translator) -> Screen:
    """A consultant's card with the way to choose them; `way_back` is the packed list it was opened from."""
    rows = [*ways_to(card, person, tr), [back(tr, way_back), home(tr)]]
    text = card_text(card.found, person, tr)
    return Screen(text, keyboard(rows), picture=picture_of(card.found.consultant))


def way_to_list(where: Where, wanted: Wanted, page: int) -> str:
    """The packed callback of a list."""
    return _list(where, wanted, page)


def _list(where: Where, wanted: Wanted, page: int = 0) -> str:
    speciality, language = pack_wanted(wanted)
    return OpenFound(where=pack_where(where), speciality=speciality, language=language, page=min(page, 999)).pack()


def _card(found: Found, where: Where, wanted: Wanted, page: int) -> str:
    speciality, language = pack_wanted(wanted)
    return OpenConsultant(
        consultant=found.consultant.id,
        where=pack_where(where),
        speciality=speciality,
        language=language,
        page=min(page, 999),
    ).pack()


def _wishes(where: Where, wanted: Wanted, tr: Translator) -> list[InlineKeyboardButton]:
    speciality, language = pack_wanted(wanted)
    words = {
        Kind.SPECIALITY: wanted.speciality and tr.plain(f"speciality-{wanted.speciality}"),
        Kind.LANGUAGE: wanted.language and tr.language_name(wanted.language),
    }
    packed = pack_where(where)
    return [
        button(
            f"✓ {words[kind]}" if words[kind] else tr.plain(f"consultants-by-{kind.name.lower()}"),
            AskWish(kind=kind, where=packed, speciality=speciality, language=language).pack(),
        )
        for kind in Kind
    ]


def _title(found: FoundPage, where: Where, tr: Translator) -> Html:
    if isinstance(where, ByName):
        return tr("consultants-named", name=cut(where.typed, 60))
    if isinstance(where, NearPlace | NearPoint):
        if found.place is None:
            return tr("consultants-near-point")
        return tr("consultants-near", name=found.place.name[tr.language])
    if found.city is not None:
        return tr("consultants-in", name=found.city.city[tr.language])
    return tr("consultants-all-cities")


def _none(wanted: Wanted) -> str:
    return "consultants-none-here" if wanted == Wanted() else "consultants-none-such"


def _brief(found: Found, where: Where, tr: Translator) -> str:
    consultant = found.consultant
    if found.km is not None:
        what = tr.plain("consultant-far", city=consultant.city[tr.language], distance=distance(found.km, tr))
    elif where is None or isinstance(where, ByName | NearPlace | NearPoint):
        what = consultant.city[tr.language]
    elif consultant.specialities:
        what = tr.plain(f"speciality-{consultant.specialities[0]}")
    else:
        what = tr.plain("level-consultant")
    words = tr.plain("consultant-brief", name=consultant.name[tr.language], what=what)
    return f"🟢 {words}" if found.on_duty else words


def _twins(named: Sequence[CityCount] | Sequence[Town]) -> set[str]:
    """Names that stand for more than one of them: these need their region."""
    names = Counter(each.city.ru if isinstance(each, CityCount) else each.name.ru for each in named)
    return {name for name, count in names.items() if count > 1}


def _city(city: CityCount, twins: set[str], tr: Translator) -> InlineKeyboardButton:
    return _town(Town(city.city, city.region, city.slug, None, city.consultants, 0), twins, tr)


def _town(town: Town, twins: set[str], tr: Translator) -> InlineKeyboardButton:
    name, region = town.name[tr.language], town.region[tr.language]
    if town.name.ru in twins and region:
        name = tr.plain("consultants-in-region", name=name, region=region)
    words = tr.plain("consultants-city", name=name, count=town.consultants) if town.consultants else name
    return button(words, _list(town.where, Wanted()))


def _pairs(buttons: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Two in a row; a long one has a row of its own."""
    rows: list[list[InlineKeyboardButton]] = []
    for each in buttons:
        if rows and len(rows[-1]) == 1 and max(len(rows[-1][0].text), len(each.text)) <= 24:
            rows[-1].append(each)
        else:
            rows.append([each])
    return rows
