"""Names of works and broadcasts in marks, which nobody says: on CNN’s “State of the Union”."""

from __future__ import annotations

import itertools
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
_STOPS = frozenset((",", ":", ".", "?", "!", ";"))
_MARKS = 2  # tokens a closing mark may be
_NAMED = frozenset(("called", "named", "dubbed", "nicknamed", "christened"))
_SETTINGS = frozenset(("on", "in", "from", "during", "like"))
_SHOWN = frozenset(
    [
        "perform", "play", "release", "record", "direct", "produce", "cover", "watch", "host", "sing",
        "stream", "hit", "publish", "star", "air", "rewrite", "co-write", "premiere", "screen", "win",
    ]
)  # fmt: skip
_TITLED = frozenset(("titled", "entitled", "subtitled"))
_LINKS = frozenset(("of", "on", "in", "from", "called", "named"))


def is_title(syntax: Syntax, run: TokenRun) -> bool:
    """Say whether a run is the name of a work, a plan or a place: in capitals where a name stands.

    Behind "titled" or the word for a work, before a noun (the “Morning Hour” host), in brackets behind who
    made it, as what is sung or shown.
    """
    words = [i for i in range(run.begin, run.end) if syntax.lower[i][0].isalpha()]
    before = _word_before(syntax, run)
    if not words or len(words) > _LONGEST:
        return False
    if before is not None and syntax.lower[before] in _TITLED:
        return True
    if not _in_capitals(syntax, words):
        return False
    if before is not None and _is_behind_work(syntax, before):
        return True
    if not _is_in_small(syntax, run):
        return False
    if before is None:
        return _is_in_brackets(syntax, run)
    named = syntax.lower[before] in _NAMED and syntax.tags[before] == "VBN"
    return (
        _is_in_brackets(syntax, run)
        or _is_before_noun(syntax, run, before)
        or (named and syntax.deps[before] in syntax.labels.participial_clause)
        or (len(words) > 1 and (syntax.lower[before] in _SETTINGS or syntax.lemmas[before] in _SHOWN))
    )


def _is_behind_work(syntax: Syntax, before: int) -> bool:
    """Say whether the word for a work or a body's "'s" leads to a name: CNN's, the author of."""
    if syntax.lower[before] in _OWNERS:
        return syntax.doc[before - 1].ent_type_ == "ORG"
    noun = syntax.lower[before - 1] if syntax.lower[before] in _LINKS else syntax.lower[before]
    return noun.removesuffix("s") in _works() or noun in _works()


def _is_in_small(syntax: Syntax, run: TokenRun) -> bool:
    """Say whether the sentence around a run is written as usual, so that capitals tell a name."""
    begin, end = syntax.sentence(run.begin)
    around = [syntax.doc[i].text for i in range(begin, end) if syntax.inside[i] < 0 and syntax.is_word(i)]
    return not around or sum(word[0].islower() for word in around) > len(around) / 3


def _is_in_brackets(syntax: Syntax, run: TokenRun) -> bool:
    """Say whether works of somebody stand in brackets: Lena Ortiz (“The Mill,” “North Road”)."""
    text, paragraph = syntax.text, syntax.paragraphs[run.run.paragraph]
    opened = text.rfind("(", paragraph.start_char, run.run.left)
    closing = text.find(")", run.run.right - 1, paragraph.end_char)
    if opened < 0 or closing < 0 or ")" in text[opened : run.run.left]:
        return False
    marked = [r for r in syntax.runs if opened < r.run.left and r.run.right <= closing + 1]
    outside = "".join(text[a.run.right : b.run.left] for a, b in itertools.pairwise(marked))
    return bool(marked) and text[opened + 1 : marked[0].run.left].strip() == "" and _is_list(outside)


def _is_list(between: str) -> bool:
    return not any(c.isalpha() for c in between.replace("and", ""))


def _is_before_noun(syntax: Syntax, run: TokenRun, before: int) -> bool:
    """Say whether a run is part of a noun phrase: the “Morning Hour” host, its “Open Doors” plan."""
    behind = run.end
    while behind < len(syntax.lower) and not syntax.is_word(behind) and syntax.lower[behind] not in _STOPS:
        behind += 1
    if behind >= len(syntax.lower) or behind - run.end > _MARKS or run.run.right == run.run.end:
        return False
    opens = syntax.pos[before] in ("DET", "ADJ") or syntax.tags[before] in ("PRP$", "POS")
    stopped = syntax.text[run.run.end - 1 : run.run.end] in _STOPS
    return opens and not stopped and syntax.pos[behind] in ("NOUN", "PROPN")


def _word_before(syntax: Syntax, run: TokenRun) -> int | None:
    """Return the word that a run stands behind in its paragraph; None behind a stop or a comma."""
    before = run.begin - 1
    while before > 0 and not syntax.is_word(before):
        if syntax.lower[before] in _STOPS:
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
