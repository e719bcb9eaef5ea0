"""Organisations: ministries with their country, bodies of a government, countries that act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.gazetteer import GEOGRAPHIC
from explore.actors.knowledge import countries, ministry_names
from explore.actors.organisations import OrganisationFinder
from explore.actors.scene import Draft

if TYPE_CHECKING:
    from explore.actors.actor import How
    from explore.actors.gazetteer import Hit
    from explore.actors.places import PlaceReader
    from explore.actors.roles import Role
    from explore.actors.scene import Body, Scene
    from explore.actors.words import Words

_ADJECTIVE = {"USA": "US"}
# Heads of these sit in buildings that give their name: the Kremlin, Downing Street.
_BUILDINGS = frozenset({"head_of_state", "head_of_government", "monarch", "government"})
_OWN_NAMES = {
    ("USA", "foreign_minister"): "US State Department",
    ("USA", "defence_minister"): "Pentagon",
    ("GBR", "foreign_minister"): "British Foreign Office",
    ("ISR", "armed_forces"): "Israel Defense Forces",
}
# Several nouns for the same men: troops are no other actor than the forces.
_NO_ARMY = frozenset(
    {"democratic", "opposition", "political", "rebel", "separatist", "insurgent", "progressive", "market"}
)
_FORCES = frozenset({"troops", "forces", "soldiers"})
# Bodies of the European Union, whose seat is named for it.
_EUROPEAN = frozenset({"European Union", "European Commission", "European Council", "European Parliament"})
_AT = frozenset({"at", "in", "outside", "inside", "near", "of"})


class BodyFinder:
    """Finds the organisations of one text."""

    def __init__(self, scene: Scene, hits: list[Hit], places: PlaceReader, roles: list[Role]) -> None:
        self.reserved = {
            i for role in roles if role.where and role.number == 1 for i in range(role.core, role.end)
        }
        self.scene, self.places, self.hits = scene, places, hits
        self.words: Words = scene.words
        self.starts = {hit.start: hit for hit in hits}
        self.ends = {hit.end: hit for hit in hits}
        self.unowned: list[Hit] = []
        self._elsewhere: dict[str, Body] = {}
        self._lands = {
            hit.term.country for hit in hits if hit.term.kind in {"country", "adjective", "capital"}
        }

    def find(self) -> None:
        """Enter the organisations and the countries that act."""
        for hit in self.hits:
            kind = hit.term.kind
            if kind == "ministry":
                self._ministry(hit)
            elif kind == "noun" and hit.term.office in {"government", "officials"}:
                self._government(hit)
        for hit in self.hits:
            if hit.term.kind == "title" and hit.term.office == "politician" and hit.term.number == 2:
                self._government(hit)
        for hit in self.hits:
            if self.scene.is_free(hit.start, hit.end) and hit.start not in self.reserved:
                self._named(hit)
        OrganisationFinder(self.scene, self.starts, self.reserved).find()

    def _enter(self, start: int, end: int, who: Body) -> None:
        """Enter a mention with its article, if no other has taken its words."""
        while start < end and not (self.scene.is_free(start, end) and self.words.text[start][0].isalpha()):
            start += 1
        if start < end:
            self.scene.add(Draft(self.with_article(start), end, (who,), "name"))

    def _named(self, hit: Hit) -> None:
        term, scene = hit.term, self.scene
        if term.shared:
            self._institution(hit)
        low = self.words.low
        if hit.start > 1 and low[hit.start - 1] == "-" and low[hit.start - 2] in {"anti", "pro", "non"}:
            return
        if term.kind in {"institution", "country", "capital"} and not self.places.is_acting(hit):
            return
        if term.kind in {"country", "capital"} and self._is_part_of_name(hit):
            return
        if (
            term.shared
            and hit.start > 1
            and self.words.low[hit.start - 1] == "of"
            and self.words.capital[hit.start - 2]
        ):
            return  # "the Library of Congress"
        if term.kind == "institution":
            how: How = "metonym" if term.office in _BUILDINGS else "name"
            start, body = self._institution(hit)
            scene.add(Draft(start, hit.end, (body,), how))
        elif term.kind == "organisation" and term.office == "organisation":
            # Summits and agreements do nothing of themselves.
            scene.add(Draft(hit.start, hit.end, (scene.organisation(term.name, qid=term.qid),), "name"))
        elif term.kind == "country" and term.country:
            scene.add(Draft(hit.start, hit.end, (scene.country(term.country),), "name"))
        elif term.kind == "capital" and term.country:
            scene.add(Draft(hit.start, hit.end, (self._seated_in(term.country),), "metonym"))

    def _seated_in(self, country: str) -> Body:
        """Return whom a capital stands for: Brussels for the EU, where the text names it and not Belgium."""
        named = {hit.term.country for hit in self.hits if hit.term.kind in {"country", "adjective"}}
        european = any(hit.term.name in _EUROPEAN for hit in self.hits if hit.term.kind == "organisation")
        if country == "BEL" and european and country not in named:
            return self.scene.organisation("European Union", qid="Q458")
        return self.scene.country(country)

    def _is_part_of_name(self, hit: Hit) -> bool:
        """Say whether a place is only a word in another name: "Real Madrid", "Fox Sports Brazil"."""
        words, before = self.words, hit.start - 1
        if (
            hit.term.kind == "capital"
            and before >= 0
            and words.tag[before] == "NNP"
            and words.head[before] == hit.start
            and before + 1 not in self.ends
            and not self._is_first(before)
        ):
            return True
        extent = self.words.extent[hit.start]
        if extent and extent[0] == hit.start - 1 and words.tag[extent[0]].startswith("VB"):
            return False  # "Open China's market"
        return (
            extent is not None
            and self.words.entity[hit.start] in {"ORG", "FAC", "EVENT", "PERSON", "WORK_OF_ART", "PRODUCT"}
            and (extent[0] < hit.start or extent[1] > hit.end + (self.words.low[extent[1] - 1] == "'s"))
        )

    def _is_first(self, i: int) -> bool:
        return i == self.words.bounds[self.words.sentence[i]][0]

    def _institution(self, hit: Hit) -> tuple[int, Body]:
        """Return where a mention begins, and the body: "the Philippines' Supreme Court" is not American."""
        term, word = hit.term, self.words.low[hit.end - 1]
        known = self.scene.organisation(term.name, term.country, office=term.office)
        if not term.shared:
            return hit.start, known
        start, where = self.owner(hit)
        text = self.words.doc[hit.start : hit.end].text
        if where and where != term.country:
            adjective = _ADJECTIVE.get(where, countries()[where].adjective)
            body = self.scene.organisation(f"{adjective} {text}", where, office=term.office)
            self._elsewhere[word] = body
            return (start if self.scene.is_free(start, hit.start) else hit.start), body
        if where is None and word in self._elsewhere:
            return hit.start, self._elsewhere[word]
        if where is None and self._lands and term.country not in self._lands:
            return hit.start, self.scene.organisation(text, office=term.office)
        return hit.start, known

    def owner(self, hit: Hit) -> tuple[int, str | None]:
        """Return where the noun phrase begins, and the country before the noun."""
        low, i = self.words.low, hit.start
        where = None
        for _ in range(4):
            before = self.ends.get(i)
            if before and before.term.kind in GEOGRAPHIC and where is None:
                where, i = before.term.country, before.start
            elif (
                i
                and low[i - 1] in {"'s", "'"}
                and (owner := self.ends.get(i - 1))
                and owner.term.kind in GEOGRAPHIC
            ) or (
                i
                and where is None
                and self.words.tag[i - 1] in {"JJ", "NN"}
                and not self.words.capital[i - 1]
            ):
                i -= 1
            else:
                break
        return (i, where) if where else (hit.start, None)

    def _owner_after(self, hit: Hit) -> tuple[int, str | None]:
        low, end = self.words.low, hit.end
        # An "embassy in Havana" is not Cuba's.
        links = {"of"} if hit.term.office in {"embassy", "head_of_state"} else {"of", "in"}
        if end + 1 < len(low) and low[end] in links:
            found = self.starts.get(end + 1 + (low[end + 1] == "the"))
            owned = found and found.end < len(low) and low[found.end] in {"'s", "'"}
            if found and found.term.kind in {"country", "capital"} and not owned:
                return found.end, found.term.country
        return end, None

    def _ministry(self, hit: Hit) -> None:
        if not self.scene.is_free(hit.start, hit.end) or hit.start in self.reserved:
            return
        start, where = self.owner(hit)
        end, after = (hit.end, None) if where else self._owner_after(hit)
        where = where or after
        if where is None or hit.term.office is None:
            # "The ministry", "the Russian ministry": settled with what the text names before.
            self.unowned.append(hit)
            return
        if hit.term.office in {"head_of_state", "embassy"} and self._is_building(start):
            return
        self._enter(start, end, self.ministry(where, hit.term.office))

    def _is_building(self, start: int) -> bool:
        low, i = self.words.low, self.with_article(start) - 1
        return i >= 0 and low[i] in _AT - {"of"}

    def ministry(self, where: str, office: str | None) -> Body:
        """Return the ministry of a country under our name for it: "Russian Foreign Ministry"."""
        adjective = _ADJECTIVE.get(where, countries()[where].adjective)
        name = ministry_names().get(office or "", "Ministry")
        own = _OWN_NAMES.get((where, office or ""))
        return self.scene.organisation(own or f"{adjective} {name}", where, office=office)

    def _government(self, hit: Hit) -> None:
        """Enter "the Russian government", "Ukrainian authorities", "the government in Kyiv"."""
        if not self.scene.is_free(hit.start, hit.end):
            return
        start, where = self.owner(hit)
        end = hit.end
        if where is None:
            end, where = self._owner_after(hit)
        if where is None:
            return
        noun = self.words.low[hit.end - 1]
        if noun in _FORCES and _NO_ARMY.intersection(self.words.low[start : hit.end]):
            return
        if hit.term.office == "government" and noun != "authorities":
            who = self.scene.country(where)
        elif noun in _FORCES:
            who = self.ministry(where, "armed_forces")
        else:
            adjective = _ADJECTIVE.get(where, countries()[where].adjective)
            who = self.scene.organisation(f"{adjective} {noun}", where, office="officials")
        self._enter(start, end, who)

    def with_article(self, start: int) -> int:
        """Return where a noun phrase begins, its article included."""
        taken = start and not self.scene.is_free(start - 1, start)
        return start - 1 if start and self.words.low[start - 1] in {"the", "a"} and not taken else start
