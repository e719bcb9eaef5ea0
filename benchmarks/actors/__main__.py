"""Measure the actors on a folder of test data and print a table: python -m benchmarks.actors DATA_FOLDER.

The folder holds `events/roles_dev.jsonl`, `quotes/diplo_dev.jsonl`, `quotes/gum_other.jsonl` and `articles/`;
what is not there is left out. Our own articles lie beside this file and are always read.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.actors import articles, cost, roles, speakers


def main(folder: Path) -> None:
    """Print the table."""
    found: list[tuple[str, str, float]] = articles.measure()
    if (path := folder / "events" / "roles_dev.jsonl").exists():
        found += roles.measure(path)
    for name in ("diplo_dev", "gum_other"):
        if (path := folder / "quotes" / f"{name}.jsonl").exists():
            found += speakers.measure(path)
    if (path := folder / "articles").exists():
        found += cost.measure(path)
    print("| measure | data | value |\n|---|---|---|")
    for measure, data, value in found:
        print(f"| {measure} | {data} | {value:g} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
