"""Where words are cut, beyond spaCy's own rules."""

import pytest

from explore.language import load_language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Enough!! he cried", ["Enough", "!!", "he", "cried"]),
        ("Who pays?!", ["Who", "pays", "?!"]),
        ("Lt. Gen. Park met Col. Haddad", ["Lt.", "Gen.", "Park", "met", "Col.", "Haddad"]),
        ("by e-mail, fax etc.", ["by", "e-mail", ",", "fax", "etc."]),
    ],
)
def test_marks_in_a_row_and_words_with_a_stop_are_one_word(text, words):
    assert [token.text for token in load_language().make_doc(text)] == words
