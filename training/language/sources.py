"""Which corpora are read: treebanks, and sentences with names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from training.language.columns import read_columns
from training.language.gmb import read_gmb
from training.language.own import read_own
from training.language.treebanks import read_treebank

if TYPE_CHECKING:
    from training.language.sentence import Sentence

HERE = Path(__file__).parent
HELD_OUT = 16  # every so many lines of our own corpus are kept to watch by


def tree_sources(data: Path) -> dict[str, list[Sentence]]:
    """Return the treebanks, to train tags and parse on."""
    folder = data / "treebanks"
    return {name: read_treebank(folder / f"en_{name}-train.conllu") for name in ("ewt", "gum")}


def name_sources(data: Path) -> dict[str, list[Sentence]]:
    """Return the corpora with names; EWT has none and says of common words that they are none."""
    trees, folder = data / "treebanks", data / "names"
    return {
        "ewt": read_treebank(trees / "en_ewt-train.conllu", names="tags"),
        "gum": read_treebank(trees / "en_gum-train.conllu", names="gum"),
        "uner": read_columns(folder / "uner/en_ewt-ud-dev.iob2", word=1, tag=2, separator="\t"),
        "gmb": read_gmb(folder / "gmb_ner_dataset.csv.zip"),
        "crossner": [
            sentence
            for field in ("politics", "science", "literature", "ai", "music")
            for part in ("train", "dev")
            for sentence in read_columns(folder / "crossner" / field / f"{part}.txt", separator="\t")
        ],
        "own": [s for i, s in enumerate(read_own(HERE / "corpus")) if i % HELD_OUT],
    }


def dev_sources(data: Path) -> dict[str, list[Sentence]]:
    """Return the dev sets: the treebanks', one with names, and lines of our own that are kept back."""
    folder = data / "treebanks"
    return {
        "ewt": read_treebank(folder / "en_ewt-dev.conllu"),
        "gum": read_treebank(folder / "en_gum-dev.conllu", names="gum"),
        "own": read_own(HERE / "corpus")[::HELD_OUT],
    }
