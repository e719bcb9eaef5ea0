"""Transcripts and interviews ("Vladimir Putin: Mr Chairman, …"): a turn is a direct quotation."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors import mentions_in
from explore.quotes.candidate import Candidate
from explore.quotes.draft import Draft
from explore.quotes.lexicon import SPEECH, cue_verbs, pronouns

if TYPE_CHECKING:
    from explore.quotes.draft import Stretch
    from explore.quotes.syntax import Syntax

_NAME = r"[A-ZÀ-Þ][\w.’'-]*"
_LABEL = re.compile(
    rf"\s*((?:{_NAME}|of|the|for|and|de|von|van|al)(?:[ ]+(?:{_NAME}|of|the|for|and|de|von|van|al)){{0,7}})"
    r"(?:\s*[(\[][^)\]\n]{1,60}[)\]])?\s*(?::|\s[–—]\s(?=[A-Z]))\s*"
)
_ASKING = frozenset(
    ["q", "question", "interviewer", "journalist", "reporter", "moderator", "correspondent", "host", "anchor",
     "presenter", "announcer"]
)  # fmt: skip
# What happens in the room: "(CROSSTALK)", "[Applause]".
_STAGE = re.compile(r"\s*[(\[][^)\]]{1,60}[)\]]\s*")
_TALKING = frozenset(("self", "you"))
_ANSWERING = frozenset({"a", "answer"})
_LEAST = 2  # labelled paragraphs that make a transcript
_LABEL_WORDS = 3
_WORDS = 4  # words after a label that make a turn


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph that begins with a label: the tokens of the label and of what follows."""

    paragraph: int
    label: str
    begin: int
    end: int
    said: int


def turns(syntax: Syntax) -> list[Draft]:
    """Return the turns of a transcript, one draft each; none where the text is no transcript."""
    labelled = _labelled(syntax)
    repeated = Counter(turn.label for turn in labelled)
    kept = [turn for turn in labelled if _is_speaker(syntax, turn, repeated[turn.label])]
    if len(kept) < _LEAST or not any(_is_talk(syntax, turn) for turn in kept):
        return []
    # "Reuters: Will he go?": in a transcript, who is no person asks.
    kept = [turn for turn in labelled if turn in kept or _is_body(syntax, turn)]
    answering = _only_person_before(syntax, kept[0].paragraph)
    found = []
    for turn, following in zip(kept, [*(t.paragraph for t in kept[1:]), len(syntax.paragraphs)], strict=True):
        segments = _segments(syntax, turn, following)
        if segments:
            found.append(Draft(segments, _candidate(turn, answering), spoken=True))
    return found


def _labelled(syntax: Syntax) -> list[_Turn]:
    found = []
    text = syntax.text
    for place, paragraph in enumerate(syntax.paragraphs):
        match = _LABEL.match(text, paragraph.start_char, paragraph.end_char)
        # A line that ends like a headline is none: "Ana Petrova: Minister defends the cuts".
        ends = text[paragraph.start_char : paragraph.end_char].rstrip()[-1:]
        if match is None or paragraph.kind == "title" or ends.isalnum():
            continue
        begin, end = syntax.tokens(*match.span(1))
        said = syntax.tokens(match.end(), match.end() + 1)[0]
        if begin < end:
            found.append(_Turn(place, match.group(1).lower(), begin, end, said))
    return found


def _is_speaker(syntax: Syntax, turn: _Turn, times: int) -> bool:
    """Say whether a label names who speaks: a person, a question or an answer, or a name that comes again."""
    if turn.label in _ASKING or turn.label in _ANSWERING:
        return True
    doc = syntax.doc
    inside = mentions_in(doc, syntax.starts[turn.begin], syntax.ends[turn.end - 1])
    kinds = {doc._.actors[i].kind for mention in inside for i in mention.actors}
    if "person" in kinds or syntax.doc[turn.end - 1].ent_type_ in ("PERSON", "PER"):
        return True
    names = all(syntax.pos[i] == "PROPN" or syntax.doc[i].text.isupper() for i in range(turn.begin, turn.end))
    return names and times > 1 and "country" not in kinds


def _is_talk(syntax: Syntax, turn: _Turn) -> bool:
    """Say whether a turn is of somebody or speaks: not the notes on two teams, "Lakers: Kuzma was hurt"."""
    if _is_speaker(syntax, turn, 1):
        return True
    last = syntax.tokens(0, syntax.paragraphs[turn.paragraph].end_char)[1]
    return any(pronouns().get(syntax.lower[i]) in _TALKING for i in range(turn.said, last))


def _is_body(syntax: Syntax, turn: _Turn) -> bool:
    """Say whether a label names an agency or a paper: one to three words in capitals, a name."""
    names = all(syntax.doc[i].text[0].isupper() for i in range(turn.begin, turn.end))
    body = any(syntax.doc[i].ent_type_ == "ORG" for i in range(turn.begin, turn.end))
    return names and body and turn.end - turn.begin <= _LABEL_WORDS


def _segments(syntax: Syntax, turn: _Turn, following: int) -> tuple[Stretch, ...]:
    """Return what is said in a turn, a stretch for each paragraph up to the next label or heading."""
    found = []
    for place in range(turn.paragraph, following):
        paragraph = syntax.paragraphs[place]
        if place > turn.paragraph and paragraph.kind != "body":
            break
        if _STAGE.fullmatch(syntax.text, paragraph.start_char, paragraph.end_char):
            continue
        begin, end = syntax.tokens(paragraph.start_char, paragraph.end_char)
        last = following == len(syntax.paragraphs)
        if last and place > turn.paragraph and _is_report(syntax, begin, end):
            break
        stretch = syntax.trimmed(turn.said if place == turn.paragraph else begin, end)
        if stretch:
            found.append(stretch)
    return tuple(found) if sum(end - begin for begin, end in found) >= _WORDS else ()


def _is_report(syntax: Syntax, begin: int, end: int) -> bool:
    """Say whether the article speaks again behind the last turn: it quotes others, and nobody says "I"."""
    outside = [i for i in range(begin, end) if syntax.inside[i] < 0]
    talks = any(pronouns().get(syntax.lower[i]) in _TALKING for i in outside)
    verbs = (cue_verbs().get(syntax.lower[i]) for i in outside if syntax.pos[i] == "VERB")
    return not talks and any(verb is not None and verb.grade >= SPEECH for verb in verbs)


def _candidate(turn: _Turn, answering: int | None) -> Candidate | None:
    if turn.label in _ASKING:
        return None
    if turn.label in _ANSWERING:
        return None if answering is None else Candidate(answering, answering, answering + 1, None, "label")
    return Candidate(turn.end - 1, turn.begin, turn.end, None, "label")


def _only_person_before(syntax: Syntax, paragraph: int) -> int | None:
    """Return a token of the only person named before the first turn: who is interviewed."""
    doc = syntax.doc
    mentions = mentions_in(doc, 0, syntax.paragraphs[paragraph].start_char)
    people = {i for m in mentions for i in m.actors if doc._.actors[i].kind == "person"}
    if len(people) != 1:
        return None
    first = next(m for m in mentions if set(m.actors) == people)
    return syntax.tokens(first.start_char, first.end_char)[1] - 1
