"""What was held or happened on known days."""

import pytest

from explore.dates.publication.occasions import occasions


@pytest.mark.parametrize(
    "text",
    [
        "The death of Enver Hoxha left Albania without a leader.",
        "Diplomats recalled Hoxha, who died in Tirana.",
        "Parliament met after Enver Hoxha's death.",
    ],
)
def test_a_death_is_known_however_it_is_told(text):
    (death,) = occasions(text)
    assert [str(day) for day in death.days[0]] == ["1985-04-11", "1985-04-11"]
