"""Loading the pipeline that ships, another one, and one that cannot be used."""

from pathlib import Path

import pytest
import spacy

from explore.errors import LanguageError
from explore.language import load_language
from explore.language.load import MODEL


@pytest.fixture(scope="module")
def bare():
    return load_language()


def test_the_shipped_pipeline_tags_parses_lemmatises_and_names(bare):
    doc = bare("Wang Yi visited Moscow on Tuesday.")
    assert doc.has_annotation("TAG")
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("LEMMA")
    assert [(e.text, e.label_) for e in doc.ents][:2] == [("Wang Yi", "PERSON"), ("Moscow", "GPE")]


def test_the_card_that_ships_is_the_card_of_the_recipe():
    card = Path(__file__).parents[2] / "training" / "language" / "MODEL_CARD.md"
    assert (MODEL / "README.md").read_text(encoding="utf-8") == card.read_text(encoding="utf-8")


def test_offsets_are_those_of_the_text(bare):
    text = "“We’ll  talk,”\tLavrov said…\n\nMoscow — 8 April"
    assert bare(text).text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in bare(text))


def test_nothing_is_a_text_too(bare):
    assert len(bare("")) == 0
    assert list(bare(" \n ").sents)


def test_any_english_pipeline_with_a_parser_and_names_is_taken(bare, tmp_path):
    bare.to_disk(tmp_path / "mine", exclude=["explore_sentence_starts"])
    config = spacy.util.load_config(tmp_path / "mine" / "config.cfg")
    config["nlp"]["pipeline"].remove("explore_sentence_starts")
    del config["components"]["explore_sentence_starts"]
    config.to_disk(tmp_path / "mine" / "config.cfg")
    again = load_language(str(tmp_path / "mine"))
    assert [t.dep_ for t in again("They met in Oslo.")] == [t.dep_ for t in bare("They met in Oslo.")]


def test_a_pipeline_that_is_not_installed_is_named_with_the_way_to_get_it():
    with pytest.raises(LanguageError, match=r"en_core_web_huge: .*spacy download en_core_web_huge"):
        load_language("en_core_web_huge")


@pytest.mark.parametrize(("lang", "why"), [("de", "'de'"), ("en", "parser and ner")])
def test_a_pipeline_of_no_use_is_refused(tmp_path, lang, why):
    spacy.blank(lang).to_disk(tmp_path)
    with pytest.raises(LanguageError, match=why):
        load_language(str(tmp_path))
