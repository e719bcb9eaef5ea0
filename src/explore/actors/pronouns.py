"""Whom "he" and "she" mean: the best candidate named before by grammar, distance and gender, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explore.actors.barred import barred
from explore.actors.clauses import POSSESSIVES, SUBJECTS
from explore.actors.lexicon import word_list
from explore.actors.persons import Somebody

if TYPE_CHECKING:
    from explore.actors.memory import Memory
    from explore.actors.scene import Draft

GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_OCCASION = frozenset({"when", "where", "which"})
_NEAR = 3  # tokens from a noun to "in which"
_TOLD = 8  # verbs up to the one that tells it
_REACH = 4  # sentences back a pronoun may reach
_ASIDE = frozenset({"acl:relcl", "advcl:relcl", "relcl"})
_JUDGING = word_list("judging")
_SAID = word_list("saying")


class _Candidate(NamedTuple):
    """Somebody a pronoun may mean; `who` is None for a person that nobody was found for."""

    score: float
    who: Somebody | None


class PersonFinder:
    """Finds whom a pronoun or a possessive name means."""

    def __init__(self, memory: Memory) -> None:
        self.memory, self.words, self.clauses = memory, memory.words, memory.clauses

    def find(self, i: int, abroad: str | None = None) -> Somebody | None:
        """Return the person a token means.

        Parameters
        ----------
        i : int
            The token: a pronoun, or a word inside a mention.
        abroad : str, optional
            A country that cannot be the person's: that of "his Chinese counterpart".
        """
        inside = self.memory.holding(i)
        if inside is not None:
            who = inside.who[0]
            return who if len(inside.who) == 1 and isinstance(who, Somebody) else None
        gender = GENDERS.get(self.words.low[i], "")
        if told := self._ahead(i, gender) or self._joined(i, gender) or self._spoken_of(i, gender):
            return told
        found = [*self._strangers(i, gender), *self._named(i, gender, abroad)]
        best = max(found, key=lambda c: c.score, default=None)
        if best and best.who and gender and not best.who.gender:
            # Once "she", always she.
            best.who.gender = gender
        return best.who if best else None

    def _named(self, i: int, gender: str, abroad: str | None) -> list[_Candidate]:
        others = barred(self.memory, i) | self._speakers(i)
        found = []
        for rank, draft in enumerate(self.memory.before(i)):
            away = self.memory.away(draft, i)
            if away > _REACH:
                break
            if away == 0 and self._is_in_own_words(draft.start, i):
                continue
            for who in draft.who:
                if not isinstance(who, Somebody) or (gender and who.gender not in {"", gender}):
                    continue
                if (abroad and who.country == abroad) or id(who) in others:
                    continue
                score = self._weigh(self.memory.head(draft), i, away) - 0.25 * min(rank, 8)
                score += 1.0 if gender and who.gender == gender else 0
                found.append(_Candidate(score - 2.0 * (len(draft.who) > 1), who))
        return found

    def _speakers(self, i: int) -> set[int]:
        """Return who says the quotation a pronoun stands in, where that comes after: "“He has,” X said"."""
        words, around = self.words, self.clauses.quotation
        if not around[i]:
            return set()
        end = words.bounds[words.sentence[i]][1]
        return {
            id(who)
            for draft in self.memory.after(i)[:6]
            if draft.start < end and not around[draft.start] and self._says(self.memory.head(draft))
            for who in draft.who
        }

    def _is_in_own_words(self, token: int, i: int) -> bool:
        """Say whether a token stands in what the pronoun says: "“X is leaving a legacy,” he said"."""
        quotation = self.clauses.quotation
        return bool(quotation[token]) and not quotation[i] and self._says(i)

    def _strangers(self, i: int, gender: str) -> list[_Candidate]:
        """Return the persons that nobody was found for, and who stand nearer than the names."""
        words, found = self.words, []
        for token, told in self.memory.strangers.items():
            away = words.sentence[i] - words.sentence[token]
            if token >= i or away > 1 or (gender and told not in {"", gender}):
                continue
            if self.memory.scene.covered[token] or (
                self.clauses.quotation[token] and not self.clauses.quotation[i]
            ):
                continue
            if self.words.dep[i] not in SUBJECTS and self.clauses.governing(i) == token:
                continue
            rank = sum(draft.start > token for draft in list(self.memory.before(i))[:8])
            score = self._weigh(token, i, away) - 0.25 * rank + (1.0 if gender and told == gender else 0)
            # In the same sentence a stranger is as near to "his" as whom the sentence before was about.
            score += 1.5 if away == 0 and words.dep[i] not in SUBJECTS else 0
            found.append(_Candidate(score, None))
        return found

    def _weigh(self, head: int, i: int, away: int) -> float:
        """Return how near to mind what stands at a token is when the pronoun comes."""
        words, clauses = self.words, self.clauses
        # Whoever stands in the same sentence is nearer to an object or possessor than to a new subject.
        score = 6.0 - (1.5 if words.dep[i] in SUBJECTS else 2.0) * away
        if self.memory.is_subject(head):
            score += 2.5 if away <= 1 else 1.0
            if away and words.dep[words.head[head]] in _ASIDE | {"advcl"}:
                # "…, where Y listened. He left": who a clause on the side is about is soon forgotten.
                score -= 1.5
            if away == 0 and head in clauses.above(i):
                score += 1.5
            elif away == 0 and self._is_told_of(head, i):
                score += 2.0
        elif words.dep[head] in POSSESSIVES:
            # "It was Lee's first trip since he": whose the subject or predicate is, if it is no person.
            thing = words.head[head]
            leads = words.dep[thing] in SUBJECTS or clauses.is_predicate(thing)
            score += 2.0 if leads and thing not in self.memory.people and away == 0 else -0.5
            # "questions about Lee's call when he asked", "Lee's letter in which he wrote"
            score += 5.0 if words.low[i - 1] in _OCCASION and 0 < i - 1 - thing < _NEAR else 0
        elif away == 0 and self._is_said_by_one_before(i, head):
            score += 2.0
        elif away == 0 and self._is_object(i):
            # "X praised the work of Y by decorating him": an object goes back to what is no subject.
            score += 1.5
        within, around = clauses.quotation[head], clauses.quotation[i]
        if within and not around:
            # Whom a speaker speaks of is seldom the one who goes on speaking.
            score -= 3.0
        elif around and not within and self._says(head):
            score -= 4.0
        if not around and not within and away <= 2 and self._says(head) and self._says(i):
            score += 2.0
        return score

    def _is_told_of(self, head: int, i: int) -> bool:
        """Say whether the subject of a clause is told of by the one who tells of the pronoun too.

        "Holub said whether Novak will sign depends on whether he believes in it": that is Novak.
        """
        words, clauses = self.words, self.clauses
        verb = words.head[i]
        for _ in range(_TOLD):
            teller = clauses.subject(verb)
            if teller is not None and words.doc[verb].lemma_.lower() in _SAID and teller != i:
                return teller < verb < head and clauses.dominates(verb, head)
            if teller is not None and teller != i and self.memory.holding(teller) is not None:
                return False
            verb = words.head[verb]
        return False

    def _is_object(self, i: int) -> bool:
        words = self.words
        return words.dep[i] not in SUBJECTS | POSSESSIVES and words.tag[i] == "PRP"

    def _says(self, token: int) -> bool:
        """Say whether a token is the subject of a verb of saying."""
        words = self.words
        return (
            self.memory.is_subject(token) and words.doc[words.head[token]].lemma_.lower() in _SAID
        ) or words.head[token] == token

    def _is_said_by_one_before(self, i: int, head: int) -> bool:
        """Say whether a pronoun follows a verb of saying after a name: "X, head of Y, said he"."""
        words = self.words
        verb = i - 1 - (words.low[i - 1] == "that")
        return verb > head and words.tag[verb].startswith("VB") and words.doc[verb].lemma_.lower() in _SAID

    def _joined(self, i: int, gender: str) -> Somebody | None:
        """Return the person of "X and his wife"."""
        words = self.words
        if (
            words.dep[i] not in POSSESSIVES
            or i == 0
            or words.low[i - 1] not in {"and", "with", "for", "on", "over"}
        ):
            return None
        before = next(iter(self.memory.before(i)), None)
        if before is None or before.end != i - 1 or len(before.who) != 1:
            return None
        if words.low[i - 1] not in {"and", "with"} and not self._is_judged(before):
            return None
        who = before.who[0]
        return who if isinstance(who, Somebody) and who.gender in {"", gender} else None

    def _is_judged(self, draft: Draft) -> bool:
        """Say whether somebody is thanked or blamed, for something of their own."""
        words = self.words
        return words.doc[words.head[self.memory.head(draft)]].lemma_.lower() in _JUDGING

    def _ahead(self, i: int, gender: str) -> Somebody | None:
        """Return the subject after a phrase put first: "After his re-election, Putin said"."""
        words = self.words
        start, end = words.bounds[words.sentence[i]]
        if not gender or "," not in words.low[i:end] or words.low[start] in GENDERS or i - start > 20:
            return None
        if any(words.dep[k] in SUBJECTS for k in range(start, i + 1)):
            return None
        comma = words.low.index(",", i, end)
        for draft in self.memory.after(comma):
            if draft.start > comma + 3:
                return None
            who = draft.who[0]
            if isinstance(who, Somebody) and len(draft.who) == 1 and who.gender in {"", gender}:
                return who
        return None

    def _spoken_of(self, i: int, gender: str) -> Somebody | None:
        """Return whom a quotation is about where the words around it say so: "said of X"."""
        words, around = self.words, self.clauses.quotation
        if not around[i] or not gender:
            return None
        end = words.bounds[words.sentence[i]][1]
        for draft in self.memory.after(i):
            who = draft.who[0]
            if draft.start >= end:
                return None
            if (
                not around[draft.start]
                and words.low[draft.start - 1] in {"of", "about"}
                and words.doc[draft.start - 2].lemma_.lower() in _SAID
            ):
                return who if isinstance(who, Somebody) and who.gender in {"", gender} else None
        return None
