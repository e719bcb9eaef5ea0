"""Base noun phrases from a UD parse; spaCy's own iterator knows the labels of ClearNLP only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIONS = frozenset(
    [
        "nsubj",
        "nsubj:pass",
        "obj",
        "iobj",
        "obl",
        "obl:agent",
        "obl:unmarked",
        "nmod",
        "nmod:unmarked",
        "appos",
        "dislocated",
        "vocative",
        "xcomp",
        "ccomp",
        "advcl",
        "acl",
        "acl:relcl",
        "parataxis",
        "list",
        "orphan",
        "root",
        "ROOT",
    ]
)
# What stands at the left of a phrase's words and is not part of it.
_OUTSIDE = frozenset(
    [
        "case",
        "mark",
        "cc",
        "cc:preconj",
        "punct",
        "cop",
        "aux",
        "aux:pass",
        "advmod",
        "nsubj",
        "nsubj:pass",
        "expl",
        "discourse",
    ]
)
_TAIL = frozenset(["flat", "flat:name", "compound", "nummod", "fixed"])


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, str | int]]:
    """Yield (start, end, label) of base noun phrases, left to right, none inside another.

    Takes what `spacy.lang.en` takes, so that `Doc.noun_chunks` works: set it as `vocab.get_noun_chunks`.
    """
    doc = doclike.doc
    label = doc.vocab.strings.add("NP")
    done = 0
    for head in doclike:
        if head.pos_ not in _NOMINAL or not _is_phrase(head) or head.i < done:
            continue
        start, end = max(_left(head), done), _right(head)
        done = end
        yield start, end, label


def _is_phrase(token: Token) -> bool:
    """Say whether a noun heads a phrase of its own: a conjunct does where the first one does."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token.dep_ in _RELATIONS


def _left(head: Token) -> int:
    """Return the first word of a phrase: what hangs on its head without a gap, prepositions left out."""
    start = head.i
    for child in sorted(head.lefts, key=lambda t: -t.i):
        if child.right_edge.i != start - 1 or child.dep_ in _OUTSIDE:
            if child.dep_ == "punct" and child.text == "-" and child.i == start - 1:
                start = child.i
                continue
            break
        start = child.left_edge.i
    # "in charge of the talks", "more than 40 ships": the words before a modifier may be outside as well.
    while start < head.i and head.doc[start].dep_ in _OUTSIDE and head.doc[start].dep_ != "advmod":
        start += 1
    return start


def _right(head: Token) -> int:
    """Return the end of a phrase: flat names and numbers right behind the head belong to it."""
    end = head.i + 1
    for child in head.rights:
        if child.dep_ not in _TAIL or child.left_edge.i != end:
            break
        end = child.right_edge.i + 1
    return end
