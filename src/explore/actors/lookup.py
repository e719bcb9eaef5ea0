"""What other components ask: who is mentioned at these tokens, and what place is named there."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from explore.actors.actor import Mention
    from explore.actors.place import Place


def mentions_in(doc: Doc, start: int, end: int) -> list[Mention]:
    """Return the mentions that begin and end inside characters `start` to `end`, in the order of the text."""
    found: tuple[Mention, ...] = doc._.mentions
    first = bisect_left(found, start, key=lambda mention: mention.start_char)
    last = bisect_left(found, end, key=lambda mention: mention.start_char)
    return [mention for mention in found[first:last] if mention.end_char <= end]


def mention_at(token: Token) -> Mention | None:
    """Return the mention that holds a token, the shortest if several do."""
    found: tuple[Mention, ...] = token.doc._.mentions
    last = bisect_left(found, token.idx + 1, key=lambda mention: mention.start_char)
    # Mentions are short: what holds the token is among the few that begin before it.
    near = [m for m in found[max(0, last - 4) : last] if m.end_char >= token.idx + len(token)]
    return min(near, key=lambda mention: mention.end_char - mention.start_char, default=None)


def places_in(doc: Doc, start: int, end: int) -> list[Place]:
    """Return the places named inside characters `start` to `end`; `acting` tells governments from places."""
    found: tuple[Place, ...] = doc._.places
    first = bisect_left(found, start, key=lambda place: place.start_char)
    last = bisect_left(found, end, key=lambda place: place.start_char)
    return [place for place in found[first:last] if place.end_char <= end]


def place_at(token: Token) -> Place | None:
    """Return the place whose words hold a token."""
    found: tuple[Place, ...] = token.doc._.places
    last = bisect_left(found, token.idx + 1, key=lambda place: place.start_char)
    return found[last - 1] if last and token.idx < found[last - 1].end_char else None
