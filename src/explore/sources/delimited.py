"""Rows of a CSV or TSV file as records: the separator found out, a broken row no more than a failure."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from explore.errors import error
from explore.sources.blob import lines, open_text
from explore.sources.failure import Failure
from explore.sources.records import find_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explore.sources.blob import Blob

    Row = tuple[str, dict[str, str]]

_SEPARATORS = ",;\t|"
# An article of the largest size that is read, and room for its quotation marks.
_LONGEST_CELL = 1_200_000
_LONGEST_LINE = 4 * _LONGEST_CELL
_LOOK_AT = 200_000
_LONGEST_LENIENT = 100_000


@dataclass(frozen=True, slots=True)
class _Form:
    """How a file is written: what parts its cells, and whether a mark is escaped by a backslash."""

    separator: str
    escape: str | None


class _Pushback:
    """Lines that can be put back, and a record of those that were taken since the last row."""

    def __init__(self, source: Iterator[str | None]) -> None:
        self._source = source
        self._waiting: list[str | None] = []
        self.taken: list[str | None] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.pop() if self._waiting else next(self._source)
        self.taken.append(line)
        if line is None:
            raise csv.Error("a line is too long")
        return line.replace("\0", "")

    def give_back_all_but_first(self) -> None:
        self._waiting.extend(reversed(self.taken[1:]))
        self.taken.clear()


def rows_of(blob: Blob, encoding: str | None = None) -> Iterator[list[str] | Row | Failure]:
    """Yield the header of a table, then its rows as (name, cells by column), or failures.

    Rows are numbered as a spreadsheet does: the header is row 1.

    Raises
    ------
    SourceError
        If there is no header.
    """
    with open_text(blob, encoding) as text:
        sample = text.read(_LOOK_AT)
    form = _form_of(sample)
    with open_text(blob, encoding) as text:
        cells = _cells(_Pushback(lines(text, _LONGEST_LINE)), form)
        header = next((c for c in cells if isinstance(c, list) and not _is_sep_line(c)), None)
        if header is None:
            raise error("empty", blob.name)
        header = [name.strip("\ufeff \t\r\n") for name in header]
        yield header
        for number, row in enumerate(cells, 2):
            name = f"{blob.name}, row {number}"
            if isinstance(row, csv.Error):
                yield Failure.of(error("broken_record", name, what="row", why=row), name)
            elif any(cell.strip() for cell in row):
                yield _named(row, header, name)


def count_rows(blob: Blob, encoding: str | None = None) -> int:
    """Return how many rows a table has below its header."""
    return sum(1 for row in rows_of(blob, encoding) if not isinstance(row, list))


def _named(row: list[str], header: list[str], name: str) -> Row | Failure:
    if any(cell.strip() for cell in row[len(header) :]) or 2 * len(row) < len(header):
        return Failure.of(error("broken_row", name, found=len(row), wanted=len(header)), name)
    record: dict[str, str] = {}
    for column, cell in zip(header, row, strict=False):
        # Of two columns of one name the first that is filled counts.
        if column and not record.get(column):
            record[column] = cell
    return name, record


def _cells(source: _Pushback, form: _Form) -> Iterator[list[str] | csv.Error]:
    """Yield rows of cells.

    A quotation mark that is never closed would swallow the rest of the file: a row over several lines
    that is not well formed, or has not as many cells as the header, costs its first line only.
    """
    width: int | None = None
    while True:
        reader = csv.reader(source, delimiter=form.separator, escapechar=form.escape, strict=True)
        while True:
            try:
                row = _next_row(reader)
                if width is not None and len(source.taken) > 1 and len(row) != width and any(row):
                    raise csv.Error("a quotation mark is not closed")
            except StopIteration:
                return
            except csv.Error as problem:
                first = source.taken[0] if source.taken else None
                source.give_back_all_but_first()
                yield _leniently(first, form, width) or problem
                break
            source.taken.clear()
            if width is None and not _is_sep_line(row):
                width = len(row)
            yield row


def _leniently(line: str | None, form: _Form, width: int | None) -> list[str] | None:
    """Return the cells of a line with bare quotation marks in a cell ("He said "no""), if they come out.

    There a mark closes a cell only if the cell ends with it.
    """
    if line is None or len(line) > _LONGEST_LENIENT or line.count('"') % 2:
        return None
    separator = re.escape(form.separator)
    cells = re.findall(rf'"(.*?)"(?:{separator}|$)|([^{separator}]*)(?:{separator}|$)', line.rstrip("\r\n"))
    # The pattern also finds the nothing at the end.
    row = [(quoted or bare).replace('""', '"') for quoted, bare in cells][: width or 0]
    return row if len(row) == width and len(cells) in (len(row), len(row) + 1) else None


def _next_row(reader: Iterator[list[str]]) -> list[str]:
    """Return the next row; the module's limit on the size of a cell is raised only meanwhile."""
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        return next(reader)
    finally:
        csv.field_size_limit(before)


def _is_sep_line(row: list[str]) -> bool:
    """Say whether a row is blank or the line "sep=;" that Excel writes."""
    return not any(cell.strip("\ufeff \t\r\n") for cell in row) or (
        row[0].strip("\ufeff").lower().startswith("sep=") and not any(row[1:])
    )


def _form_of(sample: str) -> _Form:
    escape = "\\" if sample.count('\\"') > sample.count('""') else None
    plain = sample.lstrip("\ufeff")
    if plain[:4].lower() == "sep=" and plain[4:5] in set(_SEPARATORS):
        return _Form(plain[4], escape)
    return max((_Form(s, escape) for s in _SEPARATORS), key=lambda form: _fits(plain, form))


def _fits(sample: str, form: _Form) -> tuple[int, int, int]:
    """Return how well a separator parts the sample: columns known by name, rows of one width, columns."""
    reader = _cells(_Pushback(iter(sample.splitlines(keepends=True))), form)
    rows = [row for row in islice(reader, 50) if isinstance(row, list) and any(row)]
    if not rows:
        return 0, 0, 0
    header = rows[0]
    known = sum(bool(columns) for columns in find_columns(header, {}).values())
    return known, sum(len(row) == len(header) > 1 for row in rows), len(header)
