"""aiogram at a third of its weight: Telegram's types get their validators when they are first used.

On import aiogram makes a validator for each of Telegram's 400 types, and each holds a copy of all it refers to: 110 MB
and most of the seconds a start takes, for the dozen types that a bot meets. pydantic makes a validator by itself when
one is first wanted, if a type's module has the names of the types it refers to. aiogram's modules have them for type
checkers only, and hand them over as they build; so here they get them, and building is left to pydantic.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

WORD = re.compile(r"\w+")


def import_aiogram() -> None:
    """Call before anything else imports aiogram; does nothing after that. Not for several threads at once."""
    if "aiogram" in sys.modules:
        return
    build = BaseModel.__dict__["model_rebuild"]
    names: dict[str, Any] = {}

    def put_off(cls: type[BaseModel], /, *, _types_namespace: Mapping[str, Any] | None = None, **how: Any) -> Any:
        if _types_namespace is None:
            return build.__func__(cls, **how)
        return names.update(_types_namespace)

    BaseModel.model_rebuild = classmethod(put_off)  # type: ignore[assignment,method-assign]
    try:
        import aiogram.types  # noqa: F401 (what it does on import is wanted)
    finally:
        BaseModel.model_rebuild = build  # type: ignore[method-assign]
    for kind in names.values():
        if not isinstance(kind, type):
            continue
        module = vars(sys.modules[kind.__module__])
        # A field of a base is read anew in the module of who inherits it, so its names are wanted there as well.
        fields = (str(words) for base in kind.__mro__ for words in vars(base).get("__annotations__", {}).values())
        for word in WORD.findall(" ".join(fields)):
            if word in names:
                module.setdefault(word, names[word])
