"""What the ranker sees of a run and a possible speaker: numbers about both and the way between."""

from __future__ import annotations

from bisect import bisect_left
from math import log1p
from typing import TYPE_CHECKING

from explore.quotes.candidate import HOWS, Candidate
from explore.quotes.lexicon import pronouns
from explore.quotes.scene import STRONG, in_sentence, is_paragraph, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.scene import Scene
    from explore.quotes.syntax import Syntax, TokenRun

_TENSES = ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB")
_PRONOUNS = ("one", "group", "thing", "self", "you", "relative")

PAIR_FEATURES = (
    "before",
    "same_sentence",
    "sentences",
    "other_paragraph",
    "tokens",
    "runs_between",
    "candidates_between",
    "cues_between",
    "nearest_side",
    "nearest_cue_side",
    "beside",
    "share",
    "clause",
    "grade",
    "above",
    "above_steps",
    "below",
    "in_subtree",
    "negated",
    "modal",
    "speaker_first",
    "same_as_last",
    "same_speaker_as_last",
    "last_gap",
    "last_same_paragraph",
    "name",
    "common",
    "person",
    "organisation",
    "phrase_length",
    "capital_title",
    "cue_in_heading",
    "subordinate",
    "tag_after",
    "tag_before",
    "intro_before",
    "intro_after",
    "paragraph_other_before",
    "paragraph_other_after",
    "paragraph_last_speaker",
    "sentence_before",
    "sentence_after",
    "stop_after",
    "lower_before",
    "lower_after",
    "far_share",
    "short_before",
    "same_paragraph_speaker",
    *(f"{how}_{side}" for how in HOWS for side in ("before", "after")),
    *(f"tense_{tense}" for tense in _TENSES),
    *(f"pronoun_{kind}" for kind in _PRONOUNS),
)


def pair_features(
    found: Scene, run: TokenRun, place: int, around: Sequence[int], last: tuple[TokenRun, Candidate] | None
) -> list[float]:
    """Return the numbers of `PAIR_FEATURES` for a run and the candidate at a place.

    `around` are the places of all candidates of the run, `last` the run before it and its speaker.
    """
    syntax, candidate = found.syntax, found.candidates[place]
    at, before = candidate.at, candidate.at < run.begin
    edge = run.begin if before else run.end - 1
    low, high = (at, run.begin) if before else (run.end, at)
    side = [i for i in around if (found.at[i] < run.begin) == before]
    rank = side[::-1].index(place) if before else side.index(place)
    cue_side = [i for i in side if share(found.candidates[i]) >= STRONG]
    cue_side = cue_side[::-1] if before else cue_side
    cue_rank = cue_side.index(place) if place in cue_side else 9
    path = syntax.path(run.root)
    cue = candidate.cue
    above = cue is not None and cue in path
    left, right = syntax.edges
    tag = syntax.tags[at]
    kind = pronouns().get(syntax.lower[candidate.speaker], "")
    spot = syntax.pos[candidate.speaker]
    gap = _gap(syntax, candidate, run)
    entity = syntax.doc[candidate.speaker].ent_type_
    children = syntax.children[at]
    verb = candidate.verb
    first, end = (
        (place, bisect_left(found.at, run.begin)) if before else (bisect_left(found.at, run.end), place)
    )
    return [
        before,
        in_sentence(syntax, at, run),
        min(6, abs(syntax.sentences[at] - syntax.sentences[edge])),
        syntax.paragraph_of[at] - syntax.paragraph_of[edge],
        log1p(max(0, high - low)),
        min(5, bisect_left(found.run_begins, high) - bisect_left(found.run_begins, low)),
        min(9, max(0, end - first - 1)),
        min(6, max(0, found.strong[end] - found.strong[min(end, first + 1)])),
        rank,
        cue_rank,
        gap,
        share(candidate),
        verb.clause if verb else share(candidate),
        verb.grade if verb else 0,
        above,
        path.index(cue) if above and cue is not None else 9,
        cue is not None and run.begin <= syntax.heads[cue] < run.end,
        left[at] <= run.begin and run.end - 1 <= right[at],
        any(syntax.lower[c] in ("not", "n't", "n’t", "never") for c in children),
        any(syntax.tags[c] == "MD" for c in children),
        candidate.speaker < at,
        bool(last and last[1] == candidate),
        bool(last and last[1].speaker == candidate.speaker),
        log1p(max(0, run.begin - last[0].end)) if last else 9,
        bool(last and last[0].run.paragraph == run.run.paragraph),
        spot == "PROPN",
        spot == "NOUN",
        entity in ("PERSON", "PER"),
        entity in ("ORG", "GPE", "NORP", "LOC"),
        min(12, candidate.end - candidate.begin),
        syntax.tags[candidate.begin] in ("NNP", "NNPS"),
        syntax.paragraphs[syntax.paragraph_of[at]].kind != "body",
        syntax.deps[at] in syntax.labels.relative_clause or syntax.deps[at] in syntax.labels.adverbial_clause,
        *_crossed(found, run, candidate, before, gap, last),
        *(candidate.how == how and before == side for how in HOWS for side in (True, False)),
        *(tag == tense for tense in _TENSES),
        *(kind == wanted for wanted in _PRONOUNS),
    ]


def _crossed(
    found: Scene,
    run: TokenRun,
    candidate: Candidate,
    before: bool,
    gap: float,
    last: tuple[TokenRun, Candidate] | None,
) -> list[float]:
    """Return features that hold only together: how the run stands, and where the candidate does."""
    syntax, text, marks = found.syntax, found.syntax.text, run.run
    paragraph = syntax.paragraphs[marks.paragraph]
    ahead = text[max(paragraph.start_char, marks.left - 3) : marks.left].rstrip()[-1:]
    behind = text[marks.right : min(paragraph.end_char, marks.right + 2)].strip()[:1]
    final = text[marks.start : marks.end].rstrip()[-1:]
    first = next((c for c in text[marks.start : marks.start + 8] if c.isalnum()), "")
    alone = is_paragraph(syntax, run)
    other = syntax.paragraph_of[candidate.at] != syntax.paragraph_of[run.begin]
    same = in_sentence(syntax, candidate.at, run)
    opens = not ahead or ahead in '.!?”"'
    last_speaker = bool(last and last[1].speaker == candidate.speaker)
    tagged = final in ",?!" or behind == ","
    return [
        tagged and not before and gap == 0,
        tagged and before,
        ahead in (",", ":") and bool(ahead) and before and same,
        ahead in (",", ":") and bool(ahead) and not before,
        alone and other and before,
        alone and other and not before,
        alone and last_speaker,
        opens and before and same,
        opens and not before and not other,
        final in ".…" and not before and bool(final),
        first.islower() and before and same,
        first.islower() and not before,
        share(candidate) * min(gap, 5.0),
        run.end - run.begin <= 2 and before,
        last_speaker and bool(last and last[0].run.paragraph == marks.paragraph),
    ]


def _gap(syntax: Syntax, candidate: Candidate, run: TokenRun) -> float:
    """Return how many words stand between a run and the nearer of the speaker's phrase and the cue."""
    low = min(candidate.begin, candidate.at)
    high = max(candidate.end - 1, candidate.at)
    begin, end = (high + 1, run.begin) if high < run.begin else (run.end, low)
    return min(
        9.0, sum(1.0 for i in range(begin, min(end, begin + 30)) if syntax.pos[i] not in ("PUNCT", "SPACE"))
    )
