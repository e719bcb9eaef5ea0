"""What is in one source, whatever it is: the reader of each kind chosen by its first bytes and its name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explore.article import Article
from explore.errors import error, shown
from explore.sources import archives, dataframes, delimited, feeds, json_records
from explore.sources.blob import Blob
from explore.sources.failure import Failure, attempt
from explore.sources.fetch import fetch
from explore.sources.folders import files_in
from explore.sources.forms import form_of
from explore.sources.load import LARGEST, article_from_bytes, is_prose, read_file
from explore.sources.records import Options, article_from_record, check_columns

if TYPE_CHECKING:
    from explore.sources.forms import Form

    Found = Article | Failure
    Records = Iterator[list[str] | tuple[str, Mapping[str, Any]] | Failure]

_DEEPEST = 3
_LARGEST_FEED = 50_000_000


def expanded(source: Any, options: Options) -> Iterator[Found]:  # noqa: ANN401 - anything a user may give
    """Yield what is in a source; an error in it ends that source and is itself yielded as a failure."""
    try:
        yield from _in_source(source, options)
    # Whatever one source holds, the others must still be read.
    except Exception as problem:
        yield Failure.of(problem, name_of(source))


def name_of(source: object) -> str:
    """Return what to call a source in a message."""
    return shown(source if isinstance(source, (str, Path)) else f"a {type(source).__name__}")


def is_address(source: object) -> bool:
    """Say whether a source is an http(s) address."""
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))


def check_path(source: str | Path) -> None:
    """Raise an error if there is nothing at a path."""
    if is_prose(source):
        raise error("text_for_path", shown(str(source)[:60]) + "…")
    try:
        Path(source).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        is_link = "\0" not in str(source) and Path(source).is_symlink()
        raise error("broken_link" if is_link else "missing", source, folder=Path.cwd()) from None
    except OSError as why:
        raise error("unreadable", source, why=why.strerror or "it cannot be opened") from None


def _in_source(source: Any, options: Options) -> Iterator[Found]:  # noqa: ANN401
    if isinstance(source, (Article, Failure)):
        yield source
    elif isinstance(source, Mapping):
        yield from _articles(iter([("the record", source)]), options, "the record")
    elif is_address(source):
        yield from _in_address(source, options)
    elif isinstance(source, (str, Path)):
        yield from _in_path(source, options)
    elif dataframes.is_table(source):
        check_columns(dataframes.columns_of(source), options, "the table")
        yield from _articles(dataframes.rows_of_table(source), options, "the table")
    elif isinstance(source, Iterable) and not isinstance(source, (bytes, bytearray)):
        for number, item in enumerate(source):
            if isinstance(item, Mapping):
                name = f"record {number}"
                yield from _articles(iter([(name, item)]), options, name)
            else:
                yield from expanded(item, options)
    else:
        raise error("no_source", name_of(source))


def _in_address(url: str, options: Options) -> Iterator[Found]:
    page = fetch(url)
    if feeds.looks_like_feed(page.data[:4096]):
        yield from _articles(feeds.entries_of(page.data, url), options, url)
    else:
        yield article_from_bytes(
            page.data,
            url,
            clean=options.clean is not False,
            encoding=options.encoding,
            declared=page.charset,
            url=page.url,
        )


def _in_path(source: str | Path, options: Options) -> Iterator[Found]:
    check_path(source)
    path = Path(source)
    if not path.is_dir():
        yield from _in_file(path, options)
        return
    empty = True
    for found in files_in(path):
        empty = False
        if isinstance(found, Failure):
            yield found
        else:
            try:
                yield from _in_file(found, options)
            except Exception as problem:  # one file of many
                yield Failure.of(problem, found)
    if empty:
        raise error("empty_folder", source)


def _in_file(path: Path, options: Options) -> Iterator[Found]:
    if not path.is_file() or not os.access(path, os.R_OK):
        # The reader of single files says what it is instead.
        read_file(path)
    yield from _in_blob(Blob.of_file(path), options, _DEEPEST)


def _in_blob(blob: Blob, options: Options, depth: int) -> Iterator[Found]:
    """Yield the articles in a file or in a member of an archive."""
    form = form_of(blob.name, blob.head())
    if form == "article":
        yield attempt(lambda: _article(blob, options), blob.name)
    elif form in ("zip", "tar", "gzip"):
        yield from _in_packed(blob, form, options, depth)
    elif form == "warc":
        yield from archives.pages_of_warc(blob)
    elif form == "word":
        from explore.sources.word import articles_in_word

        yield from articles_in_word(blob, options.clean is not False)
    else:
        yield from _articles(_records(blob, form, options), options, blob.name)


def _article(blob: Blob, options: Options) -> Article:
    data = blob.read(LARGEST)
    return article_from_bytes(data, blob.name, clean=options.clean is not False, encoding=options.encoding)


def _in_packed(blob: Blob, form: Form, options: Options, depth: int) -> Iterator[Found]:
    if depth == 0:
        raise error("too_deep", blob.name)
    if form == "gzip":
        inner = blob.unpacked()
        head = inner.head()
        if head.startswith(b"WARC/"):
            yield from archives.pages_of_warc(blob)
            return
        if head[257:262] != b"ustar":
            yield from _in_blob(inner, options, depth - 1)
            return
    members = archives.members_of_zip(blob) if form == "zip" else archives.members_of_tar(blob)
    for member in members:
        if isinstance(member, Failure):
            yield member
            continue
        try:
            yield from _in_blob(member, options, depth - 1)
        except Exception as problem:  # one member of many
            yield Failure.of(problem, member.name)


def _records(blob: Blob, form: Form, options: Options) -> Records:
    if form == "lines":
        return json_records.records_in_lines(blob, options.encoding)
    if form == "json":
        return json_records.records_in_json(blob, options.encoding)
    if form == "table":
        return delimited.rows_of(blob, options.encoding)
    if form == "parquet":
        return dataframes.rows_of_parquet(blob, options)
    return feeds.entries_of(blob.read(_LARGEST_FEED), blob.name)


def _articles(records: Records, options: Options, origin: object) -> Iterator[Found]:
    """Yield the articles of records; a list of names among them is the header of a table."""
    for record in records:
        if isinstance(record, Failure):
            yield record
        elif isinstance(record, list):
            check_columns(record, options, origin)
        else:
            yield attempt(partial(article_from_record, record[1], record[0], options), record[0])
