"""The persons of an article: its names grouped, each group linked to the tables where one fits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explore.actors.knowledge import first_names, given
from explore.actors.lexicon import word_list
from explore.actors.linking import Linker
from explore.actors.spelling import PARTICLES, family_names, fold_word, plain

if TYPE_CHECKING:
    from explore.actors.claims import NameSpan
    from explore.actors.knowledge import Knowledge

_SPANISH = 3  # words: longer names may end in two surnames (López Obrador)
_VIETNAMESE = frozenset(map(fold_word, word_list("family names of Vietnam")))
_MIDDLES = {"thi": "f", "van": "m"}
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


def _generation(parts: tuple[str, ...]) -> str:
    """Return what tells a son from a father: the "jr" of a name, or ""."""
    return parts[-1] if parts and parts[-1] in {"jr", "sr"} else ""


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two full names can be the same: equal, or one has middle names, initials or suffixes more.

    So it is where one is the two surnames of the other.

    >>> same_name(("peter", "vitanov"), ("peter", "bojkov", "vitanov"))
    True
    >>> same_name(("george", "h", "bush"), ("george", "w", "bush"))
    False
    >>> same_name(("mike", "pompeo"), ("michael", "pompeo"))
    True
    >>> same_name(("jane", "roe", "holt"), ("roe", "holt"))
    True
    """
    a, b = ([p for p in parts if p not in _SUFFIXES] for parts in (one, other))
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) > 1 and short == long[1:]:
        return True
    if len(short) < 2 or given(short[0]) != given(long[0]):
        return False
    if short[0] != long[0]:
        return short[-1] == long[-1]
    rest = iter(long)
    ordered = all(part in rest for part in short)
    return ordered and (short[-1] == long[-1] or short == long[: len(short)])


def _told_by(parts: tuple[str, ...]) -> str:
    """Return the gender that a full name tells; Vietnamese ones by the word in the middle.

    >>> _told_by(("nguien", "thi", "lan")), _told_by(("maria", "silva"))
    ('f', 'f')
    """
    if len(parts) > 2 and parts[1] in _MIDDLES and parts[0] in _VIETNAMESE:
        return _MIDDLES[parts[1]]
    return first_names().get(parts[0], "")


class People:
    """Groups names into persons, and links persons to the tables."""

    def __init__(self, known: Knowledge, years: tuple[int, int] | None, countries: set[str]) -> None:
        self.known, self.linker = known, Linker(known, years, countries)
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
        key = self.linker.from_name(span, offices) or hint
        if key and _generation(span.parts) and not self._can_be_junior(key):
            key = None  # Donald Trump Jr. is not his father
        found = self.by_key.get(key) if key else None
        if found is None:
            found = next(
                (
                    p
                    for p in self._alike(span.parts)
                    if same_name(p.parts, span.parts)
                    and not (key and p.key and key != p.key)
                    and not self._is_namesake(p, span.parts, key)
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

    def _is_namesake(self, person: Somebody, parts: tuple[str, ...], key: str | None) -> bool:
        """Say whether only one of two is a Jr., and the tables know the other under the bare name."""
        known = person.key or key
        if known is None or _generation(person.parts) == _generation(parts):
            return False
        return not self._can_be_junior(known)

    def _can_be_junior(self, key: str) -> bool:
        """Say whether the tables have somebody as a Jr. too: "Joseph R. Biden Jr."."""
        name = tuple(plain(self.known.people[key].name).split())
        return bool(_generation(name)) or key in self.known.juniors

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
        found = self._by_short.get(name) or self._by_first.get(given(name), [])
        # "Trump" beside Donald Trump Jr. is his father.
        elder = [person for person in found if person.key and not _generation(person.parts)]
        return (
            elder if len(elder) == 1 and all(_generation(p.parts) for p in found if p not in elder) else found
        )

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
            person.gender = span.honorific or _told_by(span.parts) if span.is_full else span.honorific

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
