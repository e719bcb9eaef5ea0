"""The tables that ship and a user's own: people, offices and countries, read once, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from explore.actors.lexicon import KNOWLEDGE
from explore.actors.spelling import fold, plain
from explore.actors.userfile import read_user_file
from explore.shipped import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TERM = 4  # years


class Country(NamedTuple):
    """A country: names, adjectives, seats of government, and which office leads it."""

    alpha3: str
    qid: str | None
    name: str
    adjective: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    cities: tuple[str, ...]
    leader: str
    peer: str


class FormerState(NamedTuple):
    """A state that is no more: its code, those that followed it, and the last day it was (ISO)."""

    alpha3: str
    followed_by: tuple[str, ...]
    until: str


class Person(NamedTuple):
    """A person in the tables; `short` is what may stand alone for the name, split by semicolons."""

    key: str
    name: str
    gender: str
    short: str

    @property
    def qid(self) -> str | None:
        """The Wikidata id, where the key is one."""
        return self.key if self.key[:1] == "Q" and self.key[1:].isdigit() else None


class Office(NamedTuple):
    """A term of office; days are ISO strings as exact as the source has them, "" where open or unknown.

    `layer` is 0 for the base tables, 1 for the corrections, 2 for the list of current heads, 3 for the
    user's.
    """

    country: str
    kind: str
    office: str
    person: str
    start: str
    end: str
    known_to: str
    layer: int

    def covers(self, day: str) -> bool:
        """Say whether the office was held on a day (ISO); a term of unknown start is four years."""
        if not self.start:
            return (
                bool(self.end)
                and int(self.end[:4]) - _TERM <= int(day[:4])
                and day[: len(self.end)] <= self.end
            )
        return self.start <= day[: len(self.start)] and (not self.end or day[: len(self.end)] <= self.end)

    def within(self, first: str, last: str) -> bool:
        """Say whether the office was held on some day of a span (ISO, both days included)."""
        return self.covers(first) or self.covers(last) or first <= self.start <= last


@dataclass(slots=True)
class Knowledge:
    """People, their names and their offices."""

    people: dict[str, Person] = field(default_factory=dict)
    by_name: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_short: dict[str, tuple[str, ...]] = field(default_factory=dict)
    first_words: set[str] = field(default_factory=set)
    juniors: set[str] = field(default_factory=set)
    offices: dict[tuple[str, str], list[Office]] = field(default_factory=dict)
    held: dict[str, list[Office]] = field(default_factory=dict)

    def add_person(self, person: Person, names: Iterable[str]) -> None:
        """Enter a person under every folded name."""
        self.people[person.key] = person
        shorts = person.short.split(";")
        # "Assad" for "al-Assad", "Leyen" for "von der Leyen".
        for short in dict.fromkeys([*shorts, *(s.rpartition(" ")[2] for s in shorts)]):
            if short and person.key not in self.by_short.get(short, ()):
                self.by_short[short] = (*self.by_short.get(short, ()), person.key)
        for name in names:
            known = self.by_name.get(name)
            self.by_name[name] = (person.key,) if known is None else (*known, person.key)
            self.first_words.add(name.partition(" ")[0])
            if name.endswith((" jr", " sr")):
                self.juniors.add(person.key)

    def add_office(self, office: Office) -> None:
        """Enter a term of office."""
        self.offices.setdefault((office.country, office.kind), []).append(office)
        self.held.setdefault(office.person, []).append(office)


def table(name: str) -> Iterator[list[str]]:
    """Return the rows of a shipped table, its header and notes left out."""
    return rows(KNOWLEDGE / name)


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Return every country by its ISO 3166 alpha-3 code, those that are no more by the code they had."""
    heads = {row[0]: (row[1], row[2]) for row in table("leaders.csv")}
    found = {}
    for alpha3, qid, name, adjective, names, adjectives, cities in table("countries.csv"):
        leader, peer = heads.get(alpha3, ("head_of_state", "head_of_state"))
        found[alpha3] = Country(
            alpha3,
            qid or None,
            name,
            adjective,
            _listed(names),
            _listed(adjectives),
            _listed(cities),
            leader,
            peer,
        )
    for alpha3, qid, name, adjective, names, adjectives, cities, *_ in table("former_states.csv"):
        before = found.get(alpha3)
        if before is not None:
            found[alpha3] = before._replace(
                names=before.names + _listed(names), adjectives=before.adjectives + _listed(adjectives)
            )
            continue
        leader, peer = heads.get(alpha3, ("head_of_state", "head_of_state"))
        found[alpha3] = Country(
            alpha3, qid, name, adjective, _listed(names), _listed(adjectives), _listed(cities), leader, peer
        )
    return found


@lru_cache(maxsize=1)
def former_states() -> tuple[FormerState, ...]:
    """Return the states that are no more."""
    return tuple(FormerState(row[0], _listed(row[7]), row[8]) for row in table("former_states.csv") if row[8])


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


@lru_cache(maxsize=4)
def knowledge(own: str | None = None, saved: int = 0) -> Knowledge:
    """Return the people and offices that ship, with a user's own table on top.

    Parameters
    ----------
    own : str, optional
        Path of a CSV file; see `explore.actors.userfile`.
    saved : int
        When the file was last saved, so that a change of it is read.

    Raises
    ------
    KnowledgeError
        If the user's file cannot be used.
    """
    theirs = read_user_file(own) if own else []
    known = Knowledge()
    for key, name, gender, short, names in table("people.csv"):
        known.add_person(Person(key, name, gender, short), names.split(";"))
    _add_offices(known)
    for row in theirs:
        row.enter(known)
    return known


def _add_offices(known: Knowledge) -> None:
    for country, kind, office, person, start, end, known_to, own in table("offices.csv"):
        known.add_office(Office(country, kind, office, person, start, end, known_to, 1 if own else 0))
    for country, kind, office, person, name, start, known_to, entity in table("current_holders.csv"):
        key = person or name
        if key not in known.people:
            known.add_person(Person(key, name, "", fold(name).rpartition(" ")[2]), [fold(name)])
        where = country or entity
        if not start and any(o.person == key and not o.end for o in known.offices.get((where, kind), ())):
            open_terms = [o for o in known.offices[where, kind] if o.person == key and not o.end]
            start = open_terms[0].start
        start = start or known_to
        known.add_office(Office(where, kind, office, key, start, "", known_to, 2))


@lru_cache(maxsize=1)
def _place_codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in countries().values():
        for word in (country.alpha3, *country.names, *country.adjectives, *country.cities):
            found.setdefault(plain(word), country.alpha3)
    for name, alpha3, _, aliases in table("regions.csv"):
        for word in filter(None, (name, *aliases.split(";"))):
            found.setdefault(plain(word), alpha3)
    for name, alpha3, _, aliases, _ in table("institutions.csv"):
        for word in filter(None, (name, *aliases.split(";"))):
            found.setdefault(plain(word), alpha3)
    return found


def country_of(text: str) -> str | None:
    """Return the country (ISO 3166 alpha-3) that a name, adjective, city or seat of government belongs to.

    >>> country_of("the Kremlin"), country_of("Chinese"), country_of("Geneva"), country_of("U.S.")
    ('RUS', 'CHN', 'CHE', 'USA')
    """
    name = plain(text).strip()
    for article in ("the ", "an ", "a "):
        name = name.removeprefix(article)
    return _place_codes().get(name.removesuffix("s") if name.endswith("'s") else name) or None


@lru_cache(maxsize=1)
def organisation_leaders() -> dict[str, str]:
    """Return the title of who leads each organisation, plain."""
    return {row[0]: plain(row[3].partition(";")[0]).replace("-", " ") for row in table("organisations.csv")}


@lru_cache(maxsize=1)
def ministry_names() -> dict[str, str]:
    """Return our name of a ministry, after the adjective of country, by the kind of office at its head."""
    return {office: name for office, name, _ in table("ministries.csv")}


@lru_cache(maxsize=1)
def first_names() -> dict[str, str]:
    """Return the gender ("m", "f", or "" for either) that a first name tells, by the name folded."""
    return {name: gender for name, gender in table("first_names.csv")}  # noqa: C416


@lru_cache(maxsize=1)
def _nicknames() -> dict[str, str]:
    return {fold(short): fold(name) for name, shorts in table("nicknames.csv") for short in shorts.split(";")}


def given(name: str) -> str:
    """Return the full form of a first name (folded): Michael for Mike.

    >>> given("mike"), given("xi")
    ('michael', 'xi')
    """
    return _nicknames().get(name, name)
