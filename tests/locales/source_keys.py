"""Which keys the program's source mentions, read from its syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("handlers", "bot", "locales")
SAYING = {"plain", "has", "every"}
KEY_BEGINS = re.compile(r"[a-z][a-z0-9_]*-")


@dataclass(frozen=True)
class Said:
    """One place that says a message: its key as a pattern, whether that is the key itself, and the arguments given.

    `arguments` is None where they are handed over in a way the source does not show.
    """

    where: str
    pattern: str
    literal: str | None
    arguments: frozenset[str] | None


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the folders that speak, by its path."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def said() -> Iterator[Said]:
    """Every call of a translator whose key the source shows."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and _is_translator(node.func):
                names = [keyword.arg for keyword in node.keywords]
                arguments = None if None in names else frozenset(name for name in names if name)
                for key in _branches(node.args[0]):
                    pattern = _pattern(key)
                    if pattern is not None:
                        literal = key.value if isinstance(key, ast.Constant) else None
                        yield Said(f"{path}:{node.lineno}", pattern, literal, arguments)


def mentioned() -> tuple[set[str], list[re.Pattern[str]]]:
    """(strings that may be keys, patterns of strings put together that may be keys), anywhere in the source."""
    strings: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                strings.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                first = node.values[0] if node.values else None
                begins = first.value if isinstance(first, ast.Constant) else ""
                if KEY_BEGINS.match(str(begins)):
                    patterns.append(re.compile(_pattern(node) or ""))
    return strings, patterns


def _is_translator(func: ast.expr) -> bool:
    if isinstance(func, ast.Attribute):
        return func.attr in SAYING and isinstance(func.value, ast.Name) and func.value.id in {"tr", "translators"}
    return isinstance(func, ast.Name) and func.id == "tr"


def _branches(key: ast.expr) -> Iterator[ast.expr]:
    if isinstance(key, ast.IfExp):
        yield from _branches(key.body)
        yield from _branches(key.orelse)
    else:
        yield key


def _pattern(key: ast.expr) -> str | None:
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        return re.escape(key.value)
    if isinstance(key, ast.JoinedStr):
        return "".join(re.escape(str(v.value)) if isinstance(v, ast.Constant) else ".+" for v in key.values)
    return None
