"""Logging in, recovery, the profile and applicants, in the chat."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio

from domain.access.consulting import Applicant
from domain.access.models import Binding, Credential
from domain.access.numbers import new_number
from domain.access.strength import Weakness
from domain.joining.models import Approval, Form, Proof
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.shared.ids import CustomerId, PersonId
from handlers.access.notices import KINDS, AccessNotices
from handlers.ui.screen import Answer
from tests.handlers.cabinet import ADMIN, ANNA, NASTY, NOW, TRANSLATORS, Cabinet, buttons, check

OWNER, CABINET = PersonId(1500), CustomerId(500)
PASSWORD, NEW = "четыре кита плывут мимо", "совсем другие три слова"


def text(answer: Answer) -> str:
    assert answer.screen is not None
    return answer.screen.text


@pytest_asyncio.fixture
async def number(cabinet: Cabinet) -> str:
    """The number of a cabinet that is somebody else's so far."""
    data, made = cabinet.database.data, new_number()
    data.people[OWNER] = Person(OWNER, "ru", CABINET)
    data.forms[CABINET] = Form(
        first_name="Анна",
        phone="+79161234567",
        phone_proof=Proof.OTHER,
        email="anna@example.org",
        email_proof=Proof.OWN,
        complete=True,
    )
    data.credentials[CABINET] = Credential(CABINET, made, f"hash of {PASSWORD}", NOW)
    data.bindings[1] = Binding(1, OWNER, CABINET, None, NOW)
    return made


async def log_in(cabinet: Cabinet, number: str) -> Answer:
    await cabinet.press("lin")
    await cabinet.say(f"{number[:3]}-{number[3:6]}-{number[6:]}")
    return await cabinet.say(PASSWORD)


async def test_number_password_and_in(cabinet: Cabinet, number: str) -> None:
    home = await cabinet.say("/start")
    assert home.screen is not None
    assert "lin" in [data for _, data in buttons(home.screen)]
    assert await cabinet.state() is None
    inside = await log_in(cabinet, number)
    assert inside.forget
    assert inside.messages, "the menu of a customer comes along"
    assert number[:3] in text(inside)
    assert await cabinet.state() is None
    assert cabinet.database.data.people[ANNA].customer_id == CABINET
    assert "prf" in [data for _, data in buttons((await cabinet.say("/start")).screen)]  # type: ignore[arg-type]


async def test_a_slip_in_the_number_is_noticed(cabinet: Cabinet) -> None:
    await cabinet.say("/login")
    answer = await cabinet.say("123456780")
    assert answer.forget
    assert await cabinet.state() == "Access:number"


async def test_wrong_is_wrong_whatever_is_wrong(cabinet: Cabinet, number: str) -> None:
    seen = []
    for tried in (number, new_number()):
        await cabinet.press("lin")
        await cabinet.say(tried)
        answer = await cabinet.say("не тот пароль")
        assert answer.forget
        assert await cabinet.state() == "Access:password", "it can be typed again at once"
        seen.append(text(answer))
    assert seen[0] == seen[1]
    for _ in range(4):
        answer = await cabinet.say("не тот пароль")
    assert text(answer) != seen[0], "now one has to wait"


async def test_what_is_sent_in_the_place_of_a_password_is_deleted(cabinet: Cabinet, number: str) -> None:
    await cabinet.press("lin")
    await cabinet.say(number)
    assert (await cabinet.sticker()).forget
    assert (await cabinet.say("/secret")).forget


@pytest.mark.parametrize("weak", ["short", "qwertyuiop", "пароль12345", "аааааааааааа", "07.05.1990", "x" * 129])
async def test_a_weak_password_is_refused_with_the_reason(cabinet: Cabinet, number: str, weak: str) -> None:
    await log_in(cabinet, number)
    await cabinet.press("pwc")
    assert (await cabinet.say(PASSWORD)).forget
    before = cabinet.database.data.credentials[CABINET]
    refused = await cabinet.say(weak)
    assert refused.forget
    assert cabinet.database.data.credentials[CABINET] == before
    reasons = {TRANSLATORS.for_language(cabinet.language_code)(f"error-weak-password-{each}") for each in Weakness}  # type: ignore[arg-type]
    assert text(refused) in reasons
    assert (await cabinet.say(NEW)).forget
    assert cabinet.database.data.credentials[CABINET].password_hash == f"hash of {NEW}"


async def test_the_password_of_now_is_asked_first(cabinet: Cabinet, number: str) -> None:
    await log_in(cabinet, number)
    await cabinet.press("pwc")
    assert (await cabinet.say("не тот пароль")).forget
    assert await cabinet.state() == "Access:present"


async def test_recovery_by_letter(cabinet: Cabinet, number: str) -> None:
    await cabinet.press("rec")
    offer = await cabinet.say(number)
    assert "a•••@example.org" in "".join(words for words, _ in buttons(offer.screen))  # type: ignore[arg-type]
    assert not [way for _, way in buttons(offer.screen) if way == "rcs:sms"], "that phone proves nothing"  # type: ignore[arg-type]
    asked = await cabinet.press("rcs:email")
    assert "a•••@example.org" in text(asked)
    assert await cabinet.state() == "Access:code"
    assert (await cabinet.say("999999")).forget
    assert (await cabinet.say("000001")).forget
    inside = await cabinet.say(NEW)
    assert inside.forget
    assert cabinet.database.data.people[ANNA].customer_id == CABINET
    assert cabinet.database.data.people[OWNER].customer_id != CABINET
    kinds = [(notice.to, notice.kind) for notice in cabinet.database.data.outbox.values()]
    assert (OWNER, NoticeKind.CABINET_RECOVERED) in kinds


async def test_the_profile_unbinds_and_leaves(cabinet: Cabinet, number: str) -> None:
    await log_in(cabinet, number)
    data = cabinet.database.data
    data.people[PersonId(1600)] = Person(PersonId(1600), "ru", CABINET)
    data.bindings[7] = Binding(7, PersonId(1600), CABINET, None, NOW)
    profile = await cabinet.say("/profile")
    assert profile.screen is not None
    ways = [way for _, way in buttons(profile.screen)]
    assert "unq:7" in ways
    assert "unq:1" not in ways, "what is older is not to be unbound from here"
    await cabinet.press("unq:7")
    await cabinet.press("unb:7")
    assert 7 not in cabinet.database.data.bindings
    await cabinet.say("/logout")
    left = await cabinet.press("lou:0")
    assert left.messages
    assert cabinet.database.data.people[ANNA].customer_id != CABINET


async def test_not_me(cabinet: Cabinet, number: str) -> None:
    await log_in(cabinet, number)
    data = cabinet.database.data
    data.people[PersonId(1600)] = Person(PersonId(1600), "ru", CABINET)
    data.bindings[7] = Binding(7, PersonId(1600), CABINET, None, NOW)
    out = await cabinet.press("nme:7")
    assert "rec" in [way for _, way in buttons(out.screen)]  # type: ignore[arg-type]
    assert 7 not in cabinet.database.data.bindings
    assert cabinet.database.data.credentials[CABINET].password_hash is None
    offer = await cabinet.press("rec")
    assert "rcs:email" in [way for _, way in buttons(offer.screen)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data", ["prf", "loq", "lou:1", "unq:1", "unb:1", "nme:1", "pwc", "rcs:sms", "apl:0", "apo:500", "apa:500:1"]
)
async def test_a_guest_who_tampers_gets_nothing_of_it(cabinet: Cabinet, number: str, data: str) -> None:
    kept = cabinet.database.data.copy()
    answer = await cabinet.press(data)
    assert number[:3] not in text(answer)
    for each in ("credentials", "bindings", "entries", "applicants", "forms"):
        assert getattr(cabinet.database.data, each) == getattr(kept, each), each


async def test_admins_answer_applicants_once(cabinet: Cabinet, number: str) -> None:
    data = cabinet.database.data
    data.forms[CABINET] = replace(data.forms[CABINET], approval=Approval.WAITING)
    data.applicants[CABINET] = Applicant(CABINET, OWNER, NASTY, "Орёл", number, NOW)
    cabinet.person_id = ADMIN
    panel = await cabinet.say("/admin")
    assert "apl:0" in [way for _, way in buttons(panel.screen)]  # type: ignore[arg-type]
    await cabinet.press("apl:0")
    await cabinet.press("apo:500")
    await cabinet.press("apa:500:1")
    approved = cabinet.database.data.applicants[CABINET]
    assert (approved.approval, approved.decided_by) == (Approval.APPROVED, ADMIN)
    assert cabinet.database.data.forms[CABINET].approval is Approval.APPROVED
    assert [c.person_id for c in cabinet.database.data.consultants.values()].count(OWNER) == 1
    await cabinet.press("apa:500:0")
    assert cabinet.database.data.applicants[CABINET] == approved
    told = [notice.to for notice in cabinet.database.data.outbox.values() if notice.kind == "consulting_decided"]
    assert told == [OWNER]


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_every_notice_has_words(cabinet: Cabinet, number: str, kind: NoticeKind) -> None:
    data = cabinet.database.data
    data.seeds[CABINET] = "abcd-efgh-jkmn"
    data.bindings[7] = Binding(7, PersonId(1600), CABINET, None, NOW)
    data.applicants[CABINET] = Applicant(CABINET, OWNER, NASTY, "Орёл", number, NOW)
    cases = cabinet.dispatcher.workflow_data
    notices = AccessNotices(cases["show_profile"], cases["write_letter"], cases["show_applicants"])
    owner = replace(data.people[OWNER], is_admin=True)
    tr, args = TRANSLATORS.for_language(cabinet.language_code), {"customer": 500, "binding": 7}  # type: ignore[arg-type]
    screen = await notices.render(kind, args, owner, tr, ZoneInfo("Europe/Moscow"))
    assert screen is not None
    check(screen)
    stranger = await cabinet.meet_person(ANNA, cabinet.language_code)
    for_them = await notices.render(kind, args, stranger, tr, ZoneInfo("Europe/Moscow"))
    assert for_them is None or (number[:3] not in for_them.text and "abcd" not in for_them.text)
