"""What words have to do with each other: base forms, relations and opposites, from a cut-down WordNet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "wordnet"
# How much of a word its relative says; from the recipe measured on pairs of quotations.
DERIVED, AFFIXES, STEM, SYNONYM, LIKE, ABOVE, BESIDE = 0.9, 0.85, 0.8, 0.7, 0.55, 0.3, 0.2
# Detachment rules of WordNet's own morphy, endings of nouns, verbs and adjectives together.
_ENDINGS = (
    *(("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("men", "man")),
    *(("ied", "y"), ("ier", "y"), ("iest", "y"), ("ing", "e"), ("ing", ""), ("ed", "e"), ("ed", "")),
    *(("es", "e"), ("es", ""), ("s", ""), ("est", "e"), ("est", ""), ("er", "e"), ("er", "")),
)
_AFFIXES = re.compile(
    r"(?:iness|ness|ingly|edly|fully|ful|ally|ly|ations?|itions?|ions?|i[sz]e|i[sz]ing|i[sz]ed|ments?|ity|ship|al|an)$"
)
_SHARED_STEM = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the table: how frequent, its senses, its relatives and its opposites."""

    count: int
    senses: frozenset[str]
    derived: frozenset[str]
    opposite: frozenset[str]


def _rows(name: str) -> Iterator[list[str]]:
    with (FOLDER / name).open(encoding="utf8") as file:
        for line in file:
            if line[0] != "#":
                yield line.rstrip("\n").split("\t")


@cache
def words() -> dict[str, list[str]]:
    """Return the rows of the table of words; few of them are ever asked for."""
    return {word: cells for word, *cells in _rows("words.tsv")}


@lru_cache(maxsize=50_000)
def _word(word: str) -> Word:
    count, *cells = words().get(word, ("0", "", "", ""))
    return Word(int(count), *(frozenset(cell.split()) for cell in cells))


@cache
def _senses() -> dict[str, list[str]]:
    return {sense: cells for sense, *cells in _rows("senses.tsv")}


@lru_cache(maxsize=50_000)
def _around(sense: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the senses above a sense, and those like it."""
    above, like = _senses().get(sense, ("", ""))
    return frozenset(above.split()), frozenset(like.split())


@cache
def _forms() -> dict[str, str]:
    return dict(_rows("forms.tsv"))


@lru_cache(maxsize=50_000)
def base_form(word: str) -> str:
    """Return the base form of a word in lower case; itself where none is known.

    >>> [base_form(w) for w in ("limits", "went", "negotiations", "closed", "brics")]
    ['limit', 'go', 'negotiation', 'close', 'brics']
    """
    known = words()
    if word in _forms():
        return _forms()[word]
    if word in known and not word.endswith(("s", "ed", "ing")):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and word[: -len(ending)] + instead in known:
            base = word[: -len(ending)] + instead
            if len(base) > 2:
                return base
    return word


def weight(word: str) -> float:
    """Return how much a word tells: the rarer in WordNet's texts, the more, between 1 and about 5."""
    return 6.0 - min(5.0, 0.7 * log(3 + _word(word).count))


def keys(word: str) -> frozenset[str]:
    """Return what a word shares with most of its kin: itself, its relatives and its senses.

    >>> keys("disaster").isdisjoint(keys("catastrophe"))
    False
    """
    known = _word(word)
    return known.senses | known.derived | {word, _stem(word)}


@lru_cache(maxsize=200_000)
def kinship(a: str, b: str) -> float:
    """Return how much of one word another says: 1 for the same, 0 for nothing in common.

    >>> kinship("limit", "limit"), kinship("disaster", "catastrophe"), kinship("war", "grain")
    (1.0, 0.7, 0.0)
    """
    if a == b:
        return 1.0
    one, two = _word(a), _word(b)
    if b in one.derived or a in two.derived:
        return DERIVED
    if one.senses & two.senses:
        return SYNONYM
    if _stem(a) == _stem(b):
        return AFFIXES
    if not one.derived.isdisjoint(two.derived):
        return SYNONYM
    derived, around = _reach(a)
    derived_too, around_too = _reach(b)
    if not (derived.isdisjoint(two.senses) and derived_too.isdisjoint(one.senses)):
        return LIKE
    if around.isdisjoint(around_too):
        return _by_letters(a, b)
    above = max((_by_sense(s, t) for s in one.senses for t in two.senses if s[0] == t[0]), default=0.0)
    return max(above, _by_letters(a, b))


@lru_cache(maxsize=20_000)
def _reach(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the senses of a word's relatives, and its own with all that are above or like them."""
    known = _word(word)
    derived = frozenset().union(*(_word(r).senses for r in known.derived))
    beyond = (side for sense in known.senses for side in _around(sense))
    return derived, known.senses.union(*beyond)


def opposites(a: str, b: str) -> bool:
    """Say whether two words, or what they come from, are opposites.

    >>> opposites("good", "bad"), opposites("long", "short"), opposites("good", "excellent")
    (True, True, False)
    """
    one, two = _word(a), _word(b)
    return b in one.opposite or a in two.opposite


def _by_sense(s: str, t: str) -> float:
    above_s, like_s = _around(s)
    above_t, like_t = _around(t)
    if t in like_s or s in like_t or not like_s.isdisjoint(like_t):
        return LIKE
    if t in above_s or s in above_t:
        return ABOVE
    return BESIDE if not above_s.isdisjoint(above_t) else 0.0


def _stem(word: str) -> str:
    cut = _AFFIXES.sub("", word)
    return cut if len(cut) >= 4 else word


def _by_letters(a: str, b: str) -> float:
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return STEM * same / max(len(a), len(b)) if same >= _SHARED_STEM else 0.0
