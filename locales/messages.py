"""The messages of one language, read from its .ftl files and ready to be filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from locales import figures
from locales.errors import TranslationError
from locales.html import Html, escape

Argument = str | int | float
Renderer = Callable[[Mapping[str, Argument], bool], str]

# Marks the place of a text: two characters that Unicode keeps for such uses within a program.
PLACE = "\ufdd0{}\ufdd1"
PLACES = re.compile("\ufdd0([^\ufdd1]*)\ufdd1")


class Messages:
    """Every message of a language by its key: `id`, or `id.attribute`.

    Most messages are words with arguments in between; these are filled in directly, and fluent.runtime does the rest
    (choices, plurals, references, functions).
    """

    def __init__(self, language: str, files: Iterable[Path]) -> None:
        """Reads the files. Raises TranslationError for what is no Fluent, and for a key defined twice."""
        self.locale = Locale.parse(language)
        self._bundle = FluentBundle([language], use_isolating=False)
        self._renderers: dict[str, Renderer] = {}
        entries = [entry for file in files for entry in _entries(file)]
        taken: set[str] = set()
        for entry in entries:
            name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
            if name in taken:
                raise TranslationError(f"{language}: {name} is defined twice")
            taken.add(name)
        self._decisive = _decisive(entries)
        self._bundle.add_resource(ast.Resource(list(entries)))
        for entry in entries:
            if isinstance(entry, ast.Message):
                self._renderers.update(self._of_message(entry))
        self.arguments = _arguments(entries)
        """The arguments that each key may need, those of the messages it refers to included."""

    @property
    def keys(self) -> Iterable[str]:
        return self._renderers.keys()

    def render(self, key: str, args: Mapping[str, Argument], *, html: bool) -> str | None:
        """The message with its arguments filled in, escaped if `html`; None if there is no such message.

        Raises TranslationError for a missing or unusable argument.
        """
        renderer = self._renderers.get(key)
        return None if renderer is None else renderer(args, html)

    def _of_message(self, message: ast.Message) -> Iterator[tuple[str, Renderer]]:
        name = message.id.name
        if message.value is not None:
            yield name, self._renderer(name, message.value, self._bundle.get_message(name).value)
        for attribute in message.attributes:
            compiled = self._bundle.get_message(name).attributes[attribute.id.name]
            key = f"{name}.{attribute.id.name}"
            yield key, self._renderer(key, attribute.value, compiled)

    def _renderer(self, key: str, pattern: ast.Pattern, compiled: Any) -> Renderer:
        parts = _plain_parts(pattern)
        return self._fluent(key, compiled) if parts is None else _Plain(self.locale, key, parts)

    def _fluent(self, key: str, pattern: Any) -> Renderer:
        # Choosing a form is slow and few things decide it, so what was chosen is kept, with places for the texts.
        @lru_cache(maxsize=256)
        def chosen(deciding: tuple[tuple[str, Argument], ...], texts: tuple[str, ...]) -> _Plain:
            args = {**dict(deciding), **{text: PLACE.format(text) for text in texts}}
            written, errors = self._bundle.format_pattern(pattern, args)
            if errors:
                raise TranslationError(f"{key}: {'; '.join(str(error) for error in errors)}")
            parts = [(part, bool(i % 2)) for i, part in enumerate(PLACES.split(str(written)))]
            return _Plain(self.locale, key, parts)

        def render(args: Mapping[str, Argument], html: bool) -> str:
            deciding: list[tuple[str, Argument]] = []
            texts: list[str] = []
            for arg, value in args.items():
                if isinstance(value, str) and arg not in self._decisive:
                    texts.append(arg)
                elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
                    deciding.append((arg, _as_text(value, html) if isinstance(value, str) else value))
                else:
                    raise TranslationError(f"{key}: argument {arg} is {type(value).__name__}")
            return chosen(tuple(deciding), tuple(texts))(args, html)

        return render


class _Plain:
    """Words with arguments in between."""

    __slots__ = ("_key", "_locale", "_parts")

    def __init__(self, locale: Locale, key: str, parts: list[tuple[str, bool]]) -> None:
        self._locale, self._key, self._parts = locale, key, parts

    def __call__(self, args: Mapping[str, Argument], html: bool) -> str:
        out: list[str] = []
        for text, is_argument in self._parts:
            if not is_argument:
                out.append(text)
                continue
            value = args.get(text)
            if isinstance(value, str):
                out.append(_as_text(value, html))
            elif isinstance(value, (int, float)) and not isinstance(value, bool):
                out.append(figures.number(self._locale, value))
            else:
                raise TranslationError(f"{self._key}: argument {text} is {type(value).__name__}")
        return "".join(out)


def _as_text(value: str, html: bool) -> str:
    return escape(value) if html and not isinstance(value, Html) else value


def _entries(file: Path) -> Iterator[ast.Message | ast.Term]:
    resource = FluentResource(file.read_text(encoding="utf-8"))
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            excerpt = (entry.content or "").strip()[:200]
            raise TranslationError(f"{file.parent.name}/{file.name}: not Fluent: {excerpt}")
        if isinstance(entry, (ast.Message, ast.Term)):
            yield entry


def _plain_parts(pattern: ast.Pattern) -> list[tuple[str, bool]] | None:
    """(text, is it an argument's name) for each part; None if something has to be worked out by Fluent."""
    parts: list[tuple[str, bool]] = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            parts.append((element.value, False))
        elif isinstance(element.expression, ast.VariableReference):
            parts.append((element.expression.id.name, True))
        elif isinstance(element.expression, ast.StringLiteral):
            parts.append((element.expression.parse()["value"], False))
        else:
            return None
    return parts


def _arguments(entries: Iterable[ast.Message | ast.Term]) -> dict[str, frozenset[str]]:
    own: dict[str, tuple[set[str], set[str]]] = {}
    for entry in entries:
        # A term sees only what is handed to it by name, so nothing of it is asked of the caller.
        if isinstance(entry, ast.Message):
            if entry.value is not None:
                own[entry.id.name] = _mentioned(entry.value)
            for attribute in entry.attributes:
                own[f"{entry.id.name}.{attribute.id.name}"] = _mentioned(attribute.value)

    def gather(key: str, seen: frozenset[str]) -> set[str]:
        if key in seen or key not in own:
            return set()
        names, references = own[key]
        return names.union(*(gather(reference, seen | {key}) for reference in references))

    return {key: frozenset(gather(key, frozenset())) for key in own}


def _decisive(node: Any) -> frozenset[str]:
    """The arguments that choose a form or go into a function, anywhere in the language."""
    if isinstance(node, list):
        return frozenset().union(*(_decisive(each) for each in node))
    if not isinstance(node, ast.BaseNode):
        return frozenset()
    own: frozenset[str] = frozenset()
    if isinstance(node, ast.SelectExpression):
        own = frozenset(_mentioned(node.selector)[0])
    elif isinstance(node, ast.FunctionReference):
        own = frozenset(_mentioned(node)[0])
    return own.union(*(_decisive(each) for each in vars(node).values()))


def _mentioned(node: ast.BaseNode) -> tuple[set[str], set[str]]:
    """(arguments, keys of other messages) that stand anywhere below the node."""
    names: set[str] = set()
    references: set[str] = set()
    waiting: list[Any] = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, ast.VariableReference):
            names.add(current.id.name)
        elif isinstance(current, ast.MessageReference):
            attribute = f".{current.attribute.name}" if current.attribute else ""
            references.add(current.id.name + attribute)
        elif isinstance(current, ast.BaseNode):
            waiting.extend(vars(current).values())
        elif isinstance(current, list):
            waiting.extend(current)
    return names, references
