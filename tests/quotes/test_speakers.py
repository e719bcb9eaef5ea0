"""Who said it."""

from __future__ import annotations

from datetime import date

import pytest


def speakers(quotes) -> list[str]:
    return quotes["speaker"].tolist()


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready to talk,” Sergei Lavrov said.",
        "“We are ready to talk,” said Sergei Lavrov.",
        "Sergei Lavrov said: “We are ready to talk.”",
        "“We are ready to talk,” Sergei Lavrov, the head of Russian diplomacy, told reporters.",
        "Sergei Lavrov on Monday described the talks as “very useful”.",
        "“We are ready to talk.” — Sergei Lavrov",
        "In a statement, Sergei Lavrov called the talks “very useful”.",
        "According to Sergei Lavrov, the talks were “very useful”.",
    ],
)
def test_the_speaker_is_found_in_every_form(quotes_in, text):
    quotes = quotes_in(text)
    assert speakers(quotes) == ["Sergei Lavrov"]


def test_the_words_used_and_the_name_behind_them(quotes_in):
    quotes = quotes_in(
        "Vladimir Putin landed in Beijing on Monday.\n\n“It is a good day,” the Russian president said.",
        published=date(2024, 5, 17),
    )
    assert quotes["speaker"][0] == "Vladimir Putin"
    assert quotes["speaker_text"][0] == "the Russian president"


def test_a_cue_in_the_sentence_before_floats_on(quotes_in):
    quotes = quotes_in("Sergei Lavrov was blunt. “There will be no talks.”")
    assert speakers(quotes) == ["Sergei Lavrov"]


def test_the_speaker_goes_on_in_the_next_paragraph(quotes_in):
    quotes = quotes_in("“We are ready to talk,” Sergei Lavrov said.\n\n“Nobody has called us so far.”")
    assert set(speakers(quotes)) == {"Sergei Lavrov"}


def test_a_statement_speaks_for_who_made_it(quotes_in):
    quotes = quotes_in("“The talks were useful,” says a statement by the Kremlin.")
    assert quotes["speaker"][0] == "Kremlin"


def test_a_participle_shares_its_subject(quotes_in):
    quotes = quotes_in(
        "Xi Jinping visited Moscow on Monday, reaffirming with Vladimir Putin “a limitless friendship”."
    )
    assert speakers(quotes) == ["Xi Jinping"]


def test_a_press_release_names_the_speaker_before_a_colon(quotes_in):
    quotes = quotes_in(
        "And from Chairwoman Jane Miller:\n\n“This vote is a victory for every worker in the state.”"
    )
    assert "Jane Miller" in quotes["speaker"][0]


def test_turns_of_a_transcript_are_direct_quotations(quotes_in):
    quotes = quotes_in(
        "Meeting with the chairman\n\nVladimir Putin: Mr Chairman, I am glad to see you.\n\nLet us begin.\n\n"
        "Sergei Lavrov: Thank you. We have much to report today."
    )
    assert quotes["kind"].tolist() == ["direct", "direct"]
    assert speakers(quotes) == ["Vladimir Putin", "Sergei Lavrov"]
    assert quotes["text"][0].endswith("Let us begin")


def test_the_one_spoken_to(quotes_in):
    quotes = quotes_in("Sergei Lavrov told Wang Yi that the visit would take place in May.")
    assert quotes["addressee"].tolist() == ["Wang Yi"]


def test_the_cue_is_the_verb(quotes_in):
    quotes = quotes_in("“We are ready to talk,” Sergei Lavrov insisted.")
    assert quotes["cue"].tolist() == ["insisted"]


def test_joint_subjects_speak_together(quotes_in):
    quotes = quotes_in("Joe Biden and Xi Jinping called for “a lasting ceasefire” in the region.")
    assert quotes["speaker"][0] == "Joe Biden and Xi Jinping"


def test_a_statement_is_its_authors(quotes_in):
    quotes = quotes_in("A Kremlin statement said the talks were “very useful”.")
    assert quotes["speaker"][0] == "Kremlin"


def test_a_mark_never_closed_does_not_give_the_next_paragraph_to_its_speaker(quotes_in):
    quotes = quotes_in(
        "Sergei Lavrov said the talks had been “a good beginning for all of us.\n\n"
        "“It is far too early to speak of peace,” Annalena Baerbock told reporters."
    )
    assert list(quotes["speaker"]) == ["Sergei Lavrov", "Annalena Baerbock"]


def test_a_mark_repeated_at_each_paragraph_keeps_its_speaker(quotes_in):
    quotes = quotes_in(
        "“We have had a good beginning,” Sergei Lavrov said. “The talks were open.\n\n"
        "“It is far too early to speak of peace.”\n\nAnnalena Baerbock left for Berlin."
    )
    assert set(quotes["speaker"]) == {"Sergei Lavrov"}


def test_the_last_paragraph_of_a_long_quotation_may_name_the_speaker_by_office(quotes_in):
    quotes = quotes_in(
        "Volodymyr Zelensky thanked the guests. “You came when few dared to come, he said.\n\n"
        "“I am sure that with such friends we will win,” the President of Ukraine said."
    )
    assert set(quotes["speaker"].dropna()) == {"Volodymyr Zelensky"}


def test_the_end_of_a_quotation_tells_who_said_it_where_the_beginning_does_not(quotes_in):
    quotes = quotes_in(
        "Olaf Scholz and Emmanuel Macron paid attention to prices. “Bread is dear everywhere.\n\n"
        "“And it will not be cheaper next year,” Emmanuel Macron said."
    )
    assert set(quotes["speaker"]) == {"Emmanuel Macron"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Tass agency quoted Sergei Lavrov as saying that the talks were “useful”.", "Sergei Lavrov"),
        ("Sergei Lavrov was quoted by Tass as saying that the talks were “useful”.", "Sergei Lavrov"),
        ("“It’s the farmers’ money that is gone,” said his neighbour, Siân Rowlands.", "Siân Rowlands"),
        ("« Solidarity with whom? » asks Maëlle, a nurse from the city.", "Maëlle"),
        ("“Talks are over,” Sergei Lavrov said, according to a transcript of the meeting.", "Sergei Lavrov"),
        ("Abiy Ahmed, on his first trip to Nairobi, said it was “a big market”.", "Abiy Ahmed"),
    ],
)
def test_the_speaker_is_who_says_it_not_who_passes_it_on(quotes_in, text, speaker):
    assert quotes_in(text)["speaker"].tolist() == [speaker]


def test_a_day_after_somebody_spoke(quotes_in):
    quotes = quotes_in(
        "Sergei Lavrov called the plan “dead”, a day after Emmanuel Macron said he would support it."
    )
    assert speakers(quotes) == ["Sergei Lavrov", "Emmanuel Macron"]


def test_a_mark_missing_before_the_cue(quotes_in):
    quotes = quotes_in("“We will wait as long as it takes, Sergei Lavrov told a radio station.\n\nHe left.")
    assert quotes["text"].tolist() == ["We will wait as long as it takes,"]
    assert speakers(quotes) == ["Sergei Lavrov"]


def test_a_word_of_no_saying_names_no_speaker(quotes_in):
    quotes = quotes_in("Phone call of Vladimir Putin: “A Toe in the Water”\n\nThey spoke on Monday.")
    assert quotes["speaker"].isna().all()


def test_few_words_beside_a_thing_that_does_not_speak_are_no_quotation(quotes_in):
    assert quotes_in("The decision led to an escalation of the “frozen conflict” on the border.").empty


def test_a_quotation_that_runs_over_paragraphs_without_marks_is_of_who_closes_it(quotes_in):
    quotes = quotes_in(
        "António Guterres saw the ruins. “I am grateful to Mr.\n\nGuterres for his position on the war.\n\n"
        "Every opportunity must be used,” Volodymyr Zelensky said after the talks."
    )
    assert speakers(quotes) == ["Volodymyr Zelensky"]


def test_a_tag_right_behind_the_words_is_nearer_than_the_next_paragraph(quotes_in):
    quotes = quotes_in(
        "We did not pick the quarrel, they gave us nothing else,” Karim Haddad answered.\n\n"
        "“Both sides need to calm down,” the mayor, Stefan Iliev, said."
    )
    assert speakers(quotes) == ["Karim Haddad", "Stefan Iliev"]


def test_the_end_of_a_long_quotation_tells_who_spoke_before_another_speaker_of_the_sentence_ahead(quotes_in):
    quotes = quotes_in(
        "Ana Petrova will go to Kyiv on Monday, the envoy tweeted. “She will meet the new government.\n\n"
        "She will offer help to all who need it,” says a statement by the Kremlin."
    )
    assert set(quotes.loc[quotes["kind"] == "direct", "speaker"]) == {"Kremlin"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Petrova made a point of noting that the army does not target houses.", "Ana Petrova"),
        ("“We share the grief,” reads the message of condolence from Ana Petrova.", "Ana Petrova"),
    ],
)
def test_a_noun_between_speaker_and_words_is_no_speaker(quotes_in, text, speaker):
    assert speakers(quotes_in(text)) == [speaker]


def test_a_title_may_name_the_speaker_behind_a_colon(quotes_in):
    quotes = quotes_in("“We were never asked”: Ana Petrova on the lost vote\n\nThe vote was held in March.")
    assert speakers(quotes) == ["Ana Petrova"]


def test_the_article_speaks_again_behind_the_last_turn(quotes_in):
    quotes = quotes_in(
        "DAHL: I spoke with her this morning.\n\n(CROSSTALK)\n\nLINDQVIST: So will it rise in May?\n\n"
        "DAHL: I will not tell you on the radio.\n\nLINDQVIST: Thank you all the same.\n\n"
        "In a statement, the developer, Blue Quay, said it had “always kept the law”."
    )
    assert speakers(quotes)[-1] == "Blue Quay"
    assert not quotes["text"].str.contains("CROSSTALK").any()


def test_a_surname_that_is_a_word_speaks(quotes_in):
    quotes = quotes_in(
        "His attorney, Beth Long, read the editorial headlined “The Most Crooked Man in Town.” “My client was "
        "called a thief,” Long said outside the court. “We're not done.”"
    )
    assert set(quotes["speaker"]) == {"Beth Long"}


def test_who_insists_while_another_says(quotes_in):
    quotes = quotes_in(
        "“We are open,” Ana Petrova said, while Ivo Klein insisted that “nothing has changed”."
    )
    assert speakers(quotes) == ["Ana Petrova", "Ivo Klein"]


def test_a_name_that_the_parse_joins_to_its_verb_speaks(quotes_in):
    quotes = quotes_in(
        "Kenji Ito was there. Ito counters that the test was run “very carefully”. “Paul asked, too,” he says."
    )
    assert speakers(quotes) == ["Kenji Ito", "Kenji Ito"]


def test_who_calls_somebody_something_in_a_clause_beside(quotes_in):
    quotes = quotes_in(
        "Ana Petrova accused the council of “theft” in March, hours after Ivo Klein called her “an old liar”."
    )
    assert speakers(quotes) == ["Ana Petrova", "Ivo Klein"]


def test_a_title_before_the_name_is_no_part_of_what_is_said(quotes_in):
    quotes = quotes_in("It was “a good conversation”, according to press secretary Karoline Leavitt.")
    assert quotes["text"].tolist() == ["It was “a good conversation”"]


def test_how_long_they_spoke_is_told_by_who_tells_it(quotes_in):
    quotes = quotes_in("The envoys spoke “for a few minutes” as they left, Ana Petrova wrote on her blog.")
    assert speakers(quotes) == ["Ana Petrova"]


def test_who_hits_back_over_a_claim_has_not_made_it(quotes_in):
    quotes = quotes_in("Ana Petrova hit back at her rival over the “dark arts” claim.")
    assert quotes["speaker"].isna().all()


def test_who_is_heard_to_reply_speaks(quotes_in):
    quotes = quotes_in(
        "“They are excited about you,” Ana Petrova told Ivo Klein. “At some point,” Klein was heard to reply."
    )
    assert speakers(quotes) == ["Ana Petrova", "Ivo Klein"]


def test_inside_what_he_says_i_is_he_and_he_another(quotes_in):
    quotes = quotes_in("Tom Field said: “I said, ‘A lovely evening, Gus,’ and he said, ‘So it is, Tom.’”")
    inner = quotes[quotes["speaker_text"].isin(["I", "he"])]
    assert inner["speaker"].fillna("").tolist() == ["Tom Field", ""]


def test_a_thing_says_nothing_where_an_expert_ends_the_sentence(quotes_in):
    quotes = quotes_in(
        "The group showed little success, in part due to an attempt to “sabotage” it, said Ana Petrova, an expert."
    )
    assert speakers(quotes) == ["Ana Petrova"]


def test_an_inquiry_that_is_told_says_nothing(quotes_in):
    quotes = quotes_in(
        "Minister “never asked” about the ferries, inquiry told\n\nThe minister “never asked”, Derek Moran said."
    )
    assert set(quotes["speaker"]) == {"Derek Moran"}
