"""Who is named where in a doc: the mentions of the actors component, or spaCy's names without it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.events.words import DELEGATES, OPPOSED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_REACH = 5
_ENTITIES = {"PERSON": "person", "GPE": "country", "NORP": "country", "ORG": "organisation"}


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named at a place in the text.

    Attributes
    ----------
    name : str
        Canonical name.
    kind : {"person", "country", "organisation"} or None
    country : str or None
        ISO 3166 alpha-3.
    start, end : int
        Tokens of the mention, end exclusive.
    how : str
        How it is named (name, role, pronoun, metonym, counterpart).
    """

    name: str
    kind: str | None
    country: str | None
    start: int
    end: int
    how: str = "name"


class Cast:
    """Everybody named in a doc, in the order of the text."""

    def __init__(self, doc: Doc) -> None:
        named = _from_mentions(doc) or _from_entities(doc)
        self.adjectives = {party.start: party for party in _adjectives(doc)}
        taken = {i for party in named for i in range(party.start, party.end)}
        named += [p for p in _delegations(doc, self.adjectives) if not taken & set(range(p.start, p.end))]
        self.parties = sorted(named, key=lambda p: (p.start, -p.end))
        self._starts = [party.start for party in self.parties]
        self._longest = max((p.end - p.start for p in self.parties), default=0)
        self.covered: dict[int, int] = {}
        for party in self.parties:
            for i in range(party.start, party.end):
                self.covered[i] = max(self.covered.get(i, 0), party.end)

    def within(self, start: int, end: int) -> list[Party]:
        """Return the parties whose mention begins and ends inside the tokens."""
        found = []
        for party in self.parties[bisect_left(self._starts, start) :]:
            if party.start >= end:
                break
            if party.end <= end:
                found.append(party)
        return found

    def at(self, token: int) -> list[Party]:
        """Return the parties of the mentions that hold a token."""
        low = bisect_left(self._starts, token - self._longest)
        found = []
        for party in self.parties[low:]:
            if party.start > token:
                break
            if party.end > token:
                found.append(party)
        return found


def _adjectives(doc: Doc) -> Iterator[Party]:
    """Yield the countries that stand as adjectives: "the Russian assault", "Russian-Indian talks"."""
    for place in doc._.places if doc.has_extension("places") else ():
        if place.kind == "adjective" and place.country:
            span = doc.char_span(place.start_char, place.end_char, alignment_mode="expand")
            if span is not None and len(span):
                yield Party(place.name, "country", place.country, span.start, span.end, "adjective")


def _delegations(doc: Doc, adjectives: dict[int, Party]) -> Iterator[Party]:
    """Yield the countries that send who talks: "the Ukrainian delegation", "Saudi, Iranian ministers"."""
    for party in adjectives.values():
        for i in range(party.end, min(party.end + _REACH, len(doc))):
            token = doc[i]
            if token.lower_ in OPPOSED:
                break
            if token.lower_ in DELEGATES:
                yield Party(party.name, "country", party.country, party.start, i + 1, "delegation")
                break
            if not (token.tag_ in {"JJ", "NN", "NNP", "CC"} or token.text == ","):
                break


def _from_mentions(doc: Doc) -> list[Party]:
    if not doc.has_extension("mentions") or not doc._.mentions:
        return []
    found = []
    for mention in doc._.mentions:
        span = doc.char_span(mention.start_char, mention.end_char, alignment_mode="expand")
        if span is None:
            continue
        for place in mention.actors:
            actor = doc._.actors[place]
            found.append(Party(actor.name, actor.kind, actor.country, span.start, span.end, mention.how))
    return found


def _from_entities(doc: Doc) -> list[Party]:
    return [
        Party(ent.text, _ENTITIES[ent.label_], None, ent.start, ent.end)
        for ent in doc.ents
        if ent.label_ in _ENTITIES
    ]
