"""When and on which occasion something was said: by the words that govern the cue, else as before."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from explore.actors import mention_at
from explore.quotes.lexicon import cue_nouns, occasion_nouns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from explore.dates import Grain, Timex
    from explore.events import Event
    from explore.quotes.draft import Draft
    from explore.quotes.syntax import Syntax
    from explore.quotes.who import Who

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
_READOUT = re.compile(
    r"\b(?:readout|summary of|telephone conversation|"
    r"(?:meeting|meets|met|talks|call|spoke|speaks|conversation) with)\b",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"\bin an? (?:(?:joint|written|brief|short|official|press) )*(?:statement|communiqu[eé]|release|tweet)\b",
    re.IGNORECASE,
)
_CALL = re.compile(r"\b(?:call|telephone|phone|spoke|speaks|conversation)\b", re.IGNORECASE)
_MEETINGS = frozenset({"meeting", "call", "visit"})
_LEAD = 2  # paragraphs of a readout that name the meeting
_OCCASIONS = frozenset({"meeting", "visit", "call", "election"})
_BACK = 4  # sentences an occasion may lie back
_SAME_STORY = 3  # paragraphs over which a speaker's day holds


@dataclass(frozen=True, slots=True)
class Said:
    """The day of a quotation, and the event it was said at."""

    begin: date | None = None
    end: date | None = None
    grain: Grain | None = None
    event_id: str | None = None


def occasions(syntax: Syntax, drafts: Sequence[Draft], named: Sequence[Who]) -> list[Said]:
    """Return when each quotation was said; nothing where the text does not tell."""
    doc = syntax.doc
    timexes: Sequence[Timex] = doc._.timexes if doc.has_extension("timexes") else ()
    events: Sequence[Event] = doc._.events if doc.has_extension("events") else ()
    readout = _readout(syntax, events)
    held = _lead_talks(syntax, events)
    found: list[Said] = []
    last: dict[str, tuple[int, Said]] = {}
    for draft, who in zip(drafts, named, strict=True):
        said = _said(syntax, draft, timexes, events)
        place = syntax.paragraph_of[draft.segments[0][0]]
        if said == Said() and _is_told(syntax, draft):
            before = last.get(who.name or "") or last.get("")
            if who.name and before and place - before[0] <= _SAME_STORY:
                said = before[1]
            elif readout and readout.begin and set(who.names) & set(readout.participants):
                said = Said(readout.begin, readout.end, readout.grain, readout.event_id)
        if said == Said() and _is_told(syntax, draft):
            said = _of_talks(syntax, draft, who, held) or _released(syntax, draft, timexes) or said
        if said.begin and (who.name or _in_statement(syntax, draft)):
            last[who.name or ""] = place, said
        elif who.name:
            # A statement nobody is named for is followed by its author's name at once or not at all.
            last.pop("", None)
        found.append(said)
    return found


def _in_statement(syntax: Syntax, draft: Draft) -> bool:
    """Say whether the sentence of a cue names a statement ("announced in a press release on Sunday")."""
    if draft.candidate is None:
        return False
    nouns = cue_nouns() | occasion_nouns()
    return any(syntax.lower[i] in nouns for i in range(*syntax.sentence(draft.candidate.at)))


def _readout(syntax: Syntax, events: Sequence[Event]) -> Event | None:
    """Return the meeting or call a text is the readout of: its title says so, its first lines tell it."""
    title = syntax.text[: syntax.paragraphs[0].end_char] if syntax.paragraphs else ""
    if not _READOUT.search(title):
        return None
    kinds = frozenset({"call"}) if _CALL.search(title) else _MEETINGS - {"call"}
    first = syntax.paragraphs[min(_LEAD, len(syntax.paragraphs) - 1)].end_char
    held = [e for e in events if e.kind in kinds and e.status == "happened" and e.start_char < first]
    return min(held, key=lambda e: e.start_char, default=None)


def _lead_talks(syntax: Syntax, events: Sequence[Event]) -> list[Event]:
    """Return the meetings and calls of a known day that the first paragraphs tell of."""
    if not syntax.paragraphs:
        return []
    lead = syntax.paragraphs[min(_LEAD, len(syntax.paragraphs) - 1)].end_char
    return [
        e
        for e in events
        if e.kind in _MEETINGS and e.status == "happened" and e.grain == "day" and e.start_char < lead
    ]


def _of_talks(syntax: Syntax, draft: Draft, who: Who, held: Sequence[Event]) -> Said | None:
    """Return the day of the talks the story begins with, where a quotation gives what was said at them.

    Those who met say it as one, or a body of theirs tells of them as one: "the Kremlin said the two
    presidents agreed to …". A body gives out what was said on the day of the talks.
    """
    if draft.candidate is None or not who.actors:
        return None
    bodies = all(actor.kind != "person" for actor in who.actors)
    pairs = _together(syntax, draft) if bodies else [set(who.names)]
    countries = {actor.country for actor in who.actors}
    for event in held:
        parties = set(event.participants)
        if any(len(pair) > 1 and pair <= parties for pair in pairs) and (
            not bodies or countries <= set(event.countries)
        ):
            return Said(event.begin, event.end, event.grain, event.event_id)
    return None


def _together(syntax: Syntax, draft: Draft) -> list[set[str]]:
    """Return whom the clauses said are about, name by name: "the two leaders", "they", "Xi and Biden"."""
    actors = syntax.doc._.actors
    found = []
    for begin, end in draft.segments:
        for i in range(begin, end):
            if syntax.deps[i] in syntax.labels.subject:
                joint = [i, *(c for c in syntax.children[i] if syntax.deps[c] in syntax.labels.conjunct)]
                mentions = [mention for j in joint if (mention := mention_at(syntax.doc[j]))]
                found.append({actors[number].name for mention in mentions for number in mention.actors})
    return found


def _released(syntax: Syntax, draft: Draft, timexes: Sequence[Timex]) -> Said | None:
    """Return the day of publication for a statement that says "today" in a story that runs on that day.

    The story runs on the day of publication where the last day told of before is that day. Without it, or
    without "today" in its own words, a statement may be of the day before.
    """
    published = getattr(syntax.doc._, "publication", None)
    if not published or draft.candidate is None or not draft.runs:
        return None
    begin, end = syntax.sentence(draft.candidate.at)
    if not _RELEASE.search(syntax.text, syntax.starts[begin], syntax.ends[end - 1]):
        return None
    if not any(syntax.lower[i] == "today" for run in draft.runs for i in range(run.begin, run.end)):
        return None
    first = syntax.starts[draft.segments[0][0]]
    past = [t for t in timexes if t.start_char < first and t.begin and t.begin <= published.day]
    if past and past[-1].begin == past[-1].end == published.day:
        return Said(published.day, published.day, "day")
    return None


def _is_told(syntax: Syntax, draft: Draft) -> bool:
    """Say whether a quotation is told as one act of the past, not as a habit ("has long said")."""
    cue = draft.candidate.cue if draft.candidate else None
    if cue is None:
        return True
    return not any(
        syntax.lower[c] in ("has", "have", "often", "long", "always", "would", "will")
        for c in syntax.children[cue]
    )


def _said(syntax: Syntax, draft: Draft, timexes: Sequence[Timex], events: Sequence[Event]) -> Said:
    candidate = draft.candidate
    if candidate is None:
        return Said()
    begin, end = syntax.sentence(candidate.at)
    start_char, end_char = syntax.starts[begin], syntax.ends[end - 1]
    inside = [(syntax.starts[a], syntax.ends[b - 1]) for a, b in draft.segments]

    def outside(start: int, stop: int) -> bool:
        return start_char <= start and stop <= end_char and not any(a < stop and start < b for a, b in inside)

    first = bisect_left(timexes, start_char, key=lambda t: t.start_char)
    near = timexes[first : bisect_left(timexes, end_char, key=lambda t: t.start_char)]
    told = [t for t in near if t.begin and t.type in ("DATE", "TIME") and outside(t.start_char, t.end_char)]
    told = [t for t in told if not _is_ahead(syntax, t) and _governs(syntax, t.end_char, candidate.at)]
    happened = [e for e in events if e.kind in _OCCASIONS and e.status != "denied"]
    own = [
        e
        for e in happened
        if outside(e.start_char, e.end_char) and _governs(syntax, e.end_char, candidate.at)
    ]
    event = _pointed(syntax, happened, start_char, end_char, inside) or _nearest(
        own, syntax.starts[candidate.at]
    )
    if told:
        t = min(told, key=lambda t: abs(t.start_char - syntax.starts[candidate.at]))
        said = Said(t.begin, t.end, t.grain if t.grain != "time" else "day")
        return replace(said, event_id=event.event_id) if event and _covers(event, said) else said
    if event and event.begin and event.status == "happened":
        return Said(event.begin, event.end, event.grain, event.event_id)
    return Said()


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


def _governs(syntax: Syntax, end_char: int, cue: int) -> bool:
    """Say whether the time or event that ends at a place dates the saying.

    It hangs on the cue, on what was done meanwhile, or on what frames it.

    "He said on Monday", "In March, he visited Moscow, saying", "Facing the press in March, he said" are
    dated; "Under the treaty of 1960 it could, but India says" is not.
    """
    labels = syntax.labels
    token = syntax.tokens(end_char - 1, end_char)[0]
    verb = next(
        (i for i in (token, *syntax.path(token)) if syntax.pos[i] in ("VERB", "AUX") or i == cue), None
    )
    if verb is None or verb == cue:
        return verb == cue or syntax.lower[cue] == "according"
    if syntax.deps[verb] in labels.relative_clause:
        return False
    above = [cue, *syntax.path(cue)]
    if verb in above:
        links = above[: above.index(verb)]
        return not any(
            syntax.deps[i] in labels.relative_clause
            or (syntax.deps[i] in labels.conjunct and _has_subject(syntax, i))
            for i in links
        )
    below = [verb, *syntax.path(verb)]
    if cue not in below:
        return False
    top = below[below.index(cue) - 1]
    # "said the envoy, appointed on Saturday" is no frame; "said when they met on Saturday" is.
    framed = top < cue or any(syntax.lower[c] in _WHEN for c in syntax.children[top])
    return framed and syntax.deps[top] in labels.adverbial_clause


_WHEN = frozenset({"when", "as", "while", "after", "before", "during"})


def _has_subject(syntax: Syntax, verb: int) -> bool:
    return any(syntax.deps[c] in syntax.labels.subject for c in syntax.children[verb])
