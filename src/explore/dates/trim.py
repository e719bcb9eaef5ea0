"""Leave out of an expression what belongs to other words: an article, "following", "that", a verb."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from explore.dates.grammar import known_days, verbs, words
from explore.dates.traps_of_names import named_after

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from explore.dates.found import Found

_WORD = re.compile(r"[^\W\d_]+|\d+")
_OWN_ARTICLE = frozenset(
    {"that_unit", "the_unit", "shift_unit", "duration", "ago", "shift_units", "year_part", "the_quarter"}
)
_MONTH_DAY = re.compile(r"[A-Z][a-z]+\.?\s{1,3}\d")
_OVER = re.compile(r"(?:over|under)\s{1,3}(?!an?\b)", re.I)
_LASTING = re.compile(
    r"\b(?:for|after|in|of|just|well|by|tak(?:e|es|en|ing)|took|last(?:s|ed|ing)?)\s{1,3}$", re.I
)
_NAMED = frozenset({"weekday", "month", "month_day", "season", "named_day", "shift_units"})
_THE = re.compile(r"(?:the|a|an)\s{1,3}", re.I)


def trimmed(doc: Doc, text: str, one: Found) -> Found:
    """Return an expression without words of others, and with what the words around tell of it."""
    if one.rule == "month_day" and {"shift", "year"} <= one.parts.keys():
        return _without_shift(text, one)
    return _without_article(doc, text, _marked(doc, _without_lead(doc, text, one)))


def _without_lead(doc: Doc, text: str, one: Found) -> Found:
    """Leave out a word before an expression that is none of its own."""
    if one.rule == "weekday_told" and _is_told(doc, one):
        begins = _WORD.search(text, one.start + len("that"))
        return replace(one, start=begins.start() if begins else one.start, rule="weekday")
    if one.rule in {"shift_units", "duration"} and text.startswith("last ", one.start):
        return _without_verb(doc, one)
    if one.parts.get("shift") == "following" and one.rule in _NAMED:
        return _without_following(text, one)
    return one


def _marked(doc: Doc, one: Found) -> Found:
    """Mark what the words around tell: any such day, a name, a year told behind, a day everybody knows."""
    if one.parts.keys() in ({"weekday"}, {"season"}) and _is_any(doc, one):
        return replace(one, parts=one.parts | {"open": "1"})
    if one.rule == "month" and one.parts.keys() == {"month"}:
        span = doc.char_span(one.start, one.end, alignment_mode="expand")
        return replace(one, parts=one.parts | {"name": "1"}) if span and named_after(doc, span) else one
    if "behind" in one.parts and _told(doc, one):
        return replace(one, parts=one.parts | {"told": "1"})
    if one.rule == "month_day" and (year := _known(doc, one)):
        return replace(one, parts=one.parts | {"known": str(year)})
    return one


def _without_article(doc: Doc, text: str, one: Found) -> Found:
    """Leave out an article that belongs to a noun behind: "the [Feb. 23] accord", "a [year-earlier] loss"."""
    if (over := _OVER.match(text, one.start, one.end)) and not _LASTING.search(
        text, max(0, one.start - 12), one.start
    ):
        return replace(one, start=over.end())  # "over [three years]" is during them
    article = _THE.match(text, one.start, one.end)
    own = one.rule in _OWN_ARTICLE and "-" not in text[one.start : one.end]
    if article is None or own or " of " in text[one.start : one.end]:
        return one
    if one.rule == "month_day" and _MONTH_DAY.match(text, article.end(), one.end):
        return replace(one, start=article.end())
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    after = doc[span.end] if span is not None and span.end < len(doc) else None
    if span is None or after is None or len(span) < 2 or after.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return one
    belongs = any(token.head.i >= span.end for token in span)
    return replace(one, start=article.end()) if belongs else one


def _known(doc: Doc, one: Found) -> int | None:
    """Return the year of a day that everybody knows before its words: "the Sept. 11 attacks"."""
    month, day = words("month").get(one.parts.get("month", "")), one.parts.get("day", "")
    year, behind = known_days().get((month, int(day)) if month and day else (0, 0), (None, frozenset()))
    span = doc.char_span(one.start, one.end, alignment_mode="expand") if year else None
    if span is None or not {token.lower_ for token in doc[span.end : span.end + 3]} & behind:
        return None
    return year


def _told(doc: Doc, one: Found) -> bool:
    """Say whether the words behind "the year" tell which: "the year he came", "the week before Easter"."""
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    return span is not None and any(child.i >= span.end for child in span.root.rights)


def _is_any(doc: Doc, one: Found) -> bool:
    """Say whether it is any such day or season: "he died on a Friday", "the price of winter coal"."""
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    if span is None or not span[0].has_dep():
        return False
    if one.rule == "weekday":
        return (
            span.start > 0
            and doc[span.start - 1].lower_ in {"a", "any", "one"}
            and span.root.head.i < span.start
        )
    return len(span) == 1 and span.root.head.i == span.end and span.root.head.pos_ == "NOUN"


def _without_shift(text: str, one: Found) -> Found:
    """Leave out what belongs to a noun behind: "this [Jan. 28, 2017,] file photo"."""
    begins = _WORD.search(text, one.start + len(one.parts["shift"]))
    return replace(one, start=begins.start() if begins else one.start)


def _without_following(text: str, one: Found) -> Found:
    """Leave out a "following" that is no "the following": "following [Monday]'s debate"."""
    if one.rule == "shift_units":
        one = replace(one, rule="vague_duration" if "several" in one.parts else "duration")
    parts = {part: said for part, said in one.parts.items() if part != "shift"}
    return replace(_without_shift(text, one), parts=parts)


def _is_told(doc: Doc, one: Found) -> bool:
    """Say whether "that" opens what somebody said: "he noted that [Saturday] would be wet"."""
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    if span is None or not span.start or len(span) < 2 or span[0].text != "that":
        return False
    return doc[span.start - 1].lemma_.lower() in verbs("report")


def _without_verb(doc: Doc, one: Found) -> Found:
    """Leave out a verb: "works that will last [18 months]"."""
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    if span is None or len(span) < 2 or not span[0].tag_.startswith("VB"):
        return one
    rule = "vague_duration" if "several" in one.parts else "duration"
    return replace(one, start=one.start + span[1].idx - span[0].idx, rule=rule)
