"""One event told by several articles is one row, and what they disagree on stays visible."""

from datetime import date

import pandas as pd

from explore.events import merge_events
from explore.events.table import COLUMNS
from explore.tables import STR, frame


def event(article, number, kind="meeting", **cells):
    row = {
        "article_id": article,
        "event_id": f"e{number}",
        "kind": kind,
        "status": "happened",
        "participants": ("Xi Jinping", "Vladimir Putin"),
        "countries": ("CHN", "RUS"),
        "begin": date(2023, 3, 21),
        "end": date(2023, 3, 21),
        "grain": "day",
        "sentence": "They met.",
        "start_char": 0,
        "sentences": 1,
        "summary": "Xi and Putin meet",
    }
    return row | cells


MARCH = {"begin": date(2023, 3, 1), "end": date(2023, 3, 31), "grain": "month"}


def table(*rows):
    return frame(rows, COLUMNS | {"article_id": STR})


def test_the_same_meeting_in_two_articles_is_one_row_with_the_exact_day():
    merged = merge_events(table(event("a", 1, **MARCH), event("b", 1, place="Moscow")))
    assert len(merged) == 1
    row = merged.iloc[0]
    assert (row.begin.date(), row.grain, row.place) == (date(2023, 3, 21), "day", "Moscow")
    assert (row.articles, row.sentences, row.article_id) == (2, 2, "b")
    assert set(row.members) == {"a/e1", "b/e1"}
    assert row.conflicts == ()


def test_days_one_apart_in_one_place_are_one_event_and_a_conflict():
    other = {"begin": date(2023, 3, 22), "end": date(2023, 3, 22)}
    merged = merge_events(table(event("a", 1, place="Moscow"), event("b", 1, place="Moscow", **other)))
    assert len(merged) == 1
    assert merged.conflicts[0] == ("day: 2023-03-21 (a) / 2023-03-22 (b)",)


def test_two_places_on_one_day_are_a_conflict():
    merged = merge_events(table(event("a", 1, place="Moscow"), event("b", 1, place="Minsk")))
    assert len(merged) == 1
    assert merged.conflicts[0] == ("place: Moscow (a) / Minsk (b)",)


def test_a_traveller_in_two_places_made_two_visits():
    visits = [
        event(a, 1, "visit", participants=("Antony Blinken",), countries=("USA", c), place=p, **MARCH)
        for a, c, p in (("a", "EGY", "Cairo"), ("b", "SAU", "Riyadh"))
    ]
    assert len(merge_events(table(*visits))) == 2


def test_a_land_and_a_city_in_it_are_one_place_and_the_city_is_kept():
    days = {"begin": date(2023, 3, 20), "end": date(2023, 3, 22), "participants": ("Xi Jinping",)}
    told = [
        event("a", 1, "visit", place="Russia", **days),
        event("b", 1, "visit", place="Moscow", **days),
    ]
    merged = merge_events(table(*told))
    assert list(merged["place"]) == ["Moscow"]
    assert merged.iloc[0].conflicts == ()


def test_undated_events_are_not_merged():
    never = {"begin": None, "end": None, "grain": None}
    assert len(merge_events(table(event("a", 1, **never), event("b", 1, **never)))) == 2


def test_what_was_planned_and_then_happened_happened():
    merged = merge_events(table(event("a", 1, status="planned", cameo="036"), event("b", 1, cameo="040")))
    assert (merged.status[0], merged.cameo[0], merged.conflicts[0]) == ("happened", "040", ())


def test_denied_by_one_and_told_by_another_is_a_conflict():
    merged = merge_events(table(event("a", 1, status="denied"), event("b", 1)))
    assert merged.conflicts[0] == ("status: denied (a) / happened (b)",)


def test_a_meeting_and_a_call_of_the_same_two_are_two():
    assert len(merge_events(table(event("a", 1), event("a", 2, kind="call")))) == 2


def test_meetings_with_different_people_stay_apart():
    other = ("Xi Jinping", "Emmanuel Macron")
    assert len(merge_events(table(event("a", 1), event("b", 1, participants=other)))) == 2


def test_part_of_follows_the_visit_to_its_new_number():
    visit = event(
        "a", 1, "visit", participants=("Xi Jinping",), begin=date(2023, 3, 20), end=date(2023, 3, 22)
    )
    merged = merge_events(table(visit, event("a", 2, part_of="e1"), event("b", 1)))
    talks = merged[merged.kind == "meeting"].iloc[0]
    assert talks.part_of == merged[merged.kind == "visit"].event_id.iloc[0]


def test_an_empty_table_stays_one():
    merged = merge_events(table())
    assert len(merged) == 0
    assert "conflicts" in merged.columns


def test_ten_thousand_rows_take_seconds_not_minutes():
    rows = [
        event(f"a{n}", 1, participants=("Vladimir Putin", f"Visitor {n % 500}"), begin=day, end=day)
        for n in range(10_000)
        for day in [date(2020 + n % 5, 1 + n % 12, 1 + n % 28)]
    ]
    merged = merge_events(table(*rows))
    assert merged.articles.sum() == 10_000


def test_further_columns_are_kept():
    rows = table(event("a", 1), event("b", 1))
    rows["source"] = pd.Series(["AFP", "TASS"], dtype="string")
    assert merge_events(rows).source.tolist() == ["AFP"]


def test_talks_on_two_days_that_one_article_tells_of_stay_apart():
    tuesday = {"begin": date(2023, 3, 22), "end": date(2023, 3, 22), "place": "Moscow"}
    merged = merge_events(
        table(
            event("a", 1, place="Moscow"),
            event("b", 1, **tuesday),
            event("c", 1, place="Moscow"),
            event("c", 2, **tuesday),
        )
    )
    assert merged.articles.tolist() == [2, 2]


def test_delegations_that_meet_a_day_apart_stay_apart():
    sides = {"participants": (), "countries": ("RUS", "UKR"), "place": "Istanbul"}
    other = sides | {"begin": date(2023, 3, 22), "end": date(2023, 3, 22)}
    assert len(merge_events(table(event("a", 1, **sides), event("b", 1, **other)))) == 2
