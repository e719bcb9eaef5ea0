"""Read a batch of articles into one part: the tables of all of them, packed as bytes."""

from __future__ import annotations

import io
import zipfile
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow.parquet as pq

from explore.corpus.schema import FOUND, READ, from_arrow, joined, to_arrow
from explore.reader import prepare
from explore.reading import Reading
from explore.sources.failure import Failure
from explore.tables import STR, frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from explore.article import Article

# Bounds of a batch: what is lost at most when the work is killed, and what is in memory at once.
MOST_ARTICLES = 16
MOST_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class Job:
    """An article to read: the key it is filed under, and whether its text was read before."""

    key: str
    article: Article
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What was read in one batch.

    Attributes
    ----------
    keys : tuple of str
        Of the articles that were read.
    data : bytes
        A zip archive with one Parquet table for each of `readings` and the tables of findings, all with
        the column `key`.
    failures : tuple of (str, Failure)
        Keys of the articles that could not be read, and why.
    """

    keys: tuple[str, ...]
    data: bytes
    failures: tuple[tuple[str, Failure], ...] = ()


def read_batch(nlp: Language, jobs: Sequence[Job]) -> Part:
    """Return the part of a batch; an article that fails is in its failures and never stops the others.

    Articles are read one by one: they are long enough that spaCy gains nothing from reading them
    together (measured), and one alone comes out the same whatever it is batched with.
    """
    readings: list[dict[str, Any]] = []
    found: dict[str, list[pd.DataFrame]] = {name: [] for name in FOUND}
    failures = []
    # The words of one batch are forgotten after it: memory stays flat however many articles there are.
    with nlp.memory_zone() if hasattr(nlp, "memory_zone") else nullcontext():
        for job in jobs:
            try:
                row, tables = _read(nlp, job)
            # Whatever one article does to a component, the others must still be read.
            except Exception as problem:
                failures.append((job.key, Failure.of(problem, job.article.origin)))
                continue
            readings.append(row)
            for name, table in tables.items():
                found[name].append(table)
    tables = {name: joined(parts, name, "key") for name, parts in found.items()}
    about = frame(readings, {"key": STR, **READ})
    return Part(tuple(row["key"] for row in readings), packed({"readings": about, **tables}), tuple(failures))


def _read(nlp: Language, job: Job) -> tuple[dict[str, Any], dict[str, pd.DataFrame]]:
    article = job.article
    row: dict[str, Any] = {
        "key": job.key,
        "text": article.text,
        "paragraphs": tuple((p.start_char, p.end_char, p.kind) for p in article.paragraphs),
        "published": article.published,
        "published_from": article.published_from,
        "published_begin": article.published,
        "published_end": article.published,
    }
    if job.repeated:
        return row, {}
    reading = Reading(article, nlp(prepare(nlp, article)))
    begin, end = reading.published_span
    row |= {
        "published": reading.published,
        "published_from": reading.published_from,
        "published_evidence": reading.published_evidence,
        "published_begin": begin,
        "published_end": end,
    }
    return row, {name: _keyed(getattr(reading, name), job.key) for name in FOUND}


def _keyed(table: pd.DataFrame, key: str) -> pd.DataFrame:
    table = table.copy()
    table.insert(0, "key", pd.Series([key] * len(table), dtype=STR))
    return table


def packed(tables: dict[str, pd.DataFrame]) -> bytes:
    """Return tables as one archive of Parquet files."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as members:
        for name, table in tables.items():
            member = io.BytesIO()
            pq.write_table(to_arrow(table), member, compression="zstd")
            # A fixed date: the same tables are the same bytes.
            members.writestr(zipfile.ZipInfo(f"{name}.parquet"), member.getvalue())
    return archive.getvalue()


def unpacked(data: bytes, name: str, columns: list[str] | None = None) -> pd.DataFrame:
    """Return one table of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as members:
        return from_arrow(pq.read_table(io.BytesIO(members.read(f"{name}.parquet")), columns=columns))
