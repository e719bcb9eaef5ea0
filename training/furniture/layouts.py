"""The same articles as others would have pasted them: alone, spaced, shortened, with other furniture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from training.furniture.pastes import Paste, paste_of

from explore.sources.features import features, signs_of
from explore.sources.lines import Line
from explore.sources.rows import sure_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AROUND = 16
_WEIGHT, _SHORT_WEIGHT = 0.7, 0.5
# What stands between paragraphs; {} is a headline of another page.
_BETWEEN = (
    "{}", "Related\n{}\n{}", "More on this story\n{}\n{}\n{}", "Related articles\n{}\n{}", "Recommended\n{}",
    "Sign up for our newsletter\nYour email\nSubscribe", "Tweet", "Most read\n{}\n{}", "Watch\n{}",
    "Follow us on X",
)  # fmt: skip
_HEADLINE = range(5, 15)


def layouts(pastes: Sequence[Paste]) -> list[Paste]:
    """Return the pastes in other layouts; the pages of a folder in two styles count once."""
    pages = list({p.page: p for p in pastes if p.label.any()}.values())
    found = [v for p in pages for v in variants(p)]
    rng = np.random.default_rng(3)
    for _ in range(2):
        others = rng.permutation(len(pages))
        found += [shortened(p, pages[k], rng) for p, k in zip(pages, others, strict=True)]
    return found


def variants(paste: Paste) -> Iterator[Paste]:
    """Yield the article alone, and the article with some lines around it and all lines spaced."""
    body = np.flatnonzero(paste.label)
    first, last = int(body[0]), int(body[-1]) + 1
    yield paste_of(paste.lines[first:last], paste.label[first:last], paste, _WEIGHT)
    part = slice(max(0, first - _AROUND // 2), last + _AROUND)
    yield paste_of([replace(x, gap=1) for x in paste.lines[part]], paste.label[part], paste, _WEIGHT)


def shortened(paste: Paste, other: Paste, rng: np.random.Generator) -> Paste:
    """Return the first paragraphs of an article with few lines around them, partly of another page."""
    body = np.flatnonzero(paste.label)
    first, last = int(body[0]), int(body[-1])
    count = int(rng.choice([3, 5, 8, 12, 30]))
    end = last if len(body) <= count else _sentence_end(paste, int(body[count - 1]), last)
    layout = int(rng.integers(3))
    rate = float(rng.choice([0.0, 0.1, 0.2]))
    theirs = np.flatnonzero(other.label)
    title = _title(paste, first)
    before: list[Line] = []
    if (above := int(rng.choice([0, 0, 2, 5, 9]))) > 0:
        before += other.lines[max(0, int(theirs[0]) - 12) : int(theirs[0])][-above:]
    if title is not None and rng.random() < 0.85:
        before.append(paste.lines[title])
        before += [line for line in paste.lines[title + 1 : first] if rng.random() < 0.5]
    lines, label = list(before), [False] * len(before)
    headlines = _headlines(other)
    for i in range(first, end + 1):
        lines.append(paste.lines[i])
        label.append(bool(paste.label[i]))
        if i < end and label[-1] and lines[-1].text[-1] in '.!?”"' and rng.random() < rate:
            between = _between(headlines, rng)
            lines += between
            label += [False] * len(between)
    source = (
        paste.lines[last + 1 :] if end == last and rng.random() < 0.5 else other.lines[int(theirs[-1]) + 1 :]
    )
    after = source[: int(rng.choice([0, 0, 3, 8, 16]))]
    lines += after
    label += [False] * len(after)
    if layout:
        lines = [replace(line, gap=layout - 1) for line in lines]
    return paste_of(lines, np.array(label), paste, _SHORT_WEIGHT, paste.sites | other.sites)


def _sentence_end(paste: Paste, at: int, last: int) -> int:
    while at < last and paste.lines[at].text[-1] not in '.!?”"':
        at += 1
    return at


def _title(paste: Paste, first: int) -> int | None:
    """Return the line above the body that looks most like its headline."""
    column = features(paste.lines[:1])[1].index("title")
    start = max(0, first - 14)
    scores = paste.table[start:first, column]
    return start + int(np.argmax(scores)) if len(scores) and scores.max() > 0.45 else None


def _headlines(paste: Paste) -> list[str]:
    found = [
        line.text
        for line in paste.lines
        if len(line.text.split()) in _HEADLINE and line.text[-1] not in ".!?…:" and not signs_of(line.text)
    ]
    return found or ["Five things to know this week"]


def _between(headlines: Sequence[str], rng: np.random.Generator) -> list[Line]:
    text = _BETWEEN[rng.integers(len(_BETWEEN))]
    while "{}" in text:
        text = text.replace("{}", headlines[rng.integers(len(headlines))].replace("{}", ""), 1)
    return [Line(row, 0, int(k == 0)) for k, row in enumerate(text.split("\n")) if not sure_reason(row)]
