"""Many articles with everything found in them, as the tables of a reading with `article_id`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pandas as pd

from explore.article import Article, Paragraph
from explore.corpus import store
from explore.corpus.schema import TABLES
from explore.corpus.summaries import people, tellings
from explore.corpus.view import html_of, words_of
from explore.errors import error
from explore.events import about, to_csv

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class Corpus:
    """What many articles say; `explore.read_all` makes it.

    Attributes
    ----------
    articles : pandas.DataFrame
        One row per article: `article_id`, title, source, author, url, words, `duplicate_of` (the article
        with the same text), warnings, origin, the day of publication and how it is known, the text.
    dates, actors, mentions, quotes : pandas.DataFrame
        The tables of a Reading with `article_id`; a quotation's `event_id` names an event of `events`.
    events : pandas.DataFrame
        Each event once, with how many `articles` tell it, its `members` and their `conflicts`.
    article_events : pandas.DataFrame
        The events as each article tells them, before they are merged.
    failures : pandas.DataFrame
        What could not be read: source, reason, hint.
    complete : bool
        False if the reading was interrupted.
    """

    def __init__(
        self,
        table: Callable[[str], pd.DataFrame],
        parts: Sequence[bytes | Path],
        stamp: str,
        complete: bool = True,
    ) -> None:
        self._table, self._parts, self._stamp, self.complete = table, parts, stamp, complete

    @property
    def articles(self) -> pd.DataFrame:
        """One row per article."""
        return self._table("articles")

    @property
    def dates(self) -> pd.DataFrame:
        """One row per time expression (TIMEX3)."""
        return self._table("dates")

    @property
    def actors(self) -> pd.DataFrame:
        """One row per actor and article."""
        return self._table("actors")

    @property
    def mentions(self) -> pd.DataFrame:
        """One row per mention of an actor."""
        return self._table("mentions")

    @property
    def quotes(self) -> pd.DataFrame:
        """One row per quotation."""
        return self._table("quotes")

    @property
    def events(self) -> pd.DataFrame:
        """One row per event, however many articles tell it."""
        return self._table("events")

    @property
    def article_events(self) -> pd.DataFrame:
        """One row per event and article."""
        return self._table("article_events")

    @property
    def failures(self) -> pd.DataFrame:
        """One row for each thing that could not be read."""
        return self._table("failures")

    def about(self, *who: str, kind: str | Iterable[str] | None = None) -> pd.DataFrame:
        """Return the events that all of `who` take part in: codes ("RUS"), names or parts of names.

        Parameters
        ----------
        *who : str
        kind : str or iterable of str, optional
            Only events of these kinds.
        """
        return about(self.events, *who, kind=kind)

    def people(self) -> pd.DataFrame:
        """Return one row per actor: in how many articles, mentioned and quoted how often, the roles given."""
        return people(self)

    def tellings(self, event_id: str) -> pd.DataFrame:
        """Return how each article tells an event of `events`: its day, its place, its sentence.

        Raises
        ------
        SourceError
            If there is no such event.
        """
        return tellings(self, event_id)

    def article(self, article_id: str) -> Article:
        """Return an article as it was read; `explore.read` it to see it marked.

        Raises
        ------
        SourceError
            If there is no article of this id.
        """
        rows = self.articles[self.articles["article_id"] == article_id].to_dict("records")
        if not rows:
            raise error("no_such_article", article_id)
        row: dict[str, Any] = {str(name): _or_none(value) for name, value in rows[0].items()}
        known = row["published_from"] in ("given", "metadata", "url", "dateline")
        return Article(
            text=row["text"],
            paragraphs=tuple(Paragraph(*paragraph) for paragraph in row["paragraphs"]),
            title=row["title"],
            source=row["source"],
            author=row["author"],
            url=row["url"],
            published=row["published"].date() if known and row["published"] else None,
            published_from=row["published_from"] if known else None,
            warnings=row["warnings"],
            origin=row["origin"],
        )

    def save(self, folder: str | Path) -> None:
        """Write the corpus: a Parquet file for each table, and what `read_all` needs to go on from it."""
        target = Path(folder)
        parts = store.Parts(target, self._stamp)
        for part in self._parts:
            parts.copy(part)
        store.save_tables(target, self._table, self._stamp)

    @classmethod
    def open(cls, folder: str | Path) -> Self:
        """Return the corpus in a folder; its tables are read when they are asked for.

        Raises
        ------
        SourceError
            If there is none, or it was not finished.
        """
        found = store.open_tables(Path(folder))
        return cls(found.table, found.parts, found.stamp)

    def to_csv(self, folder: str | Path) -> None:
        """Write each table as CSV; cells that a spreadsheet would run as a formula are made text."""
        target = Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            # Where each paragraph begins is of use only to `article`.
            to_csv(self._table(name).drop(columns="paragraphs", errors="ignore"), target / f"{name}.csv")

    def __len__(self) -> int:
        return len(self.articles)

    def __repr__(self) -> str:
        return f"Corpus({words_of(self)})"

    def _repr_html_(self) -> str:
        """Return the corpus at a glance, everything from the articles escaped."""
        return html_of(self)


def _or_none(cell: Any) -> Any:  # noqa: ANN401 - a cell of a table
    return cell if isinstance(cell, tuple) or pd.notna(cell) else None
