"""Runs of text in quotation marks: straight, curly, single, guillemets; nested, unclosed, never opened."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explore.article import Paragraph

_MARK = re.compile("``|''|[“”„‟〝〞«»\"‘’‚‛‹›'`]")
# Two single marks for a double one, as some wires set it: “We will go,’’ she said.
_MARK_OF_TWO = re.compile(f"‘‘|’’|{_MARK.pattern}")
_OPENERS = frozenset("“„‟〝«") | {"``", "‘‘"}
_CLOSERS = frozenset("”〞»") | {"''"}
_SINGLE_OPENERS = frozenset("‘‚‛‹`")
_STRONG_BEFORE = frozenset(",.?!…;:")
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bGen)(?<!\bSen)(?<!\bRep)(?<!\b[A-Z])[.!?…][)\]]?(?=\s+[A-Z0-9“\"])"
)
# Words that begin with an apostrophe and are no quotation.
_ELIDED = re.compile(r"(?:em|tis|twas|til|till|cause|round|bout|n|\d0s|\d\d)\b", re.IGNORECASE)
_REACH = 3  # paragraphs a quotation may go on without a mark
_WORD = re.compile(r"\w")
_BEFORE_OPEN = frozenset("([{<—–-/“‘\"'…:;,.*>=|")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one paragraph in quotation marks.

    Attributes
    ----------
    start, end : int
        The words, without the marks.
    left, right : int
        With the marks.
    paragraph : int
        Place of the paragraph, from 0.
    closed : bool
        False where the closing mark is missing.
    nested : bool
        True for a run inside another.
    """

    start: int
    end: int
    left: int
    right: int
    paragraph: int
    closed: bool = True
    nested: bool = False


def find_runs(text: str, paragraphs: Sequence[Paragraph]) -> list[Run]:
    """Return every run in quotation marks, in the order of the text; time is linear in the text.

    A mark that is never closed runs to the end of its paragraph, or to the sentence's end where another
    one opens; apostrophes, plurals' possessives and inches are no marks.

    >>> from explore.article import split_paragraphs
    >>> text = "“It’s the ministers’ ‘hot topic’,” she said."
    >>> [text[r.start : r.end] for r in find_runs(text, split_paragraphs(text))]
    ['It’s the ministers’ ‘hot topic’,', 'hot topic']
    """
    found: list[Run] = []
    for place, paragraph in enumerate(paragraphs):
        found.extend(_in_paragraph(text, place, paragraph.start_char, paragraph.end_char))
    found = sorted(found, key=lambda run: (run.left, -run.right))
    return sorted(_spread(found, paragraphs), key=lambda run: (run.left, -run.right))


def _spread(found: list[Run], paragraphs: Sequence[Paragraph]) -> Iterator[Run]:
    """Yield the runs, and the paragraphs between a mark that opens and one that closes further down.

    Only where no mark is repeated: “I am grateful / for your help. / We will go on,” she said.
    """
    opened: Run | None = None
    held: set[int] = set()
    for run in found:
        begins = paragraphs[run.paragraph].start_char
        if opened and run.left == run.start == begins and not run.closed:
            held.update(range(opened.paragraph + 1, run.paragraph))
        inside = opened and run.closed and run.left > begins and run.paragraph - opened.paragraph <= _REACH
        opened = run if _is_open(run, paragraphs) else opened if inside else None
    for place in held:
        start, end = paragraphs[place].start_char, paragraphs[place].end_char
        yield Run(start, end, start, end, place, closed=False)
    for run in found:
        yield replace(run, nested=True) if run.paragraph in held else run


def _is_open(run: Run, paragraphs: Sequence[Paragraph]) -> bool:
    return not run.closed and run.left < run.start and run.end == paragraphs[run.paragraph].end_char


def _in_paragraph(text: str, place: int, begin: int, end: int) -> Iterator[Run]:
    paired = "’’" in text[begin:end] and ("“" in text[begin:end] or "‘‘" in text[begin:end])
    marks = list((_MARK_OF_TWO if paired else _MARK).finditer(text, begin, end))
    if not marks:
        return
    doubles = [run for run in _doubles(text, place, begin, end, marks) if _worded(text, run)]
    yield from doubles
    at = 0
    for left, right, start, stop in _singles(text, begin, end, marks):
        while at < len(doubles) and doubles[at].right <= left:
            at += 1
        outer = doubles[at] if at < len(doubles) and doubles[at].left < left else None
        if outer and right > outer.right:
            continue
        run = Run(start, stop, left, right, place, nested=outer is not None)
        if _worded(text, run):
            yield run


def _worded(text: str, run: Run) -> bool:
    return bool(_WORD.search(text, run.start, run.end))


def _around(text: str, begin: int, end: int, mark: re.Match[str]) -> tuple[str, str]:
    before = text[mark.start() - 1] if mark.start() > begin else " "
    after = text[mark.end()] if mark.end() < end else " "
    return before, after


def _role(text: str, begin: int, end: int, mark: re.Match[str], opened: str | None) -> str:
    """Return what a double mark does where it stands: open, close, or nothing."""
    char = mark.group()
    before, after = _around(text, begin, end, mark)
    if char == "''" and opened != "``":
        # Two apostrophes for a mark, as typewriters and some wires set it.
        char = '"'
    if char == "’’":
        # Not "the ‘workers’’ fault" where another mark closes.
        closes = opened is not None and (before in _STRONG_BEFORE or "”" not in text[begin:end])
        return "close" if closes else ""
    if char == '"':
        if opened:
            starts = before.isspace() and not after.isspace() and mark.start() > begin
            return "open" if starts else "close"
        if before.isdigit() and not after.isalpha():
            return ""  # inches
        return "close" if after.isspace() and not before.isspace() else "open"
    if char == "“" and opened == "„":
        return "close"
    if char == "»" and not opened:
        # »…« is set the other way round in some houses; a bullet is followed by a blank.
        turned = not after.isspace() and "«" in text[mark.end() : min(end, mark.end() + 600)]
        return "open" if turned else "close"
    if char == "«" and opened == "»":
        return "close"
    if char in _OPENERS:
        return "open"
    if char in "”〞" and not opened and (mark.start() == begin or before.isspace()) and after.isalnum():
        # A closing mark where one must open.
        return "open"
    return "close" if char in _CLOSERS else ""


def _doubles(text: str, place: int, begin: int, end: int, marks: list[re.Match[str]]) -> Iterator[Run]:
    opened: re.Match[str] | None = None
    any_before = False
    for mark in marks:
        role = _role(text, begin, end, mark, opened.group() if opened else None)
        if role == "open":
            if opened:
                stop = _repaired_end(text, opened.end(), mark.start())
                yield Run(opened.end(), stop, opened.start(), stop, place, closed=False)
            opened = mark
        elif role == "close" and opened:
            yield Run(opened.end(), mark.start(), opened.start(), mark.end(), place)
            opened = None
        elif role == "close" and not any_before and _ends_words(text, begin, mark.start()):
            # The opening mark is missing: the words from the start of the paragraph.
            yield Run(begin, mark.start(), begin, mark.end(), place, closed=False)
        any_before = any_before or bool(role)
    if opened:
        yield Run(opened.end(), end, opened.start(), end, place, closed=False)


def _ends_words(text: str, begin: int, place: int) -> bool:
    """Say whether a closing mark without an opening one stands behind a stop or a comma."""
    return place > begin and text[place - 1] in _STRONG_BEFORE


def _repaired_end(text: str, begin: int, end: int) -> int:
    """Return where a quotation ends whose closing mark is missing: the last sentence end before `end`."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, begin, end)]
    if ends:
        return ends[-1]
    comma = text.find(", ", begin, end)
    return comma if comma > begin else begin + len(text[begin:end].rstrip())


def _singles(
    text: str, begin: int, end: int, marks: list[re.Match[str]]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield runs in single marks as (left, right, start, end)."""
    opener: re.Match[str] | None = None
    weak: re.Match[str] | None = None
    for mark in marks:
        char = mark.group()
        before, after = _around(text, begin, end, mark)
        if _opens_single(text, char, before, after, mark.end()):
            if opener and weak:
                yield opener.start(), weak.end(), opener.end(), weak.start()
            opener, weak = mark, None
        elif opener and char in "’'›" and not before.isspace() and not after.isalnum():
            if before in _STRONG_BEFORE or before not in "sS" or not after.isspace():
                yield opener.start(), mark.end(), opener.end(), mark.start()
                opener = weak = None
            else:
                weak = weak or mark
    if opener and weak:
        yield opener.start(), weak.end(), opener.end(), weak.start()


def _opens_single(text: str, char: str, before: str, after: str, next_at: int) -> bool:
    if char not in _SINGLE_OPENERS and char != "'":
        return False
    if after.isspace() or not (before.isspace() or before in _BEFORE_OPEN):
        return False
    return not _ELIDED.match(text, next_at)
