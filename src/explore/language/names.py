"""Names, several sentences at a time: what spaCy's `ner` finds, about four times as fast on one article.

spaCy reads a doc from left to right, one state after the other, and most of a state's cost is its
housekeeping. A name never runs over the end of a sentence and nothing else is carried over it, so all
sentences can take their next step together: the same network, the same moves, the same answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline.ner import DEFAULT_NER_MODEL, EntityRecognizer
from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from spacy.pipeline._parser_internals.stateclass import StateClass
    from spacy.tokens import Doc
    from thinc.api import Model

_FEATURES = 3  # the word, the first word of an open name, the word before in it

Found = list[tuple[int, int, str]]


@Language.factory(
    "explore_ner",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={
        "moves": None,
        "update_with_oracle_cut_size": 100,
        "model": DEFAULT_NER_MODEL,
        "incorrect_spans_key": None,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
)
def make_names(
    nlp: Language,
    name: str,
    model: Model[Any, Any],
    moves: list[str] | None,
    update_with_oracle_cut_size: int,
    incorrect_spans_key: str | None,
    scorer: Callable[..., Any] | None,
) -> NameFinder:
    """Return the component; the settings are those of spaCy's `ner`."""
    return NameFinder(
        nlp.vocab,
        model,
        name,
        moves=moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        incorrect_spans_key=incorrect_spans_key,
        scorer=scorer,
    )


class NameFinder(EntityRecognizer):  # type: ignore[misc]
    """spaCy's entity recognizer that takes the sentences of a doc side by side."""

    def predict(self, docs: Sequence[Doc]) -> list[Found] | list[StateClass]:
        """Return the names of each doc, or spaCy's states where a doc has names already."""
        plain = self.model.get_ref("lower").get_dim("nF") == _FEATURES and any(len(doc) for doc in docs)
        if not plain or any(doc.has_annotation("ENT_IOB") for doc in docs):
            states: list[StateClass] = super().predict(docs)
            return states
        moves = [self.moves.get_class_name(i) for i in range(self.moves.n_moves)]
        return find(docs, self.model, moves)

    def set_annotations(self, docs: Sequence[Doc], found: list[Found] | list[StateClass]) -> None:
        """Write the names to the docs."""
        for doc, names in zip(docs, found, strict=True):
            if not isinstance(names, list):
                super().set_annotations([doc], [names])
                continue
            doc.set_ents([Span(doc, a, b, label=label) for a, b, label in names], default="outside")


def find(docs: Sequence[Doc], model: Model[Any, Any], moves: list[str]) -> list[Found]:
    """Return the names of docs as (first token, last token + 1, label).

    Parameters
    ----------
    docs : sequence of Doc
        With sentence starts; a doc without is one long sentence.
    model : Model
        Of spaCy's transition-based parser, with three features.
    moves : list of str
        The classes of its output: "B-GPE", "I-GPE", "L-GPE", "U-GPE", ..., "O".
    """
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    features, _ = lower(model.get_ref("tok2vec").predict(list(docs)), False)
    bias = lower.get_param("b")
    kinds = np.array([move[0] for move in moves])
    labels = [move[2:] for move in moves]
    numbers = np.array([sorted(set(labels)).index(label) if label else -1 for label in labels])
    begins, insides, lasts, units, outs = (kinds == kind for kind in "BILUO")
    fresh = outs | ((begins | units) & (numbers >= 0))
    space = np.concatenate([doc.to_array(IS_SPACE) for doc in docs]).astype(bool)
    at, ends = _sentences(docs)
    first = np.full(len(at), -1)  # the first word of an open name
    label = np.full(len(at), -1)
    spans: list[tuple[int, int, str]] = []
    while len(at):
        inside = first >= 0
        before = np.where(inside, at, 0)
        state = features[at + 1, 0] + features[first + 1, 1] + features[before, 2] + bias
        scores = upper.predict(state.max(-1))
        going_on = (insides | lasts) & (numbers == label[:, None])
        allowed = np.where(inside[:, None], going_on, fresh)
        allowed &= ~((at + 1 == ends)[:, None] & (begins | insides))
        allowed &= ~((space[at] & ~inside)[:, None] & (begins | units))
        move = np.where(allowed, scores, -np.inf).argmax(-1)
        for row in np.flatnonzero(lasts[move] | units[move]):
            start = int(first[row] if inside[row] else at[row])
            spans.append((start, int(at[row]) + 1, labels[move[row]]))
        starts, stays = begins[move], insides[move]
        first = np.where(starts, at, np.where(stays, first, -1))
        label = np.where(starts | stays, numbers[move], -1)
        at = at + 1
        left = at < ends
        at, ends, first, label = at[left], ends[left], first[left], label[left]
    return _by_doc(docs, spans)


def _sentences(docs: Sequence[Doc]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first and the last word (exclusive) of every sentence, words counted through all docs."""
    starts = []
    for doc in docs:
        marks = doc.to_array(SENT_START).astype("int64") == 1
        marks[:1] = True
        starts.append(marks)
    at = np.flatnonzero(np.concatenate(starts))
    return at, np.append(at[1:], sum(len(doc) for doc in docs))


def _by_doc(docs: Sequence[Doc], spans: Found) -> list[Found]:
    found: list[Found] = []
    offset = 0
    spans = sorted(spans)
    for doc in docs:
        end = offset + len(doc)
        found.append([(a - offset, b - offset, label) for a, b, label in spans if offset <= a < end])
        offset = end
    return found
