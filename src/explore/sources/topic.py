"""How much a line speaks of what the prose speaks of: a page's other stories use other words."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_LETTERS = 7
_LEAD = 4
_NEAR = 3
_WORDLESS = -0.1


def topic_of(
    words: Sequence[Sequence[str]], good: NDArray[np.bool_], block: tuple[int, int]
) -> dict[str, NDArray[np.float64]]:
    """Return the share of each line's content words (rare ones weigh more) that stand elsewhere in the prose.

    Parameters
    ----------
    words : sequence of sequences of str
        The words of each line.
    good : array of bool
        Which lines are prose.
    block : tuple of int
        The first and last line of the longest run of prose.
    """
    content = [content_of(line) for line in words]
    names = [{w.lower() for w in line if w[0].isupper() and len(w) > 2} for line in words]
    weight = weights(content)
    first, last = block
    body = [i for i in np.flatnonzero(good).tolist() if first <= i <= last]
    prose = np.flatnonzero(good)
    in_body = _shares(content, body, weight)
    of_lead = _shares(content, body[:_LEAD], weight)
    of_prose = _shares(content, prose.tolist(), weight)
    named = _shares(names, body, dict.fromkeys({n for line in names for n in line}, 1.0))
    before, after = np.zeros(len(words)), np.zeros(len(words))
    for i, line in enumerate(content):
        at = int(np.searchsorted(prose, i))
        above = set().union(*(content[k] for k in prose[max(0, at - _NEAR) : at]))
        at += bool(good[i])
        below = set().union(*(content[k] for k in prose[at : at + _NEAR]))
        total = sum(weight[w] for w in line) or 1.0
        before[i] = sum(weight[w] for w in line & above) / total
        after[i] = sum(weight[w] for w in line & below) / total
    return {
        "words of block": in_body,
        "words of lead": of_lead,
        "words of prose": of_prose,
        "names of block": named,
        "words of prose above": before,
        "words of prose below": after,
    }


def content_of(words: Sequence[str]) -> set[str]:
    """Return the first letters of the longer words.

    >>> sorted(content_of(["The", "ministers", "met", "ministerial", "staff"]))
    ['ministe', 'staff']
    """
    return {w[:_LETTERS].lower() for w in words if len(w) > 3}


def weights(content: Sequence[set[str]]) -> dict[str, float]:
    """Return a weight for each word: the fewer lines have it, the more."""
    lines = Counter(w for line in content for w in line)
    return {w: math.log((len(content) + 1) / count) for w, count in lines.items()}


def _shares(
    content: Sequence[set[str]], others: Sequence[int], weight: dict[str, float]
) -> NDArray[np.float64]:
    """Return the share of each line's words that one of the other lines has, too."""
    spoken = Counter(w for i in others for w in content[i])
    of_others = set(others)
    out = np.full(len(content), _WORDLESS)
    for i, line in enumerate(content):
        total = sum(weight[w] for w in line)
        own = i in of_others
        if total > 0:
            out[i] = sum(weight[w] for w in line if spoken[w] > own) / total
    return out
