"""Infer the day an article was published from what it says: one likelihood over days, with its evidence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from explore.dates import likelihood
from explore.dates.days import month_days
from explore.dates.evidence import Observation, observe, runs
from explore.dates.stated import dateline, stated
from explore.dates.timex import Publication

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from explore.dates.found import Found

# A day is answered where it and its neighbours have most of the probability (set on articles of known date).
SURE_DAY, SURE_AROUND, SURE_SPAN = 0.42, 0.6, 0.95
# A span must hold so much of it; one of few days is told by its days, one of more years not at all.
_SURE_WINDOW, _FEW_DAYS, _MOST_YEARS = 0.945, 45, 5
# Later mentions repeat earlier ones: each counts less than the one before.
_FADE = (1.0, 0.8, 0.6, 0.4, 0.3, 0.2, 0.1, 0.1)
_SAME_RUN, _SAME_DAY = 0.95, 0.4


def infer(doc: Doc, found: list[Found], ways: list[int]) -> Publication:
    """Return the day of publication as far as the text allows: a day, a month, a year, a span, or nothing.

    Each expression adds its log-likelihood to every day from 1985 to 2035. Being silent is better than wrong.
    """
    text = doc.text
    if (given := stated(text)) is not None:
        return given
    seen = observe(doc, found, ways)
    score = np.zeros(likelihood.DAYS)
    evidence: list[str] = []
    head = dateline(text)
    if head:
        said, month, day = head
        score += likelihood.month_day(month, day, -1) + np.log(_on_the_day(month, day))
        evidence.append(f"the dateline is “{said}”")
    anchored = _years(seen, score, evidence)
    told = _together(seen, text, score, evidence)
    near = _days(seen, score, evidence, told) or head is not None
    _weekdays(seen, score, evidence, told)
    _months(seen, score, evidence)
    return _answer(score, evidence) if anchored or near else Publication()


def _on_the_day(month: int, day: int) -> NDArray[np.float64]:
    """Return the chance of each day under a dateline with this day of the month: that day or the next."""
    since = likelihood.since(month, day)
    chance: NDArray[np.float64] = np.where(since == 0, 0.9, np.where(since == 1, 0.08, 1e-4))
    return chance


def _years(seen: list[Observation], score: NDArray[np.float64], evidence: list[str]) -> bool:
    """Add the latest year, month or day named as past, and the first named as still ahead."""
    behind: dict[str, tuple[date, Observation]] = {}
    ahead: list[tuple[date, Observation]] = []
    for one in seen:
        if one.year is None or not likelihood.FIRST.year <= one.year <= likelihood.LAST.year:
            continue
        grain = _grain(one)
        try:
            first = date(one.year, one.month or 1, one.day or 1)
        except ValueError:
            continue
        if one.way > 0:
            last = date(one.year, 12, 31) if one.month is None else month_days(one.year, one.month)[1]
            ahead.append((last, one))
        elif not one.names and (grain not in behind or first > behind[grain][0]):
            behind[grain] = first, one
    doubtful = {(one.year, one.month, one.day) for _, one in ahead}  # both ahead and behind: misread once
    behind = {k: v for k, v in behind.items() if (v[1].year, v[1].month, v[1].day) not in doubtful}
    known = max((first.year for first, one in behind.values() if one.month), default=0)
    if "year" in behind and behind["year"][0].year < known:
        del behind["year"]
    for grain, (first, one) in behind.items():
        score += likelihood.after_named(first, grain, _stamp(one, first, seen) if grain == "day" else 0.0)
        if first == max(day for day, _ in behind.values()):
            evidence.append(f"“{one.text}” is the latest {_grain(one)} named as past")
    named = {one.year: one for one in seen if one.names and one.year and one.month is None}
    for fade, year in zip(_FADE, sorted(named, reverse=True), strict=False):
        if likelihood.FIRST.year <= year <= likelihood.LAST.year:
            score += fade * likelihood.year_in_name(year)
    latest = max((first for first, one in behind.values() if one.day), default=date.min)
    ahead = [(last, one) for last, one in ahead if last >= latest]  # a day behind it is none ahead
    if ahead:
        last, one = min(ahead, key=lambda pair: pair[0])
        score += likelihood.before_named(last)
        evidence.append(f"“{one.text}” is still ahead")
    return bool(behind or ahead or named)


def _stamp(one: Observation, first: date, seen: list[Observation]) -> float:
    """Return how likely a full date is a stamp: no verb governs it, a weekday or its like is by it."""
    alike = sum(
        o.year == first.year and o.month == first.month and o.day is not None and 0 <= first.day - o.day <= 3
        for o in seen
    )
    told = [o for o in seen if (o.year, o.month, o.day) == (one.year, one.month, one.day)]
    if any((o.way < 0 or o.placed) and not o.weekday for o in told):
        return 0.08  # "On July 6, 2015, she said" is told as one date among others
    if alike > 2:
        return 0.95
    return 0.85 if one.weekday or alike > 1 else 0.25 if one.way == 0 else 0.1


def _grain(one: Observation) -> str:
    return "year" if one.month is None else "month" if one.day is None else "day"


def _days(
    seen: list[Observation], score: NDArray[np.float64], evidence: list[str], told: frozenset[str]
) -> bool:
    """Add each day of a month that is named without its year: the article is near it."""
    days: dict[tuple[int, int], Observation] = {}
    for one in seen:
        if one.kind == "day" and one.month and one.day and one.year is None:
            days.setdefault((one.month, one.day), one)
    for fade, ((month, day), one) in zip(_FADE, days.items(), strict=False):
        score += fade * likelihood.month_day(month, day, one.way, one.weekday)
        if one.text not in told:
            evidence.append(f"“{one.text}” is {_side(one)}")
    return bool(days)


def _side(one: Observation) -> str:
    return {1: "still ahead", -1: "behind"}.get(one.way, "near")


def _together(
    seen: list[Observation], text: str, score: NDArray[np.float64], evidence: list[str]
) -> frozenset[str]:
    """Add weekdays and days of a month that name the same days; return their words."""
    weeks = [run for run in runs(seen, text, "weekday") if not any(one.shift for one in run)]
    for days in runs(seen, text, "day"):
        first = days[0]
        if first.year or first.weekday or not first.month or not first.day or not first.way:
            continue
        alike = [w for w in weeks if len(w) == len(days) and w[0].way == first.way]
        best = max(alike, key=lambda w: (len(w) > 1, w[0].verb == first.verb), default=None)
        if best is None:
            continue
        sure = _SAME_RUN if len(days) > 1 else _SAME_DAY if best[0].verb == first.verb else 0.0
        if not sure or not best[0].weekday:
            continue
        score += likelihood.same_day(first.month, first.day, best[0].weekday, first.way, sure)
        if len(days) > 1:
            said = text[best[0].start : best[-1].end], text[first.start : days[-1].end]
            side = "still ahead" if first.way > 0 else "behind"
            evidence.append(f"“{said[0]}” are “{said[1]}”, {side}")
            return frozenset(one.text for one in (*days, *best))
    return frozenset()


def _weekdays(
    seen: list[Observation], score: NDArray[np.float64], evidence: list[str], told: frozenset[str]
) -> None:
    """Add the weekdays, each once a direction; one whose verb tells none repeats one whose verb does."""
    days: dict[tuple[int, int], Observation] = {}
    placed = {one.weekday for one in seen if one.kind == "weekday" and one.way}
    for one in seen:
        if one.kind == "weekday" and one.weekday and not one.shift and (one.way or one.weekday not in placed):
            days.setdefault((one.weekday, one.way), one)
    for fade, one in zip(_FADE, days.values(), strict=False):
        score += fade * likelihood.weekday(one.weekday or 0, one.way, one.reported)
        if one.text not in told:
            evidence.append(f"“{one.text}” is {'still ahead' if one.way > 0 else 'today or just behind'}")


def _months(seen: list[Observation], score: NDArray[np.float64], evidence: list[str]) -> None:
    """Add months without their year: "last October", "in May"."""
    months: dict[int, Observation] = {}
    for one in seen:
        if one.kind == "month" and one.month and one.year is None and (one.way or one.shift):
            months.setdefault(one.month, one)
    for fade, one in zip(_FADE, months.values(), strict=False):
        score += fade * likelihood.month_only(one.month or 0, one.way, one.shift)
        evidence.append(f"“{one.text}” is {_side(one)}")


def _answer(score: NDArray[np.float64], evidence: list[str]) -> Publication:
    """Return as much as the probability over days allows."""
    chance = np.exp(score - score.max())
    chance /= chance.sum()
    best = int(chance.argmax())
    said = "; ".join(dict.fromkeys(evidence))
    day = likelihood.day_at(best)
    if chance[best] >= SURE_DAY and chance[max(best - 1, 0) : best + 2].sum() >= SURE_AROUND:
        return Publication(day, "inferred", f"{day:%A} {day.day} {day:%B %Y}: {said}.", day, day)
    begin, end = _window(chance)
    if (end - begin).days > _FEW_DAYS:
        in_year = day.year == likelihood.YEAR
        if chance[in_year & (day.month == likelihood.MONTH)].sum() >= SURE_SPAN:
            begin, end = month_days(day.year, day.month)
            return Publication(None, "inferred", f"In {begin:%B %Y}: {said}.", begin, end)
        if chance[in_year].sum() >= SURE_SPAN:
            begin, end = month_days(day.year, 1, 12)
            return Publication(None, "inferred", f"In {day.year}: {said}.", begin, end)
        if (end - begin).days > _MOST_YEARS * 366:
            return _without_year(chance, said)
        return Publication(None, "inferred", f"Between {begin.year} and {end.year}: {said}.", begin, end)
    span = f"Between {begin.day} {begin:%B %Y} and {end.day} {end:%B %Y}"
    return Publication(None, "inferred", f"{span}: {said}.", begin, end)


def _window(chance: NDArray[np.float64]) -> tuple[date, date]:
    """Return the shortest run of days with enough of the probability."""
    total = np.concatenate(([0.0], chance.cumsum()))
    ends = np.searchsorted(total, total[:-1] + _SURE_WINDOW)
    lengths = np.where(ends < len(total), ends - np.arange(len(chance)), len(chance) + 1)
    first = int(lengths.argmin())
    last = min(first + int(lengths[first]), len(chance)) - 1
    return likelihood.day_at(first), likelihood.day_at(last)


def _without_year(chance: NDArray[np.float64], said: str) -> Publication:
    """Return the day of the year alone, as evidence, where the years are open and the day is not."""
    by_day = np.bincount(32 * likelihood.MONTH + likelihood.DAY, weights=chance, minlength=13 * 32)
    best = int(by_day.argmax())
    if by_day[best] < SURE_DAY:
        return Publication()
    day = date(2000, best // 32, best % 32)
    return Publication(None, "inferred", f"{day.day} {day:%B}, of a year that is not told: {said}.")
