"""The event: what happened, who took part, when, where, and how sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from explore.dates import Grain

EventKind = str
Status = Literal["happened", "planned", "denied"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned, or is denied.

    Attributes
    ----------
    event_id : str
        "e1", "e2" … in the order of the text.
    kind : str
        meeting, visit, call, statement, agreement, election, attack, sanction, protest, other, or a
        kind of the user's own.
    type, mode, cameo : str or None
        PLOVER type and mode; CAMEO code.
    summary : str
        One plain line of at most nine words, made from the row.
    status : {"happened", "planned", "denied"}
    participants : tuple of str
        Canonical names.
    countries : tuple of str
        ISO 3166 alpha-3, both sides.
    place : str or None
    begin, end : datetime.date or None
    grain : str or None
    start_char, end_char : int
        The words that say so (the trigger), characters of the text.
    sentences : tuple of (int, int)
        Every sentence that speaks of it, the one cited first.
    timex : str or None
        The words that date it ("last October").
    part_of : str or None
        The event_id of the visit or summit it belongs to.
    """

    event_id: str
    kind: EventKind
    type: str | None
    mode: str | None
    cameo: str | None
    summary: str
    status: Status
    participants: tuple[str, ...]
    countries: tuple[str, ...]
    place: str | None
    begin: date | None
    end: date | None
    grain: Grain | None
    start_char: int
    end_char: int
    sentences: tuple[tuple[int, int], ...]
    timex: str | None = None
    part_of: str | None = None
