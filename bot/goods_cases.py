"""The use cases of goods files and brochures, by the names handlers ask for them."""

from __future__ import annotations

from typing import Any

from domain.goods.ports import GoodsWork
from domain.goods.use_cases import DecideGoods, SendGoods
from domain.shared.transaction import Transaction
from handlers.ui.desk import Desk


def goods_cases(write: Transaction[GoodsWork], desk: Desk) -> dict[str, Any]:
    """With the desk that makes what takes long."""
    return {"send_goods": SendGoods(write), "decide_goods": DecideGoods(write), "desk": desk}
