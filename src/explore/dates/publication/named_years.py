"""Clues for the day of publication from what is named with its year: full dates, months, years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from explore.dates.publication import likelihood
from explore.dates.publication.clue import Clue
from explore.dates.publication.evidence import way_of

if TYPE_CHECKING:
    from explore.dates.publication.evidence import Observation

_MOST_DATES, _MOST_MONTHS, _EARLIER_YEARS = 6, 5, 2
# A year is not named for what lies so many days behind within it.
_OWN_YEAR = 31
# Full dates so close together are those of pictures and messages about the news.
_AROUND = 14


def named_years(seen: list[Observation]) -> list[Clue]:
    """Return the clues of days, months and years that are named with their year."""
    days: dict[date, list[Observation]] = {}
    months: dict[tuple[int, int], list[Observation]] = {}
    years: dict[int, list[Observation]] = {}
    for one in seen:
        if one.year is None or one.holiday:
            continue
        if one.month and one.day:
            try:
                days.setdefault(date(one.year, one.month, one.day), []).append(one)
            except ValueError:
                continue
        elif one.month:
            months.setdefault((one.year, one.month), []).append(one)
        else:
            years.setdefault(one.year, []).append(one)
    past = [day.year for day, ones in days.items() if way_of(ones) <= 0]
    past += [year for (year, _), ones in months.items() if not _ahead(ones)]
    past += [year for year, ones in years.items() if way_of(ones) <= 0 and not _names_or_limits(ones)]
    last = max(past, default=0)
    finer = {day.year for day in days} | {year for year, _ in months}
    return [*_full_dates(days), *_dated_months(months, last), *_years(years, last, finer)]


def _names_or_limits(ones: list[Observation]) -> bool:
    """Say whether a year is always part of a name, or always behind "by" or "until"."""
    return all(one.names for one in ones) or all(one.until for one in ones)


def _ahead(ones: list[Observation]) -> bool:
    """Say whether a month lies ahead: told to, or not told to be behind and a limit."""
    way = way_of(ones)
    return way > 0 or (way == 0 and all(one.until for one in ones))


def _full_dates(days: dict[date, list[Observation]]) -> list[Clue]:
    found: list[Clue] = []
    latest = max((day for day, ones in days.items() if way_of(ones) <= 0), default=None)
    for day in sorted(days, reverse=True)[:_MOST_DATES]:
        ones = days[day]
        lag = likelihood.after_date(day)
        if way_of(ones) > 0:
            said = f"“{ones[0].text}” is still ahead"
            found.append(Clue("date ahead", likelihood.binned("date", lag), said))
            continue
        told = any(one.way < 0 or one.placed for one in ones)
        if day == latest:
            around = sum(len(those) for when, those in days.items() if 0 <= (day - when).days <= _AROUND)
            marked = around > 2 or any(one.weekday for one in ones)
            kind = f"date latest {'told' if told else 'bare'}{' marked' if marked else ''}"
            said = f"“{ones[0].text}” is the latest day named as past"
            own = (day.year == likelihood.YEAR) & (lag >= _OWN_YEAR)
            found.append(Clue("date of its own year", likelihood.flags(own)))
        elif told:
            kind, said = "date earlier", ""
        else:
            continue  # pictures and messages come in dozens: the last one tells
        found.append(Clue(kind, likelihood.binned("date", lag), said))
    return found


def _dated_months(months: dict[tuple[int, int], list[Observation]], last: int) -> list[Clue]:
    found: list[Clue] = []
    latest = max((month for month, ones in months.items() if not _ahead(ones)), default=None)
    for year, month in sorted(months, reverse=True)[:_MOST_MONTHS]:
        ones = months[year, month]
        lag = likelihood.after_month(year, month)
        said = ""
        if _ahead(ones):
            kind, said = "month ahead", f"“{ones[0].text}” is still ahead"
        elif (year, month) == latest:
            kind = "month latest" if year == last else "month earlier"
            said = f"“{ones[0].text}” is the latest month named as past"
            own = (lag > 0) & (year == likelihood.YEAR)
            found.append(Clue("month of its own year", likelihood.flags(own)))
        else:
            kind = "month earlier"
        found.append(Clue(kind, likelihood.binned("month", lag), said))
    return found


def _years(years: dict[int, list[Observation]], last: int, finer: set[int]) -> list[Clue]:
    found: list[Clue] = []
    coming = [year for year, ones in years.items() if way_of(ones) > 0 and year >= last]
    soonest, earlier = min(coming, default=None), 0
    for year in sorted(years, reverse=True):
        ones = years[year]
        said = ""
        if way_of(ones) > 0:
            if year >= last and year != soonest:
                continue
            kind = "year ahead" if year == soonest else "year ahead and past"
            said = f"“{ones[0].text}” is still ahead" if year == soonest else ""
        elif year in finer:
            continue
        elif all(one.until for one in ones):
            kind = "year until" + (" latest" if year > last else "")
        elif year == last:
            name, open_ = all(one.names for one in ones), way_of(ones) == 0
            kind = "year latest" + (" in name" if name else " open" if open_ else "")
            said = f"“{ones[0].text}” is the latest year named as past"
        elif all(one.names for one in ones):
            kind = "year in name" + (" latest" if year > last else "")
            said = f"“{ones[0].text}” is in a name" if year > last else ""
        else:
            kind, earlier = "year earlier", earlier + 1
            if earlier > _EARLIER_YEARS:
                continue
        found.append(Clue(kind, likelihood.binned("year", likelihood.after_year(year)), said))
    return found
