"""Gather the sentences that the network learns from: python -m training.language.texts DATA OUT.

Treebanks as they are. The corpora with names, which have no trees, cut into the tokens that our tokenizer
makes of them and with some of their names replaced; with another seed, by others. OUT gets a file a source.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from training.language.renaming import Renamer
from training.language.sentence import Sentence
from training.language.sources import name_sources
from training.language.store import write_sentences
from training.language.tokens import english

from explore.language import load_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

LONGEST = 120  # words in a sentence
TREEBANKS = ("ewt", "gum")


def tokenised(nlp: Language, sentence: Sentence) -> Sentence:
    """Return a sentence without its tree, cut into spaCy's tokens; a name that they cross is not known."""
    old = Doc(nlp.vocab, words=sentence.words, spaces=sentence.spaces)
    doc = nlp.make_doc(old.text)
    names, unsure = [], set()
    for a, b, label in sentence.names or ():
        span = doc.char_span(old[a].idx, old[b - 1].idx + len(old[b - 1]), alignment_mode="expand")
        exact = span.start_char == old[a].idx and span.end_char == old[b - 1].idx + len(old[b - 1])
        if exact:
            names.append((span.start, span.end, label))
        else:
            unsure |= set(range(span.start, span.end))
    for i in sentence.unsure:
        span = doc.char_span(old[i].idx, old[i].idx + len(old[i]), alignment_mode="expand")
        unsure |= set(range(span.start, span.end))
    spaces = [bool(token.whitespace_) for token in doc]
    spaces[-1] = sentence.spaces[-1]
    return Sentence(
        tuple(token.text for token in doc),
        tuple(spaces),
        names=None if sentence.names is None else tuple(names),
        unsure=frozenset(unsure),
        starts_paragraph=sentence.starts_paragraph,
        starts_document=sentence.starts_document,
    )


def split(nlp: Language, line: Sentence) -> Iterator[Sentence]:
    """Yield the sentences of a line of our own corpus, as the present pipeline sees them."""
    whole = tokenised(nlp, line)
    doc = nlp(Doc(nlp.vocab, words=whole.words, spaces=whole.spaces).text)
    if [token.text for token in doc] != list(whole.words):
        yield whole
        return
    ends = [sent.end for sent in doc.sents]
    ends = [end for end in ends if not any(a < end < b for a, b, _ in whole.names or ())]
    start = 0
    for end in ends:
        yield Sentence(
            whole.words[start:end],
            (*whole.spaces[start : end - 1], True),
            names=tuple((a - start, b - start, n) for a, b, n in whole.names or () if start <= a < end),
            starts_paragraph=start == 0,
            starts_document=start == 0 and line.starts_document,
        )
        start = end


def gather(data: Path, seed: int) -> Iterator[tuple[str, list[Sentence]]]:
    """Yield the sentences of each source; those of the treebanks only with the first seed."""
    rng = random.Random(seed)
    sources = name_sources(data)
    renamer = Renamer(data / "names/reign_leaders.csv", (s for ss in sources.values() for s in ss))
    nlp, whole = english(), load_language()
    for name, sentences in sources.items():
        if name not in TREEBANKS:
            renamed = (renamer.rename(s, rng) for s in sentences)
            pairs = (split(whole, s) if name == "own" else [tokenised(nlp, s)] for s in renamed)
            yield name, [s for several in pairs for s in several if 1 < len(s.words) <= LONGEST]
        elif not seed:
            yield name, [s for s in sentences if len(s.words) <= LONGEST]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    for source, sentences in gather(args.data, args.seed):
        write_sentences(args.out / f"{source}.jsonl.gz", sentences)
        print(f"{source}: {len(sentences)} sentences, {sum(len(s.words) for s in sentences)} words")


if __name__ == "__main__":
    main()
