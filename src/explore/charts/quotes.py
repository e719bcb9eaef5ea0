"""Quotations drawn: along time by speaker, and who is quoted how much and by which cue verbs."""

from __future__ import annotations

from collections import Counter
from typing import Any

import altair as alt
import pandas as pd

from explore.charts.parts import (
    Drawn,
    after,
    nothing,
    one_layer_each,
    pixels,
    spoken,
    text_or,
    time_axis,
    titled,
    widened,
)
from explore.charts.theme import BLUE, GREEN, ORANGE, WIDTH
from explore.charts.widths import fitted, width_of
from explore.wording import count, in_marks, known_to, shorten, when

KINDS = {"direct": BLUE, "mixed": ORANGE, "indirect": GREEN}
NOBODY = "speaker not known"
# The names of the speakers stand left of the axis, the words may run over its right edge.
AXIS = WIDTH - 80
SPILL = 200
TURN = 0.55
TOOLTIP = {"who": "speaker", "when": "said", "known": "known to", "cue": "cue", "evidence": "says so"}


def quotes_in_time(quotes: pd.DataFrame, rows: int = 60) -> Drawn:
    """Return the quotations along the days they were said on, a group of rows for each speaker.

    Parameters
    ----------
    quotes : DataFrame
        A quotes table. Headings are not drawn, nor quotes without a day, which the subtitle counts.
    rows : int
        The most quotations drawn.
    """
    said = _by_speaker(quotes)
    dated = said.dropna(subset=["said_begin"])
    if dated.empty:
        return nothing("No quotation with a day was found.")
    kept = dated.head(rows)
    span = kept["said_begin"].min(), max(after(_ends(kept)))
    drawn = _along_time(kept, span)
    title = _sentence_case(f"{count(len(kept), 'quotation')} by {count(kept['who'].nunique(), 'speaker')}")
    return alt.layer(*_marks(drawn, span)).properties(
        width=AXIS,
        height=alt.Step(25),
        title=titled(title, _key(drawn, len(said) - len(dated), len(dated) - len(kept))),
        description=f"Quotations along time. {title}: {'; '.join(drawn['words'])}.",
    )


def _by_speaker(quotes: pd.DataFrame) -> pd.DataFrame:
    """Return the quotes without headings, speakers in the order they first speak, each along time."""
    said = quotes[~quotes["heading"].fillna(False)]
    said = said.assign(who=[text_or(who, NOBODY) for who in said["speaker"]])
    order = {who: turn for turn, who in enumerate(dict.fromkeys(said["who"]))}
    said = said.assign(turn=[order[who] for who in said["who"]])
    return said.sort_values(["turn", "said_begin", "start_char"], kind="stable")


def _ends(said: pd.DataFrame) -> pd.Series[Any]:
    return said["said_end"].fillna(said["said_begin"])


def _along_time(said: pd.DataFrame, span: tuple[pd.Timestamp, pd.Timestamp]) -> pd.DataFrame:
    days = list(zip(said["said_begin"], _ends(said), said["said_grain"], strict=True))
    first_row = said["who"].ne(said["who"].shift())
    drawn = pd.DataFrame(
        {
            "row": range(len(said)),
            "name": [
                shorten(who, 28) if first else "" for who, first in zip(said["who"], first_row, strict=True)
            ],
            "start": said["said_begin"],
            "end": after(_ends(said)),
            "mark": ["day" if grain in ("day", "time") and b == e else "band" for b, e, grain in days],
            "who": said["who"],
            "when": [when(*day) for day in days],
            "known": [known_to(grain) for grain in said["said_grain"]],
            "cue": [text_or(cue) for cue in said["cue"]],
            "quote": [" ".join(text.split()) for text in spoken(said)],
            "kind": list(said["kind"]),
            "evidence": [shorten(text_or(sentence), 300) for sentence in said["sentence"]],
        }
    ).reset_index(drop=True)
    drawn = widened(drawn, span)
    rows = drawn.to_dict("records")
    placed = [_place({str(key): value for key, value in row.items()}, span) for row in rows]
    return drawn.assign(
        words=[
            f"{row['who']}, {row['when']}: {in_marks(shorten(row['quote'], 160), row['kind'])}"
            for row in rows
        ],
        side=[side for side, _ in placed],
        caption=[caption for _, caption in placed],
    ).drop(columns=["quote", "kind"])


def _place(row: dict[str, Any], span: tuple[pd.Timestamp, pd.Timestamp]) -> tuple[str, str]:
    """Return the side of the mark with more room, and as much of the quote as fits there."""
    left, right = (pixels(edge, *span, width=AXIS) for edge in (row["start"], row["end"]))
    late = (left + right) / 2 > TURN * AXIS
    room = (left if late else AXIS + SPILL - right) - width_of(f"{row['when']} · “”") - 10
    words = in_marks(fitted(row["quote"], max(room, 150)), row["kind"])
    return "left" if late else "right", f"{row['when']} · {words}"


def _marks(drawn: pd.DataFrame, span: tuple[pd.Timestamp, pd.Timestamp]) -> list[alt.Chart]:
    base = alt.Chart(drawn).encode(
        x=time_axis(*span),
        y=alt.Y("row:O", axis=None),
        tooltip=[alt.Tooltip(f"{name}:N", title=words) for name, words in TOOLTIP.items()],
        description="words:N",
    )
    band: dict[str, Any] = {"height": 12, "cornerRadius": 2, "strokeWidth": 1.3, "strokeDash": [3, 2]}
    text = base.encode(text="caption:N")
    layers = {
        "band": base.mark_bar(**band, color=BLUE, stroke=BLUE, fillOpacity=0.28).encode(x2="end:T"),
        "day": base.mark_point(filled=True, size=90, opacity=1, color=BLUE, shape="circle"),
    }
    sides = {
        "right": text.mark_text(align="left", dx=10).encode(x="end:T"),
        "left": text.mark_text(align="right", dx=-10),
    }
    names = base.mark_text(align="right", fontWeight="bold").encode(x=alt.value(-8), text="name:N")
    return [*one_layer_each(drawn, "mark", layers), *one_layer_each(drawn, "side", sides), names]


def _key(drawn: pd.DataFrame, undated: int, more: int) -> str:
    marks = set(drawn["mark"])
    parts = [
        "Dot: said on an exact day." if "day" in marks else "",
        "Dashed band: the day is not known, only the span." if "band" in marks else "",
        f"Not drawn: {count(undated, 'quotation')} without a day." if undated else "",
        f"Not drawn: {count(more, 'more quotation')}." if more else "",
    ]
    return " ".join(part for part in parts if part)


def quoted_how_much(quotes: pd.DataFrame, rows: int = 20) -> Drawn:
    """Return how many words of each speaker are quoted, in which way, and by which cue words.

    Parameters
    ----------
    quotes : DataFrame
        A quotes table. Headings are left out.
    rows : int
        The most speakers drawn, those quoted most.
    """
    said = _by_speaker(quotes)
    if said.empty:
        return nothing("No quotation was found.")
    said = said.assign(words=[len(text.split()) for text in spoken(said)])
    order = list(said.groupby("who")["words"].sum().sort_values(ascending=False, kind="stable").index[:rows])
    said = said[said["who"].isin(order)]
    bars = said.groupby(["who", "kind"], as_index=False).agg(words=("words", "sum"), quotes=("words", "size"))
    bars["turn"] = [list(KINDS).index(kind) for kind in bars["kind"]]
    ends = _speaker_ends(said, order)
    title = _sentence_case(
        f"{count(int(said['words'].sum()), 'word')} quoted from {count(len(order), 'speaker')}"
    )
    y = alt.Y("who:N", sort=order, title=None, axis=alt.Axis(labelLimit=220, labelFontSize=12.5))
    kinds = [kind for kind in KINDS if kind in set(bars["kind"])]
    drawn = (
        alt.Chart(bars)
        .mark_bar(height=16)
        .encode(
            x=alt.X("words:Q", title="words quoted", axis=alt.Axis(tickCount=5, tickMinStep=1, format="d")),
            y=y,
            color=alt.Color(
                "kind:N",
                scale=alt.Scale(domain=kinds, range=[KINDS[kind] for kind in kinds]),
                legend=alt.Legend(title=None, orient="top"),
            ),
            order=alt.Order("turn:Q"),
            tooltip=[alt.Tooltip("who:N", title="speaker"), alt.Tooltip("kind:N"), "words:Q", "quotes:Q"],
        )
    )
    cues = (
        alt.Chart(ends)
        .mark_text(align="left", dx=8)
        .encode(x="total:Q", y=y, text="cues:N", description="line:N")
    )
    return alt.layer(drawn, cues).properties(
        width=AXIS // 2,
        height=alt.Step(28),
        title=titled(title, "Beside each bar: the words that introduce the quotations, and how often."),
        description=f"Who is quoted how much. {title}: {'; '.join(ends['line'])}.",
    )


def _speaker_ends(said: pd.DataFrame, order: list[str]) -> pd.DataFrame:
    """Return one row per speaker: the words in all, and the cues in words."""
    rows = []
    for who in order:
        mine = said[said["who"] == who]
        counted = Counter(cue.casefold() for cue in mine["cue"].dropna()).most_common(5)
        cues = " · ".join(cue if times == 1 else f"{cue} {times}×" for cue, times in counted)
        total = int(mine["words"].sum())
        line = f"{who}, {count(total, 'word')} in {count(len(mine), 'quotation')}" + (
            f" ({cues})" if cues else ""
        )
        rows.append({"who": who, "total": total, "cues": shorten(cues, 64), "line": line})
    return pd.DataFrame(rows)


def _sentence_case(text: str) -> str:
    return text[0].upper() + text[1:]
