"""One view of dependency labels: Universal Dependencies and ClearNLP under the names we use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.attrs import DEP

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one scheme, grouped by what they say.

    Each attribute is the set of dependency labels of a scheme that mean the same to us.
    """

    subject: frozenset[str]
    passive_subject: frozenset[str]
    object: frozenset[str]
    indirect_object: frozenset[str]
    agent: frozenset[str]
    oblique: frozenset[str]
    possessive: frozenset[str]
    clausal_complement: frozenset[str]
    open_complement: frozenset[str]
    adverbial_clause: frozenset[str]
    relative_clause: frozenset[str]
    participial_clause: frozenset[str]
    apposition: frozenset[str]
    conjunct: frozenset[str]
    auxiliary: frozenset[str]
    compound: frozenset[str]
    temporal_noun: frozenset[str]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


UD = Labels(
    subject=_set("nsubj nsubj:pass csubj csubj:pass nsubj:outer"),
    passive_subject=_set("nsubj:pass csubj:pass"),
    object=_set("obj"),
    indirect_object=_set("iobj"),
    agent=_set("obl:agent"),
    oblique=_set("obl obl:agent obl:unmarked obl:tmod obl:npmod"),
    possessive=_set("nmod:poss"),
    clausal_complement=_set("ccomp"),
    open_complement=_set("xcomp"),
    adverbial_clause=_set("advcl advcl:relcl"),
    relative_clause=_set("acl:relcl"),
    participial_clause=_set("acl"),
    apposition=_set("appos"),
    conjunct=_set("conj"),
    auxiliary=_set("aux aux:pass cop"),
    compound=_set("compound flat flat:name"),
    temporal_noun=_set("obl:unmarked nmod:unmarked obl:tmod nmod:tmod"),
)

CLEARNLP = Labels(
    subject=_set("nsubj nsubjpass csubj csubjpass"),
    passive_subject=_set("nsubjpass csubjpass"),
    object=_set("dobj obj"),
    indirect_object=_set("dative iobj"),
    agent=_set("agent"),
    oblique=_set("prep agent npadvmod"),
    possessive=_set("poss"),
    clausal_complement=_set("ccomp"),
    open_complement=_set("xcomp"),
    adverbial_clause=_set("advcl"),
    relative_clause=_set("relcl"),
    participial_clause=_set("acl"),
    apposition=_set("appos"),
    conjunct=_set("conj"),
    auxiliary=_set("aux auxpass"),
    compound=_set("compound"),
    temporal_noun=_set("npadvmod"),
)

_ONLY_CLEARNLP = _set("dobj nsubjpass pobj prep auxpass attr agent prt poss relcl npadvmod neg")


def labels(doc: Doc) -> Labels:
    """Return the labels that the parse of a doc uses; UD where it cannot be told."""
    used = {doc.vocab.strings[number] for number in set(doc.to_array(DEP).tolist())}
    return UD if _ONLY_CLEARNLP.isdisjoint(used) else CLEARNLP


def preposition(token: Token) -> str:
    """Return the preposition a noun stands behind, in lower case, or "" (case in UD, prep in ClearNLP).

    In UD "to China" is China with a child `case`; in ClearNLP China is `pobj` of "to".
    """
    if token.dep_ == "pobj":
        return token.head.lower_
    return " ".join(child.lower_ for child in token.children if child.dep_ == "case" and child.i < token.i)


def prepositional(token: Token) -> list[tuple[str, Token]]:
    """Return the nouns that hang on a word by a preposition, as (preposition, noun), in either scheme."""
    found = [
        (child.lower_, noun)
        for child in token.children
        if child.dep_ in {"prep", "agent"}
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    found += [(preposition(child), child) for child in token.children if preposition(child)]
    return sorted(found, key=lambda pair: pair[1].i)
