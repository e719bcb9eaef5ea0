"""Turn each trigger into a draft: who, where, when and how sure, all from around the trigger."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from explore.actors.knowledge import countries
from explore.events.codebook import CONTACTS, frames
from explore.events.dating import Calendar, When, days_before, lasting
from explore.events.draft import Draft, Place
from explore.events.forms import has_lemma
from explore.events.levels import level_of, office_of
from explore.events.phrases import Phrases
from explore.events.presence import is_presence
from explore.events.sentence import after, before, bounds
from explore.events.status import is_sure, status_of
from explore.events.triggers import find_triggers, opening
from explore.events.where import places_of
from explore.events.who import Cast
from explore.events.wordclass import word_class
from explore.events.words import AT_END, BOTH, DEFINITE, HOSTS, LANDS, SETS_OUT, SUMMITS, TOPIC, WITHIN

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from explore.events.codebook import Codebook
    from explore.events.triggers import Trigger
    from explore.events.who import Party

_INVITED = 20
_SOON = 3
_LEFT = ("object", "from")
# What people are at, rather than make.
_HELD = ("meeting", "call")


class Extractor:
    """Drafts of the events of one doc."""

    def __init__(self, doc: Doc, codebook: Codebook) -> None:
        self.doc = doc
        self.triggers = find_triggers(doc, codebook)
        self._stay = codebook.by_word["visit", "noun"][0]
        self.cast = Cast(doc)
        self.bounds = bounds(doc)
        self.calendar = Calendar(doc, self.triggers, self.bounds)
        self._trigger_at = {trigger.token.i: trigger for trigger in self.triggers}
        here = frozenset(self._trigger_at)
        self.phrases = Phrases(doc, self.cast, frozenset(self.calendar.tokens), here, self.bounds)
        self.places = places_of(doc)

    def sentence(self, token: Token) -> tuple[int, int]:
        """Return the characters of a token's sentence, white space stripped."""
        start, end = self.bounds[token.i]
        while start < token.i and self.doc[start].is_space:
            start += 1
        while end > token.i + 1 and self.doc[end - 1].is_space:
            end -= 1
        return self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])

    def drafts(self) -> list[Draft]:
        """Return a draft for each trigger that asserts an event, in the order of the text."""
        found = [
            one
            for trigger in self.triggers
            if (draft := self.draft(trigger)) is not None
            for one in (*self._presence(draft), draft)
        ]
        single = [one for draft in found for one in _each_visit(draft)]
        stops = [one for draft in single for one in self._each_stop(draft)]
        return [one for draft in stops for one in self._each_time(draft)]

    def _presence(self, draft: Draft) -> list[Draft]:
        """Return the visit of who "was in Kyiv for a meeting"."""
        trigger = draft.trigger
        there = self.places.get(trigger.token.head.i)
        if draft.kind != "meeting" or there is None or not is_presence(trigger.token):
            return []
        guests = [p for p in self.phrases.parties(trigger, ("subject",)) if p.kind == "person"]
        stay = replace(trigger, entry=self._stay)
        place = None if there.is_country else there
        sentences = list(draft.sentences)
        return [
            replace(
                draft, trigger=stay, kind="visit", parties=[p], goal=there, place=place, sentences=sentences
            )
            for p in _distinct(guests)
        ]

    def _each_stop(self, draft: Draft) -> list[Draft]:
        """Return a draft for each country of a journey: "will fly to Moscow and Beijing"."""
        if draft.kind != "visit" or draft.goal is None or draft.trigger.entry.frame.goal == _LEFT:
            return [draft]
        for name in draft.trigger.entry.frame.goal:
            ranges = self.phrases.ranges(draft.trigger, name)
            stops = {p.country: p for s, e in ranges for i in range(s, e) if (p := self.places.get(i))}
            joined = any(t.lower_ == "and" for s, e in ranges for t in self.doc[s:e])
            if len(stops) > 1 and joined and draft.goal in stops.values() and None not in stops:
                return [
                    replace(draft, goal=p, place=None if p.is_country else p, sentences=list(draft.sentences))
                    for p in stops.values()
                ]
        return [draft]

    def _each_time(self, draft: Draft) -> list[Draft]:
        """Return a draft for each day and place: "met in Beijing on April 6 and again in Rome on Friday"."""
        token = draft.trigger.token
        stretch = self.calendar.behind(draft.trigger)
        told: list[tuple[When, Place | None, bool]] = []
        start = token.i + 1
        for number, placed in enumerate(stretch):
            end = stretch[number + 1].start if number + 1 < len(stretch) else self.bounds[token.i][1]
            joint = next((i for i in range(placed.end, end) if self.doc[i].lower_ in {"and", ","}), end)
            where = self._first_place(start, joint)
            again = any(t.lower_ == "again" for t in self.doc[start:joint])
            told.append((placed.when, where, again))
            start = joint
        if len(told) < 2 or draft.kind not in CONTACTS or told[0][1] is None:
            return [draft]
        if not all((place is not None and place != told[0][1]) or again for _, place, again in told[1:]):
            return [draft]
        return [
            replace(
                draft, when=when, place=place, sentences=list(draft.sentences), parties=list(draft.parties)
            )
            for when, place, _ in told
        ]

    def draft(self, trigger: Trigger) -> Draft | None:
        """Return what the words around one trigger say, or None if they assert no event."""
        status = status_of(trigger)
        frame = trigger.entry.frame
        if status == "denied" and self._is_last_time(trigger):
            status = "happened"
        if status is None or (status == "denied" and frame.goal == _LEFT):
            return None  # who has not left has been nowhere
        place = self._place(trigger, frame.place)
        if place is None and is_presence(trigger.token):
            place = self.places.get(trigger.token.head.i)
        parties = self._parties(trigger, place)
        goal = self._place(trigger, frame.goal) or self._there(trigger) or self._home_of_host(trigger)
        if goal is None and trigger.entry.frame.second == () and trigger.entry.status == "planned":
            return None  # "invited China to join": no journey is meant
        if goal is not None and not goal.is_country and place is None:
            place = goal
        when = self.calendar.governing(trigger) or self.calendar.only(trigger)
        both = len(parties) < 2 and (self._says_both(trigger) or (not parties and self._is_of_them(trigger)))
        if not both and not self._stands(trigger, parties, goal, place, when):
            return None
        return Draft(
            trigger=trigger,
            kind=trigger.entry.kind,
            status=status,
            sure_status=is_sure(trigger, status),
            parties=[p for p in parties if not (goal and p.kind == "country" and p.name == goal.name)],
            hosts=self._hosts(trigger),
            goal=goal,
            place=place,
            when=_lasting(trigger, when),
            undated=None if when is not None else self.calendar.undated(trigger),
            definite=is_definite(trigger.token),
            sentences=[self.sentence(trigger.token)],
            both=both,
            clause=self._clause(trigger),
            office=self._office(trigger, parties),
            with_host=None if parties else self._with_host(trigger),
            theirs=trigger.entry.kind == "visit" and not parties and self._is_theirs(trigger),
            pair=self._pair_before(trigger) if both else [],
        )

    def _parties(self, trigger: Trigger, place: Place | None) -> list[Party]:
        """Return who takes part: who stands where the frame says, else who acts around the word."""
        entry, frame = trigger.entry, trigger.entry.frame
        first = self.phrases.parties(trigger, frame.first)
        parties = _distinct(first + self.phrases.parties(trigger, frame.second))
        if frame.only:
            parties = [p for p in parties if p.kind in frame.only]
        if entry.kind == "visit" and not parties and entry.pos == "noun":
            found = self.phrases.parties(trigger, ("visitor",))
            return _distinct([p for p in found if p.kind == "person"])
        if entry.pos != "noun" or entry.kind not in _HELD:
            return parties
        if not parties:
            parties = _distinct(self.phrases.parties(trigger, ("company",)))
            if not parties and place is not None:
                parties = _distinct(self.phrases.parties(trigger, ("present",)))
        if len(parties) == 1 and not first:
            parties = _distinct(self.phrases.parties(trigger, ("other",)) + parties)
        if opening(trigger.token) == "for":
            parties = _distinct(self._bound_for(trigger) + parties)
        return parties

    def _is_last_time(self, trigger: Trigger) -> bool:
        """Say whether "have not met since the summit in Bali" says when they did."""
        verb = trigger.verb
        if verb is None or verb.i != trigger.token.i or trigger.entry.kind not in _HELD:
            return False
        return verb.tag_ == "VBN" and any(t.lower_ == "since" for t in after(verb, _SOON))

    def _stands(
        self,
        trigger: Trigger,
        parties: list[Party],
        goal: Place | None,
        place: Place | None,
        when: When | None,
    ) -> bool:
        """Say whether a word of everyday use tells an event: who is abroad or saw whom, and when or where."""
        frame, dated = trigger.entry.frame, when is not None
        if frame == frames()["encounter"]:
            return len(parties) > 1 and (dated or place is not None)
        if frame not in {frames()["presence"], frames()["awaited"]}:
            return True
        homes = {p.country for p in parties} - {None}
        planned = trigger.entry.status == "planned"
        return bool(
            goal and goal.country and parties and goal.country not in homes and (planned or (homes and dated))
        )

    def _bound_for(self, trigger: Trigger) -> list[Party]:
        """Return who travels to a contact: "Rubio flew to Canada for a meeting of ministers"."""
        verb = self.phrases.clause(trigger.token)
        if verb is None or not has_lemma(verb, SETS_OUT):
            return []
        ranges = self.phrases.grammatical_subject(verb)
        return [p for start, end in ranges for p in self.phrases.people(start, end) if p.kind == "person"]

    def _home_of_host(self, trigger: Trigger) -> Place | None:
        """Return the land that "invited to the kingdom" means: that of who invites."""
        if trigger.entry.status != "planned" or trigger.entry.word != "invite":
            return None
        lands = [r for r in self.phrases.ranges(trigger, "to") if self.doc[r[1] - 1].lower_ in LANDS]
        host = next(iter(self.phrases.parties(trigger, ("subject",))), None) if lands else None
        known = countries().get(host.country) if host is not None and host.country else None
        return Place(known.name, known.alpha3, True) if known is not None else None

    def _says_both(self, trigger: Trigger) -> bool:
        """Say whether those who take part are only "both" or "the two": of the last event told."""
        places = trigger.entry.frame.first + trigger.entry.frame.second
        ranges = [r for place in places for r in self.phrases.ranges(trigger, place)]
        if not any(start < end for start, end in ranges) and trigger.verb is not None:
            ranges = [(max(trigger.verb.i - 3, self.bounds[trigger.verb.i][0]), trigger.verb.i)]
        return any(
            token.lower_ in BOTH for start, end in ranges for token in self.doc[start : min(end, start + 3)]
        )

    def _is_of_them(self, trigger: Trigger) -> bool:
        """Say whether an occasion is of those who met before: "Their last meeting dates back to May"."""
        return trigger.entry.kind in _HELD and self._is_theirs(trigger)

    def _pair_before(self, trigger: Trigger) -> list[Party]:
        """Return the two persons that the sentence before names, if it names just two."""
        start = self.bounds[trigger.token.i][0]
        while start > 0 and self.doc[start - 1].is_space:
            start -= 1
        if start == 0:
            return []
        named = self.cast.within(*self.bounds[start - 1])
        people = _distinct([p for p in named if p.kind == "person"])
        return people if len(people) == 2 else []

    def _clause(self, trigger: Trigger) -> Token | None:
        """Return the verb of the clause within which a contact without a verb of its own took place."""
        if trigger.verb is not None or trigger.entry.kind not in CONTACTS:
            return None
        return self.phrases.clause(trigger.token) if opening(trigger.token) in WITHIN else None

    def _office(self, trigger: Trigger, parties: list[Party]) -> str | None:
        if trigger.entry.kind not in CONTACTS:
            return None
        return level_of(trigger.token) or office_of(self.doc, parties)

    def _with_host(self, trigger: Trigger) -> Party | None:
        """Return whose host or guest stands for one who takes part: "invited his host to China"."""
        frame, verb = trigger.entry.frame, trigger.verb or self.phrases.clause(trigger.token)
        ranges = [r for place in frame.first + frame.second for r in self.phrases.ranges(trigger, place)]
        if verb is not None and opening(trigger.token) == "over":
            ranges += self.phrases.behind_token(verb, "with")  # "sat with his host over talks"
        for start, end in ranges:
            if any(t.lower_ in HOSTS for t in self.doc[start:end]):
                return next(iter(self.cast.within(start, end)), None)
        return None

    def _is_theirs(self, trigger: Trigger) -> bool:
        """Say whether a visit is of several told before: "their visit to Kyiv"."""
        return any(t.lower_ == "their" for t in before(trigger.token, 4))

    def _hosts(self, trigger: Trigger) -> list[Party]:
        """Return who invites: "at the invitation of Xi"."""
        if trigger.entry.kind != "visit":
            return []
        for token in after(trigger.token, _INVITED):
            if token.lower_ == "invitation":
                ranges = self.phrases.behind_token(token, "of")
                return [p for start, end in ranges for p in self.phrases.people(start, end)]
        return []

    def _place(self, trigger: Trigger, places: tuple[str, ...]) -> Place | None:
        for name in places:
            for start, end in self.phrases.ranges(trigger, name):
                place = self._first_place(start, end)
                if place is not None and not (
                    self._is_of_summit(trigger, start, end) or self._is_of_topic(trigger, start, place)
                ):
                    return place
        return self._of_summit(trigger)

    def _there(self, trigger: Trigger) -> Place | None:
        """Return the place named last before "there": "to visit Russia since Nehammer travelled there"."""
        i = trigger.token.i + 1
        if trigger.entry.kind != "visit" or i >= len(self.doc) or self.doc[i].lower_ != "there":
            return None
        named = range(trigger.token.i - 1, self.bounds[trigger.token.i][0] - 1, -1)
        return next((self.places[j] for j in named if j in self.places), None)

    def _is_of_summit(self, trigger: Trigger, start: int, end: int) -> bool:
        """Say whether a phrase names an occasion, not a place: "at the Mercosur summit"."""
        return any(i != trigger.token.i and i in self._trigger_at for i in range(start, end))

    def _is_of_topic(self, trigger: Trigger, start: int, place: Place) -> bool:
        """Say whether a place belongs to what is talked about: "talks about security in Eurasia"."""
        between = self.doc[trigger.token.i + 1 : start] if start > trigger.token.i else ()
        return place.country is None and any(t.lower_ in TOPIC for t in between)

    def _of_summit(self, trigger: Trigger) -> Place | None:
        """Return the place of the summit at which two meet: "met at the G20 summit in Bali"."""
        if trigger.entry.kind != "meeting" or trigger.entry.word in SUMMITS:
            return None
        start, end = trigger.token.i + 1, min(self.bounds[trigger.token.i][1], trigger.token.i + _INVITED)
        behind = (self._trigger_at[i] for i in range(start, end) if i in self._trigger_at)
        summit = next((t for t in behind if t.entry.word in SUMMITS), None)
        if summit is None:
            return None
        ranges = self.phrases.ranges(summit, "in")
        return next((p for s, e in ranges if (p := self._first_place(s, e)) is not None), None)

    def _first_place(self, start: int, end: int) -> Place | None:
        for i in range(start, end):
            if i in self.places:
                return self.places[i]
        return None


def _each_visit(draft: Draft) -> list[Draft]:
    """Return a draft for each traveller of "visits by Yellen and Blinken"."""
    plural = draft.trigger.token.tag_ in {"NNS", "NNPS"}
    if draft.kind != "visit" or not plural or len(draft.persons) < 2:
        return [draft]
    return [replace(draft, parties=[party], sentences=list(draft.sentences)) for party in draft.parties]


def is_definite(token: Token) -> bool:
    """Say whether a noun is of something known: "the talks", "this trip", "his visit"."""
    if word_class(token) == "VERB":
        return False
    return any(t.lower_ in DEFINITE or t.tag_ == "POS" for t in before(token, 4))


def _lasting(trigger: Trigger, when: When | None) -> When | None:
    """Return a stretch where the noun says how long it was and the day is its last ("at the end of")."""
    if when is None or when.begin != when.end or when.grain != "day" or trigger.entry.kind != "visit":
        return when
    days = lasting(trigger.token)
    verb = trigger.verb
    if days is not None and verb is not None and verb is not trigger.token and has_lemma(verb, SETS_OUT):
        return When(when.begin, when.begin + timedelta(days=days - 1), "day", when.words)
    ended = trigger.entry.frame.goal == _LEFT or any(t.lower_ in AT_END for t in before(trigger.token, 10))
    if days is not None and ended:
        return When(days_before(when.end, days), when.end, "day", when.words)
    return when


def _distinct(parties: list[Party]) -> list[Party]:
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.name, party)
    return list(seen.values())
