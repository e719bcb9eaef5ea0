"""Names of persons in a text: from the tables, from titles before them, from the language model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from explore.actors.gazetteer import GEOGRAPHIC
from explore.actors.knowledge import first_names
from explore.actors.lexicon import word_list
from explore.actors.spelling import PARTICLES, fold_word, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explore.actors.gazetteer import Hit
    from explore.actors.knowledge import Knowledge
    from explore.actors.words import Words

_LONGEST = 6
_SYLLABLE = 6  # letters of the second part of a Korean or Chinese given name
# What a name may be joined by inside it, and what ends a name the language model let run on.
_JOINS = frozenset({"-", "'", "’"}) | PARTICLES
_NOT_NAMES = word_list("never in a name")
# Last words of names that are no person's, whatever the language model says.
_NO_PERSONS = word_list("ends no person")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_UNSEEN = frozenset({"", "ORG", "GPE"})
_PLACED = word_list("before a place") | {"between"}


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at tokens, end exclusive.

    `honorific` is "m", "f" or "" as far as a Mr. or Mrs. before it tells; `titled` says that a title stood there;
    `doubtful` that the language model calls it something else than a person; `lead` is where its honorific begins.
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
        return len([p for p in self.parts if p not in _SUFFIXES]) > 1


class NameFinder:
    """Finds the names in one text."""

    def __init__(self, words: Words, hits: list[Hit], known: Knowledge) -> None:
        self.words, self.known = words, known
        self.hit_at = {hit.start: hit for hit in hits}
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

    def find(self) -> list[NameSpan]:
        """Return the names, none overlapping, in the order of the text."""
        found = [*self._in_tables(), *self._after_titles(), *self._before_titles(), *self._entities()]
        found += [*self._by_first_name(), *self._surnames()]
        return sorted(found, key=lambda span: span.start)

    def _claim(self, start: int, end: int, known: tuple[str, ...] = ()) -> list[NameSpan]:
        while end > start and not self.words.text[end - 1][0].isalpha():
            end -= 1
        if end <= start or any(self.taken[start:end]) or self._is_nobody(start, end):
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

    def _with_particles(self, start: int, end: int) -> int:
        """Return where a surname begins that has small words before it: "bin Salman", "von der Leyen"."""
        for first in range(max(0, start - 3), start):
            small = self.words.low[first:start]
            if (
                small[0] in PARTICLES
                and all(low in _JOINS for low in small)
                and not any(self.taken[first:start])
                and (" ".join(self.parts(first, end)) in self.known.by_short)
            ):
                return first
        return start

    def _is_nobody(self, start: int, end: int) -> bool:
        """Say whether a name cannot be a person's: "Trump Tower", "Jr.", two persons joined ("Trump-Putin")."""
        low = self.words.low
        joined = end - start == 3 and low[start + 1] == "-"
        return (
            (low[end - 1] in _NO_PERSONS and not self._is_known_first(start, end))
            or (end - start == 1 and low[start] in _SUFFIXES)
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
        return tuple(fold_word(w) for i in range(start, end) for w in _split(self.words.low[i]))

    def _in_tables(self) -> Iterable[NameSpan]:
        low, capital, firsts = self.words.low, self.words.capital, self.known.first_words
        i = 0
        while i < len(low):
            end = i
            if capital[i] and not self.taken[i] and fold_word(low[i].partition("-")[0]) in firsts:
                end, keys = self._longest_known(i)
                yield from self._claim(i, end, keys)
            i = max(end, i + 1)

    def _longest_known(self, start: int) -> tuple[int, tuple[str, ...]]:
        words, best = self.words, (start, ())
        parts: list[str] = []
        for end in range(start + 1, min(start + _LONGEST * 2, len(words)) + 1):
            low = words.low[end - 1]
            if not (words.capital[end - 1] or low in _JOINS or self._is_hyphened(end - 1)):
                break
            parts += [fold_word(part) for part in _split(low)]
            if len(parts) > 1 and (keys := self.known.by_name.get(" ".join(parts))):
                best = (end, keys)
            if len(parts) > _LONGEST:
                break
        return best

    def _after_titles(self) -> Iterable[NameSpan]:
        words = self.words
        for end, hit in sorted(self.titles_end.items()):
            if end >= len(words) or words.sentence[end] in words.shouted:
                continue
            # "The president Monday said": a title in lower case goes before a name only where the model agrees.
            named = self.words.entity[end] == "PERSON"
            titled = self.words.capital[hit.start] and hit.term.office != "expert"
            last = self._run(end)
            full = last - end > 1 and words.tag[end] == words.tag[last - 1] == "NNP"
            if hit.term.kind == "honorific" or named or titled or full:
                yield from self._claim(end, last)

    def _run(self, start: int) -> int:
        """Return the end of the run of capitalised words that begins here."""
        words, end = self.words, start
        while end < min(start + _LONGEST, len(words)) and not self.taken[end]:
            named = words.may_name(end) and words.low[end] not in _NOT_NAMES and self._is_noun(end)
            joined = end > start and (self._joins(end) or self._is_hyphened(end))
            if not (named or joined) or self._begins_title(end):
                break
            end += 1
        return end

    def _is_hyphened(self, i: int) -> bool:
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
        """Say whether a small word or hyphen goes on with a name: the "bin" and "al-" of "Salman bin al-Aziz"."""
        words = self.words
        if words.low[i] not in _JOINS:
            return False
        after = i + 1
        while after < min(i + 3, len(words)) and words.low[after] in _JOINS and not words.capital[after]:
            after += 1
        return after < len(words) and words.capital[after]

    def _before_titles(self) -> Iterable[NameSpan]:
        """Find the names that the text itself says are persons: "Xaver Hold is a Bulgarian politician"."""
        words = self.words
        for hit in self.hit_at.values():
            if hit.term.kind != "title" or hit.term.number == 2 or hit.term.office in {"leader", "chief"}:
                continue
            i = hit.start
            while (
                i
                and i > hit.start - 7
                and (words.tag[i - 1] in {"JJ", "HYPH", "NN"} or self._is_adjective(i))
            ):
                i -= 1
            if (
                i < 3
                or words.low[i - 1] not in {"a", "an", "the"}
                or words.low[i - 2] not in {"is", "was", ","}
            ):
                continue
            end = start = i - 2
            while start and start > end - 5 and words.may_name(start - 1) and words.tag[start - 1] == "NNP":
                start -= 1
            if end - start > 1 and all(words.entity[k] in {"", "PERSON"} for k in range(start, end)):
                yield from self._claim(start, end)

    def _by_first_name(self) -> Iterable[NameSpan]:
        """Find what begins with a known first name and is called nothing else by the language model."""
        words, i = self.words, 0
        while i < len(words) - 1:
            end = i
            if (
                words.capital[i]
                and fold_word(words.low[i]) in first_names()
                and words.sentence[i] not in words.shouted
                and not (i and words.tag[i - 1] == "NNP" and words.capital[i - 1])
            ):
                end = self._run(i)
                if end - i > 1 and all(
                    words.tag[k] == "NNP" and words.entity[k] in {"", "PERSON"} for k in (i, end - 1)
                ):
                    yield from self._claim(i, end)
            i = max(end, i + 1)

    def _is_adjective(self, end: int) -> bool:
        before = self.hit_at.get(end - 1)
        return before is not None and before.end == end and before.term.kind == "adjective"

    def _surnames(self) -> list[NameSpan]:
        """Return the single words that are a surname in the tables, where the language model sees no person."""
        words, found = self.words, []
        for i, low in enumerate(words.low):
            if not words.capital[i] or self.taken[i] or words.entity[i] not in _UNSEEN:
                continue
            if words.tag[i] != "NNP" and not words.entity[i]:
                continue
            extent = words.extent[i] or (i, i + 1)
            beside = [k for k in (i - 1, i + 1) if 0 <= k < len(words) and words.tag[k] in {"NNP", "HYPH"}]
            if (
                extent[1] - extent[0] == 1
                and not beside
                and words.may_name(i)
                and fold_word(low) in self.known.by_short
            ):
                found += [replace(span, doubtful=True) for span in self._claim(i, i + 1)]
        return found

    def _is_noun(self, i: int) -> bool:
        return self.words.tag[i].startswith("N") or self.words.entity[i] == "PERSON"

    def _begins_title(self, i: int) -> bool:
        hit = self.hit_at.get(i)
        return hit is not None and hit.term.kind in {"title", "honorific", "ministry"}

    def _entities(self) -> Iterable[NameSpan]:
        for entity in self.words.doc.ents:
            if entity.label_ in {"PERSON", "PER"}:
                start, end = self._trim(entity.start, entity.end)
                if self._begins_title(start) and end - start == 1:
                    continue
                for first, last in self._pieces(start, end):
                    if last - first > 1 or self._may_stand_alone(first):
                        yield from self._claim(first, last)

    def _may_stand_alone(self, i: int) -> bool:
        """Say whether a single word is a name, not the beginning of a sentence or a town: "Hopes ran high"."""
        words = self.words
        if fold_word(words.low[i]) in self.known.by_short:
            return True
        if words.tag[i] not in {"NNP", "NN"} or (i and words.low[i - 1] in _PLACED):
            return False
        # "Thorny issues"
        follows = words.tag[i + 1] if i + 1 < len(words) else ""
        return not (follows in {"NN", "NNS"} and words.head[i] == i + 1)

    def _pieces(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """Cut an entity where something else was found in it, and at what no name holds."""
        first = start
        for i in range(start, end + 1):
            if i == end or self.taken[i] or not (self.words.may_name(i) or self.words.low[i] in _JOINS):
                if i > first:
                    yield self._trim(first, i)
                first = i + 1

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        words = self.words
        while start < end and (
            not words.capital[start]
            or words.low[start] in _NOT_NAMES
            or (self._begins_title(start) and end - start > 1)
        ):
            hit = self.hit_at.get(start)
            start = hit.end if hit and hit.end < end and self._begins_title(start) else start + 1
        while end > start and (
            words.low[end - 1] in {"'s", "'", "’", "-", "."} | _NOT_NAMES
            or not words.text[end - 1][0].isalpha()
        ):
            end -= 1
        return start, end


def _split(low: str) -> list[str]:
    return [part for part in plain(low).split("-") if part.isalnum()]
