"""What found words mean: TIMEX3 type and value, against a day of reference and a direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.values import calendar, daily, feast, lengths, quarters, relative, weekdays
from explore.dates.values.frame import Meaning, Parts, Where

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["RULES", "Meaning", "Where", "meaning"]

RULES: dict[str, Callable[[Parts, Where], Meaning | None]] = {
    rule.__name__: rule
    for rule in (
        calendar.iso,
        calendar.slashed,
        calendar.month_day,
        calendar.week_of,
        calendar.month_year,
        calendar.month,
        calendar.year,
        calendar.early_year,
        calendar.bc,
        calendar.decade,
        calendar.decade_word,
        calendar.century,
        calendar.season,
        weekdays.weekday,
        weekdays.weekday_away,
        weekdays.weekday_of_week,
        weekdays.weekday_told,
        weekdays.weekday_nth,
        weekdays.weekday_far,
        calendar.named_day,
        feast.feast,
        calendar.famous,
        quarters.quarter,
        quarters.year_part,
        quarters.the_quarter,
        daily.today,
        daily.day_away,
        daily.clock,
        daily.day_part,
        daily.some_day,
        relative.shift_unit,
        relative.ago,
        relative.that_unit,
        relative.the_unit,
        relative.nth_unit,
        relative.year_end,
        daily.month_of_day,
        relative.reference,
        relative.vague,
        lengths.duration,
        lengths.shift_units,
        lengths.vague_duration,
        lengths.bare_units,
        lengths.every,
        lengths.plural_weekday,
        lengths.often,
        lengths.per,
    )
}


def meaning(rule: str, parts: Parts, at: Where) -> Meaning | None:
    """Return what a shape means where it stands; None where it is no time after all (30 February)."""
    try:
        return RULES[rule](parts, at)
    except (ValueError, OverflowError):
        return None
