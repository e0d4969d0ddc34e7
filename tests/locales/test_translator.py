"""What the Translator promises, on words of its own."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from locales.translator import Html, TranslationError, Translators

RU = """
hello = Здравствуйте, <b>{ $name }</b>!
    .short = Привет, { $name }
only-ru = Только по-русски
-brand = Кабинет
about = { -brand } для вас
pieces = { $count ->
    [0] ничего
    [one] { $count } штука
    [few] { $count } штуки
   *[many] { $count } штук
} — { $name }
wraps = ({ hello })
kind = { $kind ->
    [gift] подарок
   *[other] { $kind } для { $name }
}
"""
EN = """
hello = Hello, <b>{ $name }</b>!
    .short = Hi, { $name }
-brand = Cabinet
about = { -brand } for you
pieces = { $count ->
    [0] nothing
    [one] { $count } piece
   *[other] { $count } pieces
} — { $name }
wraps = ({ hello })
kind = { $kind ->
    [gift] a gift
   *[other] { $kind } for { $name }
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, words in (("ru", RU), ("en", EN)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "words.ftl").write_text(words, encoding="utf-8")
    return tmp_path


def test_arguments_are_escaped_unless_they_are_html(folder: Path) -> None:
    tr = Translators(strict=True, folder=folder).for_language("ru")
    assert tr("hello", name='<b>"x" & y</b>') == "Здравствуйте, <b>&lt;b&gt;&quot;x&quot; &amp; y&lt;/b&gt;</b>!"
    assert tr("hello", name=Html("<i>x</i>")) == "Здравствуйте, <b><i>x</i></b>!"
    assert tr("pieces", count=2, name="<x>") == "2 штуки — &lt;x&gt;"
    assert tr("wraps", name="<x>") == "(Здравствуйте, <b>&lt;x&gt;</b>!)"


def test_what_was_said_once_can_be_put_into_another_message_without_escaping_it_twice(folder: Path) -> None:
    tr = Translators(strict=True, folder=folder).for_language("en")
    inner = tr("hello", name="A & B")
    assert isinstance(inner, Html)
    assert tr("hello", name=inner) == "Hello, <b>Hello, <b>A &amp; B</b>!</b>!"


def test_plain_text_is_not_escaped(folder: Path) -> None:
    tr = Translators(strict=True, folder=folder).for_language("en")
    assert tr.plain("hello.short", name="A & <B>") == "Hi, A & <B>"
    assert tr.plain("pieces", count=1, name="<x>") == "1 piece — <x>"


def test_plain_and_html_do_not_share_what_they_remember(folder: Path) -> None:
    tr = Translators(strict=True, folder=folder).for_language("en")
    assert tr.plain("pieces", count=1, name="<x>") != tr("pieces", count=1, name="<x>")
    assert (tr("about"), tr.plain("about"), tr("about")) == ("Cabinet for you",) * 3


def test_a_text_may_choose_and_is_escaped_where_it_is_shown(folder: Path) -> None:
    tr = Translators(strict=True, folder=folder).for_language("en")
    assert tr("kind", kind="gift", name="x") == "a gift"
    assert tr("kind", kind="<i>", name="<b>") == "&lt;i&gt; for &lt;b&gt;"
    assert tr.plain("kind", kind="<i>", name="<b>") == "<i> for <b>"
    assert tr("kind", kind=Html("<i>x</i>"), name="y") == "<i>x</i> for y"


def test_marks_within_a_text_are_only_text(folder: Path) -> None:
    tr = Translators(strict=True, folder=folder).for_language("en")
    assert tr.plain("kind", kind="x", name="\ufdd0kind\ufdd1") == "x for \ufdd0kind\ufdd1"


def test_there_are_no_invisible_marks_around_arguments(folder: Path) -> None:
    tr = Translators(strict=True, folder=folder).for_language("ru")
    assert "\u2068" not in tr("pieces", count=5, name="x") + tr("hello", name="x")


def test_numbers_are_written_in_the_language(folder: Path) -> None:
    translators = Translators(strict=True, folder=folder)
    assert translators.for_language("ru")("hello.short", name=1234567) == "Привет, 1\xa0234\xa0567"
    assert translators.for_language("en")("pieces", count=1234, name="x") == "1,234 pieces — x"


def test_long_texts_go_in_whole(folder: Path) -> None:
    tr = Translators(strict=True, folder=folder).for_language("ru")
    assert tr("pieces", count=5, name="я" * 4000).count("я") == 4000
    assert tr("hello", name="&" * 4000).count("&amp;") == 4000


def test_strict_says_what_is_missing(folder: Path) -> None:
    tr = Translators(strict=True, folder=folder).for_language("en")
    for key, args in (("nothing", {}), ("only-ru", {}), ("hello.none", {"name": "x"}), ("hello", {}), ("pieces", {})):
        with pytest.raises(TranslationError, match=key.split(".")[0]):
            tr(key, **args)
    with pytest.raises(TranslationError, match="NoneType"):
        tr("hello", name=None)  # type: ignore[arg-type]
    with pytest.raises(TranslationError, match="bool"):
        tr("pieces", count=True, name="x")


def test_otherwise_russian_or_the_key_is_shown_and_a_line_logged(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tr = Translators(strict=False, folder=folder).for_language("en")
    with caplog.at_level(logging.ERROR, logger="locales.translator"):
        assert tr("only-ru") == "Только по-русски"
        assert tr("nothing") == "nothing"
        assert tr("hello") == "hello"
    assert [record.levelname for record in caplog.records] == ["ERROR"] * 3
    assert "only-ru" in caplog.text


@pytest.mark.parametrize("broken", ["no equals sign", "half = { $name", "twice = 1\ntwice = 2"])
def test_a_file_that_cannot_be_read_stops_the_start(folder: Path, broken: str) -> None:
    (folder / "en" / "broken.ftl").write_text(broken, encoding="utf-8")
    with pytest.raises(TranslationError):
        Translators(strict=False, folder=folder)


def test_a_key_in_two_files_stops_the_start(folder: Path) -> None:
    (folder / "en" / "other.ftl").write_text("about = again", encoding="utf-8")
    with pytest.raises(TranslationError, match="about"):
        Translators(strict=False, folder=folder)


def test_every_language_at_once(folder: Path) -> None:
    assert Translators(strict=True, folder=folder).every("about") == {"ru": "Кабинет для вас", "en": "Cabinet for you"}
