"""What one pass over a text collects: who was found, and the words that stand for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explore.actors.knowledge import countries

if TYPE_CHECKING:
    from explore.actors.actor import ActorKind, How
    from explore.actors.persons import Somebody
    from explore.actors.words import Words


@dataclass(slots=True, eq=False)
class Body:
    """A country or an organisation of the article."""

    name: str
    kind: ActorKind
    country: str | None = None
    qid: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention at tokens, end exclusive, before the actors are numbered."""

    start: int
    end: int
    who: tuple[Somebody | Body, ...]
    how: How
    unsure: bool = False


@dataclass(slots=True)
class Scene:
    """The mentions found so far.

    Attributes
    ----------
    drafts : list of Draft
    covered : list of bool
        Tokens that some mention has taken.
    bodies : dict
        Countries and organisations by kind and name.
    """

    words: Words
    drafts: list[Draft] = field(default_factory=list)
    covered: list[bool] = field(default_factory=list)
    bodies: dict[tuple[str, str], Body] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.covered = [False] * len(self.words)

    def add(self, draft: Draft) -> None:
        """Enter a mention; none where another has taken some of its words."""
        if not self.is_free(draft.start, draft.end):
            return
        self.drafts.append(draft)
        self.covered[draft.start : draft.end] = [True] * (draft.end - draft.start)

    def is_free(self, start: int, end: int) -> bool:
        """Say whether no mention has taken any of the tokens."""
        return not any(self.covered[start:end])

    def country(self, alpha3: str) -> Body:
        """Return the country as an actor."""
        entry = countries()[alpha3]
        return self.bodies.setdefault(
            ("country", entry.name), Body(entry.name, "country", alpha3, entry.qid, "government")
        )

    def organisation(
        self, name: str, country: str | None = None, qid: str | None = None, office: str | None = None
    ) -> Body:
        """Return the organisation of a name."""
        return self.bodies.setdefault(
            ("organisation", name), Body(name, "organisation", country, qid, office)
        )
