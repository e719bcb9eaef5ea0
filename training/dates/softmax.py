"""A softmax over days: the weights that make the true days of articles likeliest (conditional logit)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from training.dates.shares import bins_of, expected, scale_of

from explore.dates.publication.likelihood import DAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from explore.dates.publication.clue import Clue

    Vector = NDArray[np.float64]

# Articles that an expectation is worth.
_WORTH = {"weekday": 10, "month of a year": 24, "near": 40, "date": 30, "month": 20, "year": 20, "flag": 8}
# How far a weight may go from what was counted, alone and against its neighbour.
_ALONE, _NEIGHBOUR = 3.0, 2.0
# Days that stand for all in the sum of the softmax.
_SAMPLE = 300


@dataclass(frozen=True)
class Table:
    """Where the weights of each kind of clue lie in one vector."""

    at: dict[str, int]
    size: int
    counts: dict[str, int]


@dataclass(frozen=True)
class Known:
    """An article of known date: the clues to learn from, the index of its day, and what is held fixed."""

    told: Sequence[Clue]
    day: int
    fixed: Vector


def layout(articles: Sequence[Known]) -> Table:
    """Return the place of every kind that occurs."""
    counts: dict[str, int] = {}
    for article in articles:
        for clue in article.told:
            counts[clue.kind] = counts.get(clue.kind, 0) + 1
    at, size = {}, 0
    for kind in sorted(counts):
        at[kind] = size
        size += bins_of(scale_of(kind))
    return Table(at, size, counts)


def counted(articles: Sequence[Known], table: Table) -> Vector:
    """Return the log of how much oftener than by chance the true day lies in a bin, with what is expected."""
    seen, chance = np.zeros(table.size), np.zeros(table.size)
    counts = dict.fromkeys(table.at, 0)
    for article in articles:
        for clue in article.told:
            at, bins = table.at[clue.kind], bins_of(scale_of(clue.kind))
            seen[at + int(clue.bins[article.day])] += 1
            chance[at : at + bins] += np.bincount(clue.bins, minlength=bins) / DAYS
            counts[clue.kind] += 1
    found = np.zeros(table.size)
    for kind, at in table.at.items():
        if not counts[kind]:
            continue
        scale = scale_of(kind)
        here = slice(at, at + bins_of(scale))
        by_chance = np.maximum(chance[here] / counts[kind], 1e-6)
        prior = expected(kind)
        worth = _WORTH.get(scale, 30)
        share = (seen[here] + worth * (by_chance if prior is None else prior)) / (counts[kind] + worth)
        found[here] = np.log(share + 1e-9) - np.log(by_chance)
    return found


def score(article: Known, table: Table, weights: Vector) -> Vector:
    """Return the log-likelihood of each day, up to a constant."""
    total = article.fixed.copy()
    for clue in article.told:
        if clue.kind in table.at:
            total += weights[table.at[clue.kind] + clue.bins.astype(np.int32)]
    return total


def chances(article: Known, table: Table, weights: Vector) -> Vector:
    """Return the probability of each day."""
    total = score(article, table, weights)
    chance = np.exp(total - total.max())
    return chance / chance.sum()


def fit(articles: Sequence[Known], table: Table, seed: int = 0) -> Vector:
    """Return the weights that make the true days likeliest, near those counted."""
    base = counted(articles, table)
    articles = [article for article in articles if article.told]
    rng = np.random.default_rng(seed)
    flat, per, lengths, offset = [], [], [], []
    for article in articles:
        proposal = 0.5 * chances(article, table, base) + 0.5 / DAYS
        places = np.searchsorted(proposal.cumsum(), (rng.random() + np.arange(_SAMPLE)) / _SAMPLE)
        places = np.minimum(places, DAYS - 1)
        places = np.append(places[places != article.day], article.day)
        log_weight = -np.log(_SAMPLE * proposal[places])
        log_weight[-1] = 0.0
        rows = np.stack([table.at[c.kind] + c.bins[places].astype(np.int32) for c in article.told], axis=1)
        flat.append(rows.ravel())
        per.append(np.full(len(rows), rows.shape[1]))
        lengths.append(len(rows))
        offset.append(log_weight + article.fixed[places])
    return _descend(
        _loss(
            np.concatenate(flat), np.concatenate(per), np.array(lengths), np.concatenate(offset), base, table
        ),
        base,
    )


def _loss(
    flat: NDArray[np.int32],
    per: NDArray[np.int64],
    lengths: NDArray[np.int64],
    offset: Vector,
    base: Vector,
    table: Table,
) -> Callable[[Vector], tuple[float, Vector]]:
    """Return minus the log-likelihood of the true days, the last of each article's, and its gradient."""
    at = np.concatenate(([0], per.cumsum()[:-1]))
    starts = np.concatenate(([0], lengths.cumsum()[:-1]))
    truth = starts + lengths - 1
    article = np.repeat(np.arange(len(lengths)), lengths)
    left, right = _neighbours(table)

    def loss(weights: Vector) -> tuple[float, Vector]:
        total = np.add.reduceat(weights[flat], at) + offset
        most = np.maximum.reduceat(total, starts)
        raised = np.exp(total - most[article])
        mass = np.add.reduceat(raised, starts)
        chance = raised / mass[article]
        chance[truth] -= 1
        away = weights - base
        bend = away[left] - away[right]
        value = -(total[truth] - most - np.log(mass)).sum()
        value += _ALONE / 2 * (away @ away) + _NEIGHBOUR / 2 * (bend @ bend)
        gradient = np.bincount(flat, np.repeat(chance, per), len(weights)) + _ALONE * away
        np.add.at(gradient, left, _NEIGHBOUR * bend)
        np.add.at(gradient, right, -_NEIGHBOUR * bend)
        return float(value), gradient

    return loss


def _neighbours(table: Table) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    pairs = []
    for kind, at in table.at.items():
        scale = scale_of(kind)
        bins = bins_of(scale)
        if scale in {"flag", "term", "era"}:
            continue
        pairs += [(at + i, at + i + 1) for i in range(bins - 1)]
        pairs += [(at + bins - 1, at)] if scale == "month of a year" else []
    both = np.array(pairs, dtype=np.int64)
    return both[:, 0], both[:, 1]


def _descend(loss: Callable[[Vector], tuple[float, Vector]], start: Vector, steps: int = 40) -> Vector:
    """Return where a loss is least (L-BFGS: Liu and Nocedal 1989, with halved steps)."""
    here = start.copy()
    value, gradient = loss(here)
    moves: list[tuple[Vector, Vector]] = []
    for _ in range(steps):
        way, factors = gradient.copy(), []
        for move, change in reversed(moves):
            factors.append((move @ way) / (move @ change))
            way -= factors[-1] * change
        way *= (
            (moves[-1][0] @ moves[-1][1]) / (moves[-1][1] @ moves[-1][1])
            if moves
            else 1 / np.abs(gradient).sum()
        )
        for (move, change), factor in zip(moves, reversed(factors), strict=True):
            way += move * (factor - (change @ way) / (move @ change))
        length, slope = 1.0, float(gradient @ way)
        for _ in range(12):
            there = here - length * way
            lower, steeper = loss(there)
            if lower <= value - 1e-4 * length * slope:
                break
            length /= 2
        if (there - here) @ (steeper - gradient) > 1e-10:
            moves = [*moves[-11:], (there - here, steeper - gradient)]
        gained = value - lower
        here, value, gradient = there, lower, steeper
        if gained < 1e-5 * abs(value):
            break
    return here
