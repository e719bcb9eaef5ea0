"""The names in a row of words, out of how likely each word is what part of a name.

It begins one, is in one, is its last word or all of it, or is outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float32]

_NEVER = np.float32(-1e9)


def best_names(scores: Array, parts: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return names as (first word, last word + 1, label): the likeliest row of parts that fit together.

    Parameters
    ----------
    scores : (words, parts)
    parts : sequence of str
        "O", "B-GPE", "I-GPE", "L-GPE", "U-GPE", ...

    >>> best_names(
    ...     np.array([[0, 2, 0, 0, 1], [1, 0, 0, 0, 0]], "f"), ("O", "B-GPE", "I-GPE", "L-GPE", "U-GPE")
    ... )
    [(0, 1, 'GPE')]
    """
    path = scores.argmax(-1).tolist()
    if not any(path):
        return []
    if not _fits([parts[p] for p in path]):
        path = _best_path(scores, parts)
    found = []
    start = 0
    for i, p in enumerate(path):
        part = parts[p]
        if part[0] in "BU":
            start = i
        if part[0] in "LU":
            found.append((start, i + 1, part[2:]))
    return found


def _fits(path: Sequence[str]) -> bool:
    return all(_follows(a, b) for a, b in zip(["O", *path], [*path, "O"], strict=True))


def _follows(a: str, b: str) -> bool:
    """Say whether a part may stand before another: within a name the same name goes on."""
    if a[0] in "BI":
        return b[0] in "IL" and a[2:] == b[2:]
    return b[0] not in "IL"


def _best_path(scores: Array, parts: Sequence[str]) -> list[int]:
    """Return the best row of parts, by Viterbi's algorithm."""
    # What is likely is a share of all; sums of shares' logarithms are compared.
    chances = scores - np.logaddexp.reduce(scores, axis=-1, keepdims=True)
    allowed = np.array([[0 if _follows(a, b) else _NEVER for b in parts] for a in parts], "f4")
    outside = parts.index("O")
    best = chances[0] + allowed[outside]
    steps = []
    for row in chances[1:]:
        ways = best[:, None] + allowed
        steps.append(ways.argmax(0))
        best = ways.max(0) + row
    path = [int((best + allowed[:, outside]).argmax())]
    for back in reversed(steps):
        path.append(int(back[path[-1]]))
    return path[::-1]
