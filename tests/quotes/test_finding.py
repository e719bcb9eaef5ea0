"""What is a quotation, and how far it goes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explore.reader import pipeline


def texts(quotes) -> list[str]:
    return quotes["text"].tolist()


def test_the_parts_around_a_speaker_are_one_quotation(quotes_in):
    quotes = quotes_in("“We will not yield,” the minister said. “We have never yielded.”")
    assert len(quotes) == 1
    assert len(quotes["segments"][0]) == 2
    assert quotes["kind"][0] == "direct"


def test_a_mixed_quotation_is_the_whole_clause(quotes_in):
    quotes = quotes_in("The minister said that the deal was “a step forward” for both countries.")
    assert texts(quotes) == ["that the deal was “a step forward” for both countries"]
    assert quotes["kind"][0] == "mixed"


def test_an_indirect_quotation_is_the_clause_of_the_verb(quotes_in):
    quotes = quotes_in("The Kremlin said on Monday that the two leaders would meet again in May.")
    assert texts(quotes) == ["that the two leaders would meet again in May"]
    assert quotes["kind"][0] == "indirect"


def test_according_to_names_a_speaker(quotes_in):
    quotes = quotes_in("According to the White House, the call lasted an hour.")
    assert texts(quotes) == ["the call lasted an hour"]
    assert quotes["speaker_text"][0] == "the White House"


def test_a_quotation_over_paragraphs_is_one(quotes_in):
    quotes = quotes_in(
        "“We have talked for two days,” said Sergei Lavrov. “We made progress.\n\n“We will talk again.”\n\nHe left."
    )
    assert len(quotes) == 1
    assert quotes["text"][0].endswith("We will talk again.")


def test_elisions_and_notes_stay_in_the_quotation(quotes_in):
    quotes = quotes_in(
        "“The talks with (his counterpart, editor’s note) (…) are planned,” said the foreign ministry."
    )
    assert "(his counterpart, editor’s note) (…)" in quotes["text"][0]


def test_a_nested_quotation_with_its_own_cue_is_told_beside_the_outer_one(quotes_in):
    quotes = quotes_in("“The president told me, ‘We will never give up,’” Sergei Lavrov said.")
    assert "We will never give up," in texts(quotes)
    assert len(quotes) == 2


def test_a_title_in_marks_is_no_quotation(quotes_in):
    quotes = quotes_in("He has read the novel “War and Peace” twice since he left the army.")
    assert quotes.empty


def test_a_nickname_is_no_quotation(quotes_in):
    assert quotes_in("Dwayne “The Rock” Johnson arrived in Paris on Monday.").empty


def test_two_cues_of_one_speaker_give_two_quotations(quotes_in):
    quotes = quotes_in(
        "“An exchange of views is planned”, it is also specified, the Russian ministry citing “the situation in Asia”."
    )
    assert texts(quotes) == ["An exchange of views is planned", "the situation in Asia"]
    assert set(quotes["speaker_text"]) == {"the Russian ministry"}


def test_a_quoted_heading_is_marked(quotes_in):
    quotes = quotes_in(
        "Xi in Moscow\n\nThe two leaders met on Monday.\n\n“Friendship without limits”\n\n"
        "Xi Jinping spoke of “a limitless friendship” between the two countries."
    )
    heading = quotes[quotes["heading"]]
    assert texts(heading) == ["Friendship without limits"]
    assert heading["speaker"].tolist() == ["Xi Jinping"]


def test_a_heading_nobody_repeats_has_no_speaker(quotes_in):
    quotes = quotes_in(
        "Summit opens\n\nThe leaders met on Monday.\n\n“A new order”\n\nXi Jinping spoke of “a great success” on Monday."
    )
    assert quotes[quotes["heading"]]["speaker"].isna().all()


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=" .,\n\"“”‘’'«»—:XiadPutinsh", max_size=160))
def test_no_text_raises(text):
    doc = pipeline()(text)
    for quote in doc._.quotes:
        assert all(0 <= begin < end <= len(text) for begin, end in quote.segments)


@pytest.mark.parametrize("text", ["“", "”", "“”", "\n\n", "Mr. X: ", "“ said he.", '"a" "b'])
def test_scraps_do_not_raise(nlp, text):
    nlp(text)


def test_a_clause_hung_on_a_noun_before_it_is_taken_whole(quotes_in):
    quotes = quotes_in(
        "Vladimir Putin said after the talks that many points of the plan could be taken as a basis."
    )
    assert texts(quotes) == ["that many points of the plan could be taken as a basis"]


def test_an_addition_has_a_cue_of_its_own(quotes_in):
    quotes = quotes_in("“We agree,” Sergei Lavrov said, adding that the talks would be “long and hard”.")
    assert quotes["cue"].tolist() == ["said", "adding"]
    assert quotes["text"][1] == "that the talks would be “long and hard”"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "He told the police that he did not see who threw the stone.",
            "that he did not see who threw the stone",
        ),
        ("Sergei Lavrov had said last week that the door was open.", "that the door was open"),
    ],
)
def test_a_clause_taken_for_a_relative_one(quotes_in, text, said):
    assert texts(quotes_in(text)) == [said]


def test_who_asks_not_to_be_named_says_nothing_by_that(quotes_in):
    quotes = quotes_in("Two aides, who asked not to be named, said that the talks had failed.")
    assert texts(quotes) == ["that the talks had failed"]


@pytest.mark.parametrize(
    "text",
    [
        "“It is late,” Ana Petrova said on CNN’s “Morning Hour” on Sunday.",
        "“It is late,” Ana Petrova told the radio programme “Morning Hour.”",
        "“It is late,” said Ana Petrova, the author of “Dry Rivers and Long Roads.”",
    ],
)
def test_the_name_of_a_work_is_no_quotation(quotes_in, text):
    assert texts(quotes_in(text)) == ["It is late,"]


def test_a_mark_that_opens_within_a_phrase_and_never_closes_is_over_with_its_sentence(quotes_in):
    quotes = quotes_in(
        "“It is late,” Ana Petrova told the programme “Morning Hour. Agencies report the minister told the "
        "envoy that the border will close."
    )
    assert "that the border will close" in texts(quotes)
    assert "It is late," in texts(quotes)


def test_a_statement_between_commas_with_its_verb_behind_is_told(quotes_in):
    quotes = quotes_in("Other tools, they said, are ready for use by the council.")
    assert quotes["text"][0] == "Other tools are ready for use by the council"


def test_what_one_says_another_told_is_told_beside_it(quotes_in):
    quotes = quotes_in("Officials say Hagel told the envoy that Russia risks isolation without a change.")
    assert texts(quotes)[-1] == "that Russia risks isolation without a change"
    assert quotes["speaker"].tolist()[-1] == "Hagel"


def test_a_cue_may_introduce_words_of_its_own_and_the_quotation_behind(quotes_in):
    quotes = quotes_in(
        "The road stays closed until May, Ana Petrova tweeted on Monday. “We ask for patience. Nobody is hurt.”"
    )
    assert texts(quotes)[0].startswith("The road stays closed until May")
    assert set(quotes["speaker"]) == {"Ana Petrova"}


def test_a_setting_between_commas_is_no_part_of_what_is_said(quotes_in):
    quotes = quotes_in("The minister told Ana Petrova, in a call on Monday, the ban stays in force.")
    assert texts(quotes) == ["the ban stays in force"]


@pytest.mark.parametrize(
    "text",
    [
        "All eyes are on whether Ana Petrova announces the removal of the tariffs.",
        "Neither side mentioned the tariffs, or the chance that they could be eased.",
        "Ana Petrova, center, talks on a cellphone to an aide on the steps of the court.",
    ],
)
def test_what_nobody_says_is_no_quotation(quotes_in, text):
    assert quotes_in(text).empty


def test_an_adjective_is_no_cue(quotes_in):
    quotes = quotes_in(
        "Ana Petrova said that security comes first.\n\nThe announcement of the summit followed a flare-up of the "
        "“frozen conflict” between the two neighbours over the disputed territory of Ostland."
    )
    assert "frozen conflict" not in texts(quotes)


@pytest.mark.parametrize(
    "text",
    [
        "According to Ana Petrova, head of the audit office, the money was gone.",
        "The money was gone, said Ana Petrova, head of the audit office since last year.",
    ],
)
def test_words_that_tell_who_the_speaker_is_are_no_part_of_what_is_said(quotes_in, text):
    assert [text.removeprefix("T").removeprefix("t") for text in texts(quotes_in(text))] == [
        "he money was gone"
    ]


def test_a_clause_goes_on_behind_a_relative_one(quotes_in):
    quotes = quotes_in("He expressed hope that the new ban, which covers all oil, would be approved at once.")
    assert texts(quotes)[0].endswith("would be approved at once")


@pytest.mark.parametrize(
    "text",
    [
        "Residents were told to leave their homes.",
        "Anyone with information is asked to call the police.",
        "Ana Petrova made the remarks when asked to comment on the talks.",
    ],
)
def test_who_is_spoken_to_says_nothing(quotes_in, text):
    assert quotes_in(text).empty


@pytest.mark.parametrize(
    "text",
    [
        "The police declined to say whether anyone had been asked.",
        "Ana Petrova did not respond to a request for comment.",
        "Ana Petrova did not say whether the ban had been discussed.",
        "If he refuses, Ana Petrova will say that the ban stays.",
        "Ana Petrova will say the same in June.",
        "Peru recalled its ambassador, Ivo Klein.",
        "Ana Petrova has written to the council's chief executive, Diane Holt.",
    ],
)
def test_what_is_not_said_is_no_quotation(quotes_in, text):
    assert quotes_in(text).empty


def test_the_place_a_story_is_told_from_is_no_part_of_what_is_said(quotes_in):
    quotes = quotes_in("KYIV, Aug 4 (Newswire) - A drone hit a house at night, officials said on Sunday.")
    assert texts(quotes) == ["A drone hit a house at night"]


def test_a_time_is_no_part_of_the_speaker(quotes_in):
    quotes = quotes_in("A federal judge on Wednesday said that the suit was over.")
    assert quotes["speaker"].tolist() == ["federal judge"]


def test_an_agency_asks_in_a_press_conference(quotes_in):
    quotes = quotes_in(
        "Reuters: Did they discuss the peace summit?\n\nLin Jian: We have put out a statement on it.\n\n"
        "Bloomberg: Will he travel to Australia?\n\nLin Jian: He will go there in June."
    )
    assert quotes["speaker"].tolist() == ["Reuters", "Lin Jian", "Bloomberg", "Lin Jian"]


@pytest.mark.parametrize(
    "text",
    [
        "As Churchill never said, “a bad war is better than no peace”.",
        "Minister under fire over “secret” trade visit\n\nThe minister went to Riga.",
        "The paper, titled “A steam world around a quiet star”, came out in June.",
    ],
)
def test_words_in_marks_that_nobody_said(quotes_in, text):
    assert quotes_in(text).empty


def test_what_is_denied_is_not_said(quotes_in):
    assert quotes_in("A health minister has denied calling nurses “greedy” at a dinner.").empty


def test_a_sentence_ends_before_the_next_quotation(quotes_in):
    quotes = quotes_in(
        "Ana Petrova told a news conference on Monday that “we are ready to talk” with them. “We want no war. We "
        "want no walls. We want our land,” she said."
    )
    assert texts(quotes)[0].endswith("with them")


def test_words_of_two_cues_are_two_quotations(quotes_in):
    quotes = quotes_in(
        "Nora Lind tweeted that the drought “has to be talked about,” adding “we need all of you on it.”"
    )
    assert texts(quotes) == [
        "that the drought “has to be talked about,”",
        "we need all of you on it.",
    ]


def test_headlines_that_begin_with_a_name_are_no_transcript(quotes_in):
    quotes = quotes_in(
        "Anna Brandt: Minister defends the cuts\n\nAnna Brandt: Nine questions on the budget\n\n"
        "The mill will close in June, Marek Holub said."
    )
    assert texts(quotes) == ["The mill will close in June"]


def test_a_line_in_capitals_between_others_is_a_link(quotes_in):
    quotes = quotes_in(
        "The firm denied it on Monday.\n\nLENA ORTIZ'S FORMER BOSS BLASTS HER ‘BULLYING’ CLAIMS, SAYS SHE KNEW\n\n"
        "“We are shocked,” Anna Brandt said."
    )
    assert quotes["speaker"].tolist() == ["Anna Brandt"]


def test_notes_on_two_teams_are_no_transcript(quotes_in):
    quotes = quotes_in(
        "Storm: Petr Novak missed his third straight game.\n\nWolves: Marek Holub left the court early.\n\n"
        "Storm: Petr Novak is expected back in May.\n\nWolves: The two teams meet again on Friday."
    )
    assert quotes.empty


def test_a_source_behind_is_no_part_of_what_is_said(quotes_in):
    quotes = quotes_in("Ana Petrova told Ivo Klein to “steer clear of the fight”, according to an aide.")
    assert not any("according" in text for text in texts(quotes))


def test_what_one_says_two_others_called_for_is_kept_whole(quotes_in):
    quotes = quotes_in(
        "Trump and Putin called for “real coordination of actions” and “stressed the importance of trade,” the "
        "Kremlin reported."
    )
    kremlin = quotes[quotes["speaker"] == "Kremlin"]
    assert kremlin["text"].str.startswith("Trump and Putin called for").all()


def test_a_source_named_first_has_the_whole_sentence(quotes_in):
    quotes = quotes_in(
        "According to António Guterres, the WHO provides medical supplies for emergency care and treatment."
    )
    assert texts(quotes) == ["the WHO provides medical supplies for emergency care and treatment"]
