"""A folder that keeps a corpus: its tables as Parquet, and the parts that let the work go on after a kill.

The parts come first, each whole or not at all; the tables are made from them when everything is read, and
`corpus.json`, written last, says that they belong together. So a kill at any moment loses at most the
batches in work, and what is made in the end does not depend on how often the work was stopped.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from explore.corpus.batch import unpacked
from explore.corpus.schema import TABLES, from_arrow, to_arrow
from explore.errors import error
from explore.sources.folders import CORPUS_MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_FORMAT = 1
_RUN = b"explore_run"


class Parts:
    """The parts in a folder, all read in one way."""

    def __init__(self, folder: Path, stamp: str) -> None:
        self._folder = folder / "parts"
        self._stamp = stamp
        self._folder.mkdir(parents=True, exist_ok=True)
        (folder / CORPUS_MARK).touch()

    def kept(self) -> Iterator[tuple[Path, list[str]]]:
        """Yield the parts that are there with the keys of their articles; others are removed."""
        for path in sorted(self._folder.iterdir()):
            if path.name.startswith(f"{self._stamp}-") and path.suffix == ".zip":
                keys = _keys_in(path)
                if keys is not None:
                    yield path, keys
                    continue
            if path.suffix in (".zip", ".new"):
                path.unlink()

    def add(self, data: bytes) -> Path:
        """Write a part and return its path."""
        path = self._folder / f"{self._stamp}-{hashlib.blake2b(data, digest_size=12).hexdigest()}.zip"
        _write(path, data)
        return path

    def copy(self, part: bytes | Path) -> None:
        """Write a part that may be in another folder."""
        if isinstance(part, bytes):
            self.add(part)
        elif part.parent.resolve() != self._folder.resolve():
            self.add(part.read_bytes())


def _keys_in(path: Path) -> list[str] | None:
    """Return the keys of the articles in a part; None if the file is damaged."""
    try:
        return [str(key) for key in unpacked(path.read_bytes(), "readings", ["key"])["key"]]
    except (OSError, KeyError, zipfile.BadZipFile, pa.ArrowException):
        return None


def save_tables(folder: Path, table: Callable[[str], pd.DataFrame], stamp: str) -> None:
    """Write the tables of a corpus, then the file that says they belong together."""
    articles = table("articles")
    run = _run_of(articles, table("failures"), stamp)
    for name in TABLES:
        path = folder / f"{name}.parquet"
        arrow = to_arrow(articles if name == "articles" else table(name))
        pq.write_table(arrow.replace_schema_metadata({_RUN: run.encode()}), _new(path), compression="zstd")
        _new(path).replace(path)
    about = {"format": _FORMAT, "run": run, "stamp": stamp, "articles": len(articles)}
    _write(folder / "corpus.json", (json.dumps(about, indent=1) + "\n").encode())


@dataclass(frozen=True, slots=True)
class Saved:
    """A corpus in a folder: its tables by name, its parts, and the way they were read."""

    table: Callable[[str], pd.DataFrame]
    parts: tuple[Path, ...]
    stamp: str


def open_tables(folder: Path) -> Saved:
    """Return the corpus in a folder; each table is read when it is asked for.

    Raises
    ------
    SourceError
        If there is no corpus in the folder, or it was not finished.
    """
    try:
        about = json.loads((folder / "corpus.json").read_bytes())
        run, stamp = str(about["run"]), str(about["stamp"])
    except FileNotFoundError:
        raise error("unfinished_corpus" if (folder / "parts").is_dir() else "no_corpus", folder) from None
    except (OSError, ValueError, KeyError, TypeError) as why:
        raise error("broken_file", folder / "corpus.json", what="corpus", why=type(why).__name__) from None
    for name in TABLES:
        if (_schema(folder / f"{name}.parquet").metadata or {}).get(_RUN) != run.encode():
            raise error("unfinished_corpus", folder)

    @cache
    def table(name: str) -> pd.DataFrame:
        return from_arrow(pq.read_table(folder / f"{name}.parquet"))

    return Saved(table, tuple(sorted((folder / "parts").glob(f"{stamp}-*.zip"))), stamp)


def _run_of(articles: pd.DataFrame, failures: pd.DataFrame, stamp: str) -> str:
    """Return what tells the tables of one run from those of another: the articles, what failed, the way."""
    digest = hashlib.blake2b(stamp.encode(), digest_size=12)
    for table in (articles[["article_id", "origin", "title", "text"]], failures):
        digest.update(pd.util.hash_pandas_object(table.fillna(""), index=False).to_numpy().tobytes())
    return digest.hexdigest()


def _schema(path: Path) -> pa.Schema:
    try:
        return pq.read_schema(path)
    except FileNotFoundError:
        raise error("unfinished_corpus", path.parent) from None
    except (OSError, pa.ArrowException) as why:
        raise error("broken_file", path, what="Parquet table", why=str(why).split("\n")[0][:120]) from None


def _new(path: Path) -> Path:
    return path.with_name(path.name + ".new")


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    _new(path).write_bytes(data)
    _new(path).replace(path)
