"""What the article says of a name in words that no table of titles has: "X, a Bulgarian baker,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.lexicon import word_list
from explore.actors.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explore.actors.claims import NameSpan
    from explore.actors.gazetteer import Hit
    from explore.actors.words import Words

_ARTICLES = frozenset({"a", "an", "the"})
_IS = frozenset({"is", "was"})
_LONG = 6  # words from the article to the noun
# Nouns for people: those of the lists, and those that end as doers do.
_PEOPLE = word_list("a man") | word_list("a woman") | word_list("a person")
_DOERS = ("er", "or", "eer", "ist", "ian", "man", "woman")
_NO_PEOPLE = word_list("ends as a doer")
_INSIDE = ("JJ", "NN", "HYPH", "VBN", "VBG", "RB", "CD")


def appositions(words: Words, hits: list[Hit], names: list[NameSpan], roles: list[Role]) -> list[Role]:
    """Return what names are said to be by an article and a noun behind them.

    Only where no title says it; the kind is "expert": such words introduce somebody, and nobody can be looked
    up under them. "Putin met Xi, a sign of" says nothing of Xi: the noun has to be one for people.
    """
    starts = {hit.start: hit for hit in hits}
    told = {i for role in roles for i in range(role.start, role.end)}
    found = []
    for span in names:
        start = _behind(words, span.end)
        if start is None:
            continue
        end = _noun_end(words, start + 1, told)
        if end is None:
            continue
        lands = [
            hit.term.country
            for i in range(start + 1, end - 1)
            if (hit := starts.get(i)) and hit.term.kind in {"adjective", "country"}
        ]
        where = lands[0] if lands else None
        found.append(Role(start, end, start + 1, ("expert",), where, None, False, False, 1))
    return found


def _behind(words: Words, end: int) -> int | None:
    """Return the article that follows a name and a comma or "is", an age between left out."""
    low = words.low
    i = end
    if low[i : i + 1] == [","]:
        i += 1
        if i + 1 < len(low) and words.tag[i] == "CD" and low[i + 1] == ",":
            i += 2
    elif i < len(low) and low[i] in _IS:
        i += 1
    else:
        return None
    return i if i < len(low) and low[i] in _ARTICLES else None


def _noun_end(words: Words, start: int, told: Iterable[int]) -> int | None:
    """Return where the words to the last noun end, if nothing else stands among them."""
    taken, tag = frozenset(told), words.tag
    end, last = start, min(start + _LONG, len(words))
    while end < last and tag[end].startswith(_INSIDE) and end not in taken:
        end += 1
    if end == start or tag[end - 1] not in {"NN", "NNP"} or words.capital[end - 1]:
        return None
    return end if is_for_people(words.low[end - 1]) else None


def is_for_people(noun: str) -> bool:
    """Say whether a noun in small letters is one for people.

    >>> is_for_people("baker"), is_for_people("paper")
    (True, False)
    """
    return noun in _PEOPLE or (noun.endswith(_DOERS) and noun not in _NO_PEOPLE)
