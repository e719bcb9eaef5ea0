"""Who "he" and "she" are, where the words around a quotation tell it better than those inside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from explore.actors import Actor, mentions_in
from explore.actors.knowledge import first_names
from explore.quotes.naming import Who

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.syntax import Syntax

_BACK = 200  # mentions looked back over
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_FIRST = 4  # tokens from a sentence's start within which it names whom it is about


def told_before(syntax: Syntax, head: int, who: Who, said: Sequence[tuple[int, int]]) -> Who | None:
    """Return whom the sentence before a quotation is about, whoever a pronoun was taken for.

    "Farrow laughed. “He can say what he likes,” he said": that is Farrow, whoever "he" is inside the marks.
    None where that sentence tells nothing; nobody where it speaks against what was found.
    """
    gender = _GENDERS.get(syntax.lower[head], "")
    lead = _lead(syntax, head, said)
    if not gender or lead is None:
        return None
    actor, alone = lead
    if who.actors == (actor,):
        return who
    own = _gender(syntax, actor)
    if own == gender or (not own and not who.actors and alone):
        return Who(actor.name, actor.actor_id, (actor,))
    others = [_gender(syntax, other) for other in who.actors]
    return Who() if not own and who.actors and others != [gender] else None


def _lead(syntax: Syntax, head: int, said: Sequence[tuple[int, int]]) -> tuple[Actor, bool] | None:
    """Return the person that the sentence before a quotation begins with, and whether no other is in it."""
    number = syntax.sentences[head]
    home = syntax.paragraph_of[head]
    while number > 0:
        number -= 1
        begin, end = syntax.sentence_begins[number], syntax.sentence_begins[number + 1]
        if syntax.paragraph_of[begin] != home:
            return None
        if any(syntax.inside[i] < 0 and syntax.is_word(i) for i in range(begin, end)):
            break
    else:
        return None
    if any(a < end and begin < b for a, b in said) or any(syntax.inside[i] >= 0 for i in range(begin, end)):
        return None
    doc = syntax.doc
    mentions = mentions_in(doc, syntax.starts[begin], syntax.ends[end - 1])
    people = [m for m in mentions if len(m.actors) == 1 and doc._.actors[m.actors[0]].kind == "person"]
    if not people or people[0].how not in ("name", "role"):
        return None
    first = people[0]
    token = syntax.tokens(first.start_char, first.end_char)[0]
    own = syntax.labels.subject
    about = any(syntax.deps[i] in own for i in (token, *syntax.path(token)[:1])) or token - begin < _FIRST
    if not about or syntax.deps[token] in syntax.labels.possessive:
        return None
    others = {i for m in people for i in m.actors} != set(first.actors)
    spoken = any(syntax.lower[i] in _GENDERS for i in range(begin, end))
    return doc._.actors[first.actors[0]], not others and not spoken


def _gender(syntax: Syntax, actor: Actor) -> str:
    """Return what the pronouns for somebody or the first name tell: "m", "f" or ""."""
    doc = syntax.doc
    number = doc._.actors.index(actor)
    told = {
        _GENDERS[m.text.lower()]
        for m in doc._.mentions
        if m.actors == (number,) and m.text.lower() in _GENDERS
    }
    name = first_names().get(actor.name.split()[0].lower(), "")
    return name or (told.pop() if len(told) == 1 else "")


def may_be(syntax: Syntax, head: int, who: Who) -> bool:
    """Say whether a pronoun may stand for somebody: no "he" for one called "she", or named Anna."""
    gender = _GENDERS.get(syntax.lower[head], "")
    return not gender or all(a.kind == "person" and _gender(syntax, a) in ("", gender) for a in who.actors)


def is_misled(syntax: Syntax, head: int, who: Who, said: Sequence[tuple[int, int]]) -> bool:
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
