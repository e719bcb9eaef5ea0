"""Read the grammar of time expressions and turn its shapes into regular expressions."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_FILE = Path(__file__).with_name("grammar.toml")
_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
_SECTIONS = {"holiday": "holidays", "feast": "feasts"}  # lists with a table of their own
# White space in a shape: bounded, so that no shape can take more than a constant time at a place.
SPACE = r"[\s\u00a0]{1,3}"
# The classes that a rule wants to see; the others only shape the expression.
_SEEN = frozenset({"year", "spelled", "day", "count", "several", "clock", "half", "yearshift", "side"})


@dataclass(frozen=True)
class Shape:
    """One shape of expression as the grammar says it, and the rule that says what it means."""

    rule: str
    said: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression of the shape; many articles never need it."""
        return re.compile(_spaced(_unique(_expand(self.said, captured=True))) + r"(?!\w)", re.I)


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def words(name: str) -> dict[str, Any]:
    """Return a list of words with what each means, in lower case.

    >>> words("weekday")["friday"]
    5
    """
    tables = _tables()
    found: dict[str, Any] = tables[_SECTIONS[name]] if name in _SECTIONS else tables["words"][name]
    return found


def either(name: str) -> str:
    """Return a regular expression of the words of a list, in lower case and the longer first.

    >>> re.fullmatch(either("month"), "sept", re.I) is not None
    True
    """
    return _either(words(name))


def _either(listed: Iterable[str]) -> str:
    words = "|".join(re.escape(w).replace(r"\ ", " ") for w in sorted(listed, key=len, reverse=True))
    return words.replace("'", "['’]")


@lru_cache(maxsize=16)
def verbs(name: str) -> frozenset[str]:
    """Return a list of the table of verbs.

    >>> "slate" in verbs("plan")
    True
    """
    return frozenset(_tables()["verbs"][name].split())


@lru_cache(maxsize=16)
def trap(name: str) -> frozenset[str]:
    """Return a list of the words that tell a time from what looks like one."""
    return frozenset(_tables()["traps"][name].split())


@lru_cache(maxsize=1)
def known_days() -> dict[tuple[int, int], tuple[int, frozenset[str]]]:
    """Return the days that everybody knows by month and day: their year and the words behind them."""
    rows: dict[str, dict[str, Any]] = _tables()["known"]
    return {
        (int(day[:2]), int(day[3:])): (row["year"], frozenset(row["before"].split()))
        for day, row in rows.items()
    }


def named(name: str) -> str | dict[str, Any]:
    """Return what a {name} in a shape stands for: a shape of its own, or a list of words."""
    shape: str | None = _tables()["classes"].get(name)
    return words(name) if shape is None else shape


def _expand(shape: str, captured: bool) -> str:
    """Put words and classes in the place of {names}, what a rule wants to see in groups where `captured`."""

    def fill(slot: re.Match[str]) -> str:
        name, again = slot.group(1), slot.group(2)
        meant = named(name)
        if isinstance(meant, str):
            seen = captured and name in _SEEN
            inner = _expand(meant, captured and not seen)
            return f"(?P<{name}{again}>{inner})" if seen else f"(?:{inner})"
        inner = _either(meant)
        return f"(?P<{name}{again}>{inner})" if captured else f"(?:{inner})"

    return _SLOT.sub(fill, shape)


def _unique(pattern: str) -> str:
    """Leave only the first group of a name: a shape may use a list twice and needs the first."""
    seen: set[str] = set()

    def first(group: re.Match[str]) -> str:
        name = group.group(1)
        if name in seen:
            return "(?:"
        seen.add(name)
        return group.group()

    return re.sub(r"\(\?P<(\w+)>", first, pattern)


def _spaced(pattern: str) -> str:
    """Let a space of a shape be any white space, and a space with a question mark none too."""
    return pattern.replace(" ?", SPACE.replace("{1,", "{0,")).replace(" ", SPACE)


@lru_cache(maxsize=1)
def shapes() -> tuple[Shape, ...]:
    """Return the shapes of the grammar in order."""
    return tuple(Shape(row["rule"], row["is"]) for row in _tables()["shape"])
