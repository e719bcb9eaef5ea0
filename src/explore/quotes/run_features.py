"""What the classifiers see of a run: numbers about its words, its marks and what stands around."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

from explore.quotes.lexicon import cue_verbs
from explore.quotes.scene import in_sentence, near, share

if TYPE_CHECKING:
    from explore.quotes.scene import Scene
    from explore.quotes.syntax import TokenRun

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
        (share(found.candidates[i]) for i in near(found, run) if in_sentence(syntax, found.at[i], run)),
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
