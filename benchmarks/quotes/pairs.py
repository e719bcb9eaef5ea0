"""Measure how well two quotations are told to be one utterance: AUC over pairs, beside a string measure.

    python -m benchmarks.quotes.pairs PAIRS.jsonl

Each line: {"a", "b", "y": 1 for the same utterance, "hard": true for like words of another utterance}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rapidfuzz.fuzz import token_set_ratio

from explore.quotes.likeness import likeness


def auc(same: list[float], other: list[float]) -> float:
    """Return how often a pair that is the same scores above one that is not; a tie counts half."""
    return sum((s > o) + 0.5 * (s == o) for s in same for o in other) / (len(same) * len(other))


def main(path: Path) -> None:
    """Print a row for each measure."""
    pairs = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line]
    print(f"{path.stem}: {len(pairs)} pairs\n\n| measure | AUC | against hard pairs |\n|---|---|---|")
    for name, measure in (("explore", likeness), ("token_set_ratio", token_set_ratio)):
        scored = [(measure(p["a"], p["b"]), p) for p in pairs]
        same = [value for value, p in scored if p["y"]]
        other = [value for value, p in scored if not p["y"]]
        hard = [value for value, p in scored if not p["y"] and p.get("hard")]
        print(f"| {name} | {100 * auc(same, other):.1f} | {100 * auc(same, hard):.1f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
