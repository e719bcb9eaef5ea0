"""A file or a member of an archive, before anyone knows what is in it: a name, a size, and its bytes."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, BinaryIO, cast

from explore.errors import error
from explore.sources.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_SAMPLE = 1_000_000
_MOST_IN_MEMORY = 500_000_000
# Text packs to a fifth or a tenth of its size, tables of it to a fiftieth at most.
_MOST_UNPACKED = 200
_NEVER_A_BOMB = 100_000_000


@dataclass(frozen=True, slots=True)
class Blob:
    """Something with bytes.

    Attributes
    ----------
    name : str
        What to call it: a path, or a path in an archive.
    size : int
        Bytes as it is stored.
    open : callable
        Returns a fresh stream of its bytes.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]

    @classmethod
    def of_file(cls, path: str | Path) -> Blob:
        """Return the blob of a regular file."""
        from pathlib import Path

        found = Path(path)
        return cls(str(path), found.stat().st_size, lambda: found.open("rb"))

    @classmethod
    def of_bytes(cls, data: bytes, name: str) -> Blob:
        """Return the blob of bytes at hand."""
        return cls(name, len(data), lambda: io.BytesIO(data))

    def head(self, size: int = 4096) -> bytes:
        """Return its first bytes."""
        with self.open() as stream:
            return stream.read(size)

    def read(self, limit: int) -> bytes:
        """Return its bytes, or raise an error if there are more than `limit`."""
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise error("too_large", self.name, limit=f"{limit // 1_000_000} MB")
        return data

    def open_anywhere(self) -> BinaryIO:
        """Return a stream that can be read from anywhere; a packed member of an archive comes into memory."""
        stream = self.open()
        try:
            stream.fileno()
        except OSError:
            stream.close()
            return io.BytesIO(self.read(_MOST_IN_MEMORY))
        return stream

    def unpacked(self) -> Blob:
        """Return what is in a gzip file, refusing to unpack a bomb."""
        most = max(_NEVER_A_BOMB, self.size * _MOST_UNPACKED)

        def opened() -> BinaryIO:
            plain = cast("BinaryIO", gzip.GzipFile(fileobj=self.open()))
            return cast("BinaryIO", io.BufferedReader(_Bounded(plain, most, self.name)))

        return Blob(self.name, self.size, opened)


def too_much(packed: int, unpacked: int) -> bool:
    """Say whether something unpacks to far more than a text would."""
    return unpacked > max(_NEVER_A_BOMB, packed * _MOST_UNPACKED)


class _Bounded(io.RawIOBase):
    """A stream that raises an error when more than `most` bytes come out of it."""

    def __init__(self, stream: BinaryIO, most: int, name: str) -> None:
        self._stream, self._left, self._name = stream, most, name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - Buffer has its name since Python 3.12
        view = memoryview(buffer)
        try:
            data = self._stream.read(len(view))
        except (OSError, EOFError, zlib.error) as why:
            raise error("broken_file", self._name, what="gzip file", why=str(why)[:120]) from None
        view[: len(data)] = data
        self._left -= len(data)
        if self._left < 0:
            raise error("bomb", self._name)
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def open_text(blob: Blob, encoding: str | None = None) -> IO[str]:
    """Return a blob as a stream of text; its line ends are kept, and its encoding is found out if not told.

    Bytes that are not of the encoding do not stop it: in UTF-8 they are read as Western European.
    """
    stream = blob.open()
    if encoding is None:
        sample = blob.head(_SAMPLE)
        # A character must not be cut in two: the sample ends with a line.
        whole = sample[: sample.rfind(b"\n") + 1] if len(sample) == _SAMPLE else sample
        name = decode(whole or sample, blob.name).encoding
        return io.TextIOWrapper(stream, name, "explore_western" if "utf-8" in name else "replace", newline="")
    try:
        codecs.lookup(encoding)
    except LookupError:
        stream.close()
        raise error("unknown_encoding", blob.name, encoding=encoding) from None
    return io.TextIOWrapper(stream, encoding, newline="")


def lines(text: IO[str], longest: int) -> Iterator[str | None]:
    """Yield the lines of a text with their ends; None for one that is longer than `longest`."""
    while line := text.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        while line and line[-1] not in "\r\n":
            line = text.readline(longest)
        yield None


def _western(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    wrong = problem.object[problem.start : problem.end]
    return wrong.decode("cp1252", "replace"), problem.end


codecs.register_error("explore_western", _western)
