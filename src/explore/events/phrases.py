"""Noun phrases around a trigger: who stands in which grammatical place.

The parse says where a phrase begins; how far it runs is read from the words (see `runs`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.forms import has_lemma
from explore.events.runs import NOMINAL, REACH, Range, Runs
from explore.events.sentence import before
from explore.events.triggers import opening
from explore.events.wordclass import word_class
from explore.events.words import ADDRESSES, GATHERS, GOERS, OPENERS, RELATIVE, WITHIN, words
from explore.language.labels import labels, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from explore.events.triggers import Trigger
    from explore.events.who import Cast, Party

_STEPS = 6
# Prepositions before an occasion: what is said around it.
_AROUND = words("after following before since")
# "The date for a meeting", "preparations for talks": whoever agrees on them will be there.
_AHEAD = words("for of")
_FINITE = {"VBD", "VBZ", "VBP"}
_ALONG = {("together", "with"), ("along", "with"), ("accompanied", "by")}
_DASHES = {"--", "–", "—"}
_MODIFIERS = {"amod", "advcl", "dep"}


class Phrases(Runs):
    """The grammatical places of a doc's triggers, over its cast."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        timex_tokens: frozenset[int],
        triggers: frozenset[int],
        bounds: list[Range],
    ) -> None:
        super().__init__(doc, cast, timex_tokens, bounds)
        self.labels, self.triggers = labels(doc), triggers

    def parties(self, trigger: Trigger, places: tuple[str, ...]) -> list[Party]:
        """Return who stands in any of the grammatical places of a trigger."""
        found: list[Party] = []
        for place in places:
            for start, end in self.ranges(trigger, place):
                found += self.people(start, end)
                if place == "before":
                    found += [self.cast.adjectives[i] for i in range(start, end) if i in self.cast.adjectives]
        return found

    def people(self, start: int, end: int) -> list[Party]:
        """Return the actors of a phrase: persons and delegations if it names any, else who else it names."""
        named = [p for p in self.cast.within(start, end) if not self._owns(p, end)]
        persons = [p for p in named if p.kind == "person" and not self._in_title(p, named)]
        if not persons:
            return named
        return [p for p in named if p in persons or p.how == "delegation"]

    def _owns(self, party: Party, end: int) -> bool:
        """Say whether somebody only owns what the phrase is about: "his services", "Putin's spokesman"."""
        last = self.doc[party.end - 1]
        return party.end < end and (last.tag_ == "PRP$" or self.doc[party.end].text in {"'s", "’s", "'", "’"})

    def _in_title(self, party: Party, named: list[Party]) -> bool:
        """Say whether somebody only stands in the title of another: "Advisor to the President John Smith"."""
        if (
            party.how == "name"
            or party.start == 0
            or self.doc[party.start - 1].lower_ not in {"to", "of", "for"}
        ):
            return False
        following = next((p for p in named if p.kind == "person" and p.start >= party.end), None)
        return following is not None and not any(
            t.lower_ in {"and", ",", "or"} for t in self.doc[party.end : following.start]
        )

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
        if self.is_passive(verb):
            return self.behind_token(verb, "by")
        return self.grammatical_subject(verb)

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
        if start < self.bounds[verb.i][1] and self.is_nominal(start):
            return [(start, self.run(start))]
        return []

    def is_passive(self, verb: Token) -> bool:
        """Say whether a verb is passive: a passive auxiliary, or a bare participle after a noun."""
        if any(c.dep_ in {"aux:pass", "auxpass", "nsubj:pass", "nsubjpass"} for c in verb.children):
            return True
        if any(c.lemma_ == "have" and c.i < verb.i for c in verb.children):
            return False
        if verb.tag_ == "VBN" and self._stands_behind_be(verb):
            return True
        return verb.tag_ == "VBN" and verb.dep_ in self.labels.participial_clause | _MODIFIERS

    def _stands_behind_be(self, verb: Token) -> bool:
        """Say whether "be" stands before a participle, adverbs and prefixes between: "was re-elected"."""
        i, least = verb.i - 1, self.bounds[verb.i][0]
        while i >= least and (word_class(self.doc[i]) == "ADV" or self.doc[i].lower_ in {"-", "re"}):
            i -= 1
        return i >= least and self.doc[i].lemma_ == "be"

    def grammatical_subject(self, verb: Token) -> list[Range]:
        """Return the phrase of a verb's subject, its own or the one it shares."""
        if verb.tag_ in _FINITE and not any(
            c.dep_ in self.labels.subject and c.i < verb.i for c in verb.children
        ):
            nearest = self.nearest_before(verb)
            if any(self.people(start, end) for start, end in nearest):
                return nearest
        for _ in range(_STEPS):
            subject = next((c for c in verb.children if c.dep_ in self.labels.subject and c.i < verb.i), None)
            if subject is not None and self._opens(subject, verb):
                return self.nearest_before(verb)
            if subject is not None:
                if subject.lower_ in RELATIVE:
                    return self.antecedent(subject, verb)
                return self._nearer(self.run_from(subject, verb.i), verb)
            head = verb.head
            borrowed = verb.dep_ in self.labels.open_complement and verb.tag_ in _FINITE
            if head.i == verb.i or borrowed or verb.dep_ in self.labels.clausal_complement:
                return self.nearest_before(verb)  # who reports is not who acts
            infinitive = any(c.lower_ == "to" and c.i < verb.i for c in verb.children)
            if verb.dep_ in self.labels.relative_clause | self.labels.participial_clause and not infinitive:
                return [self.run_from(head, verb.i)]
            if verb.dep_ in self.labels.open_complement:
                controlled = next(
                    (c for c in head.children if c.dep_ in self.labels.object and c.i < verb.i), None
                )
                if controlled is not None and self.cast.at(controlled.i):
                    return [self.run_from(controlled, verb.i)]
            verb = head
        return []

    def _opens(self, subject: Token, verb: Token) -> bool:
        """Say whether what the parse calls a subject only opens the clause: "During a call, both had"."""
        if opening(subject) not in OPENERS:
            return False
        return any(t.text == "," for t in self.doc[subject.i + 1 : verb.i])

    def _nearer(self, subject: Range, verb: Token) -> list[Range]:
        """Return a subject's phrase; if it names nobody, the person right before the verb.

        "Agencies in Moscow report President Putin told" is Putin's telling whatever the parse says.
        """
        if not any(p.kind == "person" for p in self.cast.within(*subject)):
            nearest = self.nearest_before(verb)
            if any(p.kind == "person" for r in nearest for p in self.cast.within(*r)):
                return nearest
        return [self._with_first(subject, self.bounds[verb.i][0])]

    def _with_first(self, subject: Range, least: int) -> Range:
        """Return a phrase with the names joined to it that open its sentence: "Blinken and Kuleba held"."""
        start, end = subject
        while start - 2 >= least and self.doc[start - 1].lower_ in {"and", ","}:
            comma = self.doc[start - 2].text == "," and start - 3 >= least  # ", and"
            here = self.cast.at(start - 3 if comma else start - 2)
            if not here or any(word_class(t) in {"VERB", "AUX"} for t in self.doc[least:start]):
                break
            start = min(p.start for p in here)
        return start, end

    def nearest_before(self, verb: Token) -> list[Range]:
        """Return the names that end right before a verb the parse gives no subject."""
        i, least = verb.i - 1, self.bounds[verb.i][0]
        while i >= least and word_class(self.doc[i]) in {"AUX", "ADV", "PART"}:
            i -= 1
        if i > least and self.doc[i].text in _DASHES:
            i -= 1  # "Putin and Aliyev, respectively -- are planning"
            while i > least and (self.doc[i].text == "," or word_class(self.doc[i]) == "ADV"):
                i -= 1
        elif i > least and self.doc[i].text == ",":
            # "Albanese, who had been there in March, will travel": on over the clause between commas.
            short = next((j for j in range(i - 1, max(least, i - 5), -1) if self.doc[j].text == ","), None)
            opener = next((j for j in range(i - 1, least, -1) if self.doc[j].lower_ in RELATIVE), least)
            if short is not None:
                i = short - 1  # "Kim Jong Un, right, meets"
            else:
                i = opener - 2 if opener > least and self.doc[opener - 1].text == "," else least - 1
        here = self.cast.at(i) if i >= least else []
        return [(self.left_of(min(p.start for p in here), least), i + 1)] if here else []

    def antecedent(self, pronoun: Token, verb: Token) -> list[Range]:
        """Return the phrase a relative pronoun takes up: the names before it, else what it hangs on."""
        for i in range(pronoun.i - 1, max(self.bounds[pronoun.i][0], pronoun.i - 3) - 1, -1):
            here = self.cast.at(i)
            if here:
                start = min(p.start for p in here)
                several = any(t.lower_ in {"are", "were", "have"} for t in (verb, *verb.children))
                return [(self.left_of(start, self.bounds[i][0]) if several else start, i + 1)]
        return [self.run_from(verb.head, pronoun.i)] if verb.head.i < pronoun.i else []

    # -- nouns ------------------------------------------------------------------------------

    def poss(self, trigger: Trigger) -> list[Range]:
        """Return the phrase before 's, or the possessive pronoun ("his visit")."""
        start = self.bounds[trigger.token.i][0]
        for i in range(trigger.token.i - 1, max(start, trigger.token.i - 7) - 1, -1):
            token = self.doc[i]
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

    def clause(self, noun: Token) -> Token | None:
        """Return the verb whose clause a noun stands in; of an insertion between commas, the one before."""
        here, verb = noun, None
        for _ in range(_STEPS):
            if here.head.i == here.i:
                break
            here = here.head
            if word_class(here) in {"VERB", "AUX"}:
                verb = here
                break
        if verb is None and opening(noun):
            rest = self.doc[noun.i + 1 : min(self.bounds[noun.i][1], noun.i + REACH)]
            return next((t for t in rest if t.tag_ in _FINITE), None)  # the parse broke the sentence
        if verb is None or verb.i < noun.i:
            return verb
        left = list(self.doc[max(self.bounds[noun.i][0], noun.i - REACH) : noun.i])
        while left and word_class(left[-1]) not in {"ADP", "VERB", "PUNCT"}:
            left.pop()
        if len(left) > 2 and left[-2].text == ",":
            return next((t for t in reversed(left) if t.tag_ in _FINITE), verb)
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

    # -- prepositions -----------------------------------------------------------------------

    def behind(self, trigger: Trigger, preposition: str) -> list[Range]:
        """Return the phrases behind a preposition of the trigger, or of the verb that carries it."""
        found = self.behind_token(trigger.token, preposition)
        if not found and trigger.held is not None:
            found = self.behind_token(trigger.held, preposition)
        verb = trigger.verb if trigger.verb is not None and trigger.verb.i != trigger.token.i else None
        if not found and verb is not None and not (trigger.occurs and preposition == "by"):
            found = self.behind_token(verb, preposition)
        return found

    def behind_token(self, token: Token, preposition: str) -> list[Range]:
        """Return the phrases behind a preposition after a word: by position, else by the parse."""
        for i in range(token.i + 1, min(self.bounds[token.i][1], token.i + REACH)):
            other = self.doc[i]
            if preposition == "of" and i > token.i + 1:
                break  # "an official visit at the invitation of Wang Yi" is not Wang's
            if other.lower_ == preposition and word_class(other) in {"ADP", "PART", "SCONJ"}:
                following = self.doc[i + 1] if i + 1 < self.bounds[token.i][1] else None
                if following is not None and (
                    word_class(following) not in {"VERB", "AUX"} or following.tag_ == "VBN"
                ):
                    return [(i + 1, self.run(i + 1))]
                break
            clause = word_class(other) in {"VERB", "AUX", "SCONJ"} and other.text.islower()
            if clause or other.lower_ in RELATIVE or other.text in ";:":
                break
            if i in self.triggers and word_class(other) in {"NOUN", "PROPN"}:
                break
        return [
            self.run_from(noun)
            for found, noun in prepositional(token)
            if found == preposition and noun.i not in self.timex_tokens
        ]


_FINDERS = {
    "subject": Phrases.subject,
    "object": Phrases.object,
    "poss": Phrases.poss,
    "before": Phrases.before,
    "company": Phrases.company,
    "present": Phrases.present,
    "other": Phrases.other,
    "visitor": Phrases.visitor,
    "stayer": Phrases.stayer,
    "gathered": Phrases.gathered,
    "beside": Phrases.beside,
}
