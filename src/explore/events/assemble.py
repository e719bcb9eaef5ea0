"""From drafts to events: the story's day, merging, codes, summaries."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from explore.actors.knowledge import countries
from explore.dates.grammar import either
from explore.events.codebook import CONTACTS
from explore.events.draft import Place
from explore.events.event import Event
from explore.events.extract import Extractor
from explore.events.forms import whole_word
from explore.events.headlines import join_headlines
from explore.events.levels import holders
from explore.events.occasions import name_negotiators
from explore.events.story import Story
from explore.events.summary import summarise
from explore.events.when import WEEK, is_weekday, week_later
from explore.events.within import merge_mentions, tie_to_visits
from explore.events.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from explore.events.codebook import Codebook
    from explore.events.draft import Draft
    from explore.events.when import When

_MONTH = re.compile(rf"\b(?:{either('month')})\b", re.IGNORECASE)
_ANAPHORIC = re.compile(
    r"\b(?:before|after|earlier|later|previous|following|the next|next day|same)\b", re.IGNORECASE
)
_HALF_YEAR = 180
# Sanctions by another name: who severs ties imposes none.
_OWN_WORDS = frozenset({"sever", "expel"})
_FRIENDLY = words("CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT")
_HOSTILE = words("SANCTION COERCE ASSAULT FIGHT")


def events_of(doc: Doc, codebook: Codebook) -> tuple[Event, ...]:
    """Return the events of a doc, merged, in the order of the text."""
    if not doc.has_annotation("DEP"):
        return ()
    published = published_day(doc)
    extractor = Extractor(doc, codebook)
    drafts = extractor.drafts()
    name_negotiators(drafts)
    story = Story(doc, published, dict.fromkeys(extractor.bounds))
    for draft in drafts:
        if published is None or not extractor.calendar.has_other(draft.trigger, published):
            story.mark(draft)
        if draft.kind not in CONTACTS:
            story.date(draft)
        _settle(draft, published)
    events = merge_mentions(drafts)
    for draft in events:
        story.date(draft, events)
        _elect(draft)
        _fill_offices(draft, published)
    events = join_headlines(events, story)
    tie_to_visits(events)
    for draft in events:
        _settle(draft, published)
    ids = {id(draft): f"e{number}" for number, draft in enumerate(events, 1)}
    called = _called(doc)
    return tuple(_event(draft, ids, called) for draft in events)


def _called(doc: Doc) -> dict[str, str]:
    """Return for each person the part of the name that the article itself uses most ("Lula", "Abiy")."""
    actors = doc._.actors if doc.has_extension("actors") else ()
    used: dict[str, Counter[str]] = {}
    for mention in doc._.mentions if actors else ():
        who = actors[mention.actors[0]]
        if mention.how != "name" or len(mention.actors) > 1 or who.kind != "person":
            continue
        if (
            mention.text in who.name.split()
            or who.name.endswith(f" {mention.text}")
            or mention.text == who.name
        ):
            used.setdefault(who.name, Counter())[mention.text] += 1
    most = {name: words.most_common(1)[0] for name, words in used.items()}
    # Who is mostly named in full is only addressed by a part of the name: "Emmanuel, it is a pleasure".
    return {name: word for name, (word, times) in most.items() if times > 1 and word != name}


def published_day(doc: Doc) -> date | None:
    """Return the day of publication that the doc knows, given or inferred."""
    for name in ("publication", "published"):
        known = getattr(doc._, name) if doc.has_extension(name) else None
        day = known if isinstance(known, date) else getattr(known, "day", None)
        if day is not None:
            return day
    return None


def _settle(draft: Draft, published: date | None) -> None:
    """Let day and status agree: what lies after publication is planned, what was only near a plan is past."""
    if published is None or draft.when is None:
        return
    if draft.status == "happened" and draft.when.since and draft.kind in CONTACTS:
        draft.when = replace(draft.when, end=max(draft.when.end, published))
    if draft.status == "planned" and draft.when.by and draft.when.begin < published <= draft.when.end:
        # "Before the end of the year" is any day from now on.
        draft.when = replace(draft.when, begin=published)
    if draft.status == "planned" and _is_next(draft, published):
        draft.when = week_later(draft.when)
    if draft.status == "planned" and not draft.sure_status and draft.when.end < published:
        draft.status = "happened"
    if draft.status == "happened" and draft.when.begin > published:
        earlier = _year_before(draft)
        if earlier is not None and earlier.begin <= published:
            draft.when = earlier
        elif _ANAPHORIC.search(draft.when.words or ""):
            draft.when = None  # "the day before" of something else than was taken
        else:
            draft.status, draft.sure_status = "planned", True


def _is_next(draft: Draft, published: date) -> bool:
    """Say whether a weekday of something still ahead was taken for the one just past."""
    when, verb = draft.when, draft.trigger.verb
    if when is None or not draft.sure_status or not is_weekday(when):
        return False
    if verb is not None and _looks_back(verb):
        return False  # "had been due to meet on Thursday", "was to arrive on Monday"
    return when.end < published <= when.begin + WEEK


def _looks_back(verb: Token) -> bool:
    """Say whether a plan is told as one of the past."""
    to = next((c.i for c in verb.children if c.lower_ == "to" and c.i < verb.i), 0)
    was = to > 0 and verb.doc[to - 1].lower_ in {"was", "were"}
    return was or any(c.lower_ == "had" for c in verb.children)


def _year_before(draft: Draft) -> When | None:
    """Return the day of a year before, where the past tense contradicts a day whose year nobody wrote."""
    when, verb = draft.when, draft.trigger.verb
    said = when.words or "" if when is not None else ""
    if (
        when is None
        or verb is None
        or verb.tag_ != "VBD"
        or not _MONTH.search(said)
        or re.search(r"\d{4}", said)
    ):
        return None
    try:
        begin, end = (day.replace(year=day.year - 1) for day in (when.begin, when.end))
    except ValueError:  # 29 February
        return None
    return replace(when, begin=begin, end=end) if (when.begin - begin).days > _HALF_YEAR else None


def _elect(draft: Draft) -> None:
    """Let an election be where the elected holds office, if the text names no place."""
    if draft.kind == "election" and draft.scene is None and len(draft.countries) == 1:
        code = draft.countries[0]
        draft.place = Place(countries()[code].name, code, True) if code in countries() else None


def _fill_offices(draft: Draft, published: date | None) -> None:
    """Put the holders of the office that meets in the place of their countries."""
    day = draft.when.begin if draft.when else published
    if draft.office and day and not draft.persons:
        draft.parties = holders(draft.parties, draft.office, day)


def planned_type(type_: str | None) -> str | None:
    """Return the PLOVER type of what is only announced: it codes a promise AGREE, a menace THREATEN.

    >>> planned_type("CONSULT"), planned_type("SANCTION")
    ('AGREE', 'THREATEN')
    """
    if type_ in _FRIENDLY:
        return "AGREE"
    return "THREATEN" if type_ in _HOSTILE else type_


def _event(draft: Draft, ids: dict[int, str], called: Mapping[str, str]) -> Event:
    entry, scene, when = draft.trigger.entry, draft.scene, draft.when
    ahead = draft.status == "planned" and draft.kind in CONTACTS
    token = draft.trigger.token
    start, end = whole_word(token)
    word = token.doc[start:end]
    who = [
        (called.get(p.name, p.name), p.country if p.kind == "person" and p.name not in called else None)
        for p in draft.taking_part
    ]
    return Event(
        event_id=ids[id(draft)],
        kind=draft.kind,
        type=planned_type(entry.type) if draft.status == "planned" else entry.type,
        mode=None if ahead else _mode(draft),
        cameo="036" if ahead else _cameo(draft),
        summary=summarise(
            _told_as(draft),
            draft.status,
            who,
            scene.name if scene else None,
        ),
        status=draft.status,
        participants=draft.participants,
        countries=draft.countries,
        place=scene.name if scene else None,
        begin=when.begin if when else None,
        end=when.end if when else None,
        grain=when.grain if when else None,
        start_char=word.start_char,
        end_char=word.end_char,
        sentences=tuple(draft.sentences),
        timex=when.words if when else draft.undated,
        part_of=ids.get(id(draft.part_of)) if draft.part_of else None,
    )


def _told_as(draft: Draft) -> str:
    """Return what a summary calls an event: its kind, or a word of its own."""
    if draft.trigger.entry.word in _OWN_WORDS:
        return draft.trigger.entry.word
    town = draft.goal is None and draft.place is not None and not draft.place.is_country
    return "attack in" if draft.kind == "attack" and town else draft.kind


def _in_third_country(draft: Draft) -> bool:
    scene, sides = draft.scene, {p.country for p in draft.parties if p.country}
    return bool(scene and scene.country and len(sides) > 1 and scene.country not in sides)


def _mode(draft: Draft) -> str | None:
    if draft.kind == "meeting" and draft.trigger.entry.mode is None and _in_third_country(draft):
        return "third-party"
    return draft.trigger.entry.mode


def _cameo(draft: Draft) -> str | None:
    code = draft.trigger.entry.cameo
    return "044" if code == "040" and _in_third_country(draft) else code
