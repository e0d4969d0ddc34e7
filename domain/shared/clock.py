"""Time comes from outside: a rule never asks the machine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Returns the present moment as an aware datetime in UTC."""
