"""A stand-in for `en_core_web_*`: the parse that ships, said again in the labels and heads of ClearNLP.

The official pipelines cannot be installed from the package index; the differences that matter to our code can be
made: prepositions and the copula head their phrases, names hang on their last word, other labels.
"""

from __future__ import annotations

import numpy
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc, Token  # noqa: TC002 (spaCy reads the annotations)

PLAIN = {
    "obj": "dobj",
    "iobj": "dative",
    "nsubj:pass": "nsubjpass",
    "csubj:pass": "csubjpass",
    "aux:pass": "auxpass",
    "nmod:poss": "poss",
    "compound:prt": "prt",
    "acl:relcl": "relcl",
    "obl:unmarked": "npadvmod",
    "nmod:unmarked": "npadvmod",
    "cc:preconj": "preconj",
    "det:predet": "predet",
    "discourse": "intj",
    "fixed": "mwe",
    "advcl:relcl": "advcl",
    "vocative": "npadvmod",
}


@Language.component("clearnlp_labels")
def clearnlp_labels(doc: Doc) -> Doc:
    heads = {t.i: t.head.i for t in doc}
    deps = {t.i: PLAIN.get(t.dep_, t.dep_) for t in doc}
    for token in doc:
        if token.dep_.startswith(("obl", "nmod")) and token.dep_ not in {"nmod:poss"}:
            _preposition_first(token, heads, deps)
        if token.lower_ in {"not", "n't", "n’t"} and token.dep_ == "advmod":
            deps[token.i] = "neg"
    for token in doc:
        _copula_first(token, heads, deps)
    values = [[heads[i] - i, doc.vocab.strings.add(deps[i])] for i in range(len(doc))]
    return doc.from_array([HEAD, DEP], numpy.array(values, dtype="int64").astype("uint64"))


def _preposition_first(token: Token, heads: dict[int, int], deps: dict[int, str]) -> None:
    case = next((c for c in token.lefts if c.dep_ == "case"), None)
    if case is None:
        return
    heads[case.i], deps[case.i] = heads[token.i], "agent" if token.dep_ == "obl:agent" else "prep"
    heads[token.i], deps[token.i] = case.i, "pobj"


def _copula_first(token: Token, heads: dict[int, int], deps: dict[int, str]) -> None:
    cop = next((c for c in token.lefts if c.dep_ == "cop"), None)
    if cop is None:
        return
    old, label = heads[token.i], deps[token.i]
    heads[cop.i], deps[cop.i] = (cop.i, "ROOT") if old == token.i else (old, label)
    heads[token.i], deps[token.i] = cop.i, "attr" if token.pos_ in {"NOUN", "PROPN", "PRON"} else "acomp"
    for child in token.children:
        if (
            child is not cop
            and heads[child.i] == token.i
            and child.dep_.startswith(
                ("nsubj", "csubj", "aux", "advcl", "mark", "punct", "advmod", "ccomp", "parataxis")
            )
        ):
            heads[child.i] = cop.i
