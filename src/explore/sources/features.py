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

from explore.sources.layout import groups_of, segments_of
from explore.sources.topic import topic_of
from explore.sources.windows import best_block, shifted, table_of, window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explore.sources.lines import Line

_FINAL = re.compile(r"[.!?…]['\"’”»)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…]['\"’”»)]*(?=\s|$)")
_QUOTES = re.compile(r"[“”\"«»]")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_STAMP = re.compile(
    r"\b\d{1,2}[:.]\d\d(?: ?[ap]\.?m|\b)"
    r"|\b(?:\d+|an?|one|two) ?(?:mins?|minutes?|hours?|days?|weeks?|months?|years?|[mhdwy]) ago\b"
    r"|\b(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?\b|\b\d\d?[-/.]\d\d?[-/.](?:19|20)?\d\d\b"
    rf"|\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\.?,? (?:19|20)\d\d",
    re.IGNORECASE,
)
_SAYING = re.compile(r"\b(?:said|says|told|added|according|announced|reported)\b")
# Common in sentences, rare in headlines and menus.
_GRAMMAR_WORDS = (
    "a an and are as at be been but by can could did do for from had has have he her his i if in into is "
    "it its may more not of on or our said she so than that the their them then there they this to up was "
    "we were what when which who will with would you your"
)
_GRAMMAR = frozenset(_GRAMMAR_WORDS.split())
_TO_READER = frozenset(("you", "your", "yours", "we", "us", "our", "please"))
_PAST = frozenset(("was", "were", "had", "said"))
_LOOK_AT = 600
_SHORT = 80
_CLIP = 40
_OWN = (
    "words", "chars", "final", "colon", "capitals", "digits", "symbols", "grammar", "quotes", "sentences",
    "commas", "word length", "gap", "repeated", "signs", "to reader", "past", "saying", "stamp",
    "form repeated", "form", "begins alike",
)  # fmt: skip
_NEXT = (
    *((name, by) for name in ("words", "final", "capitals") for by in (-3, -2, -1, 1, 2, 3)),
    *((name, by) for name in ("signs", "digits", "stamp", "says byline or date") for by in (-1, 1)),
)
# What is averaged over the lines before and after, and over how many.
_WINDOWS = (
    (("good", "signs", "words"), (3, 6, 12)),
    (("form", "stamp", "short", "saying"), (4, 8, 20)),
    (
        ("capitals of short", "begins alike", "chars", "grammar", "to reader", "past", "unended", "repeated"),
        (4, 12),
    ),
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


def features(lines: Sequence[Line]) -> tuple[NDArray[np.float32], tuple[str, ...]]:
    """Return a row of numbers for each line, and the names of the columns."""
    found = [signs_of(line.text) for line in lines]
    words = [WORD.findall(line.text[:_LOOK_AT]) for line in lines]
    own = _own(lines, found, words)
    good = (own["words"] > math.log1p(12)) & (own["final"] > 0)
    table = own | _around(own, good)
    table |= _place(lines, own, good, found)
    table |= groups_of(lines, own, good)
    table |= segments_of(np.expm1(own["words"]), good)
    table |= topic_of(words, good, best_block(_prose(own)))
    return table_of(table), tuple(table)


def _prose(own: dict[str, NDArray[np.float64]]) -> NDArray[np.float64]:
    prose: NDArray[np.float64] = np.minimum(np.expm1(own["words"]), 60) - 10
    return prose


def form_of(text: str) -> str:
    """Return the form of a short line: what stays when names, words and numbers become signs.

    >>> form_of("November 19, 2019 at 6:34 am"), form_of("Rating: 9 Votes") == form_of("Rating: 36 Votes")
    ('A 0, 0 a 0:0 a', True)
    """
    form = re.sub(r"\d+", "0", text[:_SHORT])
    form = re.sub(r"[a-zà-ÿ][\w’']*", "a", re.sub(r"[A-Z][\w’']*", "A", form))
    return re.sub(r"(?:a )+a", "a", re.sub(r"(?:A )+A", "A", form))


def _own(
    lines: Sequence[Line], found: Sequence[list[int]], words: Sequence[list[str]]
) -> dict[str, NDArray[np.float64]]:
    repeated = Counter(line.text.lower() for line in lines)
    short = [len(line.text) < _SHORT for line in lines]
    forms = [form_of(line.text) if s else "" for line, s in zip(lines, short, strict=True)]
    beginnings = [" ".join(w[:2]).lower() if s else "" for w, s in zip(words, short, strict=True)]
    of_form, begun = Counter(forms), Counter(beginnings)
    rows = []
    for i, line in enumerate(lines):
        head = line.text[:_LOOK_AT]
        n = max(1, len(words[i]))
        lower = [w.lower() for w in words[i]]
        form = forms[i]
        rows.append(
            [
                math.log1p(len(line.text.split())),
                math.log1p(len(line.text)),
                bool(_FINAL.search(head[-12:])),
                head[-1:] == ":",
                sum(w[0].isupper() for w in words[i]) / n,
                sum(c.isdigit() for c in head) / len(head),
                sum(not (c.isalnum() or c.isspace()) for c in head) / len(head),
                sum(w in _GRAMMAR for w in lower) / n,
                len(_QUOTES.findall(head)) > 1,
                min(5, len(_SENTENCE_END.findall(head))),
                min(6, head.count(",")) / n,
                sum(map(len, words[i])) / n,
                min(2, line.gap),
                min(5, repeated[line.text.lower()] - 1),
                len(found[i]),
                sum(w in _TO_READER for w in lower) / n,
                sum(w.endswith("ed") or w in _PAST for w in lower) / n,
                bool(_SAYING.search(head.lower())),
                len(head) < 2 * _SHORT and bool(_STAMP.search(head)),
                math.log1p(of_form[form] - 1) if form else 0.0,
                of_form[form] > 2 and "0" in form and len(form) > 3,
                math.log1p(begun[beginnings[i]] - 1) if beginnings[i] else 0.0,
                *(reason in found[i] for reason in range(len(signs()))),
            ]
        )
    table = np.array(rows, dtype=float)
    names = (*_OWN, *(f"says {reason}" for reason, _, _ in signs()))
    return {name: table[:, i] for i, name in enumerate(names)}


def _around(own: dict[str, NDArray[np.float64]], good: NDArray[np.bool_]) -> dict[str, NDArray[np.float64]]:
    words = np.expm1(own["words"])
    short = (own["chars"] < math.log1p(40)).astype(float)
    averaged = own | {
        "good": good.astype(float),
        "words": words,
        "signs": np.minimum(own["signs"], 1),
        "short": short,
        "capitals of short": own["capitals"] * short,
        "chars": np.sqrt(np.minimum(np.expm1(own["chars"]), 600)),
        "past": own["past"] * good,
        "unended": (words > 6) * (1 - own["final"]),
        "repeated": np.minimum(own["repeated"], 1),
    }
    columns = {f"{name} {by:+d}": shifted(own[name], by, -1.0) for name, by in _NEXT}
    for names, widths in _WINDOWS:
        for name in names:
            for width in widths:
                before, after = window(averaged[name], width)
                columns |= {f"{name} {width} before": before, f"{name} {width} after": after}
    return columns


def _place(
    lines: Sequence[Line],
    own: dict[str, NDArray[np.float64]],
    good: NDArray[np.bool_],
    found: Sequence[list[int]],
) -> dict[str, NDArray[np.float64]]:
    n = len(lines)
    at = np.arange(n, dtype=float)
    words = np.expm1(own["words"])
    ends = {i for i, (_, ends_article, _) in enumerate(signs()) if ends_article}
    marks = np.array([not ends.isdisjoint(said) for said in found], dtype=float)
    solid = np.where(good, words, 0.0)
    total = max(1.0, float(solid.sum()))
    before = (np.cumsum(solid) - solid) / total
    first, last = best_block(_prose(own))
    half = solid[first : last + 1].sum() / 2
    middle = int(np.searchsorted(np.cumsum(solid[first : last + 1]), half)) + first
    passed = np.concatenate(([0.0], np.cumsum(marks)))
    between = np.where(at >= middle, passed[1:] - passed[middle], passed[middle] - passed[:-1])
    title = _title_scores(lines, good)
    length = np.expm1(own["chars"])
    usual = float(np.median(length[good])) if good.any() else 100.0

    def of_page(value: float) -> NDArray[np.float64]:
        return np.full(n, value)

    return {
        "prose before": before,
        "prose after": 1 - before - solid / total,
        "in block": ((at >= first) & (at <= last)).astype(float),
        "from block start": np.sign(at - first) * np.log1p(np.minimum(_CLIP, abs(at - first))),
        "from block end": np.sign(at - last) * np.log1p(np.minimum(_CLIP, abs(at - last))),
        "marks to middle": np.log1p(between),
        "after middle": (at >= middle).astype(float),
        "since good": np.log1p(_since(good)),
        "until good": np.log1p(_since(good[::-1])[::-1]),
        "since mark": np.log1p(_since(marks > 0)),
        "title": title,
        "title before": _most_before(title),
        "since title": np.log1p(_since(title > 0.5)),
        "position": at / max(1, n - 1),
        "to usual length": np.log((length + 1) / (usual + 1)),
        "lines": of_page(math.log1p(n)),
        "prose share": of_page(solid.sum() / max(1.0, words.sum())),
        "stamps": of_page(math.log1p(own["stamp"].sum())),
        "forms": of_page(math.log1p(own["form"].sum())),
        "good lines": of_page(math.log1p(good.sum())),
    }


def _since(flags: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return how many lines back the last flag is, at most `_CLIP`."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -_CLIP))
    return np.minimum(_CLIP, at - last).astype(float)


def _title_scores(lines: Sequence[Line], good: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return how much each line looks like the headline of the prose that follows it."""
    scores = np.zeros(len(lines))
    prose = np.flatnonzero(good)
    for i, line in enumerate(lines):
        if not 4 <= len(line.text.split()) <= 30 or good[i]:
            continue
        words = {w for w in WORD.findall(line.text.lower()) if len(w) > 3}
        at = int(np.searchsorted(prose, i))
        near = [k for k in prose[at : at + 4] if k - i <= 25]
        following = {w for k in near for w in WORD.findall(lines[k].text[:_LOOK_AT].lower())}
        if len(words) >= 2:
            scores[i] = sum(w in following for w in words) / len(words)
    return scores


def _most_before(values: NDArray[np.float64], width: int = 12) -> NDArray[np.float64]:
    """Return the largest of the `width` values before each place."""
    most = np.zeros_like(values)
    for by in range(1, min(width, len(values) - 1) + 1):
        most[by:] = np.maximum(most[by:], values[:-by])
    return most
