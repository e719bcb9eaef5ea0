"""The phrases behind a preposition: "talks with Putin", "met on Monday with Xi"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.runs import REACH, Range
from explore.events.subjects import Subjects
from explore.events.wordclass import word_class
from explore.events.words import RELATIVE, TOPICS
from explore.language.labels import preposition as preposition_of
from explore.language.labels import prepositional

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from explore.events.triggers import Trigger
    from explore.events.who import Cast


class Behind(Subjects):
    """The phrases behind the prepositions of a doc's words."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        timex_tokens: frozenset[int],
        triggers: frozenset[int],
        bounds: list[Range],
    ) -> None:
        super().__init__(doc, cast, timex_tokens, triggers, bounds)
        # What stands and what hangs behind a word, by its token: asked for many prepositions.
        self._behind: dict[int, tuple[dict[str, int], list[tuple[str, Token]]]] = {}

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
        if token.i not in self._behind:
            self._behind[token.i] = (self._following(token), prepositional(token))
        following, hanging = self._behind[token.i]
        i = following.get(preposition)
        if i is not None and not (preposition == "of" and i > token.i + 1):
            # "An official visit at the invitation of Wang Yi" is not Wang's.
            first = self.doc[i + 1] if i + 1 < self.bounds[token.i][1] else None
            if preposition == "between" and self._is_of_topic(token, i):
                return []
            if first is not None and (word_class(first) not in {"VERB", "AUX"} or first.tag_ == "VBN"):
                return [(i + 1, self.run(i + 1))]
        return [
            self.run_from(noun)
            for found, noun in hanging
            if found == preposition and noun.i not in self.timex_tokens
        ]

    def _is_of_topic(self, token: Token, i: int) -> bool:
        """Say whether a preposition hangs on what it was about: "left the summit over the row between"."""
        word = self.doc[i]
        above = word.head if word.dep_ == "prep" else word.head.head
        return token.i < above.i < i and above.pos_ == "NOUN" and preposition_of(above) in TOPICS

    def _following(self, token: Token) -> dict[str, int]:
        """Return where each preposition first stands behind a word, up to the next clause or event."""
        found: dict[str, int] = {}
        for i in range(token.i + 1, min(self.bounds[token.i][1], token.i + REACH)):
            other = self.doc[i]
            kind, said = word_class(other), other.lower_
            if kind in {"ADP", "PART", "SCONJ"}:
                found.setdefault(said, i)
            clause = kind in {"VERB", "AUX", "SCONJ"} and other.text.islower() and said != "with"
            if clause or said in RELATIVE or other.text in ";:":
                break
            if i in self.triggers and kind in {"NOUN", "PROPN"}:
                break
        return found
