"""Managing: taking a product off sale and putting it back, for admins alone."""

from __future__ import annotations

import pytest

from domain.shared.ids import ProductId
from tests.handlers.cabinet import ADMIN, OLEG, Cabinet, buttons


async def test_off_sale_and_back(cabinet: Cabinet) -> None:
    cabinet.person_id = ADMIN
    panel = await cabinet.say("/admin")
    assert panel.screen is not None
    assert [data for _, data in buttons(panel.screen)] == [
        "ords:1",
        "adc",
        "off:0",
        "bcl:0",
        "gdf",
        "tsl:open:0",
        "apl:0",
        "dla",
        "sfc",
        "home",
    ]
    categories = await cabinet.press("adc")
    assert categories.screen is not None
    assert buttons(categories.screen)[0][1] == "adp:1:0"
    off = await cabinet.press("ads:7:0:1:1")
    assert not cabinet.database.data.products[ProductId(7)].on_sale
    assert off.screen is not None
    assert any(words.startswith("🚫") and data == "ads:7:1:1:1" for words, data in buttons(off.screen))
    again = await cabinet.press("ads:7:0:1:1")
    assert again == off, "a second press of the same button changes nothing"
    await cabinet.press("ads:7:1:1:1")
    assert cabinet.database.data.products[ProductId(7)].on_sale


@pytest.mark.parametrize("person", [1001, OLEG])
async def test_nobody_else_may(cabinet: Cabinet, person: int) -> None:
    cabinet.person_id = OLEG if person == OLEG else cabinet.person_id
    refused = [await cabinet.say("/admin"), await cabinet.say("🛠 Управление")]
    refused += [await cabinet.press(data) for data in ("adm", "adc", "adp:1:0", "ads:7:0:1:0")]
    for answer in refused:
        assert answer.screen is not None
        assert [data for _, data in buttons(answer.screen)] == ["home"]
    assert cabinet.database.data.products[ProductId(7)].on_sale


async def test_what_is_gone(cabinet: Cabinet) -> None:
    cabinet.person_id = ADMIN
    for data in ("adp:99:0", "ads:999:0:1:0"):
        answer = await cabinet.press(data)
        assert answer.screen is not None
        assert [way for _, way in buttons(answer.screen)] == ["ctg", "home"]
