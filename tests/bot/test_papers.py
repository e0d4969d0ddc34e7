"""PDFs are made in a helper process, with Cyrillic, page numbers, and the same bytes for the same data."""

from __future__ import annotations

import asyncio
import io
import os
import signal

import pytest
from pypdf import PdfReader

from bot.adapters.workers import Workers

SAMPLE = "tests.pdf_sample:draw"


async def test_a_paper_of_several_pages_in_both_languages() -> None:
    workers = Workers()
    try:
        first, again = await workers.run(SAMPLE, "ru"), await workers.run(SAMPLE, "ru")
        assert first == again
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(first)).pages]
        assert len(pages) == 3
        assert "Образец: съешь ещё этих мягких булок" in pages[0]
        assert "1 290 ₽" in pages[0]
        assert "«Съешь ещё 0» <b>" in pages[0]
        assert "Страница 1 из 3" in pages[0]
        assert "Страница 3 из 3" in pages[2]
        assert all("Товар" in page for page in pages), "the head is on every page"
        english = PdfReader(io.BytesIO(await workers.run(SAMPLE, "en")))
        assert "Page 2 of 3" in english.pages[1].extract_text()
    finally:
        workers.close()


async def test_a_lost_helper_is_replaced_and_an_error_comes_back() -> None:
    workers = Workers()
    try:
        helper = await workers.run("os:getpid")
        assert helper != os.getpid()
        os.kill(helper, signal.SIGKILL)
        assert await asyncio.gather(*(workers.run("math:gcd", 12, n) for n in (18, 16))) == [6, 4]
        with pytest.raises(ValueError, match=r"(math domain|nonnegative)"):
            await workers.run("math:sqrt", -1)
    finally:
        workers.close()
