"""Merge what one article says of the same event in several places, and tie talks to their visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.codebook import CONTACTS
from explore.events.occasions import (
    date_on_margins,
    name_both,
    name_host,
    name_theirs,
    take_occasion,
)
from explore.events.sentence import before
from explore.events.words import OTHER, SUMMITS, VAGUE

if TYPE_CHECKING:
    from explore.events.dating import When
    from explore.events.draft import Draft, Place


def merge_mentions(drafts: list[Draft]) -> list[Draft]:
    """Return one draft an event, in the order of the text; each keeps all its sentences.

    A mention that says who, or when, founds an event; one that only takes up ("the talks") joins
    the nearest event before it that it can be, and is dropped if there is none.
    """
    events: list[Draft] = []
    told: dict[tuple[int, int], Draft] = {}
    mentions: list[tuple[Draft, Draft]] = []
    for draft in drafts:
        name_both(draft, events)
        name_theirs(draft, events)
        name_host(draft, events)
        take_occasion(draft, told.get(draft.sentences[0]))
        known = _known(draft, events)
        if known is not None:
            _join(known, draft)
        elif _is_told(draft):
            events.append(draft)
            known = draft
        if known is not None:
            told[draft.sentences[0]] = known
            mentions.append((draft, known))
    for mention, event in mentions:
        date_on_margins(mention, event, told=mentions)
    return _join_late(events)


def _known(draft: Draft, events: list[Draft]) -> Draft | None:
    """Return the event told before that a mention can be of: the nearest, one at the very place first."""
    found = [event for event in reversed(events) if same(event, draft)]
    if not draft.parties and draft.place is not None:
        found.sort(key=lambda event: event.place != draft.place)
    return found[0] if found else None


def _join_late(events: list[Draft]) -> list[Draft]:
    """Merge events that could only be told the same once later sentences had filled them in."""
    found: list[Draft] = []
    for event in events:
        known = _known(event, found)
        if known is None:
            found.append(event)
        else:
            _join(known, event)
    return found


def _is_told(draft: Draft) -> bool:
    """Say whether a draft says enough to be an event of its own."""
    sides = len(draft.parties)
    if draft.trigger.entry.word in SUMMITS and sides and draft.trigger.verb is not None:
        return draft.when is not None or draft.news
    if draft.kind in {"meeting", "call"}:
        return sides >= 2 or (sides == 1 and draft.when is not None and draft.scene is not None)
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


def _names_days(when: When | None) -> bool:
    return when is not None and when.grain == "day"


def same(event: Draft, mention: Draft) -> bool:
    """Say whether a mention can be of an event told before."""
    if not _same_kind(event, mention):
        return False
    if event.status != mention.status and mention.sure_status and event.sure_status:
        return False
    if not _same_days(event.when, mention.when) or not _same_place(event.scene, mention.scene):
        return False
    if _marked_other(mention) and mention.when is None:
        return False
    if _introduces(mention) and len(event.persons & mention.persons) < min(2, len(event.persons)):
        return False
    if not mention.parties and not mention.countries:
        return mention.definite
    at_summit = event.trigger.entry.word in SUMMITS and event.kind == "meeting" and mention.definite
    if not at_summit and not _same_sides(event, mention):
        return False
    return (
        mention.definite or event.when is None or mention.when is None or _overlap(event.when, mention.when)
    )


def _introduces(mention: Draft) -> bool:
    """Say whether a noun speaks of an occasion for the first time: "a summit", and no day says which."""
    noun = mention.trigger.entry.pos == "noun" and mention.kind == "meeting"
    article = any(t.lower_ in {"a", "an", "another"} for t in before(mention.trigger.token, 4))
    return noun and article and not mention.definite and mention.when is None


def _same_kind(event: Draft, mention: Draft) -> bool:
    if event.kind == mention.kind:
        return True
    vague = mention.kind in CONTACTS and mention.trigger.entry.word in VAGUE
    return vague and event.kind == "call" and mention.kind == "meeting" and mention.when is None


def _marked_other(mention: Draft) -> bool:
    return any(t.lower_ in OTHER for t in before(mention.trigger.token, 3))


def _same_days(one: When | None, other: When | None) -> bool:
    return one is None or other is None or _overlap(one, other)


def _overlap(one: When, other: When) -> bool:
    return one.begin <= other.end and other.begin <= one.end


def _same_place(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.name.lower() == other.name.lower():
        return True
    if one.country is None or other.country is None:
        return True
    wide = one.is_country or other.is_country or one.is_building or other.is_building
    return one.country == other.country and wide


def _same_sides(event: Draft, mention: Draft) -> bool:
    one, other = event.persons, mention.persons
    if one and other:
        shared = len(one & other)
        if event.kind == "visit":
            return shared > 0
        return shared >= 2 or (shared == 1 and min(len(one), len(other)) == 1)
    here, there = set(event.countries), set(mention.countries)
    if not here or not there:
        return mention.definite
    return here <= there or there <= here


def _join(event: Draft, mention: Draft) -> None:
    """Take over into an event what a further mention adds; the more exact day and place win."""
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
    event.when = (_whole_stay if event.kind == "visit" else more_exact)(event.when, mention.when)
    if not event.sure_status and mention.sure_status:
        event.status, event.sure_status = mention.status, True


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
    return 2 * (draft.when is not None) + min(len(draft.parties), 2) + (draft.scene is not None)


def tie_to_visits(events: list[Draft]) -> None:
    """Let talks know the visit they are part of; each takes the other's days and place where it has none."""
    visits = [e for e in events if e.kind == "visit"]
    for event in events:
        if event.kind != "meeting":
            continue
        visit = event.part_of or next((v for v in reversed(visits) if _is_part(event, v)), None)
        if visit is None:
            continue
        event.part_of = visit
        if visit.when is None and visit.status == event.status == "happened":
            visit.when = event.when
        event.when = event.when or visit.when
        event.place = event.place or visit.scene
        names = set(event.names)
        if len(event.parties) < 2:
            event.parties += [p for p in visit.parties + visit.hosts if p.name not in names]


def _on_way(visit: Draft, meeting: Draft) -> bool:
    """Say whether a meeting ahead is on a visit that has begun: told after it, of the day it names."""
    told_after = visit.trigger.token.i < meeting.trigger.token.i
    return told_after and meeting.when is None and visit.when is not None and visit.when.grain == "day"


def _is_part(meeting: Draft, visit: Draft) -> bool:
    ahead = visit.status == "happened" and meeting.status == "planned" and _on_way(visit, meeting)
    if (meeting.status != visit.status and not ahead) or not _same_place(visit.scene, meeting.scene):
        return False
    if visit.persons and meeting.persons:
        if not visit.persons & meeting.persons:
            return False
    elif not set(visit.countries) <= set(meeting.countries):
        return False
    if visit.when is None and meeting.when is not None:
        return visit.theirs or bool(set(visit.sentences) & set(meeting.sentences))
    if meeting.when is None or visit.when is None:
        return abs(meeting.sentences[0][0] - visit.sentences[0][0]) < _NEARBY
    return visit.when.begin <= meeting.when.begin and meeting.when.end <= visit.when.end


_NEARBY = 600
_LONGEST_STAY = 12
