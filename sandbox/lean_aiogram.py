"""aiogram without the two seconds it takes to make a validator for each of Telegram's 400 types.

pydantic makes one by itself when it is first wanted, if the type's module has the names of the types it refers to;
aiogram's modules have them for type checkers only. The bot does the same for itself: the two share no code.
"""

import sys
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel


def import_aiogram() -> None:
    """Call before anything else imports aiogram; does nothing after that."""
    if "aiogram" in sys.modules:
        return
    names: dict[str, Any] = {}

    def put_off(_cls: type[BaseModel], *, _types_namespace: Mapping[str, Any]) -> None:
        names.update(_types_namespace)

    build = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(put_off)  # type: ignore[assignment,method-assign]
    try:
        import aiogram.types  # noqa: F401 (what it does on import is wanted)
    finally:
        BaseModel.model_rebuild = build  # type: ignore[method-assign]
    for kind in names.values():
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            module = vars(sys.modules[kind.__module__])
            module.update({name: each for name, each in names.items() if name not in module})
