"""Who says words in marks rather than the likeliest by the model: whoever the grammar beside them names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.quotes.doubt import CUE
from explore.quotes.lexicon import ALSO_SPEECH, SPEECH, made_to

if TYPE_CHECKING:
    from explore.quotes.candidate import Candidate
    from explore.quotes.scene import Scene
    from explore.quotes.syntax import Syntax, TokenRun

_LIKELY = 0.7  # the share of a verb's uses with a clause from which on it is a verb for saying
BESIDE = 3  # tokens between a run and the words right behind it: a comma, a mark
_BESIDES = frozenset(
    ("while", "whereas", "although", "though", "but", "after", "before", "when", "as", "because", "since")
)


def tagged(scene: Scene, run: TokenRun, places: list[int], chosen: Candidate) -> Candidate | None:
    """Return who is named right behind the words, where another sentence's speaker was chosen."""
    syntax, home = scene.syntax, run.run.paragraph
    apart = syntax.sentences[chosen.at] != syntax.sentences[run.end - 1]
    if syntax.paragraph_of[chosen.at] == home and not (apart and syntax.text[run.run.end - 1] in ",?!"):
        return None
    for found in (scene.candidates[i] for i in places):
        gap = min(found.begin, found.at) - run.end
        speech = found.verb is not None and found.verb.grade >= SPEECH
        if speech and 0 <= gap <= BESIDE and syntax.paragraph_of[found.at] == home:
            return found
    return None


def saying(scene: Scene, run: TokenRun, places: list[int], source: Candidate) -> Candidate | None:
    """Return who says the words that a source has: "“…,” Peña said, according to a transcript"."""
    syntax = scene.syntax
    begin, end = syntax.sentence(source.at)
    higher = syntax.path(run.root)
    for found in (scene.candidates[i] for i in places):
        if (
            found.verb is None
            or found.verb.grade < SPEECH
            or found.verb.share < CUE
            or not begin <= found.at < end
        ):
            continue
        behind = run.end <= min(found.begin, found.at) < source.at
        gap = min(found.begin, found.at) - run.end if behind else run.begin - max(found.end, found.at + 1)
        if found.how != "shared" and (0 <= gap <= BESIDE or found.cue in higher):
            return found
    return None


def _is_beside(syntax: Syntax, verb: int) -> bool:
    """Say whether a clause stands beside the one above: joined to it, or told with it ("while", "after")."""
    if syntax.deps[verb] in syntax.labels.adverbial_clause:
        return any(syntax.lower[c] in _BESIDES for c in syntax.children[verb])
    return syntax.deps[verb] in syntax.labels.conjunct | syntax.labels.relative_clause | {"parataxis"}


def above(scene: Scene, run: TokenRun, places: list[int], chosen: Candidate) -> Candidate | None:
    """Return who says a run in a clause beside that of the one chosen: "X said A, while Y insisted “B”"."""
    syntax = scene.syntax
    if chosen.cue is None or syntax.sentences[chosen.at] != syntax.sentences[run.begin]:
        return None
    path = [i for i in syntax.path(run.root) if i > chosen.at and _is_beside(syntax, i)]
    told = {
        found.at: found
        for found in (scene.candidates[i] for i in places)
        if found.how == "subject" and found.verb and found.verb.share >= CUE
        if found.verb.grade >= (ALSO_SPEECH if _hangs_on(syntax, run, found) else SPEECH)
        if chosen.at < found.at < run.begin
    }
    return next((told[above] for above in path if above in told), None)


def _hangs_on(syntax: Syntax, run: TokenRun, candidate: Candidate) -> bool:
    """Say whether a run is what a verb with a name for its subject takes: "Trump called him “a liar”"."""
    return syntax.heads[run.root] == candidate.at and syntax.pos[candidate.speaker] != "PRON"


def closing(scene: Scene, run: TokenRun, places: list[int], chosen: Candidate) -> Candidate | None:
    """Return who ends a sentence with "…, X said", where one was chosen who only thinks what X tells.

    "Holub knows that a “thin” deal is no good idea, a person briefed on the call said."
    """
    syntax = scene.syntax
    begin, end = syntax.sentence(run.begin)
    if chosen.verb is None or chosen.verb.grade >= ALSO_SPEECH or not begin <= chosen.at < run.begin:
        return None
    for found in (scene.candidates[i] for i in places):
        said = found.verb is not None and found.verb.grade >= SPEECH and found.verb.clause >= _LIKELY
        comma = found.begin > run.end and syntax.lower[found.begin - 1] == ","
        last = all(syntax.timed[i] or not syntax.is_word(i) for i in range(max(found.at + 1, found.end), end))
        if said and comma and last and found.how in ("subject", "beside") and found.at < end:
            return found
        behind = found.how in ("subject", "inverted") and run.end < found.at < found.begin <= found.at + 2
        if said and behind and syntax.lower[found.at - 1] == "," and found.begin < end:
            return found  # "…, said Goble, an expert on"
    return None


def brought(scene: Scene, run: TokenRun, places: list[int], chosen: Candidate) -> Candidate | None:
    """Return who is brought to think or say it, not what brings them: "that made Brandt fear “a break”"."""
    syntax = scene.syntax
    verb = chosen.verb
    if chosen.cue is None or syntax.lemmas[chosen.cue] not in made_to() or (verb and verb.grade > 1):
        return None
    higher = syntax.path(run.root)
    told = (scene.candidates[i] for i in places)
    return next(
        (c for c in told if c.cue in higher and c.how == "shared" and syntax.heads[c.at] == chosen.cue), None
    )


def nearer_cue(scene: Scene, run: TokenRun, places: list[int], chosen: Candidate) -> Candidate:
    """Return the same speaker by the last cue before a run: "… he said, adding that it was “late”"."""
    begin = scene.syntax.sentence(run.begin)[0]
    nearer = [
        found
        for found in (scene.candidates[i] for i in places)
        if found.speaker == chosen.speaker and found.verb and found.verb.share >= CUE
        if max(begin, chosen.at) < found.at < run.begin
    ]
    return nearer[-1] if nearer else chosen
