"""What the ladder and promotions take off each line, under the cap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.pricing.promotions import Item, Promotion, PromotionId, PromotionKind, is_on
from domain.pricing.quote import Part
from domain.pricing.spread import spread
from domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class Cut:
    """A line's discounts, and the promotions (None: the ladder) the cap let take off less than they would."""

    parts: tuple[Part, ...]
    capped: frozenset[PromotionId | None]


def cuts(items: Sequence[Item], percent: int, promotions: Sequence[Promotion], cap: int) -> list[Cut]:
    """The discounts of each line. `promotions` hold for the order and stand by priority; `percent` is the ladder's.

    Adding ones follow the ladder in their order until the cap is reached. Per cents are of the catalog price and add
    up before they are rounded, so that a line is rounded once, half up. The cap is that per cent of each line.
    """
    amounts = {each.id: _amounts(each, items) for each in promotions if each.kind is not PromotionKind.PERCENT}
    return [_cut(at, item, percent, promotions, amounts, cap) for at, item in enumerate(items)]


def _cut(
    at: int,
    item: Item,
    percent: int,
    promotions: Sequence[Promotion],
    amounts: dict[PromotionId, list[int]],
    cap: int,
) -> Cut:
    here, full = [each for each in promotions if is_on(each, item)], item.full
    most = full.percent(cap).minor
    wishes: list[tuple[PromotionId | None, int]] = [(None, full.percent(percent).minor)]
    so_far = percent
    for each in here:
        if each.alone:
            continue
        if each.kind is PromotionKind.PERCENT:
            more = full.percent(so_far + each.value).minor - full.percent(so_far).minor
            so_far += each.value
        else:
            more = amounts[each.id][at]
        wishes.append((each.id, more))
    together = _under(wishes, most)
    for each in here:
        if not each.alone:
            continue
        off = full.percent(each.value).minor if each.kind is PromotionKind.PERCENT else amounts[each.id][at]
        if off > 0:
            alone = _under([(each.id, off)], most)
            return alone if _sum(alone) > _sum(together) else together
    return together


def _under(wishes: Sequence[tuple[PromotionId | None, int]], most: int) -> Cut:
    parts, capped = [], set()
    for promotion_id, wish in wishes:
        off = min(wish, most)
        most -= off
        if off < wish:
            capped.add(promotion_id)
        if off:
            parts.append(Part(promotion_id, Money(off)))
    return Cut(tuple(parts), frozenset(capped))


def _sum(cut: Cut) -> int:
    return sum(part.off.minor for part in cut.parts)


def _amounts(promotion: Promotion, items: Sequence[Item]) -> list[int]:
    """Kopecks off each line by a promotion that is no per cent."""
    if promotion.kind is PromotionKind.FIXED_PRICE:
        return [
            max(0, item.price.minor - promotion.value) * item.quantity if is_on(promotion, item) else 0
            for item in items
        ]
    weights = [item.full.minor if is_on(promotion, item) else 0 for item in items]
    amount = promotion.value if promotion.kind is PromotionKind.AMOUNT else _free_pieces(promotion, items)
    # Shared out over the lines, so that a piece given free does not meet the cap of its own line alone.
    order = sorted(range(len(items)), key=lambda at: _place(items[at]))
    shares = spread(amount, [weights[at] for at in order])
    return [share for _, share in sorted(zip(order, shares, strict=True))]


def _place(item: Item) -> tuple[int, int, int]:
    """Where a line stands when kopecks are shared out, in whatever order the lines came."""
    return item.article_id, item.price.minor, item.quantity


def _free_pieces(promotion: Promotion, items: Sequence[Item]) -> int:
    """What the free pieces of n + m are worth: of every n + m pieces the m cheapest, over all lines together."""
    mine = sorted((item.price.minor, item.quantity) for item in items if is_on(promotion, item))
    free = sum(quantity for _, quantity in mine) // (promotion.buy + promotion.free) * promotion.free
    worth = 0
    for price, quantity in mine:
        taken = min(free, quantity)
        worth += price * taken
        free -= taken
    return worth
