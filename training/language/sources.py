"""Which corpora are read, and how large a share of the training each makes up."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from training.language.columns import read_columns
from training.language.gmb import read_gmb
from training.language.mixture import Source, breaks, pieces
from training.language.own import read_own
from training.language.sentence import make_doc
from training.language.treebanks import read_treebank

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from training.language.sentence import Sentence

HERE = Path(__file__).parent
HELD_OUT = 16  # every so many lines of our own corpus are kept to watch by


def train_sources(data: Path, *, names: bool) -> list[Source]:
    """Return the sources of a training; without names, the treebanks alone."""
    trees = data / "treebanks"
    sources = [
        Source("ewt", read_treebank(trees / "en_ewt-train.conllu"), share=0.6),
        Source("gum", read_treebank(trees / "en_gum-train.conllu", names=names), share=0.4),
    ]
    if not names:
        return sources
    folder = data / "names"
    crossner = [
        sentence
        for field in ("politics", "science", "literature", "ai", "music")
        for part in ("train", "dev")
        for sentence in read_columns(folder / "crossner" / field / f"{part}.txt", separator="\t")
    ]
    own = [s for i, s in enumerate(read_own(HERE / "corpus")) if i % HELD_OUT]
    return [
        *sources,
        Source("gmb", read_gmb(folder / "gmb_ner_dataset.csv.zip"), share=0.55, longest=4, renamed=True),
        Source("crossner", crossner, share=0.15, longest=3, renamed=True),
        Source("own", own, share=0.35, longest=6, renamed=True),
    ]


def dev_sources(data: Path, nlp: Language, *, names: bool) -> dict[str, list[Doc]]:
    """Return small dev sets to watch a training by."""
    trees = data / "treebanks"
    ewt = read_treebank(trees / "en_ewt-dev.conllu")[:500]
    gum = read_treebank(trees / "en_gum-dev.conllu", names=names)[:400]
    found = {"ewt": _docs(nlp, ewt), "gum": _docs(nlp, gum)}
    if names:
        uner = read_columns(data / "names/uner/en_ewt-ud-dev.iob2", word=1, tag=2, separator="\t")
        found["own"] = _docs(nlp, read_own(HERE / "corpus")[::HELD_OUT])
        found["uner"] = _docs(nlp, uner[:1000])
    return found


def _docs(nlp: Language, sentences: list[Sentence]) -> list[Doc]:
    rng = random.Random(0)
    return [make_doc(nlp.vocab, piece, breaks(piece, rng)) for piece in pieces(sentences, rng)]
