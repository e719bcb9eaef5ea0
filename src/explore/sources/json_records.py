"""Records in JSON: one on a line (JSONL), a list of them, or a list inside the answer of a news service."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from explore.errors import error
from explore.sources.blob import lines, open_text
from explore.sources.decode import decode
from explore.sources.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from explore.sources.blob import Blob

    Record = tuple[str, Mapping[str, Any]]

_LONGEST_LINE = 16_000_000
_LARGEST = 500_000_000
# How deep in an answer its list of articles is looked for ({"response": {"docs": […]}}).
_DEPTH = 3


def records_in_lines(blob: Blob, encoding: str | None = None) -> Iterator[Record | Failure]:
    """Yield the records of a file with one on each line; a broken line is a failure and no more."""
    with open_text(blob, encoding) as text:
        for number, line in enumerate(lines(text, _LONGEST_LINE), 1):
            name = f"{blob.name}, line {number}"
            if line is None:
                limit = f"{_LONGEST_LINE // 1_000_000} million characters"
                yield Failure.of(error("too_large", name, limit=limit), name)
            elif line.strip("\ufeff \t\r\n"):
                yield _record(line, name)


def records_in_json(blob: Blob, encoding: str | None = None) -> Iterator[Record | Failure]:
    """Yield the records of a JSON file; one that is in truth a record on each line is read so.

    Raises
    ------
    SourceError
        If it is no JSON, or holds no records.
    """
    text = decode(blob.read(_LARGEST), blob.name, encoding).text.lstrip("\ufeff \t\r\n")
    try:
        value, end = json.JSONDecoder(parse_int=_integer).raw_decode(text)
    except (ValueError, RecursionError) as why:
        if _starts_with_record(text):
            yield from records_in_lines(blob, encoding)
            return
        raise error("broken_file", blob.name, what="JSON file", why=_why(why)) from None
    if text[end:].strip():
        yield from records_in_lines(blob, encoding)
        return
    found = _records(value)
    if not found:
        raise error("no_records", blob.name)
    single = len(found) == 1 and found[0] is value
    for number, record in enumerate(found, 1):
        name = blob.name if single else f"{blob.name}, record {number}"
        if isinstance(record, dict):
            yield name, record
        else:
            why_not = f"a {type(record).__name__} in its place"
            yield Failure.of(error("broken_record", name, what="record", why=why_not), name)


def count_lines(blob: Blob) -> int:
    """Return how many lines a file has, quickly."""
    with blob.open() as stream:
        ends = sum(block.count(b"\n") for block in iter(lambda: stream.read(1_000_000), b""))
    return ends or 1


def _starts_with_record(text: str) -> bool:
    """Say whether the first line is a whole record of its own."""
    first = text[:_LONGEST_LINE].split("\n", 1)[0]
    return isinstance(_record(first, ""), tuple)


def _record(line: str, name: str) -> Record | Failure:
    try:
        value = json.loads(line.strip("\ufeff \t\r\n,"), parse_int=_integer)
    except (ValueError, RecursionError) as problem:
        return Failure.of(error("broken_record", name, what="JSON", why=_why(problem)), name)
    if isinstance(value, dict):
        return name, value
    why = f"a {type(value).__name__} in its place"
    return Failure.of(error("broken_record", name, what="record", why=why), name)


def _integer(digits: str) -> int | float:
    # Python refuses to convert thousands of digits; nothing we read is such a number.
    return int(digits) if len(digits) < 100 else float("inf")


def _why(problem: ValueError | RecursionError) -> str:
    return "it is nested too deeply" if isinstance(problem, RecursionError) else str(problem)[:120]


def _records(value: Any) -> list[Any]:  # noqa: ANN401 - JSON may hold anything
    """Return the records in a JSON value: the longest list of objects in it, or the object itself."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    columns = _from_columns(value)
    if columns:
        return columns
    lists = [found for found in _lists(value, _DEPTH) if any(isinstance(r, dict) for r in found)]
    longest = max(lists, key=len, default=[])
    texts = [v for v in value.values() if isinstance(v, str) and len(v) > 200]
    return [value] if texts or not longest else longest


def _lists(value: dict[str, Any], depth: int) -> Iterator[list[Any]]:
    for inner in value.values():
        if isinstance(inner, list):
            yield inner
        elif isinstance(inner, dict) and depth > 1:
            yield from _lists(inner, depth - 1)
    # {"a17": {record}, "a18": {record}}: the records by their ids.
    records = list(value.values())
    if len(records) > 1 and all(isinstance(r, dict) and _says_something(r) for r in records):
        yield records


def _says_something(record: dict[str, Any]) -> bool:
    return any(isinstance(v, str) and " " in v for v in record.values())


def _from_columns(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the records of a table that was written column by column (as pandas does)."""
    columns = list(value.values())
    if columns and all(isinstance(c, list) and not any(isinstance(v, dict) for v in c) for c in columns):
        if len({len(c) for c in columns}) == 1 and len(columns) > 1:
            return [dict(zip(value, cells, strict=True)) for cells in zip(*columns, strict=True)]
        return []
    if len(columns) > 1 and all(isinstance(c, dict) and c.keys() == columns[0].keys() for c in columns):
        rows = columns[0]
        if all(name.isdigit() for name in rows):
            return [{name: c[row] for name, c in value.items()} for row in rows]
    return []
