"""The best tree of a sentence, out of how good each word is as the head of each other.

The maximum spanning arborescence with one root, after Chu and Liu (1965) and Edmonds (1967).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

_NEVER = np.float32(-1e9)
_ROOTS = 3  # candidates for the root that are tried


def best_tree(arcs: Array, root: Array) -> list[int]:
    """Return the head of each word; that of the root is -1.

    Parameters
    ----------
    arcs : (words, words)
        Row by row, how good each word is as the head of the row's word.
    root : (words,)
        How good each word is as the root.

    >>> best_tree(np.array([[0, -9, 5], [4, 0, 1], [3, 2, 0]], "f"), np.array([1, 0, 4], "f"))
    [2, 0, -1]
    """
    count = len(root)
    # Place 0 is that of a word above the root.
    table = np.full((count + 1, count + 1), _NEVER, "f4")
    table[1:, 1:] = arcs
    table[1:, 0] = root
    np.fill_diagonal(table, _NEVER)
    heads = table.argmax(-1)
    if np.count_nonzero(heads[1:] == 0) != 1 or len(_cycle(heads)):
        heads = _best_rooted(table)
    found: list[int] = (heads[1:] - 1).tolist()
    return found


def _best_rooted(table: Array) -> NDArray[np.int64]:
    """Return heads with one root, the better of those that the likeliest roots give."""
    best, chosen = -np.inf, np.zeros(len(table), "i8")
    for root in np.argsort(-table[1:, 0], kind="stable")[:_ROOTS] + 1:
        rooted = table.copy()
        rooted[1:, 0] = _NEVER
        rooted[root] = _NEVER
        rooted[root, 0] = table[root, 0]
        heads = _arborescence(rooted)
        total = table[np.arange(1, len(table)), heads[1:]].sum(dtype="f8")
        if total > best:
            best, chosen = total, heads
    return chosen


def _arborescence(table: Array) -> NDArray[np.int64]:
    """Return the heads of the best tree under place 0: contract a cycle, solve, open it again."""
    heads = table.argmax(-1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not len(cycle):
        return heads
    outer = np.setdiff1d(np.arange(len(table)), cycle)
    gains = table[cycle, heads[cycle]]
    # One place, the last, stands for the whole cycle.
    entering = table[np.ix_(cycle, outer)] - gains[:, None]
    leaving = table[np.ix_(outer, cycle)]
    smaller = np.full((len(outer) + 1, len(outer) + 1), _NEVER, "f4")
    smaller[:-1, :-1] = table[np.ix_(outer, outer)]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    solved = _arborescence(smaller)
    found = heads.copy()
    for i, place in enumerate(outer):
        head = solved[i]
        found[place] = cycle[leaving[i].argmax()] if head == len(outer) else outer[head]
    head = solved[-1]
    found[cycle[entering[:, head].argmax()]] = outer[head]
    found[0] = 0
    return found


def _cycle(heads: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the places of a cycle, or none; place 0 is above all."""
    state = [0] * len(heads)
    state[0] = -1
    parents = heads.tolist()
    for start in range(1, len(parents)):
        at = start
        while not state[at]:
            state[at] = start
            at = parents[at]
        if state[at] == start:
            path = [at]
            while parents[path[-1]] != at:
                path.append(parents[path[-1]])
            return np.array(path)
    return np.zeros(0, "i8")
