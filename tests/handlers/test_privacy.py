"""One's own consents in the chat."""

from __future__ import annotations

import pytest

from domain.consents.models import VERSIONS, Consent, Purpose
from handlers.privacy.callbacks import AskWithdraw, Withdraw
from handlers.ui.links import OpenConsents
from tests.handlers.cabinet import NOW, OLEG, Cabinet, buttons


@pytest.fixture
async def consenting(cabinet: Cabinet) -> Cabinet:
    await cabinet.say("/start")
    mine = cabinet.database.data.people[cabinet.person_id].customer_id
    for purpose in (Purpose.CABINET, Purpose.PROMOTIONS):
        cabinet.database.data.consents[mine, purpose] = Consent(purpose, VERSIONS[purpose], NOW)
    return cabinet


async def test_from_privacy_to_each_consent_and_back(consenting: Cabinet) -> None:
    page = await consenting.say("/privacy")
    assert page.screen is not None
    assert OpenConsents().pack() in [data for _, data in buttons(page.screen)]
    mine = await consenting.press(OpenConsents().pack())
    assert mine.screen is not None
    given = [line for line in mine.screen.text.splitlines() if any(each in line for each in VERSIONS.values())]
    shown = [line.rsplit(maxsplit=1)[-1] for line in given]
    assert shown == [VERSIONS[Purpose.CABINET], VERSIONS[Purpose.PROMOTIONS]]
    offered = [data for _, data in buttons(mine.screen)]
    assert offered == [
        AskWithdraw(purpose=Purpose.CABINET).pack(),
        AskWithdraw(purpose=Purpose.PROMOTIONS).pack(),
        "page:privacy",
        "home",
    ]


@pytest.mark.parametrize("purpose", [Purpose.CABINET, Purpose.PROMOTIONS])
async def test_each_is_withdrawn_after_a_question_and_the_other_stays(consenting: Cabinet, purpose: Purpose) -> None:
    asked = await consenting.press(AskWithdraw(purpose=purpose).pack())
    assert asked.screen is not None
    assert len(consenting.database.data.consents) == 2
    assert Withdraw(purpose=purpose).pack() in [data for _, data in buttons(asked.screen)]
    done = await consenting.press(Withdraw(purpose=purpose).pack())
    assert done.toast
    assert [each for _, each in consenting.database.data.consents] == [
        each for each in (Purpose.CABINET, Purpose.PROMOTIONS) if each is not purpose
    ]
    again = await consenting.press(Withdraw(purpose=purpose).pack())
    assert again.screen is not None
    assert len(consenting.database.data.consents) == 1


async def test_nobody_withdraws_for_somebody_else(consenting: Cabinet) -> None:
    consenting.person_id = OLEG
    answer = await consenting.press(Withdraw(purpose=Purpose.CABINET).pack())
    assert answer.screen is not None
    assert len(consenting.database.data.consents) == 2
