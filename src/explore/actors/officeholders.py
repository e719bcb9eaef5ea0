"""Titles without a name: "the Russian president", "the minister", "his Chinese counterpart"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.antecedents import Antecedents
from explore.actors.knowledge import countries
from explore.actors.linking import matches, titled_kind
from explore.actors.offices import counterpart, holder
from explore.actors.persons import Somebody
from explore.actors.roles import UNHELD
from explore.actors.scene import Draft
from explore.actors.titles import VAGUE, is_called, is_of_kind, kin, main_office

if TYPE_CHECKING:
    from explore.actors.actor import How
    from explore.actors.memory import Memory
    from explore.actors.persons import People
    from explore.actors.pronouns import PersonFinder
    from explore.actors.roles import Role
    from explore.actors.when import Calendar


class OfficeFinder:
    """Finds whom the titles of one text mean."""

    def __init__(
        self,
        memory: Memory,
        people: People,
        calendar: Calendar,
        persons: PersonFinder,
        said: dict[int, Somebody],
    ) -> None:
        self.said = said
        self.memory, self.people, self.calendar, self.persons = memory, people, calendar, persons
        self.words = memory.words
        self.antecedents = Antecedents(memory, people.known, calendar)
        self._nameless: dict[tuple[str, str], Somebody] = {}

    def find(self, role: Role) -> Draft | None:
        """Return the mention a title in the singular is."""
        named = self.said.get(id(role))
        if "counterpart" in role.kinds:
            return Draft(role.start, role.end, (named,), "counterpart") if named else self._counterpart(role)
        if role.former or not role.definite:
            return None
        if named:
            return Draft(role.start, role.end, (named,), "role")
        where = role.where or self._owner_country(role)
        if where is None:
            # Without a country, only "the president": a bare "President" may be anyone's.
            return None if role.start == role.core else self.antecedents.find(role)
        return self.in_office(role, where, role.kind, "role", False)

    def in_office(self, role: Role, where: str, kind: str, how: How, doubtful: bool) -> Draft | None:
        """Return who holds an office: whom the article introduced, else the holder on the day spoken of."""
        told = self._introduced(role, where, kind)
        said, span = self.calendar.said(role.core), self.calendar.span(role.core)
        found = None
        if span and kind not in UNHELD:
            found = holder(where, kind, span[0], self.people.known, until=span[1])
        if told and not (
            said and found and not found.unsure and self._was_other(told, found.key, where, kind, role)
        ):
            return Draft(role.start, role.end, (told,), how)
        if found:
            who = self.people.from_tables(found.key)
            if (where, kind) not in who.offices:
                who.offices.append((where, kind))
            if where in countries():
                who.country = who.country or where
            who.role = who.role or found.office
            return Draft(role.start, role.end, (who,), how, found.unsure or doubtful)
        open_day = span is None or (said is None and span[0] < span[1])
        alone = self._only_one(role, where, kind) if kind == "minister" or open_day else None
        if alone is not None and role.owner is None:
            return Draft(role.start, role.end, (alone,), how, doubtful)
        if kind in UNHELD or role.owner is not None or where not in countries() or role.start == role.core:
            return None
        return Draft(role.start, role.end, (self._unnamed(role, where, kind),), how, True)

    def _introduced(self, role: Role, where: str, kind: str) -> Somebody | None:
        """Return whom the article itself gives the office; of several, the one named last."""
        told = [p for p in self.people.all if any(w == where and k in kin(kind) for w, k in p.introduced)]
        if kind in VAGUE:
            word = self.words.low[role.end - 1]
            told = [
                p
                for p in self.people.all
                if p.country == where and p.first < role.core and is_called(p, word)
            ]
            return told[0] if len(told) == 1 else None
        exact = [p for p in told if any(w == where and k == kind for w, k in p.introduced)]
        if len(told) > 1 and len(exact) == 1 and kind != "leader":
            return exact[0]
        if len(told) > 1:
            return next((who for d in self.memory.before(role.core) for who in d.who if who in told), None)
        return told[0] if told else None

    def _only_one(self, role: Role, where: str, kind: str) -> Somebody | None:
        """Return the one person of a country named before who is known to hold such an office."""
        span, wanted = self.calendar.span(role.core), kin(kind)
        found = [
            who
            for who in self.people.all
            if who.country == where
            and who.first < role.core
            and any(
                (
                    is_of_kind(office.country, titled_kind(office), kind, wanted)
                    and not office.kind.startswith("deputy_")
                )
                and (span is None or office.within(span[0].isoformat(), span[1].isoformat()))
                for office in self.people.known.held.get(who.key or "", [])
            )
        ]
        return found[0] if len(found) == 1 else None

    def _was_other(self, told: Somebody, key: str, where: str, kind: str, role: Role) -> bool:
        """Say whether the tables name another than the article for another day than its own."""
        if told.key is None or told.key == key:
            return False
        said = self.calendar.said(role.core)
        held = self.people.known.held.get(told.key, [])
        return not any(
            office.country == where and matches(office, kind) and said and office.covers(said[0].isoformat())
            for office in held
        )

    def _unnamed(self, role: Role, where: str, kind: str) -> Somebody:
        """Return the holder of an office as the article calls it, whom we cannot name."""
        text = self.words.doc[role.core : role.end].text
        who = self._nameless.get((where, kind))
        if who is None:
            who = Somebody(("",), text, name=text, country=where, role=text, first=role.core)
            who.offices.append((where, kind))
            self._nameless[where, kind] = who
        return who

    def _owner_country(self, role: Role) -> str | None:
        if role.owner is None:
            return None
        owner = self.persons.find(role.owner)
        return owner.country if owner else None

    def _counterpart(self, role: Role) -> Draft | None:
        """Return the holder of the antecedent's office in the named country at the date."""
        if role.where is None:
            return None
        own = self.persons.find(role.owner if role.owner is not None else role.core, abroad=role.where)
        if own is None or not own.offices:
            return None
        country, kind = main_office(own)
        if role.where not in countries():
            kind, doubtful = "chief", False
        else:
            kind, doubtful = counterpart(role.where, kind, country)
        return self.in_office(role, role.where, kind, "counterpart", doubtful)
