"""A few scores on a small part of the dev sets, to watch a training by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.scorer import Scorer
from spacy.training import Example

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_COARSE = {"GPE": "LOC", "FAC": "LOC"}  # not told apart by every source


def quick_scores(nlp: Language, dev: dict[str, list[Doc]]) -> dict[str, float]:
    """Return tag, UAS, LAS and sentence F of sources with trees, names F of those with names, in per cent."""
    found: dict[str, float] = {}
    for name, references in dev.items():
        predicted = list(nlp.pipe([nlp.make_doc(doc.text) for doc in references], batch_size=64))
        pairs = [Example(p, r) for p, r in zip(predicted, references, strict=True)]
        if references[0].has_annotation("DEP") and "parser" in nlp.pipe_names:
            scores = {
                **Scorer.score_token_attr(pairs, "tag"),
                **Scorer.score_deps(
                    pairs,
                    "dep",
                    ignore_labels=("p", "punct"),
                    getter=lambda token, attr: getattr(token, attr + "_" if attr != "head" else attr),
                ),
                **Scorer.score_spans(
                    pairs, "sents", getter=lambda doc, _: doc.sents, has_annotation=_has_sents
                ),
            }
            wanted = {"tag_acc": "tag", "dep_uas": "uas", "dep_las": "las", "sents_f": "sent"}
            found |= {f"{name}-{short}": 100 * (scores[key] or 0) for key, short in wanted.items()}
        if references[0].has_annotation("ENT_IOB") and "ner" in nlp.pipe_names:
            hits = guesses = golds = 0
            labels = {_COARSE.get(e.label_, e.label_) for doc in references for e in doc.ents}
            for pair in pairs:
                gold, guess = (
                    {(e.start_char, e.end_char, _COARSE.get(e.label_, e.label_)) for e in doc.ents}
                    for doc in (pair.reference, pair.predicted)
                )
                guess = {name for name in guess if name[2] in labels}
                hits += len(gold & guess)
                golds += len(gold)
                guesses += len(guess)
            found[f"{name}-ents"] = 200 * hits / max(1, golds + guesses)
    return found


def _has_sents(doc: Doc) -> bool:
    return bool(doc.has_annotation("SENT_START"))
