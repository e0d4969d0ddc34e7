"""A consultant's list of things to do over the in-memory database, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from domain.clients.enter import EnterBirthdays, EnterQuestions
from domain.clients.models import Quiet
from domain.clients.todo import CareMessage
from domain.consents.models import VERSIONS, Consent, Purpose
from domain.notices.models import NoticeKind
from domain.shared.ids import CustomerId
from handlers.clients.notices import ClientNotices
from handlers.ui.screen import Screen
from tests.handlers.cabinet import ANNA, NASTY, OLEG, TRANSLATORS, Cabinet, buttons, check
from tests.handlers.test_shopping import as_oleg, data_of, joined, ordered, screen


async def delivered(cabinet: Cabinet) -> CustomerId:
    """Two days after Anna's order came, on her birthday; she agreed to promotions, and Oleg is at the phone."""
    anna = await joined(cabinet)
    await ordered(cabinet)
    data = cabinet.database.data
    today = date(1990, 5, 9)
    data.forms[anna] = replace(data.forms[anna], first_name=NASTY, birth_date=today)
    data.consents[anna, Purpose.PROMOTIONS] = Consent(Purpose.PROMOTIONS, VERSIONS[Purpose.PROMOTIONS], cabinet.now)
    await as_oleg(cabinet)
    for each in ("accept", "assemble"):
        await cabinet.press(f"dcd:1:{each}")
    await cabinet.press("trs:1")
    await cabinet.press("dcd:1:deliver")
    cabinet.now += timedelta(days=2)
    zone = cabinet.dispatcher.workflow_data["zone"]
    await EnterQuestions(cabinet.database.write, lambda: cabinet.now)()
    await EnterBirthdays(cabinet.database.read, cabinet.database.write, lambda: cabinet.now, zone)()
    return anna


async def words(cabinet: Cabinet, number: int = -1) -> Screen | None:
    """The last ready message as it would be sent now."""
    notice = [each for each in cabinet.database.data.outbox.values() if each.kind is NoticeKind.CARE][number]
    person = await cabinet.meet_person(notice.to, cabinet.language_code)
    notices = ClientNotices(None, CareMessage(cabinet.database.read))  # type: ignore[arg-type]
    tr = TRANSLATORS.for_language(person.language)
    found = await notices.render(notice.kind, notice.args, person, tr)
    if found is not None:
        check(found)
    return found


async def test_from_the_count_at_home_to_the_message(cabinet: Cabinet) -> None:
    await delivered(cabinet)
    home = await cabinet.press("home")
    assert [text for text, data in buttons(screen(home)) if data.startswith("tdl:") and "2" in text]
    listed = await cabinet.press(data_of(home, "tdl")[0])
    tasks = data_of(listed, "tdo")
    assert len(tasks) == 2
    for press in tasks:
        opened = await cabinet.press(press)
        assert "Олег" in screen(opened).text or "Oleg" in screen(opened).text, "the message is shown before it is sent"
        assert "&lt;b&gt;Мария" in screen(opened).text
        send = data_of(opened, "tds")[0]
        first, second = await cabinet.press(send), await cabinet.press(send)
        assert first == second
        message = await words(cabinet)
        assert message is not None
        assert message.keep
    assert data_of(await cabinet.say("/todo"), "tdo") == []
    home = await cabinet.press("home")
    assert not [text for text, data in buttons(screen(home)) if data.startswith("tdl:") and "·" in text]


async def test_the_client_answers_with_one_press(cabinet: Cabinet) -> None:
    """To what the list of things to do sends, and to an announcement of the consultant's: the message stays."""
    await delivered(cabinet)
    for id_ in cabinet.database.data.tasks:
        await cabinet.press(f"tds:{id_}:0")
    cabinet.person_id = ANNA
    for number in range(2):
        message = await words(cabinet, number)
        assert message is not None
        answer = await cabinet.press(next(data for _, data in buttons(message) if data == "rlb"))
        assert answer.fresh
        assert await cabinet.state() == "Relay:talking"
        await cabinet.say(f"Спасибо! {number}")
    assert [each.content.html for each in cabinet.database.data.relayed.values()] == ["Спасибо! 0", "Спасибо! 1"]
    assert {each.receiver_id for each in cabinet.database.data.relayed.values()} == {OLEG}


async def test_a_consultant_writes_first_from_the_clients_card(cabinet: Cabinet) -> None:
    anna = await delivered(cabinet)
    card = await cabinet.press(f"clo:{anna}:0:0")
    (press,) = data_of(card, "rlk")
    await cabinet.press(press)
    assert await cabinet.state() == "Relay:talking"
    await cabinet.say("Здравствуйте!")
    assert [each.receiver_id for each in cabinet.database.data.relayed.values()] == [ANNA]
    cabinet.person_id = ANNA
    await cabinet.press(press)
    assert await cabinet.state() is None, "nobody's client is written to by who is no consultant"


async def test_the_client_stops_it_with_one_press(cabinet: Cabinet) -> None:
    anna = await delivered(cabinet)
    by_kind = {each.kind: id_ for id_, each in cabinet.database.data.tasks.items()}
    for id_ in by_kind.values():
        await cabinet.press(f"tds:{id_}:0")
    question, wishes = await words(cabinet, 0), await words(cabinet, 1)
    assert question is not None
    assert wishes is not None
    cabinet.person_id = ANNA
    await cabinet.press(next(data for _, data in buttons(question) if data.startswith("clq:")))
    assert (anna, Quiet.CARE) in cabinet.database.data.quiets
    await cabinet.press(next(data for _, data in buttons(wishes) if data.startswith("bcx")))
    assert await words(cabinet, 0) is None
    assert await words(cabinet, 1) is None


async def test_put_off_skipped_and_birthdays(cabinet: Cabinet) -> None:
    await delivered(cabinet)
    (first, second) = data_of(await cabinet.press("tdl:0"), "tdo")
    later = await cabinet.press(data_of(await cabinet.press(first), "tdp")[0])
    assert data_of(later, "tdo") == [second]
    assert data_of(await cabinet.press(data_of(await cabinet.press(second), "tdx")[0]), "tdo") == []
    birthdays = await cabinet.press("tdb")
    assert data_of(birthdays, "clo")
    assert "1990" not in str(screen(birthdays)), "day and month alone"
    over = await cabinet.press(second.replace("tdo", "tds"))
    assert data_of(over, "tdl")
    cabinet.database.data.consents.clear()
    assert data_of(await cabinet.press("tdb"), "clo") == []
