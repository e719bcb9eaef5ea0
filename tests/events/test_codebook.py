"""Every example of the codebook says what its row says; a user's own kinds come by one file."""

import re
from datetime import date

import pytest

from explore.errors import KnowledgeError
from explore.events.codebook import load_codebook
from explore.events.governors import irregular
from explore.events.triggers import find_triggers

WIDE = load_codebook(wide=True)
SHIPPED = load_codebook()
ROWS = [e for e in SHIPPED.entries if e.kind != "none"]


@pytest.mark.parametrize("entry", WIDE.entries, ids=lambda e: f"{e.kind}-{e.word}-{e.pos}")
def test_every_row_has_an_example_that_holds_its_word(entry):
    assert entry.example.endswith(".")
    words = {irregular().get(w, w)[:3] for w in re.findall(r"[\w-]+", entry.example.lower())}
    assert entry.word[:3] in words


@pytest.mark.parametrize(
    "entry", [e for e in WIDE.entries if e not in ROWS and e.kind != "none"], ids=lambda e: e.example
)
def test_example_of_a_wide_row_is_coded_as_its_class(nlp, entry):
    assert entry.type in {t.entry.type for t in find_triggers(nlp(entry.example), WIDE)}


@pytest.mark.parametrize("entry", ROWS, ids=lambda e: e.example)
def test_example_gives_an_event_of_its_kind(nlp, entry):
    doc = nlp.make_doc(entry.example)
    doc._.published = date(2024, 6, 5)
    found = nlp(doc)._.events
    assert entry.kind in {event.kind for event in found}


@pytest.mark.parametrize("entry", [e for e in SHIPPED.entries if e.kind == "none"], ids=lambda e: e.example)
def test_what_only_looks_like_an_event_gives_none(nlp, entry):
    assert nlp(entry.example)._.events == ()


def test_a_codebook_that_is_not_there_is_one_clear_error(tmp_path):
    with pytest.raises(KnowledgeError, match="codebook"):
        load_codebook(str(tmp_path / "none.csv"))


def test_a_row_without_a_known_frame_is_named(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("kind,word,pos,frame\nlaunch,launch,verb,sideways\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="row 1"):
        load_codebook(str(own))
