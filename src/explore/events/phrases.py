"""Noun phrases around a trigger: who stands in which grammatical place.

The parse says where a phrase begins; how far it runs is read from the words (see `runs`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.behind import Behind
from explore.events.forms import has_lemma
from explore.events.runs import NOMINAL, REACH, Range
from explore.events.sentence import before
from explore.events.subjects import FINITE
from explore.events.triggers import opening
from explore.events.wordclass import word_class
from explore.events.words import ADDRESSES, GATHERS, GOERS, OPENERS, WITHIN, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explore.events.triggers import Trigger
    from explore.events.who import Party

_STEPS = 6
# Prepositions before an occasion: what is said around it.
_AROUND = words("after following before since")
# "The date for a meeting", "preparations for talks": whoever agrees on them will be there.
_AHEAD = words("for of")
# What opens a clause on an occasion, how soon after it, and within how many tokens its verb follows.
_ON_WHICH = words("when where which")
_OPENED, _SPOKE = 8, 5
_ALONG = {("together", "with"), ("along", "with"), ("accompanied", "by")}


class Phrases(Behind):
    """The grammatical places of a doc's triggers, over its cast."""

    def parties(self, trigger: Trigger, places: tuple[str, ...]) -> list[Party]:
        """Return who stands in any of the grammatical places of a trigger."""
        found: list[Party] = []
        for place in places:
            for start, end in self.ranges(trigger, place):
                found += self.people(start, end)
                if place == "before":
                    found += [self.cast.adjectives[i] for i in range(start, end) if i in self.cast.adjectives]
        return found

    def ranges(self, trigger: Trigger, place: str) -> list[Range]:
        """Return the token ranges of the phrases in one grammatical place."""
        if place in _FINDERS:
            return _FINDERS[place](self, trigger)
        return self.behind(trigger, place)

    # -- verbs ------------------------------------------------------------------------------

    def subject(self, trigger: Trigger) -> list[Range]:
        """Return the phrase of the one who acts: the subject, or "by" of a passive."""
        verb = trigger.verb
        above = trigger.token.head
        held = verb is not None and verb.head.i == trigger.token.i
        if (verb is None or held) and trigger.token.dep_ in self.labels.object and has_lemma(above, GOERS):
            return self.grammatical_subject(above)
        if verb is None or trigger.occurs:
            return []
        if self.is_passive(verb) and not self._tells(trigger):
            return self.behind_token(verb, "by")
        return self.grammatical_subject(verb)

    def _tells(self, trigger: Trigger) -> bool:
        """Say whether a participle on the word a sentence is about tells what that one did.

        A verb that takes no object has no passive: "Erdogan mediated between Russia and Ukraine".
        """
        token, frame = trigger.token, trigger.entry.frame
        bare = token.dep_ in self.labels.participial_clause and token.head.head.i == token.head.i
        return bare and "object" not in frame.first + frame.second

    def object(self, trigger: Trigger) -> list[Range]:
        """Return the phrase of the one acted on: the object, or the subject of a passive."""
        verb = trigger.verb
        if verb is None or verb.i != trigger.token.i:
            return []
        if self.is_passive(verb):
            return self.grammatical_subject(verb)
        for child in verb.children:
            if child.dep_ in self.labels.object and child.i > verb.i and child.i not in self.timex_tokens:
                return [self.run_from(child)]
        start = verb.i + 1
        while start < self.bounds[verb.i][1] and word_class(self.doc[start]) in {"ADV"}:
            start += 1
        if start < self.bounds[verb.i][1] and self.is_nominal(start) and self.doc[start].tag_ != "CC":
            return [(start, self.run(start))]
        return []

    # -- nouns ------------------------------------------------------------------------------

    def poss(self, trigger: Trigger) -> list[Range]:
        """Return the phrase before 's, or the possessive pronoun ("his visit")."""
        start = self.bounds[trigger.token.i][0]
        for i in range(trigger.token.i - 1, max(start, trigger.token.i - 7) - 1, -1):
            token = self.doc[i]
            if token.tag_ == "WP$":
                return self.antecedent(token, trigger.token)  # "Orbán, whose talks with Tokayev"
            if token.tag_ == "PRP$":
                return [(i, i + 1)] if self.cast.at(i) else self._owner_ahead(trigger.token)
            if token.tag_ == "POS" or token.text in {"’s", "'s", "’", "'"}:
                return [(self.left_of(i - 1, start), i)]
            if word_class(token) not in NOMINAL and token.text not in {"-", ",", "–"}:
                break
        return []

    def _owner_ahead(self, noun: Token) -> list[Range]:
        """Return whose an event is where the pronoun comes first: "After his re-election Macron left"."""
        verb = self.clause(noun) if opening(noun) in OPENERS else None
        return self.grammatical_subject(verb) if verb is not None else []

    def before(self, trigger: Trigger) -> list[Range]:
        """Return the modifiers before a noun ("Trump-Putin call", "Russian-Indian talks")."""
        i = trigger.token.i - 1
        while i >= self.bounds[trigger.token.i][0]:
            token = self.doc[i]
            if word_class(token) not in {"ADJ", "NOUN", "PROPN", "NUM"} and token.text not in {"-", "–"}:
                break
            i -= 1
        return [(i + 1, trigger.token.i)] if i + 1 < trigger.token.i else []

    def company(self, trigger: Trigger) -> list[Range]:
        """Return who is at an occasion by the verb it stands beside.

        "Both discussed it at the summit", "Putin told Obama in a telephone call": two who act together,
        or one and whom he speaks to. Of what came before or after, only the two together.
        """
        preposition = opening(trigger.token)
        verb = self.clause(trigger.token)
        if verb is None or preposition not in WITHIN | _AROUND | _AHEAD:
            return []
        ranges = self.grammatical_subject(verb) + self.behind_token(verb, "by")
        if preposition in WITHIN:
            ranges += self.behind_token(verb, "with")
            if has_lemma(verb, ADDRESSES):
                ranges += [
                    self.run_from(c)
                    for c in verb.children
                    if c.dep_ in self.labels.object | self.labels.indirect_object
                ]
        names = {p.name for start, end in ranges for p in self.people(start, end) if p.kind != "organisation"}
        return ranges if len(names) > 1 else []

    def present(self, trigger: Trigger) -> list[Range]:
        """Return the one who speaks or acts at an occasion: "Lavrov said in a meeting in Baku"."""
        verb = self.clause(trigger.token)
        if verb is None or opening(trigger.token) not in {"in", "during", "at"}:
            return []
        return self.grammatical_subject(verb)

    def visitor(self, trigger: Trigger) -> list[Range]:
        """Return who acts on or after a trip that names nobody: "During a visit to Kyiv, Amos said"."""
        verb = self.clause(trigger.token)
        article = any(t.lower_ in {"a", "an"} for t in before(trigger.token, 4))
        if verb is None or not article or opening(trigger.token) not in OPENERS:
            return []
        return self.grammatical_subject(verb)

    def other(self, trigger: Trigger) -> list[Range]:
        """Return who acts around a contact that names only whom he met: "said after talks with Turnbull"."""
        verb = self.clause(trigger.token)
        if (
            verb is None
            or opening(trigger.token) not in OPENERS
            or any(t.tag_ in {"DT", "PRP$", "POS"} for t in before(trigger.token, 3))
        ):
            return []
        return self.grammatical_subject(verb)

    def addressed(self, trigger: Trigger) -> list[Range]:
        """Return whom somebody told something on a contact: "his call in which he asked Zelensky for"."""
        near = range(trigger.token.i + 1, min(trigger.token.i + _OPENED, self.bounds[trigger.token.i][1]))
        opener = next((i for i in near if self.doc[i].lower_ in _ON_WHICH), None)
        if opener is None:
            return []
        rest = self.doc[opener + 1 : min(self.bounds[opener][1], opener + _SPOKE)]
        verb = next((t for t in rest if word_class(t) == "VERB"), None)
        if verb is None or not has_lemma(verb, ADDRESSES) or not self.is_nominal(verb.i + 1):
            return []
        return [(verb.i + 1, self.run(verb.i + 1))]

    def clause(self, noun: Token) -> Token | None:
        """Return the verb whose clause a noun stands in; of an insertion between commas, the one before."""
        here, verb = noun, None
        for _ in range(_STEPS):
            if here.head.i == here.i:
                break
            here = here.head
            if word_class(here) in {"VERB", "AUX"} and here.lower_ not in OPENERS:  # "Following talks, …"
                verb = here
                break
        if verb is None and opening(noun):
            rest = self.doc[noun.i + 1 : min(self.bounds[noun.i][1], noun.i + REACH)]
            return next((t for t in rest if t.tag_ in FINITE), None)  # the parse broke the sentence
        if verb is None or verb.i < noun.i:
            return verb
        left = list(self.doc[max(self.bounds[noun.i][0], noun.i - REACH) : noun.i])
        while left and word_class(left[-1]) not in {"ADP", "VERB", "PUNCT"}:
            left.pop()
        if len(left) > 2 and left[-2].text == ",":
            return next((t for t in reversed(left) if t.tag_ in FINITE), verb)
        return verb

    def stayer(self, trigger: Trigger) -> list[Range]:
        """Return who is or is due at a place: the subject, or the name right before the word."""
        found = self.grammatical_subject(trigger.verb) if trigger.verb is not None else []
        named = any(self.people(start, end) for start, end in found)
        return found if named else self.nearest_before(trigger.token)

    def gathered(self, trigger: Trigger) -> list[Range]:
        """Return whom talks bring together: "Tuesday's talks brought together Rubio and Sybiha"."""
        verb = trigger.verb
        if verb is None or not trigger.occurs or not has_lemma(verb, GATHERS):
            return []
        objects = [c for c in verb.children if c.dep_ in self.labels.object and c.i > verb.i]
        if objects:
            return [self.run_from(objects[0])]
        behind = verb.i + 1 + (verb.nbor().lower_ == "together" if verb.i + 1 < len(self.doc) else 0)
        return [(behind, self.run(behind))] if behind < self.bounds[verb.i][1] else []

    def beside(self, trigger: Trigger) -> list[Range]:
        """Return who goes along: "will travel to Kyiv together with Blinken", "accompanied by Lavrov"."""
        for i in range(
            trigger.token.i + 1, min(self.bounds[trigger.token.i][1], trigger.token.i + REACH) - 1
        ):
            pair = (self.doc[i].lower_, self.doc[i + 1].lower_)
            if pair in _ALONG:
                return [(i + 2, self.run(i + 2))]
            if pair[0] == "alongside":
                return [(i + 1, self.run(i + 1))]
            if word_class(self.doc[i]) == "VERB" and self.doc[i].lower_ != "accompanied":
                break
        return []


_FINDERS = {
    "subject": Phrases.subject,
    "object": Phrases.object,
    "poss": Phrases.poss,
    "before": Phrases.before,
    "company": Phrases.company,
    "present": Phrases.present,
    "other": Phrases.other,
    "addressed": Phrases.addressed,
    "visitor": Phrases.visitor,
    "stayer": Phrases.stayer,
    "gathered": Phrases.gathered,
    "beside": Phrases.beside,
}
