"""A doc's tokens as lists, read once: asking spaCy for them one by one is what costs most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.attrs import DEP, ENT_TYPE, ORTH, TAG

from explore.actors.lexicon import word_list
from explore.actors.spelling import plain
from explore.columns import heads_of, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TITLE_CASE_SHARE, _TITLE_CASE_WORDS = 0.75, 4
_WEEKDAYS_AND_MONTHS = word_list("weekdays and months")


class Words:
    """The tokens of a doc.

    Attributes
    ----------
    text, low : list of str
        As written; and in lower case, plain.
    capital : list of bool
        Begins with a capital.
    tag, dep, entity : list of str
    head : list of int
    sentence : list of int
        The number of the sentence a token is in.
    bounds : list of (int, int)
        First and last token of each sentence, end exclusive.
    extent : list of (int, int) or None
        First and last token of the entity a token is in, end exclusive.
    shouted : set of int
        Sentences in title case or capitals, where a capital tells nothing.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = words_of(doc, ORTH)
        self.low = [
            (low if low.isascii() else plain(low).replace("’", "'") or low) for low in map(_lower, self.text)
        ]
        self.capital = [text[0].isupper() for text in self.text]
        self.tag, self.dep = words_of(doc, TAG), words_of(doc, DEP)
        self.head = heads_of(doc)
        self.entity = words_of(doc, ENT_TYPE)
        self.extent: list[tuple[int, int] | None] = [None] * len(doc)
        for entity in doc.ents:
            self.extent[entity.start : entity.end] = [(entity.start, entity.end)] * len(entity)
        self.bounds = self._sentences(doc)
        self.sentence = [0] * len(doc)
        for number, (start, end) in enumerate(self.bounds):
            for i in range(start, end):
                self.sentence[i] = number
        self.shouted = {n for n, bounds in enumerate(self.bounds) if self._is_shouted(*bounds)}

    def _sentences(self, doc: Doc) -> list[tuple[int, int]]:
        """Return the sentences; one that ends on no mark and no line is joined to the next."""
        if not doc.has_annotation("SENT_START"):
            return [(0, len(doc))]
        found: list[tuple[int, int]] = []
        for sent in doc.sents:
            last = found[-1][1] - 1 if found else -1
            if found and self.text[last][-1].isalnum() and not self.capital[last]:
                found[-1] = (found[-1][0], sent.end)
            else:
                found.append((sent.start, sent.end))
        return found

    def _is_shouted(self, start: int, end: int) -> bool:
        long = [
            self.capital[i] for i in range(start, end) if len(self.text[i]) > 3 and self.text[i].isalpha()
        ]
        marks = [self.text[i] for i in range(max(start, end - 3), end) if not self.text[i].isspace()]
        if marks and marks[-1] == ".":
            # Few headlines have a full stop: those of which every longer word has a capital, and many have.
            return len(long) > _TITLE_CASE_WORDS + 1 and all(long)
        return len(long) >= _TITLE_CASE_WORDS and sum(long) >= _TITLE_CASE_SHARE * len(long)

    def __len__(self) -> int:
        return len(self.text)

    def may_name(self, i: int) -> bool:
        """Say whether a token can be a word of a name."""
        return (
            self.capital[i]
            and self.low[i] not in _WEEKDAYS_AND_MONTHS
            and (self.text[i].replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha())
        )


def _lower(text: str) -> str:
    low = text.lower().replace("’", "'")
    return low.rstrip(".") or low
