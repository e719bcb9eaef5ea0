"""Days a quotation has without words beside its cue: of the talks a story begins with, of a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors import mention_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from explore.dates import Grain, Timex
    from explore.events import Event
    from explore.quotes.draft import Draft
    from explore.quotes.naming import Who
    from explore.quotes.syntax import Syntax

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

_NEWS = 3  # days after which a meeting is history
_AHEAD = frozenset({"will", "would", "may", "might", "could", "'ll", "’ll"})


@dataclass(frozen=True, slots=True)
class Said:
    """The day of a quotation, and the event it was said at."""

    begin: date | None = None
    end: date | None = None
    grain: Grain | None = None
    event_id: str | None = None


def readout(syntax: Syntax, events: Sequence[Event]) -> Event | None:
    """Return the meeting or call a text is the readout of: its title says so, its first lines tell it."""
    title = syntax.text[: syntax.paragraphs[0].end_char] if syntax.paragraphs else ""
    if not _READOUT.search(title):
        return None
    kinds = frozenset({"call"}) if _CALL.search(title) else _MEETINGS - {"call"}
    first = syntax.paragraphs[min(_LEAD, len(syntax.paragraphs) - 1)].end_char
    held = [e for e in events if e.kind in kinds and e.status == "happened" and e.start_char < first]
    return min(held, key=lambda e: e.start_char, default=None)


def lead_talks(syntax: Syntax, events: Sequence[Event]) -> list[Event]:
    """Return the meetings and calls that the first paragraphs tell of, in the order of the text."""
    if not syntax.paragraphs:
        return []
    lead = syntax.paragraphs[min(_LEAD, len(syntax.paragraphs) - 1)].end_char
    held = [e for e in events if e.kind in _MEETINGS and e.status == "happened" and e.start_char < lead]
    return sorted(held, key=lambda event: event.start_char)


def of_talks(syntax: Syntax, draft: Draft, who: Who, held: Sequence[Event]) -> Said | None:
    """Return the day of the talks the story begins with, where a quotation gives what was said at them.

    Those who met say it as one, or a body of theirs tells of them as one: "the Kremlin said the two
    presidents agreed to …". A body gives out what was said on the day of the talks. Of several talks of the
    same people it is the first the story tells of, and no other if that one has no day or is history.
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
            return (
                Said(event.begin, event.end, event.grain, event.event_id) if _is_news(syntax, event) else None
            )
    return None


def _is_news(syntax: Syntax, event: Event) -> bool:
    """Say whether talks were held on a known day, and lately."""
    published = _published(syntax)
    lately = not published or bool(event.begin and 0 <= (published - event.begin).days <= _NEWS)
    return event.grain == "day" and lately


def _together(syntax: Syntax, draft: Draft) -> list[set[str]]:
    """Return whom the clauses said are about, name by name: "the two leaders", "they", "Xi and Biden"."""
    actors = syntax.doc._.actors
    found = []
    for begin, end in draft.segments:
        for i in range(begin, end):
            # "said the two will meet again" may be told on any day.
            ahead = any(syntax.lower[c] in _AHEAD for c in syntax.children[syntax.heads[i]])
            if syntax.deps[i] in syntax.labels.subject and not ahead:
                joint = [i, *(c for c in syntax.children[i] if syntax.deps[c] in syntax.labels.conjunct)]
                mentions = [mention for j in joint if (mention := mention_at(syntax.doc[j]))]
                found.append({actors[number].name for mention in mentions for number in mention.actors})
    return found


def released(syntax: Syntax, draft: Draft, timexes: Sequence[Timex]) -> Said | None:
    """Return the day of publication for a statement that says "today" in a story that runs on that day.

    The story runs on the day of publication where the last day told of before is that day. Without it, or
    without "today" in its own words, a statement may be of the day before.
    """
    published = _published(syntax)
    if not published or draft.candidate is None or not draft.runs:
        return None
    begin, end = syntax.sentence(draft.candidate.at)
    if not _RELEASE.search(syntax.text, syntax.starts[begin], syntax.ends[end - 1]):
        return None
    if not any(syntax.lower[i] == "today" for run in draft.runs for i in range(run.begin, run.end)):
        return None
    first = syntax.starts[draft.segments[0][0]]
    past = [t for t in timexes if t.start_char < first and t.begin and t.begin <= published]
    if past and past[-1].begin == past[-1].end == published:
        return Said(published, published, "day")
    return None


def _published(syntax: Syntax) -> date | None:
    published = getattr(syntax.doc._, "publication", None)
    return published.day if published else None
