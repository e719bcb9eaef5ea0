"""The name of a noun phrase: that of the actors it stands for, else as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors import Actor, country_of, mention_at, mentions_in
from explore.actors.appositions import is_for_people
from explore.quotes.lexicon import cue_nouns, pronouns

if TYPE_CHECKING:
    from explore.quotes.syntax import Syntax

_ARTICLES = frozenset(
    {"the", "a", "an", "some", "many", "several", "other", "this", "these", "those", "both"}
)
POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})
# Nouns for people that do not end as doers do.
_LEADING = frozenset({"aide", "boss", "captain", "chief", "coach", "official"})
# Who does not speak for the body named before them: "Twitter users", "Tesla workers".
_OUTSIDERS = frozenset(
    [
        "user", "fan", "viewer", "customer", "critic", "reader", "supporter", "voter", "protester", "worker",
        "employee", "resident", "investor", "shareholder", "subscriber", "follower", "driver", "victim",
        "activist", "watcher", "observer", "veteran", "insider", "passenger", "member", "player", "staffer",
    ]
)  # fmt: skip
_ANYONE = frozenset({"sides", "parties", "ones", "others", "two", "men", "women"})
_SOMEONE = frozenset({"a", "an", "one", "another"})
_LONGEST = 12


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
    found = tuple(doc._.actors[i] for i in own[0].actors) if own else ()
    # "A Trump lawyer" is not Trump, "the Arsenal coach" not Arsenal.
    word = syntax.lower[head]
    person = syntax.tags[head] == "NN" and (is_for_people(word) or word in _LEADING)
    person = person or word.removesuffix("s") in _OUTSIDERS
    apart = own and (person or any(actor.kind == "person" for actor in found))
    return () if apart and _is_owner(syntax, head, own[0].start_char) else found


def _is_owner(syntax: Syntax, head: int, start: int) -> bool:
    """Say whether a name only stands before a noun that has no name: "a Trump lawyer", "the Biden camp"."""
    token = syntax.tokens(start, start + 1)[0]
    apart = syntax.doc[head].ent_type_ not in ("PERSON", "PER") and syntax.lower[head] not in cue_nouns()
    links = [i for i in (token, *syntax.path(token)[:2]) if i < head]
    return apart and bool(links) and all(syntax.deps[i] in syntax.labels.compound for i in links)


def _is_own(syntax: Syntax, head: int, start: int) -> bool:
    """Say whether a name inside a phrase is the head's own: an apposition or part of the name."""
    token = syntax.tokens(start, start + 1)[0]
    own = syntax.labels.compound | syntax.labels.apposition
    return token == head or any(
        syntax.deps[i] in own and syntax.heads[i] == head for i in (token, *syntax.path(token)[:2])
    )


def as_written(syntax: Syntax, head: int, begin: int, end: int) -> str | None:
    """Return a phrase without its article, if it says who it is: a name, "a senior official", "experts"."""
    if (
        syntax.lower[head] in pronouns()
        or syntax.pos[head] not in ("PROPN", "NOUN")
        or end - begin > _LONGEST
    ):
        return None
    first = syntax.lower[begin]
    is_name = any(
        syntax.pos[i] == "PROPN" or (syntax.pos[i] == "ADJ" and country_of(syntax.doc[i].text))
        for i in range(begin, end)
    )
    if not is_name:
        plural = syntax.tags[head] in ("NNS", "NNPS")
        if syntax.lower[head] in cue_nouns() or first in POSSESSIVES or not (plural or first in _SOMEONE):
            return None
    while begin < head and syntax.lower[begin] in _ARTICLES:
        begin += 1
    if begin + 1 == end and syntax.lower[head] in _ANYONE:
        return None
    written = " ".join(syntax.text[syntax.starts[begin] : syntax.ends[end - 1]].split())
    common = syntax.pos[begin] == "NOUN" and syntax.doc[begin].ent_iob_ == "O" and syntax.doc[begin].is_title
    # "Officials say" and "officials say" are of the same.
    return written[0].lower() + written[1:] if common and syntax.doc[begin].is_sent_start else written
