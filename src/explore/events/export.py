"""Write an events table for other programs: CSV, JSON, iCalendar, and a sheet for TimelineJS."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from datetime import UTC, date, datetime, timedelta
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from explore.errors import error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Spreadsheets run a cell that begins so (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ICAL_STATUS = {"happened": "CONFIRMED", "planned": "TENTATIVE", "denied": "CANCELLED"}
_FOLD = 75
_TIMELINE = [
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date"),
    *("Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail"),
    *("Type", "Group", "Background"),
]
# How many of year, month and day a grain knows.
_KNOWN = {"day": 3, "week": 3, "month": 2, "quarter": 2}


def write_events(events: pd.DataFrame, path: str | Path, form: str | None = None) -> Path:
    """Write an events table, of one article or of many, in the form its file name says.

    Parameters
    ----------
    events : pandas.DataFrame
    path : str or Path
        A name that ends in .csv, .json or .ics.
    form : {"csv", "json", "ical", "timelinejs"}, optional
        Where the name does not say it; a TimelineJS sheet is a .csv too.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    ExploreError
        If neither the name nor `form` says a form we write.
    """
    write = _FORMS.get(form or Path(path).suffix.lower())
    if write is None:
        raise error("unknown_form", path, form=form or Path(path).suffix or "no ending")
    write(events, path)
    return Path(path)


def to_csv(events: pd.DataFrame, path: str | Path | None = None) -> str:
    r"""Return a table as CSV; cells that a spreadsheet would run as a formula are made text.

    Lists are joined by "; ", days written as ISO 8601. A path writes it there too.

    >>> to_csv(pd.DataFrame({"summary": ["=1+1"], "participants": [("Xi Jinping", "Vladimir Putin")]}))
    "summary,participants\r\n'=1+1,Xi Jinping; Vladimir Putin\r\n"
    """
    return _written(_sheet(list(events.columns), (r.values() for r in _records(events, "; "))), path)


def to_json(events: pd.DataFrame, path: str | Path | None = None) -> str:
    """Return a table as JSON: a list of events, days as ISO 8601, what is missing as null."""
    return _written(json.dumps(list(_records(events)), ensure_ascii=False, indent=1) + "\n", path)


def to_ical(events: pd.DataFrame, path: str | Path | None = None, stamp: datetime | None = None) -> str:
    """Return the dated events as an iCalendar file (RFC 5545) of all-day events.

    An event known only to the month or year spans it, blocks no time, and says so in its title.
    Planned events are tentative, denied ones cancelled; undated ones cannot be in a calendar.

    Parameters
    ----------
    events : pandas.DataFrame
    path : str or Path, optional
        Written there too.
    stamp : datetime, optional
        When the file was made; now if left out.
    """
    made = (stamp or datetime.now(UTC)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//explore//events//EN", "CALSCALE:GREGORIAN"]
    for row in _records(events):
        if row.get("begin"):
            lines += _vevent(row, made)
    lines.append("END:VCALENDAR")
    return _written("".join(_folded(line) for line in lines), path)


def to_timelinejs(events: pd.DataFrame, path: str | Path | None = None) -> str:
    """Return the dated events as the CSV sheet of Knight Lab's TimelineJS; import it in Google Sheets.

    Days and months that are not known are left empty: TimelineJS then shows the month or the year.
    """
    rows = (_timeline_row(row) for row in _records(events) if row.get("begin"))
    return _written(_sheet(_TIMELINE, rows), path)


def _records(events: pd.DataFrame, separator: str | None = None) -> Iterator[dict[str, Any]]:
    for record in events.to_dict("records"):
        yield {str(name): _plain(value, separator) for name, value in record.items()}


def _plain(value: Any, separator: str | None) -> Any:  # noqa: ANN401 - a cell may hold anything
    if isinstance(value, (list, tuple)):
        return separator.join(map(str, value)) if separator else [_plain(v, None) for v in value]
    if value is None or pd.isna(value):
        return None
    if isinstance(value, (pd.Timestamp, datetime)):
        return value.date().isoformat()
    return value.item() if hasattr(value, "item") else value


def _sheet(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: Any) -> Any:  # noqa: ANN401
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _written(text: str, path: str | Path | None) -> str:
    if path is not None:
        with Path(path).open("w", encoding="utf-8", newline="") as file:
            file.write(text)
    return text


def known_to(begin: date, end: date, grain: str | None) -> str:
    """Return a day, a stretch, a month or a year in words, as exactly as it is known.

    >>> known_to(date(2024, 4, 8), date(2024, 4, 9), "day")
    '8 April 2024 – 9 April 2024'
    >>> known_to(date(2023, 3, 1), date(2023, 3, 31), "month")
    'March 2023'
    """
    shape = {3: "%-d %B %Y", 2: "%B %Y"}.get(_KNOWN.get(grain or "day", 1), "%Y")
    first, last = _in_shape(begin, shape), _in_shape(end, shape)
    return first if first == last else f"{first} – {last}"


def _in_shape(day: date, shape: str) -> str:
    return day.strftime(shape.replace("%-d", str(day.day)))


def _vevent(row: dict[str, Any], made: str) -> list[str]:
    begin = date.fromisoformat(row["begin"])
    end = date.fromisoformat(row.get("end") or row["begin"])
    exact = row.get("grain") in {"day", None}
    title = row.get("summary") or row.get("kind") or "event"
    who = [f"Taking part: {', '.join(row['participants'])}"] if row.get("participants") else []
    known = [] if exact else [f"Known only to the {row['grain']}: {known_to(begin, end, row['grain'])}"]
    told = [str(row["sentence"])] if row.get("sentence") else []
    uid = hashlib.sha256(json.dumps(row, sort_keys=True, default=str).encode()).hexdigest()[:32]
    fields = [
        ("UID", f"{uid}@explore"),
        ("DTSTAMP", made),
        ("DTSTART;VALUE=DATE", begin.strftime("%Y%m%d")),
        ("DTEND;VALUE=DATE", (end + timedelta(days=1)).strftime("%Y%m%d")),
        ("SUMMARY", _escaped(title if exact else f"{title} ({known_to(begin, end, row['grain'])})")),
        ("DESCRIPTION", _escaped("\n".join(who + known + told))),
        ("LOCATION", _escaped(row.get("place") or "")),
        ("CATEGORIES", _escaped(row.get("kind") or "")),
        ("STATUS", _ICAL_STATUS.get(row.get("status") or "", "")),
        ("TRANSP", "TRANSPARENT"),
    ]
    return ["BEGIN:VEVENT", *(f"{name}:{value}" for name, value in fields if value), "END:VEVENT"]


def _escaped(text: str) -> str:
    """Return text as a value of RFC 5545, section 3.3.11; control characters are left out."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return "".join(c for c in text if c >= " " and c != "\x7f")


def _folded(line: str) -> str:
    """Return a content line folded after 75 octets, no character cut in two (RFC 5545, 3.1)."""
    parts, part = [], ""
    for char in line:
        if len((part + char).encode()) > _FOLD:
            parts.append(part)
            part = " "
        part += char
    return "\r\n".join([*parts, part]) + "\r\n"


def _timeline_row(row: dict[str, Any]) -> list[Any]:
    begin = date.fromisoformat(row["begin"])
    end = date.fromisoformat(row.get("end") or row["begin"])
    known = _KNOWN.get(row.get("grain") or "day", 1)
    first = [begin.year, begin.month, begin.day][:known] + [""] * (3 - known)
    last = [end.year, end.month, end.day][:known] + [""] * (3 - known)
    days = [*first, "", *(last if last != first else [""] * 3), ""]
    told = [known_to(begin, end, row.get("grain")), row.get("summary") or row.get("kind") or ""]
    text = [escape(row.get("sentence") or ""), "", "", "", "", "", row.get("kind") or "", ""]
    return [*days, *(escape(str(cell)) for cell in told), *text]


_FORMS = {
    ".csv": to_csv,
    ".json": to_json,
    ".ics": to_ical,
    "csv": to_csv,
    "json": to_json,
    "ical": to_ical,
    "timelinejs": to_timelinejs,
}
