"""Every word of the cabinet, in every language: nothing is missing, left over, or broken for some number."""

from __future__ import annotations

import ast as python
import html
import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast

from locales.translator import LANGUAGES, Language, Translators
from tests.locales.source_keys import ROOT, mentioned, said

TRANSLATORS = Translators(strict=True)
ARGUMENTS = {language: TRANSLATORS.messages[language].arguments for language in LANGUAGES}
KEYS = sorted({key for language in LANGUAGES for key in ARGUMENTS[language]})
COUNTS = (0, 1, 2, 5, 11, 21, 1001)
ALLOWED = {"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"}
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
NEEDED = {"ru": {"one", "few", "many"}, "en": {"one", "other"}}


class Tags(HTMLParser):
    """Counts the tags of a text and says whether they are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: Counter[str] = Counter()
        self.broken = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)
        self.seen[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        self.broken |= not self.open or self.open.pop() != tag


def rendered(language: Language, key: str, value: int | str) -> str:
    return TRANSLATORS.for_language(language)(key, **dict.fromkeys(ARGUMENTS[language][key], value))


def test_every_key_is_there_in_every_language() -> None:
    for language in LANGUAGES:
        assert sorted(ARGUMENTS[language]) == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_every_language_takes_the_same_arguments(key: str) -> None:
    assert len({ARGUMENTS[language][key] for language in LANGUAGES}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said_with_any_number_and_any_text(language: Language) -> None:
    for key in KEYS:
        for value in (*COUNTS, "<b>x", "one"):
            text = rendered(language, key, value)
            assert text.strip() == text, f"{key}: blank edges"
            assert text, f"{key} is empty"
            assert not re.search(r"[{}]|\?\?\?", text), f"{key}: {text}"
            tags = Tags(text)
            assert not tags.broken, f"{key}: {text}"
            assert not tags.open, f"{key}: {text}"
            assert set(tags.seen) <= ALLOWED, f"{key}: {text}"


def test_every_language_marks_up_the_same() -> None:
    for key in KEYS:
        assert len({tuple(sorted(Tags(rendered(language, key, 5)).seen.items())) for language in LANGUAGES}) == 1, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_know_the_forms_of_their_language(language: Language) -> None:
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        for select in selects(FluentParser().parse(path.read_text(encoding="utf-8"))):
            listed = [each.key.name for each in select.variants if isinstance(each.key, ast.Identifier)]
            names = set(listed)
            assert len(listed) == len(names), f"{path.name}: {listed}"
            if names & CATEGORIES and names != {"other"}:
                assert NEEDED[language] <= names, f"{path.name}: {sorted(names)}"


def selects(node: Any) -> list[ast.SelectExpression]:
    if isinstance(node, list):
        return [found for each in node for found in selects(each)]
    if not isinstance(node, ast.BaseNode):
        return []
    own = [node] if isinstance(node, ast.SelectExpression) else []
    return own + [found for each in vars(node).values() for found in selects(each)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_and_apostrophes_are_the_languages_own(language: Language) -> None:
    straight = [
        key for key in KEYS if re.search(r"[\"']", re.sub(r"<[^>]*>", "", html.unescape(rendered(language, key, 5))))
    ]
    assert straight == []


def test_everything_that_is_said_has_words() -> None:
    missing = [
        f"{each.where}: {each.pattern}" for each in said() if not any(re.fullmatch(each.pattern, k) for k in KEYS)
    ]
    assert missing == []


def test_messages_are_given_the_arguments_they_take() -> None:
    wrong = [
        f"{each.where}: {each.literal} takes {sorted(ARGUMENTS['ru'][each.literal])}, is given {sorted(each.arguments)}"
        for each in said()
        if each.literal in ARGUMENTS["ru"] and each.arguments is not None
        if each.arguments != ARGUMENTS["ru"][each.literal]
    ]
    assert wrong == []


def test_no_words_are_left_over() -> None:
    strings, patterns = mentioned()
    unused = [key for key in KEYS if key not in strings and not any(p.fullmatch(key) for p in patterns)]
    assert unused == []


def test_every_wrong_answer_to_the_form_has_a_sentence() -> None:
    reasons = set()
    for path in (ROOT / "domain" / "joining").glob("*.py"):
        for node in python.walk(python.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, python.Call) and getattr(node.func, "id", "") == "InvalidField":
                reasons.add(tuple(each.value for each in node.args if isinstance(each, python.Constant)))
    assert len(reasons) > 8
    assert {f"error-invalid-{field}-{reason}" for field, reason in reasons} <= set(KEYS)
