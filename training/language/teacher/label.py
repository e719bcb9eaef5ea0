"""Let a teacher read open text: python -m training.language.teacher.label PART DATA ENCODER TEACHER OUT.

The text is that of the corpora with names, which have no trees: news, encyclopedia, our own. It is cut into
the tokens that spaCy makes of it, so that the pipeline learns on what it will see. PART is trees or names;
OUT is a folder, and gets a file of sentences for each source.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from training.language.renaming import Renamer
from training.language.sentence import Sentence, make_doc
from training.language.sources import name_sources
from training.language.store import write_sentences
from training.language.teacher.answers import name, parse
from training.language.teacher.encoder import Pieces
from training.language.teacher.network import load
from training.language.tokens import english

from explore.language import load_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language
    from training.language.teacher.answers import Answer

LONGEST = 80  # words in a sentence
SURE_TREE = 0.85  # the mean probability of a sentence's heads, below which it is left out
SURE_NAME = 0.8  # the least probability of a name's words, below which it does not overrule the corpus
# EWT dev's text carries UNER's names; it is what the parser is chosen by, and is left out.
PARSED = ("gmb", "crossner", "own")


def tokenised(nlp: Language, sentence: Sentence) -> Sentence:
    """Return a sentence without its tree, cut into spaCy's tokens; a name that they cross is not known."""
    old = make_doc(nlp.vocab, [replace(sentence, tags=None, names=None)], [""])
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
    """Yield the sentences of a line of our own corpus, as the present pipeline sees them, without names."""
    doc = nlp(make_doc(nlp.vocab, [replace(line, names=None)], [""]).text)
    for i, sent in enumerate(doc.sents):
        yield Sentence(
            tuple(token.text for token in sent),
            (*(bool(token.whitespace_) for token in sent[:-1]), True),
            starts_paragraph=i == 0,
            starts_document=i == 0 and line.starts_document,
        )


def label_trees(args: argparse.Namespace) -> dict[str, list[Sentence]]:
    """Return open text with the teacher's trees, some names of GMB replaced, doubtful sentences left out."""
    rng = random.Random(args.seed)
    sources = {source.name: source.sentences for source in name_sources(args.data)}
    renamer = Renamer(args.data / "names/reign_leaders.csv", (s for ss in sources.values() for s in ss))
    nlp, whole = english(), load_language()
    texts = []
    for source in PARSED:
        for sentence in sources[source]:
            renamed = renamer.rename(sentence, rng)
            texts += split(whole, renamed) if source == "own" else [tokenised(nlp, renamed)]
    texts = [replace(s, names=None, unsure=frozenset()) for s in texts if 1 < len(s.words) <= LONGEST]
    answers = parse(load(args.teacher), Pieces(args.encoder / "vocab.txt"), texts)
    kept = [a.sentence for a in answers if sum(a.arcs) / len(a.arcs) >= SURE_TREE]
    print(f"{len(kept)} of {len(texts)} sentences are sure enough")
    return {"trees": kept}


def label_names(args: argparse.Namespace) -> dict[str, list[Sentence]]:
    """Return the corpora with names, each repaired or filled by the teacher."""
    nlp = english()
    pieces, teacher = Pieces(args.encoder / "vocab.txt"), load(args.teacher)
    found = {}
    for source in name_sources(args.data):
        if source.name == "own":
            continue
        texts = [tokenised(nlp, s) for s in source.sentences if len(s.words) <= 2 * LONGEST]
        answers = name(teacher, pieces, texts)
        mend = repaired if source.name == "gmb" else filled
        found[source.name] = [mend(s, a) for s, a in zip(texts, answers, strict=True)]
    return found


def filled(sentence: Sentence, answer: Answer) -> Sentence:
    """Return a sentence with the teacher's names where the corpus does not know."""
    certain = _certain(answer)
    names = list(sentence.names or ())
    taken = {i for a, b, _ in names for i in range(a, b)}
    unsure = set(sentence.unsure) - taken
    for a, b, label in _spans(answer.sentence, unsure):
        if certain(a, b) and set(range(a, b)) <= unsure:
            if label:
                names.append((a, b, label))
            unsure -= set(range(a, b))
    return replace(sentence, names=tuple(sorted(names)), unsure=frozenset(unsure))


def repaired(sentence: Sentence, answer: Answer) -> Sentence:
    """Return a sentence of a corpus with errors: what both say, the teacher where sure, else unknown."""
    certain = _certain(answer)
    both = set(sentence.names or ()) & set(answer.sentence.names or ())
    names, unsure = set(both), set()
    known = {i for i in range(len(sentence.words)) if i not in sentence.unsure}
    outside = known - {i for a, b, _ in sentence.names or () for i in range(a, b)}
    for a, b, label in _spans(answer.sentence, set(range(len(sentence.words)))):
        span = set(range(a, b))
        agreed = (a, b, label) in both or (not label and span <= outside)
        if not agreed and not certain(a, b):
            unsure |= span
        elif label:
            names.add((a, b, label))
    # A name of the corpus that the teacher has otherwise, in part unsure, is unsure as a whole.
    for a, b, _ in set(sentence.names or ()) - both:
        if unsure & set(range(a, b)):
            unsure |= set(range(a, b))
    names = {(a, b, label) for a, b, label in names if not unsure & set(range(a, b))}
    return replace(sentence, names=tuple(sorted(names)), unsure=frozenset(unsure))


def _certain(answer: Answer) -> Callable[[int, int], bool]:
    return lambda a, b: min(answer.names[a:b]) >= SURE_NAME


def _spans(sentence: Sentence, places: set[int]) -> Iterator[tuple[int, int, str]]:
    """Yield the names that touch the places, and the other words there one by one with no label."""
    taken: set[int] = set()
    for a, b, label in sentence.names or ():
        taken |= set(range(a, b))
        if places & set(range(a, b)):
            yield a, b, label
    for i in sorted(places - taken):
        yield i, i + 1, ""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", choices=("trees", "names"))
    parser.add_argument("data", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    torch.set_num_threads(1)
    for source, sentences in (label_trees if args.part == "trees" else label_names)(args).items():
        write_sentences(args.out / f"{source}.jsonl.gz", sentences)


if __name__ == "__main__":
    main()
