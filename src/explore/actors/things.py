"""What "it" and "its" mean, and "the country": a country or organisation, where the grammar says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.clauses import SUBJECTS
from explore.actors.lexicon import word_list
from explore.actors.scene import Body

if TYPE_CHECKING:
    from explore.actors.memory import Memory

PRONOUNS = frozenset({"it", "its", "itself"})
_CLAUSES = frozenset({"to", "that", "for", "how", "whether", "if", "why", "when", "who", "what"})
# "It" before these says nothing of anything: "it seems", "it was agreed".
_IMPERSONAL = word_list("it of nothing")
# Of these adjectives somebody is the subject: "it is ready to talk".
_PERSONAL = word_list("it of somebody")


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
            if body and self.words.dep[subject] not in SUBJECTS and self._is_between(subject, i, body):
                return None
            # A subject that is something else takes the pronoun to itself.
            if body or self.words.tag[subject] != "PRP":
                return body
        return self._alone(i) if low == "its" else self._carried_on(i)

    def _is_between(self, start: int, end: int, body: Body) -> bool:
        """Say whether another body is named between."""
        return any(
            isinstance(who, Body) and who is not body
            for draft in self.memory.before(end)
            if draft.start > start
            for who in draft.who
        )

    def _body(self, token: int) -> Body | None:
        draft = self.memory.holding(token)
        who = draft.who[0] if draft and len(draft.who) == 1 else None
        return who if isinstance(who, Body) and who.office != "officials" else None

    def _joined(self, i: int) -> Body | None:
        """Return the body of "Russia and its allies", "Iran meeting its obligations"."""
        words = self.words
        k = i - 1
        if k > 0 and words.tag[k] == "VBG" and (body := self._body(k - 1)):
            return body
        if to := self._infinitive(i):
            # "The pressure on Iran to keep its word", "America's commitment to defending its allies".
            owner = to - 2 if words.tag[to - 1] == "NN" and words.low[to - 2] in {"'s", "'"} else to
            listed = owner > 1 and words.low[owner - 2] in {"and", "or", ","}
            return None if listed else self._body(owner - 1)
        return self._body(k - 1) if k > 0 and words.low[k] in {"and", "or", "with"} else None

    def _infinitive(self, i: int) -> int | None:
        """Return the "to" of the verb that a pronoun is the object's owner of."""
        words = self.words
        for k in range(i - 2, max(i - 5, 1), -1):
            if words.low[k] == "to" and words.tag[k + 1] in {"VB", "VBG"}:
                return k
        return None

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
        body = self._body(subject) if subject is not None else None
        return body or self._topic(start)

    def _topic(self, start: int) -> Body | None:
        """Return what a sentence sets out with: "China, which ..., wants"."""
        draft = next((d for d in self.memory.after(start)[:1] if d.start <= start + 1), None)
        follows = self.words.low[draft.end : draft.end + 2] if draft else []
        return self._body(draft.start) if draft and follows == [",", "which"] else None

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
        plain = words.tag[verb].startswith(("J", "N", "RB")) or lemma == "be"
        return plain and lemma not in _PERSONAL and self._has_clause(verb + 1, min(verb + 12, end))

    def _has_clause(self, start: int, end: int) -> bool:
        """Say whether "that", "how" or "to do" follows."""
        low, tag = self.words.low, self.words.tag
        return any(
            low[k] in _CLAUSES and (low[k] not in {"to", "for"} or tag[min(k + 1, end - 1)].startswith("VB"))
            for k in range(start, end)
        )

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
