"""Numbers in a button's data: a tampered button cannot carry one that a database would choke on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Id = Annotated[int, Field(ge=0, le=2**53)]
"""An identity, 0 where none is chosen."""
PageNumber = Annotated[int, Field(ge=0, le=10_000)]
Step = Annotated[int, Field(ge=-99, le=99)]
"""Pieces more or fewer."""
Kopecks = Annotated[int, Field(ge=0, lt=2**53)]
Version = Annotated[int, Field(ge=0, lt=2**53)]
PressKeyText = Annotated[str, Field(min_length=1, max_length=16, pattern=r"^[A-Za-z0-9_-]+$")]
