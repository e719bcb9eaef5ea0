"""What the network is told of a word."""

import pytest

from explore.language.words import SHAPES, Pieces, shape

VOCABULARY = ["[UNK]", "lav", "##rov", "elysee", "-", '"', "u", ".", "s", "##s"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Lavrov", ("lav", "##rov")),
        ("LAVROV", ("lav", "##rov")),
        ("Élysée", ("elysee",)),
        ("—", ("-",)),
        ("“", ('"',)),
        ("U.S.", ("u", ".", "s", ".")),
        ("Wang", ("[UNK]",)),
        ("", ("[UNK]",)),
    ],
)
def test_pieces_are_the_longest_known(word, pieces):
    known = Pieces(VOCABULARY)
    assert known.of(word) == tuple(VOCABULARY.index(piece) for piece in pieces)


def test_a_run_of_signs_has_twelve_pieces_at_most():
    assert len(Pieces(VOCABULARY).of("." * 300)) == 12


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("É", "letter"),
        ("EU", "capitals"),
        ("O’Neill", "mixed"),
        ("G7", "figures"),
        ("”", "closing"),
        ("…", "other"),
    ],
)
def test_shapes(word, name):
    assert SHAPES[shape(word)] == name
