"""How a text is laid out: lines without a blank one between them, and stretches of prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from explore.sources.windows import shifted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from explore.sources.lines import Line

# So many lines that are no prose end a stretch of it.
_APART = 3
_OUTSIDE = -9.0


def groups_of(
    lines: Sequence[Line], own: Mapping[str, NDArray[np.float64]], good: NDArray[np.bool_]
) -> dict[str, NDArray[np.float64]]:
    """Return what the groups between blank lines are like: a menu is one of many short lines."""
    gap = np.array([min(2, line.gap) for line in lines], dtype=float)
    words = np.expm1(own["words"])
    group = np.cumsum(gap > 0) - (gap[0] > 0)
    size = np.bincount(group).astype(float)
    mean_words = np.log1p(np.bincount(group, words) / size)
    prose = np.bincount(group, good) / size
    first = np.searchsorted(group, np.arange(len(size)))
    within = np.arange(len(lines)) - first[group]
    usual = float(np.average(gap, weights=np.where(good, words, 1e-3)))
    columns = {
        "group size": np.log1p(size)[group],
        "group words": mean_words[group],
        "group good": prose[group],
        "group head sign": own["signs"][first][group] * (within > 0),
        "group head colon": own["colon"][first][group] * (within > 0),
        "usual gap": np.full(len(lines), usual),
        "gap less usual": gap - usual,
        "gaps": np.full(len(lines), np.mean(gap > 0)),
    }
    for by in (-2, -1, 1, 2):
        columns[f"group words {by:+d}"] = shifted(mean_words, by, -1.0)[group]
        columns[f"group size {by:+d}"] = shifted(np.log1p(size), by, -1.0)[group]
        columns[f"group good {by:+d}"] = shifted(prose, by, -1.0)[group]
    return columns


def segments_of(words: NDArray[np.float64], good: NDArray[np.bool_]) -> dict[str, NDArray[np.float64]]:
    """Return what the stretches of prose are like: a page may tell several stories."""
    stretch = np.full(len(words), -1)
    count, apart = 0, _APART + 1
    for i, is_good in enumerate(good):
        if is_good:
            count += apart > _APART
            apart = 0
        else:
            apart += 1
        if apart <= _APART:
            stretch[i] = count - 1
    inside = stretch >= 0
    if not inside.any():
        nothing = np.full(len(words), _OUTSIDE)
        return dict.fromkeys(
            ("stretch words", "stretch share", "stretch rank", "stretches from longest"), nothing
        )
    of = np.maximum(stretch, 0)
    size = np.bincount(stretch[inside], np.where(good, words, 0.0)[inside])
    rank = np.empty(len(size))
    rank[np.argsort(-size, kind="stable")] = np.arange(len(size))
    longest = int(np.argmax(size))
    return {
        "stretch words": np.where(inside, np.log1p(size)[of], -1.0),
        "stretch share": np.where(inside, (size / (size.sum() + 1))[of], -0.1),
        "stretch rank": np.where(inside, np.minimum(6, rank[of]), 8.0),
        "stretches from longest": np.where(inside, np.clip(of - longest, -4, 4), _OUTSIDE),
    }
