"""The actor and the mention: who is spoken of, where, and why we think so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["person", "country", "organisation"]
How = Literal["name", "role", "pronoun", "metonym", "counterpart"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone an article speaks of.

    Attributes
    ----------
    name : str
        The canonical name ("Vladimir Putin").
    kind : {"person", "country", "organisation"} or None
    actor_id : str or None
        Wikidata QID, where we know one (countries too).
    country : str or None
        ISO 3166 alpha-3.
    role : str or None
        The office held or the introduction the article gives.
    """

    name: str
    kind: ActorKind | None = None
    actor_id: str | None = None
    country: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for one or more actors.

    Attributes
    ----------
    start_char, end_char : int
        Characters of the text, end exclusive.
    text : str
    actors : tuple of int
        Places in the doc's actors; several for "the two leaders".
    how : {"name", "role", "pronoun", "metonym", "counterpart"}
    unsure : bool
        True where the knowledge does not reach (an office after its last known date).
    """

    start_char: int
    end_char: int
    text: str
    actors: tuple[int, ...]
    how: How
    unsure: bool = False
