"""What was said, whole: runs of one cue joined, runs that are part of a clause widened to the clause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explore.quotes.complement import cut
from explore.quotes.draft import Draft, joined
from explore.quotes.following import after_cue
from explore.quotes.leading import according_to, before_cue
from explore.quotes.lexicon import ALSO_SPEECH, cue_verbs

if TYPE_CHECKING:
    from explore.quotes.attribute import Attribution
    from explore.quotes.candidate import Candidate
    from explore.quotes.complement import Complement
    from explore.quotes.draft import Stretch
    from explore.quotes.syntax import Syntax, TokenRun


def drafts(syntax: Syntax, attributions: list[Attribution]) -> list[Draft]:
    """Return one draft for each cue and the runs it introduces, one for each run without a cue."""
    groups: list[list[Attribution]] = []
    for found in attributions:
        if groups and _same(syntax, groups[-1][-1], found):
            groups[-1].append(found)
        else:
            groups.append([found])
    return [_without_others(syntax, draft, groups) for draft in (_draft(syntax, group) for group in groups)]


def _without_others(syntax: Syntax, draft: Draft, groups: list[list[Attribution]]) -> Draft:
    """Return a quotation without what another one is made of: "“A,” he said, telling her “B”".

    Each run in marks is of one cue, and what leads to it from there is no part of the words before.
    """
    others = [found for group in groups for found in group if found.run not in draft.runs]
    kept = []
    for begin, end in draft.segments:
        own = [run for run in draft.runs if begin <= run.begin < end]
        low, high = (own[0].begin, own[-1].end) if own else (end, end)
        for found in others:
            run, at = found.run, found.candidate.at if found.candidate else found.run.begin
            if high <= run.begin < end and _is_of(found, draft):
                end = at if high <= at < run.begin else run.begin
                while end > high and syntax.pos[end - 1] in ("CCONJ", "PUNCT"):
                    end -= 1
            elif begin <= run.begin and run.end <= min(at, low):
                begin = at + 1 if at < low else run.end
        if rest := syntax.trimmed(begin, end):
            kept.append(rest)
    return replace(draft, segments=tuple(kept)) if kept else draft


def _is_of(found: Attribution, draft: Draft) -> bool:
    """Say whether who said a quotation said another run too, and does not only tell of it."""
    one, other = found.candidate, draft.candidate
    return one is None or other is None or one.speaker == other.speaker


def _same(syntax: Syntax, one: Attribution, other: Attribution) -> bool:
    """Say whether two runs that follow one another are one quotation."""
    if (
        one.candidate is None
        or other.candidate is None
        or _in_heading(syntax, one) != _in_heading(syntax, other)
    ):
        return False
    same_cue = one.candidate.cue == other.candidate.cue and one.candidate.speaker == other.candidate.speaker
    return (
        same_cue
        and other.run.run.paragraph - one.run.run.paragraph <= 1
        and not _has_sentence(syntax, one.run.end, other.run.begin, one.candidate)
        # “A”, it is also specified, the ministry citing “B”: two cues.
        and not _has_cue(syntax, one.run.end, min(one.candidate.begin, one.candidate.at))
        # "what he calls “bad timing”. / “You have gaps.”": a few words, and a saying of its own.
        and (other.run.run.paragraph == one.run.run.paragraph or _is_sentence(syntax, one.run))
        # A paragraph on, with a cue of its own: “B”, it is also specified.
        and not (
            other.run.run.paragraph != syntax.paragraph_of[one.candidate.at]
            and _has_cue(syntax, other.run.end, syntax.sentence(other.run.end - 1)[1])
        )
    )


def _has_sentence(syntax: Syntax, begin: int, end: int, candidate: Candidate) -> bool:
    """Say whether a sentence of its own, without the cue, lies between two runs."""
    first, last = syntax.sentences[begin - 1], syntax.sentences[min(end, len(syntax.sentences) - 1)]
    cue = syntax.sentences[candidate.at]
    between = [n for n in range(first + 1, last) if n != cue]
    return any(
        syntax.inside[i] < 0 and syntax.pos[i] in ("VERB", "AUX")
        for n in between
        for i in range(syntax.sentence_begins[n], syntax.sentence_begins[n + 1])
    )


def _in_heading(syntax: Syntax, found: Attribution) -> bool:
    return syntax.paragraphs[found.run.run.paragraph].kind != "body"


def _draft(syntax: Syntax, group: list[Attribution]) -> Draft:
    candidate = group[0].candidate
    stretches = [
        stretch
        for found in group
        for stretch in (
            widened(syntax, found.run, candidate) if candidate else [(found.run.begin, found.run.end)]
        )
    ]
    return Draft(
        joined(syntax, stretches), candidate, tuple(f.run for f in group), any(f.unsure for f in group)
    )


def widened(syntax: Syntax, run: TokenRun, candidate: Candidate) -> list[Stretch]:
    """Return the tokens of the clause a run is part of; the run alone where it is a sentence of its own."""
    alone = [(run.begin, run.end)]
    if candidate.cue is None or syntax.sentences[run.begin] != syntax.sentences[candidate.at]:
        return alone
    low, high = min(candidate.begin, candidate.at), max(candidate.end, candidate.at + 1)
    if _is_sentence(syntax, run):
        return alone
    complement: Complement | None
    if candidate.how == "according":
        complement = according_to(syntax, candidate)
    elif run.end <= low or (
        run.begin >= high and (found := before_cue(syntax, candidate)) and found.form == "around"
    ):
        complement = before_cue(syntax, candidate)
    else:
        complement = after_cue(syntax, candidate)
    segments = list(complement.segments) if complement else []
    if segments and run.begin >= segments[-1][1] > high and not _has_cue(syntax, segments[-1][1], run.begin):
        # The clause goes on where the parse ended it.
        segments[-1] = segments[-1][0], run.end
    if not any(begin < run.end and run.begin < end for begin, end in segments):
        return _phrase_around(syntax, run, candidate)
    return [_with(run, begin, end) for begin, end in segments]


def _has_cue(syntax: Syntax, begin: int, end: int) -> bool:
    verbs = cue_verbs()
    return any(
        syntax.pos[i] == "VERB"
        and syntax.lower[i] in verbs
        and verbs[syntax.lower[i]].grade >= ALSO_SPEECH
        and syntax.inside[i] < 0
        for i in range(begin, end)
    )


def _with(run: TokenRun, begin: int, end: int) -> Stretch:
    """Return a stretch that holds a run whole if it holds part of it."""
    return (min(begin, run.begin), max(end, run.end)) if begin < run.end and run.begin < end else (begin, end)


def _phrase_around(syntax: Syntax, run: TokenRun, candidate: Candidate) -> list[Stretch]:
    """Return the phrase that a run is the last part of, where it hangs on the cue in another way."""
    cue = candidate.at
    above = [run.root, *syntax.path(run.root)]
    if cue not in above or run.begin < cue:
        return [(run.begin, run.end)]
    top = above[above.index(cue) - 1] if above.index(cue) else run.root
    left, right = syntax.edges
    if syntax.deps[top] not in syntax.labels.oblique | syntax.labels.object:
        return [(run.begin, run.end)]
    if top < run.begin and any(syntax.lower[c] == "with" for c in (top, *syntax.children[top])):
        # "reaffirming with Vladimir Putin “a limitless friendship”": he is no part of it.
        return [(run.begin, max(run.end, cut(syntax, run.begin, right[run.root] + 1, "object")))]
    begin, end = max(left[top], cue + 1), right[top] + 1
    while begin < run.begin and syntax.deps[begin] in ("case", "prep", "punct"):
        begin += 1
    return [(min(begin, run.begin), max(end, run.end))]


def _is_sentence(syntax: Syntax, run: TokenRun) -> bool:
    """Say whether a run is a sentence of its own: a capital after a stop, a comma or a colon."""
    text, marks = syntax.text, run.run
    paragraph = syntax.paragraphs[marks.paragraph]
    before = text[max(paragraph.start_char, marks.left - 4) : marks.left].rstrip()[-1:]
    first = next((c for c in text[marks.start : marks.end] if c.isalnum()), "")
    return (first.isupper() or first.isdigit()) and (not before or before in ',:.!?…—–”"')
