"""What a notebook cell shows: HTML that is safe and the same twice, and the same in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from explore.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

# No colour of text and none of ground but a light tint: it stands on white and on JupyterLab's dark alike.
RULE = "1px solid rgba(128,128,128,.35)"
_CELL = f"text-align:left;vertical-align:top;padding:5px 16px 5px 0;border-bottom:{RULE}"
_PLAIN_WIDTH = 60
# The column that supports the others is set smaller.
SUPPORT = "says so"
# A cell up to so long (a date, a status) is never broken.
_UNBROKEN = 14


@dataclass(frozen=True, slots=True)
class View:
    """HTML made from a reading, everything from the article escaped, and its plain words.

    Attributes
    ----------
    html, words : str
    """

    html: str
    words: str

    def __repr__(self) -> str:
        return self.words

    def _repr_html_(self) -> str:
        return self.html


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under headings, as a reader wants them.

    Attributes
    ----------
    columns : sequence of str
    rows : sequence of sequence of str
    empty : str
        What to say where there is no row.
    left_out : int
        How many more rows there are.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    empty: str = "Nothing was found."
    left_out: int = 0

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        if not self.rows:
            return self.empty
        cells = [[shorten(cell, _PLAIN_WIDTH) for cell in row] for row in (self.columns, *self.rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in cells)
        return "\n".join([*lines, *([f"… {self.left_out} more"] if self.left_out else [])])

    def _repr_html_(self) -> str:
        if not self.rows:
            return f"<p><em>{escape(self.empty)}</em></p>"
        head = "".join(
            f'<th scope="col" style="{_CELL};white-space:nowrap">{escape(c)}</th>' for c in self.columns
        )
        body = "".join(f"<tr>{self._cells(row)}</tr>" for row in self.rows)
        return (
            '<table style="border-collapse:collapse;margin:4px 0;max-width:1080px;line-height:1.4">'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
            + (f"<p><em>… {self.left_out} more</em></p>" if self.left_out else "")
        )

    def _cells(self, row: Sequence[str]) -> str:
        return "".join(
            f'<td style="{_style(column, cell)}">{escape(cell)}</td>'
            for column, cell in zip(self.columns, row, strict=True)
        )


def _style(column: str, cell: str) -> str:
    if column == SUPPORT:
        return f"{_CELL};font-size:90%"
    return f"{_CELL};white-space:nowrap" if len(cell) <= _UNBROKEN else _CELL
