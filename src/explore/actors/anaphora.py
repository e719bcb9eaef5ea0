"""What stands for somebody named before, settled from left to right: roles, short noun phrases, pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors import generics, groups, things
from explore.actors.joint import in_offices
from explore.actors.knowledge import countries
from explore.actors.memory import Memory
from explore.actors.officeholders import OfficeFinder
from explore.actors.pronouns import GENDERS, PersonFinder
from explore.actors.roles import Role
from explore.actors.scene import Body, Draft

if TYPE_CHECKING:
    from explore.actors.bodies import BodyFinder
    from explore.actors.gazetteer import Hit
    from explore.actors.persons import People, Somebody
    from explore.actors.scene import Scene
    from explore.actors.when import Calendar


class Resolver:
    """Settles the words of one text that name nobody.

    `told` holds the last tokens of the titles that the text says of a name, `said` the persons of those that
    stand beside the name: "the foreign minister, Wang Yi,".
    """

    def __init__(
        self,
        scene: Scene,
        people: People,
        calendar: Calendar,
        bodies: BodyFinder,
        hits: list[Hit],
        told: set[int],
        said: dict[int, Somebody],
    ) -> None:
        self.scene, self.bodies, self.words = scene, bodies, scene.words
        self.hits = {hit.start: hit for hit in hits}
        self.memory = Memory(scene, hits, told)
        self.persons = PersonFinder(self.memory)
        self.things = things.ThingFinder(self.memory)
        self.groups = groups.GroupFinder(self.memory)
        self.generics = generics.GenericFinder(self.memory)
        self.offices = OfficeFinder(self.memory, people, calendar, self.persons, said)

    def resolve(self, roles: list[Role], nouns: list[Hit]) -> None:
        """Enter a mention for every role, pronoun and short noun phrase that can be settled."""
        tasks: list[tuple[int, int, Role | Hit | int]] = [(role.start, 0, role) for role in roles]
        tasks += [(hit.start, 1, hit) for hit in [*nouns, *self.bodies.unowned]]
        pronouns = GENDERS.keys() | things.PRONOUNS | groups.PRONOUNS
        again = pronouns | generics.generics().keys()
        tasks += [(i, 2, i) for i, word in enumerate(self.words.low) if word in again]
        for _, _, task in sorted(tasks, key=lambda t: (t[0], t[1])):
            draft = self._settle(task)
            if draft is not None and self.scene.is_free(draft.start, draft.end):
                self.memory.add(draft)

    def _settle(self, task: Role | Hit | int) -> Draft | None:
        if isinstance(task, int):
            return self._pronoun(task)
        return self._role(task) if isinstance(task, Role) else self._noun(task)

    def _role(self, role: Role) -> Draft | None:
        if not self.scene.is_free(role.core, role.end):
            return None
        if role.number == 2:
            return in_offices(self.words, role, self.hits, self.offices)
        return self.offices.find(role)

    def _pronoun(self, i: int) -> Draft | None:
        low = self.words.low[i]
        if not self.scene.is_free(i, i + 1):
            return None
        if self.words.text[i] == "HE" and self.words.capital[i + 1 : i + 2] == [True]:
            return None  # "HE Sheikh Mohammed" is His Excellency
        if low in GENDERS:
            who = self.persons.find(i)
            return Draft(i, i + 1, (who,), "pronoun") if who else None
        if low in things.PRONOUNS:
            body = self.things.find(i)
            return Draft(i, i + 1, (body,), "pronoun") if body else None
        if low in groups.PRONOUNS:
            return self.groups.pronoun(i)
        return self.generics.find(i)

    def _noun(self, hit: Hit) -> Draft | None:
        if hit.term.kind == "ministry":
            return self._ministry(hit)
        if hit.term.number == 1 and hit.term.office == "country":
            return self._country(hit)
        return self.groups.noun(hit)

    def _country(self, hit: Hit) -> Draft | None:
        """Settle "the country", and "his country" by whose it is."""
        word = self.words.low[hit.start - 1] if hit.start else ""
        if word in {"his", "her"}:
            owner = self.persons.find(hit.start - 1)
            alpha3 = owner.country if owner else None
            start = hit.start
        elif word == "the":
            alpha3, start = self.things.country(hit.start), hit.start - 1
        else:
            return None
        if alpha3 is None or alpha3 not in countries():
            return None
        return Draft(start, hit.end, (self.scene.country(alpha3),), "role")

    def _ministry(self, hit: Hit) -> Draft | None:
        """Settle "the ministry" and "the Russian ministry" by the ministry or minister before."""
        start, where = self.bodies.owner(hit)
        for draft in self.memory.before(hit.start):
            for who in draft.who:
                if where and who.country != where:
                    continue
                body = self._its_ministry(who, hit)
                if body is not None:
                    return Draft(self.bodies.with_article(start), hit.end, (body,), "role")
        return None

    def _its_ministry(self, who: Somebody | Body, hit: Hit) -> Body | None:
        wanted = {None: None, "": None}.get(hit.term.office, hit.term.office)
        if isinstance(who, Body):
            fits = who.office and who.office.endswith("_minister") and wanted in {None, who.office}
            return who if fits else None
        for land, kind in who.offices if who.country in countries() else ():
            if land and kind.endswith("_minister") and wanted in {None, kind}:
                return self.bodies.ministry(land, kind)
        return None
