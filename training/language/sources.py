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
from training.language.store import read_sentences
from training.language.treebanks import read_treebank

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from training.language.sentence import Sentence

HERE = Path(__file__).parent
HELD_OUT = 16  # every so many lines of our own corpus are kept to watch by


def tree_sources(data: Path, taught: Path | None = None) -> list[Source]:
    """Return the treebanks, to train tags and parse on, and open text with a teacher's trees, if any."""
    trees = data / "treebanks"
    sources = [
        Source("ewt", read_treebank(trees / "en_ewt-train.conllu"), share=0.6),
        Source("gum", read_treebank(trees / "en_gum-train.conllu"), share=0.4),
    ]
    if taught:
        sources.append(Source("taught", read_sentences(taught / "trees.jsonl.gz"), share=1.0, longest=5))
    return sources


def name_sources(data: Path, taught: Path | None = None) -> list[Source]:
    """Return the corpora with names; EWT has none and says of common words that they are none.

    With the folder of a teacher's labels, the corpora as the teacher mended and filled them.
    """
    trees, folder = data / "treebanks", data / "names"
    crossner = [
        sentence
        for field in ("politics", "science", "literature", "ai", "music")
        for part in ("train", "dev")
        for sentence in read_columns(folder / "crossner" / field / f"{part}.txt", separator="\t")
    ]
    uner = read_columns(folder / "uner/en_ewt-ud-dev.iob2", word=1, tag=2, separator="\t")
    own = [s for i, s in enumerate(read_own(HERE / "corpus")) if i % HELD_OUT]
    ewt = read_treebank(trees / "en_ewt-train.conllu", names="tags")
    gum = read_treebank(trees / "en_gum-train.conllu", names="gum")
    sources = [
        Source("ewt", ewt, share=0.2 if taught else 0.1),
        Source("gum", gum, share=0.2),
        Source("uner", uner, share=0.1, longest=6, renamed=True),
        Source("gmb", read_gmb(folder / "gmb_ner_dataset.csv.zip"), share=0.5, longest=4, renamed=True),
        Source("crossner", crossner, share=0.2, longest=3, renamed=True),
        Source("own", own, share=0.3, longest=6, renamed=True),
    ]
    for source in sources:
        if taught and source.name != "own":
            source.sentences = read_sentences(taught / f"{source.name}.jsonl.gz")
    return sources


def tree_dev(data: Path, nlp: Language) -> dict[str, list[Doc]]:
    """Return small dev sets to watch tags and parse by."""
    trees = data / "treebanks"
    return {
        "ewt": _docs(nlp, read_treebank(trees / "en_ewt-dev.conllu")[:700]),
        "gum": _docs(nlp, read_treebank(trees / "en_gum-dev.conllu")[:600]),
    }


def name_dev(data: Path, nlp: Language) -> dict[str, list[Doc]]:
    """Return small dev sets to watch names by: other genres, and lines of our own news that are kept back."""
    gum = read_treebank(data / "treebanks/en_gum-dev.conllu", names="gum")
    return {
        "gum": _docs(nlp, gum),
        "own": _docs(nlp, read_own(HERE / "corpus")[::HELD_OUT]),
    }


def _docs(nlp: Language, sentences: list[Sentence]) -> list[Doc]:
    rng = random.Random(0)
    return [make_doc(nlp.vocab, piece, breaks(piece, rng)) for piece in pieces(sentences, rng)]
