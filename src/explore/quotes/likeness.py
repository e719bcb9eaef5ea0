"""How far two quotations say the same: their words aligned, with opposites and negations told apart.

After the soft alignment that measured best among methods without a neural model: every word is paired with
its nearest relative on the other side, weighted by how much it tells; a word that is denied on one side only,
or that faces its opposite, counts against.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from explore.quotes.lexicon import lines
from explore.quotes.senses import base_form, kinship, opposites, weight, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_PREFIX = re.compile(r"^(?:un|in|im|il|ir|non|dis)(?=\w{4})")
# From here on two words are taken for one thing said.
_SAME = 0.5
# A part that is denied weighs more than its words.
_AGAINST, _LEAST_AGAINST = 0.35, 0.4


@dataclass(frozen=True, slots=True)
class Term:
    """A telling word: as it stands, in small letters, its base form, whether it is denied, its weight."""

    text: str
    lower: str
    base: str
    denied: bool
    weight: float


@cache
def _little_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that deny what follows, and those of grammar."""
    found: dict[str, set[str]] = {"negators": set(), "grammar": set()}
    for line in lines("little_words.txt"):
        kind, words_of_kind = line.split(":")
        found[kind].update(words_of_kind.split())
    return frozenset(found["negators"]), frozenset(found["grammar"])


@lru_cache(maxsize=20_000)
def terms(text: str) -> tuple[Term, ...]:
    """Return the telling words of a text.

    >>> [(t.base, t.denied) for t in terms("a limitless friendship")]
    [('limit', True), ('friendship', False)]
    >>> [(t.base, t.denied) for t in terms("friendship without limits")]
    [('friendship', False), ('limit', True)]
    """
    found: list[Term] = []
    denies, (negators, grammar) = False, _little_words()
    for match in _WORD.finditer(text):
        word = match.group().replace("’", "'").lower()
        if word in negators or word.endswith("n't"):
            denies = True
            continue
        word = word.removesuffix("'s")
        if word in grammar:
            continue
        base, denied = _without_denial(word)
        found.append(Term(match.group(), match.group().lower(), base, denied != denies, weight(base)))
        denies = False
    if not found:
        return tuple(Term(word, word.lower(), word.lower(), False, 1.0) for word in _WORD.findall(text))
    return tuple(found)


def _without_denial(word: str) -> tuple[str, bool]:
    """Return the word below a suffix or prefix that denies it: "limitless" and "unlimited" give "limit"."""
    base = base_form(word)
    if word.endswith("less") and base_form(word[:-4]) in words():
        return base_form(word[:-4]), True
    prefix = _PREFIX.match(word)
    if prefix:
        rest = base_form(word[prefix.end() :])
        if rest in words() and (prefix.group() in ("un", "non") or opposites(base, word[prefix.end() :])):
            return rest, True
    return base, False


def likeness(a: str, b: str) -> float:
    """Return how far two texts say the same, 0 to 1.

    >>> likeness("Friendship without limits", "a limitless friendship")
    1.0
    >>> likeness("Friendship without limits", "there are limits to our patience") < 0.4
    True
    """
    left, right = terms(a), terms(b)
    if not left or not right:
        return 0.0
    there, against_there = _coverage(left, right)
    back, against_back = _coverage(right, left)
    if not there or not back:
        return 0.0
    score = (2 * there * back / (there + back) + max(there, back)) / 2
    return round(score * (1 - max(against_there, against_back)), 4)


def _coverage(side: Sequence[Term], other: Sequence[Term]) -> tuple[float, float]:
    """Return how much of one side the other says, and how much of that it says the opposite of."""
    total = sum(term.weight for term in side)
    covered = against = 0.0
    for term in side:
        kin, partner = max(((kinship(term.base, t.base), t) for t in other), key=lambda pair: pair[0])
        opposite = next((t for t in other if _opposed(term, t)), None) if kin < _SAME else None
        if opposite:
            kin, partner = _SAME, replace(opposite, denied=not opposite.denied)
        covered += kin * term.weight
        if kin >= _SAME and term.denied != partner.denied:
            against += term.weight
    share = against / total
    return covered / total, min(1.0, max(_LEAST_AGAINST, share * (1 + _AGAINST))) if share else 0.0


def _opposed(a: Term, b: Term) -> bool:
    return opposites(a.base, b.base) or opposites(a.lower, b.lower)


def contradiction(a: str, b: str) -> float:
    """Return how much of what two texts share one of them denies, 0 to 1.

    >>> contradiction("we are bluffing", "we are not bluffing") > 0.5
    True
    """
    left, right = terms(a), terms(b)
    if not left or not right:
        return 0.0
    return max(_coverage(left, right)[1], _coverage(right, left)[1])


def unmatched(a: str, b: str) -> tuple[str, ...]:
    """Return the telling words of one text that the other has no like of, in order.

    >>> unmatched("a limitless friendship", "a friendship with new limits")
    ('limitless',)
    """
    other = terms(b)
    return tuple(
        term.text
        for term in terms(a)
        if not any(kinship(term.base, t.base) >= _SAME and term.denied == t.denied for t in other)
    )
