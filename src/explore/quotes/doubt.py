"""Speakers that hang on words of no saying: who is named only in doubt, and what is no quotation at all.

"The escalation of the “frozen conflict” followed the announcement": nobody says so. In the articles that the
models are fitted on, up to three words in marks beside such a verb are a quotation in two cases of five, and
its subject's in one of four, if that is a thing; longer ones are its subject's in one of five.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.headings import is_heading, is_whole_heading
from explore.quotes.lexicon import ALSO_SPEECH, SPEECH, cue_nouns, cue_verbs, pronouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.candidate import Candidate
    from explore.quotes.syntax import Syntax, TokenRun

# Below this share of its uses a verb introduces no words; from the other one on it does so as a rule.
NO_CUE, CUE = 0.2, 0.4
_SHORT = 3  # tokens
_ON_NOUNS = frozenset(("amod", "compound", "nmod", "nn"))
_BY_GRAMMAR = frozenset(("subject", "shared", "beside", "inverted"))
_REACTING = frozenset(
    [
        "hit", "deny", "reject", "dismiss", "respond", "react", "reply", "slam", "blast", "condemn", "rebut",
        "refute", "answer", "counter", "mock", "criticise", "criticize", "denounce", "protest",
    ]
)  # fmt: skip
_SAYING = frozenset(("say", "tell", "write", "utter"))
# Verbs for talking, with the prepositions that lead to what is said.
_TALKING = {
    "call": frozenset(("for", "on", "upon")),
    "speak": frozenset(("of", "about", "on", "to", "against")),
    "talk": frozenset(("of", "about", "on", "to")),
    "meet": frozenset(("of",)),
}
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
    if is_heading(syntax, run) and (noun or _is_hearing(syntax, candidate)):
        return True
    return is_doubtful(candidate) and (noun or not _speaks(syntax, candidate.speaker))


def _is_hearing(syntax: Syntax, candidate: Candidate) -> bool:
    """Say whether a heading ends with who heard the words: "… over “lost” money, inquiry told"."""
    cue = candidate.cue
    if cue is None or syntax.lower[cue] not in ("told", "hears", "heard"):
        return False
    behind = cue + 1
    while behind < len(syntax.lower) and syntax.paragraph_of[behind] == syntax.paragraph_of[cue]:
        if syntax.is_word(behind):
            return False
        behind += 1
    return True


def is_manner(syntax: Syntax, run: TokenRun, candidate: Candidate) -> bool:
    """Say whether a run only tells how or how long somebody spoke: spoke “for an hour”, called “at night”."""
    cue = candidate.cue
    if cue is None or syntax.lemmas[cue] not in _TALKING or syntax.pos[run.begin] not in ("ADP", "SCONJ"):
        return False
    return syntax.lower[run.begin] not in _TALKING[syntax.lemmas[cue]] and cue in syntax.path(run.root)[:1]


def _never_said(syntax: Syntax, candidate: Candidate) -> bool:
    """Say whether words are told not to have been said: "as X never said", "X denies calling him"."""
    cue = candidate.cue
    if cue is None:
        return False
    above = syntax.lemmas[syntax.heads[cue]] == "deny" and syntax.heads[cue] < cue
    if above and syntax.tags[cue] == "VBG" and syntax.deps[cue] in syntax.labels.open_complement | {"pcomp"}:
        return True
    return syntax.lemmas[cue] in _SAYING and any(syntax.lower[c] == "never" for c in syntax.children[cue])


def is_epithet(syntax: Syntax, run: TokenRun, candidate: Candidate | None) -> bool:
    """Say whether a run is a word or two on the noun behind it, and no word for saying leads there.

    Under fire over a “secret” visit; a “phase one” deal would allow them to claim an easy victory.
    """
    noun = syntax.heads[run.root]
    if run.end - run.begin > _SHORT or noun < run.end or syntax.deps[run.root] not in _ON_NOUNS:
        return False
    if candidate is None or candidate.cue is None:
        return True
    higher = syntax.path(run.root)
    verbs = [cue_verbs().get(syntax.lower[i]) for i in higher]
    said = any(verb is not None and verb.grade >= ALSO_SPEECH and verb.share >= NO_CUE for verb in verbs)
    noun_said = candidate.cue in higher and syntax.lower[candidate.cue] in cue_nouns()
    return not said and not noun_said and candidate.how in _BY_GRAMMAR


def is_anothers(syntax: Syntax, run: TokenRun, candidate: Candidate) -> bool:
    """Say whether somebody reacts to words of another: "X hits back over “dark arts” claim"."""
    noun = run.end
    while noun < len(syntax.lower) and not syntax.is_word(noun):
        noun += 1
    if candidate.cue is None or noun >= len(syntax.lower) or syntax.lower[noun] not in cue_nouns():
        return False
    owned = syntax.deps[run.begin - 1] in syntax.labels.possessive
    reacting = {syntax.lemmas[candidate.cue], syntax.lemmas[syntax.heads[noun]]} & _REACTING
    return bool(reacting) and candidate.cue < run.begin and noun - run.end < _SHORT and not owned


def is_no_quotation(syntax: Syntax, run: TokenRun, candidate: Candidate) -> bool:
    """Say whether words in marks were not said, or tell how one spoke, or are a name or a scare quote.

    The last is so for a few words beside a doubtful candidate.
    """
    if _never_said(syntax, candidate) or is_manner(syntax, run, candidate):
        return True
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
