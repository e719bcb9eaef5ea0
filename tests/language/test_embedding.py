"""Computing each word once changes nothing but the time."""

import numpy
import spacy

from explore.language import load_language
from explore.language.load import MODEL

TEXTS = [
    "The minister didn’t sign. The minister said that he would not sign in Oslo.",
    "",
    "THE MINISTER LEFT OSLO\n\nHe left on Monday; the delegation left on Tuesday.",
]


def test_words_taken_once_get_the_same_numbers():
    plain, ours = spacy.load(MODEL), load_language()
    for name in ("tok2vec", "ner"):
        one, other = (nlp.get_pipe(name).model.walk() for nlp in (plain, ours))
        one, other = (
            next(n for n in nodes if "embed" in n.ref_names).get_ref("embed") for nodes in (one, other)
        )
        arrays = (
            one.predict([plain.make_doc(t) for t in TEXTS]),
            other.predict([ours.make_doc(t) for t in TEXTS]),
        )
        for a, b in zip(*arrays, strict=True):
            numpy.testing.assert_allclose(a, b, atol=1e-4)


def test_a_pipeline_that_was_loaded_can_be_stored_and_loaded_again(tmp_path):
    load_language().to_disk(tmp_path)
    doc = load_language(str(tmp_path))("The minister met Anna Berg in Oslo.")
    assert [ent.text for ent in doc.ents] == ["Anna Berg", "Oslo"]
