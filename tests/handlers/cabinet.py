"""The Telegram face over an in-memory database: real dispatcher, routers, states, filters and use cases.

Only Telegram itself is absent: what a handler answers is what a test looks at.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import (
    CallbackQuery,
    Chat,
    Contact,
    Document,
    InlineKeyboardMarkup,
    Location,
    Message,
    PhotoSize,
    Sticker,
    Update,
    User,
)
from pydantic import SecretStr

from bot.access_cases import access_cases
from bot.broadcast_cases import broadcast_cases
from bot.catalog_cases import catalog_cases
from bot.checkout_cases import checkout_cases
from bot.client_cases import client_cases
from bot.goods_cases import goods_cases
from bot.help_cases import help_cases
from bot.order_cases import order_cases
from bot.price_cases import price_cases
from bot.relay_cases import relay_cases
from bot.settings import Settings
from bot.ticket_cases import ticket_cases
from domain.catalog.models import Article, Category, Product
from domain.catalog.use_cases import ListCategories, ListProducts, SetOnSale
from domain.codes.models import Way
from domain.codes.use_cases import CheckCode, SendCode
from domain.consents.use_cases import GiveConsent, ShowConsents, WithdrawConsent
from domain.consultants.choose import ChangeConsultant, ChooseConsultant
from domain.consultants.find import FindConsultants, ListLanguages, ShowCard
from domain.consultants.geo import Point
from domain.consultants.look_up import LookUp
from domain.consultants.models import Consultant, Speciality
from domain.consultants.staff import Oversee, TakeCustomers
from domain.consultants.use_cases import ListCities, ShowConsultant
from domain.joining.proofs import ProveContact, TypeContact
from domain.joining.use_cases import AnswerField, CompleteForm, ShowForm
from domain.ordering.carts import ChangeCart, ShowCart
from domain.ordering.checkout import Checkout
from domain.ordering.decide_order import DecideOrder, ShowOrder
from domain.ordering.place_order import PlaceOrder
from domain.ordering.product_card import ShowProduct
from domain.ordering.selling import Selling
from domain.people.home import ShowHome
from domain.people.models import Duty
from domain.people.use_cases import ChooseLanguage, MeetPerson
from domain.pricing.engine import Terms
from domain.shared.errors import DomainError
from domain.shared.ids import ArticleId, CategoryId, ConsultantId, PersonId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import rubles
from handlers.ui.company import Company
from handlers.ui.errors import in_words
from handlers.ui.screen import Answer, Screen
from locales.translator import Translators
from tests.fake_access import PlainPasswords
from tests.fake_consultants import FakePlaces
from tests.fake_goods import FakeDesk
from tests.fakes import FakeDatabase
from tests.handlers.one_dispatcher import OneDispatcher

NOW = datetime(2026, 5, 7, 12, tzinfo=UTC)
TRANSLATORS = Translators(strict=True)
BOT = Bot("1000001:no-token-of-any-value-00000000000000")
"""Never connected: what it would send is looked at, and making one reads all certificates."""
COMPANY = Company(
    "Mary <b>Kay", "ООО «Ромашка» & <i>Ко", "8 800 500-20-82", "cabinet_bot", "help@example.org", sms_codes=True
)
SETTINGS = Settings(
    officer_ids=frozenset({4001}),
    smtp_host="mail.example.org",
    mail_from="cabinet@example.org",
    sms_url=SecretStr("http://sms.example.org"),
)
NASTY = '<b>Мария & "Ко"</b>'
ANNA, OLEG, ADMIN = PersonId(1001), PersonId(2001), PersonId(3001)
STAFFED = Settings(admin_ids=frozenset({ADMIN}))
OFFICER, EDITOR, OWNER = PersonId(4001), PersonId(4002), PersonId(4003)


POINTS = {"Орёл": Point(52.97, 36.08), "Нижний Новгород": Point(56.33, 44.0)}


def consultant(number: int, city: str = "Орёл", city_en: str = "Oryol", **changes: Any) -> Consultant:
    """A consultant with a name that would break HTML."""
    given: dict[str, Any] = {
        "id": ConsultantId(number),
        "person_id": PersonId(2000 + number),
        "invite_code": f"code{number}",
        "name": Localised(f"Олег {number}", f"Oleg {number}"),
        "city": Localised(city, city_en),
        "region": Localised("Область <R>", "Region <R>"),
        "about": Localised("Люблю помогать. " * 60, "I love to help. " * 60),
        "time_zone": "Europe/Moscow",
        "opens": time(9),
        "closes": time(20, 30),
        "specialities": tuple(Speciality),
        "languages": ("ru", "tt"),
        "cabinet_number": f"1000000{number}",
        "level": "director",
        "street": Localised("улица <R>", "street <R>"),
        "point": POINTS.get(city),
    }
    return Consultant(**(given | changes))


def product(number: int, *, on_sale: bool = True) -> Product:
    """A product of one article."""
    words = Localised(f"Крем <{number}>", f"Cream <{number}>")
    article = Article(ArticleId(number), f"A{number}", 10)
    return Product(
        id=ProductId(number),
        code=f"P{number}",
        category_id=CategoryId(1),
        name=words,
        about=words,
        how_to_use=words,
        volume=words,
        price=rubles(1290),
        form="tube",
        tint="#ffffff",
        articles=(article,),
        on_sale=on_sale,
    )


@dataclass
class Cabinet:
    """A cabinet with a few consultants and products, and one person who uses it."""

    person_id: PersonId = ANNA
    language_code: str = "ru"
    database: FakeDatabase = field(default_factory=FakeDatabase)
    now: datetime = NOW
    selling: Selling = field(default_factory=lambda: Selling(cards=True))
    desk: FakeDesk = field(default_factory=FakeDesk)
    ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self.bot = BOT
        data = self.database.data
        places = [("Орёл", "Oryol"), ("Нижний Новгород", "Nizhny Novgorod"), ("Великий Новгород", "Veliky Novgorod")]
        for number, (city, city_en) in enumerate([*places, places[0]], start=1):
            data.consultants[ConsultantId(number)] = consultant(number, city, city_en)
        data.categories[CategoryId(1)] = Category(CategoryId(1), "skin", Localised("Кожа <1>", "Skin <1>"))
        data.products.update({ProductId(n): product(n) for n in range(1, 9)})
        read, write, clock = self.database.read, self.database.write, lambda: self.now
        places = FakePlaces()
        duties = {OFFICER: frozenset({Duty.OFFICER}), EDITOR: frozenset({Duty.CONTENT}), OWNER: frozenset({Duty.OWNER})}
        self.meet_person = MeetPerson(read, write, {ADMIN}, duties)
        self.passwords = PlainPasswords()
        self.dispatcher = OneDispatcher(
            translators=TRANSLATORS,
            company=COMPANY,
            choose_language=ChooseLanguage(write),
            show_home=ShowHome(read, clock),
            list_cities=ListCities(read),
            list_languages=ListLanguages(read),
            find_consultants=FindConsultants(read, clock, places),
            look_up=LookUp(read, places),
            show_card=ShowCard(read, clock),
            change_consultant=ChangeConsultant(write, read, clock, 30),
            take_customers=TakeCustomers(write),
            oversee=Oversee(write, read, clock),
            show_consultant=ShowConsultant(read),
            choose_consultant=ChooseConsultant(write, clock),
            show_form=ShowForm(read),
            show_consents=ShowConsents(read),
            give_consent=GiveConsent(write, clock),
            withdraw_consent=WithdrawConsent(write, clock),
            answer_field=AnswerField(write, clock, "RU"),
            type_contact=TypeContact(write, clock, "RU", SendCode(write, clock), tuple(Way)),
            prove_contact=ProveContact(read, write, clock, CheckCode(write, clock)),
            complete_form=CompleteForm(write, clock),
            list_categories=ListCategories(read),
            list_products=ListProducts(read),
            set_on_sale=SetOnSale(write),
            show_cart=ShowCart(read, clock, Terms()),
            change_cart=ChangeCart(write, clock, Terms()),
            show_product=ShowProduct(read, clock, Terms()),
            checkout=Checkout(read, write, clock, Terms(), self.selling),
            place_order=PlaceOrder(write, clock, Terms(), self.selling),
            show_order=ShowOrder(read),
            decide_order=DecideOrder(write, clock),
            zone=ZoneInfo("Europe/Moscow"),
            **relay_cases(self.database, SETTINGS, clock),  # type: ignore[arg-type]
            **catalog_cases(self.database, SETTINGS, clock),  # type: ignore[arg-type]
            read_swatch=self.read_swatch,
            **order_cases(self.database, SETTINGS, clock),  # type: ignore[arg-type]
            **price_cases(self.database, SETTINGS, clock),  # type: ignore[arg-type]
            **broadcast_cases(self.database, SETTINGS, clock, places),  # type: ignore[arg-type]
            **client_cases(self.database, SETTINGS, clock),  # type: ignore[arg-type]
            **checkout_cases(self.database, SETTINGS, clock),  # type: ignore[arg-type]
            **goods_cases(self.database, SETTINGS, clock, self.desk),  # type: ignore[arg-type]
            **access_cases(self.database, SETTINGS, clock, self.passwords),  # type: ignore[arg-type]
            **help_cases(self.database, SETTINGS, clock, TRANSLATORS),  # type: ignore[arg-type]
            **ticket_cases(self.database, STAFFED, clock),  # type: ignore[arg-type]
        )

    async def read_swatch(self, file_id: str) -> str | None:
        """The colour of a photo."""
        return "#B8141F" if file_id == "red" else None

    async def say(self, text: str) -> Answer:
        """Types a message or a command, or presses the bottom menu."""
        return await self._send(text=text)

    async def share(self, phone: str = "+79161234567", owner: int | None = 1001) -> Answer:
        """Shares a contact."""
        return await self._send(contact=Contact(phone_number=phone, first_name="x", user_id=owner))

    async def locate(self, latitude: float, longitude: float) -> Answer:
        """Shares a place."""
        return await self._send(location=Location(latitude=latitude, longitude=longitude))

    async def sticker(self) -> Answer:
        """Sends a sticker."""
        sticker = Sticker(
            file_id="f", file_unique_id="u", type="regular", width=1, height=1, is_animated=False, is_video=False
        )
        return await self._send(sticker=sticker)

    async def press(self, data: str) -> Answer:
        """Presses a button that carries `data`."""
        press = CallbackQuery(
            id=str(next(self.ids)),
            from_user=self._user(),
            chat_instance="1",
            data=data,
            message=self._message(text="x"),
        )
        return await self._feed(Update(update_id=next(self.ids), callback_query=press))

    async def press_words(self, answer: Answer, words: str) -> Answer:
        """Presses the button of a screen that has these words."""
        assert answer.screen is not None
        return await self.press(next(data for text, data in buttons(answer.screen) if words in text))

    async def state(self) -> str | None:
        """What the cabinet is waiting for."""
        key = StorageKey(self.bot.id, self.person_id, self.person_id)
        return await self.dispatcher.storage.get_state(key)

    async def send_file(self, name: str, size: int = 1000) -> Answer:
        """Sends a file."""
        return await self._send(document=Document(file_id="f", file_unique_id="u", file_name=name, file_size=size))

    async def photo(self, file_id: str, caption: str | None = None) -> Answer:
        """Sends a photo."""
        size = PhotoSize(file_id=file_id, file_unique_id=file_id, width=90, height=90)
        return await self._send(photo=[size], caption=caption)

    async def _send(self, **content: Any) -> Answer:
        return await self._feed(Update(update_id=next(self.ids), message=self._message(**content)))

    def _user(self) -> User:
        return User(id=self.person_id, is_bot=False, first_name="x", language_code=self.language_code)

    def _message(self, **content: Any) -> Message:
        chat = Chat(id=self.person_id, type="private")
        return Message(message_id=next(self.ids), date=NOW, chat=chat, from_user=self._user(), **content)

    async def _feed(self, update: Update) -> Answer:
        person = await self.meet_person(self.person_id, self.language_code)
        tr = TRANSLATORS.for_language(person.language)
        self.database.failed = False
        try:
            answer = await self.dispatcher.feed_update(self.bot, update, person=person, tr=tr)
            goes_on = True
        except DomainError as error:
            answer, goes_on = in_words(error, person, tr), error.keeps
        assert not (goes_on and self.database.failed), "went on after a writing block failed: nothing could be kept"
        assert isinstance(answer, Answer), f"nobody answered: {answer!r}"
        for screen in (*answer.messages, *([answer.screen] if answer.screen else [])):
            check(screen)
        return answer


def buttons(screen: Screen) -> list[tuple[str, str]]:
    """(words, callback) of every button that presses something."""
    if not isinstance(screen.markup, InlineKeyboardMarkup):
        return []
    return [(b.text, b.callback_data) for row in screen.markup.inline_keyboard for b in row if b.callback_data]


def check(screen: Screen) -> None:
    """What holds for every screen: it fits Telegram's limits, hurts no HTML, and leads out if it has buttons."""
    assert 0 < len(screen.text) <= (1024 if screen.picture else 4096), len(screen.text)
    for data in (data for _, data in buttons(screen)):
        assert len(data.encode()) <= 64, data
    for wrong in ("<b>Мария", "<R>", "<i>Ко", "Mary <b>Kay", "Крем <", "Cream <", "&amp;amp;"):
        assert wrong not in screen.text, f"{wrong} in {screen.text}"
    texts = [text for text, _ in buttons(screen)]
    assert not [text for text in texts if "&lt;" in text or "&amp;" in text], texts
    if isinstance(screen.markup, InlineKeyboardMarkup):
        ways = {data for _, data in buttons(screen)}
        # Home itself has the languages; the cart's questions lead back to the cart, which leads home.
        assert ways & {"home", "hmb", "lang", "cart"}, f"no way out: {texts}"
