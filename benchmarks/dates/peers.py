"""Peers, each where it is installed: a function from text and day of publication to expressions."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from benchmarks.dates.corpus import Mark

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Finder = Callable[[str, "date | None"], list[Mark]]


def installed() -> dict[str, Finder]:
    """Return the peers that can be imported, by name."""
    known = {
        "dateparser": ("dateparser", _dateparser),
        "recognizers-text": ("recognizers_date_time", _recognizers),
        "timexy": ("timexy", _timexy),
    }
    return {name: make() for name, (module, make) in known.items() if find_spec(module)}


def _dateparser() -> Finder:
    from datetime import datetime, time

    from dateparser.search import search_dates

    def find(text: str, published: date | None) -> list[Mark]:
        base = {"RELATIVE_BASE": datetime.combine(published, time())} if published else {}
        settings = {"PREFER_DATES_FROM": "past", **base}
        marks, at = [], 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, at)  # it gives no offsets
            if start >= 0:
                at = start + len(words)
                marks.append(Mark(start, at, "DATE", moment.date().isoformat()))
        return marks

    return find


def _recognizers() -> Finder:
    from datetime import datetime, time

    from recognizers_date_time import Culture, recognize_datetime

    def find(text: str, published: date | None) -> list[Mark]:
        reference = datetime.combine(published, time()) if published else None
        marks = []
        for found in recognize_datetime(text, Culture.English, reference=reference):
            kind = found.type_name.rpartition(".")[2]
            values = (found.resolution or {}).get("values") or [{}]
            types = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME"}
            value = str(values[-1].get("timex") or "")
            marks.append(Mark(found.start, found.end + 1, types.get(kind, "DATE"), value))
        return marks

    return find


def _timexy() -> Finder:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("timexy")

    def find(text: str, published: date | None) -> list[Mark]:
        marks = []
        for span in nlp(text).spans["timexy"]:
            kind, _, rest = span.kb_id_.partition(' value="')
            name = kind.rpartition('type="')[2].rstrip('"')
            marks.append(Mark(span.start_char, span.end_char, name, rest.rstrip('"')))
        return marks

    return find
