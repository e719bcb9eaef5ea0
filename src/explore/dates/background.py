"""Clues from what is known of the world: offices, people, topics, words of a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates import likelihood
from explore.dates.clue import Clue
from explore.dates.eras import latest_era
from explore.dates.topics import topics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explore.dates.tenure import Tenure
    from explore.dates.topics import Topic

_MOST_OFFICES, _MOST_PEOPLE, _MOST_TOPICS = 6, 4, 5
# Days up to which a topic is one of months, and one of years; what lasted longer is one of a time.
_MONTHS, _YEARS = 550, 2000


def background(text: str, tenures: Sequence[Tenure]) -> list[Clue]:
    """Return the clues of a text by what it speaks of."""
    known = topics(text)
    return [*_offices(tenures), *_people(known, tenures), *_topics(known, tenures), *_era(text)]


def _offices(tenures: Sequence[Tenure]) -> Iterator[Clue]:
    """Yield the clues of who held an office, in the order of the text."""
    for one in [one for one in tenures if one.titled][:_MOST_OFFICES]:
        if one.former:
            ended = min(end.toordinal() if end else likelihood.ORDINAL[-1] for _, end in one.terms)
            yield Clue("office former", likelihood.flags(ended >= likelihood.ORDINAL))
            continue
        bins = likelihood.binned("term", likelihood.outside(one.terms))
        yield Clue("office", bins, f"“{one.text}” was in office {_years(one)}")


def _people(known: Sequence[Topic], tenures: Sequence[Tenure]) -> Iterator[Clue]:
    """Yield the clues of people named without their office, but for those who are a topic."""
    news = " ".join(one.text for one in known)
    for one in [one for one in tenures if not one.titled and one.text not in news][:_MOST_PEOPLE]:
        bins = likelihood.binned("term", likelihood.outside(one.terms))
        yield Clue("person", bins, f"“{one.text}” was in office {_years(one)}")


def _years(one: Tenure) -> str:
    begin = min(begin.year for begin, _ in one.terms)
    ends = [end.year for _, end in one.terms if end]
    return f"from {begin} to {max(ends)}" if len(ends) == len(one.terms) else f"from {begin} on"


def _topics(known: Sequence[Topic], tenures: Sequence[Tenure]) -> Iterator[Clue]:
    """Yield the clues of what was news, the latest to begin first; not of whose office is a clue."""
    offices = " ".join(one.text for one in tenures if one.titled)
    found = [one for one in known if one.text not in offices][:_MOST_TOPICS]
    for rank, one in enumerate(found):
        where = "earlier" if rank else "latest"
        if one.happened:
            lag = likelihood.after_month(one.begin.year, one.begin.month)
            said = f"“{one.text}” is of {one.begin.day} {one.begin:%B %Y}"
            yield Clue(f"event {where}", likelihood.binned("month", lag), said)
            continue
        until = f" to {one.end:%B %Y}" if one.end else " on"
        said = f"“{one.text}” was news from {one.begin:%B %Y}{until}"
        bins = likelihood.binned("term", likelihood.outside([(one.begin, one.end)]))
        yield Clue(f"topic {where} {_length(one)}", bins, said)


def _length(one: Topic) -> str:
    """Return how long a topic was news, as `lags.csv` says it."""
    if one.end is None:
        return "on"
    days = (one.end - one.begin).days
    return "of months" if days < _MONTHS else "of years" if days < _YEARS else "of a time"


def _era(text: str) -> Iterator[Clue]:
    if (era := latest_era(text)) is not None:
        word, since = era
        before = likelihood.flags(since > likelihood.YEAR) + likelihood.flags(since - 2 > likelihood.YEAR)
        yield Clue("era", before, f"“{word}” is of {since} or later")
