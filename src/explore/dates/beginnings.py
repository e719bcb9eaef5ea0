"""The shapes that can begin with a word: only these are tried where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from explore.dates.grammar import Shape, named, shapes

NUMBER = "0"  # stands for any
_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789 '’-.,/"
_SLOT = re.compile(r"\{([a-z]+)\d?\}")
_OPENS = re.compile(r"\((?:\?(?:P<\w+>|[a-z-]*:|>|(?P<around><?[=!])))?")
_LETTERS = re.compile(r"[A-Za-z ]+(?![?*+{])")
_ONE = re.compile(r"\\.|\[\^?\]?[^\]]*\]|.", re.S)
_TIMES = re.compile(r"(?P<or_none>[?*]|\{0?,\d+\})|\+|\{\d+(?:,\d*)?\}")
# Half of all shapes can begin with "the": behind it the next word counts, too.
_BEGINNING = re.compile(r"(?P<the>the )?(?P<word>[^\W\d_]*)(?P<behind>[\W\d_]?)")


def shapes_at(first: str) -> tuple[Shape, ...]:
    """Return the shapes that can begin with a word, in the order of the grammar.

    Parameters
    ----------
    first : str
        The word in lower case, "0" for a number; "the" with a blank and the word after it.

    >>> {shape.rule for shape in shapes_at("the 0")} >= {"month_day", "decade", "century"}
    True
    """
    return _index().get(first, ())


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[Shape, ...]]:
    found: dict[str, list[Shape]] = defaultdict(list)
    for shape in shapes():
        for first in beginnings(shape.said):
            found[first].append(shape)
    return {first: tuple(rows) for first, rows in found.items()}


def beginnings(shape: str) -> set[str]:
    """Return the first words of what a shape of the grammar matches, as `shapes_at` takes them.

    >>> sorted(beginnings("(?:the )?(?:next|last) week|{day} days"))
    ['0', 'last', 'next', 'the last', 'the next']
    """
    found = (next(_BEGINNING.finditer(one)) for one in _either(shape, 0)[0])
    return {(one["the"] or "") + (one["word"] or one["behind"]) for one in found}


# Below a beginning is cut off behind the first character that ends its first word; what has none may go on.


def _cut(text: str) -> str:
    return next(_BEGINNING.finditer(text))[0]


def _may_go_on(beginning: str) -> bool:
    return not beginning or beginning == "the " or beginning[-1].isalpha()


def _either(shape: str, at: int) -> tuple[set[str], int]:
    """Return the beginnings of alternatives, and where they end."""
    found, at = _row(shape, at)
    while shape[at : at + 1] == "|":
        more, at = _row(shape, at + 1)
        found |= more
    return found, at


def _row(shape: str, at: int) -> tuple[set[str], int]:
    """Return the beginnings of pieces in a row, and where they end."""
    ended: set[str] = set()
    going = {""}
    while at < len(shape) and shape[at] not in "|)":
        piece, at = _piece(shape, at)
        if times := _TIMES.match(shape, at):
            at = times.end()
            piece = piece | {""} if times["or_none"] else piece
        joined = {_cut(front + back) for front in going for back in piece}
        going = set(filter(_may_go_on, joined))
        ended |= joined - going
    return ended | going, at


def _piece(shape: str, at: int) -> tuple[set[str], int]:
    """Return the beginnings of a group, a {name}, letters or a class of characters, and where it ends."""
    if opens := _OPENS.match(shape, at):
        inside, at = _either(shape, opens.end())
        return {""} if opens["around"] else inside, at + 1
    if slot := _SLOT.match(shape, at):
        return _named(slot[1]), slot.end()
    if letters := _LETTERS.match(shape, at):
        return {letters[0].lower()}, letters.end()
    one = next(_ONE.finditer(shape, at))
    takes = re.compile(one[0], re.I).match
    if one[0] in {r"\b", "$"}:
        return {""}, one.end()
    return {NUMBER if letter.isdigit() else letter for letter in _CHARACTERS if takes(letter)}, one.end()


@lru_cache(maxsize=64)
def _named(name: str) -> set[str]:
    """Return the beginnings of what a {name} stands for."""
    meant = named(name)
    return (
        _either(meant, 0)[0]
        if isinstance(meant, str)
        else {_cut(re.sub(r"\d", NUMBER, word)) for word in meant}
    )
