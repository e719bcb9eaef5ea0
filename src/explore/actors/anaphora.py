"""What stands for somebody named before: roles without a name, "his counterpart", pronouns, "the two leaders"."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from explore.actors.knowledge import countries
from explore.actors.offices import counterpart, holder
from explore.actors.persons import Somebody
from explore.actors.roles import UNHELD
from explore.actors.scene import Body, Draft

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explore.actors.bodies import BodyFinder
    from explore.actors.gazetteer import Hit
    from explore.actors.persons import People
    from explore.actors.roles import Role
    from explore.actors.scene import Scene
    from explore.actors.when import Calendar

_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_THINGS = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "themselves", "both"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "nsubj:outer"})
_TOP = frozenset({"head_of_state", "president", "leader", "king"})
_HEADS = {
    "head_of_state": _TOP, "president": frozenset({"president"}), "king": frozenset({"king"}), "chief": _TOP | {"organisation_head", "secretary_general"},
    "leader": _TOP | {"head_of_government", "party_leader"},
    "secretary_general": frozenset({"secretary_general", "organisation_head"}),
    "organisation_head": frozenset({"secretary_general", "organisation_head"}),
}  # fmt: skip
# Too common as words to mean somebody without a country or body beside them.
_BARE = frozenset({"chief", "politician", "expert", "secretary_general", "organisation_head"})
_REACH = 4  # sentences back a pronoun may reach
_WIDE = 60  # mentions back that are looked at


def kin(kind: str) -> frozenset[str]:
    """Return the kinds of office a title of this kind may mean."""
    return _HEADS.get(kind, frozenset({kind}))


class Resolver:
    """Settles the words of one text that name nobody, from left to right."""

    def __init__(self, scene: Scene, people: People, calendar: Calendar, bodies: BodyFinder) -> None:
        self.scene, self.people, self.calendar, self.bodies = scene, people, calendar, bodies
        self.words = scene.words
        self.seen = sorted(scene.drafts, key=lambda d: d.start)
        self._starts = [d.start for d in self.seen]
        self._last_pair: tuple[Somebody, ...] | None = None
        self._unknown: dict[tuple[str, str], Somebody] = {}

    def resolve(self, roles: list[Role], nouns: list[Hit]) -> None:
        """Enter a mention for every role, pronoun and short noun phrase that can be settled."""
        tasks: list[tuple[int, int, object]] = [(role.start, 0, role) for role in roles]
        tasks += [(hit.start, 1, hit) for hit in [*nouns, *self.bodies.unowned]]
        low = self.words.low
        tasks += [
            (i, 2, i) for i, word in enumerate(low) if word in _PRONOUNS or word in _THINGS or word in _MANY
        ]
        for _, order, task in sorted(tasks, key=lambda t: (t[0], t[1])):
            draft = (self._role, self._noun, self._pronoun)[order](task)  # type: ignore[operator]
            if draft is not None and self.scene.is_free(draft.start, draft.end):
                self.scene.add(draft)
                insort(self.seen, draft, key=lambda d: d.start)
                insort(self._starts, draft.start)

    def before(self, token: int) -> Iterable[Draft]:
        """Return the mentions before a token, the nearest first."""
        last = bisect_left(self._starts, token)
        return reversed(self.seen[max(0, last - _WIDE) : last])

    # -- roles ----------------------------------------------------------------------------------------------

    def _role(self, role: Role) -> Draft | None:
        if not self.scene.is_free(role.core, role.end) or role.number != 1:
            return None
        if "counterpart" in role.kinds:
            return self._counterpart(role)
        if role.former or not role.definite:
            return None
        where = role.where or self._owner_country(role)
        if where is None:
            # Without a country, only "the president": a bare "President" may be anyone's.
            bare = role.kind in _BARE or role.start == role.core
            return None if bare else self._known_by_office(role)
        return self._officeholder(role, where, role.kind, "role", False)

    def _owner_country(self, role: Role) -> str | None:
        if role.owner is None:
            return None
        owner = self._somebody(role.owner)
        return owner.country if owner else None

    def _officeholder(self, role: Role, where: str, kind: str, how: str, doubtful: bool) -> Draft | None:
        introduced = [
            p for p in self.people.all if any(w == where and k in kin(kind) for w, k in p.introduced)
        ]
        if len(introduced) > 1:
            introduced = self._last_named(introduced, role.core)
        said, span = self.calendar.said(role.core), self.calendar.span(role.core)
        found = None
        if span and kind not in UNHELD:
            found = holder(where, kind, span[0], self.people.known, until=span[1])
        if introduced and not (
            said and found and not found.unsure and self._dated_otherwise(introduced[0], found.key)
        ):
            return Draft(role.start, role.end, (introduced[0],), how)  # type: ignore[arg-type]
        if found:
            who = self.people.from_tables(found.key)
            if (where, kind) not in who.offices:
                who.offices.append((where, kind))
            if where in countries():
                who.country = who.country or where
            who.role = who.role or found.office
            return Draft(role.start, role.end, (who,), how, found.unsure or doubtful)  # type: ignore[arg-type]
        if kind in UNHELD or role.owner is not None or where not in countries():
            return None
        return Draft(role.start, role.end, (self._nameless(role, where, kind),), how, True)  # type: ignore[arg-type]

    def _last_named(self, persons: list[Somebody], token: int) -> list[Somebody]:
        for draft in self.before(token):
            for who in draft.who:
                if who in persons:
                    return [who]  # type: ignore[list-item]
        return []

    @staticmethod
    def _dated_otherwise(person: Somebody, key: str) -> bool:
        """Say whether the tables name somebody else than the article for another day than its own."""
        return person.key is not None and person.key != key

    def _nameless(self, role: Role, where: str, kind: str) -> Somebody:
        """Return the holder of an office as the article calls it, whom we cannot name."""
        text = self.words.doc[role.core : role.end].text
        who = self._unknown.get((where, kind))
        if who is None:
            who = Somebody(("",), text, name=text, country=where, role=text, first=role.core)
            who.offices.append((where, kind))
            self._unknown[where, kind] = who
        return who

    def _known_by_office(self, role: Role) -> Draft | None:
        """Return whom "the minister" was said of before: the nearest person with such an office."""
        wanted = kin(role.kind)
        for draft in self.before(role.core):
            for who in draft.who:
                if isinstance(who, Somebody) and any(
                    self._fits(kind, role.kind, wanted) for _, kind in who.offices
                ):
                    return Draft(role.start, role.end, (who,), "role")
        return None

    @staticmethod
    def _fits(kind: str, title: str, wanted: frozenset[str]) -> bool:
        return kind in wanted or (title == "minister" and kind.endswith("_minister"))

    def _counterpart(self, role: Role) -> Draft | None:
        """Return the holder of the antecedent's office in the named country at the date."""
        if role.where is None:
            return None
        own = self._somebody(role.owner if role.owner is not None else role.core, abroad=role.where)
        if own is None or not own.offices:
            return None
        country, kind = self._main_office(own)
        if role.where not in countries():
            kind, doubtful = "chief", False
        else:
            kind, doubtful = counterpart(role.where, kind, country)
        return self._officeholder(role, role.where, kind, "counterpart", doubtful)

    @staticmethod
    def _main_office(person: Somebody) -> tuple[str | None, str]:
        """Return the office somebody acts in: what the article says, the highest that can be looked up."""
        order = [
            "head_of_state",
            "president",
            "leader",
            "head_of_government",
            "foreign_minister",
            "defence_minister",
        ]
        listed = [o for o in person.offices if o in person.introduced] or person.offices
        listed = [o for o in listed if o[1] not in UNHELD] or listed
        return min(listed, key=lambda o: order.index(o[1]) if o[1] in order else len(order))

    # -- pronouns -------------------------------------------------------------------------------------------

    def _pronoun(self, i: int) -> Draft | None:
        low = self.words.low[i]
        if not self.scene.is_free(i, i + 1):
            return None
        if low in _PRONOUNS:
            who = self._somebody(i)
            return Draft(i, i + 1, (who,), "pronoun") if who else None
        if low in _THINGS:
            body = self._thing(i)
            return Draft(i, i + 1, (body,), "pronoun") if body else None
        if low == "both" and self.words.dep[i] not in _SUBJECTS:
            return None
        group = self._group(i)
        return Draft(i, i + 1, group, "pronoun") if group else None

    def _somebody(self, i: int, abroad: str | None = None) -> Somebody | None:
        """Return the person a pronoun (or a possessive name) means; `abroad` is a country that cannot be theirs."""
        words = self.words
        inside = next((d for d in self.before(i + 1) if d.start <= i < d.end and len(d.who) == 1), None)
        if inside and isinstance(inside.who[0], Somebody):
            return inside.who[0]
        gender = _PRONOUNS.get(words.low[i], "")
        if ahead := self._ahead(i, gender):
            return ahead
        here = words.sentence[i]
        best, chosen = 0.0, None
        for rank, draft in enumerate(self.before(i)):
            away = here - words.sentence[draft.start]
            if away > _REACH:
                break
            for who in draft.who:
                if not isinstance(who, Somebody) or (gender and who.gender and who.gender != gender):
                    continue
                if abroad and who.country == abroad:
                    continue
                score = self._salience(draft, i, away, rank) + (0.5 if gender and who.gender == gender else 0)
                if score > best:
                    best, chosen = score, who
        return chosen

    def _ahead(self, i: int, gender: str) -> Somebody | None:
        """Return the subject that follows a pronoun in a phrase put first: "After his re-election, Putin said"."""
        words = self.words
        start, end = words.bounds[words.sentence[i]]
        if not gender or "," not in words.low[i:end] or words.low[start] in _PRONOUNS or i - start > 20:
            return None
        if any(words.dep[k] in _SUBJECTS for k in range(start, i + 1)):
            return None
        comma = words.low.index(",", i, end)
        for draft in self.seen[bisect_left(self._starts, comma) :]:
            if draft.start > comma + 3:
                return None
            who = draft.who[0]
            if isinstance(who, Somebody) and len(draft.who) == 1 and who.gender in {"", gender}:
                return who
        return None

    def _salience(self, draft: Draft, i: int, away: int, rank: int) -> float:
        words = self.words
        head = self._head(draft)
        score = 6.0 - 1.5 * away - 0.25 * min(rank, 8)
        if words.dep[head] in _SUBJECTS:
            score += 2.5 if away <= 1 else 1.0
        if len(draft.who) > 1:
            score -= 2.0
        same_clause = away == 0 and words.head[head] == words.head[i]
        if (
            same_clause
            and words.low[i] in {"he", "she", "him", "her"}
            and words.dep[i] not in {"nmod:poss", "poss"}
        ):
            score -= 4.0
        if words.dep[head] in {"nmod:poss", "poss"}:
            score -= 0.5
        return max(score, 0.1)

    def _head(self, draft: Draft) -> int:
        """Return the token that hangs the mention in the parse."""
        head = self.words.head
        return next(
            (k for k in range(draft.start, draft.end) if not draft.start <= head[k] < draft.end), draft.start
        )

    def _thing(self, i: int) -> Body | None:
        """Return the country or organisation that "it" means: the subject before, else the nearest."""
        words = self.words
        if words.low[i] == "it" and (words.dep[i] in {"expl", "nsubj:expl"} or words.tag[i] != "PRP"):
            return None
        best, chosen = 2.0, None
        for rank, draft in enumerate(self.before(i)):
            away = words.sentence[i] - words.sentence[draft.start]
            if away > 1:
                break
            if len(draft.who) == 1 and isinstance(draft.who[0], Body):
                subject = words.dep[self._head(draft)] in _SUBJECTS
                score = 3.0 + 2.5 * subject - 1.5 * away - 0.25 * rank - (0 if subject or away == 0 else 2)
                if score > best:
                    best, chosen = score, draft.who[0]
        return chosen

    # -- groups ---------------------------------------------------------------------------------------------

    def _noun(self, hit: Hit) -> Draft | None:
        words = self.words
        start = hit.start
        while start and words.low[start - 1] in {"two", "both", "the", "these", "their", "three", "-"}:
            start -= 1
        said = set(words.low[start : hit.start])
        if hit.term.kind == "ministry":
            return self._ministry(hit)
        if hit.term.number == 2 and said & {"two", "both"}:
            wanted = hit.term.office or "person"
            if wanted in {"country", "side"}:
                pair = self._countries(start, wanted == "side")
            else:
                pair = self._pair(start, wanted)
            return Draft(start, hit.end, pair, "role") if pair else None
        if hit.term.number == 1 and hit.term.office == "country" and said == {"the"}:
            body = self._thing(hit.start)
            if body and body.kind == "country":
                return Draft(start, hit.end, (body,), "role")
        return None

    def _ministry(self, hit: Hit) -> Draft | None:
        """Settle "the ministry" and "the Russian ministry" by the ministry or minister before."""
        start, where = self.bodies._owner(hit)
        for draft in self.before(hit.start):
            for who in draft.who:
                if where and who.country != where:
                    continue
                if isinstance(who, Body) and who.office and who.office.endswith("_minister"):
                    if hit.term.office in {None, who.office}:
                        return Draft(self.bodies._article(start), hit.end, (who,), "role")
                elif isinstance(who, Somebody) and who.country in countries():
                    for land, kind in who.offices:
                        if land and kind.endswith("_minister") and hit.term.office in {None, kind}:
                            body = self.bodies.ministry(land, kind, _ministry_name(kind))
                            return Draft(self.bodies._article(start), hit.end, (body,), "role")
        return None

    def _pair(self, i: int, wanted: str = "leader") -> tuple[Somebody, ...]:
        """Return the two persons last named who are of the kind wanted."""
        found: list[Somebody] = []
        here = self.words.sentence[i]
        if again := self._again(here, wanted):
            return again
        for draft in self.before(i):
            if here - self.words.sentence[draft.start] > _REACH:
                break
            for who in reversed(draft.who):
                if isinstance(who, Somebody) and who not in found and _may_be(who, wanted):
                    found.append(who)
            if len(found) >= 2:
                break
        if len(found) < 2:
            return ()
        self._last_pair = tuple(reversed(found[:2]))
        return self._last_pair

    def _again(self, here: int, wanted: str) -> tuple[Somebody, ...]:
        """Return the pair spoken of before as one, if either of them was named just now."""
        if self._last_pair is None or not all(_may_be(who, wanted) for who in self._last_pair):
            return ()
        for draft in reversed(self.seen):
            away = here - self.words.sentence[draft.start]
            if away > 2:
                return ()
            if away >= 0 and any(who in self._last_pair for who in draft.who):
                return self._last_pair
        return ()

    def _countries(self, i: int, side: bool) -> tuple[Somebody | Body, ...]:
        """Return the two countries last spoken of together, those of persons too."""
        found: list[str] = []
        here = self.words.sentence[i]
        for draft in self.before(i):
            if here - self.words.sentence[draft.start] > _REACH or len(found) >= 2:
                break
            for who in reversed(draft.who):
                if who.country in countries() and who.country not in found:
                    found.append(who.country)  # type: ignore[arg-type]
        if len(found) < 2:
            return self._pair(i) if side else ()
        return tuple(self.scene.country(alpha3) for alpha3 in reversed(found[:2]))

    def _group(self, i: int) -> tuple[Somebody | Body, ...]:
        """Return whom "they" means: the last several named in one breath, or two persons of one sentence."""
        here = self.words.sentence[i]
        for draft in self.before(i):
            away = here - self.words.sentence[draft.start]
            if away > 1:
                break
            if len(draft.who) > 1:
                return draft.who
            if isinstance(draft.who[0], Body) and draft.who[0].office == "officials":
                return draft.who
        for back in (0, 1):
            persons = dict.fromkeys(
                who
                for draft in self.before(i)
                if here - self.words.sentence[draft.start] == back
                for who in draft.who
                if isinstance(who, Somebody)
            )
            if len(persons) == 2:
                return tuple(reversed(persons))
        return ()


def _may_be(who: Somebody, wanted: str) -> bool:
    """Say whether a person can be one of "the two leaders", "both ministers", "the two men"."""
    if wanted == "person":
        return True
    if wanted in {"leader", "minister"}:
        return any(kind not in UNHELD - {"minister"} for _, kind in who.offices)
    return any(kind in kin(wanted) for _, kind in who.offices)


def _ministry_name(kind: str) -> str:
    from explore.actors.knowledge import table

    return next((name for office, name, _ in table("ministries.csv") if office == kind), "Ministry")
