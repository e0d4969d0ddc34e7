"""A feed line by line: what is no feed, how much of one is read, whose its pictures are."""

from __future__ import annotations

import pytest

from bot.adapters.goods import limits
from bot.adapters.goods.limits import Refused
from bot.adapters.goods.yml import Named, yml_lines


def read(body: str, root: str = "yml_catalog") -> tuple[list[int], Named]:
    """The numbers of its lines, and the names of its pictures."""
    named: Named = {}
    lines = [number for number, _ in yml_lines(f"<{root}>{body}</{root}>".encode(), [], named)]
    return lines, named


@pytest.mark.parametrize(("body", "root"), [("", "yml_catalog"), ('<offer id="1"/>', "offers")])
def test_what_has_no_offers_or_is_something_else_is_no_feed(body: str, root: str) -> None:
    with pytest.raises(Refused, match="no-feed"):
        read(body, root)


def test_no_more_offers_than_a_table_may_have_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 2)
    assert read('<offer id="1"/><offer id="2"/>')[0] == [1, 2]
    with pytest.raises(Refused, match="rows"):
        read('<offer id="1"/><offer id="2"/><offer id="3"/>')


def test_an_album_is_as_long_as_an_album_may_be_and_a_picture_belongs_to_who_named_it_first() -> None:
    pictures = "".join(f"<picture>https://x/{at}.jpg</picture>" for at in range(limits.ALBUM + 1))
    named = read(f'<offer id="1">{pictures}</offer><offer id="2"><picture>https://y/0.JPG</picture></offer>')[1]
    assert len(named) == limits.ALBUM
    assert named["0.jpg"] == ("1", 1)
