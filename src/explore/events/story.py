"""The story's own day: what a report tells as its news, without a date, was the day it reports of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.events.dating import When
from explore.language.layout import paragraph_spans

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc, Token

    from explore.events.draft import Draft

# News stands in the title and the first sentences; what follows may be background.
_LEAD_SENTENCES = 2


class Story:
    """The lead of a doc and the day it runs on."""

    def __init__(self, doc: Doc, published: date | None) -> None:
        self.published = published
        self.lead_end = _lead_end(doc)

    def date(self, draft: Draft) -> None:
        """Give an undated draft the story's day if it is told as the news."""
        if draft.when is None and self.published is not None and self._is_news(draft):
            draft.when = When(self.published, self.published, "day")

    def _is_news(self, draft: Draft) -> bool:
        verb = draft.trigger.verb
        if draft.status != "happened" or verb is None or _is_past_perfect(verb):
            return False
        if _is_subordinate(verb):
            return False
        in_lead = min(start for start, _ in draft.sentences) < self.lead_end
        return in_lead or verb.tag_ in {"VBZ", "VBP"}


def _lead_end(doc: Doc) -> int:
    body = [p for p in paragraph_spans(doc) if p.kind == "body"]
    start = body[0].start_char if body else 0
    sentences = 0
    for token in doc:
        if token.is_sent_start and token.idx >= start and not token.is_space:
            sentences += 1
            if sentences > _LEAD_SENTENCES:
                return int(token.idx)
    return len(doc.text)


def _is_past_perfect(verb: Token) -> bool:
    return any(child.lower_ == "had" and child.dep_.startswith("aux") for child in verb.children)


def _is_subordinate(verb: Token) -> bool:
    """Say whether a verb stands in a clause that only refers to the event ("when they met")."""
    for _ in range(5):
        if verb.dep_ in {"advcl", "acl:relcl", "relcl", "acl", "csubj"}:
            return True
        if verb.head.i == verb.i or verb.dep_ not in {"conj", "xcomp", "ccomp"}:
            return False
        verb = verb.head
    return False
