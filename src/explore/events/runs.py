"""How far a noun phrase runs: lists and long titles stay together.

Parsers attach the parts of "Prime Minister of Poland Mateusz Morawiecki, Deputy Prime Minister …" in
many ways; read as a run of words it is one stretch, up to the next verb or preposition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.wordclass import word_class
from explore.events.words import DELEGATES, INSIDE, LINK, RELATIVE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from explore.events.who import Cast

Range = tuple[int, int]

NOMINAL = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "SYM", "X"}
REACH = 60
_DASHES = frozenset({"-", "–", "—"})


class Runs:
    """Noun phrases of a doc as ranges of tokens."""

    def __init__(self, doc: Doc, cast: Cast, timex_tokens: frozenset[int], bounds: list[Range]) -> None:
        self.doc, self.cast = doc, cast
        self.timex_tokens, self.bounds = timex_tokens, bounds

    def run_from(self, head: Token, limit: int | None = None) -> Range:
        """Return the phrase around a head word: back to its left edge, then on as a run."""
        start = self.left_of(head.i, max(head.left_edge.i, self.bounds[head.i][0]))
        start = min([start, *(p.start for p in self.cast.at(head.i))])  # a name the parse broke up is whole
        return start, self.run(start, limit)

    def left_of(self, i: int, least: int) -> int:
        """Return where the phrase that holds a token begins."""
        while i > least:
            before = self.doc[i - 1]
            if before.text in _DASHES and i >= 2 and self.doc[i - 2].whitespace_:
                break  # "9 August, Newswire – President": what stands before has ended
            inside = self.cast.at(i - 1)
            if not (
                inside or self.is_nominal(i - 1) or before.lower_ in LINK or before.text in {"’s", "'s", "-"}
            ):
                break
            i -= 1
        while i < least + REACH and self.doc[i].lower_ in LINK:
            i += 1
        return i

    def is_nominal(self, i: int) -> bool:
        """Say whether a token can be of a noun phrase, and is of no time expression."""
        token = self.doc[i]
        return (word_class(token) in NOMINAL or token.tag_ == "PRP$") and i not in self.timex_tokens

    def run(self, start: int, limit: int | None = None) -> int:
        """Return where the noun phrase that begins at a token ends: lists and titles stay together."""
        end, stop = start, min(limit or len(self.doc), self.bounds[start][1], start + REACH)
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
            retired = token.tag_ == "VBN" and end == start  # "with retired General Mattis"
            if self.is_nominal(end) or token.lower_ in INSIDE or retired:
                end += 1
            elif word_class(token) == "PRON" and end == start:
                return end + 1
            elif (
                (token.lower_ in LINK or (token.lower_ == "from" and self.doc[end - 1].lower_ in DELEGATES))
                and end + 1 < stop
                and self._titled(end + 1)
            ):
                # "leaders from ASEAN"
                end += 1
            else:
                break
        # "met with Xi, Russia said": what stands between the comma and a verb is another subject.
        if (
            comma is not None
            and end < stop
            and word_class(self.doc[end]) in {"VERB", "AUX"}
            and comma > start
        ):
            return comma
        return end

    def _titled(self, i: int) -> bool:
        token = self.doc[i]
        after = self.doc[i + 1] if i + 1 < len(self.doc) else token
        return (
            token.text[:1].isupper()
            or i in self.cast.covered
            or after.text[:1].isupper()
            or word_class(token) == "DET"
        )
