"""Who may have said it: subjects with their verbs, "according to", "by", "X's words", names after a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.candidate import Candidate
from explore.quotes.labels import beside_marks, labels
from explore.quotes.lexicon import ALSO_SPEECH, CueVerb, cue_nouns, cue_verbs
from explore.quotes.phrases import behind, noun, phrase, phrase_head
from explore.quotes.sharing import is_medium, is_passive, shared_subject, told_with
from explore.quotes.subjects import NOMINAL, personal, subjects_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explore.quotes.candidate import How
    from explore.quotes.syntax import Syntax

_FAR = 8  # tokens from a subject to its verb, where the parse may have lost the way
_APPOSITION = 30  # tokens an apposition between commas may have


def candidates(syntax: Syntax) -> tuple[list[Candidate], list[Candidate]]:
    """Return the possible speakers outside of marks, and those inside; in order, each pair once."""
    outside: dict[tuple[int, int | None], Candidate] = {}
    inside: dict[tuple[int, int | None], Candidate] = {}
    for candidate in _all(syntax):
        if not syntax.is_word(candidate.speaker):
            continue
        free = syntax.inside[candidate.speaker] < 0 and (
            candidate.cue is None or syntax.inside[candidate.cue] < 0
        )
        (outside if free else inside).setdefault((candidate.speaker, candidate.cue), candidate)
    return _in_order(outside.values()), _in_order(inside.values())


def _in_order(found: Iterable[Candidate]) -> list[Candidate]:
    return sorted(found, key=lambda c: (c.at, c.speaker))


def _all(syntax: Syntax) -> Iterator[Candidate]:
    verbs, nouns = cue_verbs(), cue_nouns()
    subjects = subjects_of(syntax)
    for i, word in enumerate(syntax.lower):
        verb = verbs.get(word) if syntax.pos[i] in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") else None
        if syntax.deps[i] == "amod" and syntax.heads[i] > i:
            # "the disputed territory"
            verb = None
        yield from _around(syntax, i, verb, subjects)
        if word == "according" and i + 2 < len(syntax.lower) and syntax.lower[i + 1] == "to":
            yield _made(syntax, phrase_head(syntax, i + 2), i, "according", None)
        if word in nouns and syntax.pos[i] == "NOUN":
            yield from _owners(syntax, i)
    yield from beside_marks(syntax)
    yield from labels(syntax)


def _around(syntax: Syntax, i: int, verb: CueVerb | None, subjects: dict[int, int]) -> Iterator[Candidate]:
    """Yield who a verb is of, by the parse and by place; `verb` is what is known of it."""
    speech = verb is not None and verb.grade >= ALSO_SPEECH
    if speech and (apart := told_with(syntax, i)) is not None:
        yield _made(syntax, apart, i, "subject", verb)
        return
    told = speech and is_passive(syntax, i)
    if i in subjects:
        speaker = personal(syntax, i, subjects)
        aside = is_medium(syntax, i, verb) or (told and speaker == subjects[i])
        if speaker is not None and not aside:
            yield _made(syntax, speaker, i, "subject", verb)
    elif verb and syntax.pos[i] == "VERB" and not told:
        for speaker in shared_subject(syntax, i, verb, subjects):
            yield _made(syntax, speaker, i, "shared", verb)
    if speech and _may_introduce(syntax, i, subjects):
        for speaker, how in _by_place(syntax, i):
            yield _made(syntax, speaker, i, how, verb)
    if verb:
        yield from _agents(syntax, i, verb)


def _agents(syntax: Syntax, i: int, verb: CueVerb) -> Iterator[Candidate]:
    """Yield X of "said by X"."""
    for child in syntax.children[i]:
        if syntax.deps[child] in syntax.labels.agent or behind(syntax, child) == "by":
            yield _made(syntax, noun(syntax, child), i, "agent", verb)


def _made(syntax: Syntax, speaker: int, cue: int | None, how: How, verb: CueVerb | None = None) -> Candidate:
    begin, end = phrase(syntax, speaker)
    return Candidate(speaker, begin, end, cue, how, verb)


def _may_introduce(syntax: Syntax, i: int, subjects: dict[int, int]) -> bool:
    """Say whether the words beside a cue are worth a look: it has no subject, or stands at a mark."""
    if _is_spoken_of(syntax, i):
        return False
    if syntax.beside_mark(i):
        return True
    heading = syntax.paragraphs[syntax.paragraph_of[i]].kind != "body"
    far = i not in subjects or i - subjects[i] > _FAR
    return far and (syntax.pos[i] in ("VERB", "AUX") or heading)


def _is_spoken_of(syntax: Syntax, i: int) -> bool:
    """Say whether a participle tells what was done to the noun before it: "a deal announced on Monday"."""
    participle = syntax.tags[i] == "VBN" and syntax.deps[i] in syntax.labels.participial_clause
    return participle and syntax.heads[i] == i - 1 and syntax.lemmas[i] not in ("say", "tell")


def _by_place(syntax: Syntax, i: int) -> Iterator[tuple[int, How]]:
    """Yield the noun phrases right before and right after a cue verb, whatever the parse says."""
    j = _before_time(syntax, i)
    if j >= 0 and (syntax.lower[j] in _COMMAS or syntax.lower[j] == ")"):
        j = _before_apposition(syntax, j)
    if j >= 0 and syntax.pos[j] in NOMINAL - {"ADJ", "DET"} and syntax.inside[j] < 0:
        head = j
        for above in syntax.path(j):
            apart = any(syntax.lower[k] in _COMMAS for k in range(above, j))
            if syntax.deps[above] in syntax.labels.participial_clause and not apart:
                # "a person briefed on the call"
                continue
            if above >= i or apart or syntax.pos[above] not in NOMINAL or j - above > _APPOSITION:
                break
            if syntax.paragraph_of[above] == syntax.paragraph_of[j]:
                head = above
        yield head, "beside"
    k = i + 1
    while k < len(syntax.lower) and syntax.pos[k] == "ADV":
        k += 1
    if not syntax.after_mark(i) or k >= len(syntax.lower) or _begins_clause(syntax, k, i):
        return
    if syntax.pos[k] in _OPENS_PHRASE and syntax.inside[k] < 0:
        yield phrase_head(syntax, k), "inverted"


def _begins_clause(syntax: Syntax, k: int, cue: int) -> bool:
    """Say whether the words after a cue are a clause with its own subject: "…, said Abiy had pressed"."""
    for i in (k, *syntax.path(k)):
        verb = syntax.heads[i]
        if syntax.deps[i] in syntax.labels.subject and i >= k:
            return verb > i and verb != cue and not any(syntax.lower[j] in _COMMAS for j in range(i, verb))
        if verb < k:
            return False
    return False


_COMMAS = frozenset({",", "--", "—", "–"})
_OPENS_PHRASE = frozenset({"PROPN", "DET", "NOUN", "PRON", "ADJ"})


def _before_time(syntax: Syntax, i: int) -> int:
    """Return the last token before a cue that is no auxiliary, adverb or time ("on Sunday")."""
    j = i - 1
    while j >= 0 and (syntax.pos[j] in ("AUX", "ADV", "PART") or syntax.spaces[j] or syntax.timed[j]):
        timed = syntax.timed[j]
        j -= 1
        if timed and j >= 0 and syntax.lower[j] in ("on", "in", "late", "early", "last"):
            j -= 1
    return j


def _before_apposition(syntax: Syntax, comma: int) -> int:
    """Return the name before "…, a senior aide," where `comma` is the last one; else the token before it."""
    home = syntax.paragraph_of[comma]
    found: int | None = None
    for j in range(comma - 1, max(0, comma - _APPOSITION), -1):
        stop = (
            syntax.paragraph_of[j] != home
            or syntax.inside[j] >= 0
            or syntax.lower[j] in (".", ";", ":", "!", "?")
        )
        if stop or syntax.pos[j] == "AUX" or syntax.tags[j] == "VBD":
            break
        if (syntax.lower[j] in _COMMAS or syntax.lower[j] == "(") and syntax.pos[j - 1] in (
            "PROPN",
            "NOUN",
            "PRON",
        ):
            person = syntax.doc[j - 1].ent_type_ in ("PERSON", "PER")
            found = j - 1 if person or found is None else found
    return comma - 1 if found is None else found


def _owners(syntax: Syntax, i: int) -> Iterator[Candidate]:
    """Yield "X's" of "X's statement", X of "statement by X"."""
    for child in syntax.children[i]:
        if syntax.deps[child] in syntax.labels.possessive and syntax.pos[child] in NOMINAL:
            yield _made(syntax, child, i, "owner")
        elif child > i:
            word = syntax.lower[child] if syntax.deps[child] == "prep" else behind(syntax, child)
            if word in ("by", "from", "of"):
                yield _made(syntax, noun(syntax, child), i, "owner")
