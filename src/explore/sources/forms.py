"""What form a source has: one article, or a table, dump, feed or archive that is made to hold many."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from explore.sources.decode import is_wide
from explore.sources.feeds import looks_like_feed
from explore.sources.kinds import binary_kind

Form = Literal["article", "lines", "json", "table", "parquet", "feed", "zip", "tar", "word", "warc", "gzip"]

_BY_ENDING: dict[str, Form] = {
    **dict.fromkeys((".jsonl", ".ndjson", ".jsonlines"), "lines"),
    **dict.fromkeys((".csv", ".tsv", ".tab"), "table"),
    **dict.fromkeys((".rss", ".atom"), "feed"),
    ".json": "json",
    ".tar": "tar",
}
_BY_FIRST: tuple[tuple[bytes, Form], ...] = (
    (b"PAR1", "parquet"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "tar"),
    (b"\xfd7zXZ\x00", "tar"),
    (b"WARC/", "warc"),
)
_OTHER_ZIPS = (".xlsx", ".xlsm", ".pptx", ".epub", ".odt", ".ods", ".odp", ".jar", ".apk", ".whl")
HEAD = 4096


def form_of(name: str, head: bytes) -> Form:
    r"""Return what form a file has, by its first bytes, then by the end of its name.

    Bytes that are no text are no table whatever their name: the reader of articles says what they are.

    >>> form_of("news.txt", b"PK\x03\x04"), form_of("news.JSONL", b'{"a": 1}'), form_of("news.txt", b"Xi in")
    ('zip', 'lines', 'article')
    """
    ending = Path(name.casefold().removesuffix(".gz")).suffix
    if head.startswith(b"PK\x03\x04"):
        if ending in _OTHER_ZIPS or b"xl/" in head[:200] or b"ppt/" in head[:200]:
            return "article"
        return "word" if ending == ".docx" or b"word/" in head else "zip"
    for first, form in _BY_FIRST:
        if head.startswith(first):
            return form
    if head[257:262] == b"ustar":
        return "tar"
    if looks_like_feed(head):
        return "feed"
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not plain.strip(b"\0") or (binary_kind(head) and not is_wide(head)):
        return "article"
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    return "json" if re.match(rb'(?:\[\s*)?\{\s*"', plain) else "article"
