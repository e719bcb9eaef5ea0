"""Time expressions: found, normalised, anchored; and the day an article was published."""

from explore.dates.access import timex_of, timexes_in
from explore.dates.component import make_dates
from explore.dates.table import dates_table
from explore.dates.timeml import to_timeml
from explore.dates.timex import Grain, Publication, Timex, TimexType

__all__ = [
    "Grain",
    "Publication",
    "Timex",
    "TimexType",
    "dates_table",
    "make_dates",
    "timex_of",
    "timexes_in",
    "to_timeml",
]
