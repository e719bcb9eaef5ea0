"""Several events that one word tells: each stop of a journey, each day of talks, each guest."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from explore.events.codebook import CONTACTS
from explore.events.sides import HELD_CONTACTS, Sides

if TYPE_CHECKING:
    from explore.events.draft import Draft, Place
    from explore.events.when import Placed, When

LEFT = ("object", "from")


class Repeats(Sides):
    """The events that a draft stands for where its words tell several."""

    def each_stop(self, draft: Draft) -> list[Draft]:
        """Return a draft for each country of a journey: "will fly to Moscow and Beijing"."""
        if draft.kind != "visit" or draft.goal is None or draft.trigger.entry.frame.goal == LEFT:
            return [draft]
        for name in draft.trigger.entry.frame.goal:
            ranges = self.phrases.ranges(draft.trigger, name)
            stops = {p.country: p for s, e in ranges for i in range(s, e) if (p := self.places.get(i))}
            joined = any(t.lower_ == "and" for s, e in ranges for t in self.doc[s:e])
            if len(stops) > 1 and joined and draft.goal in stops.values() and None not in stops:
                return [
                    replace(draft, goal=p, place=None if p.is_country else p, sentences=list(draft.sentences))
                    for p in stops.values()
                ]
        return [draft]

    def each_time(self, draft: Draft) -> list[Draft]:
        """Return a draft for each day and place: "met in Beijing on April 6 and again in Rome on Friday"."""
        token = draft.trigger.token
        stretch = self.calendar.behind(draft.trigger)
        told: list[tuple[When, Place | None, bool]] = []
        start = token.i + 1
        for number, placed in enumerate(stretch):
            end = stretch[number + 1].start if number + 1 < len(stretch) else self.bounds[token.i][1]
            joint = next((i for i in range(placed.end, end) if self.doc[i].lower_ in {"and", ","}), end)
            where = self.first_place(start, joint)
            again = any(t.lower_ == "again" for t in self.doc[start:joint])
            told.append((placed.when, where, again))
            start = joint
        if others := self._each_partner(draft, stretch):
            return others
        if len(told) < 2 or draft.kind not in CONTACTS or told[0][1] is None:
            return [draft]
        if self._names_another(stretch):
            return [replace(draft, when=told[0][0], place=told[0][1])]
        if told[1][1] not in {None, told[0][1]}:
            # "in Rome in May, in Oslo in June and at the border in July": what has no place is left.
            told = [told[0], *(one for one in told[1:] if one[1] is not None or one[2])]
        if not all((place is not None and place != told[0][1]) or again for _, place, again in told[1:]):
            return [draft]
        return [
            replace(
                draft, when=when, place=place, sentences=list(draft.sentences), parties=list(draft.parties)
            )
            for when, place, _ in told
        ]

    def _each_partner(self, draft: Draft, stretch: list[Placed]) -> list[Draft]:
        """Return a draft for each day and its guest: "will meet Fidan on Friday and Erdogan on Saturday"."""
        first = [p for p in draft.parties if p.start < draft.trigger.token.i]
        if (
            draft.kind not in HELD_CONTACTS
            or len(stretch) < 2
            or not first
            or len(first) == len(draft.parties)
        ):
            return []
        found = [replace(draft, when=stretch[0].when)]
        for one, other in pairwise(stretch):
            joined = self.doc[one.end].lower_ in {"and", ","}
            people = [p for p in self.phrases.people(one.end, other.start) if p.kind == "person"]
            if not joined or not people or {p.name for p in people} & set(draft.names):
                return []
            found.append(
                replace(draft, when=other.when, parties=[*first, *people], sentences=list(draft.sentences))
            )
        return found

    def _names_another(self, stretch: list[Placed]) -> bool:
        """Say whether a second time is for another: "met Macron in Paris on Friday and Ito in Rome"."""
        return any(
            t.tag_ in {"NNP", "NNPS"} and t.text[0].isupper() and t.i not in self.places
            for one, other in pairwise(stretch)
            for t in self.doc[one.end : other.start]
        )


def each_visit(draft: Draft) -> list[Draft]:
    """Return a draft for each traveller of "visits by Yellen and Blinken"."""
    plural = draft.trigger.token.tag_ in {"NNS", "NNPS"}
    if draft.kind != "visit" or not plural or len(draft.persons) < 2:
        return [draft]
    return [replace(draft, parties=[party], sentences=list(draft.sentences)) for party in draft.parties]
