"""How many articles a source may hold, found without reading them: for the bar that shows how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explore.article import Article
from explore.sources import archives, dataframes, delimited, json_records
from explore.sources.blob import Blob
from explore.sources.expand import is_address
from explore.sources.failure import Failure
from explore.sources.folders import files_in
from explore.sources.forms import form_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explore.sources.records import Options

_COUNTED_BELOW = 300_000_000


def how_many(source: Any, options: Options) -> int | None:  # noqa: ANN401
    """Return how many articles a source may hold, without reading them; None where only reading tells."""
    try:
        if is_address(source) or isinstance(source, (Article, Failure, Mapping)):
            return 1
        if isinstance(source, (str, Path)):
            path = Path(source)
            files = files_in(path) if path.is_dir() else [path]
            return _total(1 if isinstance(f, Failure) else _how_many_in_file(f, options) for f in files)
        if dataframes.is_table(source):
            return len(source) if hasattr(source, "__len__") else None
        if isinstance(source, (list, tuple, set, frozenset)):
            return _total(how_many(item, options) for item in source)
    except Exception:
        # What is wrong with it is said when it is read.
        return None
    return None


def _total(counts: Iterable[int | None]) -> int | None:
    total = 0
    for count in counts:
        if count is None:
            return None
        total += count
    return total


def _how_many_in_file(path: Path, options: Options) -> int | None:
    if not path.is_file():
        return 1
    blob = Blob.of_file(path)
    form = form_of(blob.name, blob.head())
    if form == "article":
        return 1
    if form == "parquet":
        return dataframes.count_parquet(blob)
    if form == "zip":
        return archives.count_zip(blob)
    if blob.size < _COUNTED_BELOW:
        if form == "lines":
            return json_records.count_lines(blob)
        if form == "table":
            return delimited.count_rows(blob, options.encoding)
    return None
