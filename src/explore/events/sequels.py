"""What a mention makes of one told before it: put off, fallen through, the first since, later that day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.events.sameness import names_others
from explore.events.triggers import opening
from explore.events.when import is_weekday, week_later
from explore.events.words import COUNTED

if TYPE_CHECKING:
    from explore.events.draft import Draft


_PARAGRAPH = 300  # tokens


def take_up(draft: Draft, events: list[Draft], occasion: Draft | None) -> None:
    """Fill in a mention from the events told before, and from the one of its own sentence."""
    take_same_day(draft, events)
    name_traveller(draft, events)
    follow_journey(draft, occasion)
    name_again(draft, occasion)


def name_postponed(draft: Draft, events: list[Draft]) -> None:
    """Let what was put off be of those who met in the end: "the meeting had been due on 4 July but"."""
    if draft.status == "denied" and draft.definite and draft.when is not None and not draft.parties:
        last = next((e for e in reversed(events) if e.kind == draft.kind), None)
        known = last is not None and not names_others(draft, last.persons)
        draft.parties = list(last.parties) if last is not None and known else []


def name_traveller(draft: Draft, events: list[Draft]) -> None:
    """Let a trip ahead or off that names nobody be of who travels there: "A trip to Rome is off"."""
    if draft.kind != "visit" or draft.parties or draft.scene is None or draft.status == "happened":
        return
    if draft.trigger.entry.pos != "noun" or draft.definite:
        return
    last = next((e for e in reversed(events) if e.kind == "visit"), None)
    if last is not None:
        token, doc = draft.trigger.token, draft.trigger.token.doc
        between = doc[last.trigger.token.i : token.i] if token.i - last.trigger.token.i < _PARAGRAPH else ()
        draft.parties = [] if not between or any("\n" in t.text for t in between) else list(last.parties)


def follow_journey(draft: Draft, told: Draft | None) -> None:
    """Let weekdays of what one travels to lie behind the day of leaving."""
    if told is None or told.kind != "visit" or told.when is None or draft.when is None:
        return
    if (
        opening(draft.trigger.token) == "for"
        and draft.when.begin < told.when.begin
        and is_weekday(draft.when)
    ):
        draft.when = week_later(draft.when)


def name_again(draft: Draft, told: Draft | None) -> None:
    """Let occasions before be of the same people: "the first time since a summit in Luanda"."""
    if told is None or draft.parties or draft.kind != "meeting":
        return
    if opening(draft.trigger.token) in {"since", "after"} and not COUNTED.isdisjoint(
        draft.said.lower().split()
    ):
        draft.parties = [p for p in told.parties if p.kind == "person"]


# "Earlier in the day", "later that day": of the day told before.
_SAME_DAY = re.compile(
    r"\b(?:earlier|later|also|afterwards?) (?:in|on) the (?:same )?day\b|\b(?:that|the) same day\b"
    r"|\b(?:earlier|later) that day\b",
    re.IGNORECASE,
)


def take_same_day(draft: Draft, events: list[Draft]) -> None:
    """Give "earlier in the day" the day told before, its clause being the draft's."""
    if draft.when is not None or not events or not _SAME_DAY.search(draft.between()):
        return
    when = events[-1].when
    if when is not None and when.grain == "day" and when.begin == when.end:
        draft.when = when


_DURING_WHICH = re.compile(r"\b(?:during|on|at) which\b|, when\b|, where\b")


def fall_with(draft: Draft, occasion: Draft | None) -> None:
    """Let what was to be on a journey that is off be off: "cancelled his trip, during which he was to"."""
    if occasion is None or occasion.status != "denied" or draft.status != "planned":
        return
    first, here = occasion.trigger.token, draft.trigger.token
    if first.i < here.i and _DURING_WHICH.search(draft.between(first)):
        draft.status, draft.sure_status = "denied", True


_APPOSED = re.compile(r", (?:his|her|its|their|the) (?:first|second|third|fourth|fifth|latest|last)\b[^,]*$")


def is_apposed(draft: Draft, told: Draft) -> bool:
    """Say whether a noun only sorts what its sentence tells: "phoned Xi, his first call in months"."""
    token, entry = draft.trigger.token, draft.trigger.entry
    if (
        entry.pos != "noun"
        or draft.kind != told.kind
        or draft.when is not None
        or token.i < told.trigger.token.i
    ):
        return False
    return bool(_APPOSED.search(draft.between(told.trigger.token)))
