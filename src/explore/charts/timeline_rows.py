"""The rows of a timeline: an events table made ready to be drawn, every word as it will be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from explore.charts.parts import after, pixels, spoken, text_or, widened
from explore.charts.theme import WIDTH
from explore.charts.widths import fitted, width_of
from explore.wording import count, in_marks, known_to, listed, shorten, when

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
# Labels may run this far over the right edge of the time axis.
SPILL = 180
TURN = 0.55
_MOST_QUOTES = 24

Span = tuple[pd.Timestamp, pd.Timestamp]


def event_rows(events: pd.DataFrame, published: date | None) -> tuple[pd.DataFrame, Span]:
    """Return dated events as the chart wants them, and the days its axis spans.

    `end` is exclusive here; `mark` is a day, a bar (several days) or a band (a month or less exact),
    `fill` is 0 for what is planned or denied, `side` is where the label stands.
    """
    ends = events["end"].fillna(events["begin"])
    exact = events["grain"].isin(["day", "time"])
    happened = events["status"].fillna("happened").eq("happened")
    rows = pd.DataFrame(
        {
            "event_id": events["event_id"],
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
            "when": [when(b, e, g) for b, e, g in zip(events["begin"], ends, events["grain"], strict=True)],
            "known": [known_to(grain) for grain in events["grain"]],
            "words": [
                f"“{words}”" if pd.notna(words) else "taken from the story" for words in _timex(events)
            ],
            "who": [
                listed(names, 4) or listed(sides, 4) or "not stated"
                for names, sides in zip(events["participants"], events["countries"], strict=True)
            ],
            "where": [text_or(place) for place in events["place"]],
            "status": [text_or(status, "happened") for status in events["status"]],
            "told": _told_by(events),
            "evidence": [shorten(text_or(sentence), 300) for sentence in events["sentence"]],
        }
    ).reset_index(drop=True)
    span = _span(rows, published)
    return _labelled(widened(rows, span), span), span


def _labelled(rows: pd.DataFrame, span: Span) -> pd.DataFrame:
    """Return the rows with the event in words, and as much of it as fits beside the mark."""
    records = rows.to_dict("records")
    whole = [_caption(row["when"], row["what"], row["status"]) for row in records]
    placed = [
        _place(row["start"], row["end"], row["mark"], caption, span)
        for row, caption in zip(records, whole, strict=True)
    ]
    return rows.assign(
        words_of_event=whole, side=[side for side, _ in placed], caption=[caption for _, caption in placed]
    )


def _caption(day: str, what: str, status: str) -> str:
    said = status == "happened" or status in what or (status == "planned" and " to " in what)
    return f"{day} · {what}" + ("" if said else f" ({status})")


def _place(begin: pd.Timestamp, end: pd.Timestamp, mark: str, caption: str, span: Span) -> tuple[str, str]:
    left, right = (pixels(edge, *span) for edge in (begin, end))
    if mark != "day" and width_of(caption) + 16 < right - left:
        return "inside", caption
    if (left + right) / 2 <= TURN * WIDTH:
        return "right", fitted(caption, WIDTH + SPILL - right)
    return "left", fitted(caption, left + 40)


def _span(rows: pd.DataFrame, published: date | None) -> Span:
    days = [rows["start"].min(), rows["end"].max()]
    if published:
        days.append(pd.Timestamp(published, tz="UTC"))
    return min(days), max(days)


def _timex(events: pd.DataFrame) -> pd.Series[Any]:
    return events["timex"] if "timex" in events else pd.Series(pd.NA, index=events.index)


def _told_by(events: pd.DataFrame) -> list[str]:
    """Return how many articles tell each event, and what they disagree on; nothing for one article."""
    if "articles" not in events:
        return [""] * len(events)
    return [
        count(int(number), "article") + (f"; they differ: {'; '.join(conflicts)}" if conflicts else "")
        for number, conflicts in zip(events["articles"], events["conflicts"], strict=True)
    ]


def quote_rows(events: pd.DataFrame, quotes: pd.DataFrame | None) -> pd.DataFrame:
    """Return the quotes tied to an event of the timeline, with its rank, in the order of the events."""
    if quotes is None or quotes.empty:
        return pd.DataFrame()
    tellable = quotes[quotes["event_id"].notna() & ~quotes["heading"].fillna(False)]
    keys = tellable["event_id"]
    if "article_id" in events and "article_id" in tellable:
        keys = tellable["article_id"] + "/" + keys
    ranks = _ranks(events)
    tied = tellable.assign(rank=[ranks.get(key, -1) for key in keys])
    said = tied[tied["rank"] >= 0].sort_values(["rank", "start_char"], kind="stable").head(_MOST_QUOTES)
    lines = [
        f"{text_or(who, 'speaker not known')}: {in_marks(shorten(text, 96), kind)}"
        for who, text, kind in zip(said["speaker"], spoken(said), said["kind"], strict=True)
    ]
    evidence = [shorten(text_or(sentence), 300) for sentence in said["sentence"]]
    return pd.DataFrame({"rank": said["rank"], "row": range(len(said)), "line": lines, "evidence": evidence})


def _ranks(events: pd.DataFrame) -> dict[str, int]:
    """Return the row of each event by its id; an event told by many articles has an id in each of them."""
    if "members" in events:
        return {member: rank for rank, members in enumerate(events["members"]) for member in members}
    ids = events["article_id"] + "/" + events["event_id"] if "article_id" in events else events["event_id"]
    return {key: rank for rank, key in enumerate(ids)}
