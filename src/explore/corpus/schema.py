"""The tables of a corpus and their columns: those of a reading with `article_id`, and the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from explore.actors.table import ACTORS, MENTIONS
from explore.dates.table import COLUMNS as DATES
from explore.events.table import COLUMNS as EVENTS
from explore.quotes.table import COLUMNS as QUOTES
from explore.tables import DAY, INT, LIST, STR, frame

if TYPE_CHECKING:
    from collections.abc import Iterable

# What is read off each article, in the columns of a Reading's tables.
FOUND = {"dates": DATES, "actors": ACTORS, "mentions": MENTIONS, "events": EVENTS, "quotes": QUOTES}
# What is known of an article only once it was read.
READ = {
    "published": DAY,
    "published_from": STR,
    "published_evidence": STR,
    "published_begin": DAY,
    "published_end": DAY,
    "text": STR,
    "paragraphs": LIST,
}
ABOUT = {
    "title": STR,
    "source": STR,
    "author": STR,
    "url": STR,
    "words": INT,
    "duplicate_of": STR,
    "warnings": LIST,
    "origin": STR,
}
ARTICLES = {"article_id": STR, **ABOUT, **READ}
FAILURES = {"source": STR, "reason": STR, "hint": STR}
# Every table of a corpus, in the order they are shown and saved.
TABLES = ("articles", *FOUND, "article_events", "failures")

_PARAGRAPH = pa.struct({"start_char": pa.int32(), "end_char": pa.int32(), "kind": pa.string()})


def joined(tables: Iterable[pd.DataFrame], name: str, first: str) -> pd.DataFrame:
    """Return tables of findings under one another; without any, an empty one with the same columns.

    Parameters
    ----------
    tables : iterable of pandas.DataFrame
    name : str
        Which of the tables of findings.
    first : str
        The name of the first column: `key` or `article_id`.
    """
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else frame([], {first: STR, **FOUND[name]})


def to_arrow(table: pd.DataFrame) -> pa.Table:
    """Return a table for Parquet: lists as lists, days as UTC timestamps, text as text."""
    return pa.table({str(name): _arrow_column(column) for name, column in table.items()})


def from_arrow(table: pa.Table) -> pd.DataFrame:
    """Return a table as it was before `to_arrow`: the types of `explore.tables`, lists as tuples."""
    columns = {}
    for name, column in zip(table.column_names, table.columns, strict=True):
        kind = column.type
        if pa.types.is_list(kind) or pa.types.is_large_list(kind):
            values = [tuple(map(_tuple, cell or ())) for cell in column.to_pylist()]
            columns[name] = pd.Series(values, dtype=object)
        elif pa.types.is_timestamp(kind):
            columns[name] = column.to_pandas().astype(DAY)
        else:
            columns[name] = column.to_pandas(types_mapper=_pandas_type)
    return pd.DataFrame(columns)


def _pandas_type(kind: pa.DataType) -> Any:  # noqa: ANN401 - a pandas type
    if pa.types.is_integer(kind):
        return pd.Int64Dtype()
    if pa.types.is_boolean(kind):
        return pd.BooleanDtype()
    return pd.StringDtype() if pa.types.is_string(kind) or pa.types.is_large_string(kind) else None


def _arrow_column(column: pd.Series[Any]) -> pa.Array:
    if column.dtype != object:
        array = pa.array(column)
        # One type of text in all files, so that they can be read together.
        if isinstance(array, pa.ChunkedArray):
            array = array.combine_chunks()
        return array.cast(pa.string()) if pa.types.is_large_string(array.type) else array
    values = [list(cell) for cell in column]
    first = next((item for cell in values for item in cell), "")
    if isinstance(first, tuple) and len(first) == 3 and isinstance(first[2], str):
        names = [field.name for field in _PARAGRAPH]
        records = [[dict(zip(names, item, strict=True)) for item in cell] for cell in values]
        return pa.array(records, pa.list_(_PARAGRAPH))
    kind = pa.list_(pa.int64()) if isinstance(first, tuple) else None
    kind = kind or (pa.int64() if isinstance(first, int) else pa.string())
    return pa.array(values, pa.list_(kind))


def _tuple(item: Any) -> Any:  # noqa: ANN401 - what stands in a list
    if isinstance(item, dict):
        return tuple(item.values())
    return tuple(item) if isinstance(item, list) else item
