"""Many articles from one source: a folder, a table, a dump, a feed, an archive, or a list of any of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from explore.article import Article
from explore.errors import error, shown
from explore.sources.counting import how_many
from explore.sources.duplicates import fingerprint
from explore.sources.expand import check_path, expanded, is_address, name_of
from explore.sources.failure import Failure
from explore.sources.records import Options
from explore.tables import STR, frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

FAILURES = {"source": STR, "reason": STR, "hint": STR}


def load_all(
    source: object,
    *,
    columns: Mapping[str, str] | None = None,
    clean: bool | None = None,
    encoding: str | None = None,
    dayfirst: bool | None = None,
) -> Collection:
    """Return the articles of a source, loaded one after the other as they are asked for.

    Parameters
    ----------
    source : path, address, table, or iterable
        A folder; a file of articles (text, HTML, JSON Lines, JSON, CSV, TSV, Parquet, RSS or Atom, WARC,
        zip, tar, Word); an address of a page or a feed; a DataFrame; or a list of paths, addresses,
        records (mappings) and Articles.
    columns : mapping of str to str, optional
        The columns of a table where their names do not tell: ``{"text": "Volltext", "published": "Tag"}``.
        The parts of an article are text, teaser, title, published, source, author and url.
    clean : bool, optional
        Whether to cut what is not of the article. Left out, files and pages are cleaned, and the
        texts of records are kept as they stand.
    encoding : str, optional
        The encoding of files; found out for each if left out.
    dayfirst : bool, optional
        How to read a day such as 04/05/2024; left out, it counts as not known.

    Returns
    -------
    Collection
        Iterate it for Articles; what cannot be read is in its `failures` and never stops the rest.
        An article whose text was there before, or is cut off, says so in its `warnings`.

    Raises
    ------
    SourceError
        If there is no such source.

    >>> collection = load_all([{"title": "Xi in Moscow", "body": "Xi Jinping arrived in Moscow on Monday."}])
    >>> [article.title for article in collection]
    ['Xi in Moscow']
    """
    if isinstance(source, Collection):
        return source
    if isinstance(source, (str, Path)) and not is_address(source):
        check_path(source)
    elif source is None or isinstance(source, (bytes, int, float)):
        raise error("no_source", shown(repr(source), 60))
    return Collection(source, Options(clean, encoding, dict(columns or {}), dayfirst))


class Collection(Iterable[Article]):
    """The articles of a source, read anew each time they are iterated (a generator only once).

    Attributes
    ----------
    failures : pandas.DataFrame
        What could not be read the last time, as far as it was iterated: source, reason, hint.
    """

    def __init__(self, source: object, options: Options) -> None:
        self._source, self._options = source, options
        self._failed: list[Failure] = []

    def __iter__(self) -> Iterator[Article]:
        """Yield the articles; what cannot be read is kept in `failures`."""
        return (found for found in self.items() if isinstance(found, Article))

    def items(self) -> Iterator[Article | Failure]:
        """Yield the articles and, in their places, the records of what could not be read."""
        self._failed.clear()
        first: dict[bytes, str] = {}
        for found in expanded(self._source, self._options):
            if isinstance(found, Failure):
                self._failed.append(found)
                yield found
                continue
            text = fingerprint(found)
            if text in first:
                found = replace(found, warnings=(*found.warnings, f"the same text as {first[text]}"))
            else:
                first[text] = shown(found.origin, 80)
            yield found

    @property
    def failures(self) -> pd.DataFrame:
        """What could not be read, one row each: source, reason, hint."""
        return failures_table(self._failed)

    def expected(self) -> int | None:
        """Return how many articles there may be, without reading them; None where only reading tells."""
        return how_many(self._source, self._options)

    def __repr__(self) -> str:
        failed = f", {len(self._failed)} not read" if self._failed else ""
        return f"Collection({name_of(self._source)}{failed})"


def failures_table(failures: Iterable[Failure]) -> pd.DataFrame:
    """Return failures as a table: source, reason, hint."""
    return frame(({"source": f.source, "reason": f.reason, "hint": f.hint} for f in failures), FAILURES)
