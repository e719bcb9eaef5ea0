"""Clues from what is known of the world: offices, people, topics, words of a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.dates.publication import likelihood
from explore.dates.publication.ages import ages
from explore.dates.publication.clue import Clue
from explore.dates.publication.eras import latest_era
from explore.dates.publication.topics import topics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explore.dates.publication.tenure import Tenure
    from explore.dates.publication.topics import Topic

_MOST_OFFICES, _MOST_PEOPLE, _MOST_TOPICS, _MOST_AGES = 6, 4, 5, 3
_MOST_SPANS = 2
# Days up to which a topic is one of months, and one of years; what lasted longer is one of a time.
_MONTHS, _YEARS = 550, 2000


def background(text: str, tenures: Sequence[Tenure], held: Sequence[Clue]) -> list[Clue]:
    """Return the clues of a text by what it speaks of; `held` are those of what was held or happened."""
    said = {clue.said for clue in held}
    known = [one for one in topics(text) if f"“{one.text}”" not in said]
    return [
        *_offices(tenures),
        *_people(known, tenures),
        *_topics(known, tenures),
        *held,
        *_ages(text),
        *_era(text),
    ]


def _offices(tenures: Sequence[Tenure]) -> Iterator[Clue]:
    """Yield the clues of who held an office, the latest to come into it first."""
    titled = _latest([one for one in tenures if one.titled])[:_MOST_OFFICES]
    rank = "latest"
    for one in titled:
        if one.former:
            ended = min(end.toordinal() if end else likelihood.ORDINAL[-1] for _, end in one.terms)
            yield Clue("office former", likelihood.flags(ended >= likelihood.ORDINAL))
            continue
        bins = likelihood.outside(one.terms)
        yield Clue(f"office {rank}", bins, f"“{one.text}” was {_held(one)}")
        rank = "earlier"


def _people(known: Sequence[Topic], tenures: Sequence[Tenure]) -> Iterator[Clue]:
    """Yield the clues of people named without their office, but for those who are a topic."""
    news = " ".join(one.text for one in known)
    people = _latest([one for one in tenures if not one.titled and one.text not in news])
    for rank, one in enumerate(people[:_MOST_PEOPLE]):
        bins = likelihood.outside(one.terms)
        where = "earlier" if rank else "latest"
        yield Clue(f"person {where}", bins, f"“{one.text}” was {_held(one)}")


def _latest(tenures: Sequence[Tenure]) -> list[Tenure]:
    return sorted(tenures, key=lambda one: max(begin for begin, _ in one.terms), reverse=True)


def _held(one: Tenure) -> str:
    """Return the years of each office in words, terms without a break together, the last two."""
    spans: list[tuple[str, int, int | None]] = []
    for office, (begin, end) in zip(one.offices or ["in office"] * len(one.terms), one.terms, strict=True):
        since, until = begin.year, end.year if end else None
        if spans and spans[-1][0] == office and (before := spans[-1][2]) and since <= before + 1:
            since = spans.pop()[1]
        spans.append((office, since, until))
    told, said = [], ""
    for office, since, until in spans[-_MOST_SPANS:]:
        years = f"from {since} {'on' if until is None else f'to {until}'}"
        told.append(years if office == said else f"{office} {years}")
        said = office
    return " and ".join(told)


def _topics(known: Sequence[Topic], tenures: Sequence[Tenure]) -> Iterator[Clue]:
    """Yield the clues of what was news, the latest to begin first; not of whose office is a clue."""
    offices = " ".join(one.text for one in tenures if one.titled)
    found = [one for one in known if one.text not in offices][:_MOST_TOPICS]
    for rank, one in enumerate(found):
        where = "earlier" if rank else "latest"
        until = f" to {one.end:%B %Y}" if one.end else " on"
        said = f"“{one.text}” was news from {one.begin:%B %Y}{until}"
        bins = likelihood.outside(((one.begin, one.end),))
        yield Clue(f"topic {where} {_length(one)}", bins, said)


def _ages(text: str) -> Iterator[Clue]:
    """Yield the clues of how old known people are."""
    for one in ages(text)[:_MOST_AGES]:
        bins = likelihood.outside(((one.begin, one.end),))
        yield Clue("age", bins, f"{one.name} is {one.years} from {one.begin.day} {one.begin:%B %Y} on")


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
