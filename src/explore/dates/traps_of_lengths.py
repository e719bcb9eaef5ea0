"""Lengths of time that are none where they stand: "24-year-old", "$2 million a year", "a matter of days"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.dates.grammar import trap
from explore.dates.traps_of_numbers import token_after, word_before

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from explore.dates.found import Found

_PRICE = re.compile(r"[$€£¥][\d,.]*-?$")
_OLD_THINGS = trap("old_things")
_BYGONE = frozenset({"old", "glory", "salad"})
_SCORED = frozenset({"scored", "hit", "made", "struck", "smashed", "maiden", "unbeaten"})
_BEFORE = trap("before_length")


def _age(doc: Doc, span: Span) -> bool:
    """Say whether a length of time is a person's age: "24-year-old", "nineteen years old"."""
    after = token_after(doc, span)
    nearby = doc[span.end : span.end + 2].text.lower() if after is not None else ""
    return nearby.startswith(("old", "-old", "- old", "of age")) or span[-1].lower_.endswith("old")


def _of_a_child(doc: Doc, span: Span) -> bool:
    after = doc[span.end : span.end + 4].text.lower()
    return any(
        word in after for word in ("son", "daughter", "baby", "boy", "girl", "infant", "child", "twin")
    )


def duration(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out ages, "$2 million a year", "three-quarters", "one day he"."""
    unit, count = found.parts.get("unit", ""), found.parts.get("count", "")
    if _PRICE.search(text_of(doc)[max(found.start - 12, 0) : found.start]):
        return False  # "a $6.99-a-month plan"
    if _age(doc, span) and (unit.startswith("year") or _of_a_child(doc, span)):
        return any(token.lower_ in _OLD_THINGS for token in doc[span.end : span.end + 5])
    if (
        unit.startswith("quarter")
        and count == "three"
        and (of := token_after(doc, span))
        and of.lower_ == "of"
    ):
        return False
    if any(token.is_title and token.lower_.startswith(unit) for token in span[1:]):
        return False
    if unit.startswith("centur") and word_before(doc, span) in _SCORED:
        return False
    if unit == "second":
        return count[:1].isdigit() or count not in {"a", "one"}
    if unit in {"quarter", "night"} and (count in {"a", "an", "one", "half a"} or "-" in span.text):
        return False
    if count in {"a", "an"} and len(span) == 2:
        prior = doc[span.start - 1] if span.start else None
        return (
            prior is None
            or prior.lower_ in _BEFORE
            or prior.pos_ not in {"NUM", "NOUN", "SYM", "PROPN", "ADV"}
        )
    return True


def vague_duration(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "some day", and "in as many days"."""
    if found.parts.get("several") == "many" and word_before(doc, span) == "as":
        return False
    if found.parts.get("several") == "some" and found.parts.get("unit", "").startswith("quarter"):
        return False  # "criticised in some quarters"
    return found.parts.get("several") != "some" or span[-1].lower_.endswith("s")


def shifted(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out ages."""
    return not _age(doc, span)


def units(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "the years 2014-2016", "on days when prices fall", "a matter of days"."""
    after = token_after(doc, span)
    if after is not None and (after.text[:1].isdigit() or after.lower_ == "when"):
        return False
    if word_before(doc, span) == "-":  # "after-hours trading"
        return False
    if span.text.endswith("-old"):
        return span[0].text.islower() and not _of_a_child(doc, span)  # "a centuries-old feud"
    if any(child.dep_ == "compound" for child in span[-1].lefts) or word_before(doc, span) in _BYGONE:
        return False  # "opening hours", "election years", "the good old days"
    before = [token.lower_ for token in doc[max(span.start - 2, 0) : span.start]]
    return not _age(doc, span) and span[0].text.islower() and before not in (["matter", "of"], ["as", "many"])
