"""The story's own day: what a report tells as its news, without a date, was the day it reports of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.when import When
from explore.events.words import words
from explore.language.layout import paragraph_spans

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from spacy.tokens import Doc, Token

    from explore.events.draft import Draft

# News stands in the title and the first sentences; what follows may be background. Datelines and
# other scraps are no sentences.
_LEAD_SENTENCES, _SCRAP = 2, 5
_MARKS = words("after before since when while until once")


class Story:
    """The lead of a doc and the day it runs on."""

    def __init__(self, doc: Doc, published: date | None, sentences: Iterable[tuple[int, int]]) -> None:
        self.published = published
        body = [p for p in paragraph_spans(doc) if p.kind == "body"]
        self.body_begin = body[0].start_char if body else 0
        self.lead_end = _lead_end(doc, sentences, self.body_begin)

    def mark(self, draft: Draft) -> None:
        """Note whether a mention is told as the news: main clause, in the lead or in the present tense."""
        verb = draft.trigger.verb or draft.clause
        if draft.kind == "agreement" and draft.definite:
            return  # of the day it was told to be of before
        if draft.status != "happened" or verb is None or _is_past_perfect(verb) or _is_subordinate(verb):
            return
        own = draft.trigger.verb is not None
        draft.news = draft.sentences[0][0] < self.lead_end or (own and _is_present(verb))

    def date(self, draft: Draft, told: Iterable[Draft] = ()) -> None:
        """Give an undated draft the story's day if it is told as the news.

        Not behind what the lead has told of another day: "He arrived on Wednesday. He held talks with".
        """
        day = self.published
        if draft.when is not None or day is None or not draft.news or draft.status != "happened":
            return
        if not any(self._goes_before(one, draft) for one in told):
            draft.when = When(day, day, "day")

    def _goes_before(self, one: Draft, draft: Draft) -> bool:
        """Say whether the lead told before, of somebody who takes part, what was on another day."""
        when, day = one.when, self.published
        if when is None or day is None or when.grain != "day" or when.words is None:
            return False
        earlier = one.status == "happened" and one.sentences[0][0] < draft.sentences[0][0] < self.lead_end
        return earlier and not when.begin <= day <= when.end and bool(one.persons & draft.persons)


def _lead_end(doc: Doc, sentences: Iterable[tuple[int, int]], begin: int) -> int:
    """Return where the first sentences of the body end that are no scraps."""
    told, end = 0, 0
    for start, end in sentences:
        if doc[start].idx >= begin and sum(t.is_alpha for t in doc[start:end]) >= _SCRAP:
            told += 1
            if told == _LEAD_SENTENCES:
                break
    return int(doc[end - 1].idx + 1) if end else 0


def _is_present(verb: Token) -> bool:
    """Say whether a verb is in the present tense; taggers mistake "they meet" for an infinitive."""
    if verb.tag_ == "VB":
        return not any(
            c.i < verb.i and (c.tag_ in {"TO", "MD"} or c.dep_.startswith("aux")) for c in verb.children
        )
    return verb.tag_ in {"VBZ", "VBP"}


def _is_past_perfect(verb: Token) -> bool:
    return any(child.lower_ == "had" and child.dep_.startswith("aux") for child in verb.children)


def _is_subordinate(verb: Token) -> bool:
    """Say whether a verb stands in a clause that only refers to the event ("when they met")."""
    for _ in range(5):
        if any(c.lower_ in _MARKS and c.i < verb.i for c in verb.children):
            return True
        if verb.dep_ in {"advcl", "acl:relcl", "relcl", "acl", "csubj"}:
            return True
        if verb.head.i == verb.i or verb.dep_ not in {"conj", "xcomp", "ccomp"}:
            return False
        verb = verb.head
    return False
