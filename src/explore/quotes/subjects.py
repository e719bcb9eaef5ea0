"""Whose verb it is: subjects as the parse has them, mended where it takes a time for one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.quotes.lexicon import SPEECH, cue_verbs, pronouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explore.quotes.syntax import Syntax

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"})
_AFTER_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]+)?(?:, [A-Z][a-z.]{2,9} \d{1,2}(?:, \d{4})?)?(?: ?\([A-Z][^)]{1,20}\))? ?[—–-]{1,2} "
)
_DATELINE = 40
TIMES = frozenset(
    ("second", "minute", "hour", "day", "night", "week", "weekend", "month", "year", "decade", "moment")
)


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
        behind = [c for c in syntax.children[i] if c > i and preposition(syntax, c) in ("after", "before")]
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


def preposition(syntax: Syntax, i: int) -> str:
    """Return the preposition or the word that opens a clause before a token, "" for none."""
    return next(
        (syntax.lower[c] for c in syntax.children[i] if syntax.deps[c] in ("case", "mark") and c < i), ""
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
