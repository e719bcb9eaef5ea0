"""Who meets "at the level of foreign ministers": the holders of the office on the day, country by country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.actors import holder
from explore.events.sentence import after, before, said
from explore.events.who import Party

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc, Token

_OFFICE = (
    r"(leader|president|head of state|head of government|prime minister|(?:foreign|defen[cs]e) minister)"
)
_BEFORE = re.compile(rf"\b{_OFFICE}s?\s*-?\s*level\b")
_AFTER = re.compile(rf"\blevel of (?:the |their )?{_OFFICE}s?\b")
_PLURAL = re.compile(rf"\b{_OFFICE}s$")
_LEFT, _RIGHT = 6, 12


def level_of(noun: Token) -> str | None:
    """Return the office that meets, where the words around an event say it: "a leader-level call"."""
    found = _BEFORE.search(said(before(noun, _LEFT)).lower())
    found = found or _AFTER.search(said(after(noun, _RIGHT)).lower())
    return found.group(1) if found else None


def office_of(doc: Doc, parties: list[Party]) -> str | None:
    """Return the office of those who stand by their countries: "Saudi, Iranian foreign ministers"."""
    for party in parties:
        found = _PLURAL.search(doc[party.start : party.end].text.lower())
        if found and party.kind == "country":
            return found.group(1)
    return None


def holders(parties: list[Party], office: str, day: date) -> list[Party]:
    """Return the holders of an office of each country on a day; a country stays if nobody is sure."""
    found = []
    for party in parties:
        who = holder(party.country, office, day) if party.kind == "country" and party.country else None
        known = who is not None and not who.unsure
        found.append(
            Party(who.name, "person", party.country, party.start, party.end, "role")
            if who is not None and known
            else party
        )
    return found
