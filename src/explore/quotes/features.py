"""What the ranker and the classifiers see: numbers about a run, a possible speaker, and the way between."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

from explore.quotes.candidates import HOWS, Candidate
from explore.quotes.lexicon import cue_verbs, pronouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explore.quotes.syntax import Syntax, TokenRun

_WINDOW = 14
_TENSES = ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB")
_PRONOUNS = ("one", "group", "thing", "self", "you", "relative")
_STRONG = 0.4

RUN_FEATURES = (
    "words",
    "two_words",
    "capital_first",
    "all_capitals",
    "lower_last",
    "mark_before",
    "comma_last",
    "stop_last",
    "question_last",
    "comma_before",
    "colon_before",
    "nothing_after",
    "comma_after",
    "begins_paragraph",
    "ends_paragraph",
    "is_paragraph",
    "begins_sentence",
    "unclosed",
    "continues",
    "verb_inside",
    "root_verb",
    "root_name",
    "root_noun",
    "single",
    "runs_in_paragraph",
    "best_cue_in_sentence",
    "cue_above",
    "heading",
    "determiner_before",
    "preposition_before",
    "verb_before",
    "self_inside",
)
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


@dataclass(frozen=True, slots=True)
class Scene:
    """The candidates of a doc with what is asked of them again and again.

    Attributes
    ----------
    at : list of int
        Where each candidate stands.
    strong : list of int
        How many strong cues stand before each place in the list.
    """

    syntax: Syntax
    candidates: Sequence[Candidate]
    at: list[int]
    strong: list[int]
    outer: list[TokenRun]
    run_begins: list[int]
    paragraph_runs: dict[int, int]


def scene(syntax: Syntax, candidates: Sequence[Candidate]) -> Scene:
    """Return what the features of every run of a doc are taken from."""
    strong = [0]
    for candidate in candidates:
        strong.append(strong[-1] + (share(candidate) >= _STRONG))
    outer = [run for run in syntax.runs if not run.run.nested]
    counts: dict[int, int] = {}
    for run in outer:
        counts[run.run.paragraph] = counts.get(run.run.paragraph, 0) + 1
    return Scene(
        syntax, candidates, [c.at for c in candidates], strong, outer, [r.begin for r in outer], counts
    )


def share(candidate: Candidate) -> float:
    """Return how likely the cue of a candidate introduces words, whoever said them."""
    if candidate.verb:
        return candidate.verb.share
    return {"according": 0.95, "owner": 0.2, "dash": 0.6, "colon": 0.7, "label": 0.6}.get(candidate.how, 0.0)


def near(found: Scene, run: TokenRun) -> list[int]:
    """Return the places of the candidates around a run: its paragraph, the one before, the next if short."""
    begin, end = bisect_left(found.at, run.begin), bisect_left(found.at, run.end)
    home = found.syntax.paragraph_of[run.begin]
    places = range(max(0, begin - _WINDOW), min(len(found.at), end + _WINDOW))
    reach = 2 if found.paragraph_runs.get(home, 0) and _is_paragraph(found.syntax, run) else 1
    return [i for i in places if home - reach <= found.syntax.paragraph_of[found.at[i]] <= home + (reach - 1)]


def _is_paragraph(syntax: Syntax, run: TokenRun) -> bool:
    paragraph = syntax.paragraphs[run.run.paragraph]
    return run.run.left - paragraph.start_char + paragraph.end_char - run.run.right <= 3


def run_features(found: Scene, run: TokenRun, last: TokenRun | None) -> list[float]:
    """Return the numbers of `RUN_FEATURES` for a run; `last` is the run before it."""
    syntax, text, marks = found.syntax, found.syntax.text, run.run
    paragraph = syntax.paragraphs[marks.paragraph]
    words = text[marks.start : marks.end].split()
    before = text[max(paragraph.start_char, marks.left - 3) : marks.left].strip()[-1:]
    after = text[marks.right : min(paragraph.end_char, marks.right + 3)].strip()[:1]
    final = text[marks.start : marks.end].rstrip()[-1:]
    capitals = [word[:1].isupper() for word in words if word[:1].isalpha()]
    begins = not text[paragraph.start_char : marks.left].strip()
    ends = not text[marks.right : paragraph.end_char].strip(" .,")
    first = syntax.lower[run.begin]
    previous = run.begin - 1
    while previous > 0 and syntax.pos[previous] in ("PUNCT", "SPACE"):
        previous -= 1
    tag_before = syntax.pos[previous] if previous >= 0 and not begins else ""
    near_share = max(
        (share(found.candidates[i]) for i in near(found, run) if _same_sentence(syntax, found.at[i], run)),
        default=0.0,
    )
    verbs = cue_verbs()
    above = max(
        (verbs[w].share for i in syntax.path(run.root)[:6] if (w := syntax.lower[i]) in verbs), default=0.0
    )
    continues = bool(last and begins and not last.run.closed and last.run.paragraph == marks.paragraph - 1)
    root = syntax.pos[run.root]
    return [
        log1p(len(words)),
        len(words) <= 2,
        bool(capitals and capitals[0]),
        bool(capitals) and all(capitals),
        final.islower(),
        bool(final) and not final.isalnum(),
        final == ",",
        final in ".…",
        final in "?!",
        before == ",",
        before == ":",
        not after,
        after == ",",
        begins,
        ends,
        begins and ends,
        begins or before in '.!?”"',
        not marks.closed,
        continues,
        any(syntax.pos[i] in ("VERB", "AUX") for i in range(run.begin, min(run.end, run.begin + 60))),
        root in ("VERB", "AUX"),
        root == "PROPN",
        root == "NOUN",
        text[marks.left : marks.left + 1] in "'‘",
        log1p(found.paragraph_runs.get(marks.paragraph, 0)),
        near_share,
        above,
        paragraph.kind != "body",
        tag_before == "DET",
        tag_before == "ADP",
        tag_before in ("VERB", "AUX"),
        any(
            syntax.lower[i] in ("i", "we", "my", "our", "you")
            for i in range(run.begin, min(run.end, run.begin + 60))
        )
        or first in ("i", "we"),
    ]


def _same_sentence(syntax: Syntax, token: int, run: TokenRun) -> bool:
    return syntax.sentences[token] in (syntax.sentences[run.begin], syntax.sentences[run.end - 1])


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
    cue_side = [i for i in side if share(found.candidates[i]) >= _STRONG]
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
        _same_sentence(syntax, at, run),
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
    alone = _is_paragraph(syntax, run)
    other = syntax.paragraph_of[candidate.at] != syntax.paragraph_of[run.begin]
    same = _same_sentence(syntax, candidate.at, run)
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
