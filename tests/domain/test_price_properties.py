"""What holds for every price, whatever is on."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.pricing.engine import quote
from domain.pricing.points import worth
from domain.pricing.promotions import Item
from domain.pricing.quote import ReasonKind
from domain.pricing.spread import spread
from domain.shared.money import Money
from tests.domain.pricing_strategies import Case, cases, item

NOTHING = Money(0)


@given(cases)
def test_nothing_is_ever_negative(case: Case) -> None:
    found = quote(*case)
    for line in found.lines:
        assert line.full >= NOTHING
        assert line.points >= NOTHING
        assert all(part.off > NOTHING for part in line.parts)
        assert line.total >= NOTHING
    assert found.total >= NOTHING
    assert found.points >= 0
    assert found.points_earned >= 0
    assert found.delivery is None or found.delivery >= NOTHING


@given(cases)
def test_no_line_passes_the_cap(case: Case) -> None:
    cap = case[4].ladder.cap
    for line in quote(*case).lines:
        assert line.discount <= line.full.percent(cap)


@given(cases)
def test_lines_and_reasons_add_up_to_the_total(case: Case) -> None:
    found = quote(*case)
    assert sum((reason.amount for reason in found.reasons), NOTHING) == found.total
    assert sum((line.total for line in found.lines), found.delivery or NOTHING) == found.total
    assert found.total == found.full - found.discount - worth(found.points) + (found.delivery or NOTHING)
    assert [reason.amount for reason in found.reasons if reason.kind is ReasonKind.GOODS] == [found.full]


@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_lines_and_promotions_does_not_matter(case: Case, random: Random) -> None:
    found = quote(*case)
    order = list(range(len(case[0])))
    random.shuffle(order)
    promotions = list(case[2].promotions)
    random.shuffle(promotions)
    again = quote([case[0][at] for at in order], case[1], replace(case[2], promotions=promotions), *case[3:])
    assert again.reasons == found.reasons
    assert (again.total, again.gifts, again.hints, again.points_earned) == (
        found.total,
        found.gifts,
        found.hints,
        found.points_earned,
    )
    # Lines that are the same in everything may swap a kopeck of what is shared out.
    before = sorted((repr(line), repr(amounts)) for line, amounts in zip(case[0], found.lines, strict=True))
    after = sorted((repr(case[0][at]), repr(amounts)) for at, amounts in zip(order, again.lines, strict=True))
    assert after == before


@given(cases, item)
def test_adding_goods_leaves_the_price_of_a_piece_before_discounts(case: Case, more: Item) -> None:
    before = quote(*case)
    after = quote([*case[0], more], *case[1:])
    for line, old, new in zip(case[0], before.lines, after.lines, strict=False):
        assert old.full == new.full == line.price * line.quantity
    assert after.full == before.full + more.full
    assert after.percent >= before.percent


@given(cases)
def test_points_are_spent_within_their_limits(case: Case) -> None:
    found, rules, balance, wish = quote(*case), case[4].points, case[7], case[3].points
    assert found.points <= min(wish, balance, found.points_most)
    assert found.points == 0 or found.points >= rules.least
    assert worth(found.points).minor * 100 <= found.goods.minor * rules.share
    if found.goods < rules.from_goods:
        assert found.points == 0
    assert sum((line.points for line in found.lines), NOTHING) == worth(found.points)


@given(cases)
def test_gifts_are_in_stock_and_one_of_those_offered(case: Case) -> None:
    offers = case[2]
    for gift in quote(*case).gifts:
        assert gift.options or gift.promotion_id in case[3].gifts
        assert all(offers.gift_stock[article] > 0 for article in gift.options)
        assert gift.chosen is None or gift.chosen in gift.options


@given(cases)
def test_a_hint_keeps_its_word(case: Case) -> None:
    """As much more of the first line's goods as the ladder's hint says brings that rung, and a kopeck less does not."""
    found = quote(*case)
    ladder, facts = case[4].ladder, case[1]
    for hint in found.hints:
        assert hint.missing > NOTHING
        if hint.percent:
            assert ladder.percent(found.full + hint.missing, facts.last_month) == hint.percent
            assert ladder.percent(found.full + hint.missing - Money(1), facts.last_month) < hint.percent


@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**9), max_size=40))
@settings(max_examples=300)
def test_shares_add_up_and_never_exceed_their_weight(amount: int, weights: list[int]) -> None:
    shares = spread(amount, weights)
    assert sum(shares) == min(amount, sum(weights))
    assert all(0 <= share <= weight for share, weight in zip(shares, weights, strict=True))
