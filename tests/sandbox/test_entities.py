"""Markup into entities with Telegram's complaints, and entities into safe HTML."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.text.errors import EntityError
from sandbox.text.formatted import formatted
from sandbox.text.html import parse_html
from sandbox.text.render import to_html
from tests.sandbox.conftest import ANNA, Bench


def parsed(source: str, mode: str = "HTML") -> tuple[str, list[tuple[Any, ...]]]:
    text, entities = formatted(source, mode, None, {7: {"id": 7, "is_bot": False, "first_name": "Z"}})
    return text, [(e["type"], e["offset"], e["length"]) for e in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("a &lt;b&gt; &amp; &quot;c&quot; &#1071; &#x42F;", 'a <b> & "c" Я Я', []),
        ("&nbsp;&laquo;", "&nbsp;&laquo;", []),
        ("<b>Ж</b>", "Ж", [("bold", 0, 1)]),
        ("👍<i>x</i>", "👍x", [("italic", 2, 1)]),
        ("<B>a<STRONG>b</strong></b>", "ab", [("bold", 0, 2), ("bold", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><del>b</del><strike>c</strike>", "abc", [("strikethrough", i, 1) for i in range(3)]),
        ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ("<blockquote>q</blockquote>", "q", [("blockquote", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        ("<code>x</code>", "x", [("code", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
        ('<a href="https://a.example/?a=1&amp;b=2">x</a>', "x", [("text_link", 0, 1)]),
        ("<a href='tg://user?id=7'>x</a>", "x", [("text_mention", 0, 1)]),
        ("<a href='tg://user?id=8'>x</a>", "x", []),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", [("custom_emoji", 0, 2)]),
        ("  <b> x </b> ", "x", [("bold", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b></b>x", "x", []),
    ],
)
def test_html(source: str, text: str, entities: list[tuple[Any, ...]]) -> None:
    assert parsed(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<x>", 'Unsupported start tag "x" at byte offset 0'),
        ("🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
        ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba>", 'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
        ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
        ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
        ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
        ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
        ("🏟 🏟&lt;<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "&#57311;",
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units",
        ),
    ],
)
def test_html_complaints(source: str, complaint: str) -> None:
    with pytest.raises(EntityError) as caught:
        parse_html(source)
    assert str(caught.value) == complaint


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*b* _i_ __u__ ~s~ ||p||", "b i u s p", ["bold", "italic", "underline", "strikethrough", "spoiler"]),
        (r"1\.5 \- \(x\)", "1.5 - (x)", []),
        ("`a*b`", "a*b", ["code"]),
        ("```py\nx = 1```", "x = 1", ["pre"]),
        (r"[x](https://a.example/a\)b)", "x", ["text_link"]),
        ("![👍](tg://emoji?id=5)", "👍", ["custom_emoji"]),
        ("*a _b_ c*", "a b c", ["bold", "italic"]),
        (">q1\n>q2\nafter", "q1\nq2\nafter", ["blockquote"]),
    ],
)
def test_markdown_v2(source: str, text: str, entities: list[str]) -> None:
    found, marks = parsed(source, "MarkdownV2")
    assert found == text
    assert [kind for kind, _, _ in marks] == entities


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("*a", "Can't find end of Bold entity at byte offset 0"),
        ("a _b", "Can't find end of Italic entity at byte offset 2"),
        ("`a", "Can't find end of Code entity at byte offset 0"),
    ],
)
def test_markdown_v2_complaints(source: str, complaint: str) -> None:
    with pytest.raises(EntityError) as caught:
        formatted(source, "MarkdownV2", None, {})
    assert str(caught.value) == complaint


def test_legacy_markdown() -> None:
    assert parsed("*b* _i_ `c` [x](https://a.example/)", "Markdown") == (
        "b i c x",
        [("bold", 0, 1), ("italic", 2, 1), ("code", 4, 1), ("text_link", 6, 1)],
    )
    with pytest.raises(EntityError, match="byte offset 2"):
        formatted("a *b", "Markdown", None, {})


def test_telegram_marks_by_itself() -> None:
    text = "/start@some_bot @anna_c #акция a@b.example https://x.example/y. +7 916 123-45-67"
    assert [kind for kind, _, _ in parsed(text, "")[1]] == [
        "bot_command",
        "mention",
        "hashtag",
        "email",
        "url",
        "phone_number",
    ]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("<b>a &lt;script&gt;</b>", "<b>a &lt;script&gt;</b>"),
        ("<b>a<i>b</i></b>c", "<b>a<i>b</i></b>c"),
        ("<tg-spoiler>x</tg-spoiler>", '<span class="spoiler">x</span>'),
        (
            '<a href="https://a.example/?q=&quot;onclick">x</a>',
            '<a href="https://a.example/?q=&quot;onclick" target="_blank" rel="noopener noreferrer">x</a>',
        ),
        ("<blockquote expandable>x</blockquote>", '<blockquote class="expandable">x</blockquote>'),
    ],
)
def test_shown_html_is_safe(source: str, html: str) -> None:
    text, entities = formatted(source, "HTML", None, {})
    assert to_html(text, entities) == html


def test_links_of_other_kinds_are_never_shown() -> None:
    entity = {"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}
    assert to_html("x", [entity]) == "<span>x</span>"
    assert parsed('<a href="javascript:alert(1)">x</a>') == ("x", [])


def test_overlapping_entities_stay_well_formed() -> None:
    entities = [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 2}]
    assert to_html("abc", entities) == "<b>a<i>b</i></b><i>c</i>"


@given(st.text(alphabet="<>/bi&;\"'= a👍", max_size=40))
def test_any_text_is_parsed_or_refused_and_never_breaks_the_page(source: str) -> None:
    try:
        text, entities = formatted(source, "HTML", None, {})
    except EntityError:
        return
    shown = re.sub(r'</?(?:b|i|span)>|<span class="[a-z_]+">', "", to_html(text, entities))
    assert "<" not in shown


async def test_entities_of_a_person_are_given_to_the_bot(bench: Bench) -> None:
    await bench.started()
    sent = await bench.ok("sendMessage", chat_id=ANNA, text=f'<a href="tg://user?id={ANNA}">A</a>', parse_mode="HTML")
    assert sent["entities"][0]["user"]["id"] == ANNA
    explicit = await bench.ok(
        "sendMessage", chat_id=ANNA, text="abc", entities=[{"type": "bold", "offset": 1, "length": 9}]
    )
    assert explicit["entities"] == [{"type": "bold", "offset": 1, "length": 2}]


async def test_the_complaint_reaches_the_bot(bench: Bench) -> None:
    await bench.started()
    assert await bench.refused("sendMessage", chat_id=ANNA, text="<kahn@inbox>", parse_mode="HTML") == (
        'Bad Request: can\'t parse entities: Unsupported start tag "kahn@inbox" at byte offset 0'
    )
