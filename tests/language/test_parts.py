"""Names out of parts that fit together."""

import numpy as np

from explore.language.parts import best_names

PARTS = ("O", "B-GPE", "I-GPE", "L-GPE", "U-GPE", "B-ORG", "I-ORG", "L-ORG", "U-ORG")


def scores(*rows):
    table = np.zeros((len(rows), len(PARTS)), "f")
    for i, row in enumerate(rows):
        for part, score in row.items():
            table[i, PARTS.index(part)] = score
    return table


def test_parts_that_fit_are_taken_as_they_are():
    found = best_names(scores({"B-ORG": 5}, {"I-ORG": 5}, {"L-ORG": 5}, {"O": 5}, {"U-GPE": 5}), PARTS)
    assert found == [(0, 3, "ORG"), (4, 5, "GPE")]


def test_a_name_that_is_not_closed_is_closed_or_dropped():
    assert best_names(scores({"B-ORG": 5}, {"I-ORG": 4, "L-ORG": 3}, {"O": 6}), PARTS) == [(0, 2, "ORG")]
    assert best_names(scores({"B-ORG": 1, "O": 0.9}, {"O": 6}), PARTS) == []


def test_a_name_has_one_label():
    assert best_names(scores({"B-ORG": 5}, {"L-GPE": 3, "L-ORG": 2.5}), PARTS) == [(0, 2, "ORG")]


def test_no_names():
    assert best_names(scores({"O": 3}, {"O": 3}), PARTS) == []
