"""What the time expressions of a text tell about its day of publication, one observation each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from explore.dates.grammar import verbs, words
from explore.dates.tense import governing_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from explore.dates.found import Found

Kind = Literal["weekday", "day", "month", "year"]
_PLACED = re.compile(r"\b(?:on|of|since|by|until|till|from|before|after|to|between)\s{1,3}(?:the\s)?$", re.I)
_BETWEEN = re.compile(r"\s{0,3}(?:,|,?\s(?:and|to|through|or)|[-–—])?\s{0,3}")


@dataclass(frozen=True, slots=True)
class Observation:
    """A weekday, a day of a month, a month or a year, and where its sentence puts it.

    Attributes
    ----------
    kind : {"weekday", "day", "month", "year"}
        "Monday"; "April 8" with or without its year; "March 2024" or "last October"; "2024".
    text : str
        The words.
    start, end : int
        Characters of the text.
    way : int
        -1 behind, 0 not told, 1 ahead of the publication.
    reported : bool
        True where the verb is one of saying: news gives the day on which something was said.
    year, month, day, weekday : int or None
    shift : int or None
        -1 in "last October", 0 in "this Friday", 1 in "next May".
    verb : str
        The lemma of the governing verb; "" where there is none.
    placed : bool
        True where a preposition puts it into its sentence: "on July 6, 2015" is no stamp.
    names : bool
        True for a year that is part of what something is called: "the 2020 primary".
    """

    kind: Kind
    text: str
    start: int
    end: int
    way: int = 0
    reported: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    verb: str = ""
    placed: bool = False
    names: bool = False


_KINDS: dict[str, Kind] = {
    "weekday": "weekday",
    "month_day": "day",
    "iso": "day",
    "month_year": "month",
    "month": "month",
    "year": "year",
    "season": "year",
    "quarter": "year",
}


def observe(doc: Doc, found: list[Found], ways: list[int]) -> list[Observation]:
    """Return the observations of a doc in the order of the text."""
    seen: list[Observation] = []
    text = doc.text  # put together anew by spaCy at each call
    for one, way in zip(found, ways, strict=True):
        kind = _KINDS.get(one.rule)
        if kind is None:
            continue
        parts = one.parts
        year = parts.get("year", "")[-4:]
        if kind == "year" and not year.isdigit():
            continue
        span = doc.char_span(one.start, one.end, alignment_mode="expand")
        verb = governing_verb(span.root) if span is not None and len(span) else None
        lemma = verb.lemma_.lower() if verb is not None else ""
        seen.append(
            Observation(
                kind=kind,
                text=text[one.start : one.end],
                start=one.start,
                end=one.end,
                way=way,
                reported=lemma in verbs("report"),
                year=int(year) if year.isdigit() else None,
                month=int(parts["mm"]) if "mm" in parts else words("month").get(parts.get("month", "")),
                day=int(parts.get("day") or parts.get("dd") or 0) or None,
                weekday=words("weekday").get(parts.get("weekday", "")),
                shift=words("shift").get(parts.get("shift", "")),
                verb=lemma,
                placed=_PLACED.search(text, max(0, one.start - 12), one.start) is not None,
                names=span is not None and _names(span),
            )
        )
    return seen


def _names(span: Span) -> bool:
    """Say whether a year stands before the noun that it is part of the name of."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and after.pos_ in {"NOUN", "PROPN", "ADJ"} and span.root.head.i >= span.end


def runs(seen: list[Observation], text: str, kind: Kind) -> list[list[Observation]]:
    """Return the observations of a kind, coordinated ones together: "Monday and Tuesday", "April 8 and 9"."""
    found: list[list[Observation]] = []
    for one in seen:
        if one.kind != kind:
            continue
        if found and _BETWEEN.fullmatch(text[found[-1][-1].end : one.start]):
            found[-1].append(one)
        else:
            found.append([one])
    return found
