"""Single sentences: M2E2 (was there a meeting, a call?) and PLOVER (what class of event is this?)."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from explore.events.assemble import planned_type
from explore.events.codebook import load_codebook
from explore.events.extract import Extractor
from explore.events.status import status_of
from explore.events.triggers import Trigger, find_triggers
from explore.events.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from explore.events.codebook import Codebook

# What the public sets call a meeting beside our kinds: someone at any gathering in one room.
_GATHERINGS = re.compile(
    r"\b(?:speaks?|spoke|attends?|attended|holds?|held|greets?|walks?|shown|cheers?|waves|told|fired|appear\w*)\b"
    r"[^.;]{0,60}?\b(?:a|an|the|his|her|joint|during|at)\b[^.;,]{0,40}?"
    r"\b(?:rally|news conference|press conference|ceremony|breakfast|vigil|town hall)\b",
    re.IGNORECASE,
)
# Words for talks that may stretch over weeks: the sets want people in one room.
_STRETCHED = words(
    "talks dialogue consultation mediation discussion conversation negotiation summit forum encounter"
    " negotiate receive host welcome"
)
_PHONES = words("phone telephone teleconference videoconference")
_MEET_WORDS = re.compile(
    r"\b(?:meet(?:s|ing|ings)?|met|talks?|summit|visit(?:s|ed)?|conference)\b", re.IGNORECASE
)
_PHONE_WORDS = re.compile(
    r"\b(?:phone[ds]?|telephone[ds]?|call(?:s|ed)?|wrote|letter|email)\b", re.IGNORECASE
)
_REPORTING = words("say tell report announce add quote accord state write")


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def prf(tp: int, fp: int, fn: int) -> tuple[float, float, float]:
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return p, r, 2 * p * r / max(1e-9, p + r)


def _scores(pairs: Iterable[tuple[bool, bool]]) -> tuple[float, float, float]:
    count = Counter((bool(gold), bool(found)) for gold, found in pairs)
    return prf(count[True, True], count[False, True], count[True, False])


def m2e2(nlp: Language, path: Path, limit: int | None = None) -> list[tuple[str, str, float]]:
    """Return (measure, system, F1) for sentences with a meeting, and with a call."""
    gold = rows(path)[:limit]
    codebook = load_codebook()
    meet, call = [], []
    for row, doc in zip(gold, nlp.pipe(r["text"] for r in gold), strict=True):
        types = {event["type"] for event in row["gold_events"]}
        kinds = told_kinds(doc, codebook)
        text = row["text"]
        meet.append(("Contact:Meet" in types, "meeting" in kinds, _MEET_WORDS.search(text)))
        call.append(("Contact:Phone-Write" in types, "call" in kinds, _PHONE_WORDS.search(text)))
    return [
        (f"M2E2 {name} F1", system, _scores((x[0], x[column]) for x in table)[2])
        for name, table in (("Contact:Meet", meet), ("Contact:Phone-Write", call))
        for system, column in (("explore", 1), ("keywords", 2))
    ]


def told_kinds(doc: Doc, codebook: Codebook) -> set[str]:
    """Return which of meeting and call a sentence asserts as the public sets mean them.

    A meeting is of people in one room, any gathering too; a call is by phone or between two who are named.
    """
    extractor = Extractor(doc, codebook)
    found = {"meeting"} if _GATHERINGS.search(doc.text) else set()
    for trigger in extractor.triggers:
        draft, entry = extractor.draft(trigger), trigger.entry
        if draft is None:
            continue
        company = any(extractor.phrases.ranges(trigger, place) for place in entry.frame.second)
        if draft.kind == "meeting" and entry.word not in _STRETCHED and (draft.parties or company):
            found.add("meeting")
        rings = entry.word == "call" and any(c.lower_ in {"me", "him", "her"} for c in trigger.token.children)
        phoned = rings or bool(_PHONES & (entry.needs | {entry.word}))
        if draft.kind == "call" and (phoned or len(draft.parties) > 1):
            found.add("call")
    return found


def plover(nlp: Language, path: Path) -> list[tuple[str, str, float]]:
    """Return the accuracy of the class, and CONSULT's F1, beside keywords."""
    gold = rows(path)
    codebook = load_codebook(wide=True)
    guesses = [
        (r["event"], code(doc, codebook), r["text"])
        for r, doc in zip(gold, nlp.pipe(r["text"] for r in gold), strict=True)
    ]
    most = Counter(g for g, _, _ in guesses).most_common(1)[0][1] / len(guesses)
    return [
        ("PLOVER class accuracy", "explore", sum(g == f for g, f, _ in guesses) / len(guesses)),
        ("PLOVER class accuracy", "most common class", most),
        ("PLOVER CONSULT F1", "explore", _scores((g == "CONSULT", f == "CONSULT") for g, f, _ in guesses)[2]),
        (
            "PLOVER CONSULT F1",
            "keywords",
            _scores(
                (g == "CONSULT", bool(_MEET_WORDS.search(t) or _PHONE_WORDS.search(t))) for g, _, t in guesses
            )[2],
        ),
    ]


def code(doc: Doc, codebook: Codebook) -> str | None:
    """Return the PLOVER class of a sentence: that of the trigger nearest the top of its parse."""
    triggers = [t for t in find_triggers(doc, codebook) if t.entry.type is not None]
    if not triggers:
        return None
    best = min(triggers, key=lambda t: (_depth(t), t.token.i))
    status = status_of(best)
    # Modals threaten as much as "will": "may halt its aid".
    return best.entry.type if status in {"happened", "denied"} else planned_type(best.entry.type)


def _depth(trigger: Trigger) -> int:
    """Return how far a trigger lies below the top, verbs of saying not counted."""
    here: Token = trigger.verb if trigger.verb is not None else trigger.token
    here = here.head if here.dep_ == "aux" else here  # "must open": as high as its verb
    depth = 0 if trigger.verb is not None else 1
    for _ in range(20):
        if here.head.i == here.i:
            break
        if here.head.lemma_.lower() not in _REPORTING:
            depth += 1
        here = here.head
    return depth
