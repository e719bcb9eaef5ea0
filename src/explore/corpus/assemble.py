"""Parts and the list of articles put together: the tables of a corpus."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from explore.corpus.batch import unpacked
from explore.corpus.schema import ABOUT, ARTICLES, FAILURES, READ, TABLES, joined
from explore.events import merge_events
from explore.tables import STR, frame

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence
    from pathlib import Path

    from explore.sources.failure import Failure


@dataclass(slots=True)
class Work:
    """All that was read: the articles in the order they came, the parts, what failed.

    Attributes
    ----------
    articles : list of dict
        Rows with `article_id`, `key` and what is known without reading.
    parts : list of bytes or Path
        As `explore.corpus.batch` makes them.
    where : dict
        The number of the part by key.
    failures : list of (int, Failure)
        With the place in the order of the source.
    places : dict
        Those places by key.
    complete : bool
        False if the work was interrupted.
    """

    articles: list[dict[str, Any]] = field(default_factory=list)
    parts: list[bytes | Path] = field(default_factory=list)
    where: dict[str, int] = field(default_factory=dict)
    failures: list[tuple[int, Failure]] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    complete: bool = True

    def add(self, part: bytes | Path, keys: Sequence[str]) -> None:
        """Add a part with the keys of the articles in it; a key that is there stays where it is."""
        for key in keys:
            self.where.setdefault(key, len(self.parts))
        self.parts.append(part)

    def read(self) -> list[dict[str, Any]]:
        """Return the rows of the articles that have been read."""
        return [row for row in self.articles if row["key"] in self.where]


def tables_of(work: Work, kept: Container[str] = TABLES) -> Callable[[str], pd.DataFrame]:
    """Return a function that makes each table of a corpus when it is asked for; `kept` are made once."""
    makers: Mapping[str, Callable[[Callable[[str], pd.DataFrame]], pd.DataFrame]] = {
        "articles": lambda _: _articles(work),
        "failures": lambda _: _failures(work),
        "article_events": lambda _: _found(work, "events"),
        "events": lambda table: merged(table("article_events")),
        "quotes": lambda table: with_merged_ids(_found(work, "quotes"), table("events")),
    }
    made: dict[str, pd.DataFrame] = {}

    def table(name: str) -> pd.DataFrame:
        if name in made:
            return made[name]
        found = makers[name](table) if name in makers else _found(work, name)
        if name in kept:
            made[name] = found
        return found

    return table


def merged(article_events: pd.DataFrame) -> pd.DataFrame:
    """Return the events of all articles, each once; `article_id` is that of the sentence shown."""
    events = merge_events(article_events)
    return events[["article_id", *(name for name in events.columns if name != "article_id")]]


def with_merged_ids(quotes: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Return quotations whose `event_id` names the merged event they were said on."""
    ids = {
        member: event_id
        for event_id, members in zip(events["event_id"], events["members"], strict=True)
        for member in members
    }
    named = [
        None if pd.isna(event) else ids.get(f"{article}/{event}")
        for article, event in zip(quotes["article_id"], quotes["event_id"], strict=True)
    ]
    return quotes.assign(event_id=pd.Series(named, dtype=STR, index=quotes.index))


def _found(work: Work, name: str) -> pd.DataFrame:
    """Return a table of findings: the rows of all parts in the order of the articles."""
    order = {row["key"]: place for place, row in enumerate(work.read())}
    ids = [row["article_id"] for row in work.read()]
    parts = []
    for table in _of_parts(work, name, None):
        places = table.pop("key").map(order).astype(int)
        table.insert(
            0, "article_id", pd.Series([ids[place] for place in places], dtype=STR, index=table.index)
        )
        parts.append(table.assign(_place=places))
    table = joined(parts, name, "article_id")
    if parts:
        table = table.sort_values("_place", kind="stable", ignore_index=True).drop(columns="_place")
    return table


def _of_parts(work: Work, name: str, columns: list[str] | None) -> Iterator[pd.DataFrame]:
    """Yield a table of each part, only the rows of articles that are of the corpus."""
    wanted = {row["key"] for row in work.articles}
    for number, part in enumerate(work.parts):
        table = unpacked(part if isinstance(part, bytes) else part.read_bytes(), name, columns)
        kept = table["key"].map(lambda key, n=number: key in wanted and work.where[key] == n).astype(bool)
        if kept.any():
            yield table[kept].reset_index(drop=True)


def _articles(work: Work) -> pd.DataFrame:
    readings = pd.concat(
        [*_of_parts(work, "readings", None), frame([], {"key": STR, **READ})], ignore_index=True
    )
    place = {key: n for n, key in enumerate(readings["key"])}
    rows = work.read()
    about = frame(rows, {"article_id": STR, **ABOUT})
    read = readings.iloc[[place[row["key"]] for row in rows]].drop(columns="key").reset_index(drop=True)
    return pd.concat([about, read], axis=1)[list(ARTICLES)]


def _failures(work: Work) -> pd.DataFrame:
    listed = [failure for _, failure in sorted(work.failures, key=lambda pair: pair[0])]
    return frame(({name: getattr(f, name) for name in FAILURES} for f in listed), FAILURES)
