"""The timeline: one row per event in date order, the mark as exact as the date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from explore.charts.parts import Drawn, nothing, one_layer_each, pixels, time_axis, titled
from explore.charts.theme import BLUE, GREY, INK, ORANGE, PAPER, SOFT, WIDTH
from explore.charts.timeline_rows import CONTEXT, MEETING, STATEMENT, Span, event_rows, quote_rows
from explore.wording import count, month_span, when

if TYPE_CHECKING:
    from datetime import date

HUES = {MEETING: BLUE, STATEMENT: ORANGE, CONTEXT: GREY}
SHAPES = {MEETING: "diamond", STATEMENT: "circle", CONTEXT: "square"}
TOOLTIP = {
    "what": "event",
    "when": "when",
    "known": "known to",
    "words": "words used",
    "who": "who",
    "where": "where",
    "status": "status",
    "told": "told by",
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
        The quotes of the same reading or corpus; those tied to an event stand below, and a click on
        the event leaves them alone in full ink.
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
    drawn, span = event_rows(kept, published)
    heading = title or _title(kept)
    key = _key(drawn, len(events) - len(dated), len(dated) - len(kept))
    picked = alt.selection_point(name="event", fields=["rank"])
    top = _events(drawn, span, picked, published)
    said = quote_rows(kept, quotes)
    chart = top if said.empty else alt.vconcat(top, _quotes(said, picked), spacing=18)
    return chart.properties(
        title=titled(heading, key), description=f"Timeline. {heading}: {'; '.join(drawn['words_of_event'])}."
    )


def _most_told(dated: pd.DataFrame, rows: int) -> pd.DataFrame:
    kept = dated if len(dated) <= rows else dated.nlargest(rows, "sentences", keep="first")
    return kept.sort_values(["begin", "end", "start_char"], kind="stable")


def _events(drawn: pd.DataFrame, span: Span, picked: alt.Parameter, published: date | None) -> Drawn:
    base = alt.Chart(drawn).encode(
        x=time_axis(*span),
        y=alt.Y("rank:O", axis=None),
        tooltip=[alt.Tooltip(f"{name}:N", title=said) for name, said in TOOLTIP.items() if drawn[name].any()],
        description="words_of_event:N",
    )
    layers = [*_marks(base, drawn, picked), *_labels(base, drawn, picked)]
    if published:
        layers = [*_article_rule(published, span), *layers]
    return alt.layer(*layers).add_params(picked).properties(width=WIDTH, height=alt.Step(28))


def _marks(base: alt.Chart, drawn: pd.DataFrame, picked: alt.Parameter) -> list[alt.Chart]:
    """Return bands, bars and points; one legend on every channel, or Vega drops it."""
    kinds = [kind for kind in HUES if kind in set(drawn["kind"])]
    legend = alt.Legend(title=None, orient="top", symbolOpacity=1, symbolDash=[1, 0])
    hues = alt.Scale(domain=kinds, range=[HUES[kind] for kind in kinds])
    shapes = alt.Scale(domain=kinds, range=[SHAPES[kind] for kind in kinds])
    marked = base.encode(
        color=alt.Color("kind:N", scale=hues, legend=legend),
        stroke=alt.Stroke("kind:N", scale=hues, legend=legend),
        fillOpacity=alt.FillOpacity("fill:Q", scale=None),
        opacity=_full_ink(picked, 0.35),
    )
    bar: dict[str, Any] = {"height": 14, "cornerRadius": 2, "strokeWidth": 1.5}
    layers = {
        "band": marked.mark_bar(**bar, strokeDash=[3, 2]).encode(x2="end:T"),
        "bar": marked.mark_bar(**bar).encode(x2="end:T"),
        "day": marked.mark_point(filled=True, size=150, strokeWidth=1.8).encode(
            shape=alt.Shape("kind:N", scale=shapes, legend=legend)
        ),
    }
    return one_layer_each(drawn, "mark", layers)


def _labels(base: alt.Chart, drawn: pd.DataFrame, picked: alt.Parameter) -> list[alt.Chart]:
    shown = base.encode(text="caption:N", opacity=_full_ink(picked, 0.45))
    layers = {
        "right": shown.mark_text(align="left", dx=12).encode(x="end:T"),
        "left": shown.mark_text(align="right", dx=-12),
        "inside": shown.mark_text(align="left", dx=6).encode(
            fill=alt.when("datum.fill == 1").then(alt.value(PAPER)).otherwise(alt.value(INK))
        ),
    }
    return one_layer_each(drawn, "side", layers)


def _full_ink(picked: alt.Parameter, faded: float) -> Any:  # noqa: ANN401 - Altair's own union
    return alt.when(picked).then(alt.value(1)).otherwise(alt.value(faded))


def _article_rule(published: date, span: Span) -> list[alt.Chart]:
    """Return the article's own day as a thin rule with its name above the rows."""
    day = pd.Timestamp(published, tz="UTC")
    late = pixels(day, *span) > WIDTH / 2
    base = alt.Chart(pd.DataFrame({"start": [day], "name": [f"article, {when(published)}"]})).encode(
        x="start:T"
    )
    rule = base.mark_rule(color=SOFT, strokeWidth=1).encode(description="name:N")
    name = base.mark_text(align="right" if late else "left", dx=-4 if late else 4, fontSize=11, fill=SOFT)
    return [rule, name.encode(y=alt.value(-6), text="name:N")]


def _quotes(said: pd.DataFrame, picked: alt.Parameter) -> alt.Chart:
    return (
        alt.Chart(said)
        .mark_text(align="left", baseline="middle", fontSize=12)
        .encode(
            x=alt.value(4),
            y=alt.Y("row:O", axis=None),
            text="line:N",
            opacity=_full_ink(picked, 0.15),
            tooltip=alt.Tooltip("evidence:N", title="says so"),
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


def _key(drawn: pd.DataFrame, undated: int, crowded: int) -> str:
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
