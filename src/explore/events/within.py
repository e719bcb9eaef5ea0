"""Merge what one article says of the same event in several places, and tie talks to their visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.occasions import (
    date_on_margins,
    name_both,
    name_host,
    name_theirs,
    take_occasion,
)
from explore.events.sameness import same_place
from explore.events.sequels import fall_with, is_apposed, name_postponed, take_up
from explore.events.told import Told
from explore.events.triggers import opening
from explore.events.words import EVERYDAY, SUMMITS
from explore.language.layout import paragraph_spans

if TYPE_CHECKING:
    from explore.events.draft import Draft
    from explore.events.when import When


def merge_mentions(drafts: list[Draft]) -> list[Draft]:
    """Return one draft an event, in the order of the text; each keeps all its sentences.

    A mention that says who, or when, founds an event; one that only takes up ("the talks") joins
    the nearest event before it that it can be, and is dropped if there is none.
    """
    told = Told()
    last: dict[tuple[int, int], Draft] = {}
    mentions: list[tuple[Draft, Draft]] = []
    for draft in drafts:
        name_both(draft, told.events)
        name_theirs(draft, told.events)
        name_host(draft, told.events)
        occasion = last.get(draft.sentences[0])
        take_up(draft, told.events, occasion)
        take_occasion(draft, occasion)
        fall_with(draft, occasion)
        apposed = occasion is not None and is_apposed(draft, occasion)
        if apposed:
            draft.parties = []  # "met in Rome, their third round of talks": those who met
        known = occasion if apposed else told.known(draft)
        if known is None:
            name_postponed(draft, told.events)
        if known is not None:
            join(known, draft)
        elif _is_told(draft):
            known = draft
        if known is not None:
            told.add(known)
            last[draft.sentences[0]] = known
            mentions.append((draft, known))
    date_on_margins(mentions)
    return _join_late(told.events)


def _join_late(events: list[Draft]) -> list[Draft]:
    """Merge events that could only be told the same once later sentences had filled them in."""
    found = Told()
    for event in events:
        known = found.known(event)
        if known is not None:
            join(known, event)
        found.add(known or event)
    return found.events


def _is_told(draft: Draft) -> bool:
    """Say whether a draft says enough to be an event of its own."""
    sides = len(draft.parties)
    if draft.trigger.entry.word in SUMMITS and sides and draft.trigger.verb is not None:
        return draft.when is not None or draft.news
    if draft.kind in {"meeting", "call"}:
        sides = len(draft.taking_part)
        alone = sides == 1 and draft.when is not None and draft.scene is not None
        if draft.trigger.entry.word == "conversation" and draft.when is None and draft.scene is None:
            return sides >= 2 and (draft.kind == "call" or draft.news)  # may have been in letters
        return sides >= 2 or (alone and not _is_setting(draft))
    if draft.kind == "visit":
        scene, home = draft.scene, {p.country for p in draft.parties}
        if scene is None and (draft.hosts or (draft.status == "denied" and draft.persons)):
            return True
        if scene is None and draft.persons and draft.trigger.occurs and _names_days(draft.when):
            return True  # "His state visit lasted from 20 to 22 March"
        if scene is None:
            return bool(draft.persons) and draft.status == "planned" and draft.trigger.entry.pos == "noun"
        return bool(sides) and (scene.country is None or home != {scene.country})
    return bool(sides or draft.goal or draft.place) and draft.when is not None


def _is_setting(draft: Draft) -> bool:
    """Say whether a meeting nobody else is named for is only where one did something: "read at a meeting"."""
    trigger = draft.trigger
    nobody = trigger.entry.pos == "noun" and trigger.verb is None and not draft.definite
    return nobody and bool(draft.persons) and opening(trigger.token) in {"at", "during", "in"}


def _names_days(when: When | None) -> bool:
    return when is not None and when.grain == "day"


def join(event: Draft, mention: Draft) -> None:
    """Take over into an event what a further mention adds; the more exact day and place win."""
    if _is_one_of_headline(event, mention):
        event.parties = list(mention.parties)
    for sentence in mention.sentences:
        if sentence not in event.sentences:
            event.sentences.append(sentence)
    if _richness(mention) > _richness(event) and mention.sentences[0] != event.sentences[0]:
        event.trigger, lead = mention.trigger, mention.sentences[0]
        event.sentences.remove(lead)
        event.sentences.insert(0, lead)
    names = set(event.names)
    event.parties += [p for p in mention.parties if p.name not in names]
    event.hosts += [p for p in mention.hosts if p.name not in {h.name for h in event.hosts}]
    event.goal = event.goal or mention.goal
    if event.place is None or (event.place.is_country and mention.place is not None):
        event.place = mention.place or event.place
    event.news = event.news or mention.news
    event.office = event.office or mention.office
    event.undated = event.undated or mention.undated
    event.when = (_whole_stay if event.kind == "visit" else more_exact)(event.when, mention.when)
    if mention.sure_status and (not event.sure_status or mention.status == "denied"):
        event.status, event.sure_status = mention.status, True


def _is_one_of_headline(event: Draft, mention: Draft) -> bool:
    """Say whether a headline sums up meetings told below one by one: "Modi to meet Putin, Xi"."""
    dated = event.when is None and mention.when is not None and event.kind == "meeting"
    if not dated or not 1 < len(mention.persons) < len(event.persons):
        return False
    body = next((p for p in paragraph_spans(event.trigger.token.doc) if p.kind == "body"), None)
    heading = body is not None and event.sentences[-1][0] < body.start_char
    return heading and mention.persons < event.persons


def more_exact(one: When | None, other: When | None) -> When | None:
    """Return the shorter of two stretches, the first where they are as long."""
    if one is None or other is None:
        return one or other
    return other if other.end - other.begin < one.end - one.begin else one


def _whole_stay(one: When | None, other: When | None) -> When | None:
    """Return the days of a visit: those of arrival and talks lie within the stretch that is told."""
    if one is None or other is None or not one.grain == other.grain == "day":
        return more_exact(one, other)
    for longer, shorter in ((one, other), (other, one)):
        if longer.begin <= shorter.begin and shorter.end <= longer.end and _days(longer) <= _LONGEST_STAY:
            return longer
    return more_exact(one, other)


def _days(when: When) -> int:
    return (when.end - when.begin).days + 1


def _richness(draft: Draft) -> int:
    told = 2 * (draft.when is not None) + min(len(draft.parties), 2) + (draft.scene is not None)
    return told - (draft.trigger.entry.word in EVERYDAY)


def tie_to_visits(events: list[Draft]) -> None:
    """Let talks know the visit they are part of; each takes the other's days and place where it has none."""
    visits = [e for e in events if e.kind == "visit"]
    for event in events:
        if event.kind != "meeting":
            continue
        fitting = [v for v in visits if _is_part(event, v)]
        visit = event.part_of or max(fitting, key=lambda v: _likely(event, v), default=None)
        if visit is None:
            continue
        event.part_of = visit
        if visit.when is None and visit.undated is None and visit.status == event.status == "happened":
            visit.when = event.when
        if event.undated is None:
            event.when = event.when or visit.when
        event.place = event.place or visit.scene
        names = set(event.names)
        if len(event.parties) < 2:
            event.parties += [p for p in visit.parties + visit.hosts if p.name not in names]


def _on_way(visit: Draft, meeting: Draft) -> bool:
    """Say whether a meeting ahead is on a visit that has begun: told after it, of the day it names."""
    told_after = visit.trigger.token.i < meeting.trigger.token.i
    return told_after and meeting.when is None and visit.when is not None and visit.when.grain == "day"


def _likely(meeting: Draft, visit: Draft) -> tuple[bool, bool, int]:
    """Return how likely talks are part of a visit: to whom one meets first, then the one told last before."""
    lands = {p.country for p in meeting.parties if p.name not in visit.names}
    ahead = meeting.sentences[0][0] - visit.sentences[0][0]
    return visit.scene is not None and visit.scene.country in lands - {None}, ahead >= 0, -abs(ahead)


def _is_part(meeting: Draft, visit: Draft) -> bool:
    return (
        _on_its_days(meeting, visit)
        and (meeting.status == visit.status or _is_ahead(meeting, visit))
        and same_place(visit.scene, meeting.scene)
        and _among_guests(meeting, visit)
        and not _is_apart(meeting, visit)
    )


def _is_apart(meeting: Draft, visit: Draft) -> bool:
    """Say whether talks are told to be before or after a visit: "will see Ito before he flies to Rome"."""
    if meeting.sentences[0] != visit.sentences[0] or visit.trigger.verb is None:
        return False
    return any(c.lower_ in _PARTS and c.i < visit.trigger.verb.i for c in visit.trigger.verb.children)


def _on_its_days(meeting: Draft, visit: Draft) -> bool:
    """Say whether a meeting lies within a visit's days; without days, whether it is told beside it."""
    if visit.when is None and meeting.when is not None:
        return visit.theirs or bool(set(visit.sentences) & set(meeting.sentences))
    if meeting.when is None or visit.when is None:
        return abs(meeting.sentences[0][0] - visit.sentences[0][0]) < _NEARBY
    return visit.when.begin <= meeting.when.begin and meeting.when.end <= visit.when.end


def _is_ahead(meeting: Draft, visit: Draft) -> bool:
    return visit.status == "happened" and meeting.status == "planned" and _on_way(visit, meeting)


def _among_guests(meeting: Draft, visit: Draft) -> bool:
    """Say whether who visits takes part, or their lands where no persons are named."""
    one, other = visit.persons, meeting.persons
    if one and other:
        return bool(one & other)
    return set(visit.countries) <= set(meeting.countries)


_PARTS = frozenset({"before", "after"})
_NEARBY = 600
_LONGEST_STAY = 12
