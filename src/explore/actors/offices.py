"""Who held an office on a day, and whose counterpart an office-holder is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors.gazetteer import office_kind
from explore.actors.knowledge import countries, country_of, knowledge, organisation_leaders
from explore.actors.spelling import plain

if TYPE_CHECKING:
    from datetime import date

    from explore.actors.knowledge import Knowledge, Office

# Prime ministers who have the head of government of these as their counterpart, though a president leads
# there.
_PREMIERS_MEET = frozenset({"CHN", "VNM", "LAO", "UKR", "POL", "CZE", "SVK"})
# Whose foreign minister is called the secretary of state.
HAVE_SECRETARIES_OF_STATE = frozenset({"USA", "VAT"})
# Offices that several hold at once: who is meant cannot be told.
_SHARED = ("spokesperson", "envoy", "adviser", "deputy_foreign_minister", "party_diplomat")
_CHIEFS = frozenset({"chief", "leader", "organisation_head", "secretary_general", "president"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office.

    Attributes
    ----------
    key : str
        The person's key in the tables.
    name : str
    qid : str or None
    office : str
        The office as the tables have it ("Minister of Foreign Affairs").
    unsure : bool
        True after the last day the tables know of, or where another reading of the office is as likely.
    """

    key: str
    name: str
    qid: str | None
    office: str
    unsure: bool = False


def holder(
    country: str, office: str, day: date, known: Knowledge | None = None, until: date | None = None
) -> Holder | None:
    """Return who held an office on a day.

    Parameters
    ----------
    country : str
        ISO 3166 alpha-3, the name of a country, or the canonical name of an organisation ("NATO").
    office : str
        A kind of office ("foreign_minister") or the words for it ("top diplomat", "president").
    day : datetime.date
    known : Knowledge, optional
        The tables to look in; those that ship if left out.
    until : datetime.date, optional
        The last day of the span meant; nobody is returned if the office changed hands within it.

    >>> from datetime import date
    >>> holder("RUS", "president", date(2010, 5, 9)).name
    'Dmitry Medvedev'
    >>> holder("NATO", "secretary general", date(2014, 3, 2)).name
    'Anders Fogh Rasmussen'
    """
    known = known or knowledge()
    where = country if country in countries() else country_of(country) or country
    kind = office_kind(office)
    for rows in _readings(where, kind, known):
        found = _on(rows, day.isoformat())
        if found is None:
            continue
        if kind.endswith(_SHARED) and len({row.person for row in rows if row.covers(day.isoformat())}) > 1:
            return None
        if until and not _on_all(rows, found.person, day.isoformat(), until.isoformat()):
            return None
        person = known.people[found.person]
        known_to = max(
            row.known_to for row in rows if row.person == found.person and row.covers(day.isoformat())
        )
        unsure = not found.end and known_to < (until or day).isoformat()
        return Holder(person.key, person.name, person.qid, found.office, unsure)
    return None


def _on(rows: list[Office], day: str) -> Office | None:
    """Return the term that covers a day: the corrections before the base, then the latest start."""
    found = [row for row in rows if row.covers(day)]
    return max(found, key=lambda row: (min(row.layer, 1) + (row.layer == 3), row.start), default=None)


def _on_all(rows: list[Office], person: str, first: str, last: str) -> bool:
    """Say whether one person held an office on all days of a span: who lost it may have come back."""
    begun = (row.start for row in rows if first < row.start <= last)
    return all(on is not None and on.person == person for on in (_on(rows, day) for day in {last, *begun}))


def _readings(where: str, kind: str, known: Knowledge) -> list[list[Office]]:
    """Return the rows an office can mean in a country, the likeliest reading first."""
    offices = known.offices
    if where not in countries():
        return _body_readings(where, kind, known)
    state = offices.get((where, "head_of_state"), [])
    government = offices.get((where, "head_of_government"), [])
    if kind == "president":
        return [[row for row in rows if "resident" in row.office] for rows in (state, government)]
    if kind == "supreme_leader":
        return [state]
    if kind == "king":
        return [[row for row in state if "resident" not in row.office]]
    if kind == "pope":
        return [state] if where == "VAT" else []
    if kind == "secretary_of_state":
        return [offices.get((where, "foreign_minister"), [])] if where in HAVE_SECRETARIES_OF_STATE else []
    if kind == "leader":
        lead = countries()[where].leader
        party = offices.get((where, "party_leader"), []) if where in {"CHN", "VNM", "CUB", "LAO"} else []
        return [party, offices.get((where, lead), []), state, government]
    if kind == "head_of_government":
        return [government, [row for row in state if "resident" in row.office and not government]]
    return [offices.get((where, kind), [])]


def _body_readings(where: str, kind: str, known: Knowledge) -> list[list[Office]]:
    if kind not in _CHIEFS:
        return [known.offices.get((where, kind), [])]
    rows = known.offices.get((where, "organisation_head"), [])
    lead = organisation_leaders().get(where, "")
    return [[row for row in rows if plain(row.office).replace("-", " ").startswith(lead)]]


def counterpart(country: str, kind: str, own: str | None) -> tuple[str, bool]:
    """Return the office in `country` whose holder is the counterpart of a holder of `kind` in `own`.

    With it comes whether another reading is as likely. A president meets a president, but a prime minister
    where the president is for show or there is none; a prime minister meets who leads, or a prime minister
    where both are usual.

    >>> counterpart("IND", "head_of_state", "CHN"), counterpart("CHN", "foreign_minister", "RUS")
    (('head_of_government', False), ('foreign_minister', False))
    """
    land = countries().get(country)
    if land is None:
        return kind, False
    if kind in {"head_of_state", "president", "leader", "party_leader", "king"}:
        return land.peer, False
    if kind == "head_of_government" and land.leader == "head_of_state" and country not in _PREMIERS_MEET:
        led = countries().get(own or "")
        leads = led is not None and led.leader == "head_of_government"
        both = bool(knowledge().offices.get((country, "head_of_government")))
        return ("head_of_state" if leads else "head_of_government"), leads and both
    return kind, False
