"""Names of persons in a text: from the tables, from titles beside them, from the language model."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from explore.actors.claims import Claims, NameSpan, split
from explore.actors.knowledge import first_names
from explore.actors.lexicon import word_list
from explore.actors.shapes import JOINS, LONGEST, Shapes
from explore.actors.spelling import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explore.actors.gazetteer import Hit
    from explore.actors.knowledge import Knowledge
    from explore.actors.words import Words

_ABBREVIATION = 3  # letters: a longer word in capitals is a dateline or a shout
_UNSEEN = frozenset({"", "ORG", "GPE"})
_CREDITS = word_list("before a credit")
_SON_OF = frozenset({"bin", "bint", "ibn"})
_PERSON = frozenset({"PERSON", "PER"})
_CALLED_AFTER = word_list("called after a person")
_PLACED = word_list("before a place") | {"between"}


class NameFinder:
    """Finds the names in one text."""

    def __init__(self, words: Words, hits: list[Hit], known: Knowledge) -> None:
        self.words, self.known = words, known
        self.hit_at = {hit.start: hit for hit in hits}
        self.claims = Claims(words, hits, known)
        self.taken = self.claims.taken
        self.shapes = Shapes(words, hits, self.taken)

    def find(self) -> list[NameSpan]:
        """Return the names, none overlapping, in the order of the text."""
        found = [*self._in_tables(), *self._after_titles(), *self._before_titles(), *self._entities()]
        found += [*self._by_first_name(), *self._surnames()]
        return sorted(found, key=lambda span: span.start)

    def _in_tables(self) -> Iterable[NameSpan]:
        low, capital, firsts = self.words.low, self.words.capital, self.known.first_words
        i = 0
        while i < len(low):
            end = i
            first = low[i].replace(".", "").partition("-")[0]
            if capital[i] and not self.taken[i] and fold_word(first) in firsts:
                end, keys = self._longest_known(i)
                if keys and self._is_called_after(end):
                    self.taken[i:end] = [True] * (end - i)
                else:
                    yield from self.claims.claim(i, end, keys)
            i = max(end, i + 1)

    def _is_called_after(self, end: int) -> bool:
        """Say whether a name goes on to what is called after somebody: "Jomo Kenyatta Airport"."""
        words, i = self.words, end
        while i < min(end + 3, len(words)) and words.may_name(i):
            if words.low[i] in _CALLED_AFTER:
                return words.sentence[i] not in words.shouted
            i += 1
        return False

    def _longest_known(self, start: int) -> tuple[int, tuple[str, ...]]:
        words = self.words
        best: tuple[int, tuple[str, ...]] = (start, ())
        parts: list[str] = []
        for end in range(start + 1, min(start + LONGEST * 2, len(words)) + 1):
            low = words.low[end - 1]
            if not (words.capital[end - 1] or low in JOINS or self.shapes.is_hyphened(end - 1)):
                break
            parts += [fold_word(part) for part in split(low)]
            if len(parts) > 1 and (keys := self.known.by_name.get(" ".join(parts))):
                best = (end, keys)
            if len(parts) > LONGEST:
                break
        return self._with_rest(start, best)

    def _with_rest(self, start: int, best: tuple[int, tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
        """Take what the tables leave out: "Salman bin Abd al-Aziz Al Saud", "Moussa Faki Mahamat"."""
        end, keys = best
        words = self.words
        if not keys or end >= len(words):
            return best
        if words.low[end] in _SON_OF:
            return max(end, self.shapes.run(end + 1)), keys
        extent = words.extent[start] if words.entity[start] == "PERSON" else None
        if extent and extent[0] <= start and end < extent[1] <= end + 2:
            last = self.shapes.run(end)
            rest = " ".join(self.claims.parts(end, last))
            if last == extent[1] and rest not in self.known.by_short:
                return last, keys
        return best

    def _after_titles(self) -> Iterable[NameSpan]:
        words = self.words
        for end, hit in sorted(self.claims.titles_end.items()):
            end = self._past_posting(end, hit)
            if end >= len(words) or words.sentence[end] in words.shouted:
                continue
            # "The president Monday said": a title in lower case goes before a name only where the model
            # agrees.
            named = self.words.entity[end] == "PERSON"
            titled = self.words.capital[hit.start] and hit.term.office != "expert"
            last = self.shapes.run(end)
            full = last - end > 1 and words.tag[end] == words.tag[last - 1] == "NNP"
            if hit.term.kind == "honorific" or named or titled or full:
                yield from self.claims.claim(end, last)

    def _past_posting(self, end: int, hit: Hit) -> int:
        """Return where a name may follow "ambassador to the US"."""
        low = self.words.low
        if hit.term.office != "ambassador" or end + 1 >= len(low) or low[end] not in {"to", "in", "at"}:
            return end
        place = self.hit_at.get(end + 1 + (low[end + 1] == "the"))
        return place.end if place and place.term.kind in {"country", "capital", "organisation"} else end

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
                yield from self.claims.claim(start, end)

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
                end = self.shapes.run(i)
                if end - i > 1 and (
                    all(words.tag[k] == "NNP" and words.entity[k] in {"", "PERSON"} for k in (i, end - 1))
                    or (words.extent[i] == (i, end) and words.low[end - 1] in self._alone)
                ):
                    yield from self.claims.claim(i, end)
            i = max(end, i + 1)

    @cached_property
    def _alone(self) -> set[str]:
        """The single words that the language model calls a person somewhere."""
        words = self.words
        return {words.low[e.start] for e in words.doc.ents if e.label_ == "PERSON" and len(e) == 1}

    def _is_adjective(self, end: int) -> bool:
        before = self.hit_at.get(end - 1)
        return before is not None and before.end == end and before.term.kind == "adjective"

    def _surnames(self) -> list[NameSpan]:
        """Return the single words that are a surname in the tables, and no person to the model."""
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
                found += [replace(span, doubtful=True) for span in self.claims.claim(i, i + 1)]
        return found

    def _entities(self) -> Iterable[NameSpan]:
        for entity in self.words.doc.ents:
            if entity.label_ in _PERSON:
                start, end = self.shapes.trim(entity.start, entity.end)
                if self.shapes.begins_title(start) and end - start == 1:
                    continue
                while start < end < len(self.words) and self.shapes.is_hyphened(end):
                    end += 1
                for first, last in self.shapes.pieces(start, end):
                    if (last - first > 1 and not self._is_hyphened_surname(first, last)) or (
                        last - first == 1 and self._may_stand_alone(first)
                    ):
                        yield from self.claims.claim(first, last)

    def _is_hyphened_surname(self, first: int, last: int) -> bool:
        """Say whether a name is the surname of two words of somebody named in full: "Opoku-Agyemang"."""
        low = self.words.low
        return (
            last - first == 3
            and low[first + 1] == "-"
            and any(
                len(ent) > 3 and ent.label_ in _PERSON and low[ent.end - 3 : ent.end] == low[first:last]
                for ent in self.words.doc.ents
            )
        )

    def is_named_in_heading(self, span: NameSpan) -> bool:
        """Say whether a full name of a line in title case is one: after "By" and "Photo:", or seen as one.

        Where every word has a capital, the language model alone is not believed: the first name has to be
        one, and the name no part of longer words.
        """
        words, start, end = self.words, span.start, span.end
        before = words.low[max(0, start - 2) : start]
        if before[-1:] == ["by"] or (before[-1:] == [":"] and before[0] in _CREDITS):
            return True
        runs_on = end < len(words) and words.may_name(end) and words.tag[end].startswith("N")
        return words.extent[start] == (start, end) and span.parts[0] in first_names() and not runs_on

    def _may_stand_alone(self, i: int) -> bool:
        """Say whether a single word is a name, unlike that of "Hopes ran high" or a town."""
        words = self.words
        if fold_word(words.low[i]) in self.known.by_short:
            return True
        if len(words.text[i]) > _ABBREVIATION and words.text[i].isupper():
            return False  # "CHARLESTON, S.C. - "
        if words.tag[i] not in {"NNP", "NN"} or (i and words.low[i - 1] in _PLACED):
            return False
        # "Thorny issues"
        follows = words.tag[i + 1] if i + 1 < len(words) else ""
        return not (follows in {"NN", "NNS"} and words.head[i] == i + 1)
