"""What general news tells of contacts, and what only looks like one: inquiries, courts, sport, crime, polls."""

from datetime import date

import pytest

from explore.article import Article
from explore.reader import prepare

PUBLISHED = date(2024, 10, 10)  # a Thursday


@pytest.fixture
def read(nlp):
    def read(text, published=PUBLISHED):
        return nlp(prepare(nlp, Article.from_text(text, published=published)))._.events

    return read


@pytest.mark.parametrize(
    "text",
    [
        "Kurt Volker said he was not on the 25 July call between Donald Trump and Volodymyr Zelensky.",
        "Mike Pence did not attend the meeting between Donald Trump and Volodymyr Zelensky on 25 July.",
        "Mike Pence did not join the talks of Donald Trump and Volodymyr Zelensky on 25 July.",
    ],
)
def test_who_was_not_there_does_not_unmake_what_two_others_held(read, text):
    (event,) = read(text)
    assert (event.status, set(event.participants)) == ("happened", {"Donald Trump", "Volodymyr Zelensky"})
    assert event.begin == date(2024, 7, 25)


@pytest.mark.parametrize(
    "whom",
    [
        "a top aide to Volodymyr Zelensky",
        "Volodymyr Zelensky's lawyer",
        "a spokesman for Volodymyr Zelensky",
        "an official close to Volodymyr Zelensky",
        "Volodymyr Zelensky aides",
        "the envoy of President Volodymyr Zelensky",
    ],
)
def test_one_of_somebodys_circle_is_not_himself(read, whom):
    (event,) = read(f"Olaf Scholz met {whom} in Warsaw on Monday.")
    assert event.participants == ("Olaf Scholz",)


def test_a_conversation_that_did_not_go_on_was_held(read):
    text = (
        "Olaf Scholz and Viktor Orbán had a conversation in Warsaw on Monday. "
        "The conversation did not continue after noon."
    )
    (event,) = read(text)
    assert event.status == "happened"


def test_whom_somebody_asked_something_on_a_call_was_on_the_line(read):
    text = (
        "Gordon Sondland testified on Tuesday. The envoy faced questions about Donald Trump's 25 July call "
        "when he asked President Volodymyr Zelensky for a favour."
    )
    (event,) = read(text)
    assert (event.participants, event.begin) == (("Donald Trump", "Volodymyr Zelensky"), date(2024, 7, 25))


def test_not_only_denies_nothing(read):
    text = "Barack Obama's 2012 visit to Rangoon was not only a success but was followed by another trip."
    assert [(e.status, e.place) for e in read(text)] == [("happened", "Rangoon")]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump would have met Vladimir Putin in Budapest on Monday.",
        "John Kasich says he'd sit down with Vladimir Putin.",
    ],
)
def test_what_would_be_is_no_event(read, text):
    assert read(text) == ()
