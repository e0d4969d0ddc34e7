"""Names are met however they are spelt: ё or е, either alphabet, the wrong keyboard, a slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.consultants.matching import (
    CERTAIN,
    LONGEST,
    NameIndex,
    fold,
    name_score,
    other_keyboard,
    readings,
    slips,
    sound,
)

NAMES = [
    ("Москва", "Moscow"),
    ("Санкт-Петербург", "St Petersburg"),
    ("Орёл", "Oryol"),
    ("Уфа", "Ufa"),
    ("Йошкар-Ола", "Yoshkar-Ola"),
    ("Тверь", "Tver"),
    ("Нижний Новгород", "Nizhny Novgorod"),
    ("Великий Новгород", "Veliky Novgorod"),
    ("Екатеринбург", "Yekaterinburg"),
    ("Щёлково", "Shchyolkovo"),
    ("Хабаровск", "Khabarovsk"),
    ("Челябинск", "Chelyabinsk"),
    ("Южно-Сахалинск", "Yuzhno-Sakhalinsk"),
    ("Липецк", "Lipetsk"),
    ("Иркутск", "Irkutsk"),
    ("Ростов-на-Дону", "Rostov-on-Don"),
    ("Королёв", "Korolyov"),
    ("Сыктывкар", "Syktyvkar"),
]
INDEX = NameIndex((names[0], names) for names in NAMES)
towns = st.sampled_from(NAMES)

_SPELLED = "a b v g d e yo zh z i j k l m n o p r s t u f x c ch sh shh - y - e yu ya".replace("-", "").split(" ")
GOST = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", _SPELLED, strict=True))
PASSPORT = GOST | {"ё": "e", "й": "i", "х": "kh", "ц": "ts", "щ": "shch", "ю": "iu", "я": "ia"}
CASUAL = GOST | {"ё": "yo", "й": "y", "х": "h", "ц": "ts", "щ": "sch", "е": "e"}


def found(typed: str) -> list[str]:
    return [name for _, name in INDEX.search(typed)]


def written(name: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in name.lower())


@given(names=towns, upper=st.booleans(), dotless=st.booleans(), gap=st.sampled_from(["-", " ", "  ", "‑"]))
def test_case_yo_hyphens_and_spaces_do_not_matter(names: tuple[str, str], upper: bool, dotless: bool, gap: str) -> None:
    typed = names[0].replace("-", gap).replace(" ", gap)
    typed = typed.replace("ё", "е") if dotless else typed
    score, name = INDEX.search(f"  {typed.upper() if upper else typed} ")[0]
    assert (name, score >= CERTAIN) == (names[0], True)


@given(names=towns, letters=st.sampled_from([GOST, CASUAL]))
def test_usual_transliterations_are_certain(names: tuple[str, str], letters: dict[str, str]) -> None:
    assert found(written(names[0], letters))[:1] == [names[0]]


@given(names=towns)
def test_that_of_passports_is_close_enough(names: tuple[str, str]) -> None:
    assert names[0] in found(written(names[0], PASSPORT))


@given(names=towns, language=st.integers(0, 1))
def test_the_wrong_keyboard(names: tuple[str, str], language: int) -> None:
    assert names[0] in found(other_keyboard(names[language]))


@given(names=towns, language=st.integers(0, 1), data=st.data())
def test_one_slip_in_a_name_of_five_letters(names: tuple[str, str], language: int, data: st.DataObject) -> None:
    name = names[language].lower()
    if len(name) < 5:
        return
    at = data.draw(st.integers(1, len(name) - 2))
    letter = data.draw(st.sampled_from("аоеикнст" if language == 0 else "aoeiknst"))
    typed = data.draw(
        st.sampled_from(
            [
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
            ]
        )
    )
    if slips(fold(typed)):
        assert names[0] in found(typed), typed


@given(names=towns, length=st.integers(3, 8))
def test_a_beginning_is_enough(names: tuple[str, str], length: int) -> None:
    assert names[0] in found(names[0][:length])


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    assert len(fold(text)) <= LONGEST * 4
    assert sound(sound(text)) == sound(sound(sound(text)))
    assert all(readings(text))
    found(text)
    name_score(text, ("Анна Петрова", "Anna Petrova"))


@pytest.mark.parametrize(
    "typed", ["", " ", "-", "<b>", "\u202e\u200b", "🙂", "'; DROP TABLE people; --", "Лондон", "ъ"]
)
def test_what_means_nothing_finds_nothing(typed: str) -> None:
    assert found(typed) == []


def test_a_whole_name_wins_over_longer_ones() -> None:
    index = NameIndex((names[0], names) for names in [("Орёл-Ямской", "Oryol-Yamskoy"), ("Орёл", "Oryol")])
    assert [name for _, name in index.search("орел")] == ["Орёл"]
    assert [name for _, name in index.search("ор")] == ["Орёл-Ямской", "Орёл"]
    assert [name for _, name in index.search("ямск")] == ["Орёл-Ямской"]
    assert index.search("рёл ям") == []


@pytest.mark.parametrize("typed", ["г. Тверь", "г.Тверь", "город Тверь", "Тверь, улица Советская", "гор Тверь"])
def test_what_stands_around_a_town(typed: str) -> None:
    assert found(typed) == ["Тверь"]


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ("Сафина", True),
        ("гульнара", True),
        ("Сафина Гульнара", True),
        ("gulnara safina", True),
        ("Гульнора", True),
        ("Сафена Гулнара", True),
        ("гуль", True),
        ("uekmyfhf", True),
        ("Гульнара Ветрова", False),
        ("Светлана", False),
        ("а", False),
        ("", False),
    ],
)
def test_people_by_their_words(typed: str, met: bool) -> None:
    assert bool(name_score(typed, ("Гульнара Сафина", "Gulnara Safina"))) is met


def test_the_better_met_name_scores_higher() -> None:
    exact, begun, slipped = (name_score(typed, ("Наталья Ветрова",)) for typed in ("Ветрова", "Ветр", "Ветрава"))
    assert exact > begun > slipped > 0
