"""Before any test imports it: aiogram as the program has it."""

from __future__ import annotations

from bot.lean_aiogram import import_aiogram

import_aiogram()
