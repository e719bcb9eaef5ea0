"""Pastes with their true bodies, as lines with a label each, and the same in other layouts."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np

from explore.sources.decode import tidy
from explore.sources.features import features
from explore.sources.lines import Line, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

_LONG_ENOUGH = 40
_AROUND = 16


@dataclass(frozen=True)
class Paste:
    """A paste: its lines, which of them are of the article, the table of features, the weights of lines."""

    site: str
    style: str
    body: str
    prose: bool
    lines: tuple[Line, ...]
    label: NDArray[np.bool_]
    table: NDArray[np.float64]

    def weights(self) -> NDArray[np.float64]:
        """Return a weight for each line; a page counts by the root of its length."""
        lengths = np.array([len(line.text) for line in self.lines], dtype=float)
        return np.sqrt(lengths / lengths.sum())


def pastes_in(folder: Path) -> list[Paste]:
    """Return the pastes of the JSON Lines files in a folder (fields: url, pasted, body, prose)."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.open(encoding="utf-8")):
            lines = tuple(lines_of(tidy(row["pasted"])[0]))
            label = labels(lines, row["body"])
            table = features(lines)[0]
            prose = bool(row.get("prose", True))
            found.append(Paste(_site(row["url"]), path.stem, row["body"], prose, lines, label, table))
    return found


def _site(url: str) -> str:
    parts = urlsplit(url).netloc.split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and parts[-2] in ("co", "com", "org") else parts[-2:])


def labels(lines: tuple[Line, ...], body: str) -> NDArray[np.bool_]:
    """Return which lines are of the body: those that stand in it, in its order."""
    keys = [_letters(line.text) for line in lines]
    true = [key for line in tidy(body)[0].split("\n") if (key := _letters(line))]
    found = np.zeros(len(keys), dtype=bool)
    for at, _, size in SequenceMatcher(None, keys, true, autojunk=False).get_matching_blocks():
        found[at : at + size] = True
    left = Counter(true) - Counter(k for k, y in zip(keys, found, strict=True) if y)
    whole = "".join(true)
    inside = np.maximum.accumulate(found) & np.maximum.accumulate(found[::-1])[::-1]
    for i, key in enumerate(keys):
        if found[i] or len(key) < _LONG_ENOUGH / 2:
            continue
        part = next((t for t in left if left[t] > 0 and t in key and len(t) > 0.6 * len(key)), None)
        if len(key) > _LONG_ENOUGH and (left[key] > 0 or (len(key) > 60 and key in whole)):
            found[i] = True
            left[key] -= 1
        elif inside[i] and part:
            found[i] = True
            left[part] -= 1
    return found


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def variants(paste: Paste) -> Iterator[Paste]:
    """Yield the paste as others would have made it: only the article; some lines around it, all spaced."""
    body = np.flatnonzero(paste.label)
    if not len(body):
        return
    first, last = int(body[0]), int(body[-1]) + 1
    yield _with(paste, range(first, last), None)
    yield _with(paste, range(max(0, first - _AROUND // 2), min(len(paste.lines), last + _AROUND)), 1)


def _with(paste: Paste, kept: range, gap: int | None) -> Paste:
    lines = tuple(
        replace(line, gap=line.gap if gap is None else gap) for line in paste.lines[kept.start : kept.stop]
    )
    label = paste.label[kept.start : kept.stop]
    return replace(paste, lines=lines, label=label, table=features(lines)[0])
