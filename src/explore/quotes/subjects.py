"""Whose verb it is: subjects as the parse has them, mended where it takes a time for one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.quotes.lexicon import SPEECH, cue_verbs, made_to, pronouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explore.quotes.lexicon import CueVerb
    from explore.quotes.syntax import Syntax

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"})
_SHARED_LEAST = 0.2
_AFTER_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]+)?(?:, [A-Z][a-z.]{2,9} \d{1,2}(?:, \d{4})?)?(?: ?\([A-Z][^)]{1,20}\))? ?[—–-]{1,2} "
)
_DATELINE = 40
TIMES = frozenset(
    ("second", "minute", "hour", "day", "night", "week", "weekend", "month", "year", "decade", "moment")
)
_CLAUSE = 30  # tokens a clause between commas may have
_PHRASE = 8  # tokens from a noun to the end of its phrase
_CITING = frozenset({"quote", "cite"})
_PASSIVE = frozenset({"be", "get"})


def subjects_of(syntax: Syntax) -> dict[int, int]:
    """Return the subject of each word that has one; for "who", the noun the clause describes."""
    found: dict[int, int] = {}
    wanted = syntax.labels.subject
    kinds = pronouns()
    for i, dep in enumerate(syntax.deps):
        # "Long said": a name that the parse takes for an adverb.
        named = syntax.doc[i].is_title and syntax.doc[i].ent_type_ in ("PERSON", "PER")
        if dep not in wanted or not (named or syntax.pos[i] in NOMINAL):
            continue
        head, speaker = syntax.heads[i], i
        if syntax.inside[i] >= 0 and syntax.inside[head] < 0:
            # A word of the quotation taken for the subject of the verb that introduces it.
            continue
        if _is_dateline(syntax, i):
            continue
        if kinds.get(syntax.lower[i]) == "relative" and syntax.heads[head] != head:
            speaker = syntax.heads[head]
        speaker = _set_in(syntax, speaker, head) or _mended(syntax, speaker)
        known = found.get(head)
        # Of two subjects the nearer one before the verb.
        if known is None or (known < speaker < head and not _is_set_off(syntax, known, speaker)):
            found[head] = speaker
    for verb, name in _joined(syntax):
        found.setdefault(verb, name)
    return found


def _is_set_off(syntax: Syntax, name: int, other: int) -> bool:
    """Say whether a subject is part of what tells who a person is: "Ana Petrova, of a think tank, said"."""
    persons = [syntax.doc[i].ent_type_ in ("PERSON", "PER") for i in (name, other)]
    beside = [c for c in syntax.children[name] if syntax.deps[c] in syntax.labels.apposition]
    return persons == [True, False] and any(name < c < other for c in beside)


def _set_in(syntax: Syntax, i: int, verb: int) -> int | None:
    """Return who is named behind a verb set into what is said: "The plan, says Ana Petrova, helps"."""
    behind = verb + 1
    if i > verb or syntax.lower[verb - 1] != "," or behind >= len(syntax.lower):
        return None
    cue = cue_verbs().get(syntax.lower[verb])
    between = [j for j in range(i + 1, verb) if syntax.lower[j] == ","]
    if cue is None or cue.grade < SPEECH or len(between) > 1 or syntax.inside[behind] >= 0:
        return None
    if syntax.pos[behind] not in ("PROPN", "PRON", "DET") or syntax.tags[verb] not in ("VBD", "VBZ"):
        return None
    above = [a for a in (behind, *syntax.path(behind)) if a >= behind and syntax.edges[0][a] == behind]
    return next((a for a in above if syntax.pos[a] in ("PROPN", "NOUN", "PRON")), None)


def _joined(syntax: Syntax) -> Iterator[tuple[int, int]]:
    """Yield cue verbs with the name right before that the parse takes for a part: "Ito counters that"."""
    for i, dep in enumerate(syntax.deps[:-1]):
        verb = i + 1
        if (
            dep in syntax.labels.compound
            and syntax.heads[i] == verb
            and (syntax.pos[i], syntax.pos[verb]) == ("PROPN", "VERB")
            and syntax.tags[verb] in ("VBZ", "VBD")
            and syntax.lower[verb] in cue_verbs()
        ):
            yield verb, i


def _mended(syntax: Syntax, i: int) -> int:
    """Return the noun that is meant where the parse took a time or a circumstance for the subject.

    "a day after Brussels said it would" is Brussels, "Abiy, on his first trip abroad, said" is Abiy.
    """
    case = next((c for c in syntax.children[i] if syntax.deps[c] == "case" and c < i), None)
    if syntax.lower[i].removesuffix("s") in TIMES:
        behind = [c for c in syntax.children[i] if c > i and _preposition(syntax, c) in ("after", "before")]
        return behind[0] if behind else i
    if case is not None:
        ahead = [
            c
            for c in syntax.children[i]
            if c < case and syntax.pos[c] in ("PROPN", "NOUN", "PRON")
            if syntax.lower[case - 1] == ","
        ]
        return ahead[0] if ahead else i
    return i


def _preposition(syntax: Syntax, i: int) -> str:
    return next(
        (syntax.lower[c] for c in syntax.children[i] if syntax.deps[c] in ("case", "mark") and c < i), ""
    )


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
    if syntax.tags[verb] != "VBN":
        return False
    forms = {syntax.lemmas[c] for c in syntax.children[verb] if c < verb and _is_auxiliary(syntax, c)}
    if not forms and any(_is_agent(syntax, c) for c in syntax.children[verb]):
        return True
    if forms or syntax.deps[verb] not in syntax.labels.conjunct:
        return bool(forms & _PASSIVE)
    return is_passive(syntax, syntax.heads[verb])


def _is_agent(syntax: Syntax, i: int) -> bool:
    return syntax.deps[i] in syntax.labels.agent or _preposition(syntax, i) == "by"


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


def _is_dateline(syntax: Syntax, i: int) -> bool:
    """Say whether a word is the place an article is written from: "WASHINGTON — The envoy said"."""
    paragraph = syntax.paragraphs[syntax.paragraph_of[i]]
    behind = syntax.text[syntax.ends[i] : syntax.ends[i] + 60]
    return syntax.ends[i] - paragraph.start_char < _DATELINE and bool(_AFTER_DATELINE.match(behind))


def personal(syntax: Syntax, i: int, subjects: dict[int, int]) -> int | None:
    """Return the subject of a verb; for "it is specified", that of another cue of the sentence."""
    speaker = subjects[i]
    if syntax.lower[speaker] != "it" or syntax.deps[speaker] not in syntax.labels.passive_subject:
        return speaker
    begin, end = syntax.sentence(i)
    others = [
        s
        for verb, s in subjects.items()
        if begin <= s < end and s != speaker and syntax.inside[s] < 0 and syntax.lower[verb] in cue_verbs()
    ]
    return min(others, key=lambda s: abs(s - i), default=None)
