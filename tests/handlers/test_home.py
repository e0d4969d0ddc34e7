"""Home for each role, help, language, and whatever no journey takes."""

from __future__ import annotations

import pytest
from aiogram.types import ReplyKeyboardMarkup

from domain.joining.models import Form
from domain.people.models import Role
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from handlers.home import help_views
from handlers.home.callbacks import Page
from handlers.ui.commands import COMMANDS, menu
from handlers.ui.company import Company
from handlers.ui.menu import ROWS, MenuFilter, bottom_menu
from handlers.ui.screen import Answer, Screen
from locales.translator import LANGUAGES
from tests.handlers.cabinet import ADMIN, OLEG, TRANSLATORS, Cabinet, buttons


def screen(answer: Answer) -> Screen:
    assert answer.screen is not None
    return answer.screen


def keys(shown: Screen) -> list[str]:
    assert isinstance(shown.markup, ReplyKeyboardMarkup)
    assert shown.markup.is_persistent
    return [key.text for row in shown.markup.keyboard for key in row]


def ways(answer: Answer) -> list[str]:
    return [data for _, data in buttons(screen(answer))]


async def test_a_newcomer_gets_the_menu_and_the_next_steps(cabinet: Cabinet) -> None:
    answer = await cabinet.say("/start")
    assert answer.forget
    assert len(keys(answer.messages[0])) == 5
    assert ways(answer)[:2] == ["cons", "form"]


async def test_each_role_has_its_home(russian: Cabinet) -> None:
    guest = await russian.say("/start")
    russian.database.data.forms[CustomerId(1)] = Form(first_name="Анна", complete=True)
    russian.database.data.choices[CustomerId(1)] = ConsultantId(2)
    customer = await russian.say("/start")
    assert "Олег 2" in screen(customer).text
    assert "📦 Мои заказы" in keys(customer.messages[0])
    assert ways(customer)[0] == "ctg"
    russian.person_id = OLEG
    consultant = await russian.say("/start")
    assert {"ords:1", "inv"} <= set(ways(consultant))
    assert "🔗 Моё приглашение" in keys(consultant.messages[0])
    russian.person_id = ADMIN
    admin = await russian.say("/start")
    assert {"adm", "ords:1"} <= set(ways(admin))
    assert len({screen(each).text for each in (guest, customer, consultant, admin)}) == 4


async def test_language_is_chosen_and_stays(russian: Cabinet) -> None:
    asked = await russian.say("/language")
    assert [words for words, _ in buttons(screen(asked))][:2] == ["✓ Русский", "English"]
    english = await russian.press("lng:en")
    assert "🛍 Catalog" in keys(english.messages[0])
    assert "Look through" in screen(english).text
    assert "Look through" in screen(await russian.say("/start")).text
    assert ways(await russian.press("lng:xx")) == ways(await russian.press("home")), "no such language: home"


async def test_a_menu_in_the_other_language_still_works(cabinet: Cabinet) -> None:
    for words in ("🏠 Главная", "🏠 Home"):
        assert "ctg" in ways(await cabinet.say(words))


async def test_cancel_says_whether_there_was_anything(cabinet: Cabinet) -> None:
    nothing = await cabinet.say("/cancel")
    await cabinet.press("cna")
    something = await cabinet.say("/cancel")
    assert screen(nothing).text != screen(something).text
    assert await cabinet.state() is None


async def test_help_leads_to_what_the_operator_owes_in_words(cabinet: Cabinet) -> None:
    answer = await cabinet.say("/help")
    assert "8 800 500-20-82" in screen(answer).text
    for name in ("privacy", "terms", "support"):
        page = await cabinet.press(f"page:{name}")
        assert screen(page) == screen(await cabinet.say(f"/{name}"))
        own = {"privacy": ["bkn", "pmd", "pwr", "pqs", "pco", "per"], "support": ["tkn:", "tks:0", "faq:0"]}.get(
            name, []
        )
        assert ways(page) == [*own, "help", "home"]
    assert "help@example.org" in screen(await cabinet.say("/support")).text
    data = cabinet.database.data
    data.choices[data.people[cabinet.person_id].customer_id] = ConsultantId(1)
    assert ways(await cabinet.say("/support"))[0] == "rlm", "who knows the order best is a press away"
    assert ways(await cabinet.say("ъъъ"))[0] == "rlm", "and may have been meant by words nobody else took"


def test_full_documents_are_linked_and_a_missing_contact_is_left_out() -> None:
    tr = TRANSLATORS.for_language("ru")
    linked = Company("B", "ООО", "", "bot", "", privacy_url='https://example.org/?a=1&b="2"', terms_url="https://e.org")
    privacy = help_views.page_screen(Page.PRIVACY, linked, tr).text
    assert 'href="https://example.org/?a=1&amp;b=&quot;2&quot;"' in privacy
    assert "https://e.org" in help_views.page_screen(Page.TERMS, linked, tr).text
    assert help_views.page_screen(Page.SUPPORT, linked, tr).text.endswith("ООО")
    only_line = Company("B", "ООО", "8 800", "bot", "8 800")
    assert help_views.page_screen(Page.SUPPORT, only_line, tr).text.count("8 800") == 1
    assert "href" not in help_views.page_screen(Page.PRIVACY, only_line, tr).text


@pytest.mark.parametrize(
    "data", ["garbage", "x" * 64, "", "cno:1", "cno:abc::0::0", f"cno:{10**30}::0::0", "page:none", "home:1"]
)
async def test_a_button_of_another_time_shows_home(cabinet: Cabinet, data: str) -> None:
    answer = await cabinet.press(data)
    assert answer.toast
    assert len(answer.toast) <= 200
    assert {"ctg", "cart", "help"} <= set(ways(answer))


async def test_a_message_nobody_waits_for_gets_a_hint(cabinet: Cabinet) -> None:
    for answer in (await cabinet.say("привет"), await cabinet.say("/nosuchcommand"), await cabinet.sticker()):
        assert ways(answer) == ["ctg", "help", "home"]


async def test_a_thing_that_is_gone_is_said_so(cabinet: Cabinet) -> None:
    assert ways(await cabinet.press("cno:999::0::0")) == ["ctg", "home"]


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_menu_and_commands_in_every_language(role: Role) -> None:
    for language in LANGUAGES:
        tr = TRANSLATORS.for_language(language)
        listed = menu(COMMANDS[role], tr)
        assert [each.command for each in listed] == list(COMMANDS[role])
        assert all(1 <= len(each.description) <= 256 for each in listed)
        pressed = [key.text for row in bottom_menu(role, tr).keyboard for key in row]
        assert len(set(pressed)) == len(pressed) == sum(len(row) for row in ROWS[role])


async def test_every_command_and_menu_entry_is_answered(cabinet: Cabinet) -> None:
    for person_id in (1001, OLEG, ADMIN):
        cabinet.person_id = PersonId(person_id)
        for command in COMMANDS[Role.CONSULTANT] + COMMANDS[Role.ADMIN]:
            hint = screen(await cabinet.say("/nosuchcommand"))
            assert screen(await cabinet.say(f"/{command}")) != hint, command
        for words in [key for row in ROWS.values() for keys in row for key in keys]:
            text = TRANSLATORS.for_language("ru").plain(words)
            assert screen(await cabinet.say(text)) != hint, words


def test_a_menu_filter_knows_its_keys() -> None:
    with pytest.raises(ValueError, match="nothing"):
        MenuFilter("nothing")
