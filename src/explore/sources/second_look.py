"""What a second look at a line adds: what the first one said of the lines around it and of its likes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from explore.sources.features import WORD, form_of
from explore.sources.topic import content_of
from explore.sources.windows import best_block, shifted, table_of, window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explore.sources.lines import Line

_SURE = 6.0
_CLIP = 60
_SUREST = 4.0
# The run of lines is looked for twice: a wide one, and a core of what is surely of the article.
_LEAN, _CORE = 0.5, -1.0
_WORDLESS = -0.1
_LOOK_AT = 600
_SHORT = 80


def second_look(
    lines: Sequence[Line], answers: Sequence[NDArray[np.float64]]
) -> tuple[NDArray[np.float32], tuple[str, ...]]:
    """Return a row of numbers for each line, and the names of the columns.

    Parameters
    ----------
    lines : sequence of Line
    answers : sequence of arrays
        Log-odds for each line that it is of the article, after its beginning, and before its end.
    """
    alone, begun, goes_on = answers
    within = (alone + np.minimum(begun, goes_on)) / 2
    size = np.sqrt([len(line.text) for line in lines])
    said = {"alone": alone, "begun": begun, "goes on": goes_on}
    table = {**said, "within": within} | _around(said, size)
    pull = np.clip(within + _LEAN, -_SUREST, _SUREST) * size
    core = best_block(np.clip(within + _CORE, -_SUREST, _SUREST) * size)
    table |= _run(alone, size, pull, core)
    table |= _way_from_core(pull, begun, goes_on, core)
    table |= _likes(lines, alone, size)
    table |= _likely_words(lines, within, size)
    return table_of(table), tuple(table)


def _around(
    said: dict[str, NDArray[np.float64]], size: NDArray[np.float64]
) -> dict[str, NDArray[np.float64]]:
    columns = {}
    for name, values in said.items():
        reach = (-3, -2, -1, 1, 2, 3) if name == "alone" else (-2, -1, 1, 2)
        for by in reach:
            beyond = _SURE if (name, by > 0) in {("begun", True), ("goes on", False)} else -_SURE
            columns[f"{name} {by:+d}"] = shifted(values, by, beyond)
        for width in (3, 8, 20):
            before, after = _weighted(values, size, width)
            columns |= {f"{name} {width} before": before, f"{name} {width} after": after}
    return columns


def _weighted(
    values: NDArray[np.float64], size: NDArray[np.float64], width: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    sums, sizes = window(values * size, width), window(size, width)
    before, after = (s / np.maximum(n, 1e-6) for s, n in zip(sums, sizes, strict=True))
    return before, after


def _run(
    alone: NDArray[np.float64], size: NDArray[np.float64], pull: NDArray[np.float64], core: tuple[int, int]
) -> dict[str, NDArray[np.float64]]:
    n = len(alone)
    at = np.arange(n)
    first, last = best_block(pull)
    gained = np.maximum(pull, 0)
    total = gained.sum() + 1e-9
    sofar = np.cumsum(gained)

    def mean(of: tuple[int, int]) -> NDArray[np.float64]:
        part = slice(of[0], of[1] + 1)
        return np.full(n, np.average(alone[part], weights=size[part]))

    return {
        "from run start": _signed(at - first, _CLIP),
        "from run end": _signed(at - last, _CLIP),
        "from core start": _signed(at - core[0], _CLIP),
        "from core end": _signed(at - core[1], _CLIP),
        "in run": ((at >= first) & (at <= last)).astype(float),
        "run length": np.full(n, math.log1p(last - first + 1)),
        "run mean": mean((first, last)),
        "core mean": mean(core),
        "run share": np.full(n, pull[first : last + 1].sum() / total),
        "gained before": (sofar - gained) / total,
        "gained after": (total - sofar) / total,
        "sum up to": np.log1p(_sums(pull)),
        "sum from": np.log1p(_sums(pull[::-1])[::-1]),
        "best lines": np.full(n, np.sort(alone)[-5:].mean()),
    }


def _signed(values: NDArray[np.intp] | NDArray[np.float64], most: float = math.inf) -> NDArray[np.float64]:
    out: NDArray[np.float64] = np.sign(values) * np.log1p(np.minimum(most, np.abs(values)))
    return out


def _sums(pull: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sum of the best run that ends before each place."""
    out = np.zeros(len(pull))
    total = 0.0
    for i, value in enumerate(pull.tolist()):
        out[i] = total
        total = max(0.0, total + value)
    return out


def _way_from_core(
    pull: NDArray[np.float64],
    begun: NDArray[np.float64],
    goes_on: NDArray[np.float64],
    core: tuple[int, int],
) -> dict[str, NDArray[np.float64]]:
    """Return what lies between each line and the core: another story is behind a valley."""
    n = len(pull)
    first, last = core
    height, fall, depth = np.zeros(n), np.zeros(n), np.zeros(n)
    least = np.full(n, _SURE)
    for side, doubt in ((slice(last + 1, n), goes_on[last + 1 :]), (slice(0, first), begun[:first])):
        step = 1 if side.start else -1
        way = np.cumsum(pull[side][::step])
        if not len(way):
            continue
        peak = np.maximum.accumulate(np.concatenate(([0.0], way)))[1:]
        height[side] = way[::step]
        fall[side] = np.maximum.accumulate(peak - way)[::step]
        depth[side] = np.minimum.accumulate(way)[::step]
        least[side] = np.minimum.accumulate(doubt[::step])[::step]
    at = np.arange(n)
    return {
        "way": _signed(height),
        "valley": np.log1p(fall),
        "deepest": _signed(depth),
        "least on the way": least,
        "side": (at > last).astype(float) - (at < first),
    }


def _likes(
    lines: Sequence[Line], alone: NDArray[np.float64], size: NDArray[np.float64]
) -> dict[str, NDArray[np.float64]]:
    """Return what was said of the other lines of the same form, and of the group between blank lines."""
    numbers: dict[str, int] = {}
    forms = np.array(
        [
            numbers.setdefault(form_of(line.text) if len(line.text) < _SHORT else str(i), len(numbers))
            for i, line in enumerate(lines)
        ]
    )
    count, total = np.bincount(forms)[forms], np.bincount(forms, alone)[forms]
    group = np.cumsum([line.gap > 0 for line in lines])
    group -= group[0]
    mean = np.bincount(group, alone * size) / np.bincount(group, size)
    return {
        "of its form": np.where(count > 1, (total - alone) / np.maximum(1, count - 1), alone),
        "of its group": mean[group],
        "of the group before": shifted(mean, -1, -_SURE)[group],
        "of the group after": shifted(mean, 1, -_SURE)[group],
    }


def _likely_words(
    lines: Sequence[Line], within: NDArray[np.float64], size: NDArray[np.float64]
) -> dict[str, NDArray[np.float64]]:
    """Return the share of each line's content words that lines which are likely of the article have, too."""
    likely = 1 / (1 + np.exp(-within))
    numbers: dict[str, int] = {}
    pairs = [
        (i, numbers.setdefault(w, len(numbers)))
        for i, line in enumerate(lines)
        for w in sorted(content_of(WORD.findall(line.text[:_LOOK_AT])))
    ]
    if not pairs:
        shared = np.full(len(lines), _WORDLESS)
    else:
        at, word = np.array(pairs).T
        weight = np.log((len(lines) + 1) / np.bincount(word))[word]
        elsewhere = np.minimum(1.0, np.bincount(word, likely[at])[word] - likely[at])
        total = np.bincount(at, weight, len(lines))
        shared = np.where(
            total > 0, np.bincount(at, weight * elsewhere, len(lines)) / np.maximum(total, 1e-9), _WORDLESS
        )
    columns = {"likely words": shared}
    for width in (3, 8):
        before, after = _weighted(shared, size, width)
        columns |= {f"likely words {width} before": before, f"likely words {width} after": after}
    return columns
