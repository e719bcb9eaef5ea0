"""Make the pipeline that ships: python -m training.language.assemble NETWORK ENCODER LOOKUPS OUT.

Rounds the weights row by row, adds the lemmas' tables, and writes what the pipeline is into meta.json.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import spacy
import srsly
import torch
from safetensors.torch import load_file
from spacy.lookups import Lookups
from training.language.rounding import rounded
from training.language.teacher.encoder import read_pieces
from training.language.tokens import english
from training.language.train import PIECE_STEPS

from explore.language import load  # noqa: F401 (registers the components)

if TYPE_CHECKING:
    from numpy.typing import NDArray

HERE = Path(__file__).parent
META = {
    "name": "explore_news",
    "version": "2.0.0",
    "description": "English news: tags, UD parse, lemmas, names; trained on open data (see the model card)",
    "author": "The explore developers",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "GUM (genres with free licences, news left out)", "license": "annotation CC BY 4.0"},
        {"name": "Groningen Meaning Bank names", "license": "CDLA-Sharing-1.0, texts public domain"},
        {"name": "CrossNER (train and dev)", "license": "MIT, texts CC BY-SA"},
        {"name": "explore's own corpus of names", "license": "CC0-1.0"},
        {"name": "all-MiniLM-L6-v2 (pieces, first layers, teachers)", "license": "Apache-2.0"},
        {"name": "spaCy lookups data (WordNet's word lists)", "license": "MIT, WordNet licence"},
    ],
}
STEPS = 63  # of a weight on either side of nought


def lemma_tables(folder: Path) -> Lookups:
    """Return spaCy's English lemma tables from the folder `spacy_lookups_data/data`."""
    lookups = Lookups()
    for name in ("lemma_exc", "lemma_index", "lemma_rules"):
        with gzip.open(folder / f"en_{name}.json.gz", "rt", encoding="utf-8") as file:
            lookups.add_table(name, json.load(file))
    return lookups


def weights(network: Path, encoder: Path) -> bytes:
    """Return the network as a compressed .npz file: matrices as whole numbers, the rest in half precision."""
    stored = torch.load(network, weights_only=True)["weights"]
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, tensor in stored.items():
        value = tensor.numpy()
        if value.ndim == 2:
            arrays[name], arrays[f"{name}.step"] = rounded(value, STEPS)
        else:
            arrays[name] = value.astype("f2")
    table = load_file(encoder / "model.safetensors")["embeddings.word_embeddings.weight"].numpy()
    arrays["pieces"], arrays["pieces.step"] = rounded(table, PIECE_STEPS)
    unused = [i for piece, i in read_pieces(encoder).numbers.items() if piece.startswith("[unused")]
    arrays["pieces"][unused] = 0
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)  # type: ignore[arg-type]
    return file.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("network", type=Path, help="trained by `train`")
    parser.add_argument("encoder", type=Path, help="the folder with model.safetensors and vocab.txt")
    parser.add_argument("lookups", type=Path, help="the folder spacy_lookups_data/data of that package")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    labels = torch.load(args.network, weights_only=True)["labels"]
    files = {
        "labels.json": json.dumps(labels, indent=1).encode(),
        "pieces.txt": "\n".join(read_pieces(args.encoder).numbers).encode(),
        "weights.npz": weights(args.network, args.encoder),
    }
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "explore.PieceTokenizer.v1"}}})
    nlp.tokenizer.from_bytes(english().tokenizer.to_bytes())
    nlp.add_pipe("explore_sentence_starts")
    nlp.add_pipe("explore_analyzer").from_bytes(srsly.msgpack_dumps(files))
    nlp.add_pipe("explore_lemmatizer").lookups = lemma_tables(args.lookups)
    nlp.meta.update(META)
    if args.out.exists():
        shutil.rmtree(args.out)
    nlp.to_disk(args.out, exclude=["vocab"])
    shutil.copy(HERE / "MODEL_CARD.md", args.out / "README.md")
    shutil.copy(args.lookups / "en_license.txt", args.out / "explore_lemmatizer" / "LICENSE-WordNet.txt")
    size = sum(path.stat().st_size for path in args.out.rglob("*") if path.is_file())
    print(f"{args.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
