"""What the time expressions of a text tell about its day of publication, one observation each."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from explore.columns import text_of
from explore.dates.grammar import verbs, words
from explore.dates.tense import governing_verb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span

    from explore.dates.found import Found

Kind = Literal["weekday", "day", "month", "year", "holiday"]
_PLACED = re.compile(r"\b(?:on|of|since|by|until|till|from|before|after|to|between)\s{1,3}(?:the\s)?$", re.I)
_UNTIL = re.compile(r"\b(?:by|before|until|till)\s{1,3}(?:the\s)?$", re.I)
# "before the Iowa caucuses on Feb. 1", "in the run-up to the state's April 19 primary".
_AHEAD_OF = re.compile(
    r"\b(?:before|until|ahead\sof|(?:lead|run)(?:\s|-)?up\sto|leading\sup\sto)\s(?:[\w’'-]{1,20}\s){0,5}(?:on\s)?$",
    re.I,
)
_NIGHT = re.compile(r"night|evening|late", re.I)
# The month in the middle of a season or quarter, by the word for it in the grammar.
_MIDDLE = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
_QUARTERS = {"first": 2, "second": 5, "third": 8, "fourth": 11, "last": 11, "1": 2, "2": 5, "3": 8, "4": 11}
_BETWEEN = re.compile(r"\s{0,3}(?:,|,?\s(?:and|to|through|or)|[-–—])?\s{0,3}")


@dataclass(frozen=True, slots=True)
class Observation:
    """A weekday, a day of a month, a month, a year or a holiday, and where its sentence puts it.

    Attributes
    ----------
    kind : {"weekday", "day", "month", "year", "holiday"}
        "Monday"; "April 8" with or without its year; "March 2024" or "last October", a season or a quarter
        by the month in its middle; "2024"; "Christmas".
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
        True for what is part of the name of something: "the 2020 primary", "the May 5 talks".
    until : bool
        True behind "by", "before", "until" and what else says that it is a limit.
    night : bool
        True for "Saturday night", "late Saturday": the article is often of the day after.
    sentence : int
        How many sentences stand before its own.
    holiday : str
        Its name in the grammar; "" for what is no holiday.
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
    until: bool = False
    night: bool = False
    sentence: int = 0
    holiday: str = ""


_KINDS: dict[str, Kind] = {
    "weekday": "weekday",
    "month_day": "day",
    "iso": "day",
    "month_year": "month",
    "month": "month",
    "year": "year",
    "season": "month",
    "quarter": "month",
    "named_day": "holiday",
}


def observe(doc: Doc, found: list[Found], ways: list[int]) -> list[Observation]:
    """Return the observations of a doc in the order of the text."""
    seen: list[Observation] = []
    text = text_of(doc)
    ends = [sent.end_char for sent in doc.sents]
    for one, way in zip(found, ways, strict=True):
        kind = _KINDS.get(one.rule)
        if kind is None:
            continue
        parts = one.parts
        year = parts.get("year", "")[-4:]
        if one.rule in {"year", "season", "quarter"} and not year.isdigit():
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
                way=(way > 0) - (way < 0),
                reported=lemma in verbs("report"),
                year=int(year) if year.isdigit() else None,
                month=_month(one),
                day=_day(one),
                weekday=words("weekday").get(parts.get("weekday", "")),
                shift=words("shift").get(parts.get("shift", "")),
                verb=lemma,
                placed=_PLACED.search(text, max(0, one.start - 12), one.start) is not None,
                names=span is not None and _names(span),
                until=_UNTIL.search(text, max(0, one.start - 12), one.start) is not None
                or (
                    kind == "day"
                    and not year
                    and _AHEAD_OF.search(text, max(0, one.start - 90), one.start) is not None
                ),
                night=_NIGHT.search(text, one.start, one.end) is not None,
                sentence=bisect_right(ends, one.start),
                holiday=parts.get("holiday", ""),
            )
        )
    return seen


def _month(one: Found) -> int | None:
    """Return the month that is named, or the one in the middle of a season or a quarter."""
    parts = one.parts
    if "mm" in parts:
        return int(parts["mm"])
    if one.rule == "season":
        return _MIDDLE.get(words("season").get(parts.get("season", ""), ""))
    if one.rule == "quarter":
        return _QUARTERS.get(parts.get("ordinal") or parts.get("nth", ""))
    month: int | None = words("month").get(parts.get("month", ""))
    return month


def _day(one: Found) -> int | None:
    if one.rule not in {"month_day", "iso"}:
        return None
    day = one.parts.get("day") or one.parts.get("dd")
    return int(day) if day else words("ordinal").get(one.parts.get("ordinal", "")) or None


def _names(span: Span) -> bool:
    """Say whether a date stands before the noun that it is part of the name of."""
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


def way_of(ones: Iterable[Observation]) -> int:
    """Return the direction of what is told several times: ahead only where it is always ahead."""
    ways = {one.way for one in ones}
    return 1 if ways == {1} else -1 if -1 in ways else 0
