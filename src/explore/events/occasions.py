"""What one mention takes from another told near it: people, days and places left unsaid."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from explore.actors import holder
from explore.events.triggers import opening
from explore.events.who import Party

if TYPE_CHECKING:
    from explore.events.draft import Draft
    from explore.events.when import When

# What takes its day and people from an occasion told before it in its sentence.
_HELD_ON = {"visit": ("meeting", "agreement"), "meeting": ("agreement",), "call": ("agreement",)}
_NEAR = 24
_NEXT_DAYS = 2
# White space between two sentences, in characters.
_BREAK = 4
# "At the end of them Xi and Putin signed": the talks of the sentence before.
_AT_THEIR_END = re.compile(r"(?:at|by) the (?:end|close|conclusion) of (?:them|these|it)\b", re.IGNORECASE)


def date_on_margins(told: list[tuple[Draft, Draft]]) -> None:
    """Give undated events the days of the visit or meeting they are told to have been on the margins of.

    `told` holds each mention with its event, in the order of the text.
    """
    places: dict[int, list[int]] = {}
    for number, (mention, _) in enumerate(told):
        places.setdefault(mention.trigger.token.i, []).append(number)
    for draft, event in told:
        if event.when is not None or event.undated is not None or event.kind == "visit":
            continue
        here = draft.trigger.token.i
        near = sorted(number for i in range(here + 1, here + _NEAR) for number in places.get(i, ()))
        for mention, occasion in (told[number] for number in near):
            if occasion is not event and opening(mention.trigger.token) in {"on", "during"}:
                event.when = occasion.when
                break


# "On the day of the talks, another was in Kyiv": their day, nothing else of them.
_ON_THEIR_DAY = re.compile(r"on the (?:same |very )?day (?:of|as) ", re.IGNORECASE)


def name_negotiators(drafts: list[Draft]) -> None:
    """Let those who sign "at the end of them" be who held the talks told before, on their day and place."""
    for talks, signed in pairwise(drafts):
        if talks.kind != "meeting" or signed.kind != "agreement" or signed.when is not None:
            continue
        if not _AT_THEIR_END.match(signed.said) or len(signed.parties) < 2:
            continue
        if signed.sentences[0][0] - talks.sentences[0][1] > _BREAK:
            continue  # another sentence stands between
        names = {p.name for p in signed.parties}
        if {p.name for p in talks.parties} <= names:
            talks.parties = list(signed.parties)
            signed.when, signed.place = talks.when, signed.place or talks.place


def take_occasion(draft: Draft, told: Draft | None) -> None:
    """Give an undated draft the days, place and people of the occasion its sentence opens with.

    "During his visit Putin will hold talks", "At the end of these negotiations they signed".
    """
    if told is None or told.trigger.token.i > draft.trigger.token.i:
        return
    if draft.when is None and _ON_THEIR_DAY.match(draft.said):
        draft.when = told.when if told.when is not None and told.when.grain == "day" else None
        return
    if draft.kind == "visit" and told.kind == "meeting":
        _take_hosts(draft, told)
    if draft.kind not in _HELD_ON.get(told.kind, ()) or not _can_be_on(draft.when, told.when):
        return
    among = told.persons | {h.name for h in told.hosts}
    away = told.goal.country if told.goal else None
    if draft.persons and not draft.persons & among and {p.country for p in draft.parties} != {away}:
        return
    if draft.undated is None:
        draft.when = draft.when or told.when
    draft.place = draft.place or told.scene
    if len(draft.persons) < 2:
        names = set(draft.names)
        draft.parties[:0] = [p for p in told.parties + told.hosts if p.name not in names]
    if told.kind == "visit":
        draft.part_of = told


def _can_be_on(own: When | None, occasion: When | None) -> bool:
    """Say whether days allow an event to belong to an occasion: on its days, or right after arrival."""
    if own is None or occasion is None:
        return True
    return occasion.begin <= own.begin and (own.begin - occasion.end).days <= _NEXT_DAYS


def _take_hosts(visit: Draft, meeting: Draft) -> None:
    """Let those who receive a guest be his hosts: "met with Costa, who is on a visit to our country"."""
    if visit.scene is None and visit.persons and visit.persons < meeting.persons:
        home = {p.country for p in visit.parties}
        visit.hosts += [p for p in meeting.parties if p.kind == "person" and p.country not in home]
        visit.place = meeting.place


def name_both(draft: Draft, events: list[Draft]) -> None:
    """Let "the two sides" of a nearer mention be the two of the last event told, if it had two."""
    if draft.both and len(draft.parties) < 2:
        last = next((e for e in reversed(events) if len(e.parties) == 2), None)
        pair = {p.name for p in draft.pair}
        if pair and not pair & draft.persons and (last is None or not last.persons & pair):
            draft.parties = [*draft.pair, *(p for p in draft.parties if p not in draft.pair)]
            return
        if last is not None and draft.kind == "agreement" and last.kind in _HELD_ON:
            draft.when = draft.when or last.when
        names = {p.name for p in last.parties} if last is not None else set()
        draft.parties = [*(last.parties if last else ()), *(p for p in draft.parties if p.name not in names)]


def name_theirs(draft: Draft, events: list[Draft]) -> None:
    """Let "their visit to Kyiv" be of the guests of the last meeting told."""
    if not draft.theirs or draft.scene is None:
        return
    last = next((e for e in reversed(events) if e.kind == "meeting" and len(e.persons) > 2), None)
    if last is not None:
        home = draft.scene.country
        draft.parties = [p for p in last.parties if p.kind == "person" and p.country != home]


def name_host(draft: Draft, events: list[Draft]) -> None:
    """Let "his host" be the other of the last two told to have met, if he was one of them."""
    owner = draft.with_host
    if owner is None:
        return
    for event in reversed(events):
        people = [p for p in event.parties + event.hosts if p.kind == "person"]
        if len(people) == 2 and owner.name in {p.name for p in people}:
            draft.parties = [p for p in people if p.name != owner.name]
            return
    stay = next((e for e in reversed(events) if e.kind == "visit" and owner.name in e.persons), None)
    host = _leader_visited(owner, stay) if stay is not None and draft.kind == "meeting" else None
    if host is not None:
        draft.parties = [owner, host]


def _leader_visited(guest: Party, stay: Draft) -> Party | None:
    """Return the leader of the country that another leader visits: his host, where the text names none."""
    place = stay.scene
    if guest.country is None or place is None or place.country in {None, guest.country} or stay.when is None:
        return None
    own = holder(guest.country, "leader", stay.when.begin)
    host = holder(str(place.country), "leader", stay.when.begin)
    if own is None or own.name != guest.name or host is None or host.unsure:
        return None
    return Party(host.name, "person", place.country, guest.start, guest.end, "role")
