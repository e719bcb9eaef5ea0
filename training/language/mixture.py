"""What the network sees next: pieces of one to ten sentences, drawn from all sources by their share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.training import Example
from training.language.coordination import with_conjunct
from training.language.sentence import Sentence, make_doc
from training.language.variants import vary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from spacy.language import Language
    from training.language.renaming import Renamer


@dataclass(slots=True)
class Source:
    """Sentences of one corpus and how large a share of the words they make up."""

    name: str
    sentences: list[Sentence]
    share: float
    longest: int = 10
    renamed: bool = False
    _left: list[list[Sentence]] = field(default_factory=list)

    def next_piece(self, rng: Random) -> list[Sentence]:
        """Return the next piece; all pieces come once before any comes again."""
        if not self._left:
            self._left = list(pieces(self.sentences, rng, self.longest))
            rng.shuffle(self._left)
        return self._left.pop()


def pieces(sentences: list[Sentence], rng: Random, longest: int = 10) -> Iterator[list[Sentence]]:
    """Yield runs of one to ten consecutive sentences of one document."""
    start = 0
    while start < len(sentences):
        size, stop = rng.randint(1, longest), start + 1
        while stop < len(sentences) and stop - start < size and not sentences[stop].starts_document:
            stop += 1
        yield sentences[start:stop]
        start = stop


def breaks(sentences: list[Sentence], rng: Random) -> list[str]:
    """Return the white space before each sentence: newlines at three of four new paragraphs."""
    return [
        rng.choice(("\n\n", "\n\n", "\n")) if i and s.starts_paragraph and rng.random() < 0.75 else ""
        for i, s in enumerate(sentences)
    ]


def examples(nlp: Language, sources: list[Source], rng: Random, renamer: Renamer) -> Iterator[Example]:
    """Yield training examples for ever; the sources keep to their shares of the words."""
    seen = {source.name: 0.0 for source in sources}
    while True:
        source = min(sources, key=lambda s: seen[s.name] / s.share)
        piece = source.next_piece(rng)
        seen[source.name] += sum(len(s.words) for s in piece)
        if source.renamed:
            piece = [renamer.rename(s, rng) for s in piece]
        if piece[0].heads is not None and piece[0].names is None:
            piece = [
                with_conjunct(s, renamer.person(rng.random() < 0.7, rng), rng) if rng.random() < 0.5 else s
                for s in piece
            ]
        varied = vary(piece, rng)
        reference = make_doc(nlp.vocab, varied, breaks(varied, rng))
        yield Example(nlp.make_doc(reference.text), reference)
