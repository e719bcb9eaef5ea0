"""What "it" and "its" mean, and "the country": a country or organisation, where the grammar says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.clauses import SUBJECTS
from explore.actors.scene import Body

if TYPE_CHECKING:
    from explore.actors.memory import Memory

PRONOUNS = frozenset({"it", "its", "itself"})
_CLAUSES = frozenset({"to", "that", "for", "how", "whether", "if", "why", "when", "who", "what"})
# "It" before these says nothing of anything: "it seems", "it was agreed".
_IMPERSONAL = frozenset(
    "seem appear happen turn take rain snow note agree expect know report understand say believe think specify follow "
    "hope emphasise emphasize stress decide add announce mean matter depend remain".split()
)


class ThingFinder:
    """Finds the countries and organisations that pronouns stand for."""

    def __init__(self, memory: Memory) -> None:
        self.memory, self.words, self.clauses = memory, memory.words, memory.clauses

    def find(self, i: int) -> Body | None:
        """Return what a pronoun means; None where the grammar does not say."""
        low, dep = self.words.low[i], self.words.dep[i]
        if low == "it" and (self.words.tag[i] != "PRP" or dep not in SUBJECTS or self._is_empty(i)):
            return None
        if low == "its" and (joined := self._joined(i)):
            return joined
        above = self.clauses.above(i)
        for subject in above:
            if subject >= i:
                continue
            body = self._body(subject)
            # A subject that is something else takes the pronoun to itself.
            if body or self.words.tag[subject] not in {"PRP", "NNP"}:
                return body
        return self._alone(i) if low == "its" else self._carried_on(i)

    def _body(self, token: int) -> Body | None:
        draft = self.memory.holding(token)
        who = draft.who[0] if draft and len(draft.who) == 1 else None
        return who if isinstance(who, Body) and who.office != "officials" else None

    def _joined(self, i: int) -> Body | None:
        """Return the body of "Russia and its allies", "Iran meeting its obligations"."""
        words = self.words
        k = i - 1
        if k > 0 and words.tag[k] == "VBG":
            return self._body(k - 1)
        return self._body(k - 1) if k > 0 and words.low[k] in {"and", "or", "with"} else None

    def _alone(self, i: int) -> Body | None:
        """Return the one body that the sentence names before the pronoun."""
        words = self.words
        start = words.bounds[words.sentence[i]][0]
        found = {
            id(who): who
            for draft in self.memory.before(i)
            if draft.start >= start
            for who in draft.who
            if isinstance(who, Body)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _carried_on(self, i: int) -> Body | None:
        """Return the subject of the sentence before, for "It" at the head of a sentence."""
        words, here = self.words, self.words.sentence[i]
        if here == 0 or self.clauses.above(i):
            return None
        start, end = words.bounds[here - 1]
        root = next((k for k in range(start, end) if words.head[k] == k), start)
        subject = self.clauses.subject(root)
        return self._body(subject) if subject is not None else None

    def _is_empty(self, i: int) -> bool:
        """Say whether "it" stands for a clause to come: "it is important that", "it was agreed to"."""
        words = self.words
        if words.dep[i] in {"expl", "nsubj:expl"}:
            return True
        verb, end = words.head[i], words.bounds[words.sentence[i]][1]
        lemma = words.doc[verb].lemma_.lower()
        later = words.low[verb + 1 : min(verb + 12, end)]
        if lemma in _IMPERSONAL and (not later or later[0] in _CLAUSES | {"like", "as", "likely", ",", "."}):
            return True
        plain = words.tag[verb].startswith(("J", "N", "RB")) or lemma == "be" or words.low[verb - 1] == "be"
        return plain and bool(_CLAUSES.intersection(later))

    def country(self, i: int) -> str | None:
        """Return the country "the country" means: the one named last, unless two were named together."""
        words, here = self.words, self.words.sentence[i]
        for back in (0, 1, 2):
            near = [
                hit.term
                for hit in self.memory.lands
                if hit.start < i and here - words.sentence[hit.start] == back and hit.term.country
            ]
            named = {term.country for term in near if term.kind != "adjective"} or {t.country for t in near}
            if named:
                return named.pop() if len(named) == 1 else None
        return None
