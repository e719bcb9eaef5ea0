"""The article with everything found in it marked where it stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from explore.show.view import View
from explore.wording import when

if TYPE_CHECKING:
    from explore.reading import Reading

# Line, dots and tint tell the three apart without colour; none touches the colour of the text.
STYLES = {
    "actor": "border-bottom:2px solid #3d8fd1",
    "date": "border-bottom:2px dotted #e06c1f",
    "quote": "background-color:rgba(0,158,115,.22)",
}
LEGEND = {"actor": "someone who acts", "date": "a date", "quote": "words quoted"}
_NOTE = "font-size:80%;opacity:.75"
_TAGS = {"title": "h3", "subheading": "h4", "body": "p"}
LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text with what is known of it.

    Attributes
    ----------
    start_char, end_char : int
    kind : {"actor", "date", "quote"}
    about : str
        Shown when the pointer rests on it.
    note : str
        Shown in the text, after it, where the words alone do not say it.
    """

    start_char: int
    end_char: int
    kind: str
    about: str
    note: str = ""


def annotated(reading: Reading) -> View:
    """Return the article with its actors underlined, its dates dotted and its quotations tinted.

    Beside dates that had to be worked out and actors not called by name stands what they mean.
    """
    marks = [*_actors(reading.mentions), *_dates(reading.dates), *_quotes(reading.quotes)]
    text = reading.article.text
    body = ""
    for paragraph, found in _by_paragraph(reading, marks):
        words = _marked(text, paragraph.start_char, paragraph.end_char, found)
        body += f'<{_TAGS[paragraph.kind]} style="line-height:1.5">{words}</{_TAGS[paragraph.kind]}>'
    legend = " &nbsp; ".join(f'<span style="{STYLES[kind]}">{words}</span>' for kind, words in LEGEND.items())
    cut = "" if len(text) <= LONGEST else f"<p><em>… {len(text) - LONGEST} more characters</em></p>"
    html = f'<div style="max-width:760px;line-height:1.65"><p>{legend}</p>{body}{cut}</div>'
    return View(html, f"The article, {len(marks)} stretches of it marked: {', '.join(LEGEND.values())}.")


def _actors(mentions: pd.DataFrame) -> list[Mark]:
    """Return one mark for each stretch: "the two leaders" stands for two actors and is one stretch."""
    found: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for row in mentions.to_dict("records"):
        found[row["start_char"], row["end_char"]].append({str(k): v for k, v in row.items()})
    marks = []
    for (start, end), rows in found.items():
        names = ", ".join(row["name"] for row in rows)
        how = rows[0]["how"]
        marks.append(
            Mark(
                start,
                end,
                "actor",
                f"{names} (by {how})",
                "" if how == "name" or names == rows[0]["text"] else names,
            )
        )
    return marks


def _dates(dates: pd.DataFrame) -> list[Mark]:
    marks = []
    for row in dates.to_dict("records"):
        days = "" if pd.isna(row["begin"]) else when(row["begin"], row["end"], row["grain"])
        note = days if row["relative"] is True else ""
        marks.append(Mark(row["start_char"], row["end_char"], "date", days or f"TIMEX3 {row['value']}", note))
    return marks


def _quotes(quotes: pd.DataFrame) -> list[Mark]:
    marks: list[Mark] = []
    for row in quotes[~quotes["heading"].fillna(False)].to_dict("records"):
        who = "speaker not known" if pd.isna(row["speaker"]) else row["speaker"]
        said = f"{who}, {when(row['said_begin'], row['said_end'], row['said_grain'])}"
        marks.extend(Mark(start, end, "quote", said) for start, end in row["segments"])
    return marks


def _by_paragraph(reading: Reading, marks: list[Mark]) -> list[tuple[Any, list[Mark]]]:
    """Return the paragraphs with the marks that begin in them or run into them, in one pass."""
    paragraphs = [p for p in reading.article.paragraphs if p.start_char < LONGEST]
    ordered = sorted(marks, key=lambda mark: mark.start_char)
    found: list[list[Mark]] = [[] for _ in paragraphs]
    first = 0
    for mark in ordered:
        while first < len(paragraphs) and paragraphs[first].end_char <= mark.start_char:
            first += 1
        at = first
        while at < len(paragraphs) and paragraphs[at].start_char < mark.end_char:
            found[at].append(mark)
            at += 1
    return list(zip(paragraphs, found, strict=True))


def _marked(text: str, begin: int, end: int, marks: list[Mark]) -> str:
    """Return a stretch of text as HTML, cut where a mark begins or ends, each piece in its styles."""
    edges = {begin, end} | {min(max(e, begin), end) for m in marks for e in (m.start_char, m.end_char)}
    cuts = sorted(edges)
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in marks:
        opening[max(mark.start_char, begin)].append(mark)
        closing[min(mark.end_char, end)].append(mark)
    active: list[Mark] = []
    pieces = []
    for left, right in pairwise(cuts):
        active = [mark for mark in active if mark not in closing[left]] + opening[left]
        pieces.append(_piece(text[left:right], active))
        notes = [mark.note for mark in closing[right] if mark.note and mark.end_char <= end]
        pieces.extend(f' <span style="{_NOTE}">[{escape(note)}]</span>' for note in dict.fromkeys(notes))
    return "".join(pieces)


def _piece(words: str, active: list[Mark]) -> str:
    if not active:
        return escape(words)
    kinds = dict.fromkeys(mark.kind for mark in active)
    style = ";".join(STYLES[kind] for kind in kinds)
    about = "; ".join(dict.fromkeys(mark.about for mark in active))
    return f'<span style="{style}" title="{escape(about)}">{escape(words)}</span>'
