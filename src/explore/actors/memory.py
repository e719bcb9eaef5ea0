"""The mentions settled so far, and the words for people that nobody was found for."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from explore.actors.clauses import SUBJECTS, Clauses
from explore.actors.lexicon import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explore.actors.gazetteer import Hit
    from explore.actors.scene import Draft, Scene

_WIDE = 60  # mentions back that are looked at
# Words for people that no table of titles has: somebody we cannot name stands between a pronoun and a name.
_PERSON_NOUNS = {
    word: gender
    for name, gender in (("a man", "m"), ("a woman", "f"), ("a person", ""))
    for word in word_list(name)
}
_MODIFIERS = frozenset(
    {"compound", "amod", "nmod", "nn", "nmod:poss", "poss", "appos", "flat", "attr", "det"}
)


class Memory:
    """What one text has named, for looking back.

    Attributes
    ----------
    scene : Scene
    clauses : Clauses
    strangers : dict of int to str
        Tokens of singular words for people that nobody was found for, with the gender they tell.
    people : set of int
        Tokens of all words for people.
    lands : list of Hit
        The countries, capitals and adjectives of country, in the order of the text.
    """

    def __init__(self, scene: Scene, hits: list[Hit], told: set[int]) -> None:
        self.scene, self.words = scene, scene.words
        self.clauses = Clauses(scene.words)
        self.seen = sorted(scene.drafts, key=lambda d: d.start)
        self._starts = [d.start for d in self.seen]
        self.lands = [hit for hit in hits if hit.term.kind in {"country", "capital", "adjective"}]
        self.people = {hit.end - 1 for hit in hits if hit.term.kind == "title"} | {
            i for i, low in enumerate(self.words.low) if low in _PERSON_NOUNS
        }
        self.strangers = self._strangers(hits, told)

    def add(self, draft: Draft) -> None:
        """Enter a mention, in the scene too."""
        self.scene.add(draft)
        insort(self.seen, draft, key=lambda d: d.start)
        insort(self._starts, draft.start)

    def before(self, token: int) -> Iterator[Draft]:
        """Return the mentions that begin before a token, the nearest first."""
        last = bisect_left(self._starts, token)
        return reversed(self.seen[max(0, last - _WIDE) : last])

    def after(self, token: int) -> list[Draft]:
        """Return the mentions that begin at a token or after it."""
        return self.seen[bisect_left(self._starts, token) :]

    def holding(self, token: int) -> Draft | None:
        """Return the mention whose words hold a token."""
        return next((d for d in list(self.before(token + 1))[:4] if d.start <= token < d.end), None)

    def head(self, draft: Draft) -> int:
        """Return the token that hangs a mention in the parse: "analyst" of the "Smith" of "analyst Smith"."""
        head, dep = self.words.head, self.words.dep
        found = next(
            (k for k in range(draft.start, draft.end) if not draft.start <= head[k] < draft.end), draft.start
        )
        before = draft.start - 1
        titled = dep[found] in {"flat", "appos"} and head[found] == before and self.words.tag[before] == "NN"
        return before if titled else found

    def away(self, draft: Draft, token: int) -> int:
        """Return how many sentences back a mention stands."""
        return self.words.sentence[token] - self.words.sentence[draft.start]

    def is_subject(self, token: int) -> bool:
        """Say whether a token is a subject, or joined to one by "and"."""
        dep, head = self.words.dep, self.words.head
        return dep[token] in SUBJECTS or (dep[token] == "conj" and dep[head[token]] in SUBJECTS)

    def _strangers(self, hits: list[Hit], told: set[int]) -> dict[int, str]:
        found = {
            hit.end - 1: ""
            for hit in hits
            if hit.term.kind == "title" and hit.term.number == 1 and self.words.tag[hit.end - 1] == "NN"
        }
        for i, low in enumerate(self.words.low):
            if low in _PERSON_NOUNS and self.words.tag[i] == "NN":
                found[i] = _PERSON_NOUNS[low]
        return {
            i: gender
            for i, gender in found.items()
            if i not in told
            and not self._is_modifier(i)
            and not self.clauses.is_predicate(i)
            and not self._is_as(i)
        }

    def _is_modifier(self, i: int) -> bool:
        """Say whether a noun only goes before another, unlike that of "an order from the minister"."""
        dep, words = self.words.dep[i], self.words
        behind = words.head[i] < i and i > 0 and words.tag[i - 1] in {"DT", "JJ", "PRP$", "NN", "POS", "CD"}
        return dep in _MODIFIERS and not (dep == "nmod" and behind)

    def _is_as(self, i: int) -> bool:
        """Say whether a noun is only what somebody is: "as president"."""
        before = self.words.low[max(0, i - 4) : i]
        return "as" in before
