"""What a cue introduces: its form, its tokens, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from explore.quotes.lexicon import ALSO_SPEECH, cue_verbs

if TYPE_CHECKING:
    from explore.quotes.draft import Stretch
    from explore.quotes.syntax import Syntax

Form = Literal["clause", "infinitive", "object", "oblique", "before", "around", "according"]
FORMS: tuple[Form, ...] = ("clause", "infinitive", "object", "oblique", "before", "around", "according")


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue introduces.

    Attributes
    ----------
    form : str
        How it hangs on the cue.
    segments : tuple of (int, int)
        Its tokens, end exclusive.
    """

    form: Form
    segments: tuple[Stretch, ...]


def made(form: Form, stretches: list[Stretch], syntax: Syntax) -> Complement | None:
    """Return a complement of the stretches that have words; None where none has."""
    segments = tuple(found for begin, end in stretches if (found := syntax.trimmed(begin, end)))
    return Complement(form, segments) if segments else None


def _is_aside_word(syntax: Syntax, i: int) -> bool:
    """Say whether the article speaks again after a comma: ", which both deny", ", against a backdrop"."""
    return syntax.inside[i] < 0 and (syntax.lower[i] in _RELATIVE or syntax.pos[i] == "ADP")


def _is_closed(syntax: Syntax, i: int, end: int) -> bool:
    """Say whether a clause goes on behind a relative one: "the ban, which is new, would stay"."""
    if syntax.lower[i] not in _RELATIVE:
        return False
    behind = [j + 1 for j in range(i, end - 1) if syntax.lower[j] == ","]
    return any(
        syntax.pos[j] in ("VERB", "AUX") and syntax.tags[j] in ("VBD", "VBZ", "VBP", "MD") for j in behind
    )


_STOPS = frozenset(".!?")
_RELATIVE = frozenset({"which", "who", "whose", "whom"})


def _before_next(syntax: Syntax, begin: int, end: int) -> int:
    """Return where a sentence ends that the parse runs into the quotation behind it: "a “brother”. “He …"."""
    starts = {run.begin for run in syntax.runs if not run.run.nested and begin < run.begin < end}
    for start in sorted(starts):
        stop = start - 1
        while stop > begin and not syntax.is_word(stop) and syntax.lower[stop] not in _STOPS:
            stop -= 1
        if syntax.lower[stop] in _STOPS and syntax.inside[stop] < 0:
            return stop
    return end


def cut(syntax: Syntax, begin: int, end: int, form: Form) -> int:
    """Return where what is said ends: before ", adding that …", which is a cue of its own."""
    verbs = cue_verbs()
    end = _before_next(syntax, begin, end)
    for i in range(begin + 3, end - 1):
        if form in ("object", "oblique") and _is_closed(syntax, i, end):
            continue
        if form in ("object", "oblique") and syntax.lower[i - 1] == "," and _is_aside_word(syntax, i):
            return i - 1
        if syntax.lower[i - 1 : i + 2] == [",", "according", "to"] and syntax.inside[i] < 0:
            return i - 1  # "told him to wait, according to an aide"
        if syntax.tags[i] == "VBG" and syntax.lower[i] in verbs and syntax.inside[i] < 0:
            verb = verbs[syntax.lower[i]]
            if verb.grade >= ALSO_SPEECH and verb.share >= 0.4 and syntax.lower[i - 1] in (",", "—", "–"):
                return i - 1
    return end
