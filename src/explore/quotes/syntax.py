"""What the quotes component asks of a parse, worked out once per doc."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.attrs import DEP, ENT_TYPE, IDX, IS_SPACE, LEMMA, LENGTH, LOWER, POS, SENT_START, TAG

from explore.columns import heads_of, numbers_of, text_of, words_of
from explore.language import labels, paragraph_spans
from explore.quotes.lexicon import occasion_nouns
from explore.quotes.unclosed import closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from explore.article import Paragraph
    from explore.language import Labels
    from explore.quotes.marks import Run

_DEEPEST = 40
_MARK_BEFORE = re.compile(r"[\"”’'»][\s,]*$")
_ENDS = frozenset(",.!?…")
_MARK_AFTER = re.compile(r"[\s,:]*[\"“‘'«]")


@dataclass(frozen=True, slots=True)
class TokenRun:
    """A run in marks with its tokens, `begin` to `end`, end exclusive.

    Attributes
    ----------
    root : int
        The token of the run that the others hang on.
    begins_paragraph : bool
        True where nothing stands before it.
    """

    run: Run
    begin: int
    end: int
    root: int
    begins_paragraph: bool


class Syntax:
    """The parse of a doc as plain lists, and where its paragraphs, sentences and runs in marks lie."""

    def __init__(self, doc: Doc, runs: Sequence[Run]) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.labels: Labels = labels(doc)
        self.paragraphs: Sequence[Paragraph] = paragraph_spans(doc)
        self.starts = numbers_of(doc, IDX)
        self.ends = [
            start + length for start, length in zip(self.starts, numbers_of(doc, LENGTH), strict=True)
        ]
        self.heads = heads_of(doc)
        self.deps, self.tags = words_of(doc, DEP), words_of(doc, TAG)
        self.pos, self.lower = words_of(doc, POS), words_of(doc, LOWER)
        self.lemmas = [
            lemma.lower() or word for lemma, word in zip(words_of(doc, LEMMA), self.lower, strict=True)
        ]
        self.spaces = [bool(space) for space in numbers_of(doc, IS_SPACE)]
        self.timed = [label in ("DATE", "TIME") for label in words_of(doc, ENT_TYPE)]
        self.children: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)
        self.paragraph_of = self._paragraph_of()
        self.sentences = self._sentences()
        self.runs = [found for run in runs if (found := self._located(closed(self, run)))]
        self.inside = self._inside()
        self._free()

    def _sentences(self) -> list[int]:
        """Return the number of each token's sentence: a paragraph ends one, a word or a comma does not."""
        found, number, paragraph, last = [], -1, -1, "."
        for i, (start, place) in enumerate(
            zip(numbers_of(self.doc, SENT_START), self.paragraph_of, strict=True)
        ):
            begins = start == 1 and not (last[-1].isalnum() or last == ",")
            number += begins or place != paragraph
            paragraph, last = place, last if self.spaces[i] else self.lower[i]
            found.append(number)
        return found

    def _paragraph_of(self) -> list[int]:
        begins = [p.start_char for p in self.paragraphs]
        return [max(0, bisect_right(begins, start) - 1) for start in self.starts]

    def _located(self, run: Run) -> TokenRun | None:
        begin, end = self.tokens(run.start, run.end)
        while begin < end and not any(c.isalnum() for c in self.lower[begin]):
            begin += 1
        while end > begin and not any(c.isalnum() for c in self.lower[end - 1]):
            end -= 1
        if begin >= end:
            return None
        begins = not self.text[self.paragraphs[run.paragraph].start_char : run.left].strip()
        return TokenRun(run, begin, end, self.root(begin, end), begins)

    def _inside(self) -> list[int]:
        """Return for each token the place of the outer run it stands in, or -1."""
        found = [-1] * len(self.starts)
        for place, run in enumerate(self.runs):
            if not run.run.nested:
                found[run.begin : run.end] = [place] * (run.end - run.begin)
        return found

    @cached_property
    def sentence_begins(self) -> list[int]:
        """The first token of each sentence, and the number of tokens."""
        numbers = self.sentences
        begins = [i for i, number in enumerate(numbers) if i == 0 or number != numbers[i - 1]]
        return [*begins, len(numbers)]

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the tokens of the sentence around a token, within its paragraph."""
        number = self.sentences[i]
        return self.sentence_begins[number], self.sentence_begins[number + 1]

    def trimmed(self, begin: int, end: int) -> tuple[int, int] | None:
        """Return a stretch without punctuation at its edges; None if no word is left."""
        while begin < end and not any(c.isalnum() for c in self.lower[begin]):
            begin += 1
        while end > begin and not any(c.isalnum() for c in self.lower[end - 1]):
            end -= 1
        last = len(self.lower) - 1
        while begin < end < last and self.lower[end] == "-" and self.starts[end] == self.ends[end - 1]:
            # Not in the middle of "de-escalate".
            end += 2
        return (begin, end) if begin < end else None

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """The leftmost and rightmost token of each token's subtree."""
        return [t.left_edge.i for t in self.doc], [t.right_edge.i for t in self.doc]

    def _free(self) -> None:
        """Hang what follows a whole saying on what stands outside: “Yes,” he said on Monday, adding that."""
        adverbial = self.labels.oblique | self.labels.adverbial_clause
        for i, head in enumerate(self.heads):
            run = self.inside[head]
            if self.inside[i] >= 0 or run < 0 or self.deps[i] not in adverbial or not self._is_whole(run, i):
                continue
            above = next((a for a in self.path(i) if self.inside[a] < 0), i)
            if above != i:
                self._hang(i, above)
        for i, head in enumerate(self.heads):
            cue = self.heads[head]
            if cue < i < head and self.deps[head] in self.labels.clausal_complement and self._is_setting(i):
                self._hang(i, cue)

    def _hang(self, i: int, head: int) -> None:
        self.children[self.heads[i]].remove(i)
        self.heads[i] = head
        self.children[head].append(i)

    def _is_setting(self, i: int) -> bool:
        """Say whether an occasion stands between commas: "told him, in a call on Monday, the ban stays"."""
        if self.deps[i] not in self.labels.oblique or self.lower[i] not in occasion_nouns():
            return False
        first, last = self.doc[i].left_edge.i, self.doc[i].right_edge.i
        behind = min(last + 1, len(self.lower) - 1)
        return "," in self.lower[max(0, first - 1) : first + 1] and "," in (
            self.lower[last],
            self.lower[behind],
        )

    def _is_whole(self, run: int, i: int) -> bool:
        """Say whether a run in marks before a token ends like a sentence or with the comma before its cue."""
        end = self.runs[run].end
        return end <= i and bool(_ENDS & set(self.lower[end - 1 : end + 2]))

    def tokens(self, start_char: int, end_char: int) -> tuple[int, int]:
        """Return the tokens, begin and end, that touch a stretch of characters."""
        begin = bisect_right(self.ends, start_char)
        return begin, max(begin, bisect_left(self.starts, end_char))

    def is_word(self, i: int) -> bool:
        """Say whether a token has a letter or a digit."""
        return any(c.isalnum() for c in self.lower[i])

    def root(self, begin: int, end: int) -> int:
        """Return the token of a stretch whose head lies outside; the one that spans most of it."""
        tops = [
            i
            for i in range(begin, end)
            if not begin <= self.heads[i] < end or self.heads[i] == i
            if self.pos[i] not in ("PUNCT", "SPACE")
        ]
        left, right = self.edges
        return max(tops, key=lambda i: (min(right[i], end) - max(left[i], begin), -i), default=begin)

    def after_mark(self, i: int) -> bool:
        """Say whether a token stands right after a closing mark or a comma."""
        before = self.text[max(0, self.starts[i] - 4) : self.starts[i]].rstrip()
        return before.endswith((",", "?", "!")) or bool(_MARK_BEFORE.search(before))

    def beside_mark(self, i: int) -> bool:
        """Say whether a token stands right before or after a quotation mark or the comma at it."""
        text = self.text
        return bool(
            _MARK_BEFORE.search(text[max(0, self.starts[i] - 4) : self.starts[i]])
            or _MARK_AFTER.match(text[self.ends[i] : self.ends[i] + 4])
        )

    def path(self, i: int) -> list[int]:
        """Return the heads above a token, nearest first."""
        found: list[int] = []
        while self.heads[i] != i and len(found) < _DEEPEST:
            i = self.heads[i]
            found.append(i)
        return found

    def child(self, i: int, deps: frozenset[str]) -> int | None:
        """Return the first child of a token by one of these relations."""
        return next((c for c in self.children[i] if self.deps[c] in deps), None)
