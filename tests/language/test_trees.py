"""The best tree of a sentence, with one root and no circle."""

from itertools import product

import numpy as np
import pytest

from explore.language.trees import best_tree


def total(heads, arcs, root):
    return sum(float(root[i] if h < 0 else arcs[i, h]) for i, h in enumerate(heads))


def is_tree(heads):
    def reaches_root(i, seen=()):
        return heads[i] < 0 or (i not in seen and reaches_root(heads[i], (*seen, i)))

    return sum(h < 0 for h in heads) == 1 and all(reaches_root(i) for i in range(len(heads)))


@pytest.mark.parametrize("seed", range(40))
def test_no_other_tree_is_better(seed):
    rng = np.random.default_rng(seed)
    count = 2 + seed % 4
    arcs, root = rng.normal(size=(count, count)).astype("f"), rng.normal(size=count).astype("f")
    # Only the three likeliest roots are tried.
    roots = set(np.argsort(-root)[:3])
    others = (heads for heads in product(range(-1, count), repeat=count) if is_tree(heads))
    best = max(total(heads, arcs, root) for heads in others if heads.index(-1) in roots)
    found = best_tree(arcs, root)
    assert is_tree(found)
    assert total(found, arcs, root) == pytest.approx(best)


def test_one_word_is_the_root():
    assert best_tree(np.zeros((1, 1), "f"), np.zeros(1, "f")) == [-1]


def test_a_circle_is_opened_where_it_costs_least():
    # Each of the last two would rather hang on the other.
    arcs = np.array([[0, 0, 0], [2, 0, 9], [3, 9, 0]], "f")
    assert best_tree(arcs, np.array([5, 0, 0], "f")) == [-1, 2, 0]


def test_a_long_sentence_that_is_all_circles():
    arcs = np.zeros((160, 160), "f")
    for i in range(0, 160, 2):
        arcs[i, i + 1] = arcs[i + 1, i] = 5
    assert is_tree(best_tree(arcs, np.zeros(160, "f")))
