"""Speakers that hang on words of no saying: who is named only in doubt, and what is no quotation at all.

"The escalation of the “frozen conflict” followed the announcement": nobody says so. In the articles that the
models are fitted on, up to three words in marks beside such a verb are a quotation in two cases of five, and
its subject's in one of four, if that is a thing; longer ones are its subject's in one of five.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.headings import is_heading, is_whole_heading
from explore.quotes.lexicon import ALSO_SPEECH, SPEECH, cue_nouns, pronouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.candidate import Candidate
    from explore.quotes.syntax import Syntax, TokenRun

# Below this share of its uses a verb introduces no words; from the other one on it does so as a rule.
NO_CUE, CUE = 0.2, 0.4
_SHORT = 3  # tokens
_BY_GRAMMAR = frozenset(("subject", "shared", "beside", "inverted"))
# What words for people end in.
_PEOPLE = ("er", "or", "ist", "man", "woman", "ian", "ant")
_SPEAKING = frozenset(("PERSON", "PER", "ORG", "GPE", "NORP"))


def is_doubtful(candidate: Candidate) -> bool:
    """Say whether the cue of a candidate introduces no words as a rule."""
    verb = candidate.verb
    return candidate.how in _BY_GRAMMAR and (
        verb is None or (verb.share < NO_CUE and verb.grade < ALSO_SPEECH)
    )


def is_nobody(syntax: Syntax, run: TokenRun, candidate: Candidate) -> bool:
    """Say whether a candidate is no speaker: a doubtful one that is a thing, or has a noun for a verb."""
    noun = candidate.cue is not None and syntax.pos[candidate.cue] in ("NOUN", "PROPN")
    if is_heading(syntax, run) and noun:
        return True
    return is_doubtful(candidate) and (noun or not _speaks(syntax, candidate.speaker))


def is_no_quotation(syntax: Syntax, run: TokenRun, candidate: Candidate) -> bool:
    """Say whether a few words in marks beside a doubtful candidate are a name or a scare quote."""
    if run.end - run.begin > _SHORT or not is_doubtful(candidate) or is_whole_heading(syntax, run):
        return False
    apart = syntax.sentences[candidate.at] != syntax.sentences[run.begin]
    return apart or is_nobody(syntax, run, candidate)


def only_saying(syntax: Syntax, run: TokenRun, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the only one in a run's sentence who says something by a verb of speech; None if several do."""
    begin, end = syntax.sentence(run.begin)
    saying = [
        found
        for found in candidates
        if found.verb is not None
        and found.verb.grade >= SPEECH
        and found.verb.share >= CUE
        and begin <= found.at < end
    ]
    return saying[0] if len({found.speaker for found in saying}) == 1 else None


def _speaks(syntax: Syntax, speaker: int) -> bool:
    """Say whether somebody can speak: a name, a pronoun for a person, "a reporter"."""
    word = syntax.lower[speaker]
    return (
        syntax.doc[speaker].ent_type_ in _SPEAKING
        or syntax.pos[speaker] == "PROPN"
        or pronouns().get(word) in ("one", "group", "self", "relative")
        or (word.endswith(_PEOPLE) and word not in cue_nouns())
    )
