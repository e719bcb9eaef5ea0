"""Who says it where the sentence names several: whoever its form tells."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Holub knows that a “thin” deal is no good idea, a second person briefed on the call said.",
            "second person",
        ),
        (
            "Holub knows that such offers are no good deal for him, a person briefed on the trade call said.",
            "person",
        ),
        ("That made Anna Brandt believe that the staff were “simply afraid of him.”", "Anna Brandt"),
        ("This plan, says Marek Holub, a chemist in Bergen, helps the farmers of the region.", "Marek Holub"),
        (
            "One Bergen-based shipping expert said that the port was too small.",
            "One Bergen-based shipping expert",
        ),
        ("Another trader said that the deal was dead.", "Another trader"),
    ],
)
def test_the_form_of_the_sentence_tells_who_says_it(quotes_in, text, speaker):
    assert quotes_in(text)["speaker"].tolist() == [speaker]


def test_a_heading_is_named_after_the_words_below_it(quotes_in):
    quotes = quotes_in(
        "The hearing in five scenes\n\nThe “Lind problem”\n\nPetr Novak told the court that he had left early. "
        "“I was tired,” Novak said.\n\nMarek Holub testified for an hour. He said his deputy had called the "
        "clerk's role in the plan “the Lind problem”."
    )
    same = quotes[quotes["text"].str.contains("Lind problem")]
    assert same["speaker"].tolist() == ["Marek Holub", "Marek Holub"]


def test_a_family_name_that_is_a_pronoun_too(quotes_in):
    quotes = quotes_in("Donald Trump met farmers on Monday. “The plan is ready,” He Lifeng said in Beijing.")
    assert quotes["speaker"].tolist() == ["He Lifeng"]


def test_who_uses_or_works_for_a_body_is_not_the_body(quotes_in):
    quotes = quotes_in(
        "Tesla workers said that the plant was cold. NASA officials said that the probe was lost."
    )
    assert quotes["speaker"].tolist() == ["Tesla workers", "NASA"]


def test_he_is_nobody_called_she(quotes_in):
    quotes = quotes_in(
        "Petr Novak wrote novels that baffle many. His editor was Anna Brandt. “You only see a tenth of what Petr "
        "hid,” she said. When his editors would complain, he would answer, “I like it dark.”"
    )
    assert quotes["speaker"].tolist() == ["Anna Brandt", "Petr Novak"]


def test_the_statement_is_by_who_issued_one(quotes_in):
    quotes = quotes_in(
        "Nordmetal issued a statement that seemed to help after Lena Ortiz scolded the firm, accusing it of "
        "greed.\n\nThe statement said that she was free to leave."
    )
    assert quotes["speaker"].tolist()[-1] == "Nordmetal"


def test_who_denies_goes_on_saying(quotes_in):
    quotes = quotes_in(
        "Dale and Martha denied that Mike was estranged from them, saying instead he was “quiet”."
    )
    assert quotes["speaker_text"].tolist() == ["Dale and Martha", "Dale and Martha"]


def test_a_person_set_off_by_what_she_is_says_it(quotes_in):
    quotes = quotes_in(
        "“This is due to the wind,” Karin Lovas, a research analyst at the Bergen-based Council on Water and Air "
        "think tank told the paper."
    )
    assert quotes["speaker"].tolist() == ["Karin Lovas"]


def test_who_speaks_on_posters_did_not_say_what_is_on_them(quotes_in):
    quotes = quotes_in("“Meth. We can do it” is on billboards in which people say, “I can do it.”")
    assert quotes["cue"].isna().tolist() == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "The two clubs criticised the plan, with the Danish minister Nora Lind warning of “serious trouble”.",
        "Two officers were charged on Tuesday, with a union leader, Nora Lind, calling it “a sham”.",
    ],
)
def test_who_is_told_of_with_the_sentence_says_it(quotes_in, text):
    assert quotes_in(text)["speaker"].tolist()[-1] == "Nora Lind"
