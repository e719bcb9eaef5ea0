"""Parse the annotated articles once with the pipeline that ships.

    python -m training.quotes.parse POLNEAR_TRAIN.jsonl PARSED_FOLDER [--articles 280]

Every n-th article is taken where fewer are asked for than there are.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from spacy.tokens import DocBin
from training.quotes.parsed import ATTRIBUTES

from explore.language import load_language


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", default="train")
    parser.add_argument("--articles", type=int, default=0)
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.source.read_text(encoding="utf8").splitlines() if line]
    rows = rows[:: max(1, len(rows) // given.articles)] if given.articles else rows
    given.folder.mkdir(parents=True, exist_ok=True)
    docs = DocBin(attrs=list(ATTRIBUTES), store_user_data=False)
    for doc in load_language().pipe((row["text"] for row in rows), batch_size=8):
        docs.add(doc)
    docs.to_disk(given.folder / f"{given.part}.spacy")
    (given.folder / f"{given.part}.json").write_text(json.dumps(rows), encoding="utf8")


if __name__ == "__main__":
    main()
