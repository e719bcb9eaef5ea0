"""Find time expressions: the longest shape of the grammar at each place, unless it is no time there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.dates.grammar import first_words, shapes, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

_WORD = re.compile(r"[^\W\d_]+|\d+|'(?=\d0s)")
_AND_DAY = re.compile(
    r"(?:,|,?\s{1,3}(?:and|or|to|through|until)\s{1,3}|\s?[-–—]\s?)(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?![\d,:.%/-]*\d)"
)
_TO_YEAR = re.compile(r"\s?[-–—/]\s?(\d\d)(?![\d,:./%-])")
_DAY_TO = re.compile(
    r"(?<![\w.,/$-])(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\s?[-–—]\s?|\s{1,3}(?:and|to|or|through)\s{1,3})$"
)
_UNSURE_MONTHS = frozenset({"may", "march", "mar", "sep", "dec", "jan"})
_SHORT_DAYS = frozenset({"sun", "sat", "mon", "wed", "fri", "tue", "thu", "tues", "thurs"})
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "GPE", "LOC", "FAC", "PRODUCT"})
# "2000 people" and "in 1999 dollars" are not the same: a bare year needs room around it.
_BEFORE_YEAR = frozenset(
    "in of since by from until during before after through between to and late early for the or about around".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """Words of the shape of a time expression.

    Attributes
    ----------
    start, end : int
        Characters of the text.
    rule : str
        The rule that says what it means.
    parts : dict of str to str
        The words by the list they come from, in lower case.
    """

    start: int
    end: int
    rule: str
    parts: dict[str, str]


def find(doc: Doc) -> list[Found]:
    """Return the time expressions of a doc in order, coordinated days each for itself."""
    found: list[Found] = []
    text = doc.text  # put together anew by spaCy at each call
    for one in _candidates(text):
        if _is_time(doc, one):
            found += _days_before(text, one, found[-1].end if found else 0)
            found.append(one)
            found += _more(text, one)
    return found


def _candidates(text: str) -> Iterator[Found]:
    """Yield the longest match at each place a shape can begin, left to right, none within another."""
    begin, free = first_words(), 0
    for word in _WORD.finditer(text):
        at = word.start()
        if at < free or not (
            word.group()[0].isdigit() or word.group().lower() in begin or word.group() == "'"
        ):
            continue
        if at and (text[at - 1].isalnum() or text[at - 1] in "_$€£@#"):
            continue
        best: Found | None = None
        for shape in shapes():
            match = shape.regex.match(text, at)
            if match and (best is None or match.end() > best.end):
                parts = {k: re.sub(r"\s+", " ", v).lower() for k, v in match.groupdict().items() if v}
                best = Found(at, match.end(), shape.rule, parts)
        if best:
            yield best
            free = best.end


def _is_time(doc: Doc, found: Found) -> bool:
    """Say whether words that look like a time are one where they stand."""
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    check = _CHECKS.get(found.rule)
    return check is None or check(doc, span, found)


def _proper(span: Span) -> bool:
    """Say whether the words lie within a name that is longer than they are."""
    entity = span[0].ent_type_
    return entity in _NAMES


def _month_is_time(doc: Doc, span: Span, found: Found) -> bool:
    month = found.parts.get("month", "")
    if len(span) > 1:
        return not (month in {"may", "march"} and span[-1].text == span[-1].lower_)
    token = span[0]
    if not token.text[:1].isupper() or (token.text.isupper() and month in {"may", "march"}):
        return False
    if _proper(span) or token.ent_iob_ == "I" and token.ent_type_ not in {"DATE", "TIME", "EVENT"}:
        return False
    if month in _UNSURE_MONTHS | {"april", "june", "august"}:
        before = doc[token.i - 1].lower_ if token.i else ""
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if month in {"may", "march"} and token.pos_ in {"AUX", "VERB"}:
            return False
        if after is not None and after.tag_ in {"VBD", "VBZ"} and before not in {"in", "since", "last", "by"}:
            return token.ent_type_ == "DATE"
        if len(month) == 3 and month != "may":
            return before in _BEFORE_YEAR
        return token.ent_type_ != "PERSON" and (month not in {"may", "march"} or token.pos_ == "PROPN")
    return True


def _year_is_time(doc: Doc, span: Span, found: Found) -> bool:
    if len(span) > 1 or "year" in found.parts and not found.parts["year"].isdigit():
        return True
    token = span[0]
    before = doc[token.i - 1].lower_ if token.i else ""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if token.ent_type_ == "DATE":
        return True
    if token.ent_type_ in {"MONEY", "QUANTITY", "PERCENT"} or before in {
        "$",
        "no.",
        "number",
        "page",
        "room",
        "flight",
        "nearly",
        "than",
    }:
        return False
    year = int(found.parts["year"])
    plausible = 1400 <= year <= 2099
    if before in _BEFORE_YEAR and (after is None or after.tag_ != "NNS"):
        return plausible or before in {"in", "since", "by"}
    if after is not None and (after.tag_ == "NNS" or after.lower_ in {"people", "percent", "%"}):
        return False
    return plausible and (
        before in {"(", "-", "–", "—", ",", "/"}
        or (after is not None and after.text in {")", ",", "-", "–", ":", ".", "'s", "’s"})
        or (after is not None and after.pos_ in {"NOUN", "PROPN", "ADJ"})
    )


def _weekday_is_time(doc: Doc, span: Span, found: Found) -> bool:
    day = found.parts.get("weekday", "")
    if day in _SHORT_DAYS and len(span) == 1:
        return False
    return not (_proper(span) and span[0].ent_type_ in {"ORG", "WORK_OF_ART", "PERSON"})


def _season_is_time(doc: Doc, span: Span, found: Found) -> bool:
    season = found.parts["season"]
    token = next((t for t in span if t.lower_ == season), span[0])
    if token.pos_ in {"VERB", "AUX"} or token.ent_type_ in _NAMES:
        return False
    if len(span) > 1 and season != "fall":
        return True
    if season in {"fall", "spring"}:
        return bool({"year", "shift", "shift2"} & found.parts.keys()) or (
            len(span) > 1 and (token.i + 1 >= len(doc) or doc[token.i + 1].lower_ not in {"of", "in", "from"})
        )
    return token.text.islower()


def _second_is_time(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "a second" and "one day" that count nothing, and a person's age."""
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and after.lower_ in {"old", "olds"} or span[-1].lower_.endswith("old"):
        return False
    if found.parts.get("unit") == "second":
        return "number" not in found.parts and found.parts.get("count", "")[:1].isdigit()
    return found.parts.get("count") not in {"an", "a"} or found.rule != "duration" or "unit" in found.parts


def _unit_is_time(doc: Doc, span: Span, found: Found) -> bool:
    return found.parts.get("unit") not in {"second", "night", "quarter"} or found.rule == "that_unit"


def _reference_is_time(doc: Doc, span: Span, found: Found) -> bool:
    word = found.parts["reference"]
    if word in {"current", "future", "former", "recent"}:
        if span[0].ent_type_ in _NAMES or not span[0].text.islower():
            return False
        return span[0].pos_ == "ADJ"
    if word == "the past":
        return span.end >= len(doc) or doc[span.end].pos_ not in {"NOUN", "NUM", "ADJ"}
    return word != "shortly" or (span.end < len(doc) and doc[span.end].lower_ not in {"after", "before"})


def _often_is_time(doc: Doc, span: Span, found: Found) -> bool:
    return not _proper(span) and not span[0].text[:1].isupper()


def _holiday_is_time(doc: Doc, span: Span, found: Found) -> bool:
    return span[-1].text[:1].isupper() and span[-1].ent_type_ not in {"PERSON", "GPE"}


def _quarter_is_time(doc: Doc, span: Span, found: Found) -> bool:
    return "nth" in found.parts or words("ordinal").get(found.parts.get("ordinal", ""), 0) in (0, 1, 2, 3, 4)


_CHECKS = {
    "month": _month_is_time,
    "year": _year_is_time,
    "weekday": _weekday_is_time,
    "season": _season_is_time,
    "duration": _second_is_time,
    "shift_unit": _unit_is_time,
    "that_unit": _unit_is_time,
    "reference": _reference_is_time,
    "often": _often_is_time,
    "holiday": _holiday_is_time,
    "quarter": _quarter_is_time,
}


def _more(text: str, one: Found) -> list[Found]:
    """Return what a date shares its month or century with: "April 8 and [9]", "2014-[16]"."""
    more: list[Found] = []
    if one.rule == "month_day" and text[one.start : one.end][-1:].isdigit() | text[
        one.start : one.end
    ].endswith(("st", "nd", "rd", "th")):
        end = one.end
        while len(more) < 4 and (match := _AND_DAY.match(text, end)) and "year" not in one.parts:
            parts = {k: v for k, v in one.parts.items() if k != "weekday"} | {"day": match[1]}
            more.append(Found(match.start(1), match.end(), "month_day", parts))
            end = match.end()
    if one.rule == "year" and (match := _TO_YEAR.match(text, one.end)):
        year = one.parts["year"][:2] + match[1]
        if int(year) > int(one.parts["year"]):
            more.append(Found(match.start(1), match.end(1), "year", {"year": year}))
    return more


def _days_before(text: str, one: Found, free: int) -> list[Found]:
    """Return the first day of "22-25 April 1951" and "2 and 3 May"."""
    if one.rule != "month_day" or not text[one.start].isdigit():
        return []
    match = _DAY_TO.search(text[max(free, one.start - 14) : one.start])
    if not match:
        return []
    shift = max(free, one.start - 14)
    parts = {k: v for k, v in one.parts.items() if k != "weekday"} | {"day": match[1]}
    return [Found(shift + match.start(), shift + match.end(1), "month_day", parts)]
