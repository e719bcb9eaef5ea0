"""Measure quotations on annotated articles, beside textacy where it is installed.

    python -m benchmarks.quotes FOLDER

FOLDER holds JSON lines: {"id", "text", "quotes": [{"spans", "speaker_spans", "report"}]}, as PolNeAR's dev
part converted so. An article a system raises on counts as one it finds nothing in. `cost` is the system's
CPU time in percent of the bare language pipeline's.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.quotes.score import Said, f1, score
from benchmarks.quotes.systems import systems

from explore.language import load_language

HEADER = "| system | marks F | speaker | joint F | quoted F | speech F | raised | cost |\n" + "|---" * 8 + "|"


def main(folder: Path) -> None:
    """Print a table for each file of a folder."""
    nlp = load_language()
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line]
        rows = [row for row in rows if row.get("quotes") and "spans" in row["quotes"][0]]
        if not rows:
            continue
        began = time.process_time()
        docs = list(nlp.pipe(row["text"] for row in rows))
        parsing = time.process_time() - began
        print(f"{path.stem}: {len(rows)} articles\n")
        print(HEADER)
        for name, system in systems().items():
            counts: Counter[str] = Counter()
            spent = 0.0
            for doc, row in zip(docs, rows, strict=True):
                began = time.process_time()
                try:
                    told = system(doc)
                except Exception:  # a peer that raises finds nothing
                    counts["raised"] += 1
                    told = []
                spent += time.process_time() - began
                counts += score(row["text"], _gold(row), told)
            print(_line(name, counts, spent / parsing))


def _gold(row: dict) -> list[Said]:
    return [
        Said(
            tuple(map(tuple, quote["spans"])),
            tuple(
                map(tuple, quote.get("speaker_spans") or ([quote["speaker"]] if quote.get("speaker") else []))
            ),
            quote.get("report", True),
        )
        for quote in row["quotes"]
    ]


def _line(name: str, counts: Counter[str], cost: float) -> str:
    speaker = round(100 * counts["speaker"] / max(1, counts["spoken"]), 1)
    cells = [
        f1(counts["hit"], counts["claimed"], counts["runs"]),
        speaker,
        f1(counts["speaker"], counts["claimed"], counts["runs"]),
        f1(counts["quoted_hit"], counts["quoted_told"], counts["quoted_gold"]),
        f1(counts["speech_hit"], counts["speech_told"], counts["speech_gold"]),
        counts["raised"],
        f"{100 * cost:.0f} %",
    ]
    return f"| {name} | " + " | ".join(map(str, cells)) + " |"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
