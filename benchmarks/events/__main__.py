"""Measure the events and print a table: python -m benchmarks.events [DATA_FOLDER].

Our own articles, in `benchmarks/events/articles`, are always read. The folder holds `events/` (meetings_dev,
plover_dev and m2e2_dev, each .jsonl) and `articles/`; what is not there is left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.events import meetings, sentences

import explore as ex
from explore.language import load_language

OWN = Path(__file__).parent / "articles"


def main(folder: Path | None) -> None:
    found = meetings.measure(OWN / "gold.jsonl", OWN, name="own articles")
    if folder is not None:
        found += _on_test_data(folder)
    print("| measure | system | value |\n|---|---|---|")
    for measure, system, value in found:
        print(f"| {measure} | {system} | {value:.3f} |")


def _on_test_data(folder: Path) -> list[tuple[str, str, float]]:
    events, nlp = folder / "events", load_language()
    found: list[tuple[str, str, float]] = []
    if (path := events / "meetings_dev.jsonl").exists():
        found += meetings.measure(path, folder / "articles")
    if (path := events / "plover_dev.jsonl").exists():
        found += sentences.plover(nlp, path)
    if (path := events / "m2e2_dev.jsonl").exists():
        found += sentences.m2e2(ex.reader.pipeline(), path)
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
