"""Each kind of promotion, its conditions, and what follows from several at once."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from domain.pricing.codes import CodeId, CodeProblem, PromoCode, normalised
from domain.pricing.engine import Terms, Wishes
from domain.pricing.ladder import Ladder
from domain.pricing.points import PointsRules
from domain.pricing.promotions import (
    Conditions,
    CustomerFacts,
    PromotionId,
    PromotionKind,
    Segment,
    is_birthday,
    segments,
)
from domain.pricing.quote import Hint, HintKind, Quote, ReasonKind
from domain.pricing.shipping import Shipping
from domain.shared.ids import ArticleId, CategoryId, ProductId
from domain.shared.money import Money, rubles
from tests.domain.pricing_strategies import NOW, TITLE, goods, priced, promo

K = PromotionKind
FLAT = Terms(Ladder(rungs=()))
"""No ladder, so that a promotion is seen by itself."""


def reasons(quote: Quote) -> list[tuple[str, int]]:
    return [(str(each.kind), each.amount.minor // 100) for each in quote.reasons]


def test_the_ladder_alone() -> None:
    found = priced([goods(1, roubles=2_000), goods(2, roubles=1_500)])
    assert reasons(found) == [("goods", 3_500), ("ladder", -1_225)]
    assert found.total == rubles(2_275)


def test_per_cents_add_up_before_they_are_rounded() -> None:
    line = goods(1, roubles=0)
    line = type(line)(line.article_id, line.product_id, line.category_id, Money(350_010), 1)
    found = priced([line], promo(K.PERCENT, 5))
    assert found.discount == Money(350_010).percent(40)
    assert [part.off.minor for part in found.lines[0].parts] == [122_504, 17_500]


def test_amount_is_shared_over_the_lines() -> None:
    found = priced([goods(1, roubles=100), goods(2, roubles=200)], promo(K.AMOUNT, 100_00), terms=FLAT)
    assert [line.discount.minor for line in found.lines] == [3_333, 6_667]


def test_who_gets_the_odd_kopeck_does_not_depend_on_the_order_of_lines() -> None:
    lines = [goods(at, roubles=100) for at in (1, 2, 3)]
    for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        found = priced([lines[at] for at in order], promo(K.AMOUNT, 1_00), terms=FLAT)
        assert {lines[at].article_id: line.discount.minor for at, line in zip(order, found.lines, strict=True)} == {
            1: 34,
            2: 33,
            3: 33,
        }


def test_of_equals_the_older_promotion_goes_first_however_they_come() -> None:
    older, newer = promo(K.AMOUNT, 40_00, 1), promo(K.PERCENT, 44, 2)
    for given in ((older, newer), (newer, older)):
        found = priced([goods(1)], *given, terms=FLAT)
        assert [(part.promotion_id, part.off.minor) for part in found.lines[0].parts] == [(1, 40_00), (2, 410_00)]


def test_fixed_price_is_of_a_piece() -> None:
    found = priced([goods(1, roubles=1_000, quantity=3)], promo(K.FIXED_PRICE, 790_00), terms=FLAT)
    assert found.total == rubles(2_370)
    assert priced([goods(1, roubles=700)], promo(K.FIXED_PRICE, 790_00), terms=FLAT).total == rubles(700)


@pytest.mark.parametrize(("pieces", "free"), [(2, 0), (3, 1), (5, 1), (6, 2)])
def test_two_and_one_of_any_shade_frees_the_cheapest(pieces: int, free: int) -> None:
    lines = [goods(at, roubles=1_000 + at * 100, product=1) for at in range(pieces)]
    found = priced(lines, promo(K.N_PLUS_M, buy=2, free=1), terms=FLAT)
    assert found.discount == sum((rubles(1_000 + at * 100) for at in range(free)), Money(0))


def test_one_of_three_pieces_free_is_within_the_cap_though_its_own_line_is_free() -> None:
    lines = [goods(1, roubles=900, product=1), goods(2, roubles=1_000, product=1), goods(3, roubles=1_000, product=1)]
    found = priced(lines, promo(K.N_PLUS_M, buy=2, free=1), terms=FLAT)
    assert found.discount == rubles(900)
    assert not any(reason.capped for reason in found.reasons)


def test_promotion_on_some_goods_leaves_the_others() -> None:
    by_product = promo(K.PERCENT, 10, conditions=Conditions(products=frozenset({ProductId(1)})))
    by_category = promo(K.PERCENT, 20, 2, conditions=Conditions(categories=frozenset({CategoryId(7)})))
    found = priced([goods(1), goods(2, category=7), goods(3)], by_product, by_category, terms=FLAT)
    assert [line.discount for line in found.lines] == [rubles(100), rubles(200), rubles(0)]


def test_threshold_counts_the_promotions_own_goods() -> None:
    conditions = Conditions(products=frozenset({ProductId(1)}), from_goods=rubles(2_000))
    assert not priced([goods(1), goods(2)], promo(K.PERCENT, 10, conditions=conditions), terms=FLAT).discount.minor
    found = priced([goods(1, quantity=2), goods(2)], promo(K.PERCENT, 10, conditions=conditions), terms=FLAT)
    assert found.discount == rubles(200)


def test_cap_is_over_everything_and_the_explanation_says_so() -> None:
    found = priced([goods(1, roubles=10_500)], promo(K.PERCENT, 10), promo(K.AMOUNT, 500_00, 2))
    assert reasons(found) == [("goods", 10_500), ("ladder", -4_200), ("promotion", -525), ("promotion", 0)]
    assert [reason.capped for reason in found.reasons] == [False, False, True, True]
    assert found.discount == rubles(10_500).percent(45)


def test_priority_decides_who_meets_the_cap() -> None:
    late, early = promo(K.AMOUNT, 500_00, 1), promo(K.PERCENT, 10, 2, priority=5)
    found = priced([goods(1, roubles=10_500)], late, early)
    assert [part.promotion_id for part in found.lines[0].parts] == [None, 2]


def test_what_stands_alone_takes_the_place_of_the_rest_only_if_it_is_better() -> None:
    lines = [goods(1, roubles=3_500), goods(2, roubles=1_000)]
    worse = promo(K.PERCENT, 30, alone=True)
    assert reasons(priced(lines, worse)) == [("goods", 4_500), ("ladder", -1_575)]
    better = promo(K.PERCENT, 42, alone=True, conditions=Conditions(products=frozenset({ProductId(2)})))
    assert reasons(priced(lines, better)) == [("goods", 4_500), ("ladder", -1_225), ("promotion", -420)]


def test_of_two_that_stand_alone_the_first_counts() -> None:
    first, second = promo(K.PERCENT, 10, 1, alone=True, priority=2), promo(K.PERCENT, 20, 2, alone=True)
    assert priced([goods(1)], first, second, terms=FLAT).discount == rubles(100)


@pytest.mark.parametrize(
    ("starts", "ends", "holds"),
    [(0, 1, True), (1, 2, False), (-2, 0, False), (None, None, True), (-1, None, True), (None, -1, False)],
)
def test_period(starts: int | None, ends: int | None, holds: bool) -> None:
    at = [None if day is None else NOW + timedelta(days=day) for day in (starts, ends)]
    found = priced([goods(1)], promo(K.PERCENT, 10, conditions=Conditions(starts_at=at[0], ends_at=at[1])), terms=FLAT)
    assert bool(found.discount.minor) is holds


def test_first_order_only() -> None:
    first = promo(K.PERCENT, 10, conditions=Conditions(first_order=True))
    assert priced([goods(1)], first, facts=CustomerFacts(), terms=FLAT).discount == rubles(100)
    assert not priced([goods(1)], first, facts=CustomerFacts(orders=1), terms=FLAT).discount.minor


@pytest.mark.parametrize(
    ("born", "today", "is_one"),
    [
        (date(1990, 5, 20), date(2026, 5, 20), True),
        (date(1990, 5, 20), date(2026, 5, 27), True),
        (date(1990, 5, 20), date(2026, 5, 28), False),
        (date(1990, 5, 20), date(2026, 5, 13), True),
        (date(1990, 12, 30), date(2027, 1, 4), True),
        (date(1990, 1, 2), date(2026, 12, 28), True),
        (date(1992, 2, 29), date(2026, 3, 8), True),
        (date(1992, 2, 29), date(2026, 3, 9), False),
        (None, date(2026, 5, 20), False),
    ],
)
def test_birthday(born: date | None, today: date, is_one: bool) -> None:
    assert is_birthday(born, today) is is_one


def test_birthday_promotion_needs_the_day() -> None:
    birthday = promo(K.PERCENT, 10, conditions=Conditions(birthday=True))
    assert priced([goods(1)], birthday, facts=CustomerFacts(birthday=date(1990, 5, 22)), terms=FLAT).discount.minor
    assert not priced([goods(1)], birthday, facts=CustomerFacts(), terms=FLAT).discount.minor


def test_segments_follow_from_what_was_bought() -> None:
    top = Ladder().top
    assert segments(CustomerFacts(), top, NOW) == {Segment.NEW}
    assert segments(CustomerFacts(orders=2, last_order_at=NOW - timedelta(days=89)), top, NOW) == {Segment.ACTIVE}
    assert segments(CustomerFacts(orders=2, last_order_at=NOW - timedelta(days=91)), top, NOW) == {Segment.SLEEPING}
    assert segments(CustomerFacts(top, 2, NOW), top, NOW) == {Segment.ACTIVE, Segment.LOYAL}


def test_promotion_for_a_segment() -> None:
    back = promo(K.PERCENT, 10, conditions=Conditions(segments=frozenset({Segment.SLEEPING})))
    asleep = CustomerFacts(orders=1, last_order_at=NOW - timedelta(days=100))
    assert priced([goods(1)], back, facts=asleep, terms=FLAT).discount == rubles(100)
    assert not priced([goods(1)], back, terms=FLAT).discount.minor


def test_gift_with_a_choice() -> None:
    gift = promo(
        K.GIFT, gifts=(ArticleId(31), ArticleId(32), ArticleId(33)), conditions=Conditions(from_goods=rubles(3_000))
    )
    stock = {31: 2, 32: 0, 33: 1}
    short = priced([goods(1, quantity=2)], gift, stock=stock)
    assert not short.gifts
    assert Hint(HintKind.GIFT, rubles(1_000), title=TITLE) in short.hints
    due = priced([goods(1, quantity=3)], gift, stock=stock).gifts
    assert [(each.options, each.chosen) for each in due] == [((31, 33), None)]
    chosen = priced([goods(1, quantity=3)], gift, stock=stock, wishes=Wishes(gifts={PromotionId(1): ArticleId(33)}))
    assert [each.chosen for each in chosen.gifts] == [33]
    gone = priced([goods(1, quantity=3)], gift, stock=stock, wishes=Wishes(gifts={PromotionId(1): ArticleId(32)}))
    assert [each.chosen for each in gone.gifts] == [None]
    assert not priced([goods(1, quantity=3)], gift, stock={}).gifts


def test_a_gift_without_a_choice_is_taken_by_itself() -> None:
    found = priced([goods(1)], promo(K.GIFT, gifts=(ArticleId(31),)), stock={31: 1})
    assert [each.chosen for each in found.gifts] == [31]
    assert found.total == rubles(1_000)


def test_of_gifts_that_stand_alone_only_the_first() -> None:
    small = promo(K.GIFT, at=1, gifts=(ArticleId(31),), alone=True)
    large = promo(
        K.GIFT, at=2, gifts=(ArticleId(32),), alone=True, priority=1, conditions=Conditions(from_goods=rubles(5_000))
    )
    stock = {31: 5, 32: 5}
    assert [each.chosen for each in priced([goods(1)], small, large, stock=stock).gifts] == [31]
    assert [each.chosen for each in priced([goods(1, quantity=5)], small, large, stock=stock).gifts] == [32]


def test_delivery_is_free_by_the_table_or_by_a_promotion() -> None:
    way = Shipping(rubles(390), rubles(5_000))
    found = priced([goods(1)], shipping=way)
    assert reasons(found) == [("goods", 1_000), ("delivery", 390)]
    assert Hint(HintKind.FREE_DELIVERY, rubles(4_000)) in found.hints
    assert priced([goods(1, roubles=5_000)], shipping=way, terms=FLAT).delivery == Money(0)
    free = priced([goods(1)], promo(K.FREE_DELIVERY), shipping=way)
    assert free.total == rubles(1_000)
    assert free.reasons[-1].title == TITLE


def test_free_delivery_looks_at_goods_after_discounts_and_before_points() -> None:
    way = Shipping(rubles(390), rubles(2_275))
    assert priced([goods(1, roubles=3_500)], shipping=way, wishes=Wishes(500), balance=500).delivery == Money(0)
    assert priced([goods(1, roubles=3_500)], shipping=Shipping(rubles(390), rubles(2_276))).delivery == rubles(390)


def test_points_earn_and_pay() -> None:
    found = priced([goods(1, roubles=2_000)], wishes=Wishes(300), balance=1_000, terms=FLAT)
    assert reasons(found) == [("goods", 2_000), ("points", -300)]
    assert found.points_most == 1_000
    assert found.points_earned == 51
    extra = priced([goods(1, roubles=2_000)], promo(K.POINTS, 200), terms=FLAT)
    assert extra.points_earned == 260


@pytest.mark.parametrize(
    ("roubles", "wish", "balance", "spent"),
    [
        (1_000, 14, 100, 0),
        (1_000, 15, 100, 15),
        (999, 15, 100, 0),
        (1_000, 600, 900, 500),
        (1_000, 600, 14, 0),
        (1_000, 50, 20, 20),
    ],
)
def test_limits_of_points(roubles: int, wish: int, balance: int, spent: int) -> None:
    assert priced([goods(1, roubles=roubles)], wishes=Wishes(wish), balance=balance, terms=FLAT).points == spent


def test_points_are_no_discount_so_the_cap_leaves_them() -> None:
    facts = CustomerFacts(rubles(30_000), 1, NOW)
    found = priced([goods(1, roubles=28_000)], facts=facts, wishes=Wishes(500), balance=500)
    assert found.discount == rubles(12_600)
    assert found.total == rubles(14_900)


def code(**more: object) -> PromoCode:
    return PromoCode(CodeId(1), "SPRING10", PromotionId(1), **more)  # type: ignore[arg-type]


def test_code_opens_its_promotion() -> None:
    spring = promo(K.PERCENT, 10, by_code=True)
    assert not priced([goods(1)], spring, terms=FLAT).discount.minor
    found = priced([goods(1)], spring, code=code(), terms=FLAT)
    assert [(each.kind, each.code) for each in found.reasons][1] == (ReasonKind.CODE, "SPRING10")
    assert found.discount == rubles(100)
    assert found.code_problem is None


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"used_before": True}, CodeProblem.USED_BEFORE),
        ({"limit": 5, "used": 5}, CodeProblem.USED_UP),
        ({"expires_at": NOW}, CodeProblem.EXPIRED),
        ({"on": False}, CodeProblem.UNKNOWN),
    ],
)
def test_code_that_is_no_good_says_why(more: dict[str, object], problem: CodeProblem) -> None:
    found = priced([goods(1)], promo(K.PERCENT, 10, by_code=True), code=code(**more), terms=FLAT)
    assert (found.code_problem, found.discount) == (problem, Money(0))


def test_code_for_other_goods_says_so() -> None:
    other = promo(
        K.PERCENT, 10, by_code=True, conditions=Conditions(products=frozenset({ProductId(9)}), from_goods=Money(1))
    )
    assert priced([goods(1)], other, code=code()).code_problem is CodeProblem.NOT_FOR_THIS


@pytest.mark.parametrize("typed", ["spring-10", " SPRING 10 ", "ＳＰＲＩＮＧ10", "SpRiNg10"])
def test_code_may_be_typed_any_way(typed: str) -> None:
    assert normalised(typed) == "SPRING10"


def test_hints_name_the_next_rung() -> None:
    found = priced([goods(1, roubles=9_260)])
    assert found.hints == (Hint(HintKind.LADDER, rubles(1_240), percent=40),)


def test_points_rules_are_settings() -> None:
    rules = Terms(Ladder(rungs=()), PointsRules(percent=10, least=1, from_goods=Money(0), share=100))
    found = priced([goods(1, roubles=10)], wishes=Wishes(10), balance=10, terms=rules)
    assert (found.total, found.points_earned) == (Money(0), 0)


def test_an_empty_cart_costs_nothing_whatever_is_on() -> None:
    found = priced([], promo(K.AMOUNT, 500), promo(K.GIFT, at=2, gifts=(ArticleId(31),)), stock={31: 1}, balance=50)
    assert (found.total, found.gifts, found.hints, found.points_earned) == (Money(0), (), (), 0)


def test_period_is_a_moment_whatever_the_zone() -> None:
    ends = datetime.fromisoformat("2026-05-20T15:00:00+03:00")
    assert ends == NOW
    assert not priced([goods(1)], promo(K.PERCENT, 10, conditions=Conditions(ends_at=ends)), terms=FLAT).discount.minor
