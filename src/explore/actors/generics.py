"""Bodies called again by a noun: "the court" after the International Criminal Court, "the alliance"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from explore.actors.knowledge import table
from explore.actors.lexicon import word_list
from explore.actors.persons import Somebody
from explore.actors.scene import Body, Draft

if TYPE_CHECKING:
    from explore.actors.memory import Memory

_REACH = 6  # sentences back
_NEAR = 2  # sentences in which no second body may go by the noun
_COMPOUND = frozenset({"compound", "nn", "nmod", "amod"})
_GOES_ON = frozenset({"of", "for", "-"})
# Last words of names that companies of the language model's finding do not have.
_PUBLIC = word_list("ends no company")


class _Noun(NamedTuple):
    names: frozenset[str]
    offices: frozenset[str]


@lru_cache(maxsize=1)
def generics() -> dict[str, _Noun]:
    """Return the nouns, with the bodies and kinds of office they may mean besides those named so."""
    return {
        noun: _Noun(frozenset(names.split(";")) - {""}, frozenset(offices.split(";")) - {""})
        for noun, names, offices in table("generics.csv")
    }


class GenericFinder:
    """Finds which body a noun with "the" means."""

    def __init__(self, memory: Memory) -> None:
        self.memory, self.words = memory, memory.words

    def find(self, i: int) -> Draft | None:
        """Return the mention that "the court" is; None where no such body was named before."""
        words = self.words
        if not i or words.low[i - 1] != "the" or words.tag[i] != "NN" or self._goes_on(i):
            return None
        noun, low = generics()[words.low[i]], words.low[i]
        if low not in {"company", "firm"} or (body := self._named_after(i)) is None:
            body = self._named_before(i, low, noun)
        return Draft(i - 1, i + 1, (body,), "role") if body else None

    def _named_before(self, i: int, low: str, noun: _Noun) -> Body | None:
        """Return the one body of the last sentences that goes by the noun; nobody where two do."""
        found: dict[str, Body] = {}
        for draft in self.memory.before(i):
            away = self.memory.away(draft, i)
            if away > _REACH or (found and away > _NEAR):
                break
            for who in draft.who:
                if isinstance(who, Body) and _is_called(who, low, noun) and not self._is_foreign(who, i):
                    found[who.name] = who
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_foreign(self, who: Body, i: int) -> bool:
        """Say whether another country's leader gives orders: "the Lebanese president orders the army"."""
        doer = self.memory.clauses.governing(i)
        draft = self.memory.holding(doer) if doer is not None and doer < i else None
        own = draft.who[0].country if draft and isinstance(draft.who[0], Somebody) else None
        return who.office == "armed_forces" and None not in (own, who.country) and own != who.country

    def _named_after(self, i: int) -> Body | None:
        """Return the body of "the company, Acme Holdings,"."""
        draft = self.memory.holding(i + 2) if self.words.low[i + 1 : i + 2] == [","] else None
        who = draft.who[0] if draft else None
        return who if isinstance(who, Body) and who.kind == "organisation" else None

    def _goes_on(self, i: int) -> bool:
        """Say whether the noun is only a part of a phrase: "the court of appeal", "the bank manager"."""
        words, after = self.words, i + 1
        if after >= len(words):
            return False
        return words.low[after] in _GOES_ON or (words.dep[i] in _COMPOUND and words.head[i] == after)


def _is_called(who: Body, low: str, noun: _Noun) -> bool:
    """Say whether a body goes by a noun."""
    if who.kind != "organisation":
        return False
    own = who.name.lower().split()
    if low in own or who.name in noun.names:
        return True
    if "company" in noun.offices:
        return who.office is None and who.qid is None and own[-1] not in _PUBLIC and low not in own
    return who.office in noun.offices
