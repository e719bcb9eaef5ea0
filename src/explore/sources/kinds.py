"""What a file is by its first bytes: the names of the formats that are not text."""

from __future__ import annotations

import re

# First bytes, and what to call the file. From the formats' own specifications.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"%!PS", "a PostScript file"),
    (b"BOOKMOBI", "an e-book"),
    (b"AT&TFORM", "a DjVu book"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a Windows program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a Java class"),
    (b"\x00asm", "a WebAssembly program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"ARROW1", "an Arrow table"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska film"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"\x80\x04\x95", "a Python pickle"),
    (b"\x80\x05\x95", "a Python pickle"),
)
_RIFF = {b"WEBP": "a WebP image", b"WAVE": "a WAVE recording", b"AVI ": "an AVI film"}
# Names inside a zip archive that tell what it is.
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word (.docx) file"),
    (b"xl/", "an Excel (.xlsx) file"),
    (b"ppt/", "a PowerPoint (.pptx) file"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h[1-3]|table|section)(?=[\s>])", re.IGNORECASE
)
_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,}")
_LOOK_AT = 65_536


def signature_kind(data: bytes) -> str | None:
    """Return what a file is by its first bytes, with its article; None if they do not tell."""
    head = data[:_LOOK_AT]
    if head[:4] == b"RIFF" and len(head) > 8:
        return _RIFF.get(head[8:12], "a RIFF file")
    if head[4:8] == b"ftyp":
        return "an MP4 film or recording"
    for signature, name in _SIGNATURES:
        if head.startswith(signature) and (signature != b"BM" or b"\x00" in head[:32]):
            return _zip_kind(data) if name == "a zip archive" else name
    return None


def binary_kind(data: bytes) -> str | None:
    r"""Return what a file that is not text is, with its article; None for text.

    >>> binary_kind(b"\x89PNG\r\n\x1a\n..."), binary_kind(b"Sergei Lavrov will visit China.")
    ('a PNG image', None)
    """
    head = data[:_LOOK_AT]
    return signature_kind(data) or (
        "a binary file" if _too_many(len(_CONTROL.findall(head)), len(head)) else None
    )


def is_binary_text(text: str) -> bool:
    r"""Say whether a string was made from the bytes of a file that is not text.

    >>> is_binary_text("PK\x03\x04\x14\0\0\0\x08\0news.txt"), is_binary_text("They\x00 met.")
    (True, False)
    """
    head = text[:_LOOK_AT]
    return _too_many(len(_CONTROLS.findall(head)), len(head))


def _too_many(controls: int, characters: int) -> bool:
    """Say whether so many control characters are no damage, but another kind of file."""
    return controls > max(8, characters // 20) or 4 * controls > characters


def _zip_kind(data: bytes) -> str:
    names = data[:_LOOK_AT] + data[-_LOOK_AT:]
    return next((name for part, name in _ZIPPED if part in names), "a zip archive")


def looks_like_html(text: str) -> bool:
    """Say whether a text is a web page: a document type or a root element, or many block elements.

    >>> looks_like_html("<!DOCTYPE html><title>x</title>"), looks_like_html("5 < 6, and <b>bold</b>")
    (True, False)
    """
    head = text[:_LOOK_AT]
    if head.lstrip("\ufeff \t\r\n")[:5].lower() in ("<?xml", "<svg "):
        return True
    first = _MARKUP.search(head)
    if not first:
        return False
    return not head[: first.start()].strip() or len(_MARKUP.findall(head)) >= 3 or _only_markup_before(head)


def _only_markup_before(head: str) -> bool:
    start = head.lstrip()
    return start[:1] == "<" and start[:2] not in ("<<", "< ")


def looks_like_message(data: bytes) -> bool:
    r"""Say whether a file is a web page saved as one MIME message (.mht, .mhtml), or a mail (.eml).

    >>> looks_like_message(b"From: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Xi left.</p>")
    True
    """
    head = data[:8192].lstrip()
    headers = _HEADERS.match(head)
    named = headers.group().lower() if headers else b""
    return b"mime-version:" in named or (b"from:" in named and b"subject:" in named and b"date:" in named)
