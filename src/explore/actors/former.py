"""States that are no more: in a text of their time or about them, Moscow is the Soviet Union's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.gazetteer import Hit
from explore.actors.knowledge import former_states

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from explore.actors.knowledge import FormerState

_NAMED_BY = frozenset({"country", "adjective"})
_SEATED_IN = frozenset({"capital", "city", "institution"})


def of_their_time(hits: list[Hit], published: tuple[date, date] | None) -> list[Hit]:
    """Return the entries of a text with its cities and institutions in the state they were of.

    They are a former state's where the text names it and was published while it was; where the day is not
    known, where the text names none of the states that followed.

    Parameters
    ----------
    hits : list of Hit
    published : tuple of (date, date) or None
        The days the article can be of.
    """
    named = {hit.term.country for hit in hits if hit.term.kind in _NAMED_BY}
    moved = {
        land: state.alpha3
        for state in former_states()
        if state.alpha3 in named and _was(state, published, named)
        for land in state.followed_by
    }
    if not moved:
        return hits
    return [
        Hit(hit.start, hit.end, hit.term._replace(country=moved[hit.term.country]))
        if hit.term.kind in _SEATED_IN and hit.term.country in moved
        else hit
        for hit in hits
    ]


def _was(state: FormerState, published: tuple[date, date] | None, named: set[str | None]) -> bool:
    """Say whether a state that a text names is no memory in it."""
    if published and (published[0].isoformat() > state.until or published[1].isoformat() <= state.until):
        return published[1].isoformat() <= state.until
    return named.isdisjoint(state.followed_by)


def with_kin(lands: Iterable[str]) -> set[str]:
    """Return countries with the states before and after them, whose officials the press may give to either.

    >>> sorted(with_kin({"RUS", "SVK"}))
    ['CSK', 'RUS', 'SUN', 'SVK']
    """
    found = set(lands)
    for state in former_states():
        if state.alpha3 in found:
            found.update(state.followed_by)
        elif not found.isdisjoint(state.followed_by):
            found.add(state.alpha3)
    return found
