"""The language pipeline measured: python -m benchmarks.language DATA_FOLDER [PIPELINE].

DATA_FOLDER holds `treebanks/` and `names/` as `training/language/README.md` lists them. PIPELINE is any that
`explore.load_language` takes; the one that ships if left out.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks.language import names, trees

from explore.language import load_language

TREEBANKS = {"EWT": "en_ewt-test", "GUM": "en_gum-test", "PUD": "en_pud-test"}
NAMES = {
    "CrossNER politics": ("crossner/politics/test.txt", 0, 1),
    "UNER PUD": ("uner/en_pud-ud-test.iob2", 1, 2),
    "UNER EWT": ("uner/en_ewt-ud-test.iob2", 1, 2),
    "Wikigold": ("wikigold/CONLL-format/data/wikigold.conll.txt", 0, 1),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("pipeline", nargs="?")
    args = parser.parse_args()
    began = time.process_time()
    nlp = load_language(args.pipeline)
    print(f"loaded in {time.process_time() - began:.2f} s of processor time\n")
    print(
        "| treebank | token | tag | pos | UAS | LAS | sentence | lemma |\n|---|---|---|---|---|---|---|---|"
    )
    for name, file in TREEBANKS.items():
        found = trees.scores(nlp, args.data / "treebanks" / f"{file}.conllu")
        cells = (found[k] for k in ("token", "tag", "pos", "uas", "las", "sentence", "lemma"))
        print(f"| {name} | " + " | ".join(f"{cell:.1f}" for cell in cells) + " |", flush=True)
    print("\n| names | all | PER | ORG | LOC |\n|---|---|---|---|---|")
    for name, (file, word, tag) in NAMES.items():
        found = names.scores(nlp, names.read(args.data / "names" / file, word, tag))
        print(f"| {name} | " + " | ".join(f"{cell:.1f}" for cell in found.values()) + " |", flush=True)
    found = names.scores(nlp, names.read_gum(args.data / "treebanks/en_gum-test.conllu"), names.FINE)
    print("\nGUM, all kinds: " + ", ".join(f"{kind} {cell:.1f}" for kind, cell in found.items()), flush=True)
    texts = [
        trees.laid_out(document)[0]
        for document in trees.documents(trees.read_treebank(args.data / "treebanks/en_gum-test.conllu"))
    ]
    for how, batch in (("one article at a time", 1), (f"in batches of {nlp.batch_size}", None)):
        began = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=batch))
        print(f"\n{words / (time.process_time() - began):,.0f} words a second of processor time, {how}")


if __name__ == "__main__":
    main()
