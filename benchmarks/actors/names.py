"""When two names are one person's: the spelling folded, and one may have more given names."""

from __future__ import annotations

from explore.actors.persons import same_name, short_forms
from explore.actors.spelling import fold


def same_person(gold: str | None, found: str | None) -> bool:
    """Say whether a name found is the name wanted, accents and transliteration apart."""
    if not gold or not found:
        return False
    one, other = tuple(fold(gold).split()), tuple(fold(found).split())
    if one == other or same_name(one, other):
        return True
    return min(len(one), len(other)) == 1 and bool(short_forms(one) & short_forms(other))
