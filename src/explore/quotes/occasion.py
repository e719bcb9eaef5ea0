"""When and on which occasion something was said: by the words that govern the cue, else as before."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from explore.quotes.dating import bearing
from explore.quotes.lexicon import cue_nouns, occasion_nouns
from explore.quotes.talks import Said, lead_talks, of_talks, readout, released

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.dates import Timex
    from explore.events import Event
    from explore.quotes.dating import Bearing
    from explore.quotes.draft import Draft
    from explore.quotes.naming import Who
    from explore.quotes.syntax import Syntax

_OCCASION = re.compile(
    r"\b(?:on|at|during|in|after|following)\s+(?:this|that|the|their|his|her|the same|a)\s+(?:\w+\s+)?"
    r"(occasion|meeting|summit|talks|call|conversation|visit|trip|forum|conference|ceremony|gathering|session|event)\b",
    re.IGNORECASE,
)
_KINDS = {
    "call": {"call"}, "conversation": {"call", "meeting"}, "visit": {"visit"}, "trip": {"visit"},
    "meeting": {"meeting"}, "talks": {"meeting", "visit", "call"}, "summit": {"meeting"},
    "forum": {"meeting"},
}  # fmt: skip
_OCCASIONS = frozenset({"meeting", "visit", "call", "election"})
_BACK = 4  # sentences an occasion may lie back
_SHIFTS = frozenset({"later", "earlier", "before", "after", "ago", "on"})
_SAME_STORY = 3  # paragraphs over which a speaker's day holds


def occasions(syntax: Syntax, drafts: Sequence[Draft], named: Sequence[Who]) -> list[Said]:
    """Return when each quotation was said; nothing where the text does not tell."""
    doc = syntax.doc
    timexes: Sequence[Timex] = doc._.timexes if doc.has_extension("timexes") else ()
    events: Sequence[Event] = doc._.events if doc.has_extension("events") else ()
    read_out = readout(syntax, events)
    held = lead_talks(syntax, events)
    found: list[Said] = []
    last: dict[str, tuple[int, Said]] = {}
    for draft, who in zip(drafts, named, strict=True):
        said, apart = _said(syntax, draft, timexes, events)
        place = syntax.paragraph_of[draft.segments[0][0]]
        if said == Said() and not apart and _is_told(syntax, draft):
            before = last.get(who.name or "") or (last.get("") if _is_body(who) else None)
            # A month or a year is a look back: it holds for its paragraph.
            reach = _SAME_STORY if before and before[1].grain in ("day", "week") else 0
            if who.name and before and place - before[0] <= reach and not _is_set_apart(syntax, draft):
                said = before[1]
            elif read_out and read_out.begin and set(who.names) & set(read_out.participants):
                said = Said(read_out.begin, read_out.end, read_out.grain, read_out.event_id)
        if said == Said() and not apart and _is_told(syntax, draft):
            said = of_talks(syntax, draft, who, held) or released(syntax, draft, timexes) or said
        if said.begin and (who.name or _in_statement(syntax, draft)):
            last[who.name or ""] = place, said
        elif who.name:
            # A statement nobody is named for is followed by its author's name at once or not at all.
            last.pop("", None)
        found.append(said)
    return found


def _is_set_apart(syntax: Syntax, draft: Draft) -> bool:
    """Say whether a quotation has a setting of its own: "told the BBC", "said in an interview"."""
    cue = draft.candidate.cue if draft.candidate else None
    if cue is None:
        return False
    labels = syntax.labels
    for child in syntax.children[cue]:
        told = syntax.deps[child] in labels.object | labels.indirect_object
        if told and child > cue and syntax.doc[child].ent_type_ == "ORG":
            return True
        new = any(syntax.lower[c] in ("a", "an", "another") for c in syntax.children[child])
        if new and syntax.deps[child] in labels.oblique and syntax.lower[child] in occasion_nouns():
            return True
    return False


def _is_body(who: Who) -> bool:
    """Say whether it is no person that speaks: it may be the author of a statement nobody was named for."""
    return bool(who.actors) and all(actor.kind != "person" for actor in who.actors)


def _in_statement(syntax: Syntax, draft: Draft) -> bool:
    """Say whether the sentence of a cue names a statement ("announced in a press release on Sunday")."""
    if draft.candidate is None:
        return False
    nouns = cue_nouns() | occasion_nouns()
    return any(syntax.lower[i] in nouns for i in range(*syntax.sentence(draft.candidate.at)))


def _is_told(syntax: Syntax, draft: Draft) -> bool:
    """Say whether a quotation is told as an act of the story, not as a habit or an earlier one."""
    cue = draft.candidate.cue if draft.candidate else None
    if cue is None:
        return True
    if syntax.tags[cue] in ("VBZ", "VBP"):
        # "she says" is of no day of the story's past.
        return False
    return not any(
        syntax.lower[c] in ("has", "have", "had", "often", "long", "always", "would", "will")
        for c in syntax.children[cue]
    )


def _said(
    syntax: Syntax, draft: Draft, timexes: Sequence[Timex], events: Sequence[Event]
) -> tuple[Said, bool]:
    """Return when words were said, and whether they have a time of their own, told or not."""
    candidate = draft.candidate
    if candidate is None:
        return Said(), False
    cue = candidate.at
    begin, end = syntax.sentence(cue)
    start_char, end_char = syntax.starts[begin], syntax.ends[end - 1]
    inside = [(syntax.starts[a], syntax.ends[b - 1]) for a, b in draft.segments]

    def outside(start: int, stop: int) -> bool:
        return start_char <= start and stop <= end_char and not any(a < stop and start < b for a, b in inside)

    first = bisect_left(timexes, start_char, key=lambda t: t.start_char)
    near = timexes[first : bisect_left(timexes, end_char, key=lambda t: t.start_char)]
    bearings = [(t, _bearing(syntax, t, cue)) for t in near if outside(t.start_char, t.end_char)]
    dating = [t for t, how in bearings if how == "dates" and t.type in ("DATE", "TIME")]
    told = [t for t in dating if t.begin and (not _is_ahead(syntax, t) or _is_announced(syntax, cue))]
    apart = any(
        how == "apart" or (how == "dates" and (_is_shift(syntax, t) or (t in dating and not t.begin)))
        for t, how in bearings
    )
    happened = [e for e in events if e.kind in _OCCASIONS and e.status != "denied"]
    own = [
        e
        for e in happened
        if outside(e.start_char, e.end_char)
        and bearing(syntax, e.start_char, e.end_char, cue, exact=None) == "dates"
    ]
    event = _pointed(syntax, happened, start_char, end_char, inside) or _nearest(own, syntax.starts[cue])
    if told:
        t = min(told, key=lambda t: abs(t.start_char - syntax.starts[cue]))
        said = Said(t.begin, t.end, t.grain if t.grain != "time" else "day")
        return (replace(said, event_id=event.event_id) if event and _covers(event, said) else said), False
    if event and event.begin and event.status == "happened" and not apart:
        return Said(event.begin, event.end, event.grain, event.event_id), False
    return Said(), apart


def _bearing(syntax: Syntax, timex: Timex, cue: int) -> Bearing:
    exact = timex.grain in ("day", "time")
    return bearing(syntax, timex.start_char, timex.end_char, cue, exact)


def _is_shift(syntax: Syntax, timex: Timex) -> bool:
    """Say whether a length of time leads away from the story: "years later", "a day before"."""
    behind = syntax.text[timex.end_char : timex.end_char + 10].split()
    return timex.type == "DURATION" and bool(behind) and behind[0].strip(",.;") in _SHIFTS


def _is_announced(syntax: Syntax, cue: int) -> bool:
    """Say whether words are still to be said: "will say on Thursday"."""
    return syntax.tags[cue] == "VB" and any(syntax.lower[c] in ("will", "to") for c in syntax.children[cue])


def _nearest(events: Sequence[Event], place: int) -> Event | None:
    return min(events, key=lambda e: abs(e.start_char - place), default=None)


def _covers(event: Event, said: Said) -> bool:
    return bool(
        event.begin
        and event.end
        and said.begin
        and said.end
        and event.begin <= said.end
        and said.begin <= event.end
    )


def _pointed(
    syntax: Syntax, events: Sequence[Event], start: int, end: int, inside: list[tuple[int, int]]
) -> Event | None:
    """Return the event that "on this occasion" or "at the meeting" points back to."""
    for match in _OCCASION.finditer(syntax.text, start, end):
        if any(a < match.end() and match.start() < b for a, b in inside):
            continue
        noun = match.group(1).lower()
        kinds = _KINDS.get(noun, _OCCASIONS)
        number = syntax.sentences[syntax.tokens(start, start + 1)[0]]
        first = syntax.starts[syntax.sentence_begins[max(0, number - _BACK)]]
        near = [
            (sentence[0], event)
            for event in events
            for sentence in event.sentences
            if event.kind in kinds and event.begin and first <= sentence[0] < start
        ]
        if near:
            return max(near, key=lambda pair: (pair[0], pair[1].start_char))[1]
    return None


def _is_ahead(syntax: Syntax, timex: Timex) -> bool:
    """Say whether a time lies after the day of publication."""
    published = getattr(syntax.doc._, "publication", None)
    day = published.day if published else None
    return bool(day and timex.begin and timex.begin > day)
