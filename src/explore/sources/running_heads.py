"""Copies of printed pages: the page numbers and running heads that stand in the midst of the text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 80
_NEAR = 2
_NUMBER = re.compile(r"\d{1,4}")
_FINAL = re.compile(r"[.!?…:;]['\"’”»)\]]*$")
_NUMBER_ALONE = re.compile(r"^\W*(?:(?:page|p\.)\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)


def running_heads(rows: Sequence[str]) -> dict[int, str]:
    """Return the index of each row that is a page's number or running head, with the reason to cut it.

    Page numbers are rows of one form whose number grows by one. They count only if the same words stand
    beside two of them or a sentence goes on across one: sections may be numbered, too.

    >>> running_heads(["1", "Rain fell.", "2", "Snow fell.", "3", "All was quiet."])
    {}
    >>> running_heads(["The dam at", "41", "The Review", "Tabqa had", "42", "The Review", "stood still."])
    {1: 'page number', 2: 'running head', 4: 'page number', 5: 'running head'}
    """
    filled = [i for i, row in enumerate(rows) if row.strip()]
    place = {i: k for k, i in enumerate(filled)}
    numbered: dict[str, list[int]] = {}
    for i in filled:
        if len(rows[i]) <= _LONGEST and _NUMBER.search(rows[i]):
            numbered.setdefault(_form(rows[i]), []).append(i)
    found: dict[int, str] = {}
    for chain in numbered.values():
        pages = _growing(rows, chain)
        if len(pages) < 2:
            continue
        alone = _NUMBER_ALONE.match(rows[pages[0]]) is not None
        heads = _beside(rows, filled, place, pages)
        if heads or any(_goes_on(rows, filled, place, i) for i in pages) or (not alone and len(pages) > 2):
            found |= dict.fromkeys(heads, "running head")
            found |= dict.fromkeys(pages, "page number")
    return dict(sorted(found.items()))


def _form(row: str) -> str:
    return _NUMBER.sub("#", " ".join(row.lower().split()))


def _growing(rows: Sequence[str], chain: Sequence[int]) -> list[int]:
    """Return the rows of a form whose first number goes on from that of the row before, or to the next."""
    values = {i: int(m.group()) for i in chain if (m := _NUMBER.search(rows[i]))}
    steps = [(a, b) for a, b in pairwise(values) if values[b] == values[a] + 1 and b - a > _NEAR]
    return sorted({i for step in steps for i in step})


def _beside(
    rows: Sequence[str], filled: Sequence[int], place: dict[int, int], pages: Sequence[int]
) -> list[int]:
    """Return the short rows near page numbers whose form stands near two of them."""
    numbers = set(pages)
    near = {
        k
        for i in pages
        for k in filled[max(0, place[i] - _NEAR) : place[i] + _NEAR + 1]
        if len(rows[k]) <= _LONGEST and k not in numbers
    }
    forms = Counter(_form(rows[k]) for k in near)
    return sorted(k for k in near if forms[_form(rows[k])] > 1)


def _goes_on(rows: Sequence[str], filled: Sequence[int], place: dict[int, int], at: int) -> bool:
    k = place[at]
    if not 0 < k < len(filled) - 1:
        return False
    before, after = rows[filled[k - 1]].rstrip(), rows[filled[k + 1]].lstrip()
    return len(before) > 20 and not _FINAL.search(before) and after[:1].islower()
