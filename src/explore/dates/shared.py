"""Coordinated time expressions: each for itself, with the month or year that they share."""

from __future__ import annotations

import re
from dataclasses import replace

from explore.dates.found import Found
from explore.dates.grammar import words

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_AND_DAY = re.compile(
    rf"(?:,|,?\s{{1,3}}(?:and|or|to|through|until)\s{{1,3}}|\s?[-–—]\s?|"
    rf",\s{{1,3}}(?={_DAY}(?:st|nd|rd|th|,?\s{{1,3}}and\s{{1,3}}{_DAY})\b))({_DAY})(?:st|nd|rd|th)?\b"
    r"(?:,?\s{1,3}((?:1[0-9]|20)\d\d)\b)?(?![\d,:.%/-]*\d)"
)
_DAY_TO = re.compile(
    rf"(?<![\w.,/$-])(({_DAY})(?:st|nd|rd|th)?)(?:\s?[-–—]\s?|,?\s{{1,3}}(?:and|to|or|through)\s{{1,3}})$"
)
_CLOSES = re.compile(r"\d(?:st|nd|rd|th)?$", re.I)
_TO_YEAR = re.compile(r"\s?[-–—/]\s?(\d\d)(?![\d:/%-]|[,.]\d)")
_YEAR_TO_BC = re.compile(r"(?<![\w.,/$-])(\d{1,4})(?:\s?[-–—]\s?|\s{1,3}(?:and|to|or|until)\s{1,3})$")
_AND_DECADE = re.compile(r"\s?(?:[-–—/,]|and|or|to)\s?(?:the\s)?(['’]?)([2-9]0)['’]?s\b")
_BETWEEN = re.compile(
    r"\s{0,3}(?:,|,?\s{0,3}(?:and|or|to|through|until)|[-–—])\s{0,3}(?:the\s|early\s|late\s)?"
)
_SHARING = frozenset({"month_day", "month", "season", "month_year", "quarter"})
_OWN_YEAR = frozenset({"year", "bc", "yearshift", "shift", "ago"})
_GIVEN_YEAR = frozenset({"year", "bc", "yearshift"})
_ORDINALS = "|".join(word for word in words("ordinal") if word != "last")
_LISTED = re.compile(rf"(?<![\w./$-])(({_DAY})(?:st|nd|rd|th)?),\s{{1,3}}$")
_AND_NTH = re.compile(
    rf"(?:,|,?\s{{1,3}}(?:and|or|to))\s{{1,3}}(?:the\s)?({_DAY})(?:st|nd|rd|th)(?=\s{{0,3}}(?:[.,;:!?)]|$))",
    re.I,
)
_HOUR_TO = re.compile(
    r"(?:(?<=\bbetween\s)|(?<=\bfrom\s)|(?<![\w.,/$:-])(?=\d[\d:.]{0,4}\s?[-–—]))"
    r"((?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?)\s?(?:[-–—]|(?:and|to)\s)\s?$",
    re.I,
)
_QUARTER_TO = re.compile(
    r"\b((?:the\s{1,3})?(first|second|third|fourth))\s{1,3}(?:and|or|to|through)\s{1,3}(?:the\s)?$", re.I
)
_AND_TENS = re.compile(rf"\s{{1,3}}(?:and|or|to)\s{{1,3}}(?:the\s)?({'|'.join(words('decade'))})\b", re.I)
_CLOCKS = re.compile(r"\s{0,3}(?:[-–—]|to|and|or|until)\s{0,3}")
_CENTURY_TO = re.compile(
    rf"\b(?:(?:the|early|late|mid)[\s-]{{1,3}}){{0,2}}(\d\d?|{_ORDINALS})"
    r"(st|nd|rd|th)?(?:\s?[-–—]\s?|\s{1,3}(?:and|to|or)\s{1,3})(?:the\s|(?:early|late|mid)[\s-])?$",
    re.I,
)
_PART_TO = re.compile(r"\b((?:the\s)?(?:morning|afternoon|evening))\s{1,3}and\s{1,3}(?:the\s)?$", re.I)
_AND_PART = re.compile(r"\s{1,3}and\s{1,3}(?:the\s)?")
_MOST = 4


def share(text: str, found: list[Found]) -> list[Found]:
    """Return the expressions with those that have only a number of their own, months and years shared.

    "April 8 and [9]", "[22]-25 April 1951", "2014-[16]", "[13 September] - 15 October 1951".
    """
    more: list[Found] = []
    free = 0
    for one in found:
        if one.start < free:
            continue
        if (
            one.rule == "century"
            and more
            and more[-1].rule == "month_of_day"
            and one.start - more[-1].end < 12
        ):
            free = more.pop().start  # "from [the 15th] to the 19th century"
        if one.rule == "month_day" and "day" in one.parts and text[one.start].isdigit():
            more += _days_before(text, one, more)
        more += _numbers_before(text, one, free)
        behind = _numbers_after(text, one)
        if behind and one.rule == "month_day" and "year" in behind[-1].parts:
            one = replace(one, parts=one.parts | {"year": behind[-1].parts["year"]})
            behind = [replace(b, parts=b.parts | {"year": behind[-1].parts["year"]}) for b in behind]
        more += [one, *behind]
        free = more[-1].end
    return _shared(text, more)


def _numbers_after(text: str, one: Found) -> list[Found]:
    more: list[Found] = []
    if one.rule == "month_day" and "day" in one.parts and not {"year", "bc", "clock"} & one.parts.keys():
        end = one.end
        if not _CLOSES.search(text[one.start : end]):
            return more
        while len(more) < _MOST and (match := _AND_DAY.match(text, end)):
            parts = {k: v for k, v in one.parts.items() if k != "weekday"} | {"day": match[1]}
            if match[2]:
                parts["year"] = match[2]
            more.append(Found(match.start(1), match.end(), "month_day", parts))
            end = match.end()
    elif one.rule == "year" and (match := _TO_YEAR.match(text, one.end)) and len(one.parts["year"]) == 4:
        year = one.parts["year"][:2] + match[1]
        if int(year) > int(one.parts["year"]):
            more.append(Found(match.start(1), match.end(1), "year", {"year": year}))
    elif one.rule == "month_of_day" and (match := _AND_NTH.match(text, one.end)):
        more.append(Found(match.start(1), match.end(), "month_of_day", {"nth": match[1]}))
    elif one.rule == "decade_word" and (match := _AND_TENS.match(text, one.end)):
        more.append(Found(match.start(1), match.end(), "decade_word", {"decade": match[1].lower()}))
    elif one.rule == "decade" and (match := _AND_DECADE.match(text, one.end)):
        start = one.parts["decade_start"].strip("'’")[:-2] + match[2]
        more.append(Found(match.start(1), match.end(), "decade", {"decade_start": start}))
    return more


def _numbers_before(text: str, one: Found, free: int) -> list[Found]:
    begin = max(free, one.start - (32 if one.rule in {"century", "quarter", "month_day"} else 14))
    if (
        "half" in one.parts
        and text[one.start].isdigit()
        and (match := _HOUR_TO.search(text, begin, one.start))
    ):
        parts = {k: v for k, v in one.parts.items() if k != "today"} | {"clock": match[1]}
        return [Found(match.start(1), match.end(1), one.rule, parts)]  # "between [5] and 7 p.m."
    if one.rule == "month_day" and "part" in one.parts and (match := _PART_TO.search(text, begin, one.start)):
        return [Found(match.start(1), match.end(1), "month_day", one.parts | {"part": match[1].lower()})]
    if one.rule == "quarter" and (match := _QUARTER_TO.search(text, begin, one.start)):
        parts = {k: v for k, v in one.parts.items() if k != "nth"} | {"ordinal": match[2].lower()}
        return [Found(match.start(1), match.end(1), "quarter", parts)]
    if one.rule == "century" and (match := _CENTURY_TO.search(text[begin : one.start])):
        parts = {k: v for k, v in one.parts.items() if k == "era"}
        name = "nth" if match[1][0].isdigit() else "ordinal"
        parts[name] = match[1].lower()
        return [Found(begin + match.start(), begin + match.end(1) + len(match[2] or ""), "century", parts)]
    if one.rule == "bc" and text[one.start].isdigit():
        match = _YEAR_TO_BC.search(text[begin : one.start])
        if match:
            return [Found(begin + match.start(), begin + match.end(1), "bc", {"bc": match[1]})]
    return []


def _days_before(text: str, one: Found, told: list[Found]) -> list[Found]:
    """Return the days before that share the month of a day: "the [12th], [13th] and 14th of June"."""
    parts = {k: v for k, v in one.parts.items() if k not in {"weekday", "part", "part2"}}
    days: list[Found] = []
    free = next((other.end for other in reversed(told) if other.rule != "month_of_day"), 0)
    end, form = one.start, _DAY_TO
    while len(days) < _MOST and (match := form.search(text, max(free, end - 14), end)):
        days.append(Found(match.start(1), match.end(1), "month_day", parts | {"day": match[2]}))
        end, form = match.start(1), _LISTED
    while days and told and told[-1].rule == "month_of_day" and told[-1].end > days[-1].start:
        nth = told.pop()
        days = [
            replace(day, start=nth.start, end=nth.end)
            if day.end <= nth.end and day.start >= nth.start
            else day
            for day in days
        ]
    return days[::-1]


def _shared(text: str, found: list[Found]) -> list[Found]:
    """Give the year (week, day) of the last of coordinated expressions to those before it."""
    told: list[Found] = []
    for one in reversed(found):
        behind = told[-1] if told else None
        if (
            behind is not None
            and one.rule in _SHARING
            and behind.rule in _SHARING
            and _GIVEN_YEAR & behind.parts.keys()
            and not _OWN_YEAR & one.parts.keys()
            and _BETWEEN.fullmatch(text, one.end, behind.start)
        ):
            one = _with_year(one, behind)
        elif behind is not None and _takes(one, behind, text):
            one = replace(one, rule=behind.rule, parts=behind.parts | one.parts)
        told.append(one)
    return told[::-1]


def _takes(one: Found, behind: Found, text: str) -> bool:
    """Say whether one is of the week or day behind: "Monday or Tuesday next week", "9am to 5pm Saturday"."""
    if one.rule == "weekday" and behind.rule == "weekday_of_week":
        return one.parts.keys() == {"weekday"} and _BETWEEN.fullmatch(text, one.end, behind.start) is not None
    if one.rule == "day_part" and behind.rule == "month_day" and "part" in behind.parts:
        return one.parts.get("det") == "the" and _AND_PART.fullmatch(text, one.end, behind.start) is not None
    of_day = one.rule == "clock" and behind.rule in {"weekday", "month_day"} and "clock" in behind.parts
    return of_day and _CLOCKS.fullmatch(text, one.end, behind.start) is not None


def _with_year(one: Found, behind: Found) -> Found:
    parts = one.parts | {k: v for k, v in behind.parts.items() if k in _GIVEN_YEAR}
    return replace(one, rule="month_year" if one.rule == "month" else one.rule, parts=parts)
