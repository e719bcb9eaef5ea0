"""Who acts: the phrase of a verb's subject, its own, shared, relative, or right before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.forms import has_lemma
from explore.events.runs import Range, Runs
from explore.events.triggers import opening
from explore.events.wordclass import word_class
from explore.events.words import ENTOURAGE, NEGOTIATORS, OPENERS, RELATIVE, SENDS
from explore.language.labels import labels

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from explore.events.who import Cast, Party

_STEPS = 6
_TITLE = 6  # tokens before a name that may be of its title
FINITE = {"VBD", "VBZ", "VBP"}
_DASHES = {"--", "–", "—"}
_MODIFIERS = {"amod", "advcl", "dep"}


class Subjects(Runs):
    """The subjects of a doc's verbs, and whom a phrase names."""

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

    def people(self, start: int, end: int) -> list[Party]:
        """Return the actors of a phrase: persons and delegations if it names any, else who else it names."""
        named = [p for p in self.cast.within(start, end) if not self._owns(p, end) and not self._is_served(p)]
        persons = [p for p in named if p.kind == "person" and not self._in_title(p, named)]
        if not persons:
            return named
        return [p for p in named if p in persons or p.how == "delegation"]

    def _owns(self, party: Party, end: int) -> bool:
        """Say whether somebody only owns what the phrase is about: "his services", "Putin's spokesman"."""
        last = self.doc[party.end - 1]
        return party.end < end and (last.tag_ == "PRP$" or self.doc[party.end].text in {"'s", "’s", "'", "’"})

    def _is_served(self, party: Party) -> bool:
        """Say whether one of a person's circle is meant: "a top aide to Zelensky", "Trump aides"."""
        if party.kind != "person":
            served = party.start > 0 and any(p.kind == "person" for p in self.cast.at(party.start - 1))
            return served and self.doc[party.start].lower_ in ENTOURAGE
        name = self.doc[party.end - 1]
        noun = name.head if name.dep_ in self.labels.compound else name
        if party.end < len(self.doc) and self.doc[party.end].lower_ in ENTOURAGE:
            return True
        if party.how == "name" and noun.i >= party.end and noun.lower_ in ENTOURAGE:
            return True  # "a Trump trade envoy"
        i, least = party.start - 1, max(self.bounds[party.start][0], party.start - _TITLE)
        while i > least and word_class(self.doc[i]) in {"NOUN", "PROPN", "ADJ", "DET"}:
            i -= 1
        return i > least and self.doc[i].lower_ in {"to", "of", "for"} and self.doc[i - 1].lower_ in ENTOURAGE

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
        if verb.tag_ in FINITE and not any(
            c.dep_ in self.labels.subject and c.i < verb.i for c in verb.children
        ):
            nearest = self.nearest_before(verb)
            if any(self.people(start, end) for start, end in nearest):
                return [self._with_first(r, self.bounds[verb.i][0]) for r in nearest]
        for _ in range(_STEPS):
            left = [c for c in verb.children if c.dep_ in self.labels.subject and c.i < verb.i]
            # "Following talks, they agreed": what the parse takes for a clause as subject only opens it.
            subject = next((c for c in left if c.lower_ != "whom" and c.lower_ not in OPENERS), None)
            if subject is not None and self._opens(subject, verb):
                return self.nearest_before(verb)
            if subject is not None:
                if subject.lower_ in RELATIVE:
                    return self.antecedent(subject, verb)
                return self._nearer(self.run_from(subject, verb.i), verb)
            head = self._outside(verb)
            borrowed = verb.dep_ in self.labels.open_complement and verb.tag_ in FINITE
            if head.i == verb.i or borrowed or verb.dep_ in self.labels.clausal_complement:
                return self.nearest_before(verb)  # who reports is not who acts
            infinitive = any(c.lower_ == "to" and c.i < verb.i for c in verb.children)
            infinitive = infinitive and not self._is_in_headline(verb)
            sent = self.doc[max(verb.i - 2, 0)]
            if infinitive and sent.i < verb.i - 1 and has_lemma(sent, NEGOTIATORS):
                return [self.run_from(sent, verb.i)]  # "agreed to name teams to negotiate"
            if verb.dep_ in self.labels.relative_clause | self.labels.participial_clause and not infinitive:
                return [self.run_from(head, verb.i)]
            controlled = self._controller(verb)
            if controlled is not None:
                return [self.run_from(controlled, verb.i)]
            verb = head
        return []

    def _controller(self, verb: Token) -> Token | None:
        """Return who is made to act: "asked Blinken to travel", "sent an envoy to meet Wang"."""
        if verb.dep_ not in self.labels.open_complement and not has_lemma(verb.head, SENDS):
            return None
        objects = self.labels.object | self.labels.indirect_object
        found = next((c for c in verb.head.children if c.dep_ in objects and c.i < verb.i), None)
        return found if found is not None and self.cast.at(found.i) else None

    def actor(self, verb: Token | None) -> Token | None:
        """Return the subject of a verb in the active, its own or that of the verb it is joined to."""
        if verb is None or self.is_passive(verb):
            return None
        for here in (verb, verb.head):
            found = next((c for c in here.children if c.dep_ in self.labels.subject and c.i < verb.i), None)
            if found is not None:
                return None if found.lower_ in RELATIVE else found
            if verb.dep_ not in self.labels.conjunct | self.labels.open_complement:
                break
        return None

    def _outside(self, verb: Token) -> Token:
        """Return what a verb hangs on; who says the words, where the parse hangs it on a word in marks."""
        head = verb.head
        across = sum(t.is_quote for t in self.doc[min(head.i, verb.i) : max(head.i, verb.i)]) % 2
        return head.head if across and head.dep_ in self.labels.clausal_complement else head

    def _is_in_headline(self, verb: Token) -> bool:
        """Say whether an infinitive stands for a verb behind the first name: "Modi to meet Putin"."""
        here = self.cast.at(verb.head.i) if verb.head.dep_ == "ROOT" else []
        return bool(here) and max(p.end for p in here) == verb.i - 1

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
            named = self.cast.at(i - 1)
            if short is not None and any(p.start == short + 1 and p.end == i for p in named):
                i -= 1  # "his rival, Mitt Romney, travelled"
            elif short is not None:
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
