"""Several at once: "the two leaders", "both countries", "they"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.clauses import POSSESSIVES, SUBJECTS
from explore.actors.fitting import GENDERS, may_be, speaks_for
from explore.actors.knowledge import countries
from explore.actors.persons import Somebody
from explore.actors.scene import Body, Draft

if TYPE_CHECKING:
    from explore.actors.gazetteer import Hit
    from explore.actors.memory import Memory

PRONOUNS = frozenset({"they", "them", "their", "themselves", "both", "two"})
_BEFORE = frozenset({"two", "both", "the", "these", "their", "three", "-"})
_JOINED = 8  # sentences back two men named as one may be
_REACH = 4  # sentences back a group may reach
_MANY = frozenset({"officials", "armed_forces", "police", "border_guard"})
_VERBS = (["VBD"], ["VBN"], ["VBZ"], ["VBP"], ["MD"])
Group = tuple[Somebody | Body, ...]


class GroupFinder:
    """Finds whom words for several mean."""

    def __init__(self, memory: Memory) -> None:
        self.memory, self.words = memory, memory.words
        self._last_pair: tuple[Somebody, ...] | None = None

    # -- nouns ----------------------------------------------------------------------------------------------

    def noun(self, hit: Hit) -> Draft | None:
        """Return the mention that "the two leaders", "both sides" or "the presidents" is."""
        words, start = self.words, hit.start
        while start and words.low[start - 1] in _BEFORE:
            start -= 1
        said = set(words.low[start : hit.start])
        wanted = hit.term.office or "person"
        if hit.term.number != 2 or "three" in said or not said:
            return None
        noun = hit.end - 1
        if words.low[noun] == "parties" and start and words.low[start - 1] in {"of", "with", "from"}:
            return None  # "lawmakers of both parties"
        if said & {"two", "both"} and wanted in {"country", "side"}:
            group = self._countries(noun, wanted == "side")
        elif said & {"two", "both"}:
            group = self._pair(noun, wanted)
        elif said == {"the"} and wanted in {"leader", "president", "side", "interlocutor"}:
            # "The presidents" without a number are two only where no third is near.
            group = self._only_two(noun, wanted)
        else:
            return None
        return Draft(start, hit.end, group, "role") if group else None

    def _pair(self, i: int, wanted: str = "leader") -> Group:
        """Return the two persons last named who are of the kind wanted."""
        if again := self._again(i, wanted):
            return again
        if joined := self._joined_pair(i, wanted, _JOINED if wanted in GENDERS else 1):
            self._last_pair = joined
            return joined
        found = self._near(i, wanted, 2)
        if wanted == "leader":
            # "The two leaders" are presidents and premiers where there are two, else ministers.
            heads = self._near(i, "head", 2)
            found = heads if len(heads) == 2 else found
        if wanted in GENDERS and len(found := self._of_sentence(i, wanted)) != 2:
            found = self._near(i, wanted, 3)
        if len(found) != 2:
            return ()
        self._last_pair = tuple(reversed(found))
        return self._last_pair

    def _joined_pair(self, i: int, wanted: str, reach: int) -> tuple[Somebody, ...]:
        """Return the two of "X and Y" in the sentences before, if both are of the kind wanted."""
        later: tuple[int, Somebody] | None = None
        for draft in self.memory.before(i):
            if self.memory.away(draft, i) > reach:
                break
            who = draft.who[0]
            if later and self._is_in_title(draft, later[0]):
                later = draft.start, later[1]
                continue
            if len(draft.who) > 1 or not isinstance(who, Somebody) or not may_be(who, wanted):
                later = None
                continue
            if later and self.words.low[draft.end : later[0]] == ["and"] and later[1] is not who:
                return (who, later[1])
            later = draft.start, who
        return ()

    def _is_in_title(self, draft: Draft, name: int) -> bool:
        """Say whether somebody only belongs to the title of the one behind: "President X's envoy, Y"."""
        words = self.words
        return words.low[draft.end : draft.end + 1] in (["'s"], ["’s"]) and all(
            words.tag[i].startswith(("N", "J", "POS", ",", "HYPH")) for i in range(draft.end, name)
        )

    def _only_two(self, i: int, wanted: str) -> Group:
        kind = "leader" if wanted in {"side", "interlocutor"} else wanted
        if again := self._again(i, kind):
            return again
        found = self._near(i, kind, 3, possessives=False)
        if len(found) != 2:
            return ()
        self._last_pair = tuple(reversed(found))
        return self._last_pair

    def _near(self, i: int, wanted: str, most: int, possessives: bool = True) -> list[Somebody]:
        found: list[Somebody] = []
        doers = self._doers(i)
        for draft in self.memory.before(i):
            if self.memory.away(draft, i) > _REACH or len(found) >= most:
                break
            if not possessives and self.words.dep[self.memory.head(draft)] in POSSESSIVES:
                continue
            for who in reversed(draft.who):
                if isinstance(who, Somebody) and who not in [*found, *doers] and may_be(who, wanted):
                    found.append(who)
        return found[:most]

    def _of_sentence(self, i: int, wanted: str) -> list[Somebody]:
        """Return the persons of the kind in the last sentence that names any."""
        for back in (0, 1):
            found = {
                who: None
                for draft in self.memory.before(i)
                if self.memory.away(draft, i) == back
                for who in draft.who
                if isinstance(who, Somebody) and who not in self._doers(i) and may_be(who, wanted)
            }
            if found:
                return list(found)
        return []

    def _doers(self, i: int) -> Group:
        """Return who does something to several, and so is none of them: "X told both men"."""
        acting = self.words.dep[i] in SUBJECTS or self.words.tag[i + 1 : i + 2] in _VERBS
        doer = None if acting else self.memory.clauses.governing(i)
        draft = self.memory.holding(doer) if doer is not None and doer < i else None
        return draft.who if draft and len(draft.who) == 1 else ()

    def _again(self, i: int, wanted: str) -> Group:
        """Return the pair spoken of before as one, unless another of the kind was named since."""
        if self._last_pair is None or not all(may_be(who, wanted) for who in self._last_pair):
            return ()
        for draft in self.memory.before(i):
            persons = [who for who in draft.who if isinstance(who, Somebody) and may_be(who, wanted)]
            if any(who in self._last_pair for who in persons):
                return self._last_pair
            if persons:
                return ()
        return ()

    def _countries(self, i: int, side: bool) -> Group:
        """Return the two countries last spoken of together, those of persons too."""
        pair = self._last_pair or ()
        if side and len({who.country for who in pair}) == 1 and pair[0].country in countries():
            return pair  # rivals at home
        found: list[str] = []
        doers = {who.country for who in self._doers(i) if isinstance(who, Body)}
        here = -1
        for draft in self.memory.before(i):
            away = self.memory.away(draft, i)
            if away > _REACH or (len(found) >= 2 and away != here):
                break
            here = away
            for who in reversed(draft.who):
                if who.country in countries() and who.country not in {*found, *doers} and speaks_for(who):
                    found.append(who.country)
        if side and len(found) > 2:
            return ()  # which two of them?
        if len(found) < 2:
            return self._pair(i) if side else ()
        joined = self._joined_countries(i)
        if len({*joined, *found[:2]}) == 3:
            found = joined[::-1]  # one of those named as one, and a third who has only joined them
        return tuple(self.memory.scene.country(alpha3) for alpha3 in reversed(found[:2]))

    def _joined_countries(self, i: int) -> list[str]:
        """Return the only two countries that the text has named as one: "Thailand and Cambodia"."""
        pairs: dict[tuple[str, ...], None] = {}
        later: Draft | None = None
        for draft in self.memory.before(i):
            who = draft.who[0]
            land = isinstance(who, Body) and who.kind == "country" and len(draft.who) == 1
            if land and later and self.words.low[draft.end : later.start] == ["and"]:
                pairs[tuple(sorted((str(who.country), str(later.who[0].country))))] = None
            later = draft if land else None
        return list(next(iter(pairs))) if len(pairs) == 1 else []

    # -- pronouns -------------------------------------------------------------------------------------------

    def pronoun(self, i: int) -> Draft | None:
        """Return the mention that "they", "both" or "the two" is."""
        words = self.words
        low, start = words.low[i], i
        if low in {"both", "two"} and words.dep[i] not in SUBJECTS:
            return None
        if low == "two":
            if not i or words.low[i - 1] != "the":
                return None
            start = i - 1
        group = self._pair(i, "person") if low == "two" else self._group(i)
        return Draft(start, i + 1, group, "pronoun") if group else None

    def _group(self, i: int) -> Group:
        """Return whom "they" means: the last several named in one breath, or two persons of one sentence."""
        floor = self._others(i)
        for draft in self.memory.before(i):
            if self.memory.away(draft, i) > 1:
                break
            who = draft.who[0]
            several = len(draft.who) > 1 or (
                isinstance(who, Body)
                and who.office in _MANY
                and self.memory.is_subject(self.memory.head(draft))
            )
            if several:
                return draft.who if draft.start >= floor else ()
        if self.memory.clauses.quotation[i]:
            return ()
        # A plain noun before is enough to take "them" and "their" to itself.
        floor = self._others(i, subjects=self.words.dep[i] in SUBJECTS)
        for back in (0, 1):
            persons = {
                who: draft.start
                for draft in self.memory.before(i)
                if self.memory.away(draft, i) == back
                for who in draft.who
                if isinstance(who, Somebody)
            }
            if len(persons) == 2:
                return tuple(reversed(persons)) if min(persons.values()) >= floor else ()
        return ()

    def _others(self, i: int, subjects: bool = True) -> int:
        """Return the last subject (or noun) in the plural that nobody was found for: those may be "they"."""
        words = self.words
        first = words.bounds[max(0, words.sentence[i] - 1)][0]
        return max(
            (
                k
                for k in range(first, i)
                if (not subjects or words.dep[k] in SUBJECTS)
                and words.tag[k] in {"NNS", "NNPS"}
                and not self.memory.scene.covered[k]
            ),
            default=-1,
        )
