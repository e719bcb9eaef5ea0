"""Titles without a name: "the Russian president", "the minister", "his Chinese counterpart"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.knowledge import countries
from explore.actors.linking import matches, titled_kind
from explore.actors.offices import HAVE_SECRETARIES_OF_STATE, counterpart, holder
from explore.actors.persons import Somebody
from explore.actors.roles import UNHELD
from explore.actors.scene import Draft

if TYPE_CHECKING:
    from explore.actors.actor import How
    from explore.actors.memory import Memory
    from explore.actors.persons import People
    from explore.actors.pronouns import PersonFinder
    from explore.actors.roles import Role
    from explore.actors.when import Calendar

_TOP = frozenset({"head_of_state", "president", "leader", "king"})
_KIN = {
    "head_of_state": _TOP,
    "president": frozenset({"president"}),
    "king": frozenset({"king"}),
    "chief": _TOP | {"organisation_head", "secretary_general"},
    "leader": _TOP | {"head_of_government", "party_leader", "supreme_leader"},
    "supreme_leader": frozenset({"supreme_leader", "head_of_state"}),
    "secretary_general": frozenset({"secretary_general", "organisation_head"}),
    "organisation_head": frozenset({"secretary_general", "organisation_head"}),
}
# The office somebody acts in, where there are several: the first of these.
RANKS = (
    "head_of_state",
    "president",
    "leader",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
)
# Words that mean somebody alone only where the article called the person by the same word.
_VAGUE = frozenset({"chief", "politician", "expert", "deputy_minister"})
_CHANCELLORS = frozenset({"DEU", "AUT"})
_SECRETARIES = frozenset({"USA", "PHL"})
_DIPLOMATS = frozenset(
    {
        "foreign_minister",
        "deputy_foreign_minister",
        "ambassador",
        "un_ambassador",
        "eu_foreign_chief",
        "party_diplomat",
    }
)


def kin(kind: str) -> frozenset[str]:
    """Return the kinds of office a title of this kind may mean."""
    return _KIN.get(kind, frozenset({kind}))


def main_office(person: Somebody) -> tuple[str | None, str]:
    """Return the office somebody acts in: what the article says, the highest that can be looked up."""
    listed = [o for o in person.offices if o in person.introduced] or person.offices
    listed = [o for o in listed if o[1] not in UNHELD] or listed
    return min(listed, key=lambda o: RANKS.index(o[1]) if o[1] in RANKS else len(RANKS))


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
        self._last: dict[str, Somebody] = {}
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
            return None if role.start == role.core else self._said_before(role)
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
        if kind in _VAGUE:
            word = self.words.low[role.end - 1]
            told = [
                p
                for p in self.people.all
                if p.country == where and p.first < role.core and _is_called(p, word)
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
                    _fits(office.country, titled_kind(office), kind, wanted)
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

    def _said_before(self, role: Role) -> Draft | None:
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
                _is_called(who, word)
                if role.kind in _VAGUE
                else self._leads_party(role, who)
                if role.kind == "party_leader"
                else _is_chancellor(who)
                if word == "chancellor"
                else any(_fits(where, kind, role.kind, wanted) for where, kind in who.offices)
                and _is_titled(who, word)
                and not _goes_by_rank(who, role.kind)
                and not (who.country == "USA" and self.words.low[role.end - 2] == "foreign")
                and not (word == "minister" and role.kind == "head_of_government" and _is_chancellor(who))
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
        return span is not None and self._holds(who, kin("party_leader"), span[0].isoformat()) is True

    def _in_office_now(self, role: Role, fits: list[Somebody], wanted: frozenset[str]) -> list[Somebody]:
        """Return who holds the office on the day spoken of, where a predecessor was named last."""
        span = self.calendar.span(role.core)
        if span is None or len(fits) > 1 or self._holds(fits[0], wanted, span[0].isoformat()) is not False:
            return fits
        held = [
            who
            for draft in self.memory.before(role.core)
            for who in draft.who
            if isinstance(who, Somebody)
            and who.country == fits[0].country
            and self._holds(who, wanted, span[0].isoformat())
        ]
        return held[:1] or fits

    def _holds(self, who: Somebody, wanted: frozenset[str], day: str) -> bool | None:
        """Say whether the tables have somebody in such an office on a day; None for one they do not know."""
        held = self.people.known.held.get(who.key or "", [])
        if not held:
            return None
        return any(titled_kind(office) in wanted and office.covers(day) for office in held)

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


def _fits(where: str | None, kind: str, title: str, wanted: frozenset[str]) -> bool:
    """Say whether an office held somewhere is of the kind that a title means."""
    if title in {"minister", "spokesperson"}:
        return (
            kind == title or kind.endswith(f"_{title}") or (title, kind) == ("minister", "secretary_of_state")
        )
    if title == "secretary_of_state" and kind == "foreign_minister":
        return where in HAVE_SECRETARIES_OF_STATE
    return kind in wanted


def _is_titled(who: Somebody, word: str) -> bool:
    """Say whether somebody may go by a title: an American minister is a secretary, hardly any other is."""
    is_secretary = who.country in _SECRETARIES or "secretary" in str(who.role).lower()
    return is_secretary if word == "secretary" else not is_secretary if word == "minister" else True


def _goes_by_rank(who: Somebody, kind: str) -> bool:
    """Say whether somebody is called a crown prince, and so not by the office held beside it."""
    ranks = {held for _, held in who.offices}
    return "crown_prince" in ranks and kind != "crown_prince" and all(k != kind for _, k in who.introduced)


def _is_chancellor(who: Somebody) -> bool:
    """Say whether "the chancellor" can be somebody: who heads a government is called so in few countries."""
    heads = any(kind == "head_of_government" for _, kind in who.offices)
    return "chancellor" in str(who.role).lower() or (heads and who.country in _CHANCELLORS)


def _is_called(who: Somebody, word: str) -> bool:
    if word == "diplomat" and any(kind in _DIPLOMATS for _, kind in who.offices):
        return True
    if word == "diplomat" and any(kind.endswith("spokesperson") for _, kind in who.offices):
        return "foreign" in str(who.role).lower()
    return bool(who.role) and word in str(who.role).lower().split()
