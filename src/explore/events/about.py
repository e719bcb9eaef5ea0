"""Filter an events table by who takes part and by kind."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def about(events: pd.DataFrame, *who: str, kind: str | Iterable[str] | None = None) -> pd.DataFrame:
    """Return the events that all of `who` take part in.

    Parameters
    ----------
    events : pandas.DataFrame
        An events table, of one article or of many.
    *who : str
        Country codes (ISO 3166 alpha-3, "RUS"), or names or parts of names ("Lavrov"); the accents
        and the case of names do not matter.
    kind : str or iterable of str, optional
        Only events of these kinds.

    Returns
    -------
    pandas.DataFrame
        The rows, in their order.

    >>> import pandas as pd
    >>> table = pd.DataFrame(
    ...     {
    ...         "kind": ["meeting", "visit"],
    ...         "participants": [("Xi Jinping",), ("Emmanuel Macron",)],
    ...         "countries": [("CHN", "RUS"), ("FRA", "CHN")],
    ...     }
    ... )
    >>> about(table, "RUS", "CHN").kind.tolist(), about(table, "macron").kind.tolist()
    (['meeting'], ['visit'])
    """
    keep = [
        all(_takes_part(name, names, codes) for name in who)
        for names, codes in zip(events["participants"], events["countries"], strict=True)
    ]
    found = events[np.array(keep, dtype=bool)]  # without rows an untyped list would choose columns
    if kind is None:
        return found
    kinds = {kind} if isinstance(kind, str) else set(kind)
    return found[found["kind"].isin(kinds)]


def _takes_part(wanted: str, names: Iterable[str], codes: Iterable[str]) -> bool:
    if len(wanted) == 3 and wanted.isupper() and wanted in codes:
        return True
    words = _plain(wanted).split()
    return any(_holds(_plain(name).split(), words) for name in names)


def _holds(name: list[str], words: list[str]) -> bool:
    return bool(words) and any(name[i : i + len(words)] == words for i in range(len(name)))


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("-", " ")
