"""Wrong data is blocked, checked, corrected or refused; questions are answered, or later with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.access.models import Binding, Credential
from domain.access.numbers import new_number
from domain.audit.models import Action
from domain.audit.personal import LATE, ShowPersonal
from domain.codes.use_cases import CodeToSend
from domain.consents.models import VERSIONS, Consent
from domain.consents.models import Purpose as ConsentPurpose
from domain.joining.changes import FormerContact
from domain.joining.models import Proof, Step
from domain.notices.models import Channel, Notice, NoticeKind
from domain.personal.models import WORDS, Ground, Kind, State
from domain.personal.questions import ShowNews
from domain.personal.reading import ReadRequest
from domain.personal.use_cases import AskCopy, DecideRequest, RemindOfRequests
from domain.shared.ids import CustomerId
from handlers.joining.callbacks import AskStep
from handlers.letters import Letter, Letters, Sms
from handlers.notices import Notices
from handlers.privacy.callbacks import (
    AskAnswer,
    AskExtension,
    CancelWrong,
    Destroy,
    ReadWords,
    Refuse,
    SayWrong,
    ShowRequest,
)
from handlers.privacy.notices import PrivacyNotices
from handlers.ui.links import OpenCorrection, OpenErasure, OpenForm, OpenQuestion, OpenWrong
from handlers.ui.screen import Answer, Screen
from tests.forms import JOINED
from tests.handlers.cabinet import ADMIN, ANNA, COMPANY, NOW, OFFICER, OLEG, TRANSLATORS, Cabinet, buttons
from tests.handlers.test_mydata import NoPapers

NUMBER = new_number()
PASSWORD = "четыре кита плывут мимо"
WRONG = "Это не мой номер, в договоре с оператором связи другой"


def text(answer: Answer) -> str:
    assert answer.screen is not None
    return answer.screen.text


def data(answer: Answer) -> list[str]:
    assert answer.screen is not None
    return [each for _, each in buttons(answer.screen)]


async def said(cabinet: Cabinet, kind: NoticeKind) -> list[Screen | None]:
    """The notices of a kind as they would be sent now, each to whom it is owed."""
    read = cabinet.database.read
    ask = AskCopy(read, read, lambda: cabinet.now, None)  # type: ignore[arg-type]
    decide = DecideRequest(read, lambda: cabinet.now)
    privacy = PrivacyNotices(ask, decide, NoPapers(), COMPANY, ShowNews(read))  # type: ignore[arg-type]
    notices = Notices(
        None,  # type: ignore[arg-type]
        None,  # type: ignore[arg-type]
        None,  # type: ignore[arg-type]
        ShowPersonal(read, lambda: cabinet.now),
        privacy=privacy,
        read_request=ReadRequest(read, lambda: cabinet.now),
    )
    made = []
    for each in owed(cabinet, kind):
        person = await cabinet.meet_person(each.to, "ru")
        zone = ZoneInfo("Europe/Moscow")
        made.append(await notices.render(each.kind, each.args, person, TRANSLATORS.for_language("ru"), zone))
    return made


def owed(cabinet: Cabinet, kind: NoticeKind) -> list[Notice]:
    return [each for each in cabinet.database.data.outbox.values() if each.kind is kind]


@pytest.fixture
async def inside(cabinet: Cabinet) -> Cabinet:
    """Anna in her cabinet, with a password and a whole form; the officer has said hello."""
    for person in (OFFICER, OLEG, ANNA):
        cabinet.person_id = person
        await cabinet.say("/start")
    kept = cabinet.database.data
    mine = kept.people[ANNA].customer_id
    kept.credentials[mine] = Credential(mine, NUMBER, f"hash of {PASSWORD}", NOW)
    kept.bindings[1] = Binding(1, ANNA, mine, None, NOW)
    kept.bindings[2] = Binding(2, OLEG, mine, None, NOW)
    kept.forms[mine] = replace(JOINED, complete=True)
    for purpose in ConsentPurpose:
        kept.consents[mine, purpose] = Consent(purpose, VERSIONS[purpose], NOW)
    return cabinet


def mine(cabinet: Cabinet) -> CustomerId:
    return cabinet.database.data.people[ANNA].customer_id


async def complain(cabinet: Cabinet, about: Step | None, words: str = WRONG) -> Answer:
    """Says that something is wrong, with the password where it is asked."""
    cabinet.person_id = ANNA
    await cabinet.press(OpenWrong().pack())
    await cabinet.press(SayWrong(about=about).pack())
    if await cabinet.state() == "MyData:wrong_proof":
        await cabinet.say(PASSWORD)
    return await cabinet.say(words)


async def test_what_is_wrong_is_blocked_after_the_password_and_used_for_nothing(inside: Cabinet) -> None:
    listed = await inside.press(OpenWrong().pack())
    assert SayWrong(about=Step.PHONE).pack() in data(listed)
    assert SayWrong(about=Step.GROUP_KIND).pack() not in data(listed)
    asked = await inside.press(SayWrong(about=Step.PHONE).pack())
    assert "пароль" in text(asked) or "password" in text(asked)
    assert (await inside.say("не тот пароль")).forget
    assert not inside.database.data.data_requests
    await inside.say(PASSWORD)
    short = await inside.say("нет")
    assert short.forget
    assert str(WORDS[0]) in text(short)
    taken = await inside.say(WRONG)
    assert taken.forget
    assert await inside.state() is None

    form = inside.database.data.forms[mine(inside)]
    assert form.blocked == {Step.PHONE}
    assert form.phone == JOINED.phone, "it is kept for the check"
    assert form.in_use.phone is None
    request = inside.database.data.data_requests[1]
    assert (request.kind, request.state, request.about) == (Kind.CORRECTION, State.OPEN, Step.PHONE)
    # Seven working days after Thursday the 7th of May 2026: the 9th is a holiday, and the 11th is given for it.
    assert (request.due_at.month, request.due_at.day) == (5, 19)
    assert [(each.action, each.reason) for each in inside.database.data.audit.values()] == [(Action.BLOCKED, "phone")]
    assert [each.to for each in owed(inside, NoticeKind.DATA_REQUEST)] == [OFFICER]
    assert WRONG not in str(inside.database.data.outbox)

    again = await inside.press(OpenWrong().pack())
    assert SayWrong(about=Step.PHONE).pack() not in data(again)
    assert CancelWrong(request=1).pack() in data(again)
    shown = await inside.press(OpenForm().pack())
    assert "🔒" in text(shown)


async def test_what_is_blocked_nobody_changes_until_it_is_decided_or_taken_back(inside: Cabinet) -> None:
    await complain(inside, Step.LAST_NAME)
    await inside.press(OpenCorrection().pack())
    await inside.say(PASSWORD)
    await inside.press(AskStep(step=Step.LAST_NAME).pack())
    refused = await inside.say("Смирнова")
    assert OpenWrong().pack() in data(refused)
    assert inside.database.data.forms[mine(inside)].last_name == JOINED.last_name
    inside.person_id = OFFICER
    await inside.press(CancelWrong(request=1).pack())
    assert inside.database.data.data_requests[1].state is State.OPEN, "not the officer's to take back"
    inside.person_id = ANNA
    await inside.press(CancelWrong(request=1).pack())
    assert inside.database.data.data_requests[1].state is State.CANCELLED
    assert not inside.database.data.forms[mine(inside)].blocked
    twice = await inside.press(CancelWrong(request=1).pack())
    assert twice.screen is not None
    await inside.press(OpenCorrection().pack())
    await inside.say(PASSWORD)
    await inside.press(AskStep(step=Step.LAST_NAME).pack())
    await inside.say("Смирнова")
    assert inside.database.data.forms[mine(inside)].last_name == "Смирнова"


async def test_a_blocked_contact_gets_no_recovery_code(inside: Cabinet) -> None:
    await complain(inside, Step.PHONE)
    inside.person_id = OLEG
    inside.database.data.bindings.pop(2)
    await inside.say("/recover")
    offered = await inside.say(NUMBER)
    assert "a•••@" in str(offered.screen)
    assert "+7" not in str(offered.screen), "the phone is being checked"


async def test_the_officer_reads_corrects_and_all_are_told(inside: Cabinet) -> None:
    await complain(inside, Step.LAST_NAME, "Фамилия сменилась: теперь Смирнова, свидетельство есть")
    for stranger in (ANNA, ADMIN, OLEG):
        inside.person_id = stranger
        for press in (ReadWords(request=1), AskAnswer(request=1), ShowRequest(request=1)):
            await inside.press(press.pack())
        await inside.say("Чужакова")
    assert inside.database.data.forms[mine(inside)].last_name == JOINED.last_name

    inside.person_id = OFFICER
    one = await inside.press(ShowRequest(request=1).pack())
    assert "Петрова" not in text(one)
    assert "свидетельство" not in text(one)
    await inside.press(ReadWords(request=1).pack())
    [words] = await said(inside, NoticeKind.PERSONAL_DATA)
    assert words is not None
    assert words.private
    assert "свидетельство есть" in words.text
    assert "Петрова" in words.text
    assert "123456" not in words.text, "nothing but what the request is about"
    too_soon = await inside.press(ReadWords(request=1).pack())
    assert too_soon.screen is not None, "one person's data at a time"
    await inside.press(AskAnswer(request=1).pack())
    wrong = await inside.say("<b>Смирнова</b>")
    assert wrong.forget
    assert inside.database.data.data_requests[1].state is State.OPEN
    done = await inside.say("Смирнова")
    assert done.forget
    assert await inside.state() is None
    form = inside.database.data.forms[mine(inside)]
    assert (form.last_name, form.blocked) == ("Смирнова", frozenset())
    assert inside.database.data.data_requests[1].state is State.DONE
    actions = [each.action for each in inside.database.data.audit.values()]
    assert actions == [Action.BLOCKED, Action.OPENED, Action.CORRECTED]
    [news] = await said(inside, NoticeKind.REQUEST_NEWS)
    assert news is not None
    assert OpenForm().pack() in [each for _, each in buttons(news)]
    assert {each.to for each in owed(inside, NoticeKind.DATA_CHANGED)} == {OLEG}
    # What was decided is read no more, and not decided twice.
    assert await said(inside, NoticeKind.PERSONAL_DATA) == [None]
    await inside.press(AskAnswer(request=1).pack())
    await inside.say("Второва")
    assert inside.database.data.forms[mine(inside)].last_name == "Смирнова"


async def test_a_contact_the_officer_corrects_is_not_proven_and_the_old_one_is_told(inside: Cabinet) -> None:
    await complain(inside, Step.PHONE)
    inside.person_id = OFFICER
    await inside.press(AskAnswer(request=1).pack())
    await inside.say("8 916 765-43-21")
    form = inside.database.data.forms[mine(inside)]
    assert (form.phone, form.phone_proof) == ("+79167654321", Proof.OTHER)
    [former] = owed(inside, NoticeKind.FORMER_CONTACT)
    assert former.channel is Channel.SMS
    assert inside.database.data.former_contacts[1][:3] == (Step.PHONE, "sms", JOINED.phone)


@pytest.mark.parametrize(("step", "typed", "value"), [(Step.PATRONYMIC, "-", None), (Step.CARD, "Visa 1111", "1111")])
async def test_what_may_be_missing_may_be_corrected_to_nothing(
    inside: Cabinet, step: Step, typed: str, value: str | None
) -> None:
    await complain(inside, step)
    inside.person_id = OFFICER
    await inside.press(AskAnswer(request=1).pack())
    await inside.say(typed)
    form = inside.database.data.forms[mine(inside)]
    assert (step in form.skipped) == (value is None)
    assert value is None or (form.card is not None and form.card.last_four == value)
    assert form.is_answered(step)


async def test_an_address_with_gaps_is_not_taken_for_the_right_one(inside: Cabinet) -> None:
    await complain(inside, Step.ADDRESS)
    inside.person_id = OFFICER
    await inside.press(AskAnswer(request=1).pack())
    await inside.say("Химки, ул. Ленина")
    assert inside.database.data.data_requests[1].state is State.OPEN
    await inside.say("141400, Московская область, Химки, ул. Ленина, д. 5")
    address = inside.database.data.forms[mine(inside)].address
    assert address is not None
    assert address.city == "Химки"


async def test_something_else_is_corrected_in_words(inside: Cabinet) -> None:
    await complain(inside, None, "В заказе № 5 указан чужой адрес")
    assert not inside.database.data.forms[mine(inside)].blocked
    inside.person_id = OFFICER
    await inside.press(AskAnswer(request=1).pack())
    await inside.say("Адрес в заказе № 5 исправлен <b>& проверен")
    [news] = await said(inside, NoticeKind.REQUEST_NEWS)
    assert news is not None
    assert "исправлен &lt;b&gt;&amp; проверен" in news.text


async def test_a_refused_correction_names_a_ground_of_its_own_and_frees_the_answer(inside: Cabinet) -> None:
    await complain(inside, Step.BIRTH_DATE)
    inside.person_id = OFFICER
    await inside.press(Refuse(request=1, ground=Ground.CONTRACT).pack())
    assert inside.database.data.data_requests[1].state is State.OPEN, "an open order is no ground here"
    await inside.press(Refuse(request=1, ground=Ground.ACCURATE).pack())
    request = inside.database.data.data_requests[1]
    assert (request.state, request.ground) == (State.REFUSED, Ground.ACCURATE)
    assert not inside.database.data.forms[mine(inside)].blocked
    [news] = await said(inside, NoticeKind.REQUEST_NEWS)
    assert news is not None
    assert "152-ФЗ" in news.text
    assert inside.database.data.forms[mine(inside)].birth_date == JOINED.birth_date


async def test_a_question_is_answered_or_put_off_once_with_a_reason(inside: Cabinet) -> None:
    await inside.press(OpenQuestion().pack())
    taken = await inside.say("Кому вы передавали мой адрес?")
    assert taken.forget
    request = inside.database.data.data_requests[1]
    assert (request.kind, request.about) == (Kind.QUESTION, None)
    waits = await inside.press(OpenQuestion().pack())
    assert "1" in text(waits)
    assert await inside.state() is None, "one at a time"

    inside.person_id = OFFICER
    shown = await inside.press(ShowRequest(request=1).pack())
    assert AskExtension(request=1).pack() in data(shown)
    await inside.press(AskExtension(request=1).pack())
    await inside.say("Ждём ответа службы доставки")
    longer = inside.database.data.data_requests[1]
    # Ten working days from the 7th of May 2026 end on the 22nd, five more on the 29th.
    assert (request.due_at.day, longer.due_at.day) == (22, 29)
    [news] = await said(inside, NoticeKind.REQUEST_NEWS)
    assert news is not None
    assert "службы доставки" in news.text
    assert AskExtension(request=1).pack() not in data(await inside.press(ShowRequest(request=1).pack()))
    await inside.press(AskExtension(request=1).pack())
    twice = await inside.say("И ещё немного времени")
    assert twice.screen is not None
    assert inside.database.data.data_requests[1].due_at == longer.due_at
    await inside.press(AskAnswer(request=1).pack())
    await inside.say("Никому, кроме службы доставки по вашему заказу.")
    last = (await said(inside, NoticeKind.REQUEST_NEWS))[-1]
    assert last is not None
    assert "кроме службы доставки" in last.text
    actions = [each.action for each in inside.database.data.audit.values()]
    assert actions == [Action.EXTENDED, Action.ANSWERED]


async def test_the_news_are_the_askers_alone(inside: Cabinet) -> None:
    await inside.press(OpenQuestion().pack())
    await inside.say("Что вы обо мне храните и зачем?")
    inside.person_id = OFFICER
    await inside.press(AskAnswer(request=1).pack())
    await inside.say("Анкету, заказы и баллы.")
    show = ShowNews(inside.database.read)
    oleg = await inside.meet_person(OLEG, "ru")
    assert oleg.customer_id != mine(inside)
    assert await show(oleg, 1) is None
    anna = await inside.meet_person(ANNA, "ru")
    assert await show(anna, 1) is not None
    read = ReadRequest(inside.database.read, lambda: inside.now)
    for who in (anna, oleg, await inside.meet_person(ADMIN, "ru")):
        assert await read(who, 1, 1) is None


async def test_reminders_come_again_after_the_term_was_put_off(inside: Cabinet) -> None:
    class EveryDay:
        def is_working(self, day: object) -> bool:
            return True

    await inside.press(OpenQuestion().pack())
    await inside.say("Кому вы передавали мой адрес?")
    remind = RemindOfRequests(inside.database.write, lambda: inside.now, EveryDay(), (OFFICER,))

    async def reminded() -> list[str]:
        await remind()
        await remind()
        return [str(each.args["why"]) for each in owed(inside, NoticeKind.DATA_REQUEST)]

    due_at = inside.database.data.data_requests[1].due_at
    inside.now = due_at - timedelta(hours=10)
    assert await reminded() == ["asked", "half", "day"]
    inside.person_id = OFFICER
    await inside.press(AskExtension(request=1).pack())
    await inside.say("Ждём ответа службы доставки")
    assert await reminded() == ["asked", "half", "day"]
    inside.now = inside.database.data.data_requests[1].due_at - timedelta(hours=10)
    assert await reminded() == ["asked", "half", "day", "day"]
    inside.now += timedelta(days=1)
    assert await reminded() == ["asked", "half", "day", "day", "overdue"]


async def test_words_are_not_sent_late(inside: Cabinet) -> None:
    await complain(inside, Step.PASSPORT)
    inside.person_id = OFFICER
    await inside.press(ReadWords(request=1).pack())
    inside.now += LATE + timedelta(seconds=1)
    assert await said(inside, NoticeKind.PERSONAL_DATA) == [None]


async def test_destroying_the_data_ends_what_was_being_checked(inside: Cabinet) -> None:
    await complain(inside, Step.PASSPORT)
    await inside.press(OpenErasure().pack())
    await inside.press("pec")
    if await inside.state() == "MyData:erasure":
        await inside.say(PASSWORD)
    inside.person_id = OFFICER
    await inside.press(Destroy(request=2).pack())
    states = {number: each.state for number, each in inside.database.data.data_requests.items()}
    assert states == {1: State.CANCELLED, 2: State.DONE}


async def test_the_former_phone_and_email_are_told_what_to_do(inside: Cabinet) -> None:
    """By SMS and by letter; a phone that was never proven, or a form that is not finished, is not written to."""
    await inside.press(OpenCorrection().pack())
    await inside.say(PASSWORD)
    await inside.share(phone="+79165550000")
    await inside.press(AskStep(step=Step.EMAIL).pack())
    await inside.say("new@example.org")
    kept = inside.database.data
    code = max(kept.codes)
    await inside.say(f"{code:06}")
    kept = inside.database.data
    assert kept.forms[mine(inside)].email == "new@example.org"
    notices = owed(inside, NoticeKind.FORMER_CONTACT)
    assert [each.channel for each in notices] == [Channel.SMS, Channel.EMAIL]
    assert JOINED.phone is not None
    assert JOINED.phone not in str(kept.outbox)
    letters = Letters(
        CodeToSend(inside.database.read, lambda: inside.now),
        None,  # type: ignore[arg-type]
        COMPANY,
        FormerContact(inside.database.read),
    )
    for language in ("ru", "en"):
        tr = TRANSLATORS.for_language(language)
        sms, letter = [await letters.render(each.kind, each.args, tr) for each in notices]
        assert isinstance(sms, Sms)
        assert isinstance(letter, Letter)
        assert (sms.to, letter.to) == (JOINED.phone, JOINED.email)
        assert sms.code is None
        for words in (sms.text, letter.text):
            assert "/recover" in words
            assert "cabinet_bot" in words
            assert "5550000" not in words
            assert "new@example.org" not in words
        assert len(sms.text) <= 70 * 3
    # The same number again changes nothing.
    await inside.share(phone="+79165550000")
    assert len(owed(inside, NoticeKind.FORMER_CONTACT)) == 2


async def test_where_no_sms_can_go_the_letter_tells_of_the_phone(inside: Cabinet) -> None:
    from domain.codes.models import Way
    from domain.joining.use_cases import AnswerField

    answer = AnswerField(inside.database.write, lambda: inside.now, "RU", (Way.EMAIL,))
    await inside.press(OpenCorrection().pack())
    await inside.say(PASSWORD)
    anna = await inside.meet_person(ANNA, "ru")
    await answer.contact(anna, "+79165550000", ANNA)
    assert inside.database.data.former_contacts[1][:3] == (Step.PHONE, "email", JOINED.email)
    [notice] = owed(inside, NoticeKind.FORMER_CONTACT)
    assert notice.channel is Channel.EMAIL
