"""What the tables that ship hold."""

from __future__ import annotations

from datetime import date

import pytest

from explore.actors import country_of, holder
from explore.actors.knowledge import countries, knowledge
from explore.actors.lexicon import KNOWLEDGE


def test_every_member_of_the_united_nations_is_known():
    named = [c for c in countries().values() if c.cities]
    assert len(named) >= 193
    assert all(c.names and c.adjective for c in named)


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("U.S.", "USA"),
        ("UK", "GBR"),
        ("South Korean", "KOR"),
        ("DPRK", "PRK"),
        ("Emirati", "ARE"),
        ("Kiev", "UKR"),
        ("Kyiv", "UKR"),
        ("Czech", "CZE"),
        ("Türkiye", "TUR"),
        ("Burma", "MMR"),
        ("the Élysée", "FRA"),
        ("Downing Street", "GBR"),
        ("Zhongnanhai", "CHN"),
        ("Bankova", "UKR"),
        ("Itamaraty", "BRA"),
        ("the Kremlin", "RUS"),
        ("Geneva", "CHE"),
    ],
)
def test_names_adjectives_capitals_and_seats_lead_to_the_country(words, country):
    assert country_of(words) == country


def test_the_main_offices_of_large_states_are_held_at_the_end_of_2025():
    states = [
        "USA",
        "CHN",
        "RUS",
        "FRA",
        "GBR",
        "DEU",
        "ITA",
        "JPN",
        "IND",
        "BRA",
        "CAN",
        "AUS",
        "KOR",
        "TUR",
        "SAU",
        "ZAF",
        "IDN",
        "MEX",
        "ARG",
        "UKR",
        "POL",
        "ESP",
        "ISR",
        "IRN",
        "EGY",
    ]
    day = date(2025, 9, 20)
    assert [s for s in states if holder(s, "leader", day) is None] == []
    assert [s for s in states if holder(s, "foreign minister", day) is None] == []


@pytest.mark.parametrize(
    ("body", "office"),
    [
        ("United Nations", "secretary-general"),
        ("NATO", "secretary general"),
        ("European Commission", "president"),
        ("European Council", "president"),
        ("European Union", "foreign policy chief"),
        ("International Monetary Fund", "managing director"),
        ("World Health Organization", "director-general"),
    ],
)
def test_heads_of_organisations_are_known(body, office):
    assert holder(body, office, date(2025, 6, 1)) is not None


@pytest.mark.parametrize(
    "name",
    ["Mao Ning", "Maria Zakharova", "Dmitry Peskov", "Matthew Miller", "Karoline Leavitt", "Esmaeil Baghaei"],
)
def test_spokespersons_are_known(name):
    from explore.actors.spelling import fold

    keys = knowledge().by_name[fold(name)]
    assert any(o.kind.endswith("spokesperson") for key in keys for o in knowledge().held[key])


def test_every_term_is_of_somebody_known_and_ends_after_it_begins():
    known = knowledge()
    for terms in known.offices.values():
        for term in terms:
            assert term.person in known.people
            assert not term.end or term.start[: len(term.end)] <= term.end


def test_the_list_under_another_licence_says_so():
    with (KNOWLEDGE / "current_holders.csv").open(encoding="utf-8", newline="") as file:
        assert "CC BY-SA 4.0" in file.readline()


def test_a_second_seat_of_government_is_a_place_of_its_own(read):
    found = read("Mark Rutte met Petro Arce in The Hague.")
    assert [place.name for place in found.doc._.places] == ["The Hague"]


def test_dominican_is_of_the_republic(read):
    assert read("The Dominican government put the summit off.").actor("Dominican Republic") is not None
