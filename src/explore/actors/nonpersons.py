"""Names that are no person's by the words around them: a firm's, a ship's, a case's, a word of a slogan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.knowledge import first_names
from explore.actors.lexicon import word_list
from explore.actors.spelling import fold_word

if TYPE_CHECKING:
    from explore.actors.words import Words

# "The intelligence firm Stratfor", "the tanker MV Eureka", "Roe versus Wade", "MP for Makerfield".
_BODIES = word_list("before a body")
_VESSELS = word_list("before a ship")
_ALONE = word_list("no person alone")
_VERSUS = frozenset({"v", "vs", "versus"})
_SEATS = frozenset({"mp", "mps", "senator", "congressman", "congresswoman", "candidate"})
_OPENING, _CLOSING = frozenset("“«„‘\"'"), frozenset("”»’\"'")
_AROUND, _LONG, _MANY = 6, 4, 4


def is_no_person(words: Words, start: int, end: int) -> bool:
    """Say whether a name that no table and no title tells is no person's.

    Parameters
    ----------
    words : Words
    start, end : int
        Tokens of the name, end exclusive.
    """
    low, alone = words.low, end - start == 1
    before = low[start - 1] if start else ""
    first = fold_word(low[start]) in first_names()
    if low[start] in _VESSELS or (before in _VERSUS and start > 1 and words.capital[start - 2]):
        return True
    if alone and (low[start] in _ALONE or (before == "for" and start > 1 and low[start - 2] in _SEATS)):
        return True
    if before in _BODIES and not first:
        return True
    if _is_whole_quotation(words, start, end) and not first:
        return True
    return (alone and not first and _is_amid_capitals(words, start)) or _is_rest_of_word(words, start)


def _is_whole_quotation(words: Words, start: int, end: int) -> bool:
    """Say whether a name is all that stands in marks: a nickname, a title."""
    text = words.text
    return start > 0 and end < len(text) and text[start - 1] in _OPENING and text[end] in _CLOSING


def _is_amid_capitals(words: Words, i: int) -> bool:
    """Say whether a word is one of a slogan in title case: "Partnership, Usher in a New Era"."""
    start, end = words.bounds[words.sentence[i]]
    around = [
        k
        for k in range(max(start, i - _AROUND), min(end, i + _AROUND))
        if k != i and len(words.text[k]) >= _LONG and words.text[k].isalpha()
    ]
    capital = sum(words.capital[k] for k in around)
    # In a list of names, which have capitals too, these do not follow.
    follows = i + 1 < end and words.low[i + 1] in {"in", "a", "the", "to", "for", "of"}
    return follows and len(around) >= _MANY and capital >= len(around) - 2


def _is_rest_of_word(words: Words, i: int) -> bool:
    """Say whether a single letter is torn from the word before: the "T" of "PA-31T Cheyenne"."""
    doc = words.doc
    return (
        len(words.text[i]) == 1 and i > 0 and not doc[i - 1].whitespace_ and words.text[i - 1][-1].isalnum()
    )
