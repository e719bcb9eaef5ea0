"""What decides whether a verb reports words: numbers about a cue, its subject and what it introduces."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

from explore.quotes.complement import FORMS
from explore.quotes.lexicon import pronouns

if TYPE_CHECKING:
    from explore.quotes.candidate import Candidate
    from explore.quotes.complement import Complement
    from explore.quotes.syntax import Syntax

_TENSES = ("VBD", "VBZ", "VBP", "VBG", "VBN", "VB")
_PRONOUNS = ("one", "group", "thing", "self", "you", "relative")
_HOWS = ("subject", "shared", "beside", "agent", "inverted", "owner")
_MARKS = frozenset({"that", "if", "whether", "how", "why", "what", "to"})

REPORT_FEATURES = (
    "share", "clause", "speech", "attitude",
    *(f"{kind}_{form}" for kind in ("is", "share", "clause", "speech") for form in FORMS),
    *(f"how_{how}" for how in _HOWS),
    *(f"tense_{tense}" for tense in _TENSES),
    *(f"pronoun_{kind}" for kind in _PRONOUNS),
    "name", "person", "organisation", "negated", "modal", "perfect", "words", "opener", "verb_in_content",

    "adjacent", "adjacent_before", "adjacent_around", "ends", "ends_before", "names_time",
    "root", "relative", "adverbial", "complement", "infinitive", "heading", "question",
    "in_marks", "parts",
)  # fmt: skip


def report_features(syntax: Syntax, candidate: Candidate, complement: Complement) -> list[float]:
    """Return the numbers of `REPORT_FEATURES` for a cue and what it introduces."""
    verb, at = candidate.verb, candidate.at
    according = candidate.how == "according"
    share = 1.0 if according else verb.share if verb else 0.3
    clause = 1.0 if according else verb.clause if verb else 0.3
    speech = according or (verb is not None and verb.grade == 3)
    forms = [complement.form == form for form in FORMS]
    kind = pronouns().get(syntax.lower[candidate.speaker], "")
    children = [syntax.lower[c] for c in syntax.children[at]]
    begin, end = complement.segments[0]
    dep, labels = syntax.deps[at], syntax.labels
    entity = syntax.doc[candidate.speaker].ent_type_
    adjacent = min(abs(at - candidate.end), abs(candidate.begin - at)) <= 1
    ends = syntax.sentence(at)[1] - max(at, candidate.end) <= 3
    return [
        share, clause, speech, verb is not None and verb.grade == 1,
        *forms,
        *(weight * is_ for weight in (share, clause, speech) for is_ in forms),
        *(candidate.how == how for how in _HOWS),
        *(syntax.tags[at] == tense for tense in _TENSES),
        *(kind == wanted for wanted in _PRONOUNS),
        syntax.pos[candidate.speaker] == "PROPN",
        entity in ("PERSON", "PER"),
        entity in ("ORG", "GPE", "NORP", "LOC"),
        any(word in ("not", "n't", "n’t", "never") for word in children),
        any(syntax.tags[c] == "MD" for c in syntax.children[at]),
        any(word in ("has", "have", "had") for word in children),
        log1p(sum(e - b for b, e in complement.segments)),
        syntax.lower[begin] in _MARKS,
        any(syntax.pos[i] in ("VERB", "AUX") for i in range(begin, min(end, begin + 40))),
        adjacent,
        adjacent and complement.form == "before",
        adjacent and complement.form == "around",
        ends,
        ends and complement.form == "before",
        any(syntax.timed[i] for i in range(at, min(at + 8, len(syntax.timed)))),
        syntax.heads[at] == at,
        dep in labels.relative_clause,
        dep in labels.adverbial_clause,
        dep in labels.clausal_complement,
        any(word == "to" for word in children) and syntax.tags[at] == "VB",
        syntax.paragraphs[syntax.paragraph_of[at]].kind != "body",
        any(syntax.lower[i] == "?" for i in range(end, min(end + 2, len(syntax.lower)))),
        syntax.inside[begin] >= 0,
        len(complement.segments),
    ]  # fmt: skip
