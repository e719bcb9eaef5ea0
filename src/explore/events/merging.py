"""Merge the events of many articles: one row an event, what the articles disagree on kept visible.

What a corpus calls: `merge_events(events) -> events`. It takes the events tables of articles put
together with a column `article_id`, and returns one row an event with the columns `articles`,
`members` and `conflicts` added (`MERGED_COLUMNS` lists all). The same rows in any order give the same
events with the same ids.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from explore.actors.knowledge import countries
from explore.events.codebook import CONTACTS
from explore.events.summary import summarise
from explore.events.table import COLUMNS
from explore.tables import INT, LIST, STR, frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Row = dict[str, Any]

MERGED_COLUMNS = {**COLUMNS, "article_id": STR, "articles": INT, "members": LIST, "conflicts": LIST}
# Which of two articles is believed: what happened over what was denied over what was only planned.
_STATUS_RANK = {"happened": 2, "denied": 1, "planned": 0}
_ONE_OFF = timedelta(days=1)
_LONG = timedelta(days=62)


def merge_events(events: pd.DataFrame) -> pd.DataFrame:
    """Return the events of many articles with each event once.

    Two rows are the same event if they are of one kind, share their participants (or both countries)
    and their days meet. Undated rows are never merged: nothing says they are the same occasion.

    Parameters
    ----------
    events : pandas.DataFrame
        Events tables of articles put together, with the column `article_id`.

    Returns
    -------
    pandas.DataFrame
        The same columns in the order of time, undated events last, with new `event_id`s, and:
        `article_id` (of the sentence shown), `articles` (how many tell it), `members` (what was
        merged, as "article_id/event_id"), `conflicts` (what they disagree on, in words). The most
        exact day and place win; what happened wins over what was denied, and that over what was
        planned.
    """
    rows = [_row(record) for record in events.to_dict("records")]
    groups = _groups(rows)
    merged = sorted((_merged(group) for group in groups), key=_by_time)
    ids = {member: f"e{n}" for n, row in enumerate(merged, 1) for member in row["members"]}
    for n, row in enumerate(merged, 1):
        row["event_id"] = f"e{n}"
        part_of = ids.get(f"{row['article_id']}/{row['part_of']}")
        row["part_of"] = part_of if part_of != row["event_id"] else None
    table = frame(merged, MERGED_COLUMNS)
    extra = [c for c in events.columns if c not in MERGED_COLUMNS]
    for column in extra:
        table[column] = pd.Series([row[column] for row in merged], dtype=events[column].dtype)
    return table


def _row(record: dict[Any, Any]) -> Row:
    row: Row = {}
    for column, value in record.items():
        if isinstance(value, (list, tuple)):
            row[str(column)] = tuple(value)
        elif value is None or pd.isna(value):
            row[str(column)] = None
        else:
            row[str(column)] = value.date() if isinstance(value, pd.Timestamp) else value
    return row


def _by_time(row: Row) -> tuple[Any, ...]:
    dated = row["begin"] is not None
    return (
        not dated,
        row["begin"].toordinal() if dated else 0,
        str(row["article_id"]),
        row["start_char"] or 0,
    )


def _groups(rows: list[Row]) -> list[list[Row]]:
    """Group rows of the same event; looked up by kind, month and name, so that time stays linear.

    First those whose days meet; then those a day apart, if no article tells of both days.
    """
    ordered = sorted(rows, key=lambda r: (_length(r), *_by_time(r)))
    groups = _put_together([[row] for row in ordered], lambda one, other: _same(one[0], other[0]))
    return _put_together(groups, _is_slip)


def _put_together(parts: list[list[Row]], same: Callable[[list[Row], list[Row]], bool]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    lookup: dict[tuple[Any, ...], list[int]] = {}
    for part in parts:
        keys = list(dict.fromkeys(key for row in part for key in _keys(row)))
        near = dict.fromkeys(n for key in keys for n in lookup.get(key, ()))
        place = next((n for n in near if same(groups[n], part)), None)
        if place is None:
            place = len(groups)
            groups.append([])
        groups[place] += part
        for key in keys:
            known = lookup.setdefault(key, [])
            if place not in known:
                known.append(place)
    return groups


def _length(row: Row) -> int:
    return (row["end"] - row["begin"]).days if row["begin"] and row["end"] else 10**6


def _keys(row: Row) -> Iterator[tuple[Any, ...]]:
    begin, end = row["begin"], row["end"] or row["begin"]
    if begin is None:
        return
    who: Iterable[Any] = (*row["participants"], tuple(sorted(row["countries"])))
    if end - begin > _LONG:
        months: set[Any] = {(begin, end)}
    else:
        days = (begin - _ONE_OFF, begin, end, end + _ONE_OFF)
        months = {(day.year, day.month) for day in days}
    for name in who:
        for month in months:
            yield (row["kind"], name, month)


def _same(one: Row, other: Row) -> bool:
    if not _same_sides(one, other) or not (one["begin"] <= other["end"] and other["begin"] <= one["end"]):
        return False
    if _same_scene(one, other):
        return True
    # Two papers may put one meeting in two places; a traveller is in two places on two visits.
    exact = one["grain"] == other["grain"] == "day"
    return exact and one["kind"] != "visit" and one["article_id"] != other["article_id"]


def _is_slip(one: list[Row], other: list[Row]) -> bool:
    """Say whether two exact days in one place, one apart, are of one event: a time zone, a slip.

    Not where an article tells of both days, or where who met is not the same: talks may go on with others.
    """
    first, second = one[0], other[0]
    if not (first["place"] and second["place"] and first["grain"] == second["grain"] == "day"):
        return False
    if _length(first) or _length(second) or abs(first["begin"] - second["begin"]) > _ONE_OFF:
        return False
    people, others = set(first["participants"]), set(second["participants"])
    if not people or people != others or not _same_sides(first, second) or not _same_scene(first, second):
        return False
    return {row["article_id"] for row in one}.isdisjoint(row["article_id"] for row in other)


def _same_sides(one: Row, other: Row) -> bool:
    here, there = set(one["participants"]), set(other["participants"])
    shared = here & there
    if not here or not there or (one["kind"] not in CONTACTS and not shared):
        sides = set(one["countries"])
        return sides == set(other["countries"]) and (len(sides) > 1 or not (here or there))
    if one["kind"] in {"meeting", "call"}:
        return len(shared) > 1 or (bool(shared) and (here <= there or there <= here))
    return bool(shared)


def _same_scene(one: Row, other: Row) -> bool:
    """Say whether places can be one: named within each other, or a land and a place of the same lands."""
    if not one["place"] or not other["place"]:
        return True
    here, there = one["place"].casefold(), other["place"].casefold()
    if here in there or there in here:
        return True
    lands = set(one["countries"]) & set(other["countries"])
    same_lands = set(one["countries"]) == set(other["countries"])
    return same_lands and (_lands().get(here) in lands) != (_lands().get(there) in lands)


@cache
def _lands() -> dict[str, str]:
    """Return the code of each country by its name in small letters."""
    return {country.name.casefold(): code for code, country in countries().items()}


def _merged(group: list[Row]) -> Row:
    """Return one row for a group, the most exactly dated first."""
    best = min(group, key=lambda r: (_length(r), -_STATUS_RANK.get(r["status"], 0)))
    row = dict(best)
    row["participants"] = _union(r["participants"] for r in [best, *group])
    row["countries"] = _union(r["countries"] for r in [best, *group])
    row["place"] = _most_exact_place(group)
    row["status"] = max((r["status"] for r in group), key=lambda s: _STATUS_RANK.get(s, 0))
    if row["status"] != best["status"]:
        told = next(r for r in group if r["status"] == row["status"])
        row.update({c: told[c] for c in ("type", "mode", "cameo")})
    row["sentences"] = sum(r["sentences"] or 1 for r in group)
    row["articles"] = len({r["article_id"] for r in group})
    row["members"] = tuple(f"{r['article_id']}/{r['event_id']}" for r in group)
    row["conflicts"] = tuple(_conflicts(group))
    if len(group) > 1:
        row["summary"] = _longest_summary(group, row)
    return row


def _longest_summary(group: list[Row], row: Row) -> str:
    """Return the summary of the row that says most of what the merged row says."""
    full = [
        r
        for r in group
        if r["status"] == row["status"] and set(r["participants"]) == set(row["participants"])
    ]
    exact = [r for r in full if r["place"] == row["place"]]
    if exact or full:
        return str((exact or full)[0]["summary"])
    return summarise(row["kind"], row["status"], [(n, None) for n in row["participants"]], row["place"])


def _union(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))


def _most_exact_place(group: list[Row]) -> str | None:
    """Return the place most articles give, a city before its land, and the longer of two names."""
    places = [r["place"] for r in group if r["place"]]
    places = [place for place in places if place.casefold() not in _lands()] or places
    if not places:
        return None
    common = max(places, key=lambda p: (places.count(p), -places.index(p)))
    return str(max((p for p in places if common.casefold() in p.casefold()), key=len))


def _conflicts(group: list[Row]) -> Iterator[str]:
    """Yield what the articles disagree on: days that do not meet, places, what became of it."""
    days = _first_sources(((r["begin"], r["end"]), r) for r in group if r["begin"])
    listed = sorted(days)
    if any(one[1] < other[0] for one in listed for other in listed):
        yield "day: " + " / ".join(f"{begin} ({days[begin, end]})" for begin, end in listed)
    places = _first_sources((r["place"], r) for r in group if r["place"])
    if any(not _same_scene(a, b) for a in group for b in group):
        yield "place: " + " / ".join(f"{place} ({source})" for place, source in places.items())
    status = _first_sources((r["status"], r) for r in group)
    if "denied" in status and len(status) > 1:
        yield "status: " + " / ".join(f"{name} ({source})" for name, source in status.items())


def _first_sources(told: Iterable[tuple[Any, Row]]) -> dict[Any, str]:
    """Return each thing told with the first article that tells it."""
    found: dict[Any, str] = {}
    for what, row in told:
        found.setdefault(what, str(row["article_id"]))
    return found
