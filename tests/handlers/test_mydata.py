"""A copy of one's own data, erasure and the officer's queue, in the chat."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.access.models import Binding, Credential
from domain.consents.models import VERSIONS, Consent
from domain.consents.models import Purpose as ConsentPurpose
from domain.joining.models import Form, Step
from domain.notices.models import NoticeKind
from domain.personal.models import Ground, Kind, State
from domain.personal.use_cases import COPIES_A_DAY, LATE, AskCopy, DecideRequest, RemindOfRequests
from domain.shared.ids import CustomerId
from handlers.joining.callbacks import AskStep
from handlers.privacy.callbacks import AskDestroy, CancelErasure, ConfirmErasure, Destroy, Refuse, ShowRequest
from handlers.privacy.notices import PrivacyNotices
from handlers.ui.links import OpenCorrection, OpenErasure
from handlers.ui.screen import Answer, Screen
from locales.translator import LANGUAGES
from storage.holdings import HOLDINGS
from tests.handlers.cabinet import ADMIN, ANNA, COMPANY, NOW, OFFICER, OLEG, TRANSLATORS, Cabinet, buttons

PASSWORD = "четыре кита плывут мимо"


class NoPapers:
    async def make(self, kind: str, data: Any) -> bytes:
        return json.dumps(data, ensure_ascii=False).encode()


def text(answer: Answer) -> str:
    assert answer.screen is not None
    return answer.screen.text


def data(answer: Answer) -> list[str]:
    assert answer.screen is not None
    return [each for _, each in buttons(answer.screen)]


async def said(cabinet: Cabinet, kind: NoticeKind) -> list[Screen | None]:
    """The notices of a kind as they would be sent now."""
    database = cabinet.database
    ask = AskCopy(database.read, database.read, lambda: cabinet.now, None)  # type: ignore[arg-type]
    notices = PrivacyNotices(ask, DecideRequest(database.read, lambda: cabinet.now), NoPapers(), COMPANY)  # type: ignore[arg-type]
    made = []
    for each in list(database.data.outbox.values()):
        if each.kind is kind:
            person = await cabinet.meet_person(each.to, "ru")
            tr = TRANSLATORS.for_language("ru")
            made.append(await notices.render(kind, each.args, person, tr, ZoneInfo("Europe/Moscow")))
    return made


@pytest.fixture
async def inside(cabinet: Cabinet) -> Cabinet:
    """Anna in her cabinet, with a password."""
    await cabinet.say("/start")
    mine = cabinet.database.data.people[ANNA].customer_id
    kept = cabinet.database.data
    kept.credentials[mine] = Credential(mine, "123456789", f"hash of {PASSWORD}", NOW)
    kept.bindings[1] = Binding(1, ANNA, mine, None, NOW)
    kept.forms[mine] = Form(last_name="Петрова", email="anna@example.org", complete=True)
    return cabinet


def test_everything_held_has_a_name_for_people() -> None:
    for language in LANGUAGES:
        tr = TRANSLATORS.for_language(language)
        missing = [each.table.name for each in HOLDINGS if not tr.has(f"mydata-area-{each.table.name}")]
        assert missing == []


async def test_a_copy_comes_after_the_password_only(inside: Cabinet) -> None:
    asked = await inside.say("/mydata")
    assert asked.forget
    assert not inside.database.data.outbox
    wrong = await inside.say("не тот пароль")
    assert wrong.forget
    assert not inside.database.data.outbox
    done = await inside.say(PASSWORD)
    assert done.forget
    assert await inside.state() is None
    json_file, pdf_file = await said(inside, NoticeKind.DATA_COPY)
    assert json_file is not None
    assert json_file.file is not None
    assert json.loads(json_file.file.content)["forms"][0]["last_name"] == "Петрова"
    assert pdf_file is not None
    assert pdf_file.file is not None
    assert "Фамилия" in pdf_file.file.content.decode()  # type: ignore[union-attr]
    assert [each.action for each in inside.database.data.audit.values()] == ["copied"]
    # The password was good once: the next copy needs it again.
    await inside.press("pmd")
    assert await inside.state() == "MyData:copy"


async def test_copies_are_few_a_day_and_go_to_nobody_else_nor_late(inside: Cabinet) -> None:
    for _ in range(COPIES_A_DAY):
        await inside.say("/mydata")
        await inside.say(PASSWORD)
    refused = await inside.say("/mydata")
    assert str(COPIES_A_DAY) in text(refused)
    assert len(inside.database.data.data_requests) == COPIES_A_DAY
    oleg = await inside.meet_person(OLEG, "ru")
    ask = AskCopy(inside.database.read, inside.database.read, lambda: inside.now, None)  # type: ignore[arg-type]
    assert await ask.collect(oleg, 1) is None
    inside.now += LATE + timedelta(seconds=1)
    assert await said(inside, NoticeKind.DATA_COPY) == [None] * 2 * COPIES_A_DAY


async def test_erasure_is_asked_taken_back_asked_again_and_done(inside: Cabinet) -> None:
    mine = inside.database.data.people[ANNA].customer_id
    what = await inside.press(OpenErasure().pack())
    assert "402-" in text(what)
    assert ConfirmErasure().pack() in data(what)
    await inside.press(ConfirmErasure().pack())
    assert not inside.database.data.data_requests
    taken = await inside.say(PASSWORD)
    assert taken.forget
    assert CancelErasure().pack() in data(taken)
    await inside.press(CancelErasure().pack())
    assert inside.database.data.data_requests[1].state is State.CANCELLED
    twice = await inside.press(CancelErasure().pack())
    assert twice.screen is not None
    await inside.press(ConfirmErasure().pack())
    await inside.say(PASSWORD)
    assert inside.database.data.data_requests[2].state is State.OPEN

    for stranger in (ANNA, ADMIN, OLEG):
        inside.person_id = stranger
        for press in (ShowRequest(request=2), AskDestroy(request=2), Destroy(request=2)):
            await inside.press(press.pack())
        await inside.press(Refuse(request=2, ground=Ground.CONTRACT).pack())
        await inside.say("/requests")
    assert inside.database.data.data_requests[2].state is State.OPEN
    assert mine in inside.database.data.forms

    inside.person_id = OFFICER
    queue = await inside.say("/requests")
    assert ShowRequest(request=2).pack() in data(queue)
    one = await inside.press(ShowRequest(request=2).pack())
    assert "Петрова" not in text(one)
    sure = await inside.press(AskDestroy(request=2).pack())
    assert mine in inside.database.data.forms
    assert Destroy(request=2).pack() in data(sure)
    await inside.press(Destroy(request=2).pack())
    assert mine not in inside.database.data.forms
    again = await inside.press(Destroy(request=2).pack())
    assert again.screen is not None
    assert len([each for each in inside.database.data.audit.values() if each.action == "destroyed"]) == 1
    [act] = await said(inside, NoticeKind.ACT)
    assert act is not None
    assert act.file is not None
    assert "179" in act.file.content.decode()  # type: ignore[union-attr]
    [last] = await said(inside, NoticeKind.ERASED)
    assert last is not None


async def test_a_refusal_names_a_ground_in_law(inside: Cabinet) -> None:
    await inside.press(ConfirmErasure().pack())
    await inside.say(PASSWORD)
    inside.person_id = OFFICER
    await inside.press(Refuse(request=1, ground=Ground.CONTRACT).pack())
    request = inside.database.data.data_requests[1]
    assert (request.state, request.ground, request.decided_by) == (State.REFUSED, Ground.CONTRACT, OFFICER)
    [told] = await said(inside, NoticeKind.ERASURE_REFUSED)
    assert told is not None
    assert "152-ФЗ" in told.text


async def test_reminders_at_half_time_the_day_before_and_overdue_each_once(inside: Cabinet) -> None:
    class EveryDay:
        def is_working(self, day: object) -> bool:
            return True

    await inside.press(ConfirmErasure().pack())
    await inside.say(PASSWORD)
    due_at = inside.database.data.data_requests[1].due_at
    remind = RemindOfRequests(inside.database.write, lambda: inside.now, EveryDay(), (OFFICER,))

    async def reminded() -> list[str]:
        await remind()
        await remind()
        found = inside.database.data.outbox.values()
        return [str(each.args["why"]) for each in found if each.kind is NoticeKind.DATA_REQUEST and "why" in each.args]

    asked = await reminded()
    inside.now += (due_at - inside.now) / 2 + timedelta(hours=1)
    assert (await reminded())[len(asked) :] == ["half"]
    inside.now = due_at - timedelta(hours=10)
    assert (await reminded())[len(asked) :] == ["half", "day"]
    inside.now = due_at + timedelta(minutes=1)
    assert (await reminded())[len(asked) :] == ["half", "day", "overdue"]
    inside.person_id = OFFICER
    assert any("🔴" in words for words, _ in buttons((await inside.say("/requests")).screen))  # type: ignore[arg-type]


async def test_a_guest_without_a_password_needs_none(cabinet: Cabinet) -> None:
    await cabinet.say("/start")
    await cabinet.press(ConfirmErasure().pack())
    [request] = cabinet.database.data.data_requests.values()
    assert (request.kind, request.customer_id) == (Kind.ERASURE, CustomerId(1))


async def test_who_holds_the_phone_cannot_change_where_recovery_goes(inside: Cabinet) -> None:
    """A finished form is corrected after the password only, and the cabinet's other accounts are told."""
    kept = inside.database.data
    mine = kept.people[ANNA].customer_id
    await inside.meet_person(OLEG, "ru")
    inside.database.data.bindings[2] = Binding(2, OLEG, mine, None, NOW)
    for purpose in ConsentPurpose:
        inside.database.data.consents[mine, purpose] = Consent(purpose, VERSIONS[purpose], NOW)
    for step, answer in ((Step.EMAIL, "thief@example.org"), (Step.LAST_NAME, "Воровская")):
        await inside.press(AskStep(step=step).pack())
        refused = await inside.say(answer)
        assert refused.forget
        assert OpenCorrection().pack() in data(refused)
    shared = await inside.share(phone="+79165550000")
    assert OpenCorrection().pack() in data(shared)
    form = inside.database.data.forms[mine]
    assert (form.last_name, form.email, form.phone, form.waiting) == ("Петрова", "anna@example.org", None, None)
    assert not inside.database.data.codes

    await inside.press(OpenCorrection().pack())
    assert (await inside.say("не тот пароль")).forget
    await inside.say(PASSWORD)
    await inside.press(AskStep(step=Step.LAST_NAME).pack())
    await inside.say("Смирнова")
    assert inside.database.data.forms[mine].last_name == "Смирнова"
    told = [each.to for each in inside.database.data.outbox.values() if each.kind is NoticeKind.DATA_CHANGED]
    assert told == [OLEG]
    assert await said(inside, NoticeKind.DATA_CHANGED)
    inside.now += timedelta(minutes=16)
    await inside.press(AskStep(step=Step.LAST_NAME).pack())
    await inside.say("Поздняя")
    assert inside.database.data.forms[mine].last_name == "Смирнова"
