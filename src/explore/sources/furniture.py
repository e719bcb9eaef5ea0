"""Which lines of a pasted text are the article, and what the others are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from explore.sources.features import signs, signs_of
from explore.sources.line_model import LineModel, line_model
from explore.sources.windows import best_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explore.sources.lines import Line

# A lost paragraph is worse than a kept teaser: a line counts as the article's from odds of about 2 to 3.
_LEAN = 0.5
_SUREST = 4.0
_DROPPED_INSIDE = -2.0
# A short line that bears a sign of furniture must be surer to stay.
_DROPPED_SIGNED = -1.0
_SHORT = 20
_NO_PROOF = ("byline or date", "about the author", "picture caption")


@dataclass(frozen=True, slots=True)
class Cut:
    """The lines of the article, the reason why each other line is not of it, and whether that is sure."""

    kept: tuple[int, ...]
    reasons: dict[int, str]
    sure: bool = True


def cut_furniture(lines: Sequence[Line], model: LineModel | None = None) -> Cut:
    """Return which lines are the article's.

    A line model says for each line how likely it is of the article, after its beginning and before its
    end; the article is the run of lines with the largest sum, without the lines in it that surely are
    none. (After the best rule measured on pasted pages; see training/furniture.) Where no short line
    bears a sign of furniture, all are the article's.

    Parameters
    ----------
    lines : sequence of Line
        At least one.
    model : LineModel, optional
        The one that ships, if left out.
    """
    likely = _likely(lines, model or line_model())
    signed = np.array([_is_signed(line.text) for line in lines])
    if not signed.any():
        sure = not _is_doubtful(lines, likely[0], 0, len(lines) - 1)
        return Cut(tuple(range(len(lines))), {}, sure)
    first, last = _run(lines, likely[1])
    if _is_doubtful(lines, likely[0], first, last):
        return Cut(tuple(range(len(lines))), {}, sure=False)
    inside = np.zeros(len(lines), dtype=bool)
    least = np.where(signed, _DROPPED_SIGNED, _DROPPED_INSIDE)
    inside[first : last + 1] = (likely[0] > least)[first : last + 1]
    if not inside.any():
        inside[first : last + 1] = True
    kept = tuple(int(i) for i in np.flatnonzero(inside))
    reasons = {i: _reason(lines[i].text, i, first, last) for i in range(len(lines)) if not inside[i]}
    return Cut(kept, reasons)


def _is_signed(text: str) -> bool:
    """Say whether a short line says what furniture says; of who wrote a text and when, articles tell, too."""
    return len(text.split()) <= _SHORT and any(signs()[i][0] not in _NO_PROOF for i in signs_of(text))


def _likely(lines: Sequence[Line], model: LineModel) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the log-odds that a line is of the article, and that it lies within."""
    alone, begun, goes_on = model.answers(lines)
    return alone, (alone + np.minimum(begun, goes_on)) / 2


def _run(lines: Sequence[Line], within: NDArray[np.float64]) -> tuple[int, int]:
    lengths = np.sqrt([len(line.text) for line in lines])
    return best_block(np.clip(within + _LEAN, -_SUREST, _SUREST) * lengths)


def _is_doubtful(lines: Sequence[Line], alone: NDArray[np.float64], first: int, last: int) -> bool:
    """Say whether what would be kept is, letter for letter, no more likely the article's than not."""
    lengths = np.array([len(line.text) for line in lines], dtype=float)
    return float(np.average(alone[first : last + 1], weights=lengths[first : last + 1])) < 0


def _reason(text: str, at: int, first: int, last: int) -> str:
    said = signs_of(text)
    if said:
        return signs()[said[0]][0]
    return "before the article" if at < first else "after the article" if at > last else "not of the article"
