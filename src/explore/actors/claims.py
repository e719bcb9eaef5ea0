"""Names as they are claimed, each word for one name only, with the honorific before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors.gazetteer import GEOGRAPHIC
from explore.actors.knowledge import first_names
from explore.actors.lexicon import word_list
from explore.actors.nonpersons import is_no_person
from explore.actors.shapes import JOINS
from explore.actors.spelling import PARTICLES, fold_word, plain

if TYPE_CHECKING:
    from explore.actors.gazetteer import Hit
    from explore.actors.knowledge import Knowledge
    from explore.actors.words import Words

# Last words of names that are no person's, whatever the language model says.
_NO_PERSONS = word_list("ends no person")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at tokens, end exclusive.

    `honorific` is "m", "f" or "" as far as a Mr. or Mrs. before it tells; `titled` says that a title stood
    there; `doubtful` that the language model calls it something else than a person; `lead` is where its
    honorific begins.
    """

    start: int
    end: int
    parts: tuple[str, ...]
    honorific: str = ""
    titled: bool = False
    known: tuple[str, ...] = ()
    doubtful: bool = False
    lead: int = -1

    @property
    def is_full(self) -> bool:
        """More than a surname."""
        return len([p for p in self.parts if p not in SUFFIXES]) > 1


class Claims:
    """The words of one text that names, places and bodies have taken.

    Attributes
    ----------
    taken : list of bool
    titles_end : dict
        The titles and honorifics by the token after them.
    """

    def __init__(self, words: Words, hits: list[Hit], known: Knowledge) -> None:
        self.words, self.known = words, known
        self.taken = [False] * len(words)
        for hit in hits:
            if hit.term.kind in {"organisation", "institution", "ministry"} or (
                hit.term.kind in GEOGRAPHIC and not self._inside_person(hit)
            ):
                self.taken[hit.start : hit.end] = [True] * (hit.end - hit.start)
        self.titles_end = {hit.end: hit for hit in hits if hit.term.kind in {"title", "honorific"}}

    def _inside_person(self, hit: Hit) -> bool:
        """Say whether a place is only a part of what the language model calls a person (Jordan Bardella)."""
        entity = self.words.entity
        around = [i for i in (hit.start - 1, hit.end) if 0 <= i < len(entity) and self.words.capital[i]]
        return entity[hit.start] == "PERSON" and any(entity[i] == "PERSON" for i in around)

    def claim(self, start: int, end: int, known: tuple[str, ...] = ()) -> list[NameSpan]:
        """Return the name at these tokens, if they are free and can be a person's."""
        while end > start and not self.words.text[end - 1][0].isalpha():
            end -= 1
        if end - start > 1 and self._is_generation(end):
            end += 1
        if end <= start or any(self.taken[start:end]) or self._is_nobody(start, end):
            return []
        if not known and start not in self.titles_end and is_no_person(self.words, start, end):
            return []
        start = self._with_particles(start, end)
        self.taken[start:end] = [True] * (end - start)
        title = self.titles_end.get(start)
        honorific = title.term.office or "" if title and title.term.kind == "honorific" else ""
        lead = start
        while (before := self.titles_end.get(lead)) and (
            before.term.kind == "honorific" or self.words.text[lead - 1].endswith(".")
        ):
            lead = before.start
        return [NameSpan(start, end, self.parts(start, end), honorific, title is not None, known, lead=lead)]

    def _is_generation(self, i: int) -> bool:
        """Say whether the "Jr." of a name stands at a token."""
        return i < len(self.taken) and self.words.low[i].rstrip(".") in {"jr", "sr"} and not self.taken[i]

    def _with_particles(self, start: int, end: int) -> int:
        """Return where a surname begins that has small words before it: "bin Salman", "von der Leyen"."""
        for first in range(max(0, start - 3), start):
            small = self.words.low[first:start]
            if (
                small[0] in PARTICLES
                and all(low in JOINS for low in small)
                and not any(self.taken[first:start])
                and (" ".join(self.parts(first, end)) in self.known.by_short)
            ):
                return first
        return start

    def _is_nobody(self, start: int, end: int) -> bool:
        """Say whether a name is no person's: "Trump Tower", "Jr.", two joined ("Trump-Putin")."""
        low = self.words.low
        joined = end - start == 3 and low[start + 1] == "-"
        return (
            (low[end - 1] in _NO_PERSONS and not self._is_known_first(start, end))
            or (end - start == 1 and low[start] in SUFFIXES)
            or (joined and all(fold_word(low[i]) in self.known.by_short for i in (start, start + 2)))
        )

    def _is_known_first(self, start: int, end: int) -> bool:
        """Say whether a first name and the model agree on a person with a surname like "Street" or "Park"."""
        entity = self.words.entity
        return (
            end - start == 2
            and fold_word(self.words.low[start]) in first_names()
            and entity[start] == entity[end - 1] == "PERSON"
        )

    def release(self, span: NameSpan) -> None:
        """Give the words of a name free again."""
        self.taken[span.start : span.end] = [False] * (span.end - span.start)

    def parts(self, start: int, end: int) -> tuple[str, ...]:
        """Return the words of a name, plain and folded."""
        return tuple(fold_word(w) for i in range(start, end) for w in split(self.words.low[i]))


def split(low: str) -> list[str]:
    """Return the words of a token, plain, hyphens split."""
    return [part for part in plain(low).split("-") if part.isalnum()]
