"""How far the reading of many articles is: a bar in a terminal or a notebook, lines elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from html import escape
from typing import TYPE_CHECKING, Protocol

from explore.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable

_EVERY = 0.2
# Where nothing can be written over, a line now and then is enough.
_LINE_EVERY = 10.0
_BAR = 20
_SETTLED = 3


class Meter:
    """Counts the articles that are done and shows it; nothing remains to be seen when it is closed.

    Parameters
    ----------
    total : int or None
        How many articles there will be, if known.
    shown : bool or None
        None shows a bar where somebody is likely to look: in a terminal or a notebook.
    """

    def __init__(self, total: int | None, shown: bool | None) -> None:
        self._total, self._done, self._kept = total, 0, 0
        self._begun = self._looked = time.monotonic()
        self._face = _face(shown)

    def add(self, articles: int, kept: int = 0) -> None:
        """Count articles as done; `kept` of them were read in an earlier run and tell nothing of the rate."""
        self._done += articles
        self._kept += kept
        now = time.monotonic()
        if self._face and now - self._looked >= self._face.every:
            self._looked = now
            share = min(1.0, self._done / self._total) if self._total else None
            self._face.show(share, state(self._done, self._total, self._done - self._kept, now - self._begun))

    def close(self) -> None:
        """Take the bar away."""
        if self._face:
            self._face.clear()


def state(done: int, total: int | None, read: int, seconds: float) -> str:
    """Return how far the work is, in words.

    Parameters
    ----------
    done, total : int
        Articles; `total` is None if not known.
    read : int
        How many were read just now, in `seconds`.

    >>> state(300, 1500, 300, 100.0)
    '300 of 1,500 articles · 3.0 a second · seven minutes left'
    """
    of = f"{done:,} of {total:,} articles" if total and total >= done else f"{done:,} articles"
    if read < _SETTLED or seconds <= 0:
        return of
    rate = read / seconds
    speed = f"{rate:.1f} a second" if rate >= 1 else f"{60 * rate:.1f} a minute"
    left = f" · {_time((total - done) / rate)} left" if total and total >= done else ""
    return f"{of} · {speed}{left}"


def _time(seconds: float) -> str:
    if seconds < 90:
        return count(max(1, round(seconds)), "second")
    if seconds < 5400:
        return count(round(seconds / 60), "minute")
    return f"{seconds / 3600:.1f} hours"


class _Face(Protocol):
    every: float

    def show(self, share: float | None, words: str) -> None: ...

    def clear(self) -> None: ...


def _face(shown: bool | None) -> _Face | None:
    if shown is False:
        return None
    display = _notebook()
    if display is not None:
        return _InNotebook(display)
    if sys.stderr is not None and sys.stderr.isatty():
        return _InTerminal()
    return _InLines() if shown and sys.stderr is not None else None


def _notebook() -> Callable[..., object] | None:
    """Return IPython's display function if this runs in a notebook's kernel."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is None or not hasattr(shell, "kernel"):
        return None
    from IPython.display import display

    return display


class _InTerminal:
    every = _EVERY

    def show(self, share: float | None, words: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        bar = ""
        if share is not None and width > len(words) + _BAR + 1:
            full, blank = ("█", "░") if _can_write("█░") else ("#", "-")
            bar = (full * round(share * _BAR)).ljust(_BAR, blank) + " "
        sys.stderr.write(
            "\r" + (bar + (words if _can_write(words) else words.replace("·", "-")))[:width] + "\x1b[K"
        )
        sys.stderr.flush()

    def clear(self) -> None:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


class _InLines:
    every = _LINE_EVERY

    def show(self, share: float | None, words: str) -> None:
        sys.stderr.write((words if _can_write(words) else words.replace("·", "-")) + "\n")
        sys.stderr.flush()

    def clear(self) -> None:
        """Leave the lines: nothing can be taken back."""


class _InNotebook:
    """A bar that begins and ends as an empty output: the notebook that is saved is always the same."""

    every = _EVERY

    def __init__(self, display: Callable[..., object]) -> None:
        self._handle = display(self._bundle(""), raw=True, display_id=True)

    def show(self, share: float | None, words: str) -> None:
        bar = (
            "" if share is None else f'<progress value="{share:.4f}" max="1" style="width:240px"></progress> '
        )
        self._handle.update(self._bundle(f"<div>{bar}{escape(words)}</div>"), raw=True)  # type: ignore[attr-defined]

    def clear(self) -> None:
        self._handle.update(self._bundle(""), raw=True)  # type: ignore[attr-defined]

    @staticmethod
    def _bundle(html: str) -> dict[str, str]:
        return {"text/html": html, "text/plain": ""}


def _can_write(words: str) -> bool:
    try:
        words.encode(getattr(sys.stderr, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return False
    return True
