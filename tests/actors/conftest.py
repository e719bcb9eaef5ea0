"""The pipeline as far as the actors, and short ways to ask it."""

from __future__ import annotations

from datetime import date

import pytest

from explore.dates import Publication
from explore.language import load_language


class Found:
    """What was found in a text: `who("the minister")`, `how("Moscow")`."""

    def __init__(self, doc):
        self.doc = doc

    def _mentions(self, words):
        return [m for m in self.doc._.mentions if m.text == words]

    def who(self, words, nth=0):
        """Return the names of the nth mention of these very words, joined by " + "; None where there is none."""
        found = self._mentions(words)
        return " + ".join(self.doc._.actors[i].name for i in found[nth].actors) if len(found) > nth else None

    def how(self, words):
        return self._mentions(words)[0].how

    def unsure(self, words):
        return self._mentions(words)[0].unsure

    def actor(self, name):
        return next((a for a in self.doc._.actors if a.name == name), None)

    @property
    def names(self):
        return [a.name for a in self.doc._.actors]

    @property
    def persons(self):
        return [a.name for a in self.doc._.actors if a.kind == "person"]


@pytest.fixture(scope="session")
def actor_pipeline():
    nlp = load_language()
    nlp.add_pipe("explore_dates")
    nlp.add_pipe("explore_actors")
    return nlp


@pytest.fixture
def read(actor_pipeline):
    """Read a text published on a day, or on one of the days from `day` to `until`."""

    def read_text(text, day="2024-05-17", nlp=actor_pipeline, until=None):
        doc = nlp.make_doc(text)
        on = date.fromisoformat(day)
        end = date.fromisoformat(until) if until else on
        doc._.published = Publication(day=None if until else on, source="given", begin=on, end=end)
        for _, component in nlp.pipeline:
            doc = component(doc)
        return Found(doc)

    return read_text
