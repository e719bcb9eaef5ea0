"""The border between what the components find and what a user gets: typed pandas tables."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STR, INT, FLOAT, BOOL, LIST = "string", "Int64", "Float64", "boolean", "object"
DAY = "datetime64[ms, UTC]"


def frame(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str]) -> pd.DataFrame:
    """Return rows as a table with exactly these columns and types; what is missing is NA.

    Parameters
    ----------
    rows : iterable of mapping
        Values by column. Days are `datetime.date` or None, lists are tuples.
    columns : mapping of str to str
        Column name to pandas type, in order.

    >>> frame([{"name": "Xi Jinping"}], {"name": STR, "mentions": INT})
             name  mentions
    0  Xi Jinping      <NA>
    """
    listed = list(rows)
    # Arrays, not Series: pandas puts them together four times as fast.
    return pd.DataFrame(
        {name: _column([r.get(name) for r in listed], kind) for name, kind in columns.items()}
    )


def _column(values: list[Any], kind: Any) -> Any:  # noqa: ANN401 - pandas has no one name for its types
    if kind == DAY:
        return pd.DatetimeIndex(np.array(values, dtype="datetime64[ms]"), tz="UTC")
    if kind == LIST:
        cells = np.empty(len(values), dtype=object)
        for place, value in enumerate(values):
            cells[place] = tuple(value or ())
        return cells
    return pd.array(values, dtype=_dtype(kind))


@lru_cache(maxsize=16)
def _dtype(kind: str) -> Any:  # noqa: ANN401
    """Return a type by its name, which pandas looks for anew at each call."""
    return pd.api.types.pandas_dtype(kind)


def row_of(found: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
    """Return the attributes of a dataclass by name; `dataclasses.asdict` would copy what they hold."""
    return {name: getattr(found, name) for name in found.__dataclass_fields__}
