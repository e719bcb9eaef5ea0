"""Where: the place that the words around a trigger give its event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.knowledge import countries
from explore.events.dating import Calendar
from explore.events.draft import Place
from explore.events.phrases import Phrases
from explore.events.sentence import bounds
from explore.events.triggers import find_triggers
from explore.events.where import places_of
from explore.events.who import Cast
from explore.events.wordclass import word_class
from explore.events.words import LANDS, SUMMITS, TOPIC, TOPICS, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from explore.events.codebook import Codebook
    from explore.events.triggers import Trigger

_BEHIND = 20
_LOCAL = words("in at outside near inside")
# "A rally in support of Azerbaijan" is nowhere yet.
_CAUSES = words(
    "support favor favour solidarity defence defense honor honour memory response reaction protest"
)


class Scenes:
    """The triggers of one doc with all that is known around them, and where their events were."""

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

    def home_of_host(self, trigger: Trigger) -> Place | None:
        """Return the land that "invited to the kingdom" means: that of who invites."""
        if trigger.entry.status != "planned" or trigger.entry.word != "invite":
            return None
        lands = [r for r in self.phrases.ranges(trigger, "to") if self.doc[r[1] - 1].lower_ in LANDS]
        host = next(iter(self.phrases.parties(trigger, ("subject",))), None) if lands else None
        known = countries().get(host.country) if host is not None and host.country else None
        return Place(known.name, known.alpha3, True) if known is not None else None

    def place_of(self, trigger: Trigger, places: tuple[str, ...]) -> Place | None:
        """Return the first place in the grammatical places of a trigger, else that of its summit."""
        if trigger.entry.kind == "statement" and places and (front := self._in_front(trigger)) is not None:
            return front
        for name in places:
            for start, end in self.phrases.ranges(trigger, name):
                place = self.first_place(start, end) or (self._further(end) if name in _LOCAL else None)
                if place is not None and not (
                    self.doc[start].lower_ in _CAUSES
                    or self._is_of_summit(trigger, start, end)
                    or self._is_of_topic(trigger, start, place)
                ):
                    return place
        return self._of_summit(trigger)

    def _further(self, end: int) -> Place | None:
        """Return the place that a phrase without one is in: "in a shopping centre in Atlanta"."""
        if end + 1 >= len(self.doc) or self.doc[end].lower_ not in {"in", "near"}:
            return None
        return self.first_place(end + 1, self.phrases.run(end + 1))

    def _in_front(self, trigger: Trigger) -> Place | None:
        """Return the place a sentence begins with: "In Washington, Kerry condemned the war in Ukraine"."""
        start = self.bounds[trigger.token.i][0]
        while start < trigger.token.i and self.doc[start].is_space:
            start += 1
        if self.doc[start].lower_ not in {"in", "at"} or start + 1 not in self.places:
            return None
        end = start + 1
        while end in self.places:
            end += 1
        return self.places[start + 1] if self.doc[end : end + 1].text == "," else None

    def there_of(self, trigger: Trigger) -> Place | None:
        """Return the place named last before "there": "to visit Russia since Nehammer travelled there"."""
        i = trigger.token.i + 1
        if trigger.entry.kind != "visit" or i >= len(self.doc) or self.doc[i].lower_ != "there":
            return None
        named = range(trigger.token.i - 1, self.bounds[trigger.token.i][0] - 1, -1)
        return next((self.places[j] for j in named if j in self.places), None)

    def _is_of_summit(self, trigger: Trigger, start: int, end: int) -> bool:
        """Say whether a phrase names an occasion, not a place: "at the Mercosur summit"."""
        found = False
        for i in range(start, end):
            found = found or i in self.places
            if i != trigger.token.i and i in self._trigger_at:
                return True
            if found and word_class(self.doc[i]) == "ADP":
                return False  # "to Washington for the meetings of the Fund"
        return False

    def _is_of_topic(self, trigger: Trigger, start: int, place: Place) -> bool:
        """Say whether a place belongs to what is talked about: "talks about security in Eurasia"."""
        between = self.doc[trigger.token.i + 1 : start] if start > trigger.token.i else ()
        parted = any(word_class(t) in {"VERB", "PUNCT"} for t in between)  # "A rally against it was held in"
        crowd = trigger.entry.kind == "protest" and not parted and any(t.lower_ in TOPICS for t in between)
        return crowd or (place.country is None and any(t.lower_ in TOPIC for t in between))

    def _of_summit(self, trigger: Trigger) -> Place | None:
        """Return the place of the summit at which two meet: "met at the G20 summit in Bali"."""
        if trigger.entry.kind != "meeting" or trigger.entry.word in SUMMITS:
            return None
        start, end = trigger.token.i + 1, min(self.bounds[trigger.token.i][1], trigger.token.i + _BEHIND)
        behind = (self._trigger_at[i] for i in range(start, end) if i in self._trigger_at)
        summit = next((t for t in behind if t.entry.word in SUMMITS), None)
        if summit is None:
            return None
        ranges = self.phrases.ranges(summit, "in")
        return next((p for s, e in ranges if (p := self.first_place(s, e)) is not None), None)

    def first_place(self, start: int, end: int) -> Place | None:
        """Return the first place that the tokens of a stretch are part of."""
        for i in range(start, end):
            if i in self.places:
                return self.places[i]
        return None
