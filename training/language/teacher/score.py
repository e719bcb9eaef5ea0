"""How good teachers are from raw text: python -m training.language.teacher.score DATA ENCODER TREES NAMES.

What the pipeline could reach at most by learning from them, by the measure of `benchmarks.language`. Tokens
and sentences are those of the shipped pipeline, tags, trees and names the teachers'.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from benchmarks.language import names, trees
from benchmarks.language.__main__ import NAMES, TREEBANKS
from spacy.tokens import Doc, Span
from training.language.sentence import Sentence
from training.language.teacher.answers import name, parse
from training.language.teacher.encoder import read_pieces
from training.language.teacher.network import load

from explore.language import load_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Reader:
    """Reads text like a pipeline: the shipped one's tokens and sentences, the teachers' answers."""

    def __init__(self, encoder: Path, parser: Path, namer: Path) -> None:
        self.pieces = read_pieces(encoder)
        self.parser, self.namer = load(parser), load(namer)
        self.nlp = load_language()

    def pipe(self, texts: Iterable[str], batch_size: int | None = None) -> Iterator[Doc]:
        """Yield a doc for each text; `batch_size` is there because a pipeline has it."""
        docs = list(self.nlp.pipe(texts, batch_size=batch_size))
        places = [[t.i for t in sent if not t.is_space] for doc in docs for sent in doc.sents]
        owners = [doc for doc in docs for _ in doc.sents]
        kept = [i for i, row in enumerate(places) if row]
        sentences = [_sentence(owners[i], places[i]) for i in kept]
        parsed = dict(zip(kept, parse(self.parser, self.pieces, sentences), strict=True))
        named = dict(zip(kept, name(self.namer, self.pieces, sentences), strict=True))
        answers: dict[int, list[tuple[list[int], Sentence, Sentence]]] = {}
        for i in kept:
            answers.setdefault(id(owners[i]), []).append((places[i], parsed[i], named[i]))
        for doc in docs:
            yield _answered(doc, answers.get(id(doc), []))


def _sentence(doc: Doc, places: list[int]) -> Sentence:
    return Sentence(tuple(doc[i].text for i in places), tuple(bool(doc[i].whitespace_) for i in places))


def _answered(doc: Doc, answers: list[tuple[list[int], Sentence, Sentence]]) -> Doc:
    """Return a copy of a doc with the teachers' answers in place of its own; white space hangs as before."""
    tags, pos, deps = ([getattr(t, layer) for t in doc] for layer in ("tag_", "pos_", "dep_"))
    heads = [t.head.i for t in doc]
    spans = []
    for places, tree, named in answers:
        for k, i in enumerate(places):
            tags[i], pos[i] = tree.tags[k], tree.pos[k]  # type: ignore[index]
            deps[i], heads[i] = tree.deps[k], places[tree.heads[k]]  # type: ignore[index]
        spans += [(places[a], places[b - 1] + 1, label) for a, b, label in named.names or ()]
    new = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=tags,
        pos=pos,
        deps=deps,
        heads=heads,
        lemmas=[t.lemma_ for t in doc],
    )
    new.set_ents([Span(new, a, b, label=label) for a, b, label in spans])
    return new


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("trees", type=Path)
    parser.add_argument("names", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    reader = Reader(args.encoder, args.trees, args.names)
    for title, file in TREEBANKS.items():
        found = trees.scores(reader, args.data / "treebanks" / f"{file}.conllu")  # type: ignore[arg-type]
        print(title, {k: round(v, 1) for k, v in found.items()}, flush=True)
    for title, (file, word, tag) in NAMES.items():
        found = names.scores(reader, names.read(args.data / "names" / file, word, tag))  # type: ignore[arg-type]
        print(title, {k: round(v, 1) for k, v in found.items()}, flush=True)
    gold = names.read_gum(args.data / "treebanks/en_gum-test.conllu")
    found = names.scores(reader, gold, names.FINE)  # type: ignore[arg-type]
    print("GUM, all kinds", {k: round(v, 1) for k, v in found.items()}, flush=True)


if __name__ == "__main__":
    main()
