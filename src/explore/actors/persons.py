"""The persons of an article: its names grouped, each group linked to the tables where only one person fits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explore.actors.knowledge import first_names, given
from explore.actors.spelling import PARTICLES, family_names
from explore.actors.userfile import USER_LAYER

if TYPE_CHECKING:
    from explore.actors.knowledge import Knowledge, Office
    from explore.actors.names import NameSpan

# Offices known well enough that a surname alone means their holder.
PROMINENT = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "organisation_head", "eu_foreign_chief",
     "vice_president", "party_leader", "defence_minister", "security_adviser", "presidential_spokesperson"}
)  # fmt: skip
_YEARS_AROUND = 25
_SPEAKING = ("spokesperson", "envoy", "adviser")  # offices whose holders the press names often
_SPANISH = 3  # words: longer names may end in two surnames (López Obrador)
_TELLING = 5  # letters of a surname that is nobody else's
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True, eq=False)
class Somebody:
    """A person of the article.

    Attributes
    ----------
    parts : tuple of str
        The longest form of the name, folded.
    written : str
        The same as written.
    key : str or None
        The person in the tables.
    gender : str
        "m", "f" or "".
    country : str or None
    role : str or None
        How the article introduces the person, else the office held.
    offices : list of (str or None, str)
        Country (or body) and kind of every office the article or the tables give.
    introduced : set of (str or None, str)
        Those of them that the article gives.
    """

    parts: tuple[str, ...]
    written: str
    key: str | None = None
    name: str = ""
    gender: str = ""
    country: str | None = None
    role: str | None = None
    offices: list[tuple[str | None, str]] = field(default_factory=list)
    introduced: set[tuple[str | None, str]] = field(default_factory=set)
    first: int = 0

    def shorts(self) -> set[str]:
        """Return the names that may stand alone for the person."""
        return short_forms(self.parts)


def short_forms(parts: tuple[str, ...]) -> set[str]:
    """Return what may stand alone for a full name: the surname, or the family name that comes first.

    >>> sorted(short_forms(("xi", "jinping"))), sorted(short_forms(("ursula", "von", "der", "leien")))
    (['xi'], ['leien', 'von der leien'])
    """
    kept = [part for part in parts if part not in _SUFFIXES]
    if len(kept) < 2:
        return set(kept)
    if kept[0] in family_names() and len(kept) <= 3 and kept[-1] not in family_names():
        return {kept[0]}
    if kept[0] in family_names() and len(kept) <= 3:
        return {kept[0], kept[-1]}
    start = len(kept) - 1
    while start > 1 and kept[start - 1] in PARTICLES:
        start -= 1
    if len(kept) > _SPANISH and start == len(kept) - 1:
        return {kept[-1], " ".join(kept[start:]), " ".join(kept[-2:])}
    return {kept[-1], " ".join(kept[start:])}


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two full names can be the same: equal, or one has middle names, initials or suffixes more.

    >>> same_name(("peter", "vitanov"), ("peter", "bojkov", "vitanov"))
    True
    >>> same_name(("george", "h", "bush"), ("george", "w", "bush"))
    False
    >>> same_name(("mike", "pompeo"), ("michael", "pompeo"))
    True
    """
    a, b = ([p for p in parts if p not in _SUFFIXES] for parts in (one, other))
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < 2 or given(short[0]) != given(long[0]):
        return False
    if short[0] != long[0]:
        return short[-1] == long[-1]
    rest = iter(long)
    ordered = all(part in rest for part in short)
    return ordered and (short[-1] == long[-1] or short == long[: len(short)])


class People:
    """Groups names into persons, and links persons to the tables."""

    def __init__(self, known: Knowledge, year: int | None, countries: set[str]) -> None:
        self.known, self.year, self.countries = known, year, countries
        self.all: list[Somebody] = []
        self.by_key: dict[str, Somebody] = {}
        self._by_short: dict[str, list[Somebody]] = {}
        self._by_first: dict[str, list[Somebody]] = {}

    def add(
        self, span: NameSpan, written: str, offices: list[tuple[str | None, str]], hint: str | None = None
    ) -> Somebody:
        """Return the person a full name means; a new one if nobody before can be meant.

        `hint` is the person of the tables meant where no spelling of the tables fits.
        """
        key = self._link(span, offices)
        key = key or hint
        found = self.by_key.get(key) if key else None
        if found is None:
            found = next(
                (
                    p
                    for p in self._alike(span.parts)
                    if same_name(p.parts, span.parts) and not (key and p.key and key != p.key)
                ),
                None,
            )
        if found is None:
            found = Somebody(span.parts, written, first=span.start)
            self.all.append(found)
        elif len(span.parts) > len(found.parts):
            found.parts, found.written = span.parts, written
        if key and found.key is None:
            self._identify(found, key)
        self._learn(found, span)
        return found

    def has(self, span: NameSpan) -> bool:
        """Say whether the article has somebody of this full name already."""
        return any(same_name(person.parts, span.parts) for person in self._alike(span.parts))

    def from_tables(self, key: str) -> Somebody:
        """Return the person of the tables, new to the article or not."""
        found = self.by_key.get(key)
        if found is None:
            person = self.known.people[key]
            found = Somebody(tuple(person.short.partition(";")[0].split()), person.name, first=-1)
            self._identify(found, key)
            self.all.append(found)
        return found

    def by_short_name(self, parts: tuple[str, ...]) -> list[Somebody]:
        """Return the persons of the article a surname (or given name) can mean."""
        name = " ".join(parts)
        return self._by_short.get(name) or self._by_first.get(given(name), [])

    def _alike(self, parts: tuple[str, ...]) -> list[Somebody]:
        found: dict[int, Somebody] = {}
        listed = [
            self._by_first.get(given(parts[0]), []),
            *(self._by_short.get(s, []) for s in short_forms(parts)),
        ]
        for person in (p for people in listed for p in people):
            found[id(person)] = person
        return list(found.values())

    def _learn(self, person: Somebody, span: NameSpan) -> None:
        indexed = [(self._by_short, short) for short in short_forms(span.parts)]
        for index, word in [*indexed, (self._by_first, given(span.parts[0]))]:
            self._index(index, word, person)
        if not person.gender:
            person.gender = (
                span.honorific or first_names().get(span.parts[0], "") if span.is_full else span.honorific
            )

    def _identify(self, person: Somebody, key: str) -> None:
        entry = self.known.people[key]
        person.key, person.name = key, entry.name
        person.gender = person.gender or entry.gender
        self.by_key[key] = person
        for short in filter(None, entry.short.split(";")):
            self._index(self._by_short, short, person)
            self._index(self._by_short, short.rpartition(" ")[2], person)

    @staticmethod
    def _index(index: dict[str, list[Somebody]], word: str, person: Somebody) -> None:
        listed = index.setdefault(word, [])
        if person not in listed:
            listed.append(person)

    def _link(self, span: NameSpan, offices: list[tuple[str | None, str]]) -> str | None:
        """Return the one person of the tables that a full name fits."""
        keys = span.known or self.known.by_name.get(" ".join(span.parts), ())
        keys = tuple(dict.fromkeys(keys))
        told = {country for country, _ in offices if country}
        if told:
            keys = tuple(k for k in keys if any(o.country in told for o in self.known.held.get(k, ()))) or (
                () if len(told & self.countries) else keys
            )
        keys = tuple(k for k in keys if self._plausible(k, told))
        return keys[0] if len(keys) == 1 else None

    def _plausible(self, key: str, told: set[str]) -> bool:
        """Say whether a person of the tables belongs to the article's time and countries."""
        held = self.known.held.get(key, [])
        if not held or any(o.layer == USER_LAYER for o in held):
            return True
        if self.year and all(abs(self.year - int(o.start[:4] or self.year)) > _YEARS_AROUND for o in held):
            return False
        if told or any(o.country in self.countries or len(o.country) > 3 for o in held):
            return True
        # A country that the text does not name: only who was in a well-known office then.
        return any((o.kind in PROMINENT or o.kind.endswith(_SPEAKING)) and self._in_year(o) for o in held)

    def _in_year(self, office: Office) -> bool:
        year = str(self.year or "")
        return not year or (office.start[:4] <= year and (not office.end or year <= office.end[:4]))

    def from_surname(
        self, short: str, day: str | None, told: set[str], kind: str | None, alone: bool = True
    ) -> str | None:
        """Return the one holder of a well-known office that a surname nobody introduced can mean.

        `alone` says that it may be of a country that the text does not name.
        """
        if alone and not told and kind is None and (only := self._unmistakable(short, day)):
            return only
        found = set()
        for key in self.known.by_short.get(short, ()):
            for office in self.known.held.get(key, ()):
                if kind is not None and not matches(office, kind):
                    continue
                if kind is None and office.kind not in PROMINENT and office.layer != USER_LAYER:
                    continue
                fits = office.country in (told or self.countries)
                if fits and (day is None or office.covers(day)):
                    found.add(key)
        return found.pop() if len(found) == 1 else None

    def _unmistakable(self, short: str, day: str | None) -> str | None:
        """Return the one person of that surname in all the tables, if in a well-known office that day."""
        keys = set(self.known.by_short.get(short, ()))
        if len(keys) != 1 or len(short) < _TELLING:
            return None
        key = keys.pop()
        held = [office for office in self.known.held.get(key, ()) if office.kind in PROMINENT]
        if any(day is None or office.covers(day) for office in held):
            return key
        # Those who led a country keep their name after it.
        led = (o for o in held if o.kind in {"head_of_state", "head_of_government"} and o.start[:4])
        return (
            key
            if any(self.year and 0 <= self.year - int(o.start[:4]) <= _YEARS_AROUND for o in led)
            else None
        )


def titled_kind(office: Office) -> str:
    """Return the kind of a term as its title says it: presidents and crowned heads apart."""
    if office.kind != "head_of_state":
        return office.kind
    label = office.office.lower()
    return "president" if "president" in label else "head_of_state" if "leader" in label else "king"


def matches(office: Office, kind: str) -> bool:
    """Say whether a term of office is of the kind a title means."""
    if kind == "president":
        return "resident" in office.office
    if kind in {"leader", "king"}:
        return office.kind in {"head_of_state", "head_of_government", "party_leader"}
    if kind == "supreme_leader":
        return office.kind == "head_of_state"
    if kind in {"secretary_general", "chief"}:
        return office.kind == "organisation_head"
    if kind in {"spokesperson", "chief_of_staff"}:
        return office.kind.endswith(kind)
    if kind in {"minister", "secretary_of_state"}:
        return office.kind.endswith("_minister")
    return office.kind == kind
