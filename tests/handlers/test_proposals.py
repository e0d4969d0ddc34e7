"""A consultant's order for a client over the in-memory database, from both sides, in both languages."""

from __future__ import annotations

from dataclasses import replace

from domain.clients.models import Quiet
from domain.notices.models import Notice, NoticeKind
from domain.ordering.cart import Choice
from domain.ordering.models import Delivery
from domain.proposals.models import ProposalId, ProposalState
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, PersonId, ProductId
from handlers.proposals.notices import KINDS, ProposalNotices
from handlers.ui.screen import Answer, Screen
from tests.forms import JOINED
from tests.handlers.cabinet import ANNA, NASTY, OLEG, TRANSLATORS, Cabinet, buttons, check, product
from tests.handlers.test_shopping import as_oleg, data_of, joined, ordered, screen

FIRST = ProposalId(1)


async def anna_and_oleg(cabinet: Cabinet) -> CustomerId:
    """Anna, whose name would break HTML, is Oleg's client; Oleg is at the phone."""
    anna = await joined(cabinet)
    cabinet.database.data.forms[anna] = replace(JOINED, first_name=NASTY, complete=True)
    coded = replace(product(2).articles[0], code="20202")
    cabinet.database.data.products[ProductId(2)] = replace(product(2), articles=(coded,))
    await as_oleg(cabinet)
    return anna


async def sent(cabinet: Cabinet) -> CustomerId:
    """A proposal of two pieces to Anna, who is at the phone."""
    anna = await anna_and_oleg(cabinet)
    await cabinet.press(f"pps:{anna}")
    await cabinet.press("ppc:1:1:2:0")
    draft = await cabinet.press("ppo:1:0")
    await cabinet.press(data_of(draft, "ppx")[0])
    cabinet.person_id = ANNA
    return anna


def owed(cabinet: Cabinet, kind: NoticeKind) -> list[Notice]:
    return [each for each in cabinet.database.data.outbox.values() if each.kind is kind]


async def words_of(cabinet: Cabinet, notice: Notice) -> Screen | None:
    """The notice as it would be sent now."""
    data = cabinet.dispatcher.workflow_data
    notices = ProposalNotices(data["answer_proposal"], data["gather_goods"], data["find_notice"])
    person = await cabinet.meet_person(notice.to, cabinet.language_code)
    assert notice.kind in KINDS
    found = await notices.render(notice.kind, notice.args, person, TRANSLATORS.for_language(person.language))
    if found is not None:
        check(found)
    return found


def state(cabinet: Cabinet) -> ProposalState:
    return cabinet.database.data.proposals[FIRST].state


async def test_the_book_and_a_client(cabinet: Cabinet) -> None:
    anna = await anna_and_oleg(cabinet)
    cabinet.database.data.choices[CustomerId(77)] = ConsultantId(1)
    book = await cabinet.say("/clients")
    opened = await cabinet.press(data_of(book, "clo")[0])
    assert data_of(opened, "pps") == [f"pps:{anna}"]
    await cabinet.press("clf")
    found = await cabinet.say("Мария")
    back = await cabinet.press(data_of(found, "clo")[0])
    assert data_of(await cabinet.press(data_of(back, "clp")[0]), "clo")
    await cabinet.press("clf")
    nobody = await cabinet.say("Ксенофонт")
    assert data_of(nobody, "clo") == []
    assert data_of(nobody, "cls")
    assert data_of(await cabinet.press("home"), "cls")


async def test_gathering_from_the_catalog_says_whom_for_and_leaves_ones_own_cart_alone(cabinet: Cabinet) -> None:
    anna = await anna_and_oleg(cabinet)
    draft = await cabinet.press(f"pps:{anna}")
    assert not data_of(draft, "ppx"), "an empty one cannot be sent"
    for answer in (await cabinet.press("ctg"), await cabinet.press("cat:1:0"), await cabinet.press("prd:3:3:0")):
        assert data_of(answer, "ppo"), "the bar leads to the proposal"
        assert "&lt;b&gt;Мария" in screen(answer).text
    card = await cabinet.press("prd:3:3:0")
    assert data_of(card, "prc") == []
    more = await cabinet.press(data_of(card, "ppd")[0])
    assert "1" in (more.toast or "")
    report = await cabinet.say("20202 x2")
    assert data_of(report, "ppo")
    lines = {line.goods.article_id: line.quantity for line in cabinet.database.data.proposals[FIRST].lines}
    assert lines == {ArticleId(3): 1, ArticleId(2): 2}
    assert cabinet.database.data.cart_lines == {}

    await cabinet.press("cart")
    plain = await cabinet.press("prd:3:3:0")
    assert data_of(plain, "prc"), "who looked into their own cart shops for themselves"
    assert not data_of(plain, "ppo")
    await cabinet.press("ppo:1:0")
    await cabinet.press(f"ppe:{anna}")
    assert data_of(await cabinet.press("prd:3:3:0"), "prc")


async def test_note_clear_and_send(cabinet: Cabinet) -> None:
    anna = await anna_and_oleg(cabinet)
    await cabinet.press(f"pps:{anna}")
    await cabinet.press("ppc:1:1:2:0")
    await cabinet.press("ppn:1")
    noted = await cabinet.say(NASTY)
    assert "&lt;b&gt;" in screen(noted).text
    asked = await cabinet.press("ppa:1")
    assert data_of(asked, "ppl")
    assert cabinet.database.data.proposals[FIRST].lines != ()
    await cabinet.press("ppl:1")
    assert cabinet.database.data.proposals[FIRST].lines == ()
    await cabinet.press("ppc:1:1:1:0")
    press = data_of(await cabinet.press("ppo:1:0"), "ppx")[0]
    first, second = await cabinet.press(press), await cabinet.press(press)
    assert first == second
    assert len(owed(cabinet, NoticeKind.PROPOSAL)) == 1
    assert data_of(first, "ppw") == ["ppw:1"]
    withdrawn = await cabinet.press("ppw:1")
    assert data_of(withdrawn, "ppw") == []
    assert await words_of(cabinet, owed(cabinet, NoticeKind.PROPOSAL)[0]) is None, "not sent any more"


async def test_taken_from_the_notice_and_ordered_as_last_time(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await ordered(cabinet)
    anna = await sent(cabinet)
    cabinet.database.data.cart_choices[anna] = Choice(delivery=Delivery.IN_PERSON)
    notice = await words_of(cabinet, owed(cabinet, NoticeKind.PROPOSAL)[0])
    assert notice is not None
    at_once, into_cart = [data for _, data in buttons(notice) if data.startswith("ppk:")]
    summary = await cabinet.press(at_once)
    assert summary.fresh, "the notice stays where it is"
    assert state(cabinet) is ProposalState.TAKEN
    place = data_of(summary, "ord")[0]
    await cabinet.press(place)
    assert len(cabinet.database.data.orders) == 2
    # The other button of the notice, an old one: the cart stays empty.
    late = await cabinet.press(into_cart)
    assert data_of(late, "ord") == []
    await cabinet.press(at_once)
    assert len(cabinet.database.data.orders) == 2
    assert cabinet.database.data.cart_lines == {}
    over = await words_of(cabinet, owed(cabinet, NoticeKind.PROPOSAL_REFRESH)[0])
    assert over is not None
    assert over.edit is not None
    assert [data for _, data in buttons(over) if data.startswith("ppk:")] == []
    told = await words_of(cabinet, owed(cabinet, NoticeKind.PROPOSAL_ANSWER)[0])
    assert told is not None
    assert [data for _, data in buttons(told) if data.startswith("clo:")]


async def test_refused_and_quiet(cabinet: Cabinet) -> None:
    anna = await sent(cabinet)
    notice = await words_of(cabinet, owed(cabinet, NoticeKind.PROPOSAL)[0])
    assert notice is not None
    quiet, refuse = [next(d for _, d in buttons(notice) if d.startswith(prefix)) for prefix in ("clq:", "ppr:")]
    refused = await cabinet.press(refuse)
    assert data_of(refused, "ppk") == []
    assert state(cabinet) is ProposalState.REFUSED
    asked = await cabinet.press(quiet)
    assert (anna, Quiet.PROPOSALS) in cabinet.database.data.quiets
    await cabinet.press(data_of(asked, "clq")[0])
    assert cabinet.database.data.quiets == {}
    await cabinet.press(quiet)
    cabinet.person_id = OLEG
    client = await cabinet.press(f"clo:{anna}:0:0")
    assert data_of(client, "pps") == []


async def test_nothing_left_still_says_what_to_do(cabinet: Cabinet) -> None:
    await sent(cabinet)
    gone = replace(product(1), on_sale=False)
    cabinet.database.data.products[ProductId(1)] = gone
    notice = await words_of(cabinet, owed(cabinet, NoticeKind.PROPOSAL)[0])
    assert notice is not None
    assert [data for _, data in buttons(notice) if data.startswith("ppk:")] == []
    assert data_of(await cabinet.press("ppk:1:0"), "ctg")
    assert state(cabinet) is ProposalState.SENT


async def test_for_consultants_alone(cabinet: Cabinet) -> None:
    anna = await anna_and_oleg(cabinet)
    cabinet.person_id = PersonId(1500)
    answers: list[Answer] = [await cabinet.say("/clients")]
    answers += [await cabinet.press(data) for data in ("cls:0", "clf", f"clo:{anna}:0:0", f"pps:{anna}", "clp:0")]
    for answer in answers:
        assert "Мария" not in screen(answer).text
    assert cabinet.database.data.proposals == {}
