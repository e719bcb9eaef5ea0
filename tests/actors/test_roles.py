"""Titles without a name: who held the office on the day spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from explore.actors import holder


@pytest.mark.parametrize(
    ("country", "office", "day", "name"),
    [
        ("RUS", "president", date(2010, 5, 9), "Dmitry Medvedev"),
        ("RUS", "president", date(2012, 5, 9), "Vladimir Putin"),
        ("IRN", "president", date(2022, 1, 19), "Ebrahim Raisi"),
        ("IRN", "supreme leader", date(2022, 1, 19), "Ali Khamenei"),
        ("USA", "secretary of state", date(2014, 3, 5), "John Kerry"),
        ("CHN", "leader", date(2012, 12, 20), "Xi Jinping"),
        ("CHN", "president", date(2012, 12, 20), "Hu Jintao"),
        ("CAN", "prime minister", date(2014, 3, 2), "Stephen Harper"),
        ("RUS", "presidential_spokesperson", date(2024, 3, 2), "Dmitry Peskov"),
        ("European Union", "foreign policy chief", date(2015, 7, 14), "Federica Mogherini"),
        ("European Commission", "president", date(2022, 3, 1), "Ursula von der Leyen"),
        ("NATO", "secretary general", date(2025, 3, 1), "Mark Rutte"),
    ],
)
def test_an_office_is_held_at_a_date(country, office, day, name):
    assert holder(country, office, day).name == name


def test_an_office_after_its_last_known_date_is_unsure(read):
    assert holder("RUS", "president", date(2035, 1, 1)).unsure
    assert read("The Russian president spoke.", "2035-01-01").unsure("The Russian president")


def test_an_office_that_changed_hands_within_the_span_has_no_holder():
    assert holder("USA", "president", date(2025, 1, 1), until=date(2025, 1, 31)) is None


def test_who_lost_an_office_and_came_back_did_not_hold_it_throughout():
    assert holder("USA", "president", date(2020, 1, 1), until=date(2025, 12, 31)) is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Secretary of State Antony Blinken landed in Rome. The secretary met nobody.",
            "The secretary",
            "Antony Blinken",
        ),
        (
            "Secretary of State Antony Blinken landed in Rome. The US secretary of state met nobody.",
            "The US secretary of state",
            "Antony Blinken",
        ),
        (
            "President Joe Biden called Olaf Scholz. The US president promised help.",
            "The US president",
            "Joe Biden",
        ),
        ("Blinken called Sergei Lavrov. The secretary of state was firm.", "Blinken", "Antony Blinken"),
    ],
)
def test_an_office_that_changed_hands_while_the_text_may_be_of_is_held_by_whom_the_text_names(
    read, text, words, name
):
    assert read(text, "2019-06-01", until="2023-12-31").who(words) == name


def test_the_president_is_whom_the_text_calls_so_where_the_day_is_open(read):
    found = read(
        "President Joe Biden flew to Ohio. He mocked Donald Trump. The president took no questions.",
        "2017-06-01",
        until="2021-12-31",
    )
    assert found.who("The president") == "Joe Biden"


def test_a_role_is_said_of_nobody_who_held_it_on_some_of_the_days_only(read):
    assert read("Joe Biden spoke in Rome.", "2019-06-01", until="2023-12-31").actor("Joe Biden").role is None


def test_the_number_one_of_something_is_no_leader(read):
    assert read("The French president called it the number one thing to do.").who("the number one") is None


def test_one_of_several_spokespersons_is_not_guessed():
    assert holder("CHN", "foreign_ministry_spokesperson", date(2025, 3, 1)) is None


@pytest.mark.parametrize(
    ("words", "day", "name"),
    [
        ("The Kremlin chief", "2024-05-17", "Vladimir Putin"),
        ("The head of Russian diplomacy", "2024-04-07", "Sergei Lavrov"),
        ("Russia's top diplomat", "2024-04-07", "Sergei Lavrov"),
        ("The master of the Kremlin", "2023-03-21", "Vladimir Putin"),
        ("The tenant of the Élysée", "2023-03-21", "Emmanuel Macron"),
        ("The strongman of Beijing", "2023-03-21", "Xi Jinping"),
        ("The NATO chief", "2023-03-21", "Jens Stoltenberg"),
        ("The French leader", "2016-03-21", "François Hollande"),
        ("The U.S. secretary of state", "2025-10-20", "Marco Rubio"),
        ("The UN Secretary-General", "2022-04-28", "António Guterres"),
    ],
)
def test_a_paraphrase_of_an_office_is_resolved(read, words, day, name):
    found = read(f"{words} spoke to reporters.", day)
    assert found.who(words) == name
    assert found.how(words) == "role"


def test_the_office_is_that_of_the_day_spoken_of(read):
    found = read("In May 2010 the Russian president visited Kyiv.", "2024-05-17")
    assert found.who("the Russian president") == "Dmitry Medvedev"


def test_the_article_s_own_introduction_goes_before_the_tables(read):
    found = read(
        "Ada Morrow, the Portuguese foreign minister, came. The Portuguese minister left. The minister spoke."
    )
    assert found.who("The minister") == "Ada Morrow"


def test_a_leader_is_whom_the_article_speaks_of(read):
    found = read(
        "Iran's president, Hassan Rouhani, called. Later the Iranian leader flew home.", "2013-09-27"
    )
    assert found.who("the Iranian leader") == "Hassan Rouhani"


def test_an_american_minister_is_a_secretary(read):
    found = read(
        "U.S. Secretary of State Antony Blinken met Chinese Foreign Minister Wang Yi. The secretary was frank. "
        "The minister smiled.",
    )
    assert (found.who("The secretary"), found.who("The minister")) == ("Antony Blinken", "Wang Yi")


def test_the_word_used_before_comes_back(read):
    found = read("Peter Holm is a lawyer. Anna Berg is a doctor. The lawyer spoke.")
    assert found.who("The lawyer") == "Peter Holm"


def test_the_president_is_nobody_where_two_were_named_together(read):
    found = read(
        "President Joe Biden and President Xi Jinping met. The adviser to the President left.", "2023-11-15"
    )
    assert found.who("the President") is None


@pytest.mark.parametrize(
    "text",
    [
        "He became Russian president in that year.",
        "The pro-Russian president lost.",
        "A former Russian president disagreed.",
        "He resigned as the country's health secretary.",
    ],
)
def test_what_names_no_officeholder_is_left_alone(read, text):
    assert "Vladimir Putin" not in read(text).names


def test_a_title_beside_a_name_is_that_person_s(read):
    found = read("Zelensky came. His chief of staff, Andriy Yermak, sat beside him.", "2023-02-28")
    assert found.who("His chief of staff") == "Andriy Yermak"


def test_the_president_is_who_holds_the_office_not_a_predecessor(read):
    found = read(
        "President Barack Obama signed the order. In 2008 President George W. Bush had begun early. "
        "Congress wants the president to hurry.",
        "2016-05-12",
    )
    assert found.who("the president") == "Barack Obama"


def test_somebody_s_adviser_is_not_somebody(read):
    found = read("Peter Holm, the president's adviser, spoke. President Barack Obama listened.", "2015-11-10")
    assert found.actor("Peter Holm").role != "president"


def test_an_expert_on_a_country_is_not_of_it(read):
    assert read("Russia adviser Fiona Halm testified.").actor("Fiona Halm").country is None


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Ukrainian Infrastructure Minister Olek Kubrat signed.",
            "Olek Kubrat",
            "Ukrainian Infrastructure Minister",
        ),
        (
            "The Russian ambassador to the US Anatol Antonoff left.",
            "Anatol Antonoff",
            "Russian ambassador to the US",
        ),
    ],
)
def test_a_portfolio_or_posting_belongs_to_the_title(read, text, name, role):
    assert read(text).actor(name).role == role


def test_the_general_secretary_is_the_one_named_who_leads_a_party(read):
    text = "Xi Jinping and Vladimir Putin dined. The general secretary left late."
    assert read(text, "2023-03-22").who("The general secretary") == "Xi Jinping"


def test_a_minister_of_a_country_is_the_only_one_named_of_it(read):
    text = "Sergei Lavrov landed in Beijing. Xi Jinping received the Russian minister."
    assert read(text, "2024-04-10").who("the Russian minister") == "Sergei Lavrov"
    two = "Sergei Lavrov and Sergei Shoigu landed in Beijing. Xi Jinping received the Russian minister."
    assert read(two, "2024-04-10").who("the Russian minister") is None


def test_the_president_is_the_subject_of_the_sentence_before(read):
    found = read(
        "President Dina Boluarte spoke in Lima. She thanked President Xi Jinping. A columnist said the "
        "president had published nothing.",
        "2024-11-15",
    )
    assert found.who("the president") == "Dina Boluarte"


def test_an_office_of_a_body_called_by_a_noun_is_said_of_the_name(read):
    found = read("Josep Borrell, the bloc's foreign policy chief, said the same.", "2024-07-05")
    assert found.who("foreign policy chief") == "Josep Borrell"


def test_who_has_been_mayor_is_the_mayor(read):
    found = read("Carlos Nunes has been mayor of the village for years. The mayor said so.")
    assert found.who("The mayor") == "Carlos Nunes"


def test_britains_chancellor_is_no_prime_minister(read):
    found = read(
        "Jeremy Hunt, the chancellor, went to see Rishi Sunak. The chancellor was late. The prime minister waited.",
        "2024-03-12",
    )
    assert found.who("The chancellor") == "Jeremy Hunt"
    assert found.who("The prime minister") == "Rishi Sunak"


def test_a_german_chancellor_is_not_the_prime_minister_of_the_other_land(read):
    found = read(
        "Olaf Scholz met Rishi Sunak. The chancellor was late. The prime minister waited.", "2024-03-12"
    )
    assert found.who("The chancellor") == "Olaf Scholz"
    assert found.who("The prime minister") == "Rishi Sunak"


def test_a_leader_of_the_congress_party_is_no_american(read):
    found = read("Congress leader Jairam Ramesh attacked the Government of India.", "2024-07-26")
    assert found.actor("Jairam Ramesh").country is None


def test_an_american_secretary_of_state_is_no_foreign_secretary(read):
    found = read(
        "Secretary of State Marco Rubio called David Lammy. He thanked the Foreign Secretary.", "2025-03-08"
    )
    assert found.who("the Foreign Secretary") != "Marco Rubio"


def test_a_high_commissioner_does_not_lead_the_united_nations(read):
    found = read("The UN High Commissioner for Human Rights, Volker Türk, welcomed the news.", "2025-10-15")
    assert "António Guterres" not in found.persons


def test_a_title_that_acts_is_not_the_name_before_it(read):
    found = read(
        "Vladimir Putin is in Moscow. According to Dmitry Peskov, the Russian leader spoke with Ankara.",
        "2025-03-03",
    )
    assert found.who("the Russian leader") == "Vladimir Putin"


def test_a_crown_prince_is_not_just_the_prime_minister(read):
    found = read(
        "She had met Crown Prince Mohammed bin Salman. The prime minister shook his head.", "2025-03-03"
    )
    assert found.who("The prime minister") != "Mohammed bin Salman"


def test_a_spokeswoman_of_a_foreign_ministry_is_a_diplomat(read):
    found = read(
        "Sergei Lavrov is away, Russian Foreign Ministry Spokeswoman Maria Zakharova said. The diplomat "
        "gave no day.",
        "2025-03-03",
    )
    assert found.who("The diplomat") == "Maria Zakharova"
