"""Pastes with their true bodies, as lines with a label each."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np

from explore.sources.decode import tidy
from explore.sources.features import features
from explore.sources.lines import Line, lines_of
from explore.sources.rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_LONG_ENOUGH = 40
_NEAR = 25
_FEW_WORDS = 7
_THINNED = 4


@dataclass(frozen=True)
class Paste:
    """A paste: its lines, which of them are of the article, the table of features, its weight in training.

    `sites` are the sites its lines come from, `page` is the same for all pastes of a page.
    """

    sites: frozenset[str]
    page: str
    style: str
    body: str
    prose: bool
    lines: tuple[Line, ...]
    label: NDArray[np.bool_]
    table: NDArray[np.float32]
    weight: float = 1.0

    def weights(self) -> NDArray[np.float64]:
        """Return a weight for each line; a page counts by the root of its length.

        Lines of menus far from the article are many and alike: of them one in four is learned from.
        """
        lengths = np.array([len(line.text) for line in self.lines], dtype=float)
        weights = self.weight * np.sqrt(lengths / lengths.sum())
        body = np.flatnonzero(self.label)
        at = np.arange(len(lengths))
        near = (at >= body[0] - _NEAR) & (at <= body[-1] + _NEAR) if len(body) else at < 0
        words = np.array([len(line.text.split()) for line in self.lines])
        far = ~near & (words <= _FEW_WORDS)
        weights[far] *= np.where(at[far] % _THINNED == 0, _THINNED, 0)
        return weights


def paste_of(
    lines: Sequence[Line],
    label: NDArray[np.bool_],
    like: Paste,
    weight: float,
    sites: frozenset[str] | None = None,
) -> Paste:
    """Return other lines as a paste of the same page."""
    table = features(lines)[0]
    return Paste(
        sites or like.sites, like.page, like.style, like.body, like.prose, tuple(lines), label, table, weight
    )


def pastes_in(folder: Path) -> list[Paste]:
    """Return the pastes of the JSON Lines files in a folder (fields: url, pasted, body, prose)."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.open(encoding="utf-8")):
            lines = lines_of(rows_of(tidy(row["pasted"])[0]))
            label = labels(lines, row["body"])
            prose = bool(row.get("prose", True))
            sites = frozenset([_site(row["url"])])
            table = features(lines)[0]
            found.append(Paste(sites, row["url"], path.stem, row["body"], prose, tuple(lines), label, table))
    return found


def _site(url: str) -> str:
    parts = urlsplit(url).netloc.split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and parts[-2] in ("co", "com", "org") else parts[-2:])


def labels(lines: Sequence[Line], body: str) -> NDArray[np.bool_]:
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
