"""Who takes part: those whom the words around a trigger name, and those they only point to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.forms import has_lemma
from explore.events.scenes import Scenes
from explore.events.sentence import after, before
from explore.events.triggers import opening
from explore.events.words import BODIES, BOTH, HOSTS, SETS_OUT, SUMMITS

if TYPE_CHECKING:
    from explore.events.draft import Place
    from explore.events.triggers import Trigger
    from explore.events.who import Party

_INVITED = 20
# What people are at, rather than make.
HELD_CONTACTS = ("meeting", "call")


class Sides(Scenes):
    """Who takes part in the events of one doc."""

    def parties_of(self, trigger: Trigger, place: Place | None) -> list[Party]:
        """Return who takes part: who stands where the frame says, else who acts around the word."""
        entry, frame = trigger.entry, trigger.entry.frame
        first = self.phrases.parties(trigger, frame.first)
        parties = distinct(first + self.phrases.parties(trigger, frame.second))
        parties = [p for p in parties if not self._gives_name(p, trigger)]
        if frame.only:
            parties = [p for p in parties if p.kind in frame.only]
        if entry.kind == "visit" and not parties and entry.pos == "noun":
            found = self.phrases.parties(trigger, ("visitor",))
            return distinct([p for p in found if p.kind == "person"])
        if entry.pos != "noun" or entry.kind not in HELD_CONTACTS:
            return parties
        if not parties:
            parties = distinct(self.phrases.parties(trigger, ("company",)))
            if not parties and place is not None:
                parties = distinct(self.phrases.parties(trigger, ("present",)))
        if len(parties) == 1 and not first:
            parties = distinct(self.phrases.parties(trigger, ("other",)) + parties)
        if len(parties) == 1:
            parties = distinct(parties + self.phrases.parties(trigger, ("addressed",)))
        if opening(trigger.token) == "for":
            parties = distinct(self._bound_for(trigger) + parties)
        return parties

    def _gives_name(self, party: Party, trigger: Trigger) -> bool:
        """Say whether a person is a town in truth: "the Woodside Summit", "the Bali and Woodside talks"."""
        if party.kind != "person" or party.country is not None or party.end != trigger.token.i:
            return False
        joined = self.doc[party.start - 1].lower_ == "and" and party.start - 2 in self.places
        return joined or (trigger.entry.word in SUMMITS and trigger.token.text.istitle())

    def _bound_for(self, trigger: Trigger) -> list[Party]:
        """Return who travels to a contact: "Rubio flew to Canada for a meeting of ministers"."""
        verb = self.phrases.clause(trigger.token)
        if verb is None or not has_lemma(verb, SETS_OUT):
            return []
        ranges = self.phrases.grammatical_subject(verb)
        return [p for start, end in ranges for p in self.phrases.people(start, end) if p.kind == "person"]

    def says_both(self, trigger: Trigger) -> bool:
        """Say whether those who take part are only "both" or "the two": of the last event told."""
        places = trigger.entry.frame.first + trigger.entry.frame.second
        ranges = [r for place in places for r in self.phrases.ranges(trigger, place)]
        if not any(start < end for start, end in ranges) and trigger.verb is not None:
            ranges = [(max(trigger.verb.i - 3, self.bounds[trigger.verb.i][0]), trigger.verb.i)]
        return any(
            token.lower_ in BOTH and not any(has_lemma(t, BODIES) for t in self.doc[token.i + 1 : end])
            for start, end in ranges
            for token in self.doc[start : min(end, start + 3)]
        )

    def is_of_them(self, trigger: Trigger) -> bool:
        """Say whether an occasion is of those who met before: "Their last meeting dates back to May"."""
        return trigger.entry.kind in HELD_CONTACTS and self.is_theirs(trigger)

    def pair_before(self, trigger: Trigger) -> list[Party]:
        """Return the two persons that the sentence before names, if it names just two."""
        start = self.bounds[trigger.token.i][0]
        while start > 0 and self.doc[start - 1].is_space:
            start -= 1
        if start == 0:
            return []
        named = self.cast.within(*self.bounds[start - 1])
        people = distinct([p for p in named if p.kind == "person"])
        return people if len(people) == 2 else []

    def with_host(self, trigger: Trigger) -> Party | None:
        """Return whose host or guest stands for one who takes part: "invited his host to China"."""
        frame, verb = trigger.entry.frame, trigger.verb or self.phrases.clause(trigger.token)
        ranges = [r for place in frame.first + frame.second for r in self.phrases.ranges(trigger, place)]
        if verb is not None and opening(trigger.token) == "over":
            ranges += self.phrases.behind_token(verb, "with")  # "sat with his host over talks"
        for start, end in ranges:
            if any(t.lower_ in HOSTS for t in self.doc[start:end]):
                return next(iter(self.cast.within(start, end)), None)
        return None

    def is_theirs(self, trigger: Trigger) -> bool:
        """Say whether a visit is of several told before: "their visit to Kyiv"."""
        return any(t.lower_ == "their" for t in before(trigger.token, 4))

    def hosts_of(self, trigger: Trigger) -> list[Party]:
        """Return who invites: "at the invitation of Xi"."""
        if trigger.entry.kind != "visit":
            return []
        for token in after(trigger.token, _INVITED):
            if token.lower_ == "invitation":
                ranges = self.phrases.behind_token(token, "of")
                return [p for start, end in ranges for p in self.phrases.people(start, end)]
        return []


def distinct(parties: list[Party]) -> list[Party]:
    """Return each of the parties once, where first named."""
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.name, party)
    return list(seen.values())
