"""What a title says of an office, and whether somebody may go by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.offices import HAVE_SECRETARIES_OF_STATE
from explore.actors.roles import UNHELD

if TYPE_CHECKING:
    from explore.actors.persons import Somebody

_TOP = frozenset({"head_of_state", "president", "leader", "king"})
_KIN = {
    "head_of_state": _TOP,
    "president": frozenset({"president"}),
    "king": frozenset({"king"}),
    "chief": _TOP | {"organisation_head", "secretary_general"},
    "leader": _TOP | {"head_of_government", "party_leader", "supreme_leader"},
    "supreme_leader": frozenset({"supreme_leader", "head_of_state"}),
    "secretary_general": frozenset({"secretary_general", "organisation_head"}),
    "organisation_head": frozenset({"secretary_general", "organisation_head"}),
}
# The office somebody acts in, where there are several: the first of these.
RANKS = (
    "head_of_state",
    "president",
    "leader",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
)
# Words that mean somebody alone only where the article called the person by the same word.
VAGUE = frozenset({"chief", "politician", "expert", "deputy_minister"})
_CHANCELLORS = frozenset({"DEU", "AUT"})
_SECRETARIES = frozenset({"USA", "PHL"})
_DIPLOMATS = frozenset(
    {
        "foreign_minister",
        "deputy_foreign_minister",
        "ambassador",
        "un_ambassador",
        "eu_foreign_chief",
        "party_diplomat",
    }
)


def kin(kind: str) -> frozenset[str]:
    """Return the kinds of office a title of this kind may mean."""
    return _KIN.get(kind, frozenset({kind}))


def main_office(person: Somebody) -> tuple[str | None, str]:
    """Return the office somebody acts in: what the article says, the highest that can be looked up."""
    listed = [o for o in person.offices if o in person.introduced] or person.offices
    listed = [o for o in listed if o[1] not in UNHELD] or listed
    return min(listed, key=lambda o: RANKS.index(o[1]) if o[1] in RANKS else len(RANKS))


def is_of_kind(where: str | None, kind: str, title: str, wanted: frozenset[str]) -> bool:
    """Say whether an office held somewhere is of the kind that a title means."""
    if title in {"minister", "spokesperson"}:
        return (
            kind == title or kind.endswith(f"_{title}") or (title, kind) == ("minister", "secretary_of_state")
        )
    if title == "secretary_of_state" and kind == "foreign_minister":
        return where in HAVE_SECRETARIES_OF_STATE
    return kind in wanted


def is_titled(who: Somebody, word: str) -> bool:
    """Say whether somebody may go by a title: an American minister is a secretary, hardly any other is."""
    is_secretary = who.country in _SECRETARIES or "secretary" in str(who.role).lower()
    return is_secretary if word == "secretary" else not is_secretary if word == "minister" else True


def goes_by_rank(who: Somebody, kind: str) -> bool:
    """Say whether somebody is called a crown prince, and so not by the office held beside it."""
    ranks = {held for _, held in who.offices}
    return "crown_prince" in ranks and kind != "crown_prince" and all(k != kind for _, k in who.introduced)


def is_chancellor(who: Somebody) -> bool:
    """Say whether "the chancellor" can be somebody: who heads a government is called so in few countries."""
    heads = any(kind == "head_of_government" for _, kind in who.offices)
    return "chancellor" in str(who.role).lower() or (heads and who.country in _CHANCELLORS)


def is_called(who: Somebody, word: str) -> bool:
    """Say whether the article calls somebody by a word, or may: "the diplomat" of a foreign minister."""
    if word == "diplomat" and any(kind in _DIPLOMATS for _, kind in who.offices):
        return True
    if word == "diplomat" and any(kind.endswith("spokesperson") for _, kind in who.offices):
        return "foreign" in str(who.role).lower()
    return bool(who.role) and word in str(who.role).lower().split()
