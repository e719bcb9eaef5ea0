"""Score time expressions as the TempEval-3 toolkit does (UzZaman et al., SemEval-2013, S13-2001).

Marked and found expressions are paired one to one where they overlap, exact pairs first. Strict counts equal
extents, relaxed any overlap; type and value count pairs whose attribute is the same string.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.dates.corpus import Mark

MEASURES = ("strict", "relaxed", "type", "value")


def pairs(marked: Sequence[Mark], found: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """Return the pairs of marked and found expressions."""
    candidates = sorted(
        (not same, -overlap, one.start, i, j)
        for i, one in enumerate(marked)
        for j, other in enumerate(found)
        if (overlap := min(one.end, other.end) - max(one.start, other.start)) > 0
        for same in [(one.start, one.end) == (other.start, other.end)]
    )
    left, right, chosen = set(), set(), []
    for *_, i, j in candidates:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((marked[i], found[j]))
    return chosen


def f1(texts: Iterable[tuple[Sequence[Mark], Sequence[Mark]]]) -> dict[str, float]:
    """Return the F1 of each measure, times 100, over texts given as (marked, found)."""
    count: Counter[str] = Counter()
    for marked, found in texts:
        count["all"] += len(marked) + len(found)
        for one, other in pairs(marked, found):
            count["relaxed"] += 1
            count["strict"] += (one.start, one.end) == (other.start, other.end)
            count["type"] += one.type == other.type
            count["value"] += one.value.strip() == other.value.strip()
    return {name: 200 * count[name] / count["all"] if count["all"] else 0.0 for name in MEASURES}
