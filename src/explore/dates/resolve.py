"""Turn found words into time expressions: each against the publication day or the story so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.dates.around import aside, dates_behind, in_passing, months, paragraphs_before
from explore.dates.coordinated import AND, FOLLOWING, apposed, follow
from explore.dates.days import interval
from explore.dates.following import by_what_follows, by_what_repeats
from explore.dates.tense import direction
from explore.dates.timex import Timex
from explore.dates.values import Where, meaning
from explore.dates.values.shifting import shifted
from explore.dates.values.story import SEEN
from explore.language.labels import labels

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from explore.dates.found import Found
    from explore.dates.values.frame import Months

DIRECTED = frozenset(
    {
        "weekday_nth",
        "weekday",
        "month",
        "month_day",
        "season",
        "quarter",
        "the_unit",
        "year",
        "month_year",
        "named_day",
        "month_of_day",
        "clock",
        "that_unit",
        "day_part",
        "nth_unit",
    }
)
_DIRECTED_WORDS = frozenset({"overnight", "weekend", "the next", "later"})
_OF_TOLD = frozenset({"that_unit", "day_part", "nth_unit"})
_ABSOLUTE = frozenset({"month_day", "month_year", "year", "bc", "iso", "decade", "century", "season"})
_NEWSROOM = frozenset({"today", "weekday", "day_away", "weekday_away", "weekday_of_week"})
_DEICTIC_RULES = _NEWSROOM | {"shift_unit", "vague"}  # "last month", "recent weeks"
_OF_A_STORY = frozenset(
    {"following", "the following", "previous", "the previous", "next", "the next", "the same"}
)
_GRAINS = {"time": "day", "day": "day", "week": "week", "month": "month", "quarter": "month", "year": "year"}
# A story has so many dates with their years, some to the month or day, most old, and hardly a "today".
_SEVERAL, _EXACT, _OLD, _DEICTIC = 5, 2, 0.6, 0.1
_ENDED = re.compile(r"\s{1,3}(?:that |which )?(?:ended|ending|through)\s{1,3}(?:on |in )?")
_COMPARED = re.compile(r"\b(?:after|from|than|with|since|following)\s{1,3}(?:[\w-]{1,9}\s{1,3}){0,2}$", re.I)
_WITHIN = re.compile(r"\b(?:in|during|by|from|until|starting|beginning)\s{1,3}(?:the\s)?$", re.I)
_HALF_A_QUARTER = timedelta(45)
_NEAR_MARK = 300
_NEAR_PARAGRAPHS = 3  # line breaks: two stand between paragraphs
_ANCIENT = re.compile(r"BC(\d{4})")
# Rules of the quarter that a text speaks of, and what makes it another one; what is longer than a quarter.
_SPOKEN = {"quarter": {"ago"}, "year_part": {"ago", "year"}, "the_quarter": {"year"}}
_MONTHS_OF_A_REPORT = frozenset({"P6M", "P9M", "P1Y"})
_QUARTER = re.compile(r"\d{4}-Q[1-4]")


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text has spoken of so far."""

    day: date | None = None
    grain: str = "day"
    quarter: str | None = None
    months_in: int | None = None  # the paragraph that speaks of more months than a quarter
    ancient: int | None = None
    year: int | None = None
    year_last: bool = False
    before: tuple[Months, ...] = ()
    paragraph: int = 0
    passed: date | None = None  # the last day told that lies behind


def ways(doc: Doc, found: list[Found]) -> list[int]:
    """Return the direction of each expression from its governing verb; coordinated ones share it."""
    told: list[int] = []
    text = text_of(doc)
    auxiliaries = labels(doc).auxiliary
    for one in found:
        directed = one.rule in DIRECTED or _DIRECTED_WORDS & {*one.parts.values()}
        span = doc.char_span(one.start, one.end, alignment_mode="expand") if directed else None
        way = direction(span, auxiliaries) if span is not None and len(span) else 0
        if way > 1 and one.rule == "quarter" and not _WITHIN.search(text, max(0, one.start - 12), one.start):
            way = 1  # "expects to report a profit for the third quarter"
        told.append(way)
    for i, (one, other) in enumerate(pairwise(found)):
        differ = one.rule == other.rule and told[i] != told[i + 1]
        if differ and AND.fullmatch(text, one.end, other.start):
            told[i] = told[i + 1] = max(told[i], told[i + 1], key=abs)  # what is surer, else the first
    return told


def is_story(found: list[Found], now: date | None) -> bool:
    """Say whether a text tells a history: old dates with their years, and hardly a word from a newsroom."""
    dated = [one for one in found if one.rule in _ABSOLUTE and {"year", "bc"} & one.parts.keys()]
    deictic = sum(one.rule in _DEICTIC_RULES and one.parts.get("shift") not in _OF_A_STORY for one in found)
    exact = sum(one.rule not in {"year", "decade", "century"} for one in dated)
    if len(dated) < _SEVERAL or exact < _EXACT or deictic > _DEICTIC * len(dated):
        return False
    if now is None:
        return True
    old = sum("bc" in one.parts or int(one.parts["year"]) != now.year for one in dated)
    return old > _OLD * len(dated)


def resolve(doc: Doc, found: list[Found], way: list[int], now: date | None) -> tuple[Timex, ...]:
    """Return the time expressions of a doc with their values.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    found : list of Found
    way : list of int
        The direction of each.
    now : datetime.date or None
        The day of publication.
    """
    story = is_story(found, now)
    text = text_of(doc)
    paragraphs = paragraphs_before(text, found)
    behind = dates_behind(text, found, paragraphs)
    told = _Told()
    timexes: list[Timex] = []
    for i, (one, ahead) in enumerate(zip(found, way, strict=True)):
        if one.rule == "the_quarter" and (ended := _quarter_ended(text, found[i : i + 2], now)):
            told = replace(told, quarter=ended)
        where = _where(told, one, ahead, story, now, behind[i], paragraphs[i])
        if one.rule in {"clock", "weekday"}:
            later = told.paragraph < paragraphs[i]
            where = by_what_follows(text, found[i : i + 3], way[i + 1 : i + 3], where, later)
            where = by_what_repeats(text, found[max(i - 1, 0) : i + 1], where)
        means = meaning(one.rule, one.parts, where)
        if means is None:
            continue
        if one.rule == "some_day" and (day := apposed(text, one, timexes[-1:], now)):
            means = replace(means, value=day)
        days = interval(means.value) if means.type in {"DATE", "TIME"} else None
        first, last, exact = days if days else (None, None, None)
        said = text[one.start : one.end]
        timexes.append(
            Timex(one.start, one.end, said, means.type, means.value, first, last, exact, means.relative)
        )
        if i and one.rule in FOLLOWING and found[i - 1].rule == one.rule and "year" not in one.parts:
            follow(timexes, text, FOLLOWING[one.rule])
        if one.rule in _NEWSROOM and _is_quoted(text, one.start):
            continue  # "today" in somebody's words is not the day the story goes on from.
        of_another = one.rule == "quarter" and _of_another(text, found[i : i + 2], timexes[-1], where)
        if of_another or (not story and aside(doc, one)):
            continue
        if one.rule != "year" or (story and not in_passing(text, one)):
            told = _after(told, one, timexes[-1], paragraphs[i])
            if now and told.grain == "day" and told.day and told.day <= now:
                told = replace(told, passed=told.day)
        elif not in_passing(text, one):
            told = replace(told, year=int(one.parts["year"]), year_last=True)
    return tuple(timexes)


def _where(
    told: _Told,
    one: Found,
    way: int,
    story: bool,
    now: date | None,
    behind: tuple[Months, ...],
    paragraph: int,
) -> Where:
    """Return where an expression stands after what was told."""
    day, grain, quarter = told.day, told.grain, told.quarter
    if one.rule in _OF_TOLD and way < 0 and now and day and day > now:
        day, grain = told.passed, "day"  # "that evening" of a day already told
    if quarter and told.months_in == paragraph:
        quarter = quarter[:4]
    return Where(
        None if story and told.ancient else now,
        day,
        way,
        story,
        grain,
        quarter,
        told.ancient,
        told.year,
        told.before,
        behind,
        paragraph,
        told.year_last,
        paragraph - told.paragraph <= _NEAR_PARAGRAPHS,
    )


def _is_quoted(text: str, at: int) -> bool:
    """Say whether a place lies within marks that opened shortly before it, in its paragraph."""
    before = text[max(0, at - _NEAR_MARK) : at].rsplit("\n", 1)[-1]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _of_another(text: str, found: list[Found], quarter: Timex, at: Where) -> bool:
    """Say whether a text that names a quarter reports on another: "after a flat second quarter"."""
    if _COMPARED.search(text[max(0, found[0].start - 24) : found[0].start]):
        return True
    if at.now is None or quarter.begin is None or (at.way <= 0 and quarter.begin <= at.now):
        return False
    return len(found) < 2 or not _ENDED.fullmatch(text, found[0].end, found[1].start)  # yet to come


def _quarter_ended(text: str, found: list[Found], now: date | None) -> str | None:
    """Return the quarter that ends about a day: "the quarter ended Sept. 30"."""
    if len(found) < 2 or found[1].rule not in {"month_day", "month", "month_year"}:
        return None
    if not _ENDED.fullmatch(text, found[0].end, found[1].start):
        return None
    last = meaning(found[1].rule, found[1].parts, Where(now, way=-1))
    days = interval(last.value) if last else None
    return shifted(days[1] - _HALF_A_QUARTER, 0, "Q") if days else None


def _after(told: _Told, one: Found, timex: Timex, paragraph: int) -> _Told:
    """Return what has been told after one more expression."""
    if ancient := _ANCIENT.match(timex.value):
        return _Told(None, "year", ancient=int(ancient[1]))
    of_another = _SPOKEN.get(one.rule)
    if of_another is not None and _QUARTER.fullmatch(timex.value) and not of_another & one.parts.keys():
        return replace(told, quarter=timex.value, months_in=None)
    if told.quarter and one.rule == "duration" and timex.value in _MONTHS_OF_A_REPORT:
        return replace(told, months_in=paragraph)
    if timex.begin is None and one.rule in FOLLOWING:
        return replace(told, day=None, grain="day")  # "on Friday ... the next day", and no Friday is known
    if timex.begin is None or timex.grain not in _GRAINS:
        return told
    if one.rule == "ago" and timex.grain == "year" and told.grain != "year" and told.day:
        return told  # "rose from a year earlier": the text still speaks of its month
    if (one.rule == "the_unit" and told.grain == "day") or (
        one.rule == "day_part" and "det" not in one.parts
    ):
        return told  # "the year" and "overnight" name no other day for "the same day" to be
    if one.rule in _NEWSROOM or one.rule == "clock":
        year = told.year  # "said on Tuesday" leaves the story told where it is
    else:
        year = timex.begin.year if told.year or "year" in one.parts else None
    before = told.before
    if timex.end is not None and one.rule not in _NEWSROOM:
        before = (months(timex.begin, timex.end, paragraph), *before[: SEEN[0] - 1])
    grain = _GRAINS[timex.grain]
    return replace(
        told,
        day=timex.begin,
        grain=grain,
        ancient=None,
        year=year,
        year_last=False,
        before=before,
        paragraph=paragraph,
    )
