"""The timeline: one row per event in date order, the mark as exact as the date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from explore.charts.parts import Drawn, after, nothing, pixels, text_or, time_axis, titled, widened
from explore.charts.theme import BLUE, GREY, INK, ORANGE, PAPER, SOFT, WIDTH
from explore.charts.widths import fitted, width_of
from explore.wording import count, known_to, listed, month_span, shorten, when

if TYPE_CHECKING:
    from datetime import date

MEETING, STATEMENT, CONTEXT = "meeting", "statement", "context"
GROUPS = {
    "meeting": MEETING,
    "visit": MEETING,
    "call": MEETING,
    "statement": STATEMENT,
    "agreement": STATEMENT,
}
HUES = {MEETING: BLUE, STATEMENT: ORANGE, CONTEXT: GREY}
SHAPES = {MEETING: "diamond", STATEMENT: "circle", CONTEXT: "square"}
# Labels may run this far over the right edge of the time axis.
SPILL = 180
TURN = 0.55
TOOLTIP = {
    "what": "event",
    "when": "when",
    "known": "known to",
    "words": "words used",
    "who": "who",
    "where": "where",
    "status": "status",
    "evidence": "says so",
}


def timeline(
    events: pd.DataFrame,
    quotes: pd.DataFrame | None = None,
    published: date | None = None,
    title: str | None = None,
    rows: int = 60,
) -> Drawn:
    """Return the events of one or many articles along time.

    Parameters
    ----------
    events : DataFrame
        An events table. Events without a date are counted in the subtitle and not drawn.
    quotes : DataFrame, optional
        The quotes of the same reading; those tied to an event stand below, and a click on the event
        leaves them alone in full ink.
    published : datetime.date, optional
        The day of the article, drawn as a thin rule.
    title : str, optional
        In place of the computed one.
    rows : int
        The most events drawn; of more, those that most sentences speak of.
    """
    dated = events.dropna(subset=["begin"])
    if dated.empty:
        return nothing("No event with a date was found.")
    kept = _most_told(dated, rows)
    drawn = _drawn(kept, published)
    left_out = (len(events) - len(dated), len(dated) - len(kept))
    heading = title or _title(kept)
    picked = alt.selection_point(name="event", fields=["rank"])
    top = _rows(drawn, picked, published)
    said = _said(drawn, quotes)
    chart = top if said.empty else alt.vconcat(top, _lines(said, picked), spacing=18)
    return chart.properties(title=titled(heading, _key(drawn, left_out)), description=_words(drawn, heading))


def _most_told(dated: pd.DataFrame, rows: int) -> pd.DataFrame:
    kept = dated if len(dated) <= rows else dated.nlargest(rows, "sentences", keep="first")
    return kept.sort_values(["begin", "end", "start_char"], kind="stable")


def _drawn(events: pd.DataFrame, published: date | None) -> pd.DataFrame:
    """Return the rows as the chart wants them: `end` exclusive, every word ready to be shown."""
    ends = events["end"].fillna(events["begin"])
    known = [when(b, e, g) for b, e, g in zip(events["begin"], ends, events["grain"], strict=True)]
    exact = events["grain"].isin(["day", "time"])
    happened = events["status"].fillna("happened").eq("happened")
    drawn = pd.DataFrame(
        {
            "event_id": events["event_id"],
            "article_id": events.get("article_id", ""),
            "rank": range(len(events)),
            "start": events["begin"],
            "end": after(ends),
            "kind": [GROUPS.get(text_or(kind), CONTEXT) for kind in events["kind"]],
            "mark": [
                "band" if not sure else "day" if first == last else "bar"
                for sure, first, last in zip(exact, events["begin"], ends, strict=True)
            ],
            "fill": [
                0.0 if not done else 1.0 if sure else 0.28 for done, sure in zip(happened, exact, strict=True)
            ],
            "what": [text_or(text) for text in events["summary"]],
            "when": known,
            "known": [known_to(grain) for grain in events["grain"]],
            "words": [
                f"“{words}”" if pd.notna(words) else "taken from the story" for words in _timex(events)
            ],
            "who": [listed(names, 4) or "not stated" for names in events["participants"]],
            "where": [text_or(place) for place in events["place"]],
            "status": [text_or(status, "happened") for status in events["status"]],
            "evidence": [shorten(text_or(sentence), 300) for sentence in events["sentence"]],
        }
    ).reset_index(drop=True)
    captions = [
        f"{day} · {what}{'' if status == 'happened' or status in what else f' ({status})'}"
        for day, what, status in zip(drawn["when"], drawn["what"], drawn["status"], strict=True)
    ]
    drawn["words_of_event"] = captions
    span = _span(drawn, published)
    drawn = widened(drawn, span)
    placed = [_place(row, caption, span) for row, caption in zip(_records(drawn), captions, strict=True)]
    drawn["side"], drawn["caption"] = [side for side, _ in placed], [caption for _, caption in placed]
    return drawn


def _timex(events: pd.DataFrame) -> pd.Series[Any]:
    return events["timex"] if "timex" in events else pd.Series(pd.NA, index=events.index)


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(k): v for k, v in row.items()} for row in table.to_dict("records")]


def _span(drawn: pd.DataFrame, published: date | None) -> tuple[pd.Timestamp, pd.Timestamp]:
    days = [drawn["start"].min(), drawn["end"].max()]
    if published:
        days.append(pd.Timestamp(published, tz="UTC"))
    return min(days), max(days)


def _place(row: dict[str, Any], caption: str, span: tuple[pd.Timestamp, pd.Timestamp]) -> tuple[str, str]:
    """Return where the label stands and as much of it as there is room for."""
    left, right = (pixels(row[edge], *span) for edge in ("start", "end"))
    if row["mark"] != "day" and width_of(caption) + 16 < right - left:
        return "inside", caption
    if (left + right) / 2 <= TURN * WIDTH:
        return "right", fitted(caption, WIDTH + SPILL - right)
    return "left", fitted(caption, left + 40)


def _rows(drawn: pd.DataFrame, picked: alt.Parameter, published: date | None) -> Drawn:
    kinds = [kind for kind in HUES if kind in set(drawn["kind"])]
    legend = alt.Legend(title=None, orient="top", symbolOpacity=1, symbolDash=[1, 0])
    hues = alt.Scale(domain=kinds, range=[HUES[kind] for kind in kinds])
    shapes = alt.Scale(domain=kinds, range=[SHAPES[kind] for kind in kinds])
    shape = alt.Shape("kind:N", scale=shapes, legend=legend)
    base = alt.Chart(drawn).encode(
        x=time_axis(*_span(drawn, published)),
        y=alt.Y("rank:O", axis=None),
        tooltip=[alt.Tooltip(f"{name}:N", title=words) for name, words in TOOLTIP.items()],
        description="words_of_event:N",
    )
    marked = base.encode(
        color=alt.Color("kind:N", scale=hues, legend=legend),
        stroke=alt.Stroke("kind:N", scale=hues, legend=legend),
        fillOpacity=alt.FillOpacity("fill:Q", scale=None),
        opacity=_full_ink(picked, 0.35),
    )
    bar: dict[str, Any] = {"height": 14, "cornerRadius": 2, "strokeWidth": 1.5}
    layers = [
        marked.transform_filter("datum.mark == 'band'").mark_bar(**bar, strokeDash=[3, 2]).encode(x2="end:T"),
        marked.transform_filter("datum.mark == 'bar'").mark_bar(**bar).encode(x2="end:T"),
        marked.transform_filter("datum.mark == 'day'")
        .mark_point(filled=True, size=150, strokeWidth=1.8)
        .encode(shape=shape),
        *_labels(base, picked),
    ]
    if published:
        layers = [*_article_rule(published, drawn), *layers]
    return alt.layer(*layers).add_params(picked).properties(width=WIDTH, height=alt.Step(28))


def _full_ink(picked: alt.Parameter, faded: float) -> Any:  # noqa: ANN401 - Altair's own union
    return alt.when(picked).then(alt.value(1)).otherwise(alt.value(faded))


def _labels(base: alt.Chart, picked: alt.Parameter) -> list[alt.Chart]:
    shown = base.encode(text="caption:N", opacity=_full_ink(picked, 0.45))
    return [
        shown.transform_filter("datum.side == 'right'").mark_text(align="left", dx=12).encode(x="end:T"),
        shown.transform_filter("datum.side == 'left'").mark_text(align="right", dx=-12),
        shown.transform_filter("datum.side == 'inside'")
        .mark_text(align="left", dx=6)
        .encode(fill=alt.when("datum.fill == 1").then(alt.value(PAPER)).otherwise(alt.value(INK))),
    ]


def _article_rule(published: date, drawn: pd.DataFrame) -> list[alt.Chart]:
    """Return the article's own day as a thin rule with its name above the rows."""
    day = pd.Timestamp(published, tz="UTC")
    begin, end = _span(drawn, published)
    late = pixels(day, begin, end) > WIDTH / 2
    base = alt.Chart(pd.DataFrame({"start": [day], "name": [f"article, {when(published)}"]})).encode(
        x="start:T"
    )
    rule = base.mark_rule(color=SOFT, strokeWidth=1).encode(description="name:N")
    name = base.mark_text(align="right" if late else "left", dx=-4 if late else 4, fontSize=11, fill=SOFT)
    return [rule, name.encode(y=alt.value(-6), text="name:N")]


def _said(drawn: pd.DataFrame, quotes: pd.DataFrame | None, most: int = 24) -> pd.DataFrame:
    """Return the quotes tied to a drawn event, in the order of the events."""
    if quotes is None or quotes.empty:
        return pd.DataFrame()
    keys = (
        ["article_id", "event_id"] if "article_id" in quotes and drawn["article_id"].any() else ["event_id"]
    )
    tied = quotes[quotes["event_id"].notna() & ~quotes["heading"].fillna(False)]
    said = tied.merge(drawn[[*keys, "rank"]], on=keys).sort_values(["rank", "start_char"]).head(most)
    lines = [
        f"{text_or(who, 'speaker not known')}: “{shorten(text, 96)}”"
        for who, text in zip(said["speaker"], said["text"], strict=True)
    ]
    return pd.DataFrame(
        {
            "rank": said["rank"],
            "row": range(len(said)),
            "line": lines,
            "sentence": [shorten(text_or(s), 300) for s in said["sentence"]],
        }
    )


def _lines(said: pd.DataFrame, picked: alt.Parameter) -> alt.Chart:
    return (
        alt.Chart(said)
        .mark_text(align="left", baseline="middle", fontSize=12)
        .encode(
            x=alt.value(4),
            y=alt.Y("row:O", axis=None),
            text="line:N",
            opacity=_full_ink(picked, 0.15),
            tooltip=alt.Tooltip("sentence:N", title="says so"),
        )
        .properties(
            width=WIDTH,
            height=alt.Step(21),
            title=alt.TitleParams("Said on these occasions", fontSize=12.5, color=INK, offset=4),
        )
    )


def _title(events: pd.DataFrame) -> str:
    last = events["end"].fillna(events["begin"])
    found = f"{count(len(events), 'dated event')}, {month_span(list(events['begin']), list(last))}"
    return found[0].upper() + found[1:]


def _key(drawn: pd.DataFrame, left_out: tuple[int, int]) -> str:
    undated, crowded = left_out
    marks = set(drawn["mark"])
    parts = [
        "Diamond, dot or square: an exact day." if "day" in marks else "",
        "Bar: several days." if "bar" in marks else "",
        "Dashed band: the day is not known, only the month or year." if "band" in marks else "",
        "Hollow: planned or denied." if (drawn["fill"] == 0).any() else "",
        f"Not drawn: {count(undated, 'event')} without a date." if undated else "",
        f"Not drawn: {count(crowded, 'event')} less spoken of." if crowded else "",
        "Click an event to single it out.",
    ]
    return " ".join(part for part in parts if part)


def _words(drawn: pd.DataFrame, heading: str) -> str:
    return f"Timeline. {heading}: {'; '.join(drawn['words_of_event'])}."
