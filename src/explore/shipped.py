"""Read the tables of knowledge that ship: CSV files whose notes begin with "#"."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a table, without its notes and the names of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(line for line in file if not line.startswith("#"))
        next(lines)
        yield from lines


def named_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by the names of its columns, without its notes."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
