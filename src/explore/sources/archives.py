"""Members of zip and tar archives, pages of a web archive (WARC): read in memory, never unpacked to disk."""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
import zlib
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from explore.errors import error
from explore.sources.blob import Blob, too_much
from explore.sources.failure import Failure, attempt
from explore.sources.folders import is_leftover
from explore.sources.load import LARGEST, article_from_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explore.article import Article

_MOST_MEMBERS = 1_000_000
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def members_of_zip(blob: Blob) -> Iterator[Blob | Failure]:
    """Yield the files in a zip archive, in the order of their names.

    Raises
    ------
    SourceError
        If the archive is damaged, or unpacks to far more than texts would.
    """
    with blob.open_anywhere() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as why:
            raise error("broken_file", blob.name, what="zip archive", why=str(why)[:120]) from None
        with archive:
            infos = sorted(archive.infolist(), key=lambda info: info.filename)
            if len(infos) > _MOST_MEMBERS or too_much(blob.size, sum(info.file_size for info in infos)):
                raise error("bomb", blob.name)
            for info in infos:
                if not info.is_dir() and not any(map(is_leftover, PurePosixPath(info.filename).parts)):
                    yield _member(archive, info, f"{blob.name}/{info.filename}")


def count_zip(blob: Blob) -> int:
    """Return how many files a zip archive holds."""
    with blob.open_anywhere() as stream, zipfile.ZipFile(stream) as archive:
        return sum(not info.is_dir() for info in archive.infolist())


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Blob | Failure:
    if _climbs(info.filename):
        return Failure.of(error("unsafe_name", name), name)
    if stat.S_ISLNK(info.external_attr >> 16):
        return Failure.of(error("broken_link", name), name)
    if info.flag_bits & 1:
        return Failure.of(error("locked", name), name)
    return Blob(name, info.file_size, lambda: _opened(archive, info, name))


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> BinaryIO:
    try:
        return cast("BinaryIO", _Whole(archive.open(info), name))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as why:
        raise error("broken_file", name, what="member of an archive", why=str(why)[:120]) from None


class _Whole(io.BufferedReader):
    """A member of an archive, whose damage is an error that names it."""

    def __init__(self, member: object, name: str) -> None:
        super().__init__(cast("io.RawIOBase", member))
        self._name = name

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return super().read(size)
        except (zipfile.BadZipFile, zlib.error, EOFError) as why:
            raise error("broken_file", self._name, what="member of an archive", why=str(why)[:120]) from None


def _climbs(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in path.parts[0]


def members_of_tar(blob: Blob) -> Iterator[Blob | Failure]:
    """Yield the files in a tar archive, packed or not, in the order they stand.

    Raises
    ------
    SourceError
        If the archive is damaged, or unpacks to far more than texts would.
    """
    left = max(100_000_000, 200 * blob.size)
    try:
        with blob.open() as stream, tarfile.open(fileobj=stream, mode="r|*") as archive:
            for member in archive:
                name = f"{blob.name}/{member.name}"
                left -= max(0, member.size)
                if left < 0:
                    raise error("bomb", blob.name)
                if member.isdir() or any(map(is_leftover, PurePosixPath(member.name).parts)):
                    continue
                file = archive.extractfile(member) if member.isfile() else None
                if _climbs(member.name):
                    yield Failure.of(error("unsafe_name", name), name)
                elif file is None:
                    yield Failure.of(error("not_a_file", name, what="a link or a device", try_this=""), name)
                elif member.size > LARGEST * 10:
                    yield Failure.of(error("too_large", name, limit=f"{LARGEST // 100_000} MB"), name)
                else:
                    yield Blob.of_bytes(file.read(), name)
    except (tarfile.TarError, OSError, EOFError, zlib.error) as why:
        raise error("broken_file", blob.name, what="tar archive", why=str(why)[:120]) from None


def pages_of_warc(blob: Blob) -> Iterator[Article | Failure]:
    """Yield the articles among the pages of a web archive; pictures, scripts and the like are passed over.

    Raises
    ------
    SourceError
        If the package that reads web archives is not installed, or the archive is damaged.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise error("extra", blob.name, what="a web archive", extra="warc") from None
    try:
        with blob.open() as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all"):
                kind = (record.http_content_type or "").lower()
                status = record.http_headers.status_code if record.http_headers else None
                if kind not in _PAGES or status != 200:
                    continue
                url = record.headers.get("WARC-Target-URI") or blob.name
                data = record.reader.read(LARGEST + 1)
                yield attempt(partial(_page, data, url, record.http_charset), url)
    except (OSError, ValueError, EOFError, zlib.error) as why:
        raise error("broken_file", blob.name, what="web archive", why=str(why)[:120]) from None


def _page(data: bytes, url: str, charset: str | None) -> Article:
    if len(data) > LARGEST:
        raise error("too_large", url, limit=f"{LARGEST // 1_000_000} MB")
    return article_from_bytes(data, url, declared=charset, url=url)
