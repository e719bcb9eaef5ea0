"""Which line of a pasted text is the headline: above the body, in words that the body says again."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from explore.article import looks_like_heading
from explore.date_lines import date_line
from explore.sources.credits import is_byline
from explore.sources.features import signs_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from explore.sources.lines import Line

_FINAL = re.compile(r"[.:;,]['\"’”»)]*$")
_WORDS = range(2, 33)
_USUAL = range(4, 23)
# Ministers, ministry, minister: the first letters of a word stand for it.
_STEM = 6
_WITHIN, _NEAR, _PARAGRAPH, _LEAD, _CREDITED = 45, 6, 12, 3, 6
# Names of menus ("News > World"), accounts, bylines, credits of pictures, numbers of a list.
_NO_HEADLINE = re.compile(r"[@>›»]|\bcredit\b|^(?:by|welcome to|more from|follow)\b|^\d+\.", re.IGNORECASE)
# Log-odds of what a headline is like, rounded, as a conditional logit on 104 pasted pages has them.
_SHARED, _IN_LEAD, _OFTEN, _LENGTH, _CREDIT, _FIRST = 1.5, 2.0, 3.0, 2.0, 3.0, 3.0
_STOP, _SIGN, _OTHER, _BODY, _UNDER = -3.5, -1.5, -2.0, -2.0, -0.8
_LEAST, _LIKELY = 3.5, 2.5


def headline_of(lines: Sequence[Line], kept: Sequence[int], said: Collection[int]) -> int | None:
    """Return the line of the headline; None where the text has none.

    Parameters
    ----------
    lines : sequence of Line
    kept : sequence of int
        Those of the body.
    said : collection of int
        Those that say who wrote it and when.
    """
    body = [i for i in kept if i not in said]
    if not body:
        return None
    top = next((i for i in body if len(lines[i].text.split()) >= _PARAGRAPH), body[0])
    paragraphs = [_stems(lines[i].text) for i in body if i >= top]
    often = Counter(stem for stems in paragraphs for stem in stems)
    lead = set().union(*paragraphs[:_LEAD])
    near = range(max(0, top - _WITHIN), top + 1)
    best, chosen = _LEAST, None
    above: list[int] = []
    for i in near:
        text = lines[i].text
        glued = any(_ends_with(text, lines[k].text) for k in near)
        if i in said or glued or len(text.split()) not in _WORDS or (i in kept and _FINAL.search(text)):
            continue
        likeness = _likeness(text, often, lead)
        score = (
            likeness
            + _CREDIT * _is_credited(lines, i, said)
            + _FIRST * (i == 0 and top <= _NEAR)
            + _BODY * (i == top)
            + _UNDER * sum(k >= i - 3 for k in above)
        )
        if likeness > _LIKELY:
            above.append(i)
        if score > best:
            best, chosen = score, i
    first = lines[body[0]].text
    if chosen is None and len(body) > 1 and looks_like_heading(first) and not signs_of(first):
        return body[0]
    return chosen


def _likeness(text: str, often: Counter[str], lead: Collection[str]) -> float:
    """Return how like a headline a line is by its form, and by how much of it the body says again."""
    stems = _stems(text)
    number = max(len(stems), 1)
    return (
        _SHARED * sum(stem in often for stem in stems) / number
        + _IN_LEAD * sum(stem in lead for stem in stems) / number
        + _OFTEN * min(sum(min(often[stem], 4) for stem in stems) / 32, 1)
        + _LENGTH * (len(text.split()) in _USUAL)
        + _STOP * bool(_FINAL.search(text))
        + _SIGN * bool(signs_of(text))
        + _OTHER * bool(_NO_HEADLINE.search(text))
    )


def _ends_with(text: str, other: str) -> bool:
    """Say whether a line is another with a menu before it: "Home World Ministers meet in Oslo"."""
    return len(text) > len(other) and text.endswith(other) and len(other.split()) in _USUAL


def _is_credited(lines: Sequence[Line], at: int, said: Collection[int]) -> bool:
    """Say whether soon under a line stands who wrote the text or when."""
    under = range(at + 1, min(at + 1 + _CREDITED, len(lines)))
    return any(i in said or is_byline(lines[i].text) or date_line(lines[i].text) is not None for i in under)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"[^\W\d_]{4,}", text.lower())}
