"""Titles in a text: "the Russian president", "Chinese Foreign Ministry spokesperson"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors.phrase import TitlePhrase

if TYPE_CHECKING:
    from explore.actors.claims import NameSpan
    from explore.actors.gazetteer import Hit
    from explore.actors.words import Words

# The kinds under which nobody can be looked up; the words still introduce a person.
UNHELD = frozenset(
    {
        "politician",
        "expert",
        "lawmaker",
        "minister",
        "deputy_minister",
        "ambassador",
        "spokesperson",
        "chief_of_staff",
    }
)


@dataclass(frozen=True, slots=True)
class Role:
    """A title with what belongs to it, at tokens, end exclusive.

    Attributes
    ----------
    start, end : int
        The noun phrase, its determiner included.
    core : int
        The first token without the determiner.
    kinds : tuple of str
        Kinds of office, several for "state councillor and foreign minister".
    where : str or None
        ISO 3166 alpha-3, or the name of an organisation.
    owner : int or None
        The token of a possessive ("his foreign minister", "Putin's spokesman").
    definite, former : bool
    number : int
        1 or 2 (plural).
    """

    start: int
    end: int
    core: int
    kinds: tuple[str, ...]
    where: str | None
    owner: int | None
    definite: bool
    former: bool
    number: int

    @property
    def kind(self) -> str:
        """The first kind that can be looked up, else the first."""
        return next((kind for kind in self.kinds if kind not in UNHELD), self.kinds[0])


class RoleFinder:
    """Finds the titles of one text."""

    def __init__(self, words: Words, hits: list[Hit], names: list[NameSpan]) -> None:
        self.words, self.hits = words, hits
        self.names = {span.start for span in names}
        self.starts = {hit.start: hit for hit in hits}
        self.ends = {hit.end: hit for hit in hits}

    def find(self) -> list[Role]:
        """Return the titles, none overlapping, in the order of the text."""
        found: list[Role] = []
        for hit in self.hits:
            if hit.term.kind != "title" or not self._is_noun(hit) or (found and hit.start < found[-1].end):
                continue
            role = self._role(hit)
            if found and role.start < found[-1].end:
                # A later title that takes in the whole of the one before stands for both.
                if role.start > found[-1].start:
                    continue
                found.pop()
            found.append(role)
        return found

    def _is_noun(self, hit: Hit) -> bool:
        words = self.words
        several = hit.end - hit.start > 1
        adjective = words.tag[hit.end - 1] == "JJ" and hit.start and words.tag[hit.start - 1] == "JJ"
        if adjective or words.tag[hit.end - 1] == "CD":
            # "The Israeli premier": a noun that the tagger takes for one more adjective.
            # "The number one thing": no noun.
            return hit.end >= len(words) or not words.tag[hit.end].startswith("NN")
        return words.tag[hit.end - 1].startswith("NN") or several or words.capital[hit.start]

    def _role(self, hit: Hit) -> Role:
        phrase = TitlePhrase(self.words, hit)
        phrase.grow_left(self.ends)
        phrase.grow_right(self.starts, self.names)
        return Role(
            phrase.start,
            phrase.end,
            phrase.core,
            tuple(phrase.kinds),
            phrase.where,
            phrase.owner,
            phrase.definite is not False and not phrase.against,
            phrase.former,
            hit.term.number,
        )
