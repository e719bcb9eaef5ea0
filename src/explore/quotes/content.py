"""What was said, whole: runs of one cue joined, runs that are part of a clause widened to the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.draft import Draft, Stretch, joined

if TYPE_CHECKING:
    from explore.quotes.attribute import Attribution
    from explore.quotes.candidates import Candidate
    from explore.quotes.syntax import Syntax, TokenRun

_NAMING = frozenset(
    "call label brand dub term describe characterise characterize depict portray denounce hail dismiss see view "
    "regard slam blast praise condemn".split()
)
_SIDE_DEPS = frozenset(
    {"advcl", "advcl:relcl", "parataxis", "conj", "discourse", "vocative", "acl:relcl", "relcl"}
)


def drafts(syntax: Syntax, attributions: list[Attribution]) -> list[Draft]:
    """Return one draft for each cue and the runs it introduces, one for each run without a cue."""
    groups: list[list[Attribution]] = []
    for found in attributions:
        if groups and _same(syntax, groups[-1][-1], found):
            groups[-1].append(found)
        else:
            groups.append([found])
    return [_draft(syntax, group) for group in groups]


def _same(syntax: Syntax, one: Attribution, other: Attribution) -> bool:
    if (
        one.candidate is None
        or other.candidate is None
        or _in_heading(syntax, one) != _in_heading(syntax, other)
    ):
        return False
    same_cue = one.candidate.cue == other.candidate.cue and one.candidate.speaker == other.candidate.speaker
    return same_cue and other.run.run.paragraph - one.run.run.paragraph <= 1


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
    if _is_sentence(syntax, run):
        return alone
    if candidate.how == "according":
        return _according(syntax, run, candidate)
    cue = candidate.cue
    if cue is None:
        return alone
    above = [run.root, *syntax.path(run.root)]
    if cue in above:
        k = above.index(cue)
        return _complement(syntax, run, candidate, above[k - 1]) if k else alone
    return _around_cue(syntax, run, candidate) or alone


def _is_sentence(syntax: Syntax, run: TokenRun) -> bool:
    """Say whether a run is a sentence of its own: it begins with a capital after a stop, a comma or a colon."""
    text, marks = syntax.doc.text, run.run
    paragraph = syntax.paragraphs[marks.paragraph]
    before = text[max(paragraph.start_char, marks.left - 4) : marks.left].rstrip()[-1:]
    first = next((c for c in text[marks.start : marks.end] if c.isalnum()), "")
    return (first.isupper() or first.isdigit()) and (not before or before in ',:.!?…”"')


def _complement(syntax: Syntax, run: TokenRun, candidate: Candidate, top: int) -> list[Stretch]:
    """Return the part of the cue's clause that hangs on `top`, a child of the cue, and holds the run."""
    cue = candidate.at
    begin, end = content_span(syntax, candidate, top)
    if syntax.deps[top] in _SIDE_DEPS and top > cue:
        begin, end = run.begin, run.end
    begin, end = min(begin, run.begin), max(end, run.end)
    return _without(syntax, begin, end, run, candidate)


def content_span(syntax: Syntax, candidate: Candidate, top: int) -> Stretch:
    """Return the tokens of what hangs on a cue by `top`: without its preposition, with what is named so."""
    cue = candidate.at
    left, right = syntax.edges
    begin, end = left[top], right[top] + 1
    if top > cue:
        begin = max(begin, cue + 1)
    while begin < top and (
        syntax.deps[begin] in ("case", "punct") or syntax.pos[begin] in ("PUNCT", "SPACE")
    ):
        if syntax.lower[begin] in ("“", '"', "‘", "«"):
            break
        begin += 1
    naming = candidate.verb is not None and candidate.verb.verb in _NAMING
    if top > cue and (naming or syntax.deps[top] == "xcomp" or syntax.lower[left[top]] == "as"):
        objects = [
            c for c in syntax.children[cue] if syntax.deps[c] in syntax.labels.object and cue < c < top
        ]
        if objects:
            begin = min(begin, left[objects[0]])
    return begin, end


def _according(syntax: Syntax, run: TokenRun, candidate: Candidate) -> list[Stretch]:
    """Return the sentence around a run without "according to X"."""
    begin, end = sentence_of(syntax, run.begin)
    begin, end = min(begin, run.begin), max(end, run.end)
    low, high = candidate.at, max(candidate.end, candidate.at + 2)
    if high <= run.begin and low - begin < 3:
        return _trimmed(syntax, high, end)
    if low >= run.end:
        return _trimmed(syntax, begin, low)
    return _trimmed(syntax, begin, low) + _trimmed(syntax, high, end)


def _around_cue(syntax: Syntax, run: TokenRun, candidate: Candidate) -> list[Stretch]:
    """Return the sentence around a run without "X said", where that stands in it like a bracket."""
    cue = candidate.at
    begin, end = sentence_of(syntax, run.begin)
    low, high = min(candidate.begin, cue), max(candidate.end, cue + 1)
    if not begin <= cue < end or not _is_bracket(syntax, low, high, begin, end):
        return []
    if run.end <= low:
        after = _trimmed(syntax, high, end)
        goes_on = after and syntax.lower[high : high + 1] == [","] and syntax.inside[after[0][0]] < 0
        return _trimmed(syntax, begin, low) + (after if goes_on and _is_lower(syntax, after[0][0]) else [])
    if run.begin >= high and low - begin >= 2:
        return _trimmed(syntax, begin, low) + _trimmed(syntax, high, end)
    return []


def _is_lower(syntax: Syntax, i: int) -> bool:
    return syntax.doc[i].text[:1].islower() and syntax.pos[i] in ("AUX", "VERB", "ADP", "NOUN", "ADV", "DET")


def _is_bracket(syntax: Syntax, low: int, high: int, begin: int, end: int) -> bool:
    """Say whether a stretch is set off by commas or the edges of its sentence."""
    before = low - 1
    while before > begin and (syntax.spaces[before] or syntax.lower[before] in "\"”’'»"):
        before -= 1
    return (
        before <= begin or syntax.lower[before] in (",", "—", "–", "--") or syntax.lower[before].endswith(",")
    )


def sentence_of(syntax: Syntax, i: int) -> Stretch:
    """Return the tokens of the sentence around a token."""
    number = syntax.sentences[i]
    return syntax.sentence_begins[number], syntax.sentence_begins[number + 1]


def _trimmed(syntax: Syntax, begin: int, end: int) -> list[Stretch]:
    """Return a stretch without punctuation at its edges, as a list; nothing if no word is left."""
    while begin < end and not any(c.isalnum() for c in syntax.lower[begin]):
        begin += 1
    while end > begin and not any(c.isalnum() for c in syntax.lower[end - 1]):
        end -= 1
    return [(begin, end)] if begin < end else []


def _without(syntax: Syntax, begin: int, end: int, run: TokenRun, candidate: Candidate) -> list[Stretch]:
    """Return a stretch without the words of the speaker and the cue that stand in it."""
    low, high = min(candidate.begin, candidate.at), max(candidate.end, candidate.at + 1)
    if begin < high and low < end:
        if run.end <= low:
            end = low
        elif run.begin >= high:
            begin = high
    return _trimmed(syntax, begin, end) or [(run.begin, run.end)]
