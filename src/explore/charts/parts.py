"""What the charts share: the empty chart, the time axis, the width of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

from explore.charts.theme import SOFT, WIDTH
from explore.wording import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

Drawn = alt.Chart | alt.LayerChart | alt.FacetChart | alt.VConcatChart

PADDING = 24
# Below this a bar cannot be seen.
NARROWEST = 12
NOT_STATED = "not stated"
_ONE_DAY = pd.Timedelta(days=1)


def nothing(message: str) -> alt.Chart:
    """Return a small chart that says there is nothing to draw."""
    return (
        alt.Chart(pd.DataFrame({"text": [message]}))
        .mark_text(align="left", baseline="middle", fontSize=13, fill=SOFT)
        .encode(x=alt.value(0), y=alt.value(12), text="text:N")
        .properties(width=WIDTH, height=24, description=message)
    )


def titled(title: str, key: str, width: int = 112) -> alt.TitleParams:
    """Return a title with the reading key under it, on as many lines as it needs."""
    return alt.TitleParams(title, subtitle=wrap(key, width))


def one_layer_each(drawn: pd.DataFrame, column: str, layers: dict[str, alt.Chart]) -> list[alt.Chart]:
    """Return the layers whose rows are there, each filtered to them; Vega warns of a layer without rows."""
    present = set(drawn[column])
    return [
        layer.transform_filter(f"datum.{column} == '{value}'")
        for value, layer in layers.items()
        if value in present
    ]


def spoken(quotes: pd.DataFrame) -> pd.Series[str]:
    """Return the words in marks of each quotation, and of one without marks what is told of it."""
    return quotes["own_words"].fillna(quotes["text"]) if "own_words" in quotes.columns else quotes["text"]


def text_or(value: Any, otherwise: str = NOT_STATED) -> str:  # noqa: ANN401 - a cell of a table
    """Return a table's cell as text, NA in words."""
    return otherwise if value is None or value is pd.NA or pd.isna(value) else str(value)


def time_axis(begin: pd.Timestamp, end: pd.Timestamp) -> alt.X:
    """Return the x of a chart over days, with about six labels whatever the span.

    UTC and no explicit domain: the same picture in every time zone, and no warning from Vega.
    """
    days = max((end - begin) / _ONE_DAY, 1)
    form, interval, length = next((row[1:] for row in _TICKS if days <= row[0]), ("%Y", "year", 365.25))
    step = max(1, round(days / length / 6))
    if interval == "month":
        step = next((s for s in (1, 2, 3, 6) if s >= step), 6)
    axis = alt.Axis(format=form, tickCount={"interval": interval, "step": step}, grid=True, labelOverlap=True)
    return alt.X("start:T", title=None, scale=alt.Scale(type="utc", padding=PADDING), axis=axis)


# up to so many days: the form of a label, the interval and its days
_TICKS = ((75, "%-d %b %Y", "day", 1.0), (1500, "%b %Y", "month", 30.4))


def pixels(day: pd.Timestamp, begin: pd.Timestamp, end: pd.Timestamp, width: int = WIDTH) -> float:
    """Return where a day lies on a time axis, in pixels from its left."""
    return PADDING + (day - begin) / (end - begin) * (width - 2 * PADDING)


def after(days: Iterable[pd.Timestamp]) -> list[pd.Timestamp]:
    """Return the day after each: tables include the last day, drawings end before it."""
    return [day + _ONE_DAY for day in days]


def widened(drawn: pd.DataFrame, span: tuple[pd.Timestamp, pd.Timestamp]) -> pd.DataFrame:
    """Return the rows with bars and bands wide enough to be seen; a few pixels claim no other day."""
    least, none = (span[1] - span[0]) * (NARROWEST / WIDTH), pd.Timedelta(0)
    lacking = (least - (drawn["end"] - drawn["start"])) / 2
    spare = lacking.where((drawn["mark"] != "day") & (lacking > none), none).dt.floor("min")
    return drawn.assign(start=drawn["start"] - spare, end=drawn["end"] + spare)
