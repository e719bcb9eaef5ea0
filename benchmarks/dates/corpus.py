"""Read marked texts: TimeML files, or lines of JSON (id, dct, text, timexes of start, end, type, value)."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mark:
    """A time expression: characters, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its day of publication and the time expressions in it."""

    name: str
    published: date | None
    text: str
    marks: tuple[Mark, ...]


def corpora(folder: Path) -> Iterator[tuple[str, list[Marked]]]:
    """Yield each corpus of a folder: every .jsonl file with expressions, and its TimeML files together."""
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]
        if rows and any("type" in mark for row in rows for mark in row.get("timexes", ())):
            yield path.stem, [_from_row(row) for row in rows]
    files = sorted(folder.glob("*.tml"))
    if files:
        yield "TimeML", [_from_timeml(path) for path in files]


def undated(folder: Path) -> list[tuple[str, date, str]]:
    """Return texts whose day of publication is to be inferred, as (tier, day, text).

    They are the lines of dct*.jsonl, and files named by their day: 1997-05-02-westminster.txt.
    """
    rows = [
        json.loads(line)
        for path in sorted(folder.glob("dct*.jsonl"))
        for line in path.open(encoding="utf-8")
        if line.strip()
    ]
    named = [
        ("-", date.fromisoformat(path.name[:10]), path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("[12]???-??-??-*.txt"))
    ]
    return named + [(row.get("tier", "-"), date.fromisoformat(row["dct"][:10]), row["text"]) for row in rows]


def _from_row(row: dict[str, str | list[dict[str, str | int]]]) -> Marked:
    marks = tuple(
        Mark(int(m["start"]), int(m["end"]), str(m.get("type") or ""), str(m.get("value") or ""))
        for m in row["timexes"]
        if isinstance(m, dict)
    )
    dct = str(row.get("dct") or "")[:10]
    return Marked(str(row["id"]), date.fromisoformat(dct) if dct else None, str(row["text"]), marks)


def _from_timeml(path: Path) -> Marked:
    root = ET.parse(path).getroot()
    dct = root.find(".//DCT/TIMEX3")
    body = root.find(".//TEXT")
    text, marks = "", []
    for event, element in _walk(body) if body is not None else ():
        if event == "open":
            marks.append([len(text), 0, element])
        elif event == "close":
            next(m for m in marks if m[2] is element)[1] = len(text)
        else:
            text += element
    day = (dct.get("value") or "")[:10] if dct is not None else ""
    found = tuple(Mark(a, b, e.get("type") or "", e.get("value") or "") for a, b, e in marks)
    return Marked(path.stem, date.fromisoformat(day) if len(day) == 10 else None, text, found)


def _walk(element: ET.Element) -> Iterator[tuple[str, ET.Element | str]]:
    if element.tag == "TIMEX3":
        yield "open", element
    yield "text", element.text or ""
    for child in element:
        yield from _walk(child)
        yield "text", child.tail or ""
    if element.tag == "TIMEX3":
        yield "close", element
