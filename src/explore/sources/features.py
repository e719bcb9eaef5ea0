"""What the line model looks at: a line by itself, its neighbours, and where the prose lies."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explore.sources.lines import Line

_FINAL = re.compile(r"[.!?…]['\"’”»)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…]['\"’”»)]*(?=\s|$)")
_QUOTES = re.compile(r"[“”\"«»]")
_BULLET = re.compile(r"^(?:[-*•·–‣▪◦]|\d{1,3}[.)])\s+\S")
_URL = re.compile(r"https?://|www\.|\b\w+\.(?:com|org|net|gov)\b|\S@\S+\.\w")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Common in sentences, rare in headlines and menus.
_GRAMMAR_WORDS = (
    "a an and are as at be been but by can could did do for from had has have he her his i if in into is "
    "it its may more not of on or our said she so than that the their them then there they this to up was "
    "we were what when which who will with would you your"
)
_GRAMMAR = frozenset(_GRAMMAR_WORDS.split())
_LOOK_AT = 600
_NEAR = (-3, -2, -1, 1, 2, 3)
_CLIP = 40
_NEIGHBOURS = (
    *(
        "words",
        "final",
        "capitals",
        "grammar",
        "signs",
        "gap",
        "year",
        "repeated",
        "bullet",
        "quotes",
        "digits",
    ),
    *("says byline or date", "says picture caption", "says comments", "says links to other stories"),
)
_ALONE = (
    *(
        "words",
        "chars",
        "final",
        "colon",
        "capitals",
        "all_capitals",
        "digits",
        "symbols",
        "grammar",
        "lower",
    ),
    *("bullet", "quote", "quotes", "sentences", "commas", "url", "year", "word_length", "question", "gap"),
    *("gap_after", "repeated", "signs"),
)


@cache
def signs() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """Return what furniture says: the reason, whether it ends an article, and the pattern."""
    table = json.loads(files("explore.sources").joinpath("furniture_words.json").read_text("utf-8"))
    return tuple(
        (
            reason.lstrip("!"),
            reason[0] == "!",
            re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE),
        )
        for reason, patterns in table.items()
        if reason[0] != "_"
    )


def signs_of(text: str) -> list[int]:
    """Return the indexes of the signs a line bears."""
    head = text[:_LOOK_AT]
    return [i for i, (_, _, pattern) in enumerate(signs()) if pattern.search(head)]


def features(lines: Sequence[Line]) -> tuple[NDArray[np.float64], tuple[str, ...]]:
    """Return a row of numbers for each line, and the names of the columns."""
    found = [signs_of(line.text) for line in lines]
    alone, names = _alone(lines, found)
    table = {name: alone[:, i] for i, name in enumerate(names)}
    good = (table["words"] > math.log1p(12)) & (table["final"] > 0)
    ends = {i for i, (_, ends_article, _) in enumerate(signs()) if ends_article}
    marks = np.array([not ends.isdisjoint(said) for said in found], dtype=float)
    columns: list[NDArray[np.float64]] = [alone]
    titles = list(names)
    around, around_names = _around(table, good)
    columns.append(around)
    titles.extend(around_names)
    place, place_names = _place(lines, table, good, marks)
    columns.append(place)
    titles.extend(place_names)
    return np.hstack(columns), tuple(titles)


def _alone(lines: Sequence[Line], signs_found: Sequence[list[int]]) -> tuple[NDArray[np.float64], list[str]]:
    repeated = Counter(line.text.lower() for line in lines)
    rows = []
    for i, line in enumerate(lines):
        head = line.text[:_LOOK_AT]
        words = _WORD.findall(head)
        n = max(1, len(words))
        lower = [w.lower() for w in words]
        found = signs_found[i]
        following = lines[i + 1].gap if i + 1 < len(lines) else 2
        rows.append(
            [
                math.log1p(len(line.text.split())),
                math.log1p(len(line.text)),
                bool(_FINAL.search(head[-12:])),
                head.rstrip()[-1:] == ":",
                sum(w[0].isupper() for w in words) / n,
                head.isupper(),
                sum(c.isdigit() for c in head) / len(head),
                sum(not (c.isalnum() or c.isspace()) for c in head) / len(head),
                sum(w in _GRAMMAR for w in lower) / n,
                head[0].islower(),
                bool(_BULLET.match(head)),
                head[0] in "“\"‘'«",
                len(_QUOTES.findall(head)) > 1,
                min(5, len(_SENTENCE_END.findall(head))),
                min(6, head.count(",")) / n,
                bool(_URL.search(head)),
                bool(_YEAR.search(head)),
                sum(map(len, words)) / n,
                head[-1:] == "?",
                min(2, line.gap),
                min(2, following),
                min(5, repeated[line.text.lower()] - 1),
                len(found),
                *(reason in found for reason in range(len(signs()))),
            ]
        )
    return np.array(rows, dtype=float), [*_ALONE, *(f"says {reason}" for reason, _, _ in signs())]


def _shifted(column: NDArray[np.float64], by: int, fill: float) -> NDArray[np.float64]:
    out = np.full_like(column, fill)
    if by > 0:
        out[: -by or None] = column[by:]
    else:
        out[-by:] = column[:by]
    return out if abs(by) < len(column) else np.full_like(column, fill)


def _around(
    table: dict[str, NDArray[np.float64]], good: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], list[str]]:
    columns, names = [], []
    for name in _NEIGHBOURS:
        for by in _NEAR:
            columns.append(_shifted(table[name], by, -1.0))
            names.append(f"{name} {by:+d}")
    solid = good.astype(float)
    words = np.expm1(table["words"])
    for width in (3, 6, 12):
        for title, values in (("good", solid), ("signs", np.minimum(table["signs"], 1)), ("words", words)):
            before, after = _window(values, width)
            columns += [before, after]
            names += [f"{title} {width} before", f"{title} {width} after"]
    return np.column_stack(columns), names


def _window(values: NDArray[np.float64], width: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the mean of the `width` values before and after each place."""
    total = np.concatenate(([0.0], np.cumsum(values)))
    at = np.arange(len(values))
    low, high = np.maximum(0, at - width), np.minimum(len(values), at + 1 + width)
    return (total[at] - total[low]) / width, (total[high] - total[at + 1]) / width


def _place(
    lines: Sequence[Line],
    table: dict[str, NDArray[np.float64]],
    good: NDArray[np.bool_],
    marks: NDArray[np.float64],
) -> tuple[NDArray[np.float64], list[str]]:
    n = len(lines)
    at = np.arange(n, dtype=float)
    words = np.expm1(table["words"])
    solid = np.where(good, words, 0.0)
    total = max(1.0, float(solid.sum()))
    before = (np.cumsum(solid) - solid) / total
    first, last = best_block(np.minimum(words, 60) - 10)
    middle = (
        int(np.searchsorted(np.cumsum(solid[first : last + 1]), solid[first : last + 1].sum() / 2)) + first
    )
    passed = np.concatenate(([0.0], np.cumsum(marks)))
    between = np.where(at >= middle, passed[1:] - passed[middle], passed[middle] - passed[:-1])
    title = _title_scores(lines, good)
    columns = [
        before,
        1 - before - solid / total,
        (at >= first) & (at <= last),
        np.sign(at - first) * np.log1p(np.minimum(_CLIP, abs(at - first))),
        np.sign(at - last) * np.log1p(np.minimum(_CLIP, abs(at - last))),
        np.log1p(between),
        at >= middle,
        np.log1p(_since(good)),
        np.log1p(_since(good[::-1])[::-1]),
        np.log1p(_since(marks > 0)),
        _shared(lines, good),
        title,
        _most_before(title),
        np.log1p(_since(title > 0.5)),
        np.full(n, math.log1p(n)),
        np.full(n, solid.sum() / max(1.0, words.sum())),
    ]
    names = [
        "prose before", "prose after", "in block", "from block start", "from block end", "marks to middle",
        "after middle", "since good", "until good", "since mark", "shared words",
        "title", "title before", "since title", "lines", "prose share",
    ]  # fmt: skip
    return np.column_stack(columns).astype(float), names


def _since(flags: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return how many lines back the last flag is, at most `_CLIP`."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -_CLIP))
    return np.minimum(_CLIP, at - last).astype(float)


def _shared(lines: Sequence[Line], good: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the share of a line's longer words that the other prose lines have."""
    sets = [{w for w in _WORD.findall(line.text[:_LOOK_AT].lower()) if len(w) > 3} for line in lines]
    counts = Counter(w for words, is_good in zip(sets, good, strict=True) if is_good for w in words)
    return np.array(
        [
            sum(counts[w] > (1 if is_good else 0) for w in words) / max(1, len(words))
            for words, is_good in zip(sets, good, strict=True)
        ],
        dtype=float,
    )


def _title_scores(lines: Sequence[Line], good: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return how much each line looks like the headline of the prose that follows it."""
    scores = np.zeros(len(lines))
    prose = np.flatnonzero(good)
    for i, line in enumerate(lines):
        if not 4 <= len(line.text.split()) <= 30 or good[i]:
            continue
        words = {w for w in _WORD.findall(line.text.lower()) if len(w) > 3}
        at = int(np.searchsorted(prose, i))
        near = [k for k in prose[at : at + 4] if k - i <= 25]
        following = {w for k in near for w in _WORD.findall(lines[k].text[:_LOOK_AT].lower())}
        if len(words) >= 2:
            scores[i] = sum(w in following for w in words) / len(words)
    return scores


def _most_before(values: NDArray[np.float64], width: int = 12) -> NDArray[np.float64]:
    """Return the largest of the `width` values before each place."""
    most = np.zeros_like(values)
    for by in range(1, min(width, len(values) - 1) + 1):
        most[by:] = np.maximum(most[by:], values[:-by])
    return most


def best_block(scores: Sequence[float] | NDArray[np.float64]) -> tuple[int, int]:
    """Return the first and last index of the run with the largest sum (Kadane).

    >>> best_block([-1, 3, -1, 4, -5, 2])
    (1, 3)
    """
    best, span = float("-inf"), (0, 0)
    total, start = 0.0, 0
    for i, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, i
        total += float(score)
        if total > best:
            best, span = total, (start, i)
    return span
