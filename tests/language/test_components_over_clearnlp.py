"""The four components over a pipeline whose labels are ClearNLP's, as those of en_core_web_* are."""

from datetime import date

import pytest

from explore.article import Article
from explore.language import labels, load_language
from explore.reader import COMPONENTS, prepare

TEXT = (
    "Lavrov in Beijing\n\n"
    "Russian Foreign Minister Sergey Lavrov arrived in China on Monday. He met Wang Yi in Beijing.\n\n"
    "“We are ready for talks,” Lavrov said on Tuesday."
)


@pytest.fixture(scope="module")
def doc():
    nlp = load_language()
    nlp.add_pipe("clearnlp_labels")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp(prepare(nlp, Article.from_text(TEXT, published=date(2024, 4, 10))))


def test_the_labels_are_those_of_clearnlp(doc):
    assert "prep" in {t.dep_ for t in doc}
    assert labels(doc).object >= {"dobj"}


def test_dates_are_resolved(doc):
    assert {str(t.begin)[:10] for t in doc._.timexes} >= {"2024-04-08", "2024-04-09"}


def test_a_visit_and_a_meeting_are_found(doc):
    found = {e.kind: e for e in doc._.events}
    assert {"visit", "meeting"} <= set(found)
    assert found["meeting"].participants == ("Sergei Lavrov", "Wang Yi")


def test_a_quote_has_its_speaker(doc):
    (quote,) = doc._.quotes
    assert quote.speaker == "Sergei Lavrov"
