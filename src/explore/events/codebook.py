"""The codebook: kinds, codes, trigger words and frames, read from tables."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from explore.errors import error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TABLES = files("explore.events") / "codebook"
SHIPPED = ("contacts.csv", "politics.csv")
WIDE = ("plover.csv",)
_POS = ("verb", "noun", "adjective")
_STATUS = ("happened", "planned", "denied")
CONTACTS = ("meeting", "visit", "call")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a trigger's participants stand: names of grammatical places, or prepositions.

    Attributes
    ----------
    first, second : tuple of str
        Both take part; `first` acts or travels.
    place : tuple of str
        The scene.
    goal : tuple of str
        The country gone to or struck: a side of the event, and a visit's scene.
    only : frozenset of str
        The kinds of actor that alone count as a side; empty for any.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    place: tuple[str, ...]
    goal: tuple[str, ...]
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the codebook: a word and what it means.

    Attributes
    ----------
    kind : str
        A kind of event, or "none" for what looks like one.
    type, mode, cameo : str or None
        PLOVER type and mode, CAMEO code.
    word : str
        The lemma.
    pos : {"verb", "noun", "adjective"}
    frame : Frame
    needs : frozenset of str
        One of these words must stand close by; empty if none must.
    status : str or None
        The status that the word itself gives ("invite": planned).
    example : str
    """

    kind: str
    type: str | None
    mode: str | None
    cameo: str | None
    word: str
    pos: str
    frame: Frame
    needs: frozenset[str]
    status: str | None
    example: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """The rows by word and part of speech, most particular first, and all words."""

    entries: tuple[Entry, ...]
    by_word: dict[tuple[str, str], tuple[Entry, ...]]
    words: frozenset[str]


def load_codebook(own: str | None = None, wide: bool = False) -> Codebook:
    """Return the codebook that ships, with a user's own rows before it.

    Parameters
    ----------
    own : str, optional
        Path of a CSV file with the columns of the shipped tables; its rows win.
    wide : bool
        True adds every other class of PLOVER (aid, demands, threats …), for coding sentences.

    Raises
    ------
    KnowledgeError
        If the file is missing, or a row names no kind, word or known frame.

    >>> load_codebook().by_word["visit", "verb"][0].cameo
    '042'
    """
    entries = [*(_own(own) if own else ()), *_shipped(wide)]
    by_word: dict[tuple[str, str], tuple[Entry, ...]] = {}
    for entry in entries:
        key = (entry.word, entry.pos)
        by_word[key] = (*by_word.get(key, ()), entry)
    return Codebook(tuple(entries), by_word, frozenset(entry.word for entry in entries))


@lru_cache(maxsize=1)
def frames() -> dict[str, Frame]:
    """Return the frames by name.

    >>> frames()["meet"].second
    ('object', 'with')
    """
    return {row["frame"]: _frame(row) for row in rows_of((TABLES / "frames.csv").read_text(encoding="utf-8"))}


@lru_cache(maxsize=2)
def _shipped(wide: bool) -> tuple[Entry, ...]:
    return tuple(
        _entry(row)
        for name in (WIDE if wide else ()) + SHIPPED
        for row in rows_of((TABLES / name).read_text(encoding="utf-8"))
    )


def rows_of(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table in CSV whose comments begin with "#"."""
    lines: Iterable[str] = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    for row in csv.DictReader(lines):
        yield {str(k): (v or "").strip() for k, v in row.items()}


def _frame(row: dict[str, str]) -> Frame:
    first, second, place, goal = (tuple(row[c].split()) for c in ("first", "second", "place", "goal"))
    return Frame(first, second, place, goal, frozenset(row["only"].split()))


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        kind=row["kind"],
        type=row.get("type") or None,
        mode=row.get("mode") or None,
        cameo=row.get("cameo") or None,
        word=row["word"].lower(),
        pos=row["pos"],
        frame=frames()[row["frame"]],
        needs=frozenset(row.get("needs", "").split()),
        status=row.get("status") or None,
        example=row.get("example", ""),
    )


def _own(path: str) -> Iterator[Entry]:
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise error("codebook_unreadable", path) from problem
    rows = list(rows_of(text))
    if not rows:
        raise error("codebook_row", path, row=1, need="kind, word, pos and frame: the file has no rows")
    for number, row in enumerate(rows, start=1):
        need = _lack(row)
        if need:
            raise error("codebook_row", path, row=number, need=need)
        yield _entry(row)


def _lack(row: dict[str, str]) -> str | None:
    """Return what a user's row lacks, in words."""
    if not (row.get("kind") and row.get("word") and row.get("pos") in _POS):
        return f"kind, word and pos ({', '.join(_POS)})"
    if row.get("frame") not in frames():
        return f"a frame of {', '.join(sorted(frames()))}"
    if row.get("status") not in {None, "", *_STATUS}:
        return f"a status of {', '.join(_STATUS)}, or an empty one"
    return None
