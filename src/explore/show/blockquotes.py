"""Quotations as a reader would quote them: the words, then who, how, to whom, when, and the sentence."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from explore.show.view import RULE, View
from explore.wording import shorten, told, when

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST, _SENTENCE = 600, 300
_QUOTE = "margin:0 0 4px 0;padding:2px 0 2px 14px;border-left:3px solid rgba(0,158,115,.6);font-size:105%"
_SOURCE = "margin:0 0 18px 17px;font-size:88%;opacity:.8"


def blockquotes(table: pd.DataFrame, rows: int = 60) -> View:
    """Return quotations one under the other, each with its speaker, cue, addressee, day and sentence.

    Parameters
    ----------
    table : DataFrame
        A quotes table. Quoted subheadings are left out: they are nobody's words.
    rows : int
        The most quotations shown.
    """
    said = table[~table["heading"].fillna(False)]
    if said.empty:
        return View("<p><em>No quotation was found.</em></p>", "No quotation was found.")
    blocks, lines = [], []
    for row in said.head(rows).to_dict("records"):
        words = told(str(row["text"]), str(row["kind"]), _LONGEST, row["segments"], row["marked"])
        source = " · ".join(_source(row))
        sentence = "" if pd.isna(row["sentence"]) else shorten(str(row["sentence"]), _SENTENCE)
        evidence = f"<br>{escape(sentence)}" if sentence else ""
        blocks.append(
            f'<blockquote style="{_QUOTE}">{escape(words)}</blockquote>'
            f'<p style="{_SOURCE}">{escape(source)}<span style="opacity:.75">{evidence}</span></p>'
        )
        lines.append(f"{words}\n    — {source}")
    more = len(said) - rows
    if more > 0:
        blocks.append(f"<p><em>… {more} more</em></p>")
        lines.append(f"… {more} more")
    style = f"max-width:760px;line-height:1.5;border-top:{RULE};padding-top:12px"
    return View(f'<div style="{style}">{"".join(blocks)}</div>', "\n".join(lines))


def _source(row: dict[Any, Any]) -> Iterator[str]:
    known = {
        str(key): value
        for key, value in row.items()
        if not (pd.api.types.is_scalar(value) and pd.isna(value))
    }
    speaker = str(known.get("speaker", "speaker not known"))
    yield f"{speaker} (unsure)" if known.get("unsure") is True else speaker
    if "cue" in known:
        yield f"“{known['cue']}”"
    if "addressee" in known:
        yield f"to {known['addressee']}"
    yield when(row["said_begin"], row["said_end"], row["said_grain"])
    yield str(row["kind"])
