"""Whom "the minister" was said of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.linking import titled_kind
from explore.actors.persons import Somebody
from explore.actors.scene import Draft
from explore.actors.titles import VAGUE, goes_by_rank, is_called, is_chancellor, is_of_kind, is_titled, kin

if TYPE_CHECKING:
    from datetime import date

    from explore.actors.knowledge import Knowledge
    from explore.actors.memory import Memory
    from explore.actors.roles import Role
    from explore.actors.when import Calendar


class Antecedents:
    """Finds who was called by a title before, in one text."""

    def __init__(self, memory: Memory, known: Knowledge, calendar: Calendar) -> None:
        self.memory, self.known, self.calendar = memory, known, calendar
        self.words = memory.words
        self._last: dict[str, Somebody] = {}

    def find(self, role: Role) -> Draft | None:
        """Return whom "the minister" was said of before: the nearest person with such an office."""
        wanted, word = kin(role.kind), self.words.low[role.end - 1]
        if word == "chancellor":
            wanted |= {"finance_minister", "chancellor"}
        again = self._last.get(word)
        for draft in self.memory.before(role.core):
            fits = self._fitting(role, draft, wanted)
            if not fits:
                continue
            draft, fits = self._foremost(role, draft, fits, wanted)
            near = self.memory.away(draft, role.core) <= 1 and self.memory.is_subject(self.memory.head(draft))
            if again and again not in fits and not near:
                # Who was "the president" before still is, unless another is the subject now.
                return Draft(role.start, role.end, (again,), "role")
            fits = self._in_office_now(role, fits, wanted)
            found = self._unless_two(role, draft, fits, wanted)
            if found:
                self._last[word] = fits[0]
            return found
        return None

    def _fitting(self, role: Role, draft: Draft, wanted: frozenset[str]) -> list[Somebody]:
        """Return the persons of a mention that a title can mean."""
        word = self.words.low[role.end - 1]
        return [
            who
            for who in draft.who
            if isinstance(who, Somebody)
            and (
                is_called(who, word)
                if role.kind in VAGUE
                else self._leads_party(role, who)
                if role.kind == "party_leader"
                else is_chancellor(who)
                if word == "chancellor"
                else any(is_of_kind(where, kind, role.kind, wanted) for where, kind in who.offices)
                and is_titled(who, word)
                and not goes_by_rank(who, role.kind)
                and not (who.country == "USA" and self.words.low[role.end - 2] == "foreign")
                and not (word == "minister" and role.kind == "head_of_government" and is_chancellor(who))
            )
        ]

    def _foremost(
        self, role: Role, draft: Draft, fits: list[Somebody], wanted: frozenset[str]
    ) -> tuple[Draft, list[Somebody]]:
        """Return the subject of the sentence where the one named last in it is none: "She thanked Xi"."""
        if self.memory.away(draft, role.core) == 0 or self.memory.is_subject(self.memory.head(draft)):
            return draft, fits
        here = self.words.sentence[draft.start]
        for other in self.memory.before(draft.start):
            if self.words.sentence[other.start] != here:
                break
            found = self._fitting(role, other, wanted)
            if found and self.memory.is_subject(self.memory.head(other)):
                return other, found
        return draft, fits

    def _leads_party(self, role: Role, who: Somebody) -> bool:
        """Say whether somebody leads a party: "the general secretary" is one who is called president, too."""
        span = self.calendar.span(role.core)
        if any(kind == "party_leader" for _, kind in who.introduced):
            return True
        return span is not None and self._holds(who, kin("party_leader"), span[0]) is True

    def _in_office_now(self, role: Role, fits: list[Somebody], wanted: frozenset[str]) -> list[Somebody]:
        """Return who holds the office on the day spoken of, where a predecessor was named last.

        Where that day is not known, whom the article itself gives the office.
        """
        span = self.calendar.span(role.core)
        if span is None or len(fits) > 1:
            return fits
        opened = self.calendar.said(role.core) is None and span[0] < span[1]

        def holds(who: Somebody) -> bool | None:
            if opened:
                return any(kind in wanted for _, kind in who.introduced)
            return self._holds(who, wanted, span[0])

        if holds(fits[0]) is not False:
            return fits
        held = [
            who
            for draft in self.memory.before(role.core)
            for who in draft.who
            if isinstance(who, Somebody) and who.country == fits[0].country and holds(who)
        ]
        return held[:1] or fits

    def _holds(self, who: Somebody, wanted: frozenset[str], day: date) -> bool | None:
        """Say whether the tables have somebody in such an office on a day; None for one they do not know."""
        held = self.known.held.get(who.key or "", [])
        if not held:
            return None
        return any(titled_kind(office) in wanted and office.covers(day.isoformat()) for office in held)

    def _unless_two(
        self, role: Role, draft: Draft, fits: list[Somebody], wanted: frozenset[str]
    ) -> Draft | None:
        """Return the one found, unless two of the office were just named in one breath."""
        if len(fits) > 1:
            return None
        for other in self.memory.before(draft.start):
            if draft.start - other.end > 1:
                break
            if self.words.low[other.end] == "and" and any(
                isinstance(who, Somebody) and who is not fits[0] and any(k in wanted for _, k in who.offices)
                for who in other.who
            ):
                return None
        return Draft(role.start, role.end, (fits[0],), "role")
