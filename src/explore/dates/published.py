"""Infer the day an article was published from what it says: one likelihood over days, with its evidence."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from explore.dates.days import month_days
from explore.dates.grammar import words
from explore.dates.timex import Publication

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from explore.dates.find import Found

FIRST, LAST = date(1985, 1, 1), date(2030, 12, 31)
_DAYS = (LAST - FIRST).days + 1
_INDEX = np.arange(_DAYS)
_ORDINAL0 = FIRST.toordinal()
_WEEKDAY = (_INDEX + FIRST.isoweekday() - 1) % 7 + 1
_YEAR = np.array([(FIRST + timedelta(int(i))).year for i in _INDEX])
_MONTH = np.array([(FIRST + timedelta(int(i))).month for i in _INDEX])
# How many days after a weekday named in the past tense an article appears (seen by eye in news, smoothed).
_AFTER = np.array([0.45, 0.30, 0.07, 0.05, 0.05, 0.04, 0.04])
_AHEAD = np.array([0.06, 0.28, 0.20, 0.15, 0.12, 0.10, 0.09])
_NOISE = 0.04
SURE_DAY, SURE_SPAN = 0.55, 0.9
_DATELINE = re.compile(
    r"\A\s{0,20}(?:[A-Z][\w.'’ -]{1,40}(?:,\s[\w.'’ -]{1,30})?),\s(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2})(?:,\s(?P<year>\d{4}))?\s{0,2}(?:\([^)\n]{2,40}\)\s{0,2})?(?:--|-|–|—|:|_)"
)
_UPDATED = re.compile(
    r"(?m)^\s{0,20}(?:Last )?(?:Updated|Published|Posted|Modified|Date|Issued)(?: on| at)?:?\s{1,3}(?:\w{3,9},?\s)?(?:(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2}),?\s(?P<year>\d{4})|(?P<day2>\d{1,2})\s(?P<month2>[A-Z][a-z]{2,8})\.?,?\s(?P<year2>\d{4})|(?P<iso>\d{4}-\d\d-\d\d))"
)


def stated(text: str) -> Publication | None:
    """Return the day that a dateline or an "Updated" line gives with its year; None where there is none.

    >>> stated("BEIJING, April 8, 2024 (Reuters) – China said on Monday").day.isoformat()
    '2024-04-08'
    """
    for pattern in (_UPDATED, _DATELINE):
        match = pattern.search(text)
        day = _day_of(match) if match else None
        if match and day:
            evidence = f"The text says “{' '.join(match.group().split())}”."
            return Publication(day, "dateline", evidence, day, day)
    return None


def _day_of(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    try:
        if parts.get("iso"):
            return date.fromisoformat(parts["iso"])
        month = words("month").get((parts["month"] or parts.get("month2") or "").lower())
        year = parts["year"] or parts.get("year2")
        return date(int(year), month, int(parts["day"] or parts["day2"])) if year and month else None
    except ValueError:
        return None


def infer(doc: Doc, found: list[Found], ways: list[int]) -> Publication:
    """Return the day of publication as far as the text allows: a day, a month, a year, a span, or nothing.

    Each expression adds its log-likelihood to every day from 1985 to 2030. A day is answered where it
    has most of the probability with its neighbours; being silent is better than being wrong.
    """
    if (given := stated(doc.text)) is not None:
        return given
    score = np.zeros(_DAYS)
    evidence: list[str] = []
    latest = _named_past(doc, found, score, evidence)
    near = _days_named(doc, found, ways, score, evidence)
    _weekdays(doc, found, ways, score, evidence, near)
    return _answer(score, evidence, latest, near)


def _mix(shape: np.ndarray, noise: float = _NOISE) -> np.ndarray:
    """Return the log of a likelihood with a little room for everything else."""
    total = shape.sum()
    return np.log((1 - noise) * shape / total + noise / _DAYS) if total else np.zeros(_DAYS)


def _lag(day: date) -> np.ndarray:
    """Return how many days each day lies after the one given."""
    return _INDEX - (day.toordinal() - _ORDINAL0)


def _named_past(doc: Doc, found: list[Found], score: np.ndarray, evidence: list[str]) -> int | None:
    """Add the years and months that are named: the latest one bounds the day from below."""
    years: dict[int, tuple[date, str]] = {}
    for one in found:
        text = one.parts.get("year", "")[-4:]
        if one.rule not in {"month_day", "month_year", "year", "iso", "season"} or not text.isdigit():
            continue
        year = int(text)
        if not FIRST.year <= year <= LAST.year:
            continue
        month = int(words("month").get(one.parts.get("month", ""), 1)) if "month" in one.parts else 1
        first = date(year, month, 1)
        years[one.start] = max(years.get(one.start, (first, "")), (first, doc.text[one.start : one.end]))
    if not years:
        return None
    first, said = max(years.values())
    lag = _lag(first)
    score += _mix(
        np.where(lag >= 0, np.exp(-np.maximum(lag, 0) / 400.0), np.exp(np.minimum(lag, 0) / 60.0) * 0.1), 0.1
    )
    evidence.append(f"“{said}” is the latest date with its year")
    return first.year


def _days_named(doc: Doc, found: list[Found], ways: list[int], score: np.ndarray, evidence: list[str]) -> int:
    """Add each day of a month: the article is near it, on the side the verb says."""
    count = 0
    for one, way in zip(found, ways, strict=True):
        if one.rule != "month_day" or count >= 6:
            continue
        month, day = int(words("month")[one.parts["month"]]), int(one.parts["day"])
        year = one.parts.get("year", "")
        shape = np.zeros(_DAYS)
        for y in [int(year[-4:])] if year[-4:].isdigit() else range(FIRST.year, LAST.year + 1):
            try:
                here = date(y, month, day)
            except ValueError:
                continue
            if FIRST <= here <= LAST:
                gap = _lag(here)
                past, ahead = (
                    np.exp(-np.abs(gap) / 25.0) * (gap >= 0),
                    np.exp(-np.abs(gap) / 20.0) * (gap < 0),
                )
                shape += past * (0.08 if way > 0 else 1) + ahead * (1 if way > 0 else 0.08)
        score += _mix(shape, 0.15)
        if "weekday" in one.parts:
            score += _fits(month, day, int(words("weekday")[one.parts["weekday"]]))
        side = {1: " is ahead", -1: " is behind"}.get(way, " is near")
        evidence.append(f"“{doc.text[one.start : one.end]}”{side}")
        count += 1
    return count


def _fits(month: int, day: int, weekday: int, way: int | None = None) -> np.ndarray:
    """Return the log-likelihood of days from whose view that day of the month is that weekday.

    With a direction, it is the very day that the bare weekday means: within a week, on that side.
    """
    good = np.full(_DAYS, 1e-3)
    for year in range(FIRST.year, LAST.year + 1):
        try:
            here = date(year, month, day)
        except ValueError:
            continue
        if here.isoweekday() == weekday:
            lag = _lag(here)
            near = (
                np.abs(lag) <= 180
                if way is None
                else (lag <= 0) & (lag > -7)
                if way > 0
                else (lag >= 0) & (lag < 7)
            )
            good[near] = 1.0
    return np.log(good)


def _run(found: list[Found], rule: str, text: str) -> list[list[Found]]:
    """Return coordinated expressions of a rule: "Monday and Tuesday", "April 8 and 9"."""
    runs: list[list[Found]] = []
    for one in found:
        if one.rule != rule:
            continue
        if runs and re.fullmatch(
            r"\s?(?:,|,? ?and|to|through|or|-|–)\s?", text[runs[-1][-1].end : one.start].strip(" ") or "x"
        ):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [run for run in runs if len(run) > 1]


def _weekdays(
    doc: Doc, found: list[Found], ways: list[int], score: np.ndarray, evidence: list[str], near: int
) -> None:
    """Add the first weekdays by direction, and coordinated weekdays beside coordinated days of a month."""
    seen = 0
    for one, way in zip(found, ways, strict=True):
        if one.rule not in {"weekday", "weekday_clock"} or "shift" in one.parts or seen >= 6:
            continue
        day = int(words("weekday")[one.parts["weekday"]])
        if way > 0:
            likely = _AHEAD[(day - _WEEKDAY) % 7]
        else:
            likely = _AFTER[(_WEEKDAY - day) % 7]
        score += np.log(likely) * (1.0 if seen < 3 else 0.5)
        evidence.append(f"“{doc.text[one.start : one.end]}” is {'ahead' if way > 0 else 'behind or today'}")
        seen += 1
    place = {one.start: way for one, way in zip(found, ways, strict=True)}
    for days in _run(found, "month_day", doc.text):
        for week in _run(found, "weekday", doc.text):
            if len(days) == len(week) and place[days[0].start] == place[week[0].start]:
                first = days[0].parts
                number = int(words("weekday")[week[0].parts["weekday"]])
                way = place[days[0].start]
                score += np.maximum(
                    _fits(int(words("month")[first["month"]]), int(first["day"]), number, way), -4.0
                )
                said = doc.text[week[0].start : week[-1].end], doc.text[days[0].start : days[-1].end]
                evidence.append(f"“{said[0]}” are “{said[1]}”")
                return


def _answer(score: np.ndarray, evidence: list[str], latest: int | None, near: int) -> Publication:
    """Return as much as the probability over days allows."""
    if not evidence or latest is None and not near:
        return Publication()
    chance = np.exp(score - score.max())
    chance /= chance.sum()
    best = int(chance.argmax())
    said = "; ".join(dict.fromkeys(evidence))
    around = chance[max(best - 1, 0) : best + 2].sum()
    if latest is not None and chance[best] >= SURE_DAY and around >= SURE_SPAN:
        day = FIRST + timedelta(best)
        return Publication(day, "inferred", f"{day:%A} {day.isoformat()}: {said}.", day, day)
    year, month = int(_YEAR[best]), int(_MONTH[best])
    if chance[(_YEAR == year) & (_MONTH == month)].sum() >= SURE_SPAN and latest is not None:
        begin, end = month_days(year, month)
        return Publication(None, "inferred", f"In {begin:%B %Y}: {said}.", begin, end)
    if chance[year == _YEAR].sum() >= SURE_SPAN and latest is not None:
        return Publication(None, "inferred", f"In {year}: {said}.", date(year, 1, 1), date(year, 12, 31))
    total = chance.cumsum()
    low, high = int(np.searchsorted(total, 0.02)), int(np.searchsorted(total, 0.98))
    if latest is not None and high - low <= 5 * 366:
        begin, end = FIRST + timedelta(low), FIRST + timedelta(min(high, _DAYS - 1))
        return Publication(None, "inferred", f"Between {begin.year} and {end.year}: {said}.", begin, end)
    return Publication()
