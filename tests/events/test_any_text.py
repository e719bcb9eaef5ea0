"""Whatever the text: no crash, and every event keeps the promises of the table."""

from datetime import date

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explore.events import events_table, merge_events
from explore.tables import STR

PIECES = (
    *(
        "Vladimir Putin",
        "Xi Jinping",
        "the Russian president",
        "his Chinese counterpart",
        "both sides",
        "Moscow",
    ),
    *(
        "met",
        "visited",
        "will visit",
        "spoke by phone with",
        "refused to meet",
        "talks",
        "a summit",
        "his trip",
    ),
    *(
        "on Monday",
        "in March 2023",
        "last October",
        "the day before",
        "on 30 February",
        "since",
        "before",
        "to",
    ),
    *(
        "in Beijing",
        "there",
        "“",
        "”",
        "(",
        "…",
        ",",
        ".",
        "?",
        "\n\n",
        "- ",
        "--",
        "not",
        "and",
        "if",
        "who",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map(" ".join)
DAYS = st.none() | st.dates(date(1950, 1, 1), date(2050, 12, 31))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, DAYS)
def test_every_event_keeps_what_the_table_promises(nlp, text, day):
    doc = nlp.make_doc(text)
    doc._.published = day
    nlp(doc)
    ids = {event.event_id for event in doc._.events}
    assert len(ids) == len(doc._.events)
    for event in doc._.events:
        assert event.status in {"happened", "planned", "denied"}
        assert (event.begin is None) == (event.end is None) == (event.grain is None)
        assert event.begin is None or event.begin <= event.end
        assert doc.text[event.start_char : event.end_char].strip()
        assert all(0 <= start < end <= len(doc.text) for start, end in event.sentences)
        assert event.part_of is None or event.part_of in ids - {event.event_id}
        assert 0 < len(event.summary.split()) <= 9
        assert len(set(event.participants)) == len(event.participants)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_articles_in_any_order_give_the_same_events(nlp, texts, chance):
    tables = [
        events_table(doc).assign(article_id=pd.Series(str(number), index=range(len(doc._.events)), dtype=STR))
        for number, doc in enumerate(nlp.pipe(texts))
    ]
    told = merge_events(pd.concat(tables, ignore_index=True))
    chance.shuffle(tables)
    assert told.equals(merge_events(pd.concat(tables, ignore_index=True)))
