"""Lines that say when an article was published, and those that do not."""

from __future__ import annotations

from datetime import date

import pytest

from explore.date_lines import date_line
from explore.dates.grammar import words
from explore.written_days import MONTHS


@pytest.mark.parametrize(
    "line",
    [
        "April 8, 2024",
        "8. April 2024",
        "Mon 8 Apr 2024 09.15 BST",
        "Posted on 2024-04-08 at 10:30",
        "Published 4/8/2024 9:15 AM EDT",
        "Published 8 April 2024, 07:15 CEST",
        "Published Mon, Apr 8 20244:29 AM ESTUpdated an hour ago",
        "Updated 1909 GMT (0309 HKT) April 8, 2024",
        "By Anna Berg@anna_writes Apr 8, 2024, 11:47am EDT",
        "Monday April 8, 2024 7:45 am PDT by Anna Berg",
        "By Anna Berg - 04/08/24 11:04 PM EST",
        "21:17 08.04.2024Get short URL",
        "April 8, 2024 Anna Berg",
        "Example Wire, Oslo, Apr 8 2024, 10:18am ist",
        "8 Apr 2024 at 9:08 GMT1 day ago",
        "Mon, April 8, 2024 at 11:14 AM GMT+2·3 min read",
        "Example staff  |08.04.2024",
    ],
)
def test_a_date_line(line):
    found = date_line(line)
    assert found is not None
    assert [day for _, day in found.days] == [date(2024, 4, 8)]


def test_each_day_is_called_what_the_line_calls_it():
    line = "Published: 07:15 EDT, 8 April 2024 | Updated: 09:15 EDT, 9 April 2024"
    assert date_line(line).days == (("published", date(2024, 4, 8)), ("updated", date(2024, 4, 9)))


def test_a_day_that_can_be_read_two_ways_is_both():
    found = date_line("Published 04/05/2024")
    assert (found.days, found.partial) == ((), ((2024, 4, 5), (2024, 5, 4)))


def test_a_zone_of_time_says_how_to_read_it():
    assert date_line("04/05/2024 9:15 AM EDT").days == (("", date(2024, 4, 5)),)
    assert date_line("04/05/2024 09:15 CEST").days == (("", date(2024, 5, 4)),)


def test_a_stamp_may_leave_out_its_year():
    assert date_line("9 APR, 05:41").partial == ((None, 4, 9),)


@pytest.mark.parametrize(
    "line",
    [
        "Anna Berg (April 8, 1924 –",
        "8 April 1924 Oslo, Norway",
        "April 8, 2024, for the Oslo Harriers",
        "The harbour on April 8, 2024",
        "says: April 8, 2024 at 6:34 am",
        "Monday, April 8",
        "COVID-19 Cases April 8, 2024 in Numbers",
        "Photo by Anna Berg, 8 April 2024",
    ],
)
def test_a_line_that_says_something_else(line):
    assert date_line(line) is None


def test_a_headline_may_name_the_day_that_it_records():
    assert date_line("Regular Press Conference on June 12, 2024", title=True).days == (
        ("", date(2024, 6, 12)),
    )
    assert date_line("Ministers Sign a Treaty on June 12, 2024", title=True) is None


def test_the_months_of_date_lines_are_those_of_the_grammar():
    assert words("month") == MONTHS
