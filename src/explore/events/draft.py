"""An event while it is being put together from the sentences that speak of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explore.events.event import Status
    from explore.events.triggers import Trigger
    from explore.events.when import When
    from explore.events.who import Party


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event was: the words, the country, and whether the words name the country or a building."""

    name: str
    country: str | None
    is_country: bool
    is_building: bool = False


@dataclass(slots=True)
class Draft:
    """One mention of an event, or several already known to be the same.

    Attributes
    ----------
    trigger : Trigger
    kind : str
    status : {"happened", "planned", "denied"}
    sure_status : bool
        False where nothing around the word says ("the visit").
    parties, hosts : list of Party
        Who takes part; who invites or is visited.
    goal : Place or None
        The country gone to, or struck.
    place : Place or None
    when : When or None
    undated : str or None
        The words that say when ("today", "Monday") where the day of the story is not known: such a
        mention takes no days from another.
    definite : bool
        True for "the talks", "his visit": something already spoken of, or known.
    said : str
        The sentence of the mention itself.
    sentences : list of (int, int)
    part_of : Draft or None
        The visit it belongs to.
    both : bool
        True where the text only says "the two sides"; `pair` are the two that the sentence before names.
    news : bool
        True where it is told as what happened on the story's own day.
    clause : Token or None
        The verb of the clause that a noun without a verb of its own stands in.
    theirs : bool
        True for "their visit": of those who met the host just before.
    with_host : Party or None
        Whose host or guest is meant: "invited his host".
    office : str or None
        Whose holders meet, where only their countries are named: "at the level of foreign ministers".
    """

    trigger: Trigger
    kind: str
    status: Status
    sure_status: bool
    parties: list[Party]
    hosts: list[Party]
    goal: Place | None
    place: Place | None
    when: When | None
    definite: bool
    undated: str | None = None
    said: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    part_of: Draft | None = None
    both: bool = False
    news: bool = False
    clause: Token | None = None
    theirs: bool = False
    pair: list[Party] = field(default_factory=list)
    with_host: Party | None = None
    office: str | None = None

    def between(self, first: Token | None = None) -> str:
        """Return the words of its sentence from a token, or its beginning, to the trigger."""
        begin = self.sentences[0][0]
        return self.said[first.idx - begin if first is not None else 0 : self.trigger.token.idx - begin]

    @property
    def persons(self) -> set[str]:
        """Names of the persons who take part."""
        return {p.name for p in self.parties if p.kind == "person"}

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all who take part, in the order of the text."""
        return tuple(dict.fromkeys(p.name for p in self.parties))

    @property
    def taking_part(self) -> list[Party]:
        """Who takes part, bodies left out that persons stand for: Putin and Xi, not their countries."""
        people = [p for p in self.parties if p.kind == "person"]
        spoken_for = {p.country for p in people} | ({None} if len(people) > 1 else set())
        return [p for p in self.parties if p.kind == "person" or p.country not in spoken_for]

    @property
    def participants(self) -> tuple[str, ...]:
        """Names of the people and organisations who take part; countries are in `countries`."""
        return tuple(dict.fromkeys(p.name for p in self.taking_part if p.kind != "country"))

    @property
    def countries(self) -> tuple[str, ...]:
        """Countries of both sides, in the order of the text."""
        sides = [p.country for p in self.parties + self.hosts]
        sides += [self.goal.country] if self.goal else []
        if self.kind in {"visit", "attack"} and self.place:
            sides.append(self.place.country)
        return tuple(dict.fromkeys(c for c in sides if c))

    @property
    def scene(self) -> Place | None:
        """Where it was: the place, or the country gone to."""
        return self.place or (self.goal if self.kind in {"visit", "attack", "sanction"} else None)
