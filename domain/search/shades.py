"""Finding the shade nearest to a colour."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.catalog.colour import Likeness, difference, lab_of, likeness, parse_hex
from domain.search.words import stems
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, ProductId
from domain.shared.localised import Localised
from domain.shared.transaction import Transaction

MOST = 6


@dataclass(frozen=True, slots=True)
class Shade:
    """A shade that can be ordered or waited for; `product` is the name of what it is a shade of."""

    article_id: ArticleId
    product_id: ProductId
    product: Localised
    name: Localised
    code: str
    hex: str
    stock: int


@dataclass(frozen=True, slots=True)
class Near:
    """A shade and how far it is from what is looked for, by CIEDE2000."""

    shade: Shade
    away: float

    @property
    def likeness(self) -> Likeness:
        return likeness(self.away)


class Shades(Protocol):
    async def colours(self, product_id: ProductId | None) -> Sequence[str]:
        """The different colours on sale, as `#RRGGBB`: of a product, or of the whole catalog."""
        ...

    async def of_colours(self, product_id: ProductId | None, colours: Sequence[str]) -> Sequence[Shade]:
        """The shades on sale that have one of these colours."""
        ...

    async def named(self, product_id: ProductId | None) -> Sequence[tuple[Localised, str]]:
        """Names of shades on sale, each with its colour."""
        ...

    async def hex_of(self, article_id: ArticleId) -> str | None: ...


class ShadesWork(Protocol):
    @property
    def shades(self) -> Shades: ...


@dataclass(frozen=True, slots=True)
class FindShade:
    """The shades nearest to a colour, the nearest first; of those alike, what is in stock before what is not.

    The colour is a hex, or the name of a shade. Raises NotFound for what names no colour.
    """

    read: Transaction[ShadesWork]

    async def __call__(self, product_id: ProductId | None, typed: str) -> tuple[str, Sequence[Near]]:
        async with self.read() as work:
            colour = parse_hex(typed) or _of_name(typed, await work.shades.named(product_id))
            if colour is None and product_id is not None:
                colour = _of_name(typed, await work.shades.named(None))
            if colour is None:
                raise NotFound("a colour of that name")
            return colour, await _near(work.shades, product_id, colour)

    async def like(self, article_id: ArticleId) -> tuple[str, Sequence[Near]]:
        """What is nearest to a shade in the whole catalog. Raises NotFound."""
        async with self.read() as work:
            colour = await work.shades.hex_of(article_id)
            if colour is None:
                raise NotFound(f"shade {article_id}")
            found = await _near(work.shades, None, colour, most=MOST + 1)
        return colour, [each for each in found if each.shade.article_id != article_id][:MOST]


async def _near(shades: Shades, product_id: ProductId | None, colour: str, most: int = MOST) -> Sequence[Near]:
    wanted = lab_of(colour)
    away = {each: difference(wanted, lab_of(each)) for each in await shades.colours(product_id)}
    nearest = heapq.nsmallest(most, away, key=away.__getitem__)
    found = [Near(shade, away[shade.hex]) for shade in await shades.of_colours(product_id, nearest)]
    return sorted(found, key=lambda each: (round(each.away, 1), each.shade.stock <= 0, each.shade.article_id))[:most]


def _of_name(typed: str, named: Sequence[tuple[Localised, str]]) -> str | None:
    """The colour of the shade whose name has all the typed words, and the fewest others."""
    wanted = set(stems([typed]))
    best: tuple[int, str] | None = None
    for name, colour in named:
        for words in ({*stems([name.ru])}, {*stems([name.en])}):
            if wanted and wanted <= words and (best is None or len(words) < best[0]):
                best = (len(words), colour)
    return best[1] if best else None
