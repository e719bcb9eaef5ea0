"""Whether words of everyday use tell an event at all: of force, of people met, of a journey."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from explore.events.codebook import CONTACTS, frames
from explore.events.deeds import is_deed
from explore.events.forms import has_lemma
from explore.events.repeats import Repeats
from explore.events.sentence import after, before
from explore.events.words import (
    DELEGATES,
    ENTOURAGE,
    GUESTS,
    MEALS,
    MEASURES,
    OFTEN,
    PRESS,
    RELATIVE,
    SPORT,
    WOULD,
    words,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explore.events.draft import Place
    from explore.events.triggers import Trigger
    from explore.events.when import When
    from explore.events.who import Party

_NEAR, _FAR = 3, 10
_TIMES = words("day week month year morning evening summer winter time")
# So many words of sport make a report of a game.
_SPORTING = 4


class Telling(Repeats):
    """What the people, places and times around a trigger make of it."""

    def tells(
        self,
        trigger: Trigger,
        parties: list[Party],
        goal: Place | None,
        place: Place | None,
        when: When | None,
    ) -> bool:
        """Say whether a word of everyday use tells an event: who is abroad or saw whom, and when or where."""
        frame, dated = trigger.entry.frame, when is not None
        if trigger.entry.kind in {"meeting", "attack"} and self._is_of_sport:
            return any(p.kind == "person" for p in parties)  # "England meet Greece at Wembley"
        if frame in {frames()["strike"], frames()["assault"], frames()["crowd"]}:
            return is_deed(trigger, parties, goal, place, self.phrases.actor(trigger.verb))
        if (when is None or when.since) and self._is_of_many(trigger, parties):
            return False
        if trigger.entry.kind == "statement":
            return bool(parties)
        if trigger.entry.word == "return" or (frame == frames()["travel"] and _is_back(trigger.token)):
            return self._is_journey_back(parties, goal)
        if frame == frames()["host"]:
            return self._receives_people(trigger)
        if trigger.entry.word == "meet" and len(parties) == 1 and self._meets_public(trigger):
            return False
        if trigger.entry.word == "sit" or (trigger.entry.kind == "call" and trigger.entry.pos == "verb"):
            return not self._is_with_nobody(trigger)
        if frame == frames()["encounter"]:
            return len(parties) > 1 and (dated or place is not None)
        if frame not in {frames()["presence"], frames()["awaited"]}:
            return True
        homes = {p.country for p in parties} - {None}
        planned = trigger.entry.status == "planned"
        return bool(
            goal and goal.country and parties and goal.country not in homes and (planned or (homes and dated))
        )

    @cached_property
    def _is_of_sport(self) -> bool:
        """Say whether a text reports a game, in whose words lands meet and strike each other."""
        return len({t.lower_ for t in self.doc} & SPORT) >= _SPORTING

    def _is_of_many(self, trigger: Trigger, parties: list[Party]) -> bool:
        """Say whether several contacts are meant, none of them told: "has often spoken with"."""
        token = trigger.token
        if any(_is_of_times(t) for t in (*before(token, _FAR), *after(token, _FAR))):
            return True  # "visits the capital every two months"
        if trigger.entry.kind not in CONTACTS:
            return False
        if trigger.token.tag_ == "NNS" and trigger.entry.word in {"conversation", "call"}:
            return trigger.entry.word != "call" or not trigger.entry.needs  # "calls from the public"
        if (
            trigger.entry.kind == "visit"
            and trigger.entry.pos == "noun"
            and token.tag_ == "NNS"
            and len(parties) == 1
        ):
            return True  # "took trips to Istanbul"
        verb = trigger.verb
        near = [*before(verb, 3), *after(verb, _NEAR)] if verb is not None else []
        return any(t.lower_ in OFTEN or t.lower_ == "times" for t in near)

    def _is_journey_back(self, parties: list[Party], goal: Place | None) -> bool:
        """Say whether who returns to a place is from another land: not to a game, a club, his own capital."""
        homes = {p.country for p in parties if p.kind == "person"} - {None}
        return bool(homes) and goal is not None and goal.country not in homes | {None}

    def _receives_people(self, trigger: Trigger) -> bool:
        """Say whether it is people that are received, not an event, an endorsement or a piece of news."""
        verb, passive = trigger.token, self.phrases.is_passive(trigger.token)
        places = self.phrases.labels.subject if passive else self.phrases.labels.object
        noun = next((c for c in verb.children if c.dep_ in places and (passive or c.i > verb.i)), None)
        if noun is None or noun.lower_ in RELATIVE:
            return len(self.phrases.parties(trigger, ("subject", "object"))) > 1
        if any(c.lower_ in WOULD for c in verb.children) and trigger.entry.word == "welcome":
            return False  # "said he would welcome Cruz"
        words = [
            noun,
            *(
                c
                for c in noun.children
                if c.dep_ in self.phrases.labels.compound | self.phrases.labels.apposition
            ),
        ]
        if noun.lower_ in MEALS:
            guests = self.phrases.parties(trigger, ("subject", "object", "for"))
            return len(guests) > 1 or any(t.lower_ in {"honour", "honor"} for t in after(noun, _NEAR))
        named = any(p.end > noun.i for t in words for p in self.cast.at(t.i))
        return named or any(t.lower_ in DELEGATES or t.lower_ in GUESTS for t in words)

    def _meets_public(self, trigger: Trigger) -> bool:
        """Say whether those who are met hold no office: "met pupils", "met the families"."""
        company = [r for r in self.phrases.ranges(trigger, "with") if r[0] < r[1]]
        ranges = company or self.phrases.ranges(trigger, "object")
        words = [t for start, end in ranges for t in self.doc[start:end]]
        public = any(t.tag_ in {"NN", "NNS"} and t.i not in self.cast.covered for t in words)
        return public and not any(
            has_lemma(t, GUESTS | MEASURES) or t.lower_ in DELEGATES | ENTOURAGE for t in words
        )

    def _is_with_nobody(self, trigger: Trigger) -> bool:
        """Say whether it is the press or others without a name that are spoken to: "spoke to reporters"."""
        ranges = [
            r
            for place in trigger.entry.frame.second
            for r in self.phrases.ranges(trigger, place)
            if r[0] < r[1]
        ]
        words = [t for start, end in ranges for t in self.doc[start:end]]
        if not words or any(t.tag_ == "PRP" for t in words) or self.says_both(trigger):
            return False
        outlet = any(t.lower_ in PRESS for t in words)
        return outlet or not any(self.phrases.people(start, end) for start, end in ranges)


def _is_back(verb: Token) -> bool:
    """Say whether a journey leads back: "arrived back in Britain", "flew home to Addis Ababa"."""
    return any(t.lower_ in {"back", "home"} for t in after(verb, 1))


def _is_of_times(word: Token) -> bool:
    """Say whether a word tells how often: "every two months", not "every effort"."""
    return word.lower_ == "every" and any(
        t.ent_type_ in {"DATE", "TIME"} or has_lemma(t, _TIMES) for t in after(word, 2)
    )
