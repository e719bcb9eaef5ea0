"""The name behind the words used for a speaker: by the doc's actors, the speakers before, else as written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors import Actor, mention_at, mentions_in
from explore.quotes.lexicon import cue_nouns, pronouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.candidates import Candidate
    from explore.quotes.draft import Draft
    from explore.quotes.syntax import Syntax

_ARTICLES = frozenset(
    {"the", "a", "an", "some", "many", "several", "other", "this", "these", "those", "both"}
)
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_BODIES = frozenset(
    [
        "group",
        "bloc",
        "alliance",
        "ministry",
        "agency",
        "company",
        "organisation",
        "organization",
        "body",
        "firm",
        "party",
        "union",
        "council",
        "office",
        "department",
        "service",
        "services",
        "embassy",
        "government",
        "commission",
        "committee",
        "network",
    ]
)
# Nouns a name may stand before as their author: not "a Facebook post", "the Minsk agreement".
_RELEASES = frozenset({"statement", "statements", "readout"})
_LONGEST = 12
_NEAR = 3  # paragraphs a speaker is remembered over
_LAST = 30  # speakers remembered
_BACK = 200  # mentions looked back over


@dataclass(frozen=True, slots=True)
class Who:
    """Who said something.

    Attributes
    ----------
    name, actor_id : str or None
    actors : tuple of Actor
        The actors of the doc it stands for; none if the name is as written.
    """

    name: str | None = None
    actor_id: str | None = None
    actors: tuple[Actor, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all actors it stands for."""
        return tuple(actor.name for actor in self.actors)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A speaker already met: where, by which words, with which cue."""

    who: Who
    head: str
    paragraph: int
    at: int
    in_statement: bool


def speakers(syntax: Syntax, drafts: Sequence[Draft]) -> list[Who]:
    """Return who said each quotation; nobody where the text does not tell."""
    said = sorted((begin, end) for draft in drafts for begin, end in draft.segments)
    spoken: list[_Spoken] = []
    found = []
    for draft in drafts:
        candidate = draft.candidate
        if candidate is None:
            found.append(Who())
            continue
        who = _who(syntax, candidate, said, spoken)
        found.append(who)
        if who.name:
            nouns = any(syntax.lower[i] in cue_nouns() for i in range(*syntax.sentence(candidate.at)))
            head = syntax.lower[candidate.speaker]
            place = syntax.paragraph_of[candidate.at]
            spoken.append(_Spoken(who, head, place, candidate.at, nouns))
    return found


def _who(
    syntax: Syntax, candidate: Candidate, said: Sequence[tuple[int, int]], spoken: Sequence[_Spoken]
) -> Who:
    head, begin, end = candidate.speaker, candidate.begin, candidate.end
    word, first = syntax.lower[head], syntax.lower[begin]
    place = syntax.paragraph_of[candidate.at]
    near = [s for s in spoken[-_LAST:] if 0 <= place - s.paragraph <= _NEAR]
    who = named(syntax, head, begin, end)
    kind = pronouns().get(word)
    if kind == "one" and near and near[-1].who.actors and _is_misled(syntax, head, who, said):
        return near[-1].who
    if who.name:
        return who
    if kind == "thing" and near and _is_also(syntax, candidate):
        last = near[-1].who
        return last if last.actors and all(a.kind != "person" for a in last.actors) else Who()
    if kind == "group":
        return next((s.who for s in reversed(near) if s.head.endswith("s") or len(s.who.actors) > 1), Who())
    if word in cue_nouns():
        owner = _owner(syntax, head)
        if owner is not None:
            return _or_written(syntax, owner)
        if first not in _POINTING:
            return Who()
        told = [s for s in near if s.in_statement] or [s for s in near if place - s.paragraph <= 1]
        return told[-1].who if told else Who()
    return _described(syntax, candidate, near) or Who(as_written(syntax, head, begin, end))


def _is_also(syntax: Syntax, candidate: Candidate) -> bool:
    """Say whether something is said in addition: "it also said", "it added that"."""
    cue = candidate.cue
    return cue is not None and any(syntax.lower[c] == "also" for c in syntax.children[cue])


def _described(syntax: Syntax, candidate: Candidate, near: Sequence[_Spoken]) -> Who | None:
    """Return who "the officials", "the group" or "his services" are, by the speakers before; else None."""
    word, first = syntax.lower[candidate.speaker], syntax.lower[candidate.begin]
    if first in _POINTING:
        bodies = [s for s in near if any(a.kind == "organisation" for a in s.who.actors)]
        told = [s for s in near if s.head == word] or (bodies if word in _BODIES else [])
        return told[-1].who if told else None
    if first in _POSSESSIVES and word in _BODIES:
        body = _body_of(syntax, candidate.begin)
        return Who(body.name, body.actor_id, (body,)) if body else None
    return None


def named(syntax: Syntax, head: int, begin: int, end: int) -> Who:
    """Return the actors that a noun phrase stands for: joint speakers are named "A and B", with no id."""
    found = actors_at(syntax, head, begin, end)
    if len(found) == 1:
        return Who(found[0].name, found[0].actor_id, found)
    return Who(" and ".join(dict.fromkeys(actor.name for actor in found)) or None, None, found)


def actors_at(syntax: Syntax, head: int, begin: int, end: int) -> tuple[Actor, ...]:
    """Return the actors that a noun phrase stands for, several for "the two leaders"; none if not known."""
    doc = syntax.doc
    mention = mention_at(doc[head])
    if mention is not None:
        joint = (
            mention_at(doc[c])
            for c in syntax.children[head]
            if begin <= c < end and syntax.deps[c] in syntax.labels.conjunct
        )
        numbers = [*mention.actors, *(number for other in joint if other for number in other.actors)]
        return tuple(doc._.actors[i] for i in dict.fromkeys(numbers))
    inside = mentions_in(doc, syntax.starts[begin], syntax.ends[end - 1])
    own = [m for m in inside if m.how == "name" and _is_own(syntax, head, m.start_char)]
    return tuple(doc._.actors[i] for i in own[0].actors) if own else ()


def _is_own(syntax: Syntax, head: int, start: int) -> bool:
    """Say whether a name inside a phrase is the head's own: an apposition or part of the name."""
    token = syntax.tokens(start, start + 1)[0]
    own = syntax.labels.compound | syntax.labels.apposition
    return token == head or any(
        syntax.deps[i] in own and syntax.heads[i] == head for i in (token, *syntax.path(token)[:2])
    )


def _is_misled(syntax: Syntax, head: int, who: Who, said: Sequence[tuple[int, int]]) -> bool:
    """Say whether a pronoun was settled by a name that only stands inside what somebody says."""
    if len(who.actors) != 1:
        return bool(who.actors)
    doc = syntax.doc
    number = doc._.actors.index(who.actors[0])
    place = bisect_left(doc._.mentions, syntax.starts[head], key=lambda m: m.start_char)
    before = [m for m in doc._.mentions[max(0, place - _BACK) : place] if number in m.actors]
    if not before:
        return False
    last = syntax.tokens(before[-1].start_char, before[-1].end_char)[0]
    nearest = bisect_right(said, (last, len(syntax.starts))) - 1
    return any(begin <= last < end for begin, end in said[max(0, nearest - 2) : nearest + 1])


def _or_written(syntax: Syntax, head: int) -> Who:
    begin, end = _span(syntax, head)
    who = named(syntax, head, begin, end)
    return who if who.name else Who(as_written(syntax, head, begin, end))


def _span(syntax: Syntax, head: int) -> tuple[int, int]:
    left, right = syntax.edges
    return left[head], right[head] + 1


def _owner(syntax: Syntax, noun: int) -> int | None:
    """Return X of "X's statement", "an X statement", "a statement by X", "a letter from X"."""
    labels = syntax.labels
    for child in syntax.children[noun]:
        if syntax.deps[child] in labels.possessive and syntax.lower[child] not in _POSSESSIVES:
            return child
        if syntax.lower[noun] in _RELEASES and child < noun and syntax.pos[child] == "PROPN":
            return child
        if child > noun and (syntax.lower[child] in ("by", "from") or _case(syntax, child) in ("by", "from")):
            return next((c for c in syntax.children[child] if syntax.deps[c] == "pobj"), child)
    return None


def _case(syntax: Syntax, i: int) -> str:
    return next((syntax.lower[c] for c in syntax.children[i] if syntax.deps[c] == "case"), "")


def _body_of(syntax: Syntax, possessive: int) -> Actor | None:
    """Return the organisation somebody heads: "his services" of a foreign minister, the ministry."""
    doc = syntax.doc
    mention = mention_at(doc[possessive])
    if mention is None or len(mention.actors) != 1:
        return None
    number = mention.actors[0]
    head = doc._.actors[number]
    titles = [m.text for m in doc._.mentions if m.actors == (number,) and m.how in ("name", "role")]
    role = {
        word[:6] for words in (head.role or "", *titles) for word in words.lower().split() if len(word) > 4
    }
    for actor in doc._.actors:
        words = {word[:6] for word in actor.name.lower().split() if len(word) > 4}
        if actor.kind == "organisation" and actor.country == head.country and len(words & role) > 1:
            found: Actor = actor
            return found
    return None


def as_written(syntax: Syntax, head: int, begin: int, end: int) -> str | None:
    """Return a phrase without its article, if it says who it is: a name, "a senior official", "experts"."""
    if (
        syntax.lower[head] in pronouns()
        or syntax.pos[head] not in ("PROPN", "NOUN")
        or end - begin > _LONGEST
    ):
        return None
    first = syntax.lower[begin]
    is_name = any(syntax.pos[i] == "PROPN" for i in range(begin, end))
    if not is_name:
        plural = syntax.tags[head] in ("NNS", "NNPS")
        if syntax.lower[head] in cue_nouns() or first in _POSSESSIVES or not (plural or first in ("a", "an")):
            return None
    while begin < head and syntax.lower[begin] in _ARTICLES:
        begin += 1
    return " ".join(syntax.text[syntax.starts[begin] : syntax.ends[end - 1]].split())
