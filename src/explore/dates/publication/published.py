"""Infer the day an article was published from what it says: one likelihood over days, with its evidence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from explore.columns import text_of
from explore.dates.days import month_days
from explore.dates.publication import likelihood
from explore.dates.publication.clues import clues
from explore.dates.publication.evidence import observe
from explore.dates.publication.stated import partly_stated, stated
from explore.dates.timex import Publication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from explore.dates.found import Found
    from explore.dates.publication.clue import Clue
    from explore.dates.publication.evidence import Observation
    from explore.dates.publication.tenure import Tenure

# A day is answered where it has so much of the probability, and so much with the day before and after it; a
# span where it has so much. Chosen by cross-validation on articles of known date: see training/dates.
SURE_DAY, SURE_AROUND, SURE_SPAN = 0.3, 0.66, 0.985
# Where the text states the day but for its year, a mistake is one of a year.
SURE_YEAR = 0.85
# A span of few days is told by its days, one of more years not at all.
_FEW_DAYS, _MOST_YEARS = 45, 5
_NAMES_A_DAY = ("day", "date", "weekdays", "occasion on weekday")
# What an article was published on that stands under a dateline: that day, or the next.
_DATELINE = (np.log(0.9), np.log(0.08), np.log(1e-4))
# The weekday that the news under a dateline names first is the dateline's, or one of six others.
_DATELINE_WEEKDAY = (np.log(0.75), np.log(0.25 / 6))
_MOST_SAID = 8
# Characters within which a weekday is part of the news and not of what else it tells.
_LEAD = 500


def infer(doc: Doc, found: list[Found], ways: list[int], tenures: Sequence[Tenure] = ()) -> Publication:
    """Return the day of publication as far as the text allows: a day, a month, a year, a span, or nothing.

    Each clue adds its log-likelihood to every day from 1985 to 2035. Being silent is better than wrong.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    found : list of Found
        Its time expressions.
    ways : list of int
        The direction of each.
    tenures : sequence of Tenure
        The holders of offices that it names, where somebody knows them.
    """
    text = text_of(doc)
    if (given := stated(text)) is not None:
        return given
    seen = observe(doc, found, ways)
    told = clues(text, seen, tenures)
    score = score_days(told)
    first: list[str] = []
    head = partly_stated(text, doc._.date_lines)
    if head:
        words, days = head
        since = likelihood.nearest(days)
        score = score + np.select([since == 0, since == 1], _DATELINE[:2], _DATELINE[2])
        if weekday := _news_day(seen):
            falls = (likelihood.WEEKDAY - since - weekday) % 7 == 0
            score = score + np.where(falls, *_DATELINE_WEEKDAY)
        first.append(f"the dateline is “{words}”")
    if head is None and all(clue.kind.startswith(("weekday", "month of a year", "era")) for clue in told):
        return Publication()
    best = likelihood.day_at(int(score.argmax()))
    said = [words for clue in told if (words := _said(clue, best))]
    if head:
        return _answer(score, first + said, SURE_YEAR)
    names_a_day = any(clue.kind.startswith(_NAMES_A_DAY) for clue in told)
    return _answer(score, first + said, SURE_AROUND if names_a_day else None)


def _news_day(seen: Sequence[Observation]) -> int | None:
    """Return the weekday that the lead of an article names first, of what is behind."""
    return next(
        (
            one.weekday
            for one in seen
            if one.kind == "weekday" and one.way < 0 and not one.shift and one.start < _LEAD
        ),
        None,
    )


def score_days(told: Sequence[Clue]) -> NDArray[np.float64]:
    """Return the log-likelihood of each day of `likelihood`, up to a constant."""
    weights = likelihood.weights()
    score = likelihood.PRIOR.copy()
    for clue in told:
        if clue.kind in weights:
            score += weights[clue.kind].take(clue.bins)
    return score


def _said(clue: Clue, day: date) -> str:
    """Return a clue in words; of what was held more than once the time nearest to a day."""
    if not clue.held:
        return clue.said
    begin, end = min(clue.held, key=lambda days: max(days[0] - day, day - days[1]))
    last = f" to {end.day} {end:%B}" if end != begin else ""
    return f"{clue.said} was on {begin.day} {begin:%B}{last} {begin.year}"


def _answer(score: NDArray[np.float64], evidence: list[str], around: float | None) -> Publication:
    """Return as much as the probability over days allows: a day where enough lies around it, else a span."""
    chance = np.exp(score - score.max())
    chance /= chance.sum()
    best = int(chance.argmax())
    said = "; ".join(list(dict.fromkeys(evidence))[:_MOST_SAID])
    day = likelihood.day_at(best)
    near = chance[max(best - 1, 0) : best + 2].sum()
    if around and chance[best] >= SURE_DAY and near >= around:
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
    ends = np.searchsorted(total, total[:-1] + SURE_SPAN)
    lengths = np.where(ends < len(total), ends - np.arange(len(chance)), len(chance) + 1)
    first = int(lengths.argmin())
    last = min(first + int(lengths[first]), len(chance)) - 1
    return likelihood.day_at(first), likelihood.day_at(last)


def _without_year(chance: NDArray[np.float64], said: str) -> Publication:
    """Return the day of the year alone, as evidence, where the years are open and the day is not."""
    by_day = np.bincount(32 * likelihood.MONTH + likelihood.DAY, weights=chance, minlength=13 * 32)
    best = int(by_day.argmax())
    if by_day[best] < SURE_AROUND:
        return Publication()
    day = date(2000, best // 32, best % 32)
    return Publication(None, "inferred", f"{day.day} {day:%B}, of a year that is not told: {said}.")
