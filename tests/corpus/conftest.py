"""One corpus of short articles, read once."""

from __future__ import annotations

from datetime import date

import pytest

import explore as ex

XI = "Xi Jinping and Vladimir Putin met in Moscow on 21 March 2023. “We agree,” Mr Putin said."
RECORDS = [
    {"title": "Putin receives Xi", "text": XI, "date": "2023-03-21", "source": "The Wire"},
    {
        "title": "In the Kremlin",
        "text": "Vladimir Putin met Xi Jinping in Moscow on 21 March 2023, the Kremlin said.",
    },
    {"title": "A syndicated copy", "text": XI.replace("“", '"').replace("”", '"'), "source": "The Copy"},
    {"title": "Nothing"},
    {
        "title": "<b>Lavrov</b> & Wang",
        "text": "Sergei Lavrov will visit China on 9 April 2024, the ministry said.",
    },
]


@pytest.fixture(scope="session")
def corpus():
    """Return the corpus of the five records."""
    return ex.read_all(RECORDS, processes=1)


@pytest.fixture
def records():
    """Return the records the corpus is made of."""
    return [dict(record) for record in RECORDS]


@pytest.fixture
def published():
    """Return the day the first article was published."""
    return date(2023, 3, 21)
