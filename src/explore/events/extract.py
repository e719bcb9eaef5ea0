"""Turn each trigger into a draft: who, where, when and how sure, all from around the trigger."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from explore.events.codebook import CONTACTS
from explore.events.draft import Draft, Place
from explore.events.effects import is_negated
from explore.events.forms import has_lemma
from explore.events.levels import level_of, office_of
from explore.events.presence import is_presence
from explore.events.repeats import LEFT, each_visit
from explore.events.sentence import after, before
from explore.events.sides import HELD_CONTACTS, distinct
from explore.events.status import is_sure, status_of
from explore.events.telling import Telling
from explore.events.triggers import opening
from explore.events.when import When, days_before, lasting
from explore.events.wordclass import word_class
from explore.events.words import (
    AT_END,
    COUNTED,
    DEFINITE,
    PAST_OPENERS,
    SETS_OUT,
    TAKES_PART,
    WITHIN,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explore.events.triggers import Trigger
    from explore.events.who import Party

_SOON = 3


class Extractor(Telling):
    """Drafts of the events of one doc."""

    def sentence(self, token: Token) -> tuple[int, int]:
        """Return the characters of a token's sentence, white space stripped."""
        start, end = self.bounds[token.i]
        while start < token.i and self.doc[start].is_space:
            start += 1
        while end > token.i + 1 and self.doc[end - 1].is_space:
            end -= 1
        return self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])

    def said(self, token: Token) -> str:
        """Return the words of a token's sentence; spaCy makes the text of a doc anew at each call."""
        start, end = self.bounds[token.i]
        return self.doc[start:end].text.strip()

    def drafts(self) -> list[Draft]:
        """Return a draft for each trigger that asserts an event, in the order of the text."""
        found = [
            one
            for trigger in self.triggers
            if (draft := self.draft(trigger)) is not None
            for one in (*self._presence(draft), draft)
        ]
        single = [one for draft in found for one in each_visit(draft)]
        stops = [one for draft in single for one in self.each_stop(draft)]
        return [one for draft in stops for one in self.each_time(draft)]

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
            for p in distinct(guests)
        ]

    def draft(self, trigger: Trigger) -> Draft | None:
        """Return what the words around one trigger say, or None if they assert no event."""
        status = status_of(trigger)
        absent = False
        if status == "denied" and self._is_of_others(trigger):
            trigger, absent = replace(trigger, verb=None), True  # "was not on the call between the two"
            status = status_of(trigger)
        frame = trigger.entry.frame
        if status == "denied" and self._is_last_time(trigger):
            status = "happened"
        if status is None or (status == "denied" and frame.goal == LEFT):
            return None  # who has not left has been nowhere
        place = self.place_of(trigger, frame.place)
        if place is None and is_presence(trigger.token):
            place = self.places.get(trigger.token.head.i)
        parties = self.parties_of(trigger, place)
        goal = self.place_of(trigger, frame.goal) or self.there_of(trigger) or self.home_of_host(trigger)
        if goal is None and trigger.entry.frame.second == () and trigger.entry.status == "planned":
            return None  # "invited China to join": no journey is meant
        if goal is not None and not goal.is_country and place is None:
            place = goal
        when = self.calendar.governing(trigger) or self.calendar.only(trigger)
        if when is not None and when.since and any(t.lower_ in COUNTED for t in before(trigger.token, _SOON)):
            when = None  # "on his first trip to Nairobi since June 2022" dates the one before
        if status == "planned" and any(when is day for day in self.calendar.sent):
            when = None
        if when is None and self.calendar.undated(trigger) is None:
            when = self._of_what_followed(trigger, parties)
        both = len(parties) < 2 and (self.says_both(trigger) or (not parties and self.is_of_them(trigger)))
        if not both and not self.tells(trigger, parties, goal, place, when):
            return None
        return Draft(
            trigger=trigger,
            kind=trigger.entry.kind,
            status=status,
            sure_status=is_sure(trigger, status),
            parties=_travellers(trigger, parties, goal or place),
            hosts=self.hosts_of(trigger),
            goal=goal,
            place=place,
            when=_lasting(trigger, when),
            undated=None if when is not None else self.calendar.undated(trigger),
            definite=is_definite(trigger.token) or _is_of_known(trigger),
            said=self.said(trigger.token),
            sentences=[self.sentence(trigger.token)],
            both=both,
            clause=None if absent else self._clause(trigger),
            office=self._office(trigger, parties),
            with_host=None if parties else self.with_host(trigger),
            theirs=trigger.entry.kind == "visit" and not parties and self.is_theirs(trigger),
            pair=self.pair_before(trigger) if both else [],
        )

    def _of_what_followed(self, trigger: Trigger, parties: list[Party]) -> When | None:
        """Return the day on which those who talked did something together: "agreed on Friday after talks"."""
        if trigger.verb is not None or opening(trigger.token) not in PAST_OPENERS - {"since"}:
            return None
        verb = self.phrases.clause(trigger.token)
        known = any(c.lower_ in DEFINITE for c in trigger.token.children)
        if verb is None or trigger.entry.kind not in HELD_CONTACTS or known:
            return None
        if verb.dep_ in self.phrases.labels.open_complement:
            verb = verb.head  # "agreed on Friday to reopen the border after talks"
        ranges = self.phrases.grammatical_subject(verb)
        doers = {p.name for start, end in ranges for p in self.phrases.people(start, end)}
        if len(doers) < 2 or doers != {p.name for p in parties}:
            return None
        days = [p for p in self.calendar.of_sentence(verb) if p.owner == verb.i and p.when.grain == "day"]
        return days[0].when if len(days) == 1 else None

    def _is_of_others(self, trigger: Trigger) -> bool:
        """Say whether a denial is only of somebody's part in what others held: "did not attend the talks"."""
        verb = trigger.verb
        if verb is None or trigger.entry.pos != "noun" or trigger.occurs or not is_negated(verb):
            return False
        if verb.i != trigger.token.i and not has_lemma(verb, TAKES_PART):
            return False
        others = self.parties_of(replace(trigger, verb=None), None)
        return len(distinct(others)) > 1

    def _is_last_time(self, trigger: Trigger) -> bool:
        """Say whether "have not met since the summit in Bali" says when they did."""
        verb = trigger.verb
        if verb is None or verb.i != trigger.token.i or trigger.entry.kind not in HELD_CONTACTS:
            return False
        return verb.tag_ == "VBN" and any(t.lower_ == "since" for t in after(verb, _SOON))

    def _clause(self, trigger: Trigger) -> Token | None:
        """Return the verb of the clause within which a contact without a verb of its own took place."""
        if trigger.verb is not None or trigger.entry.kind not in CONTACTS:
            return None
        return self.phrases.clause(trigger.token) if opening(trigger.token) in WITHIN else None

    def _office(self, trigger: Trigger, parties: list[Party]) -> str | None:
        if trigger.entry.kind not in CONTACTS:
            return None
        return level_of(trigger.token) or office_of(self.doc, parties)


def _travellers(trigger: Trigger, parties: list[Party], scene: Place | None) -> list[Party]:
    """Return who takes part, without the land gone to and, on a visit, without who is at home there."""
    if scene is None:
        return parties
    kept = [p for p in parties if not (p.kind == "country" and p.name == scene.name)]
    if trigger.entry.kind != "visit":
        return kept
    abroad = [p for p in kept if p.kind == "person" and p.country != scene.country]
    return abroad if abroad and scene.country else kept


def is_definite(token: Token) -> bool:
    """Say whether a noun is of something known: "the talks", "this trip", "his visit"."""
    if word_class(token) == "VERB":
        return False
    return any(t.lower_ in DEFINITE or t.tag_ == "POS" for t in before(token, 4))


def _is_of_known(trigger: Trigger) -> bool:
    """Say whether an accord already spoken of is signed: "The memorandum was signed by the ministers"."""
    if trigger.entry.kind != "agreement" or trigger.entry.pos != "verb":
        return False
    objects = [c for c in trigger.token.children if c.dep_ in {"nsubj:pass", "nsubjpass"}]
    return any(c.lower_ in DEFINITE for noun in objects for c in noun.children)


def _lasting(trigger: Trigger, when: When | None) -> When | None:
    """Return a stretch where the noun says how long it was and the day is its last ("at the end of")."""
    if when is None or when.begin != when.end or when.grain != "day" or trigger.entry.kind != "visit":
        return when
    days = lasting(trigger.token)
    verb = trigger.verb
    if days is not None and verb is not None and verb is not trigger.token and has_lemma(verb, SETS_OUT):
        return When(when.begin, when.begin + timedelta(days=days - 1), "day", when.words)
    ended = trigger.entry.frame.goal == LEFT or any(t.lower_ in AT_END for t in before(trigger.token, 10))
    if days is not None and ended:
        return When(days_before(when.end, days), when.end, "day", when.words)
    return when
