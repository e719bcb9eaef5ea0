"""Names of works and broadcasts in marks, which nobody says: on CNN’s “State of the Union”."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from explore.quotes.lexicon import lines

if TYPE_CHECKING:
    from explore.quotes.syntax import Syntax, TokenRun

_LONGEST = 9  # tokens
_SMALL = frozenset(
    [
        "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "from", "with", "by", "is", "as",
        "into", "over", "vs", "de", "la", "le", "der", "die", "du", "el",
    ]
)  # fmt: skip
_OWNERS = frozenset(("'s", "’s", "'", "’"))
_TITLED = frozenset(("titled", "entitled", "subtitled"))
_LINKS = frozenset(("of", "on", "in", "from", "called", "named"))


def is_title(syntax: Syntax, run: TokenRun) -> bool:
    """Say whether a run is the name of a work: behind "titled", or in capitals behind the word for it."""
    words = [i for i in range(run.begin, run.end) if syntax.lower[i][0].isalpha()]
    before = _word_before(syntax, run)
    if before is None or not words or len(words) > _LONGEST:
        return False
    if syntax.lower[before] in _TITLED:
        return True
    if not _in_capitals(syntax, words):
        return False
    if syntax.lower[before] in _OWNERS:
        return syntax.doc[before - 1].ent_type_ == "ORG"
    if syntax.lower[before] in _LINKS:
        before -= 1
    return syntax.lower[before].removesuffix("s") in _works() or syntax.lower[before] in _works()


def _word_before(syntax: Syntax, run: TokenRun) -> int | None:
    """Return the word that a run stands behind in its paragraph; None behind a stop or a comma."""
    before = run.begin - 1
    while before > 0 and not syntax.is_word(before):
        if syntax.lower[before] in (",", ":", ".", "?", "!", ";"):
            return None
        before -= 1
    return before if before >= 0 and syntax.paragraph_of[before] == run.run.paragraph else None


def _in_capitals(syntax: Syntax, words: list[int]) -> bool:
    text = syntax.doc
    capitals = all(text[i].text[0].isupper() or syntax.lower[i] in _SMALL for i in words)
    return capitals and text[words[0]].text[0].isupper()


@lru_cache(maxsize=1)
def _works() -> frozenset[str]:
    return frozenset(" ".join(lines("works.txt")).split())
