"""What looks like a time and is none where it stands: "May said", "2,000 people", "$2 million a year"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.dates import traps_of_lengths as lengths
from explore.dates.grammar import trap, verbs, words
from explore.dates.traps_of_names import in_name
from explore.dates.traps_of_numbers import (
    BEFORE_YEAR,
    bare_year,
    clock,
    decade,
    early_year,
    month_of_day,
    token_after,
    word_before,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Span, Token

    from explore.dates.found import Found

_WORDS_OR_NAMES = frozenset({"may", "march", "mar", "sep", "dec", "jan", "april", "june", "august"})
_COORDINATING = frozenset({"and", "or", "to", "through", "until", ",", "-", "–"})
_AROUND = 15
_YEARS_NAMED = frozenset({"year", "years", "fiscal", "financial", "last", "this", "next", "calendar"})
_SHORT_DAYS = frozenset({"sun", "sat", "mon", "wed", "fri", "tue", "thu", "tues", "thurs"})
_SHORT_DAY = "(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)"
_SHORT_DAYS_FROM_TO = re.compile(rf"\b{_SHORT_DAY}\.?[-–]{_SHORT_DAY}\b", re.I)
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "GPE", "LOC", "FAC", "PRODUCT"})
_HIS = frozenset({"his", "her", "their", "maiden", "another"})
_AWARDED = trap("awarded")
_OUR_TIME = trap("our_time")
_FESTIVE = trap("festive")
_DAYS_OF_A_NAME = trap("days_of_a_name")
_SEASON_NOUNS = trap("season_nouns")
_NO_SEASON = frozenset({"of", "in", "from"})  # "the fall of Budapest", "a spring in the clock"
_MARCHED = frozenset({"on", "for", "against", "of", "to", "through"})
_SPORT = trap("sport")
_BUSINESS = trap("business")
_NOT_SEASONS = trap("not_seasons")
_WAR_NAMES = frozenset({"offensive", "war", "massacre", "revolution", "truce"})
_SEASON_BEFORE = frozenset({"in", "by", "until", "till", "since", "during", "throughout"})


def is_time(doc: Doc, found: Found) -> bool:
    """Say whether words that look like a time are one where they stand."""
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    if in_name(doc, span, found):
        return False
    check = _CHECKS.get(found.rule)
    return check is None or check(doc, span, found)


def _month(doc: Doc, span: Span, found: Found) -> bool:
    month = found.parts.get("month", "")
    if len(span) > 1:
        return not (month in {"may", "march"} and span[-1].text == span[-1].lower_)
    token, after = span[0], token_after(doc, span)
    if not token.text[:1].isupper() or (token.text.isupper() and month in {"may", "march"}):
        return False
    if token.ent_type_ in _NAMES or (
        token.ent_iob_ == "I" and token.ent_type_ not in {"DATE", "TIME", "EVENT"}
    ):
        return False
    if month not in _WORDS_OR_NAMES:
        return True
    before = word_before(doc, span)
    if before in _COORDINATING and token.i > 1 and doc[token.i - 2].lower_ in words("month"):
        return doc[token.i - 2].text[:1].isupper()  # "in March, April and May"
    if before and doc[token.i - 1].tag_ == "NNP" and doc[token.i - 1].is_title and before[-1:].isalpha():
        return False  # "Theresa May"
    if after is not None and after.tag_ in {"VBD", "VBZ"} and before not in {"in", "since", "last", "by"}:
        return token.ent_type_ == "DATE" and after.lemma_.lower() not in verbs("report")
    if len(month) == 3 and month != "may":
        return before in BEFORE_YEAR
    return token.ent_type_ != "PERSON" and (
        month not in {"may", "march"} or _may_or_march(doc, token, before)
    )


def _may_or_march(doc: Doc, token: Token, before: str) -> bool:
    """Leave out "may be" and "the march on the capital", also where the word begins with a capital."""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if token.lower_ == "march" and after is not None and after.lower_ in _MARCHED:
        behind = doc[after.i + 1] if after.i + 1 < len(doc) else None
        if after.lower_ not in {"to", "through"} or not _dates(behind):
            return before in {"in", "since", "last", "by", "until", "this", "early", "late", "from"}
    if not token.pos_:
        return before in BEFORE_YEAR | {"last", "this", "next"}
    return token.pos_ == "PROPN"


def _dates(token: Token | None) -> bool:
    """Say whether a word can be the other end of "March to May", "March to early April"."""
    return token is not None and (
        token.lower_ in words("month") or token.like_num or token.lower_ in {"early", "mid", "late", "the"}
    )


def _weekday(doc: Doc, span: Span, found: Found) -> bool:
    if span.start and doc[span.start - 1].is_title and word_before(doc, span) in _DAYS_OF_A_NAME:
        return False  # "Black Monday"
    alone = found.end - found.start == len(found.parts.get("weekday", ""))
    if alone and found.parts["weekday"] in _SHORT_DAYS:
        return False
    return not alone or (span[0].text[:1].isupper() and span[0].ent_type_ not in _NAMES)


def _weekday_told(doc: Doc, span: Span, found: Found) -> bool:
    weekday = found.parts["weekday"]
    return weekday not in _SHORT_DAYS and any(t.text[:1].isupper() and t.lower_ == weekday for t in span)


def _season(doc: Doc, span: Span, found: Found) -> bool:
    season = found.parts["season"]
    if span[0].lower_ == "that" and span.start and doc[span.start - 1].lemma_.lower() in verbs("report"):
        return False  # "he wrote that spring had come"
    token = next((t for t in span if t.lower_ == season), span[0])
    named = token_after(doc, span)
    if len(span) == 1 and named is not None and named.lower_ in _SEASON_NOUNS:
        return True  # "the spring offensive", "the Winter Offensive"
    if named is not None and named.lower_ in _NOT_SEASONS and not found.parts.keys() & {"year", "shift"}:
        return False
    if token.pos_ in {"VERB", "AUX"} or token.ent_type_ in _NAMES:
        return False
    anchored = bool({"year", "shift", "yearshift", "bc"} & found.parts.keys())
    anchored |= _beside_season(doc, span)
    anchored |= word_before(doc, span) in _SEASON_BEFORE and (named is None or named.lower_ not in _NO_SEASON)
    if season in {"fall", "spring"}:
        return anchored or (
            len(span) > 1 and season == "spring" and (named is None or named.lower_ not in _NO_SEASON)
        )
    return len(span) > 1 or token.text.islower() or word_before(doc, span) in _SEASON_BEFORE


def _beside_season(doc: Doc, span: Span) -> bool:
    """Say whether another season follows: "the fall and winter"."""
    behind = doc[span.end : span.end + 2]
    seasons = words("season").keys() - {"fall"}
    return len(behind) == 2 and behind[0].lower_ in {"and", "or"} and behind[1].lower_ in seasons


def _unit(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "that minute", and "on this day in 1915"."""
    unit, after = found.parts.get("unit"), token_after(doc, span)
    of_old = (
        unit == "day" and found.parts.get("shift") == "this" and after is not None and after.lower_ == "in"
    )
    return unit not in {"second", "minute"} and not of_old


def _reference(doc: Doc, span: Span, found: Found) -> bool:
    word, after = found.parts["reference"], token_after(doc, span)
    if word == "current":
        return span[0].ent_type_ not in _NAMES and span[0].text.islower() and span[0].pos_ in {"ADJ", ""}
    if word == "the past":
        return after is None or after.pos_ not in {"NOUN", "NUM", "ADJ", "PROPN"}
    if word == "soon":
        return word_before(doc, span) not in {"as", "too"} and (
            after is None or (after.pos_ not in {"VERB", "ADP"} and after.lower_ not in {"as", "after"})
        )
    if word == "the present":
        return after is None or after.pos_ not in {"NOUN", "ADJ"}
    return word != "the future" or after is None or after.lower_ not in {"of"}


def _the_unit(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "player of the year" and "Word of the Year"."""
    if word_before(doc, span) != "of" or span.start < 2 or doc[span.start].lower_ != "the":
        return True
    named = doc[span.start - 2]
    return span[-1].text.islower() and not named.text[:1].isupper() and named.lower_ not in _AWARDED


def _often(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out names, and a measure: "the average daily volume"."""
    after = token_after(doc, span)
    if (
        span[0].pos_ == "NOUN"
        or doc.text[max(found.start - 1, 0) : found.start] == "-"
        or (word_before(doc, span), span[0].lower_) == ("average", "daily")
        or (after is not None and after.pos_ == "PROPN")
    ):
        return False
    return span[0].ent_type_ not in _NAMES and not span[0].text[:1].isupper()


def _holiday(doc: Doc, span: Span, found: Found) -> bool:
    after = token_after(doc, span)
    if after is not None and after.lower_ in _FESTIVE:
        return False
    longer = after is not None and after.ent_iob_ == "I" and after.ent_type_ in _NAMES
    return any(token.text[:1].isupper() for token in span) and not longer


def _century(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "his fifth century", of runs, and "21st Century Fox"."""
    after = token_after(doc, span)
    named = span[-1].text == "Century" and after is not None and after.text == "Fox"
    return not named and (word_before(doc, span) not in _HIS or "era" in found.parts)


def _every(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "where each may thrive"."""
    return "month" not in found.parts or any(
        token.text[:1].isupper() and token.lower_ == found.parts["month"] for token in span
    )


def _feast(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "Tariq Ramadan", "the Tet offensive" and "lent"."""
    after, before = token_after(doc, span), doc[span.start - 1] if span.start else None
    if span[0].ent_type_ == "PERSON":
        return False
    if before is not None and (before.ent_type_ == "PERSON" or before.lower_ == "operation"):
        return False
    if "year" not in found.parts and after is not None and after.lower_ in _WAR_NAMES:
        return False
    named = found.parts["feast"].split()
    return "hajj" in named or any(token.text[:1].isupper() and token.lower_ in named for token in span)


def _plural_weekday(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "the Going-to-the-Sun Road": a short weekday is one of two, "Mon.-Fri."."""
    if found.parts["weekday"] not in _SHORT_DAYS:
        return True
    return _SHORT_DAYS_FROM_TO.search(text_of(doc), max(found.start - 6, 0), found.end + 7) is not None


def _quarter(doc: Doc, span: Span, found: Found) -> bool:
    behind = [token.lower_ for token in doc[span.end : span.end + 6]]
    if (
        behind[:1] == ["of"]
        and behind[1:2] in (["the"], ["a"], ["an"])
        and not ("year" in found.parts or _YEARS_NAMED & set(behind))
    ):
        return False  # "the first quarter of the moon"
    around = {token.lower_ for token in doc[max(0, span.start - _AROUND) : span.end + _AROUND]}
    if "year" not in found.parts and around & _SPORT and not around & _BUSINESS:
        return False
    return bool({"nth", "month"} & found.parts.keys()) or words("ordinal").get(
        found.parts.get("ordinal", ""), 0
    ) in {0, 1, 2, 3, 4}


def _day_part(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "the night watch", "an early morning raid": it must be the head of its phrase."""
    after, det = token_after(doc, span), found.parts.get("det", "")
    if det not in {"the", ""} or found.parts["part"] == "overnight":
        return True
    return after is None or after.pos_ not in {"NOUN", "PROPN"}


def _today(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out what is of our time and not of a day: "today's youth"."""
    if span[-1].lower_ != "today" or len(doc) < span.end + 2 or doc[span.end].lower_ not in {"'s", "’s"}:
        return True
    return doc[span.end + 1].lower_ not in _OUR_TIME


_CHECKS: dict[str, Callable[[Doc, Span, Found], bool]] = {
    "month": _month,
    "year": bare_year,
    "early_year": early_year,
    "clock": clock,
    "decade": decade,
    "century": _century,
    "every": _every,
    "weekday": _weekday,
    "weekday_told": _weekday_told,
    "season": _season,
    "duration": lengths.duration,
    "shift_unit": _unit,
    "that_unit": _unit,
    "the_unit": _the_unit,
    "reference": _reference,
    "often": _often,
    "today": _today,
    "named_day": _holiday,
    "feast": _feast,
    "quarter": _quarter,
    "day_part": _day_part,
    "month_of_day": month_of_day,
    "plural_weekday": _plural_weekday,
    "vague_duration": lengths.vague_duration,
    "bare_units": lengths.units,
    "shift_units": lengths.shifted,
}
