"""The events told so far, looked up by day and by person, so that long texts take linear time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.sameness import claim_of, same
from explore.events.words import SUMMITS

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from explore.events.draft import Draft
    from explore.events.sameness import Claim
    from explore.events.when import When

# A stretch over more months is looked up as a long one.
_MOST_MONTHS = 24
_LONG = ("long",)


class Told:
    """Events in the order of the text, and where to look for those that a mention can be of."""

    def __init__(self) -> None:
        self.events: list[Draft] = []
        self._places: dict[Hashable, dict[int, None]] = {}
        self._number: dict[int, int] = {}

    def add(self, event: Draft) -> None:
        """Add an event, or enter one again whose days or people have grown."""
        number = self._number.setdefault(id(event), len(self.events))
        if number == len(self.events):
            self.events.append(event)
        for key in _keys(event):
            self._places.setdefault((event.kind, key), {})[number] = None

    def known(self, draft: Draft) -> Draft | None:
        """Return the event that a mention can be of: the nearest before it, one at the very place first."""
        claim = claim_of(draft)
        found = (event for event in self._near(claim) if same(event, claim))
        first = next(found, None)
        if first is None or draft.parties or draft.place is None or first.place == draft.place:
            return first
        return next((event for event in found if event.place == draft.place), first)

    def _near(self, claim: Claim) -> Iterator[Draft]:
        """Yield the events that a mention may be of, the nearest first."""
        kinds = (claim.draft.kind, "call") if claim.vague else (claim.draft.kind,)
        places = [self._places.get((kind, key), {}) for kind in kinds for key in _looked_up(claim)]
        for number in sorted({n for numbers in places for n in numbers}, reverse=True):
            yield self.events[number]


def _keys(event: Draft) -> Iterator[Hashable]:
    """Yield under what an event is looked up."""
    yield "any"
    yield from _months(event.when) if event.when is not None else ("undated",)
    yield from event.persons or ("nobody",)
    if event.trigger.entry.word in SUMMITS:
        yield "summit"


def _looked_up(claim: Claim) -> tuple[Hashable, ...]:
    """Return under what the events are that a mention can be of: those of its days, else of its people."""
    when = claim.draft.when
    months = _months(when) if when is not None else _LONG
    if months != _LONG:
        return (*months, *_LONG, "undated")
    return (*claim.persons, "nobody", "summit") if claim.persons else ("any",)


def _months(when: When) -> tuple[Hashable, ...]:
    first, last = (12 * day.year + day.month for day in (when.begin, when.end))
    return tuple(range(first, last + 1)) if last - first < _MOST_MONTHS else _LONG
