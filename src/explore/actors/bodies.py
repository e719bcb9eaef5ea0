"""Organisations: ministries with their country, bodies of a government, and the names the language model finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.gazetteer import GEOGRAPHIC
from explore.actors.knowledge import countries
from explore.actors.scene import Draft

if TYPE_CHECKING:
    from explore.actors.gazetteer import Hit
    from explore.actors.places import PlaceReader
    from explore.actors.roles import Role
    from explore.actors.scene import Body, Scene
    from explore.actors.words import Words

_ADJECTIVE = {"USA": "US"}
# Heads of these sit in buildings that give their name: the Kremlin, Downing Street.
_BUILDINGS = frozenset({"head_of_state", "head_of_government", "monarch", "government"})


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
        self._entities()

    def _named(self, hit: Hit) -> None:
        term, scene = hit.term, self.scene
        if term.kind in {"institution", "country", "capital"} and not self.places.is_acting(hit):
            return
        if term.kind == "institution":
            body = scene.organisation(term.name, term.country, office=term.office)
            scene.add(Draft(hit.start, hit.end, (body,), "metonym" if term.office in _BUILDINGS else "name"))
        elif term.kind == "organisation":
            scene.add(Draft(hit.start, hit.end, (scene.organisation(term.name, qid=term.qid),), "name"))
        elif term.kind == "country" and term.country:
            scene.add(Draft(hit.start, hit.end, (scene.country(term.country),), "name"))
        elif term.kind == "capital" and term.country:
            scene.add(Draft(hit.start, hit.end, (scene.country(term.country),), "metonym"))

    def _owner(self, hit: Hit) -> tuple[int, str | None]:
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
                and self.words.tag[i - 1] in {"JJ", "HYPH", "NN"}
                and not self.words.capital[i - 1]
            ):
                i -= 1
            else:
                break
        return (i, where) if where else (hit.start, None)

    def _owner_after(self, hit: Hit) -> tuple[int, str | None]:
        low, end = self.words.low, hit.end
        if end + 1 < len(low) and low[end] in {"of", "in"}:
            found = self.starts.get(end + 1 + (low[end + 1] == "the"))
            if found and found.term.kind in {"country", "capital"}:
                return found.end, found.term.country
        return end, None

    def _ministry(self, hit: Hit) -> None:
        if not self.scene.is_free(hit.start, hit.end) or hit.start in self.reserved:
            return
        start, where = self._owner(hit)
        end, after = (hit.end, None) if where else self._owner_after(hit)
        where = where or after
        if where is None or (hit.term.office is None):
            # "The ministry", "the Russian ministry": settled with what the text names before.
            self.unowned.append(hit)
            return
        body = self.ministry(where, hit.term.office, hit.term.name)
        self.scene.add(Draft(self._article(start), end, (body,), "name"))

    def ministry(self, where: str, office: str | None, name: str) -> Body:
        """Return the ministry of a country under our name for it: "Russian Foreign Ministry"."""
        own = {("USA", "foreign_minister"): "US State Department", ("USA", "defence_minister"): "Pentagon",
               ("GBR", "foreign_minister"): "British Foreign Office"}.get((where, office or ""))  # fmt: skip
        adjective = _ADJECTIVE.get(where, countries()[where].adjective)
        return self.scene.organisation(own or f"{adjective} {name}", where, office=office)

    def _government(self, hit: Hit) -> None:
        """Enter "the Russian government", "Ukrainian authorities", "the government in Kyiv"."""
        if not self.scene.is_free(hit.start, hit.end):
            return
        start, where = self._owner(hit)
        end = hit.end
        if where is None:
            end, where = self._owner_after(hit)
        if where is None:
            return
        noun = self.words.low[hit.end - 1]
        if hit.term.office == "government" and noun != "authorities":
            who = self.scene.country(where)
        else:
            adjective = _ADJECTIVE.get(where, countries()[where].adjective)
            who = self.scene.organisation(f"{adjective} {noun}", where, office="officials")
        self.scene.add(Draft(self._article(start), end, (who,), "name"))

    def _article(self, start: int) -> int:
        return start - 1 if start and self.words.low[start - 1] in {"the", "a"} else start

    def _entities(self) -> None:
        """Enter what the language model calls an organisation and no table knows."""
        words, scene = self.words, self.scene
        for entity in words.doc.ents:
            if entity.label_ != "ORG" or not scene.is_free(entity.start, entity.end):
                continue
            if entity.start in self.reserved:
                continue
            start, end = entity.start, entity.end
            while start < end and (
                words.low[start] in {"the", "a", "an"} or not words.text[start][0].isalnum()
            ):
                start += 1
            while end > start and (
                words.low[end - 1] in {"'s", "'"} or not words.text[end - 1][-1].isalnum()
            ):
                end -= 1
            if end <= start or not words.capital[start] or words.sentence[start] in words.shouted:
                continue
            if (hit := self.starts.get(start)) and hit.end >= end:
                continue
            name = " ".join(words.doc[start:end].text.split())
            first = self.starts.get(start)
            where = first.term.country if first and first.term.kind in GEOGRAPHIC else None
            scene.add(Draft(start, end, (scene.organisation(name, where),), "name"))
