"""The noun phrase of a speaker: where it begins and ends, its head, the preposition before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.subjects import NOMINAL

if TYPE_CHECKING:
    from explore.quotes.syntax import Syntax

_BREAKS = frozenset({"PUNCT", "SPACE", "SCONJ", "VERB", "AUX"})
_QUOTES = frozenset('"“”‘«»') | {"``", "''"}
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where", "when"})


def phrase(syntax: Syntax, head: int) -> tuple[int, int]:
    """Return the tokens of a noun phrase: up to its head and what follows it before a comma or clause."""
    left, right = syntax.edges
    begin = left[head]
    for i in range(head - 1, begin - 1, -1):
        comma = syntax.lower[i] == "," and syntax.pos[i - 1] != "ADJ"
        # "a London-based trader"
        verb = syntax.pos[i] == "VERB" and syntax.deps[i] != "amod"
        if comma or verb or syntax.pos[i] in ("SPACE", "SCONJ") or syntax.lower[i] in _QUOTES:
            begin = i + 1
            break
    end, last = head + 1, right[head]
    for c in syntax.children[head]:
        if c > head and syntax.deps[c] in syntax.labels.relative_clause:
            # "a speech the minister gave"
            last = min(last, left[c] - 1)
    while end <= last and syntax.pos[end] not in _BREAKS and syntax.lower[end] not in _RELATIVE:
        end += 1
    end = _without_time(syntax, head, end)
    while end - 1 > head and syntax.pos[end - 1] in ("PART", "ADP"):
        # "the only two states to"
        end -= 1
    begin = _trimmed(syntax, begin, head)
    while begin > 0 and syntax.doc[begin].ent_iob_ == "I" and syntax.pos[begin - 1] == "PROPN":
        # The parse has torn a name apart.
        begin -= 1
    return begin, end


def _without_time(syntax: Syntax, head: int, end: int) -> int:
    """Return where a phrase ends without the time behind it: "a judge on Wednesday"."""
    last = end
    while last - 1 > head and syntax.timed[last - 1]:
        last -= 1
    if last < end and last - 1 > head and syntax.pos[last - 1] == "ADP":
        last -= 1
    return last


def _trimmed(syntax: Syntax, begin: int, head: int) -> int:
    while begin < head and syntax.pos[begin] in ("PUNCT", "CCONJ", "SPACE", "ADP", "ADV", "PART"):
        begin += 1
    return begin


def phrase_head(syntax: Syntax, i: int) -> int:
    """Return the head of the noun phrase that begins at a token."""
    for above in (i, *syntax.path(i)):
        if (
            above >= i
            and syntax.pos[above] in NOMINAL
            and syntax.deps[above] not in ("det", "amod", "compound", "nummod")
            and syntax.deps[above] not in syntax.labels.possessive
        ):
            left = syntax.edges[0][above]
            if left <= i <= above and above - i < 12:
                name = syntax.heads[above]
                # "press secretary Ana Petrova" is she.
                return name if name == above + 1 and syntax.pos[name] == "PROPN" else above
    return i


def behind(syntax: Syntax, i: int) -> str:
    """Return the preposition before a noun in UD."""
    return next((syntax.lower[c] for c in syntax.children[i] if syntax.deps[c] == "case" and c < i), "")


def noun(syntax: Syntax, i: int) -> int:
    """Return the noun of a phrase: below a ClearNLP preposition, itself in UD."""
    below = syntax.child(i, frozenset({"pobj"}))
    return i if below is None else below
