"""Where the tables lie, and how they are read and written."""

from __future__ import annotations

import csv
from pathlib import Path

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parents[1] / "src/explore/actors/knowledge"


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, header: str, lines: object, note: str = "") -> None:
    """Write rows under a header, and under a note where one is given."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {note}\n" if note else "")
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header.split())
        out.writerows(lines)  # type: ignore[arg-type]
    print(path.name, path.stat().st_size)
