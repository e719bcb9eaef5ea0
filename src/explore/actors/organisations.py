"""Organisations that no table knows: what the language model calls one, cleared of what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.lexicon import word_list
from explore.actors.scene import Draft

if TYPE_CHECKING:
    from explore.actors.gazetteer import Hit
    from explore.actors.scene import Scene

# Bodies that have a name only with more words: "the Administration", "the Coast Guard".
_GENERIC = word_list("no organisation alone")
# Last words of names of texts, meetings and plans, which do nothing of themselves.
_NO_BODIES = word_list("ends no organisation")
# Titles that papers are called by.
_PAPERS = frozenset({"reporter", "leader", "correspondent"})


class OrganisationFinder:
    """Finds the organisations that only the language model knows, in one text."""

    def __init__(self, scene: Scene, starts: dict[int, Hit], reserved: set[int]) -> None:
        self.scene, self.words, self.starts, self.reserved = scene, scene.words, starts, reserved
        self._found: list[str] = []

    def find(self) -> None:
        """Enter them."""
        for entity in self.words.doc.ents:
            if entity.label_ != "ORG" or entity.start in self.reserved:
                continue
            if not self.scene.is_free(entity.start, entity.end):
                continue
            start, end = self._trim(entity.start, entity.end)
            if end > start and self._is_body(start, end):
                name = self._in_full(" ".join(self.words.doc[start:end].text.split()), start)
                who = self.scene.organisation(name, self._country(start))
                self.scene.add(Draft(start, end, (who,), "name"))

    def _in_full(self, name: str, start: int) -> str:
        """Return the longer name that one word stands for: "Norrhavn" of Norrhavn Shipping, "the Gazette"."""
        article = start > 0 and self.words.low[start - 1] == "the"
        longer = {
            full
            for full in self._found
            if full.split()[0] == name or (article and full.split()[-1] == name)
            if " " in full
        }
        if " " not in name and len(longer) == 1:
            return longer.pop()
        self._found.append(name)
        return name

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Cut what a name does not begin or end with: articles, marks, words that join."""
        words = self.words
        while start < end and (
            words.low[start] in {"the", "a", "an"}
            or not words.text[start][0].isalnum()
            or words.tag[start] in {"VB", "VBZ", "VBD"}
        ):
            start += 1
        while end > start and (
            words.low[end - 1] in {"'s", "'", "and", "of", "for", "in", "the", "to", "on", "with"}
            or not words.text[end - 1][-1].isalnum()
        ):
            end -= 1
        # "US Pacific Fleet Commander" is a person's title.
        for i in range(start + 1, end):
            if (hit := self.starts.get(i)) and hit.end == end and hit.term.kind == "title":
                # "the Hollywood Reporter", "the Argus Leader"
                paper = words.low[i] in _PAPERS and start and words.low[start - 1] == "the"
                return (start, end) if paper and not self._is_of_body(start, i) else (start, i)
        return start, end

    def _is_of_body(self, start: int, end: int) -> bool:
        """Say whether a country or a body that the tables know stands among the words of a name."""
        return any(i in self.starts and self.starts[i].term.kind != "title" for i in range(start, end))

    def _is_body(self, start: int, end: int) -> bool:
        words = self.words
        hit = self.starts.get(start)
        if not words.capital[start] or words.sentence[start] in words.shouted or (hit and hit.end >= end):
            return False
        last, alone = end - 1, end - start == 1
        if words.text[last].islower() or words.low[last] in _NO_BODIES:
            return False
        if not any(c.isalpha() for c in words.text[start]) and alone:
            return False
        if alone and (words.low[start] in _GENERIC or words.tag[start] in {"NNS", "NNPS"}):
            return False
        if all(words.low[i] in _GENERIC for i in range(start, end)):
            return False
        # "(MMT)" after words in lower case is a unit or the like.
        return not (
            alone
            and start > 1
            and words.low[start - 1] == "("
            and not words.capital[start - 2]
            and words.text[start].isupper()
        )

    def _country(self, start: int) -> str | None:
        first = self.starts.get(start)
        return first.term.country if first and first.term.kind in {"country", "adjective"} else None
