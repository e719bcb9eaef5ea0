"""Subjects that a verb shares with another: of participles and infinitives, who is cited, who is made to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.lexicon import SPEECH, addressing_verbs, cue_verbs, made_to
from explore.quotes.subjects import NOMINAL, preposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explore.quotes.lexicon import CueVerb
    from explore.quotes.syntax import Syntax

_SHARED_LEAST = 0.2
_WITH = 14  # tokens from "with" to the participle
_VERBS = frozenset(("VB", "VBD", "VBZ", "VBP", "VBG", "MD"))
_CLAUSE = 30  # tokens a clause between commas may have
_PHRASE = 8  # tokens from a noun to the end of its phrase
_CITING = frozenset({"quote", "cite"})
_PASSIVE = frozenset({"be", "get"})


def shared_subject(syntax: Syntax, i: int, verb: CueVerb, subjects: dict[int, int]) -> Iterator[int]:
    """Yield the subject a verb shares ("adding that"), the noun a participle describes, one set after it."""
    labels = syntax.labels
    dep = syntax.deps[i]
    cited = _cited(syntax, i)
    if cited is not None:
        yield cited
        return
    described_before = described(syntax, i)
    if described_before is not None:
        yield described_before
        return
    if dep in labels.participial_clause and syntax.pos[syntax.heads[i]] in NOMINAL:
        if not any(c < i and syntax.deps[c] in ("mark", "case") for c in syntax.children[i]):
            if syntax.tags[i] != "VBN" or verb.grade < SPEECH:
                yield syntax.heads[i]
            return
        # "The president made a point of noting that": the president notes it.
        above = next((a for a in syntax.path(i) if a in subjects), None)
        if above is not None:
            yield subjects[above]
        return
    if (made := _made_to(syntax, i)) is not None:
        yield made
        return
    if verb.share >= _SHARED_LEAST:
        for above in syntax.path(i):
            if above in subjects:
                yield subjects[_teller(syntax, i, above, subjects)]
                break


def told_with(syntax: Syntax, i: int) -> int | None:
    """Return X of "…, with X warning of": who a participle beside the sentence is of."""
    if not syntax.lower[i].endswith("ing") or syntax.lower[i - 1] in ("with", "a", "an", "the"):
        return None
    first = max(syntax.sentence(i)[0], i - _WITH)
    for j in range(i - 1, first, -1):
        if syntax.tags[j] in _VERBS or syntax.inside[j] >= 0:
            return None
        if syntax.lower[j] == "with" and syntax.lower[j - 1] == ",":
            words = range(j + 1, i)
            people = [k for k in words if syntax.doc[k].ent_type_ in ("PERSON", "PER")]
            return people[0] if people else next((k for k in words if syntax.heads[k] not in words), None)
    return None


def _teller(syntax: Syntax, i: int, verb: int, subjects: dict[int, int]) -> int:
    """Return the verb whose subject goes on, "X denied that Y was ill, saying": that above one of a state."""
    above = syntax.heads[verb]
    told = syntax.deps[verb] in syntax.labels.clausal_complement and syntax.lower[above] in cue_verbs()
    state = any(syntax.lemmas[c] == "be" for c in syntax.children[verb])
    aside = syntax.tags[i] == "VBG" and syntax.lower[i - 1] == ","
    return above if told and state and aside and above in subjects else verb


def _made_to(syntax: Syntax, i: int) -> int | None:
    """Return who is brought to say something: Y of "X prompted Y to argue", "forced Y into announcing"."""
    above = syntax.heads[i]
    if above > i or syntax.lemmas[above] not in made_to():
        return None
    before = _words_before(syntax, i)
    if not (syntax.tags[i] == "VB" or (syntax.tags[i] == "VBG" and "into" in before)):
        return None
    return next(
        (c for c in syntax.children[above] if syntax.deps[c] in syntax.labels.object and above < c < i), None
    )


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Say whether others say it of the subject: "the bank has been accused", "was fined and told to pay"."""
    if syntax.tags[verb] != "VBN" or (
        syntax.lemmas[verb] not in addressing_verbs() and _has_object(syntax, verb)
    ):
        return False
    forms = {syntax.lemmas[c] for c in syntax.children[verb] if c < verb and _is_auxiliary(syntax, c)}
    if not forms and any(_is_agent(syntax, c) for c in syntax.children[verb]):
        return True
    if forms or syntax.deps[verb] not in syntax.labels.conjunct:
        return bool(forms & _PASSIVE)
    return is_passive(syntax, syntax.heads[verb])


def _has_object(syntax: Syntax, verb: int) -> bool:
    return any(c > verb and syntax.deps[c] in syntax.labels.object for c in syntax.children[verb])


def _is_agent(syntax: Syntax, i: int) -> bool:
    return syntax.deps[i] in syntax.labels.agent or preposition(syntax, i) == "by"


def _is_auxiliary(syntax: Syntax, i: int) -> bool:
    return syntax.deps[i] in syntax.labels.auxiliary


def described(syntax: Syntax, i: int) -> int | None:
    """Return the noun before ", who asked not to be named," where a verb follows the last comma."""
    comma = i - 1
    while comma > 0 and syntax.pos[comma] in ("AUX", "ADV"):
        comma -= 1
    if comma <= 0 or syntax.lower[comma] != "," or syntax.inside[comma - 1] >= 0:
        return None
    for j in range(comma - 1, max(1, comma - _CLAUSE), -1):
        if syntax.lower[j] in (".", ";", ":", "!", "?") or syntax.inside[j] >= 0 or syntax.spaces[j]:
            return None
        if syntax.lower[j] in ("who", "whose") and syntax.lower[j - 1] == ",":
            noun = j - 4 if j > 3 and syntax.pos[j - 2] == "NUM" and syntax.lower[j - 3] == "," else j - 2
            return _phrase_top(syntax, noun) if noun >= 0 and syntax.pos[noun] in NOMINAL else None
    return None


def _phrase_top(syntax: Syntax, i: int) -> int:
    """Return the head of the noun phrase that ends with a token: aides of "two aides to Ruto"."""
    top = i
    for above in syntax.path(i):
        if above > i or i - above > _PHRASE or syntax.pos[above] not in NOMINAL:
            break
        if any(syntax.lower[j] == "," for j in range(above, i)):
            break
        top = above
    return top


def _cited(syntax: Syntax, i: int) -> int | None:
    """Return Y of "X quoted Y as saying"."""
    above = syntax.heads[i]
    verb = cue_verbs().get(syntax.lower[above])
    if verb is None or verb.verb not in _CITING or "as" not in _words_before(syntax, i):
        return None
    return syntax.child(above, syntax.labels.object)


def _words_before(syntax: Syntax, i: int) -> set[str]:
    return {syntax.lower[c] for c in syntax.children[i] if c < i}


def is_medium(syntax: Syntax, i: int, verb: CueVerb | None) -> bool:
    """Say whether the subject of a verb only passes on what another said: X of "X quoted Y as saying"."""
    return (
        verb is not None
        and verb.verb in _CITING
        and any(_cited(syntax, c) is not None for c in syntax.children[i] if c > i)
    )
