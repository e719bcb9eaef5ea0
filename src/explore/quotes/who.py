"""The name behind the words used for a speaker: through the actors of the doc, else as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors import Actor, mention_at, mentions_in
from explore.quotes.lexicon import cue_nouns, pronouns

if TYPE_CHECKING:
    from explore.quotes.candidates import Candidate
    from explore.quotes.syntax import Syntax

_DETERMINERS = frozenset(
    {"the", "a", "an", "some", "many", "several", "other", "this", "these", "those", "both"}
)
_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_LONGEST = 12


def actors_at(syntax: Syntax, head: int, begin: int, end: int) -> tuple[Actor, ...]:
    """Return the actors that a noun phrase stands for, several for "the two leaders"; none if not known."""
    doc = syntax.doc
    mention = mention_at(doc[head])
    if mention is None or mention.start_char < syntax.starts[begin] - 1:
        inside = mentions_in(doc, syntax.starts[begin], syntax.ends[end - 1])
        # The head may be the title before a name ("spokesman Peskov"), or a name the phrase ends with.
        named = [m for m in inside if m.how == "name" and m.start_char <= syntax.starts[head] + 60]
        beside = [m for m in named if m.end_char >= syntax.starts[head] and _flat(syntax, head, m.start_char)]
        mention = mention or (beside[0] if beside else None)
    return tuple(doc._.actors[i] for i in mention.actors) if mention else ()


def _flat(syntax: Syntax, head: int, start: int) -> bool:
    """Say whether a name inside a phrase is the head's own: an apposition or part of the name."""
    token = syntax.tokens(start, start + 1)[0]
    own = syntax.labels.compound | syntax.labels.apposition
    return token == head or any(
        syntax.deps[i] in own and syntax.heads[i] == head for i in (token, *syntax.path(token)[:2])
    )


def speaker_of(syntax: Syntax, candidate: Candidate) -> tuple[str | None, str | None]:
    """Return the canonical name and the id of a speaker; as written where the doc has no such actor.

    Joint speakers are named "A and B", with no id. A pronoun or a bare role nobody stands behind has no name.
    """
    head, begin, end = candidate.speaker, candidate.begin, candidate.end
    found = actors_at(syntax, head, begin, end)
    if len(found) == 1:
        return found[0].name, found[0].actor_id
    if found:
        return " and ".join(dict.fromkeys(actor.name for actor in found)), None
    return as_written(syntax, head, begin, end), None


def as_written(syntax: Syntax, head: int, begin: int, end: int) -> str | None:
    """Return the words of a phrase without its determiner, if they say who it is: a name, "a senior official", "experts"."""
    if (
        syntax.lower[head] in pronouns()
        or syntax.pos[head] not in ("PROPN", "NOUN")
        or end - begin > _LONGEST
    ):
        return None
    words = range(begin, end)
    first = syntax.lower[begin]
    named = any(syntax.pos[i] == "PROPN" for i in words)
    if not named and (syntax.lower[head] in cue_nouns() or first in _POSSESSIVES):
        return None
    plural = syntax.tags[head] in ("NNS", "NNPS")
    if not named and not plural and first not in ("a", "an"):
        return None
    while begin < head and syntax.lower[begin] in _DETERMINERS:
        begin += 1
    return " ".join(syntax.doc.text[syntax.starts[begin] : syntax.ends[end - 1]].split())
