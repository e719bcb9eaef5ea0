"""Families of quotations: one utterance in several wordings, the words that differ marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from explore.charts.parts import Drawn, nothing, spoken, text_or, titled
from explore.charts.theme import ORANGE, SOFT, WIDTH
from explore.charts.widths import width_of
from explore.wording import count, in_marks, shorten, when

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZE, SMALL = 14, 12
LINE, HEAD, GAP = 22, 18, 16
_SPACE = 4.5
_LONGEST = 400
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


def quote_families(families: pd.DataFrame, most: int = 8) -> Drawn:
    """Return each family of quotations as lines one under the other, with what differs tinted.

    Parameters
    ----------
    families : DataFrame
        What `explore.compare` returns: a quotes table with `family`, rows of the same value belonging
        together, and `only_here`, the words that are tinted. `article_id` is shown where there is one.
    most : int
        The most families drawn, the largest first.
    """
    told = families.dropna(subset=["family"])
    sizes = told["family"].value_counts(sort=True)
    chosen = [name for name, size in sizes.items() if size > 1][:most]
    if not chosen:
        return nothing("No utterance comes back in other words.")
    page = _Page([], [], [], 0)
    for name in chosen:
        _lay_out_family(page, told[told["family"] == name])
    return _drawn(page, len(chosen), int((sizes > 1).sum()))


@dataclass(slots=True)
class _Page:
    """What has been laid out: words with their places, headings, the lines in words, the height."""

    words: list[dict[str, Any]]
    heads: list[dict[str, Any]]
    told: list[str]
    height: float


def _lay_out_family(page: _Page, members: pd.DataFrame) -> None:
    texts = [shorten(str(text), _LONGEST).split(" ") for text in spoken(members)]
    for at, row in enumerate(members.to_dict("records")):
        differing = {word.casefold() for word in row["only_here"]}
        head = _heading({str(k): v for k, v in row.items()})
        page.heads.append({"x": 0, "y": page.height + HEAD / 2, "head": head})
        page.height += HEAD
        page.told.append(f"{head}: {in_marks(' '.join(texts[at]), row.get('kind'))}")
        evidence = shorten(text_or(row.get("sentence")), 300)
        for word, x, line in _flowed(texts[at]):
            middle = page.height + line * LINE + LINE / 2
            page.words.append(
                {
                    "word": word,
                    "x": x,
                    "x2": x + width_of(word, SIZE),
                    "y": middle,
                    "y0": middle - LINE / 2 + 2,
                    "y2": middle + LINE / 2 - 2,
                    "differs": not differing.isdisjoint(_WORD.findall(word.casefold())),
                    "evidence": evidence,
                }
            )
        page.height = page.words[-1]["y2"] + 6
    page.height += GAP


def _heading(row: dict[str, Any]) -> str:
    who = "a heading" if row.get("heading") is True else text_or(row.get("speaker"), "speaker not known")
    day = row.get("said_begin")
    parts = [who, "" if pd.isna(day) else when(day, row.get("said_end"), row.get("said_grain"))]
    return " · ".join(part for part in (*parts, text_or(row.get("article_id"), "")) if part)


def _flowed(words: Sequence[str]) -> Iterator[tuple[str, float, int]]:
    """Yield each word with its left edge and its line, wrapped at the width of the chart."""
    x, line = 0.0, 0
    for word in words:
        wide = width_of(word, SIZE)
        if x and x + wide > WIDTH:
            x, line = 0.0, line + 1
        yield word, round(x, 1), line
        x += wide + _SPACE


def _drawn(page: _Page, shown: int, found: int) -> Drawn:
    height = page.height - GAP
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False, zero=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, height], reverse=True, nice=False))
    words = alt.Chart(pd.DataFrame(page.words)).encode(
        x=x, tooltip=alt.Tooltip("evidence:N", title="says so")
    )
    tint = (
        words.transform_filter("datum.differs")
        .mark_rect(
            fill=ORANGE, fillOpacity=0.16, stroke=ORANGE, strokeOpacity=0.5, strokeWidth=0.8, cornerRadius=3
        )
        .encode(x2="x2:Q", y=alt.Y("y0:Q", axis=None), y2="y2:Q")
    )
    text = words.mark_text(align="left", baseline="middle", fontSize=SIZE).encode(y=y, text="word:N")
    heads = (
        alt.Chart(pd.DataFrame(page.heads))
        .mark_text(align="left", baseline="middle", fontSize=SMALL, fill=SOFT)
        .encode(x=x, y=y, text="head:N")
    )
    title = f"{count(found, 'utterance')} in more than one wording"
    title = title[0].upper() + title[1:]
    more = "" if shown == found else f" The {shown} with most wordings are shown."
    return alt.layer(tint, text, heads).properties(
        width=WIDTH,
        height=height,
        title=titled(title, f"Framed: words that most of the other wordings do not have.{more}"),
        description=f"{title}: {'; '.join(page.told)}.",
    )
