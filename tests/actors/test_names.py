"""Names in all their forms."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Sergey Lavrov spoke in Moscow.", "Sergey Lavrov", "Sergei Lavrov"),
        ("Volodymyr Zelenskyy spoke in Kyiv.", "Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskiy spoke in Kyiv.", "Volodymyr Zelenskiy", "Volodymyr Zelensky"),
        ("Kim Jong-un watched the launch.", "Kim Jong-un", "Kim Jong Un"),
        ("Orban Viktor welcomed the visit to Hungary.", "Orban Viktor", "Viktor Orbán"),
        ("Recep Tayyip Erdogan arrived from Turkey.", "Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
    ],
)
def test_every_spelling_of_a_name_is_one_person(read, text, words, name):
    assert read(text).who(words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ursula von der Leyen came. Von der Leyen left.", "Von der Leyen", "Ursula von der Leyen"),
        ("Xi Jinping came to Paris. Xi left.", "Xi", "Xi Jinping"),
        ("Peter Holm, a teacher, came. Holm left.", "Holm", "Peter Holm"),
        ("Lula came from Brazil.", "Lula", "Luiz Inácio Lula da Silva"),
        ("Assad returned to Syria.", "Assad", "Bashar al-Assad"),
        ("In Saudi Arabia, bin Salman greeted the guest.", "bin Salman", "Mohammed bin Salman"),
    ],
)
def test_a_family_name_stands_for_the_person(read, text, words, name):
    assert read(text, "2023-05-20").who(words) == name


def test_a_name_nobody_else_bears_needs_no_introduction(read):
    assert read("Blinken called Baerbock on Monday.").persons == ["Antony Blinken", "Annalena Baerbock"]


def test_a_name_of_one_of_many_is_not_guessed(read):
    assert read("Singh spoke to reporters.").actor("Manmohan Singh") is None


def test_titles_belong_to_the_mention_and_introduce(read):
    found = read("Chinese Foreign Ministry spokesperson Mao Ning said so.")
    assert found.who("Chinese Foreign Ministry spokesperson Mao Ning") == "Mao Ning"
    assert found.actor("Mao Ning").role == "Chinese Foreign Ministry spokesperson"
    assert found.actor("Mao Ning").country == "CHN"


def test_an_honorific_belongs_to_the_mention(read):
    found = read("President of Iran Sayyid Ebrahim Raisi spoke.", "2022-01-19")
    assert found.actor("Ebrahim Raisi").country == "IRN"
    assert found.persons == ["Ebrahim Raisi"]


def test_the_article_itself_says_who_is_a_person(read):
    found = read("Xaver Bojkov Holdt is a Bulgarian politician. Holdt lives in Sofia.")
    assert found.persons == ["Xaver Bojkov Holdt"]
    assert found.actor("Xaver Bojkov Holdt").country == "BGR"
    assert found.who("Holdt") == "Xaver Bojkov Holdt"


def test_a_slip_in_a_known_officeholder_is_seen(read):
    found = read(
        "NATO Secretary General Anders Fogh Ramussen warned Moscow. Ramussen was firm.", "2014-03-05"
    )
    assert found.persons == ["Anders Fogh Rasmussen"]


def test_another_person_of_the_same_family_stays_apart(read):
    found = read("John Smith is a lawyer. Mary Smith is a doctor. Smith left.")
    assert found.persons == ["John Smith", "Mary Smith", "Smith"]


def test_an_honorific_tells_two_of_one_family_apart(read):
    found = read("John Smith met Mary Smith. Mrs Smith wept.")
    assert found.who("Mrs Smith") == "Mary Smith"


def test_a_short_first_name_is_no_other_person(read):
    found = read("Mike Brandt spoke first. Michael Brandt is a lawyer. Brandt left.")
    assert len(found.persons) == 1


def test_persons_of_one_name_and_another_country_stay_apart(read):
    found = read("Sergei Ivanov, a Bulgarian baker, opened a shop in Sofia.")
    assert found.actor("Sergei Ivanov").actor_id is None


@pytest.mark.parametrize("text", ["Hopes ran high in the first days.", "Trump Tower stands in New York."])
def test_words_that_are_no_name_are_none(read, text):
    assert read(text).persons == []


def test_a_bullet_is_no_part_of_a_title(read):
    found = read("Talks\n- Latvian prime minister Evika Silina resigned.", "2026-05-14")
    assert found.actor("Evika Siliņa").role == "Latvian prime minister"


def test_a_name_the_tables_have_in_part_is_taken_whole(read):
    found = read("King Salman bin Abd al-Aziz Al Saud spoke to President Trump.", "2017-01-28")
    assert found.who("King Salman bin Abd al-Aziz Al Saud") == "Salman bin Abdulaziz"


def test_a_surname_of_two_words_joined_by_a_hyphen_is_one_mention(read):
    found = read("Jane Opoku-Agyemang spoke first. Opoku-Agyemang, a professor, smiled.")
    assert found.who("Opoku-Agyemang") == "Jane Opoku-Agyemang"


@pytest.mark.parametrize("day", ["2012-05-08", "2024-05-08"])
def test_a_well_known_name_is_known_after_and_before_the_office(read, day):
    found = read("Donald Trump said on Monday that the plan was sound.", day)
    assert found.actor("Donald Trump").actor_id == ("Q22686" if day > "2013" else None)


def test_somebody_called_something_else_is_not_the_well_known_one(read):
    found = read("Gordon Brown, a plumber from Ohio, mended the roof.", "2015-05-08")
    assert found.actor("Gordon Brown").actor_id is None


def test_a_surname_alone_is_nobody_of_a_country_that_is_not_named(read):
    assert read("Christie wrote novels about a detective.").actor("Perry Christie") is None


def test_an_envoy_is_known_by_the_surname_with_the_title(read):
    found = read("Special Envoy Witkoff met the Russian president.", "2025-08-08")
    assert found.who("Special Envoy Witkoff") == "Steve Witkoff"


def test_a_surname_of_two_presidents_means_the_one_in_office(read):
    text = "President Bush spoke to reporters in Washington. Bush was tired."
    assert read(text, "1990-05-17").persons == ["George H.W. Bush"]
    assert read(text, "2003-05-17").persons == ["George W. Bush"]


def test_a_name_of_father_and_son_means_the_one_in_office(read):
    text = "US President George Bush spoke to reporters."
    assert read(text, "1990-05-17").persons == ["George H.W. Bush"]
    assert read(text, "2003-05-17").persons == ["George W. Bush"]


def test_initials_belong_to_the_name(read):
    found = read(
        "Prime Minister H.D. Deve Gowda met P.V. Narasimha Rao in Delhi. Gowda smiled.", "1997-02-03"
    )
    assert found.persons == ["H. D. Deve Gowda", "P. V. Narasimha Rao"]
    assert found.who("Prime Minister H.D. Deve Gowda") == found.who("Gowda") == "H. D. Deve Gowda"


def test_who_led_a_country_long_ago_is_not_looked_for_where_it_is_not_named(read):
    found = read("The destroyer Fitzgerald left Manila.", "2006-05-17")
    assert found.actor("Garret FitzGerald") is None


def test_the_head_of_the_fbi_is_no_head_of_the_cia(read):
    text = "The FBI chief spoke in Washington. The CIA chief did not."
    assert read(text, "1998-05-17").persons == ["Louis Freeh", "George Tenet"]


def test_what_is_called_after_somebody_is_nobody(read):
    found = read("The plane left Jomo Kenyatta International Airport. The George Bush Library was shut.")
    assert found.persons == []


def test_a_king_is_no_president_of_the_name(read):
    found = read("King Hussein met Prime Minister Yitzhak Rabin in Washington.", "1994-07-26")
    assert "Saddam Hussein" not in found.persons


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norrhavn Shipping signed a deal with Lagos. Norrhavn operates 46 ships.", "Norrhavn Shipping"),
        ("A judge threw out a suit against the Harlan Gazette. The Gazette was relieved.", "Harlan Gazette"),
    ],
)
def test_one_word_of_an_organisation_stands_for_it(read, text, name):
    assert [n for n in read(text).names if n.split()[0] in {"Norrhavn", "Harlan", "Gazette"}] == [name]


def test_a_junior_is_not_his_father(read):
    found = read(
        "Donald Trump stayed at home. Donald Trump Jr. flew to Nuuk. Trump was glad of it.", "2025-01-15"
    )
    assert found.who("Donald Trump Jr.") == "Donald Trump Jr."
    assert found.who("Trump") == "Donald Trump"


def test_a_family_name_that_is_a_pronoun_too(read):
    found = read("Donald Trump met farmers on Monday. The plan is ready, He Lifeng said in Beijing.")
    assert found.persons == ["Donald Trump", "He Lifeng"]


def test_offices_of_several_words_belong_to_the_name(read):
    found = read(
        "US Trade Representative Karin Voss met Senate Majority Leader Hugh Lorne and Special Counsel Ada Reyes."
    )
    assert [(actor.name, actor.role) for actor in found.doc._.actors] == [
        ("Karin Voss", "US Trade Representative"),
        ("Hugh Lorne", "Senate Majority Leader"),
        ("Ada Reyes", "Special Counsel"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Petrova told India Today that it was over.", "India Today"),
        ("Ana Petrova told USA TODAY that it was over.", "USA Today"),
        ("Ana Petrova told the Harbour Reporter that it was over.", "Harbour Reporter"),
    ],
)
def test_a_paper_is_no_country_and_no_reporter(read, text, name):
    assert read(text).names == ["Ana Petrova", name]


def test_a_first_name_that_is_a_small_word_too(read):
    assert read("Will Holt, chief of the site, said that it was wrong.").persons == ["Will Holt"]


def test_who_is_known_as_a_junior_too_is_one_man(read):
    found = read("President Joseph R. Biden Jr. flew to Lima. Joe Biden was glad of it.", "2024-11-15")
    assert found.persons == ["Joe Biden"]


def test_a_president_of_france_is_not_of_andorra(read):
    (who,) = read("François Hollande praised the crew.", "2024-11-15").doc._.actors
    assert who.country == "FRA"
