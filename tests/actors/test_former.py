"""States that are no more are countries of their own."""

from datetime import date

import pytest

from explore.actors import country_of, holder
from explore.actors.knowledge import former_states, knowledge


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Soviet troops crossed the river.", "Soviet troops", "SUN"),
        ("The USSR signed the treaty.", "USSR", "SUN"),
        ("Czechoslovak officials denied it.", "Czechoslovak officials", "CSK"),
        ("Yugoslav officials denied it.", "Yugoslav officials", "YUG"),
        ("East German officials met West German officials.", "East German officials", "DDR"),
        ("East German officials met West German officials.", "West German officials", "DEU"),
    ],
)
def test_a_former_state_acts_under_its_own_name(read, text, words, country):
    found = read(text, "1988-03-01")
    assert [a.country for a in found.doc._.actors if a.name == found.who(words)] == [country]


def test_an_official_is_of_the_state_he_served(read):
    found = read("Soviet leader Mikhail Gorbachev met Ronald Reagan. The Soviet leader smiled.", "1988-06-01")
    assert found.who("The Soviet leader") == "Mikhail Gorbachev"
    assert found.actor("Mikhail Gorbachev").country == "SUN"


def test_the_press_may_give_an_official_to_the_state_that_followed(read):
    found = read("Russian leader Mikhail Gorbachev met Ronald Reagan.", "1988-06-01")
    assert found.who("Russian leader Mikhail Gorbachev") == "Mikhail Gorbachev"


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Soviet officials spoke. Moscow rejected the offer.", "1988-06-01", "Soviet Union"),
        ("Soviet tanks came back to mind. Moscow rejected the offer.", "2024-06-01", "Russia"),
        ("Mikhail Gorbachev spoke. Moscow rejected the offer.", "2024-06-01", "Russia"),
    ],
)
def test_moscow_is_of_the_state_of_the_time(read, text, day, name):
    assert read(text, day).who("Moscow") == name


def test_where_the_day_is_open_the_text_tells_whose_moscow_is(read):
    open_days = {"day": "1985-01-01", "until": "1999-12-31"}
    assert (
        read("Soviet officials spoke. Moscow rejected the offer.", **open_days).who("Moscow")
        == "Soviet Union"
    )
    both = "Soviet tanks came back to mind, Russian officials said. Moscow rejected the offer."
    assert read(both, **open_days).who("Moscow") == "Russia"


def test_nobody_came_into_office_in_a_state_that_was_no_more():
    until = {state.alpha3: state.until for state in former_states()}
    late = [
        o for offices in knowledge().held.values() for o in offices if o.start > until.get(o.country, "9")
    ]
    assert not late


def test_an_office_of_a_former_state_is_looked_up_under_its_name():

    assert holder("Soviet Union", "foreign minister", date(1987, 1, 1)).name == "Eduard Shevardnadze"
    assert holder("East Germany", "leader", date(1985, 1, 1)).name == "Erich Honecker"


@pytest.mark.parametrize(
    ("words", "country"),
    [("Bosnia", "BIH"), ("Zaire", "COD"), ("Serbia and Montenegro", "SRB"), ("West Germany", "DEU")],
)
def test_a_state_is_known_by_the_names_it_had_or_is_called_for_short(words, country):
    assert country_of(words) == country
