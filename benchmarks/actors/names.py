"""When two names are one person's: the spelling folded, and one may have more given names."""

from __future__ import annotations

from explore.actors.persons import same_name
from explore.actors.spelling import fold

# "Russian Ministry of Foreign Affairs" is the "Russian Foreign Ministry", "US Department of State" the State
# Department.
_TITLES = frozenset(fold("mr mrs ms miss dr lord sir president emperor mathematician anthropologist").split())
_SMALL = frozenset(fold("of the for and affairs department").split())


def same_person(gold: str | None, found: str | None) -> bool:
    """Say whether a name is the one wanted, spelling and titles apart: one holds all words of the other."""
    if not gold or not found:
        return False
    one, other = (tuple(w for w in fold(_bare(name)).split() if w not in _TITLES) for name in (gold, found))
    if same_name(one, other):
        return True
    return bool(one and other) and (set(one) <= set(other) or set(other) <= set(one))


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def same_body(gold: str | None, found: str | None) -> bool:
    """Say whether two names are one organisation's or country's: the same words but for small ones."""
    return bool(gold and found) and _telling(str(gold)) == _telling(str(found))


def _telling(name: str) -> frozenset[str]:
    return frozenset(fold(name.replace("United States", "US")).split()) - _SMALL
