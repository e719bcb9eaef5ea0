"""The shape of a name: which words run on as one, and where it begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.lexicon import word_list
from explore.actors.spelling import PARTICLES, family_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explore.actors.gazetteer import Hit
    from explore.actors.words import Words

LONGEST = 6  # words of a name
_SYLLABLE = 6  # letters of the second part of a Korean or Chinese given name
# What a name may be joined by inside it, and what ends a name the language model let run on.
JOINS = frozenset({"-", "'", "’"}) | PARTICLES
_GIVEN = frozenset({"will"})  # first names that are small words too
_NOT_NAMES = word_list("never in a name")


class Shapes:
    """Reads the shapes of names in one text; `taken` says which tokens are something else already."""

    def __init__(self, words: Words, hits: list[Hit], taken: list[bool]) -> None:
        self.words, self.taken = words, taken
        self.hit_at = {hit.start: hit for hit in hits}

    def run(self, start: int) -> int:
        """Return the end of the run of capitalised words that begins here."""
        words, end = self.words, start
        while end < min(start + LONGEST, len(words)) and not self.taken[end]:
            named = words.may_name(end) and words.low[end] not in _NOT_NAMES and self._is_noun(end)
            joined = end > start and (self._joins(end) or self.is_hyphened(end))
            if not (named or joined) or self.begins_title(end):
                break
            end += 1
        return end

    def is_hyphened(self, i: int) -> bool:
        """Say whether a word goes on behind a hyphen: the "-un" of "Kim Jong-un"."""
        doc = self.words.doc
        at = i if self.words.low[i] == "-" else i - 1
        return (
            at > 0
            and at + 1 < len(doc)
            and self.words.low[at] == "-"
            and not doc[at - 1].whitespace_
            and not doc[at].whitespace_
            and len(self.words.low[at + 1]) < _SYLLABLE
        )

    def _joins(self, i: int) -> bool:
        """Say whether a small word or hyphen goes on with a name: "bin" and "al-" of "bin al-Aziz"."""
        words = self.words
        if words.low[i] not in JOINS:
            return False
        after = i + 1
        while after < min(i + 3, len(words)) and words.low[after] in JOINS and not words.capital[after]:
            after += 1
        return after < len(words) and words.capital[after]

    def _is_noun(self, i: int) -> bool:
        return self.words.tag[i].startswith("N") or self.words.entity[i] == "PERSON"

    def begins_title(self, i: int) -> bool:
        """Say whether a title, honorific or ministry begins at a token."""
        hit = self.hit_at.get(i)
        return hit is not None and hit.term.kind in {"title", "honorific", "ministry"}

    def _is_of_name(self, i: int, end: int) -> bool:
        """Say whether a small word is one that a name begins with: "He Lifeng", "Will Holt"."""
        words = self.words
        full = end - i > 1 and words.capital[i + 1] and words.tag[i + 1].startswith("NNP")
        given = words.tag[i] == "NNP" and words.low[i] in _GIVEN
        known = given or words.low[i] in family_names()
        return full and known and words.entity[i] == words.entity[i + 1] == "PERSON"

    def pieces(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """Cut an entity where something else was found in it, and at what no name holds."""
        first = start
        for i in range(start, end + 1):
            cut = i == end or self.taken[i] or self.words.tag[i] in {"VBZ", "VBD"}
            if cut or not (self.words.may_name(i) or self.words.low[i] in JOINS or self.is_hyphened(i)):
                if i > first:
                    yield self.trim(first, i)
                first = i + 1

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Cut the words at both ends that are no part of a name."""
        words = self.words
        while start < end and (
            not words.capital[start]
            or (words.low[start] in _NOT_NAMES and not self._is_of_name(start, end))
            or (self.begins_title(start) and end - start > 1)
        ):
            hit = self.hit_at.get(start)
            start = hit.end if hit and hit.end < end and self.begins_title(start) else start + 1
        while end > start and (
            words.low[end - 1] in {"'s", "'", "’", "-", "."} | _NOT_NAMES
            or not words.text[end - 1][0].isalpha()
        ):
            end -= 1
        return start, end
