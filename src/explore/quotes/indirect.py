"""Indirect quotations: the clause a cue verb takes, and what stands beside "according to X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.draft import Draft
from explore.quotes.following import after_cue
from explore.quotes.leading import according_to, before_cue
from explore.quotes.lexicon import SPEECH, cue_verbs, pronouns
from explore.quotes.model import model
from explore.quotes.report import report_features
from explore.quotes.unsaid import is_unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explore.quotes.candidate import Candidate
    from explore.quotes.complement import Complement
    from explore.quotes.syntax import Syntax

# Below this a verb with its clause is no report of words.
REPORT = 0.42
# "The talks go on, the envoy said" needs less: the form tells.
EVIDENT = 0.05
_LIKELY = 0.7
_ORDER = {"subject": 0, "according": 0, "shared": 1, "beside": 2, "agent": 3, "inverted": 4, "owner": 5}


def indirect(syntax: Syntax, candidates: Sequence[Candidate], taken: Sequence[Draft]) -> list[Draft]:
    """Return the indirect quotations that no draft so far has the cue or the words of."""
    covered = {i for d in taken for begin, end in d.segments for i in range(begin, end)}
    found: list[Draft] = []
    cues = {d.candidate.cue for d in taken if d.candidate}
    own = {d.candidate.cue for d in taken if d.candidate and _is_in_sentence(syntax, d)}
    for candidate, complement in reported(syntax, candidates, own):
        if candidate.cue in covered or any(i in covered for b, e in complement.segments for i in range(b, e)):
            continue
        if (
            is_unsaid(syntax, candidate, complement)
            or (candidate.cue in cues and not _is_clause(candidate, complement))
            or (
                # "“…,” X said, according to a transcript": not the transcript's words.
                candidate.how == "according"
                and any(b <= cue < e for cue in cues if cue is not None for b, e in complement.segments)
            )
        ):
            continue
        evident = _is_evident(syntax, candidate, complement) or _is_passed_on(syntax, candidate, complement)
        least = EVIDENT if evident else REPORT
        if model().reports(report_features(syntax, candidate, complement)) >= least:
            found.append(Draft(complement.segments, candidate))
    return found


def _is_in_sentence(syntax: Syntax, draft: Draft) -> bool:
    """Say whether a cue introduces words of its own sentence: not "X said he would. “We must.”"."""
    assert draft.candidate is not None
    home = syntax.sentences[draft.candidate.at]
    return any(syntax.sentences[b] <= home <= syntax.sentences[e - 1] for b, e in draft.segments)


def _is_clause(candidate: Candidate, complement: Complement) -> bool:
    """Say whether a verb of speech has a clause for what is said."""
    speech = candidate.verb is not None and candidate.verb.grade >= SPEECH
    return speech and complement.form in ("clause", "before", "around")


def _is_evident(syntax: Syntax, candidate: Candidate, complement: Complement) -> bool:
    """Say whether a sentence is followed by "X said", words side by side, the verb one of speech."""
    verb, at = candidate.verb, candidate.at
    if (
        verb is None
        or verb.grade < SPEECH
        or verb.clause < _LIKELY
        or complement.form not in ("before", "around")
    ):
        return False
    # "his aide, Bayo Onanuga, disclosed": up to where the words on the speaker end.
    behind = max(candidate.end, syntax.edges[1][candidate.speaker] + 1)
    adjacent = min(abs(at - candidate.end), abs(candidate.begin - at), abs(at - behind)) <= 1
    return adjacent and any(
        syntax.pos[i] in ("VERB", "AUX") for begin, end in complement.segments for i in range(begin, end)
    )


def _is_passed_on(syntax: Syntax, candidate: Candidate, complement: Complement) -> bool:
    """Say whether one tells what another said: "Officials say Hagel told Shoigu that …"."""
    verb, above = candidate.verb, cue_verbs().get(syntax.lower[syntax.heads[candidate.at]])
    return (
        candidate.how == "subject"
        and complement.form == "clause"
        and syntax.lower[complement.segments[0][0]] == "that"
        and verb is not None
        and verb.grade >= SPEECH
        and verb.clause >= _LIKELY
        and syntax.deps[candidate.at] in syntax.labels.clausal_complement
        and above is not None
        and above.grade >= SPEECH
    )


def reported(
    syntax: Syntax, candidates: Sequence[Candidate], taken: set[int | None]
) -> Iterator[tuple[Candidate, Complement]]:
    """Yield each cue that is not taken, with its likeliest subject and what it introduces."""
    seen: set[int] = set()
    people = {c.cue for c in candidates if c.how in ("subject", "shared") and _is_person(syntax, c)}
    for candidate in sorted(candidates, key=lambda c: (c.at, _order(syntax, c, people))):
        cue = candidate.cue
        if cue is None or cue in seen or cue in taken or candidate.how not in _ORDER:
            continue
        if candidate.how not in ("according", "owner") and candidate.verb is None:
            continue
        if pronouns().get(syntax.lower[candidate.speaker]) in ("self", "you"):
            # The text itself speaks.
            continue
        complement = _complement(syntax, candidate)
        if complement and sum(end - begin for begin, end in complement.segments) > 1:
            seen.add(cue)
            yield candidate, complement


def _order(syntax: Syntax, candidate: Candidate, people: set[int | None]) -> int:
    """Return how likely a candidate is among those of one cue, the likeliest first.

    A person set off right before a verb is its subject where the parse has a thing far ahead for it, as a
    heading that runs into the sentence; not the author of a report. `people` are the cues of persons.
    """
    apart = syntax.pos[candidate.begin - 1] not in ("ADP", "VERB")
    if candidate.how == "beside" and apart and candidate.cue not in people and _is_person(syntax, candidate):
        return -1
    return _ORDER.get(candidate.how, 9)


def _is_person(syntax: Syntax, candidate: Candidate) -> bool:
    return syntax.doc[candidate.speaker].ent_type_ in ("PERSON", "PER")


def _complement(syntax: Syntax, candidate: Candidate) -> Complement | None:
    if candidate.how == "according":
        return according_to(syntax, candidate)
    after = after_cue(syntax, candidate)
    if candidate.how == "owner":
        return after if after and after.form == "clause" else None
    if after and after.form in ("clause", "infinitive"):
        before = before_cue(syntax, candidate)
        return before if before and before.form == "around" else after
    before = before_cue(syntax, candidate)
    return before or after
