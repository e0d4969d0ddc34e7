"""What the staff see of somebody: masks, and for the data officer all of it for two minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.access.models import Credential
from domain.access.numbers import new_number
from domain.audit.models import Action
from domain.audit.personal import LATE, ShowPersonal
from domain.notices.models import NoticeKind
from domain.people.models import Duty, Person
from domain.shared.ids import CustomerId, PersonId
from handlers.notices import Notices
from handlers.staff.callbacks import AskReason, FindCabinet
from handlers.ui.links import OpenAdmin
from handlers.ui.screen import Screen
from tests.forms import JOINED
from tests.handlers.cabinet import ADMIN, ANNA, EDITOR, NOW, OFFICER, OWNER, TRANSLATORS, Cabinet, buttons

CABINET = CustomerId(77)
NUMBER = new_number()
WHY = "обращение клиента № 15"
SECRETS = ("Петрова", "Анна", "123456", "Арбат", "9161234", "anna@", "07.05.1990", "7 мая")


def opened(who: PersonId, language: str = "ru") -> Cabinet:
    cabinet = Cabinet(person_id=who, language_code=language)
    data = cabinet.database.data
    data.forms[CABINET] = replace(JOINED, complete=True)
    data.credentials[CABINET] = Credential(CABINET, NUMBER, "hash", NOW)
    return cabinet


async def words(cabinet: Cabinet, entry: int) -> Screen | None:
    """The owed message, as it would be sent now."""
    person = await cabinet.meet_person.known(cabinet.person_id)
    assert person is not None
    show = ShowPersonal(cabinet.database.read, lambda: cabinet.now)
    notices = Notices(None, None, None, show)  # type: ignore[arg-type]
    tr = TRANSLATORS.for_language(person.language)
    return await notices.render(NoticeKind.PERSONAL_DATA, {"entry": entry}, person, tr, ZoneInfo("Europe/Moscow"))


@pytest.mark.parametrize("who", [ADMIN, OWNER, OFFICER])
@pytest.mark.parametrize("language", ["ru", "en"])
async def test_masks_for_the_staff(who: PersonId, language: str) -> None:
    cabinet = opened(who, language)
    await cabinet.say("/person")
    found = await cabinet.say(NUMBER)
    assert found.screen is not None
    assert not [secret for secret in SECRETS if secret in found.screen.text]
    assert "•••" in found.screen.text
    offered = [data for _, data in buttons(found.screen)]
    assert (AskReason(customer=CABINET).pack() in offered) == (who == OFFICER)
    entries = list(cabinet.database.data.audit.values())
    assert [(each.who, each.action, each.subject) for each in entries] == [(who, Action.LOOKED_UP, CABINET)]


@pytest.mark.parametrize("who", [ANNA, EDITOR, ADMIN, OWNER])
async def test_nobody_else_opens_anything(who: PersonId) -> None:
    cabinet = opened(who)
    for answer in (
        await cabinet.press(AskReason(customer=CABINET).pack()),
        await cabinet.say(WHY),
    ):
        assert answer.screen is not None
        assert not [secret for secret in SECRETS if secret in answer.screen.text]
    assert not cabinet.database.data.audit
    assert not cabinet.database.data.outbox


@pytest.mark.parametrize("who", [ANNA, EDITOR])
async def test_not_even_masks_for_others(who: PersonId) -> None:
    cabinet = opened(who)
    await cabinet.say("/person")
    answer = await cabinet.say(NUMBER)
    assert answer.screen is None or "•••" not in answer.screen.text
    assert not cabinet.database.data.audit


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_the_officer_opens_one_person_with_a_reason(language: str) -> None:
    cabinet = opened(OFFICER, language)
    await cabinet.press(FindCabinet().pack())
    await cabinet.say(NUMBER)
    await cabinet.press(AskReason(customer=CABINET).pack())
    short = await cabinet.say("надо")
    assert short.forget
    assert not cabinet.database.data.outbox
    done = await cabinet.say(WHY)
    assert done.screen is not None
    assert done.forget
    # The answer is kept with the update: it must hold nothing of the person.
    assert not [secret for secret in SECRETS if secret in done.screen.text]
    entry = cabinet.database.data.audit[2]
    assert (entry.who, entry.action, entry.subject, entry.reason) == (OFFICER, Action.OPENED, CABINET, WHY)
    [notice] = cabinet.database.data.outbox.values()
    assert (notice.to, notice.kind, dict(notice.args)) == (OFFICER, NoticeKind.PERSONAL_DATA, {"entry": 2})
    shown = await words(cabinet, 2)
    assert shown is not None
    for value in ("Петрова", "Анна", "123456", "Арбат", "anna@example.org"):
        assert value in shown.text
    assert shown.markup is None


async def test_one_at_a_time_and_twenty_a_day() -> None:
    cabinet = opened(OFFICER)
    for number in range(20):
        await cabinet.press(AskReason(customer=CABINET).pack())
        await cabinet.say(WHY)
        assert len(cabinet.database.data.audit) == number + 1
        again = await cabinet.press(AskReason(customer=CABINET).pack())
        again = await cabinet.say(WHY)
        assert again.screen is not None
        assert len(cabinet.database.data.audit) == number + 1, "two were open at the same time"
        cabinet.now += timedelta(minutes=3)
    await cabinet.press(AskReason(customer=CABINET).pack())
    refused = await cabinet.say(WHY)
    assert refused.screen is not None
    assert "20" in refused.screen.text
    assert len(cabinet.database.data.audit) == 20
    cabinet.now += timedelta(days=1)
    await cabinet.say(WHY)
    assert len(cabinet.database.data.audit) == 21


async def test_a_message_that_comes_too_late_or_to_somebody_else_says_nothing() -> None:
    cabinet = opened(OFFICER)
    await cabinet.press(AskReason(customer=CABINET).pack())
    await cabinet.say(WHY)
    show = ShowPersonal(cabinet.database.read, lambda: cabinet.now)
    other = Person(PersonId(5), "ru", CustomerId(5), duties=frozenset({Duty.OFFICER}))
    assert await show(other, 1) is None
    dismissed = Person(OFFICER, "ru", CustomerId(5), is_admin=True)
    assert await show(dismissed, 1) is None
    assert await words(cabinet, 99) is None
    cabinet.now += LATE + timedelta(seconds=1)
    assert await words(cabinet, 1) is None


async def test_a_cabinet_nobody_has_is_not_opened() -> None:
    cabinet = opened(OFFICER)
    await cabinet.press(AskReason(customer=999).pack())
    await cabinet.say(WHY)
    assert not cabinet.database.data.audit
    await cabinet.say("/person")
    answer = await cabinet.say("123")
    assert answer.screen is not None
    assert not cabinet.database.data.audit


async def test_each_of_the_staff_sees_what_they_may_do() -> None:
    shown = {}
    for who in (ADMIN, OWNER, OFFICER, EDITOR):
        answer = await opened(who).say("/admin")
        assert answer.screen is not None
        shown[who] = {data.split(":")[0] for _, data in buttons(answer.screen)}
    assert shown[ADMIN] == shown[OWNER]
    assert len(shown[ADMIN]) == 10
    assert shown[OFFICER] == {"sfc", "prq", "tsl", "home"}
    assert shown[EDITOR] == {"adc", "bcl", "gdf", "off", "home"}
    for who in (ADMIN, OFFICER, EDITOR):
        home = await opened(who).say("/start")
        assert home.screen is not None
        assert OpenAdmin().pack() in [data for _, data in buttons(home.screen)]
    refused = await opened(ANNA).say("/admin")
    assert refused.screen is not None
    assert "sfc" not in str(buttons(refused.screen))
