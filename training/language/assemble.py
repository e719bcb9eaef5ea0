"""Make the pipeline that ships: python -m training.language.assemble TREES NAMES VECTORS LOOKUPS OUT.

Adds the lemmas' tables, rounds the weights (they stay stored as single precision, and compress in the wheel),
keeps of the strings only those the labels need, and writes what it is into meta.json.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import spacy
from spacy.lookups import Lookups
from training.language.pipeline import read_vectors

import explore.language.lemmas  # noqa: F401 (registers the lemmatizer)

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

HERE = Path(__file__).parent
META = {
    "name": "explore_news",
    "version": "1.1.0",
    "description": "English news: tags, UD parse, lemmas, names; trained on open data (see the model card)",
    "author": "The explore developers",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM (genres with free licences, news left out)", "license": "annotation CC BY 4.0"},
        {"name": "Groningen Meaning Bank names", "license": "CDLA-Sharing-1.0, texts public domain"},
        {"name": "CrossNER (train and dev)", "license": "MIT, texts CC BY-SA"},
        {"name": "explore's own corpus of names", "license": "CC0-1.0"},
        {"name": "all-MiniLM-L6-v2 (word vectors, teachers)", "license": "Apache-2.0"},
        {"name": "spaCy lookups data (WordNet's word lists)", "license": "MIT, WordNet licence"},
    ],
}


def lemma_tables(folder: Path) -> Lookups:
    """Return spaCy's English lemma tables from the folder `spacy_lookups_data/data`."""
    lookups = Lookups()
    for name in ("lemma_exc", "lemma_index", "lemma_rules"):
        with gzip.open(folder / f"en_{name}.json.gz", "rt", encoding="utf-8") as file:
            lookups.add_table(name, json.load(file))
    return lookups


def round_weights(nlp: Language) -> None:
    """Round the tables of words to about 256 levels, every other weight to half precision."""
    for name in nlp.pipe_names:
        model = getattr(nlp.get_pipe(name), "model", None)
        for node in model.walk() if model is not None else ():
            for param in node.param_names:
                weights = node.get_param(param)
                table = node.name == "hashembed"
                node.set_param(param, levels(weights) if table else weights.astype("f2").astype("f4"))
    nlp.vocab.vectors.data = levels(nlp.vocab.vectors.data)


def levels(table: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a table rounded to multiples of a power of two, at most 255 of them: short in a zip file.

    >>> levels(np.array([127.0, 0.4, -63.6], "f"))
    array([127.,   0., -64.], dtype=float32)
    """
    step = np.float32(2.0) ** np.ceil(np.log2(np.abs(table).max() / 127))
    return (np.round(table / step) * step).astype("f4")


def needed_strings(nlp: Language) -> list[str]:
    """Return the strings that are part of the model: labels, features, exceptions of the tokenizer."""
    strings = {"", "NP"}
    for _, pipe in nlp.pipeline:
        for label in getattr(pipe, "labels", ()):
            strings.add(label)
            strings |= {part for pair in label.split("|") for part in pair.split("=")}
    for move in nlp.get_pipe("parser").move_names:
        strings |= {move[2:], *move[2:].split("||")}
    return sorted(strings)


# Names are found sentence by sentence, with spaCy's weights; tokens in linear time, by spaCy's rules.
_OURS = {'factory = "ner"': 'factory = "explore_ner"', "spacy.Tokenizer.v1": "explore.PieceTokenizer.v1"}


def _name_our_parts(config: Path) -> None:
    """Let a pipeline's config name our component and tokenizer in the place of spaCy's."""
    text = config.read_text(encoding="utf-8")
    for spacys, ours in _OURS.items():
        text = text.replace(spacys, ours)
    config.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("trees", type=Path, help="trained by `train trees`")
    parser.add_argument("names", type=Path, help="trained by `train names`")
    parser.add_argument("vectors", type=Path)
    parser.add_argument("lookups", type=Path, help="the folder spacy_lookups_data/data of that package")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    nlp = spacy.load(args.trees, exclude=["ner"])
    nlp.add_pipe("ner", source=spacy.load(args.names, vocab=nlp.vocab))
    nlp.vocab.vectors = read_vectors(args.vectors, nlp)
    nlp.add_pipe("explore_lemmatizer").lookups = lemma_tables(args.lookups)
    round_weights(nlp)
    nlp.meta.update(META)
    nlp.meta.pop("performance", None)
    if args.out.exists():
        shutil.rmtree(args.out)
    nlp.to_disk(args.out)
    _name_our_parts(args.out / "config.cfg")
    (args.out / "vocab" / "strings.json").write_text(
        json.dumps(needed_strings(nlp), ensure_ascii=False, indent=0), encoding="utf-8"
    )
    shutil.copy(HERE / "MODEL_CARD.md", args.out / "README.md")
    shutil.copy(args.lookups / "en_license.txt", args.out / "explore_lemmatizer" / "LICENSE-WordNet.txt")
    size = sum(path.stat().st_size for path in args.out.rglob("*") if path.is_file())
    print(f"{args.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
