"""Noun phrases around a trigger: who stands in which grammatical place.

The parse says where a phrase begins; how far it runs is read from the words, because parsers
attach the parts of long titles ("Prime Minister of Poland Mateusz Morawiecki") in many ways.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.words import RELATIVE
from explore.language.labels import labels, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from explore.events.triggers import Trigger
    from explore.events.who import Cast, Party

_NOMINAL = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "SYM", "X"}
_INSIDE = {
    ",",
    "-",
    "–",
    "(",
    ")",
    "’s",
    "'s",
    "’",
    "'",
    "&",
    "/",
    "both",
    "as",
    "well",
    "[",
    "]",
    '"',
    "“",
    "”",
}
_LINK = {"of", "for"}
_REACH = 60

Range = tuple[int, int]


class Phrases:
    """The grammatical places of a doc's triggers, over its cast."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        timex_tokens: frozenset[int],
        triggers: frozenset[int],
        bounds: list[Range],
    ) -> None:
        self.doc, self.cast, self.labels = doc, cast, labels(doc)
        self.timex_tokens, self.triggers, self.bounds = timex_tokens, triggers, bounds

    def parties(self, trigger: Trigger, places: tuple[str, ...]) -> list[Party]:
        """Return who stands in any of the grammatical places of a trigger."""
        found: list[Party] = []
        for place in places:
            for start, end in self.ranges(trigger, place):
                found += self.people(start, end)
        return found

    def people(self, start: int, end: int) -> list[Party]:
        """Return the actors of a phrase: persons if it names any, else who else it names."""
        named = self.cast.within(start, end)
        persons = [p for p in named if p.kind == "person"]
        return persons or named

    def ranges(self, trigger: Trigger, place: str) -> list[Range]:
        """Return the token ranges of the phrases in one grammatical place."""
        if place in _FINDERS:
            return _FINDERS[place](self, trigger)
        return self.behind(trigger, place)

    # -- verbs ------------------------------------------------------------------------------

    def subject(self, trigger: Trigger) -> list[Range]:
        """Return the phrase of the one who acts: the subject, or "by" of a passive."""
        verb = trigger.verb
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
        while start < self.bounds[verb.i][1] and self.doc[start].pos_ in {"ADV"}:
            start += 1
        if start < self.bounds[verb.i][1] and self._nominal(start):
            return [(start, self.run(start))]
        return []

    def is_passive(self, verb: Token) -> bool:
        """Say whether a verb is passive: a passive auxiliary, or a bare participle after a noun."""
        if any(c.dep_ in {"aux:pass", "auxpass", "nsubj:pass", "nsubjpass"} for c in verb.children):
            return True
        return verb.tag_ == "VBN" and not any(c.lemma_ == "have" and c.i < verb.i for c in verb.children)

    def grammatical_subject(self, verb: Token) -> list[Range]:
        """Return the phrase of a verb's subject, its own or the one it shares."""
        for _ in range(4):
            subject = next((c for c in verb.children if c.dep_ in self.labels.subject and c.i < verb.i), None)
            if subject is not None:
                if subject.lower_ in RELATIVE:
                    return self.antecedent(subject, verb)
                return [self.run_from(subject, verb.i)]
            head = verb.head
            if head.i == verb.i:
                return self.nearest_before(verb)
            if verb.dep_ in self.labels.relative_clause | self.labels.participial_clause:
                return [self.run_from(head, verb.i)]
            if verb.dep_ in self.labels.open_complement:
                controlled = next(
                    (c for c in head.children if c.dep_ in self.labels.object and c.i < verb.i), None
                )
                if controlled is not None and self.cast.at(controlled.i):
                    return [self.run_from(controlled, verb.i)]
            verb = head
        return []

    def nearest_before(self, verb: Token) -> list[Range]:
        """Return the name that ends right before a verb the parse gives no subject."""
        i = verb.i - 1
        while i >= self.bounds[verb.i][0] and self.doc[i].pos_ in {"AUX", "ADV", "PART"}:
            i -= 1
        here = self.cast.at(i) if i >= self.bounds[verb.i][0] else []
        return [(min(p.start for p in here), i + 1)] if here else []

    def antecedent(self, pronoun: Token, verb: Token) -> list[Range]:
        """Return the phrase a relative pronoun takes up: the name before it, else what it hangs on."""
        for i in range(pronoun.i - 1, max(self.bounds[pronoun.i][0], pronoun.i - 3) - 1, -1):
            here = self.cast.at(i)
            if here:
                return [(min(p.start for p in here), i + 1)]
        return [self.run_from(verb.head, pronoun.i)] if verb.head.i < pronoun.i else []

    # -- nouns ------------------------------------------------------------------------------

    def poss(self, trigger: Trigger) -> list[Range]:
        """Return the phrase before 's, or the possessive pronoun ("his visit")."""
        start = self.bounds[trigger.token.i][0]
        for i in range(trigger.token.i - 1, max(start, trigger.token.i - 7) - 1, -1):
            token = self.doc[i]
            if token.tag_ == "PRP$":
                return [(i, i + 1)]
            if token.tag_ == "POS" or token.text in {"’s", "'s", "’", "'"}:
                return [(self._left(i - 1, start), i)]
            if token.pos_ not in _NOMINAL and token.text not in {"-", ",", "–"}:
                break
        return []

    def before(self, trigger: Trigger) -> list[Range]:
        """Return the modifiers before a noun ("Trump-Putin call", "Russian-Indian talks")."""
        i = trigger.token.i - 1
        while i >= self.bounds[trigger.token.i][0]:
            token = self.doc[i]
            if token.pos_ not in {"ADJ", "NOUN", "PROPN", "NUM"} and token.text not in {"-", "–"}:
                break
            i -= 1
        return [(i + 1, trigger.token.i)] if i + 1 < trigger.token.i else []

    # -- prepositions -----------------------------------------------------------------------

    def behind(self, trigger: Trigger, preposition: str) -> list[Range]:
        """Return the phrases behind a preposition of the trigger, or of the verb that carries it."""
        found = self.behind_token(trigger.token, preposition)
        if not found and trigger.verb is not None and trigger.verb.i != trigger.token.i:
            found = self.behind_token(trigger.verb, preposition)
        return found

    def behind_token(self, token: Token, preposition: str) -> list[Range]:
        """Return the phrases behind a preposition after a word: by position, else by the parse."""
        for i in range(token.i + 1, min(self.bounds[token.i][1], token.i + _REACH)):
            other = self.doc[i]
            if other.lower_ == preposition and other.pos_ in {"ADP", "PART", "SCONJ"}:
                if i + 1 < self.bounds[token.i][1] and self.doc[i + 1].pos_ not in {"VERB", "AUX"}:
                    return [(i + 1, self.run(i + 1))]
                break
            if other.pos_ in {"VERB", "AUX", "SCONJ"} or other.lower_ in RELATIVE or other.text in ";:":
                break
            if i in self.triggers and other.pos_ in {"NOUN", "PROPN"}:
                break
        return [
            self.run_from(noun)
            for found, noun in prepositional(token)
            if found == preposition and noun.i not in self.timex_tokens
        ]

    # -- runs -------------------------------------------------------------------------------

    def run_from(self, head: Token, limit: int | None = None) -> Range:
        """Return the phrase around a head word: back to its left edge, then on as a run."""
        start = self._left(head.i, max(head.left_edge.i, self.bounds[head.i][0]))
        return start, self.run(start, limit)

    def _left(self, i: int, least: int) -> int:
        while i > least:
            before = self.doc[i - 1]
            inside = self.cast.at(i - 1)
            if not (
                inside or self._nominal(i - 1) or before.lower_ in _LINK or before.text in {"’s", "'s", "-"}
            ):
                break
            i -= 1
        while i < least + _REACH and self.doc[i].lower_ in _LINK:
            i += 1
        return i

    def _nominal(self, i: int) -> bool:
        token = self.doc[i]
        return (token.pos_ in _NOMINAL or token.tag_ == "PRP$") and i not in self.timex_tokens

    def run(self, start: int, limit: int | None = None) -> int:
        """Return where the noun phrase that begins at a token ends: lists and titles stay together."""
        end, stop = start, min(limit or len(self.doc), self.bounds[start][1], start + _REACH)
        comma = None
        while end < stop:
            if end in self.cast.covered:
                end = min(self.cast.covered[end], stop)
                continue
            token = self.doc[end]
            if token.text == ",":
                comma = end
            elif token.lower_ in {"and", "or"}:
                comma = None
            if token.lower_ in RELATIVE or end in self.timex_tokens:
                break
            if self._nominal(end) or token.lower_ in _INSIDE:
                end += 1
            elif token.pos_ == "PRON" and end == start:
                return end + 1
            elif token.lower_ in _LINK and end + 1 < stop and self._titled(end + 1):
                end += 1
            else:
                break
        # "met with Xi, Russia said": what stands between the comma and a verb is another subject.
        if comma is not None and end < stop and self.doc[end].pos_ in {"VERB", "AUX"} and comma > start:
            return comma
        return end

    def _titled(self, i: int) -> bool:
        token = self.doc[i]
        after = self.doc[i + 1] if i + 1 < len(self.doc) else token
        return (
            token.text[:1].isupper()
            or i in self.cast.covered
            or after.text[:1].isupper()
            or token.pos_ == "DET"
        )


_FINDERS = {
    "subject": Phrases.subject,
    "object": Phrases.object,
    "poss": Phrases.poss,
    "before": Phrases.before,
}
