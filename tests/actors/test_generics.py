"""Bodies called again by a noun: "the court", "the alliance", "the company"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("NATO met in Vilnius. Talks took a day. The alliance said it was ready.", "The alliance", "NATO"),
        ("The African Union sent an envoy. The union wants calm.", "The union", "African Union"),
        (
            "The International Criminal Court issued warrants. The Hague was calm. The court said nothing more.",
            "The court",
            "International Criminal Court",
        ),
        ("The company, Savannah Resources, told us so.", "The company", "Savannah Resources"),
    ],
)
def test_a_body_is_called_again_by_its_noun(read, text, words, name):
    assert read(text).who(words) == name


@pytest.mark.parametrize(
    "text",
    [
        "NATO met in Vilnius. The court of appeal sat in Lisbon.",
        "The European Commission met the Electoral Commission. The commission said nothing.",
        "He went to the bank.",
    ],
)
def test_a_noun_that_may_be_another_body_is_none(read, text):
    found = read(text)
    assert [found.who(words) for words in ("The court", "The commission", "the bank")] == [None] * 3


def test_a_president_does_not_order_another_countrys_army(read):
    found = read(
        "Israeli troops entered Blida. The Lebanese president, Joseph Aoun, ordered the military to fight."
    )
    assert found.who("the military") != "Israel Defense Forces"
