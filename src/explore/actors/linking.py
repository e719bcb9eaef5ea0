"""Which person of the tables a name means: the one that fits the article's time and countries, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.former import with_kin
from explore.actors.lexicon import word_list
from explore.actors.userfile import USER_LAYER

if TYPE_CHECKING:
    from collections.abc import Container

    from explore.actors.claims import NameSpan
    from explore.actors.knowledge import Knowledge, Office

Days = tuple[str, str]
# Offices known well enough that a surname alone means their holder.
PROMINENT = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "organisation_head", "eu_foreign_chief",
     "vice_president", "party_leader", "defence_minister", "security_adviser", "presidential_spokesperson"}
)  # fmt: skip
_YEARS_AROUND = 25
_ALPHA3 = 3  # letters: longer ones are organisations
_YEARS_REMEMBERED = 15  # after office, in texts that do not name the country
_YEARS_AHEAD = 4  # somebody is in the news before the office
# Whose leaders and ministers the press of other countries names, in office or not.
_IN_THE_NEWS = frozenset(code.upper() for code in word_list("in the news everywhere"))
_LED = frozenset({"head_of_state", "head_of_government"})
_SPEAKING = ("spokesperson", "envoy", "adviser")  # offices whose holders the press names often
_TELLING = 5  # letters of a surname that is nobody else's


class Linker:
    """Links the names of one article.

    Parameters
    ----------
    known : Knowledge
    years : tuple of (int, int) or None
        The first and the last year the article can be of.
    countries : set of str
        ISO 3166 alpha-3 of those the text names.
    """

    def __init__(self, known: Knowledge, years: tuple[int, int] | None, countries: set[str]) -> None:
        self.known, self.years, self.countries = known, years, with_kin(countries)

    def from_name(self, span: NameSpan, offices: list[tuple[str | None, str]]) -> str | None:
        """Return the one person of the tables that a full name fits."""
        keys = span.known or self.known.by_name.get(" ".join(span.parts), ())
        keys = tuple(dict.fromkeys(keys))
        told = with_kin(country for country, _ in offices if country)
        private = bool(offices) and not told and all(kind == "expert" for _, kind in offices)
        if told:
            keys = tuple(k for k in keys if any(o.country in told for o in self.known.held.get(k, ()))) or (
                () if len(told & self.countries) else keys
            )
        keys = tuple(k for k in keys if self._plausible(k, told, private))
        if len(keys) > 1 and self.years:
            # "George Bush": the one in office then, of father and son.
            keys = tuple(k for k in keys if any(self._is_near(o, 0, 0) for o in self.known.held.get(k, [])))
        return keys[0] if len(keys) == 1 else None

    def _plausible(self, key: str, told: set[str], private: bool) -> bool:
        """Say whether a person of the tables belongs to the article's time and countries.

        `private` says that the article calls the person something else than an office-holder.
        """
        held = self.known.held.get(key, [])
        if not held or any(o.layer == USER_LAYER for o in held):
            return True
        if not any(self._is_near(o, _YEARS_AROUND, _YEARS_AROUND) for o in held):
            return False
        if told or any(o.country in self.countries or len(o.country) > _ALPHA3 for o in held):
            return True
        # A country that the text does not name: only who was in a well-known office then, or of a country
        # whose people are known out of office, too.
        return any(
            (o.kind in PROMINENT or o.kind.endswith(_SPEAKING))
            and not private
            and (self._is_near(o, 0, 0) or (o.country in _IN_THE_NEWS and self._is_near(o, _YEARS_AHEAD)))
            for o in held
        )

    def _is_near(self, office: Office, ahead: int, after: int = _YEARS_AROUND) -> bool:
        """Say whether the article is of the years of an office, so many before it and after it included."""
        if not self.years:
            return True
        first, last = self.years
        begin, end = (int(day[:4]) if day else None for day in (office.start, office.end))
        begin = begin if begin is not None else (end or last)
        return begin - ahead <= last and (end is None or first <= end + after)

    def from_surname(
        self, short: str, days: Days | None, told: set[str], kind: str | None, alone: bool = True
    ) -> str | None:
        """Return the one holder of a well-known office that a surname nobody introduced can mean.

        `days` are the first and the last that are spoken of (ISO); `alone` says that it may be of a country
        that the text does not name.
        """
        if alone and not told and kind is None and (only := self._unmistakable(short, days)):
            return only
        found = self._holders(short, days, with_kin(told) or self.countries, kind)
        if not found and kind is not None and not told and days:
            # "Special Envoy Witkoff" is one whatever country is named.
            found = self._holders(short, days, _IN_THE_NEWS, kind)
        return found.pop() if len(found) == 1 else None

    def _holders(self, short: str, days: Days | None, lands: Container[str], kind: str | None) -> set[str]:
        """Return who of a surname held an office of the kind (a well-known one) in these countries."""
        return {
            key
            for key in self.known.by_short.get(short, ())
            for office in self.known.held.get(key, ())
            if (
                matches(office, kind)
                if kind is not None
                else office.kind in PROMINENT or office.layer == USER_LAYER
            )
            and office.country in lands
            and (days is None or office.within(*days))
        }

    def _unmistakable(self, short: str, days: Days | None) -> str | None:
        """Return the one person of that surname in all the tables, if in a well-known office those days."""
        keys = set(self.known.by_short.get(short, ()))
        if len(keys) != 1 or len(short) < _TELLING:
            return None
        key = keys.pop()
        held = [
            office
            for office in self.known.held.get(key, ())
            if office.kind in PROMINENT
            and (len(office.country) > _ALPHA3 or office.country in self.countries | _IN_THE_NEWS)
        ]
        if any(days is not None and office.within(*days) for office in held):
            return key
        # Those who led a country keep their name after it.
        return key if any(o.kind in _LED and self._is_near(o, 0, self._remembered(o)) for o in held) else None

    def _remembered(self, office: Office) -> int:
        return _YEARS_AROUND if office.country in self.countries else _YEARS_REMEMBERED


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
    if kind == "king":
        return titled_kind(office) == kind
    if kind == "leader":
        return office.kind in {"head_of_state", "head_of_government", "party_leader"}
    if kind == "supreme_leader":
        return office.kind == "head_of_state"
    if kind in {"secretary_general", "chief"}:
        return office.kind == "organisation_head"
    if kind in {"spokesperson", "chief_of_staff"}:
        return office.kind.endswith(kind)
    if kind == "ambassador":
        return office.kind.endswith((kind, "envoy"))
    if kind in {"minister", "secretary_of_state"}:
        return office.kind.endswith("_minister")
    return office.kind == kind
