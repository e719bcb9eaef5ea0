"""Find time expressions: the longest shape of the grammar at each place, unless it is no time there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.dates.beginnings import NUMBER, shapes_at
from explore.dates.found import Found
from explore.dates.grammar import SPACE, known_days, words
from explore.dates.shared import share
from explore.dates.traps import is_time
from explore.dates.traps_of_names import named_after
from explore.dates.values.numbers import spelled_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc

_WORD = re.compile(r"[^\W\d_]+|\d+|['’](?=\d0s|\d\d\b)")
_BEHIND = re.compile(rf"{SPACE}([^\W\d_]+|\S)")
_OWN_ARTICLE = frozenset(
    {"that_unit", "the_unit", "shift_unit", "duration", "ago", "shift_units", "year_part", "the_quarter"}
)
_MONTH_DAY = re.compile(r"[A-Z][a-z]+\.?\s{1,3}\d")
_OVER = re.compile(r"(?:over|under)\s{1,3}(?!an?\b)", re.I)
_LASTING = re.compile(
    r"\b(?:for|after|in|of|just|well|by|tak(?:e|es|en|ing)|took|last(?:s|ed|ing)?)\s{1,3}$", re.I
)
_CLIPPED = re.compile(r"[^\W\d_]['’]$")  # "c’mon"
_WITHIN_NUMBER = re.compile(r"\d\.$|\d[-.]\d{3}[-.]$")  # "1.1752 dollars", "02-751-1500"
_EARLY = 1000
_NAMED = frozenset({"weekday", "month", "month_day", "season", "named_day", "shift_units"})
_THE = re.compile(r"(?:the|a|an)\s{1,3}", re.I)


def find(doc: Doc) -> list[Found]:
    """Return the time expressions of a doc in order, coordinated days each for itself."""
    text = text_of(doc)
    times = [_trim(doc, text, one) for one in _candidates(text, lambda one: is_time(doc, one))]
    return share(text, times if _early(times) else [one for one in times if one.rule != "early_year"])


def _early(found: list[Found]) -> bool:
    """Say whether a text speaks of the first thousand years, and a bare "348" may be one of them."""
    return any(
        one.rule == "bc"
        or "old" in one.parts
        or "lived" in one.parts
        or (one.rule == "year" and int(one.parts["year"]) < _EARLY)
        for one in found
    )


def _candidates(text: str, takes: Callable[[Found], bool]) -> Iterator[Found]:
    """Yield the longest match at each place a shape can begin, if it is taken, none within another."""
    free = 0
    for word in _WORD.finditer(text):
        at = word.start()
        if at < free or not (able := shapes_at(_first(text, word))):
            continue
        if at and (text[at - 1].isalnum() or text[at - 1] in "_$€£@#" or _CLIPPED.search(text, at - 2, at)):
            continue
        if word[0][0].isdigit() and _WITHIN_NUMBER.search(text, max(0, at - 9), at):
            continue
        best: Found | None = None
        for shape in able:
            match = shape.regex.match(text, at)
            if match and (best is None or match.end() > best.end):
                best = Found(at, match.end(), shape.rule, _parts(match))
        if best and takes(best):
            yield best
            free = best.end


def _first(text: str, word: re.Match[str]) -> str:
    """Return a word as `shapes_at` takes it."""
    said = word[0].lower()
    if said == "the" and (behind := _BEHIND.match(text, word.end())):
        return "the " + (NUMBER if behind[1][0].isdigit() else behind[1].lower())
    return NUMBER if said[0].isdigit() else said


def _parts(match: re.Match[str]) -> dict[str, str]:
    parts = {k: re.sub(r"\s+", " ", v).lower().replace("’", "'") for k, v in match.groupdict().items() if v}
    if "spelled" in parts and (year := spelled_year(parts["spelled"])):
        parts["year"] = str(year)
    if "short" in parts:
        parts["year"] = ("19" if parts["short"] > "50" else "20") + parts["short"]
    if "old" in parts:
        parts["year"] = parts["old"].zfill(4)
    return parts


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
    """Leave out "following" where it is no "the following": "following [Monday]'s debate", "following [a week]"."""
    if one.rule == "shift_units":
        one = replace(one, rule="vague_duration" if "several" in one.parts else "duration")
    parts = {part: said for part, said in one.parts.items() if part != "shift"}
    return replace(_without_shift(text, one), parts=parts)


def _without_verb(doc: Doc, one: Found) -> Found:
    """Leave out a verb: "works that will last [18 months]"."""
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    if span is None or len(span) < 2 or not span[0].tag_.startswith("VB"):
        return one
    rule = "vague_duration" if "several" in one.parts else "duration"
    return replace(one, start=one.start + span[1].idx - span[0].idx, rule=rule)


def _trim(doc: Doc, text: str, one: Found) -> Found:
    """Leave out an article that belongs to a noun behind: "the [Feb. 23] accord", "a [year-earlier] loss"."""
    if one.rule == "month_day" and {"shift", "year"} <= one.parts.keys():
        return _without_shift(text, one)
    if one.rule in {"shift_units", "duration"} and text.startswith("last ", one.start):
        one = _without_verb(doc, one)
    if one.parts.get("shift") == "following" and one.rule in _NAMED:
        one = _without_following(text, one)
    if one.parts.keys() in ({"weekday"}, {"season"}) and _is_any(doc, one):
        return replace(one, parts=one.parts | {"open": "1"})
    if one.rule == "month" and one.parts.keys() == {"month"}:
        span = doc.char_span(one.start, one.end, alignment_mode="expand")
        return replace(one, parts=one.parts | {"name": "1"}) if span and named_after(doc, span) else one
    if "behind" in one.parts:
        return replace(one, parts=one.parts | {"told": "1"}) if _told(doc, one) else one
    if one.rule == "month_day" and (year := _known(doc, one)):
        one = replace(one, parts=one.parts | {"known": str(year)})
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
