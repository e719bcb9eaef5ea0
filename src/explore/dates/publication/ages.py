"""When somebody is as old as a text says: "Fidel Castro, 80," is written in the year from his birthday on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from explore.dates.phrases import by_first_word, spotted
from explore.shipped import named_rows

# "Castro, 80, left", "Castro (80)", "the 80-year-old Castro", "80-year-old Fidel Castro".
_AGE = re.compile(
    r"\b(?P<old>\d\d)-year-old\s(?:[A-Z][\w'’-]{1,20}\s){0,2}(?P<name>[A-Z][\w'’-]{1,30})"
    r"|(?P<name2>[A-Z][\w'’-]{1,30})(?:,\s(?:aged?\s|who\sis\s)?|\s\()(?P<old2>\d\d)(?=[,;)])"
)
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Age:
    """How old a text says somebody is, and the first and last day of that year of life."""

    name: str
    years: int
    begin: date
    end: date


@lru_cache(maxsize=1)
def _births() -> dict[str, date]:
    rows = named_rows(Path(__file__).with_name("births.csv"))
    return {row["name"]: date.fromisoformat(row["born"]) for row in rows}


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    return by_first_word(_births())


def ages(text: str) -> list[Age]:
    """Return the ages that a text tells of known people, whom it names in full somewhere; each person once.

    >>> [
    ...     (one.name, one.years, str(one.begin))
    ...     for one in ages("Fidel Castro fell. Castro, 80, is in hospital.")
    ... ]
    [('Fidel Castro', 80, '2006-08-13')]
    """
    told = list(_AGE.finditer(text))
    if not told:
        return []
    bearers: dict[str, dict[date, str]] = {}
    for _, name in spotted(text, _phrases()):
        bearers.setdefault(name.rsplit(None, 1)[-1], {}).setdefault(_births()[name], name)
    found: dict[date, Age] = {}
    for match in told:
        family = _POSSESSIVE.sub("", match["name"] or match["name2"])
        if len(known := bearers.get(family, {})) == 1:
            ((day, name),) = known.items()
            years = int(match["old"] or match["old2"])
            end = _birthday(day, years + 1) - timedelta(1)
            found.setdefault(day, Age(name, years, _birthday(day, years), end))
    return list(found.values())


def _birthday(born: date, age: int) -> date:
    """Return the day on which somebody reaches an age; 1 March for who was born on 29 February."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
