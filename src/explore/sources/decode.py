"""Bytes to clean text: the encoding found, mojibake mended, characters that cannot be read removed."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from html import unescape

from explore.errors import error

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 100_000

_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,500}(?:\x07|\x1b\\)|[@-Z\\-_])")
_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Controls, zero-width and direction marks, invisible tags, non-characters, lone surrogates. The
# zero-width joiner stays where it holds an emoji together.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_JOINER_IN_WORD = re.compile(r"(?<=[\w\s])\u200d|\u200d(?=[\w\s])|^\u200d|\u200d$")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
# Code page 1252 as programs use it: the five unassigned bytes stand for themselves.
_CP1252 = {bytes([b]).decode("cp1252", "ignore") or chr(b): b for b in range(256)}
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or "" for code in range(0x80, 0xA0) if code != 0x85}
_WRONG = "".join(re.escape(c) for c in _CP1252 if ord(c) > 0x7F)
_MOJIBAKE = re.compile(f"[ÂÃâÐÑÅÄäåæçèéï][{_WRONG}]{{1,3}}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was found to have, and what a reader should know about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, source: object, encoding: str | None = None, declared: str | None = None) -> Decoded:
    r"""Return the text of some bytes.

    Parameters
    ----------
    data : bytes
    source : object
        What to call the bytes in an error.
    encoding : str, optional
        The encoding to use; found out if left out.
    declared : str, optional
        What a server or a page says the encoding is; believed only where the bytes do not contradict it.

    Raises
    ------
    SourceError
        If the encoding named is unknown or is not that of the bytes.

    >>> decode("“A limitless friendship”".encode("cp1252"), "a file").text
    '“A limitless friendship”'
    """
    if encoding is not None:
        return _as_told(data, source, encoding)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(data.decode(name, "replace"), name)
    wide = is_wide(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)
    if "\x1b$" in text:
        try:
            return Decoded(data.decode("iso2022_jp"), "iso2022_jp")
        except UnicodeDecodeError:
            pass
    return Decoded(text, "utf-8")


def _as_told(data: bytes, source: object, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)
    except (LookupError, TypeError):
        raise error("unknown_encoding", source, encoding=encoding) from None
    except (UnicodeError, ValueError):
        raise error("wrong_encoding", source, encoding=encoding) from None


def is_wide(data: bytes) -> str | None:
    """Return UTF-16 or UTF-32 where there is no mark: every second byte, or three of four, is zero."""
    head = data[:4096]
    if len(head) < 8 or head.count(0) < len(head) // 5:
        return None
    zeros = [head[i::4].count(0) / len(head[i::4]) for i in range(4)]
    if min(zeros[1:]) > 0.9 and zeros[0] < 0.2:
        return "utf-32-le"
    if min(zeros[:3]) > 0.9 and zeros[3] < 0.2:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return None


def _not_utf8(data: bytes, declared: str | None) -> Decoded:
    """Decode what is not UTF-8: damaged UTF-8, what it says it is, Western, or a best guess."""
    high = len(_HIGH.findall(data[:_SAMPLE])) / max(1, len(data[:_SAMPLE]))
    lenient = data.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= c <= "\udcff" for c in lenient)
    good = sum(c > "\x7f" for c in lenient) - bad
    if good > bad:
        mended = "".join(_western_byte(ord(c) - 0xDC00) if "\udc80" <= c <= "\udcff" else c for c in lenient)
        return Decoded(mended, "utf-8", (f"{bad} bytes are not UTF-8: read as Western European (cp1252)",))
    found = _DECLARED.search(data[:4096])
    said = declared or (found.group(1).decode("ascii") if found else None)
    for name in (said, _guess(data) if high > 0.1 else None):
        known = codecs_name(name) if name else None
        if (
            name
            and known not in {None, "utf-8", "ascii", "iso8859-1"}
            and known[:5] not in ("utf-1", "utf-3")
        ):
            try:
                return Decoded(data.decode(name), str(codecs_name(name)))
            except (UnicodeError, LookupError):
                continue
    # Apostrophes and quotes of old Macintosh files stand where Western has accented capitals.
    if len(re.findall(rb"[a-z]\xd5[a-z]|\xd2[A-Za-z]", data[:_SAMPLE])) > 1:
        return Decoded(data.decode("mac_roman"), "mac_roman")
    return Decoded("".join(_western_byte(b) for b in data), "cp1252")


def codecs_name(name: str) -> str | None:
    """Return Python's name of a text encoding; None if it has none."""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if getattr(info, "_is_text_encoding", True) else None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:20_000]).best()
    return best.encoding if best else None


def _western_byte(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "ignore")


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    r"""Return a text in readable characters only, and what was mended.

    Newlines become \n and rare spaces become a space; control characters, zero-width and direction
    marks, soft hyphens and terminal colours go; entities and mojibake become what they stand for.

    >>> tidy("He said â€œyesâ€\x9d.\r\nI\u200bt\x00 was &amp; is.")[0]
    'He said “yes”.\nIt was & is.'
    """
    warnings = []
    mended = _MOJIBAKE.sub(_mend, text)
    if mended != text:
        warnings.append("some characters were garbled (UTF-8 read as Western European): mended")
    text = _NEWLINES.sub("\n", _ANSI.sub("", mended)).translate(_C1)
    text = _ENTITY.sub(lambda m: unescape(m.group()), text)
    text = _NEWLINES.sub("\n", text)
    text = _JOINER_IN_WORD.sub("", _INVISIBLE.sub("", _SPACES.sub(" ", text))).translate(_LIGATURES)
    text = unicodedata.normalize("NFC", text)
    lost = text.count("\ufffd")
    if lost:
        warnings.append(f"{lost} characters could not be read and stand as “\ufffd”")
    return text, tuple(warnings)


def _mend(match: re.Match[str]) -> str:
    try:
        return bytes(_CP1252[c] for c in match.group()).decode("utf-8")
    except (UnicodeDecodeError, KeyError):
        pass
    # The longest beginning that is one character.
    for end in range(len(match.group()) - 1, 1, -1):
        try:
            return bytes(_CP1252[c] for c in match.group()[:end]).decode("utf-8") + match.group()[end:]
        except (UnicodeDecodeError, KeyError):
            continue
    return match.group()
