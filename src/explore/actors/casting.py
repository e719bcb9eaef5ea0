"""Names become persons: full names first, then surnames, each mention with the title before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from explore.actors.knowledge import first_names
from explore.actors.linking import titled_kind
from explore.actors.offices import holder
from explore.actors.persons import Somebody
from explore.actors.roles import UNHELD
from explore.actors.scene import Draft
from explore.actors.spelling import PARTICLES, fold, fold_word
from explore.actors.titles import RANKS, kin

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from explore.actors.claims import NameSpan
    from explore.actors.introductions import Introduction
    from explore.actors.knowledge import Person
    from explore.actors.names import NameFinder
    from explore.actors.persons import People
    from explore.actors.roles import Role
    from explore.actors.scene import Scene
    from explore.actors.when import Calendar

_SMALL = frozenset(
    {"PRP", "PRP$", "DT", "IN", "CC", "MD", "TO", "WDT", "WP", "RB", "UH"}
)  # "He" is no Mr. He
_NEAR = 75  # of 100: how alike two spellings of a name are
_TOLD_APART = frozenset({"minister", "ambassador", "spokesperson"})
_BODIES = ("NATO", "United Nations", "OSCE", "Arab League", "ASEAN")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_CO_PRINCE = "Co-Prince"


class Casting:
    """Enters the names of one text.

    Attributes
    ----------
    said : dict
        The person of each title that stands beside a name, by the identity of the role.
    """

    def __init__(
        self, scene: Scene, people: People, calendar: Calendar, told: dict[int, list[Introduction]]
    ) -> None:
        self.scene, self.people, self.calendar, self.told = scene, people, calendar, told
        self.words = scene.words
        self.said: dict[int, Somebody] = {}
        self._ambiguous: dict[tuple[str, ...], Somebody] = {}

    def enter(self, names: list[NameSpan], finder: NameFinder) -> None:
        """Enter the names found: full ones of the body first, then of headings, then single ones."""
        shouted = self.words.shouted
        full = [span for span in names if self._is_full(span)]
        body = [span for span in full if self.words.sentence[span.start] not in shouted]
        heads = [span for span in full if self.words.sentence[span.start] in shouted]
        for number, span in enumerate((*body, *heads)):
            heading = number >= len(body)
            if heading and not (
                span.known or span.titled or self.people.has(span) or finder.is_named_in_heading(span)
            ):
                finder.claims.release(span)
                continue
            offices = [(role.where, kind) for role, _ in self.told.get(span.start, []) for kind in role.kinds]
            who = self.people.add(span, self._written(span), offices, self._misspelt(span))
            self._introduce(who, span)
            self._mention(who, span)
        for span in names:
            if self._is_full(span):
                continue
            if single := self._single(span):
                self._introduce(single, span)
                self._mention(single, span)
            elif span.doubtful:
                finder.claims.release(span)

    def _is_full(self, span: NameSpan) -> bool:
        """Say whether a name is more than a surname, which may be of several words: "von der Leyen"."""
        alone = span.parts[0] in PARTICLES or " ".join(span.parts) in self.people.known.by_short
        return span.is_full and not (alone and not span.known)

    def enter_surnames(self, finder: NameFinder) -> None:
        """Enter the surnames of persons already found, wherever they stand."""
        words = self.words
        for i, low in enumerate(words.low):
            if not words.capital[i] or finder.taken[i] or not low.isalpha() or words.tag[i] in _SMALL:
                continue
            found = self.people.by_short_name((fold_word(low),))
            if len(found) == 1 and self._stands_alone(i):
                self.scene.add(Draft(self._with_hyphen(i), i + 1, (found[0],), "name"))

    def _with_hyphen(self, i: int) -> int:
        """Return where a surname of two words begins: "Opoku-Agyemang"."""
        doc, words = self.words.doc, self.words
        joined = (
            i > 1 and words.low[i - 1] == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_
        )
        return i - 2 if joined and words.capital[i - 2] and self.scene.is_free(i - 2, i) else i

    def _stands_alone(self, i: int) -> bool:
        """Say whether a surname is no part of another name ("Trump Tower")."""
        words = self.words
        following = i + 1 < len(words) and words.capital[i + 1] and words.text[i + 1].isalpha()
        return words.sentence[i] in words.shouted or not (
            following and words.entity[i + 1] in {"ORG", "FAC", "GPE"}
        )

    def _written(self, span: NameSpan) -> str:
        return " ".join(self.words.doc[span.start : span.end].text.split())

    def _single(self, span: NameSpan) -> Somebody | None:
        """Return whom a single name means."""
        found = self.people.by_short_name(span.parts)
        if span.honorific:
            found = [p for p in found if not p.gender or p.gender == span.honorific]
        if len(found) > 1:
            found = self._by_title(found, span) or [p for p in found if p.first < span.start]
        if len(found) == 1:
            return found[0]
        if not found and (key := self._from_tables(span) or self._misspelt(span)):
            return self.people.from_tables(key)
        if span.doubtful or (self.words.sentence[span.start] in self.words.shouted and not span.titled):
            return None
        return self.people.add(span, self._written(span), []) if not found else self._apart(span)

    def _apart(self, span: NameSpan) -> Somebody:
        """Return a person of its own for a name that two persons bear: they stay apart."""
        who = self._ambiguous.get(span.parts)
        if who is None:
            who = self._ambiguous[span.parts] = Somebody(span.parts, self._written(span), first=span.start)
            self.people.all.append(who)
        return who

    def _misspelt(self, span: NameSpan) -> str | None:
        """Return the holder of the office the text gives, where the name is theirs but for a slip."""
        days = self.calendar.span(span.start)
        if days is None or span.known:
            return None
        known = self.people.known
        for role, _ in self.told.get(span.start, []):
            if role.former or role.number == 2:
                continue
            for kind in role.kinds:
                # "-NATO Secretary General": a secretary general is one of few, whatever stands before.
                where = [role.where] if role.where else _BODIES if kind == "secretary_general" else ()
                for land in where if kind not in UNHELD else ():
                    found = holder(land, kind, days[0], known, days[1])
                    if found and self._is_near(span, known.people[found.key]):
                        return found.key
        return None

    @staticmethod
    def _is_near(span: NameSpan, person: Person) -> bool:
        """Say whether a name differs from a person's by a letter or two."""
        name, given = fold(person.name).split(), [part for part in span.parts if part not in _SUFFIXES]
        if len(given) == 1:
            return any(fuzz.ratio(given[0], short) >= _NEAR for short in person.short.split(";"))
        return fuzz.ratio(given[-1], name[-1]) >= _NEAR and (
            fuzz.ratio(given[0], name[0]) >= _NEAR or given[0] in name or name[0] in given
        )

    def _by_title(self, found: list[Somebody], span: NameSpan) -> list[Somebody]:
        kinds = {k for role, _ in self.told.get(span.start, []) for kind in role.kinds for k in kin(kind)}
        lands = {role.where for role, _ in self.told.get(span.start, []) if role.where}
        return [p for p in found if any(k in kinds and (not lands or w in lands) for w, k in p.offices)]

    def _from_tables(self, span: NameSpan) -> str | None:
        days = self.calendar.span(span.start)
        told = self.told.get(span.start, [])
        lands = {role.where for role, _ in told if role.where}
        kinds = [kind for role, _ in told for kind in role.kinds if kind not in UNHELD - _TOLD_APART]
        if any(role.former for role, _ in told):
            days = None
        short = " ".join(span.parts)
        kind = kinds[0] if kinds else None
        # "Christian Democrats": a first name, or a word before another, may be anything.
        alone = not span.doubtful or (
            short not in first_names() and self.words.dep[span.start] not in {"compound", "amod", "nn"}
        )
        spoken_of = (days[0].isoformat(), days[1].isoformat()) if days else None
        return self.people.linker.from_surname(short, spoken_of, lands, kind, alone)

    def _introduce(self, who: Somebody, span: NameSpan) -> None:
        """Note what the article says the person is."""
        words = self.words
        for role, joined in self.told.get(span.start, []):
            if not joined and role.number == 1:
                self.said[id(role)] = who
            if "counterpart" in role.kinds:
                who.country = who.country or (role.where if role.where and len(role.where) == 3 else None)
                continue
            if role.number == 1 and (who.role is None or (role.where and not _has_place(who))):
                who.role = words.doc[role.core : role.end].text.removeprefix("visiting ")
            if role.where and not who.country and len(role.where) == 3:
                who.country = role.where
            for kind in map(self._as_held(who, role), role.kinds):
                if not role.former:
                    who.offices.append((role.where, kind))
                    who.introduced.add((role.where, kind))

    def _as_held(self, who: Somebody, role: Role) -> Callable[[str], str]:
        """Return what the kinds of a title mean of somebody: Britain's chancellor holds the purse.

        A chancellor of no country whom the tables do not know as a head of government is none.
        """
        held = {office.kind for office in self.people.known.held.get(who.key or "", [])}
        other = self.words.low[role.end - 1] == "chancellor" and "head_of_government" not in held
        if not other or (role.where and role.where != "GBR"):
            return lambda kind: kind
        meant = "finance_minister" if role.where or "finance_minister" in held else "chancellor"
        return lambda kind: meant if kind == "head_of_government" else kind

    def _mention(self, who: Somebody, span: NameSpan) -> None:
        start = span.start
        for role, joined in self.told.get(span.start, []):
            if joined:
                start = min(start, role.start)
        start = min(start, span.lead)
        if start == span.start and span.titled and start:
            start -= 1
        if self.scene.is_free(start, span.end):
            self.scene.add(Draft(start, span.end, (who,), "name"))


def settle(people: People, days: tuple[date, date] | None) -> None:
    """Give every person of the tables the country and the offices held within a span of days."""
    span = (days[0].isoformat(), days[1].isoformat()) if days else None
    for who in people.all:
        if who.key is None:
            continue
        # The president of France, who is a prince of Andorra too, is of France.
        held = sorted(people.known.held.get(who.key, []), key=lambda office: _CO_PRINCE in office.office)
        now = [office for office in held if span is None or office.within(*span)]
        now.sort(key=lambda office: RANKS.index(office.kind) if office.kind in RANKS else len(RANKS))
        for office in now:
            who.offices.append((office.country, titled_kind(office)))
        lands = dict.fromkeys(o.country for o in [*now, *held] if len(o.country) == 3)
        who.country = who.country or next(iter(lands), None)
        sure = [office for office in now if span is None or all(map(office.covers, span))]
        if who.role is None and sure:
            who.role = sure[0].office


def _has_place(who: Somebody) -> bool:
    return any(where for where, _ in who.introduced)
