"""Decide for each run in marks whether it is a quotation, and which candidate said it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors import mention_at
from explore.quotes.doubt import (
    CUE,
    is_anothers,
    is_doubtful,
    is_epithet,
    is_manner,
    is_no_quotation,
    is_nobody,
    only_saying,
)
from explore.quotes.headings import is_heading, is_whole_heading
from explore.quotes.model import model
from explore.quotes.pair_features import pair_features
from explore.quotes.rivals import BESIDE, above, brought, closing, nearer_cue, saying, tagged
from explore.quotes.run_features import run_features
from explore.quotes.scene import near
from explore.quotes.works import is_title

if TYPE_CHECKING:
    from explore.quotes.candidate import Candidate
    from explore.quotes.scene import Scene
    from explore.quotes.syntax import Syntax, TokenRun

# Below these the run is no quotation; the speaker is not told; another one was nearly as likely.
QUOTATION = 0.5
TOLD = 0.3
SURE = 0.6


@dataclass(frozen=True, slots=True)
class Attribution:
    """A run in marks that is a quotation.

    Attributes
    ----------
    run : TokenRun
    candidate : Candidate or None
        Who said it, by which cue.
    unsure : bool
        True where another candidate was nearly as likely.
    """

    run: TokenRun
    candidate: Candidate | None
    unsure: bool


def attributions(scene: Scene) -> list[Attribution]:
    """Return the quotations among the outer runs of a doc, in the order of the text."""
    chooser = model()
    found: list[Attribution] = []
    before: TokenRun | None = None
    began = 0  # where in the list a quotation over several paragraphs begins
    last: tuple[TokenRun, Candidate] | None = None
    for run in scene.outer:
        features = run_features(scene, run, before)
        continued = _continued(run, before, found)
        before = run
        whole = is_whole_heading(scene.syntax, run)
        unlikely = chooser.attributed(features) < QUOTATION or is_title(scene.syntax, run)
        if continued is None and not whole and unlikely:
            continue
        # Beside a mark that may go on, only what stands at the run itself tells.
        own = _chosen(scene, run, None if continued else last)
        if continued is None and own.candidate and is_no_quotation(scene.syntax, run, own.candidate):
            continue
        own = _told(scene.syntax, run, own)
        if continued is None and is_epithet(scene.syntax, run, own.candidate):
            continue
        began = began if continued else len(found)
        if continued and _is_told_at_the_end(scene.syntax, run, own, found[began]):
            found[began:] = [Attribution(part.run, own.candidate, own.unsure) for part in found[began:]]
            found.append(own)
        elif continued and not _is_another(scene, run, own, continued):
            found.append(Attribution(run, continued.candidate, continued.unsure))
        else:
            found.append(own)
        candidate = found[-1].candidate
        last = (run, candidate) if candidate else last
    return found


def _continued(run: TokenRun, before: TokenRun | None, found: list[Attribution]) -> Attribution | None:
    """Return the quotation a paragraph's first run goes on with: mark repeated, closed only at the end."""
    if before is None or not found or found[-1].run != before or before.run.right > before.run.end:
        return None
    return found[-1] if run.begins_paragraph and run.run.paragraph == before.run.paragraph + 1 else None


def _is_another(scene: Scene, run: TokenRun, own: Attribution, before: Attribution) -> bool:
    """Say whether the mark before was never closed: right behind this run another is named, surely."""
    one, other = own.candidate, before.candidate
    if one is None or other is None or own.unsure or one.at < run.end:
        return False
    syntax = scene.syntax
    named, earlier = mention_at(syntax.doc[one.speaker]), mention_at(syntax.doc[other.speaker])
    return (
        named is not None
        and named.how == "name"
        and syntax.lower[other.speaker] not in syntax.lower[one.begin : one.end]
        and min(one.begin, one.at) - run.end <= BESIDE
        and not (earlier and set(named.actors) & set(earlier.actors))
    )


def _is_told_at_the_end(syntax: Syntax, run: TokenRun, own: Attribution, first: Attribution) -> bool:
    """Say whether only the end tells who said it: "X paid attention to prices. “A. / “B,” said Y".

    So it is too where X says something in a sentence before, and nothing leads from it to the mark.
    """
    one, other = own.candidate, first.candidate
    if one is None or own.unsure or one.verb is None or one.verb.share < CUE:
        return False
    weak = (
        other is None or other.verb is None or other.verb.share < CUE or _is_apart(syntax, first.run, other)
    )
    return weak and 0 <= min(one.begin, one.at) - run.end <= BESIDE


def _is_apart(syntax: Syntax, run: TokenRun, candidate: Candidate) -> bool:
    """Say whether a cue stands in an earlier sentence that has come to its end: no colon."""
    before = syntax.text[max(0, run.run.left - 3) : run.run.left].rstrip()
    return syntax.sentences[candidate.at] < syntax.sentences[run.begin] and before.endswith((".", "!", "?"))


def _chosen(scene: Scene, run: TokenRun, last: tuple[TokenRun, Candidate] | None) -> Attribution:
    places = near(scene, run)
    if is_heading(scene.syntax, run):
        # What a heading quotes is told by the heading, or by nobody yet.
        home = run.run.paragraph
        places = [i for i in places if scene.syntax.paragraph_of[scene.at[i]] == home]
    if not places:
        return Attribution(run, None, not is_whole_heading(scene.syntax, run))
    chances = model().speakers([pair_features(scene, run, i, places, last) for i in places])
    best = int(chances.argmax())
    chosen = scene.candidates[places[best]]
    # The same speaker by another cue or another noun is no rival.
    chance = sum(
        float(p)
        for i, p in zip(places, chances, strict=True)
        if _is_same(scene.syntax, scene.candidates[i].speaker, chosen.speaker)
    )
    syntax = scene.syntax
    candidate = above(scene, run, places, chosen) or nearer_cue(scene, run, places, chosen)
    if surer := _surer(scene, run, places, candidate):
        candidate, chance = surer, 1.0
    if is_doubtful(candidate) or is_manner(syntax, run, candidate):
        only = only_saying(syntax, run, [scene.candidates[i] for i in places])
        candidate, chance = (only, 1.0) if only else (candidate, min(chance, SURE - 0.01))
    if candidate.how == "according" and (speaking := saying(scene, run, places, candidate)):
        candidate, chance = speaking, 1.0
    return Attribution(run, candidate if chance >= TOLD else None, chance < SURE)


def _surer(scene: Scene, run: TokenRun, places: list[int], chosen: Candidate) -> Candidate | None:
    """Return who is named right behind a run, at the end of its sentence, or as brought to say it."""
    rules = (tagged, closing, brought)
    return next((found for rule in rules if (found := rule(scene, run, places, chosen))), None)


def _told(syntax: Syntax, run: TokenRun, found: Attribution) -> Attribution:
    """Return an attribution without a speaker who only stands near."""
    if found.candidate is None:
        return found
    reasons = (is_nobody, is_anothers, _is_elsewhere, _is_in_clause_behind)
    if not any(wrong(syntax, run, found.candidate) for wrong in reasons):
        return found
    return Attribution(run, None, unsure=not is_heading(syntax, run))


def _is_elsewhere(syntax: Syntax, run: TokenRun, candidate: Candidate) -> bool:
    """Say whether a part of a clause ("she fears “a break”") was given to another paragraph's speaker."""
    begin = syntax.sentence(run.begin)[0]
    first = next((c for c in syntax.text[run.run.start : run.run.end] if c.isalnum()), "")
    outside = any(syntax.pos[i] in ("VERB", "AUX") and syntax.inside[i] < 0 for i in range(begin, run.begin))
    return outside and first.islower() and syntax.paragraph_of[candidate.at] != run.run.paragraph


def _is_in_clause_behind(syntax: Syntax, run: TokenRun, candidate: Candidate) -> bool:
    """Say whether one speaks in a clause on a later noun: “A” is on posters where people say “B”."""
    if syntax.sentences[candidate.at] != syntax.sentences[run.begin] or candidate.at < run.end:
        return False
    clause = next(
        (
            i
            for i in (candidate.at, *syntax.path(candidate.at))
            if syntax.deps[i] in syntax.labels.relative_clause
        ),
        None,
    )
    if clause is None or syntax.heads[clause] < run.end or syntax.heads[clause] == candidate.speaker:
        return False
    return candidate.how in ("subject", "shared") and syntax.heads[clause] < candidate.at


def _is_same(syntax: Syntax, one: int, other: int) -> bool:
    """Say whether two nouns are one person: the same, or one beside the other ("the envoy, Ana Petrova")."""
    if one == other:
        return True
    low, high = min(one, other), max(one, other)
    if syntax.heads[high] == low and syntax.deps[high] in syntax.labels.apposition | syntax.labels.compound:
        return True
    named, also = mention_at(syntax.doc[one]), mention_at(syntax.doc[other])
    return named is not None and also is not None and named.actors == also.actors
