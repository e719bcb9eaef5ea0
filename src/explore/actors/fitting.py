"""Who can be one of several: of "the two leaders", "both ministers", "the two men", "the sides"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.roles import UNHELD
from explore.actors.scene import Body
from explore.actors.titles import kin

if TYPE_CHECKING:
    from explore.actors.persons import Somebody

GENDERS = {"man": "m", "woman": "f"}
_HEADS = frozenset({"head_of_state", "president", "king", "head_of_government", "supreme_leader"})
_LESSER = ("spokesperson", "envoy", "adviser", "ambassador", "chief_of_staff", "security_chief", "diplomat")


def speaks_for(who: Somebody | Body) -> bool:
    """Say whether somebody stands for a country: no one who holds an office of the United Nations does."""
    if isinstance(who, Body):
        return True
    offices = who.introduced or set(who.offices)
    return not offices or any(where in {who.country, None} for where, _ in offices)


def may_be(who: Somebody, wanted: str) -> bool:
    """Say whether a person can be one of "the two leaders", "both ministers", "the two men"."""
    if (who.role or "").startswith("late "):
        return False
    if wanted in GENDERS:
        return who.gender in {"", GENDERS[wanted]}
    if wanted == "head":
        return any(kind in _HEADS for _, kind in who.offices)
    if wanted == "person":
        return True
    if wanted in {"leader", "minister"}:
        lesser = UNHELD - {"minister"}
        return any(kind not in lesser and not kind.endswith(_LESSER) for _, kind in who.offices)
    return any(kind in kin(wanted) for _, kind in who.offices)
