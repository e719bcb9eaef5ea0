"""Rows of a DataFrame, an Arrow table or a Parquet file as records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explore.errors import error
from explore.sources.records import find_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from explore.sources.blob import Blob
    from explore.sources.records import Options

    Record = tuple[str, Mapping[str, Any]]

_AT_ONCE = 64


def is_table(source: object) -> bool:
    """Say whether something is a table: of pandas, or of any library that speaks Arrow (polars, duckdb)."""
    return hasattr(source, "__arrow_c_stream__") or _is_pandas(source)


def _is_pandas(source: object) -> bool:
    import pandas as pd

    return isinstance(source, pd.DataFrame)


def columns_of(table: Any) -> list[str]:  # noqa: ANN401 - tables of several libraries
    """Return the names of a table's columns."""
    return [str(name) for name in (table.columns if _is_pandas(table) else _arrow(table).column_names)]


def rows_of_table(table: Any) -> Iterator[Record]:  # noqa: ANN401
    """Yield the rows of a table, named by their index."""
    if not _is_pandas(table):
        for number, record in enumerate(_arrow(table).to_pylist()):
            yield f"the table, row {number}", record
        return
    for start in range(0, len(table), _AT_ONCE):
        part: pd.DataFrame = table.iloc[start : start + _AT_ONCE]
        labels = [str(column) for column in part.columns]
        for index, cells in zip(part.index, part.itertuples(index=False, name=None), strict=True):
            yield f"the table, row {index}", dict(zip(labels, cells, strict=True))


def rows_of_parquet(blob: Blob, options: Options) -> Iterator[list[str] | Record]:
    """Yield the columns of a Parquet file, then its rows; only the columns that are needed are read.

    Raises
    ------
    SourceError
        If the file is damaged.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    stream = blob.open_anywhere()
    try:
        file = pq.ParquetFile(stream)
        names = [str(name) for name in file.schema_arrow.names]
        yield names
        wanted = {c for columns in find_columns(_dotted(file), options.columns).values() for c in columns}
        kept = [name for name in names if name in wanted or any(w.startswith(f"{name}.") for w in wanted)]
        number = 0
        for batch in file.iter_batches(batch_size=_AT_ONCE, columns=kept):
            for record in batch.to_pylist():
                yield f"{blob.name}, row {number}", record
                number += 1
    except (pa.ArrowException, OSError, UnicodeDecodeError) as why:
        raise error(
            "broken_file", blob.name, what="Parquet table", why=str(why).split("\n")[0][:120]
        ) from None
    finally:
        stream.close()


def count_parquet(blob: Blob) -> int:
    """Return how many rows a Parquet file has."""
    import pyarrow.parquet as pq

    with blob.open_anywhere() as stream:
        return int(pq.ParquetFile(stream).metadata.num_rows)


def _dotted(file: Any) -> list[str]:  # noqa: ANN401 - pyarrow has no types
    """Return the names of the columns and, with a dot, of what is nested in them."""
    import pyarrow as pa

    found = []
    for field in file.schema_arrow:
        found.append(field.name)
        if pa.types.is_struct(field.type):
            found += [f"{field.name}.{inner.name}" for inner in field.type]
    return found


def _arrow(table: Any) -> Any:  # noqa: ANN401
    import pyarrow as pa

    return pa.table(table)
