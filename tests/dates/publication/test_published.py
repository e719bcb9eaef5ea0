"""The day of publication: given, stated, inferred as far as the text allows, or not known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explore.dates.publication.ages import ages
from explore.dates.publication.occasions import occasions
from explore.dates.publication.tenure import Tenure

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    Dated = Callable[..., Doc]

VISIT = (
    "Foreign Minister Anna Berg will make an official visit Wednesday and Thursday to Norway, her office announced "
    "in a statement on Tuesday.\n\n"
    "“On June 12 and 13 the minister will pay an official visit to the Kingdom of Norway,” the statement said.\n\n"
    "Berg took office after the election in May 2024. She last met her Norwegian colleague last November."
)


def test_a_day_from_weekdays_beside_days_of_the_month(dated: Dated) -> None:
    publication = dated(VISIT, None)._.publication
    assert (publication.day, publication.source) == (date(2024, 6, 11), "inferred")
    assert publication.begin == publication.end == publication.day


def test_the_evidence_is_said(dated: Dated) -> None:
    evidence = dated(VISIT, None)._.publication.evidence
    for words in ("Tuesday", "“Wednesday and Thursday” are “June 12 and 13”", "May 2024"):
        assert words in evidence


def test_what_is_relative_is_resolved_by_it(dated: Dated) -> None:
    found = {t.text: t.value for t in dated(VISIT, None)._.timexes}
    assert found["Wednesday"] == "2024-06-12"
    assert found["last November"] == "2023-11"


def test_a_given_day_wins_and_resolves_anew(dated: Dated) -> None:
    doc = dated(VISIT, date(2030, 6, 11))
    assert doc._.publication.source == "given"
    assert {t.text: t.value for t in doc._.timexes}["last November"] == "2029-11"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BEIJING, April 8, 2024 (Reuters) – China said on Monday it would reply.", date(2024, 4, 8)),
        ("PARIS, 8 April 2024 - The minister resigned.", date(2024, 4, 8)),
        ("WASHINGTON (AP) — April 8, 2024 — The Senate met.", date(2024, 4, 8)),
        ("Ministers meet\n\nUpdated March 22, 2023, 11:05 GMT\n\nThey met for an hour.", date(2023, 3, 22)),
        ("Ministers meet\n\nPublished on 22 March 2023\n\nThey met for an hour.", date(2023, 3, 22)),
        ("Ministers meet\n\nWednesday, 22 March 2023\n\nThey met for an hour.", date(2023, 3, 22)),
        ("MOSCOW, April 8, 2024. /TASS/. The ministers met.", date(2024, 4, 8)),
        ("GENEVA (8 April 2024) – The envoys met.", date(2024, 4, 8)),
        ("Ministers meet\n\nBy Anna Berg | April 8, 2024\n\nThey met for an hour.", date(2024, 4, 8)),
        ("Ministers meet\n\nAnna Berg · 8 Apr 2024 · 5 min read\n\nThey met.", date(2024, 4, 8)),
        ("Ministers meet\n\n8 Apr 2024, 10:32 GMT\n\nThey met for an hour.", date(2024, 4, 8)),
        ("Ministers meet\n\nApril 8, 20249:05 AM ET\n\nThey met for an hour.", date(2024, 4, 8)),
        ("Ministers meet\n\nPublished 10:32 AM EDT, Mon April 8, 2024\n\nThey met.", date(2024, 4, 8)),
        ("Ministers meet\n\nPosted by admin on April 8, 2024\n\nThey met.", date(2024, 4, 8)),
        ("Ministers meet\n\nPress release | 8 April 2024 | Oslo\n\nThey met.", date(2024, 4, 8)),
        ("Ministers meet\n\n2024-04-08T10:32:11Z\n\nThey met for an hour.", date(2024, 4, 8)),
        ("Ministers meet\n\n25/03/2024 10:32\n\nThey met for an hour.", date(2024, 3, 25)),
        ("Ministers meet\n\n08.04.2024\n\nThey met for an hour.", date(2024, 4, 8)),
        ("Ministers meet\n\nThey met.\n\nThis story was first published on April 8, 2024.", date(2024, 4, 8)),
    ],
)
def test_a_day_that_is_stated(dated: Dated, text: str, day: date) -> None:
    publication = dated(text, None)._.publication
    assert (publication.day, publication.source) == (day, "dateline")


def test_the_day_of_publication_comes_before_that_of_an_update(dated: Dated) -> None:
    text = "Ministers meet\n\nUpdated 9:05 AM, April 9, 2024\nPublished April 8, 2024\n\nThey met."
    assert dated(text, None)._.publication.day == date(2024, 4, 8)


@pytest.mark.parametrize(
    "line",
    [
        "04/08/2024",  # the fourth of August or the eighth of April
        "FILE - April 8, 2022. The two ministers. (AP Photo)",
        "Anna Berg (@annaberg) April 8, 2024",
        "Since 8 April 2024",
        "The treaty of 8 April 2024",
        "Updated rules of April 8, 2023 apply.",
        "May 5, 2025 is the deadline",
    ],
)
def test_a_line_that_does_not_say_when_it_was_published(dated: Dated, line: str) -> None:
    publication = dated(f"Ministers meet\n\n{line}\n\nThey met for an hour.", None)._.publication
    assert publication.source != "dateline"


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example.org/2024/apr/08/ministers-meet",
        "https://news.example.org/ministers-meet-20240408.html",
        "Source: https://news.example.org/world/ministers-meet-2024-04-08/",
    ],
)
def test_an_address_has_the_day_in_several_shapes(dated: Dated, address: str) -> None:
    publication = dated(f"{address}\n\nThe ministers met for an hour.", None)._.publication
    assert (publication.day, publication.source) == (date(2024, 4, 8), "url")


def test_a_day_in_the_address_of_the_article(dated: Dated) -> None:
    text = "https://news.example.org/world/2024/04/08/ministers-meet\n\nThe ministers met for an hour."
    publication = dated(text, None)._.publication
    assert (publication.day, publication.source) == (date(2024, 4, 8), "url")


def test_a_link_in_the_text_is_not_its_address(dated: Dated) -> None:
    text = "The ministers met, see https://news.example.org/2024/04/08/ministers for more."
    assert dated(text, None)._.publication.day is None


def test_a_dateline_without_its_year_takes_it_from_the_text(dated: Dated) -> None:
    text = (
        "BEIJING, Feb. 9 (Wire) — The two presidents met on Friday and signed a statement. The meeting, on the day the "
        "games opened, was their first since March 2017. They will meet again in June 2018, Friday's statement said."
    )
    assert dated(text, None)._.publication.day == date(2018, 2, 9)


def test_of_two_ways_to_read_a_day_the_text_says_which(dated: Dated) -> None:
    text = (
        "Ministers meet\n\nIssued on: 09/04/2024 - 05:32\n\nThe two ministers met on Tuesday, officials said."
    )
    assert dated(text, None)._.publication.day == date(2024, 4, 9)


def test_a_month_and_day_whose_year_is_open(dated: Dated) -> None:
    publication = dated("BEIJING, April 8 (Wire) – The ministers met on Monday.", None)._.publication
    assert publication.day is None
    assert publication.evidence is not None
    assert "April" in publication.evidence


def test_a_day_after_a_weekday_beside_its_date(dated: Dated) -> None:
    text = (
        "The envoys met on Friday, 3 May 2024, the ministry said on Saturday. "
        "Another meeting will follow on Tuesday, May 7."
    )
    assert dated(text, None)._.publication.day == date(2024, 5, 4)


def test_a_span_where_the_day_is_open(dated: Dated) -> None:
    text = "The council, elected in May 2023, bought the ferry in January 2024 and will publish its budget in July 2024."
    publication = dated(text, None)._.publication
    assert publication.day is None
    assert publication.begin is not None
    assert publication.end is not None
    assert date(2022, 1, 1) <= publication.begin <= date(2024, 1, 31)
    assert date(2024, 7, 31) <= publication.end <= date(2027, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met and drank tea.",
        "The ministers met on Monday and will meet again on Friday.",
        "The first war lasted from 1914 to 1918.",
    ],
)
def test_not_known(dated: Dated, text: str) -> None:
    publication = dated(text, None)._.publication
    assert publication.day is None
    assert publication.source is None


def test_a_headline_repeats_what_the_lead_says(dated: Dated) -> None:
    text = "The foreign minister Anna Berg will be in Norway Wednesday and Thursday\n\n" + VISIT
    assert dated(text, None)._.publication.day == date(2024, 6, 11)


def test_a_single_date_within_a_sentence_is_no_stamp(dated: Dated) -> None:
    text = "On July 6, 2015, the senator made this comment: jobs are gone. The site checked it on Monday."
    assert dated(text, None)._.publication.day is None


def test_the_terms_of_office_holders_bound_the_year(dated: Dated) -> None:
    text = "The envoys met on May 4 and will meet again on June 3. The last round, in 2011, failed."
    berg = Tenure("President Berg", ((date(2011, 9, 1), date(2013, 8, 31)),))
    lund = Tenure("Prime Minister Lund", ((date(2012, 2, 1), date(2014, 1, 31)),))
    alone, bounded = dated(text, None)._.publication, dated(text, None, (berg, lund))._.publication
    assert alone.begin is None
    assert bounded.begin is not None
    assert bounded.begin >= date(2010, 1, 1)
    assert "“President Berg” was in office from 2011 to 2013" in bounded.evidence


def test_what_a_meeting_follows_is_behind(dated: Dated) -> None:
    text = "The meeting follows their April 2, 2024 telephone call and the leaders’ summit of November 2023."
    publication = dated(text, None)._.publication
    assert "ahead" not in (publication.evidence or "")


def test_what_was_news_bounds_the_years(dated: Dated) -> None:
    publication = dated(
        "Bernard Madoff was charged with fraud on Thursday. The bank had survived the collapse of Lehman Brothers, and the "
        "Troubled Asset Relief Program will be renewed on January 20. The first loan was made in 2007.",
        None,
    )._.publication
    assert publication.begin is not None
    assert date(2008, 9, 15) <= publication.begin <= date(2009, 1, 20)
    assert publication.end is not None
    assert publication.end <= date(2012, 12, 31)
    assert "“Bernard Madoff” was news from December 2008" in publication.evidence


def test_a_person_named_without_the_office_bounds_the_years(dated: Dated) -> None:
    text = "The envoys met on May 4 and will meet again on June 3. The last round, in 2011, failed."
    berg = Tenure("Anna Berg", ((date(2011, 9, 1), date(2013, 8, 31)),), titled=False)
    lund = Tenure("Prime Minister Lund", ((date(2012, 2, 1), date(2014, 1, 31)),))
    alone, both = dated(text, None, (lund,))._.publication, dated(text, None, (lund, berg))._.publication
    assert alone.begin is None
    assert both.begin is not None
    assert both.begin <= date(2012, 2, 1)


def test_the_evidence_names_each_office_with_its_own_years(dated: Dated) -> None:
    text = "The envoys met on May 4 and will meet again on June 3. The last round, in 2011, failed."
    terms = ((date(1989, 9, 1), date(1995, 8, 31)), (date(2011, 9, 1), date(2013, 8, 31)))
    berg = Tenure("Anna Berg", terms, ("Secretary", "President"), titled=False)
    lund = Tenure("Prime Minister Lund", ((date(2012, 2, 1), date(2014, 1, 31)),))
    evidence = dated(text, None, (lund, berg))._.publication.evidence
    assert "“Anna Berg” was Secretary from 1989 to 1995 and President from 2011 to 2013" in evidence


def test_a_date_beside_tomorrow_is_tomorrow(dated: Dated) -> None:
    text = (
        "The game console will be on sale tomorrow (November 19), its maker said. A first test in March 2019 went well. "
        "In October 2019 it was shown to the press."
    )
    assert "18 November" in dated(text, None)._.publication.evidence


def test_what_was_held_is_evidence(dated: Dated) -> None:
    said = (
        "Leaders of APEC met in Hanoi on Saturday. The APEC summit ends on Nov. 19. Trade grew in 2005, and will "
        "again in 2007. The last summit was held in November 2005."
    )
    publication = dated(said, None)._.publication
    assert publication.begin is not None
    assert publication.end is not None
    assert publication.begin < date(2006, 11, 18) < publication.end
    assert "“APEC summit” was on 18 November to 19 November 2006" in str(publication.evidence)


@pytest.mark.parametrize(
    ("text", "began"),
    [
        ("A quake hit, and the New Hampshire primary was held.", 1988),
        ("The Asian Games were opened.", None),
    ],
)
def test_what_was_held_again_and_again_is_told_with_all_its_days(text: str, began: int | None) -> None:
    found = occasions(text)
    assert [len(one.days) > 3 and one.days[0][0].year for one in found] == ([began] if began else [])


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("Fidel Castro, 80, left hospital.", date(2006, 8, 13)),
        ("Fidel Castro spoke. Nobody had seen the 80-year-old Castro.", date(2006, 8, 13)),
        ("Castro, 80, left hospital.", None),
        ("Fidel Castro and Raul Castro spoke. Castro, 80, left.", None),
    ],
)
def test_an_age_tells_a_year(text: str, begin: date | None) -> None:
    assert [one.begin for one in ages(text)] == ([begin] if begin else [])


def test_a_day_on_which_both_ends_of_a_span_agree_is_known(dated: Dated) -> None:
    doc = dated(
        "Anna Berg met the council on April 4. The talks of April 6, 2016, had failed, as those of April 3, 2016, "
        "and of April 8, 2016, had. She will speak on Monday.",
        None,
    )
    found = {one.text: one.value for one in doc._.timexes}
    assert doc._.publication.day is None
    assert found["April 4"] == "2016-04-04"
    assert found["Monday"] == "XXXX-WXX-1"
