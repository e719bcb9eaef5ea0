"""Numbers that look like a time and are none: "1600 Pennsylvania Avenue", "highs in the 80s"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.dates.grammar import trap

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from explore.dates.found import Found

# "2000 people" and "in 1999 dollars" are not the same: a bare year needs room around it.
BEFORE_YEAR = trap("before_year")
_BEFORE_NUMBER = trap("before_number")
_NAMES_A_NUMBER = trap("names_a_number")
_STREETS = trap("streets")
_YEAR_NOUNS = trap("year_nouns")
_DEGREES = trap("degrees")
_CLOCK_BEFORE = trap("before_clock")
_SHORT_YEAR_NOUNS = trap("short_year_nouns")
_OWN_YEAR = frozenset({"the", "its", "their", "his", "her", "our", "'s", "’s"})
_COUNTED = frozenset({"people", "percent", "%", "million", "billion", "trillion"})
_GAME_CLOCK = trap("game_clock")
_MODEL = re.compile(r"[A-Z]{2,5}")
_OWN = frozenset({"their", "his", "her", "my", "your", "our"})
_OUR_TIME = 1900
_CIRCA = frozenset({"c.", "ca.", "c", "ca", "circa"})
_DASHES = frozenset({"-", "–", "—"})
_EARLY_BEFORE = frozenset({"in", "around", "about", "by", "until", "after", "before", "since", "from", "to"})
_NTH = re.compile(r"\d\d?(?:st|nd|rd|th)", re.I)
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_TIMED = re.compile(r"\b(?:[01]\d|2[0-3])[:.]?[0-5]\d\s?(?:GMT|UTC|BST|CET|EST|EDT|ET)\b")
_ROUND, _AGAINST = frozenset({"00", "15", "30", "45"}), frozenset({"v", "v.", "vs", "vs."})
_LISTING = frozenset({"and", "or", "to", ","})
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_BARE_CLOCK = re.compile(r"\d\d?:\d\d|\d\d?(?:[:.]\d\d)?\s{1,3}(?:in|this)\s.*")


def word_before(doc: Doc, span: Span) -> str:
    """Return the word before a span in lower case."""
    word: str = doc[span.start - 1].lower_ if span.start else ""
    return word


def token_after(doc: Doc, span: Span) -> Token | None:
    """Return the token behind a span."""
    return doc[span.end] if span.end < len(doc) else None


def _in_street(doc: Doc, span: Span) -> bool:
    """Say whether a number begins an address: "1600 Pennsylvania Avenue"."""
    for token in doc[span.end : span.end + 4]:
        if not token.text[:1].isupper():
            return False
        if token.lower_ in _STREETS:
            return True
    return False


def bare_year(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out numbers that count, cost or name: "About 2000 people", "Resolution 1701"."""
    if "short" in found.parts and doc.text[found.start] in "'’" and word_before(doc, span) == "of":
        return span.start > 1 and doc[span.start - 2].lower_ in _SHORT_YEAR_NOUNS
    if len(span) > 1 or "spelled" in found.parts or found.end - found.start > 4:
        return True
    token, before, after = span[0], word_before(doc, span), token_after(doc, span)
    if not token.text[:1].isdigit():
        return True  # "FY24"
    if int(found.parts["year"]) < _OUR_TIME and span.start and _MODEL.fullmatch(doc[span.start - 1].text):
        return False  # "a GTX 1660"
    counted = after is not None and (after.tag_ == "NNS" or after.lower_ in _COUNTED)
    if counted and _of_its_year(doc, span, int(found.parts["year"])):
        return True
    if _is_numbered(doc, span) or _in_street(doc, span) or _is_hour(doc, span):
        return False
    if len(token) > 4 or (token.ent_type_ == "DATE" and not counted):
        return True
    if token.ent_type_ in {"MONEY", "QUANTITY", "PERCENT"} or before in _BEFORE_NUMBER:
        return False
    plausible = 1400 <= int(found.parts["year"]) <= 2099
    if before in BEFORE_YEAR and not counted:
        return plausible or before in {"in", "since", "by"}
    if counted:
        return False
    beside = before in {"(", "-", "–", "—", ",", "/", "["}
    if after is not None:
        beside |= after.text in {")", ",", "-", "–", "—", ":", ".", "'s", "’s", "]", "/", ";"}
        beside |= after.pos_ in {"NOUN", "PROPN", "ADJ"}
    return plausible and beside


def _of_its_year(doc: Doc, span: Span, year: int) -> bool:
    """Say whether a plural is of a year and not counted: "the 2020 elections", "the 1777 campaigns"."""
    noun = doc[span.end].lower_
    if noun in _YEAR_NOUNS and year >= _OUR_TIME:
        return True
    return word_before(doc, span) in _OWN_YEAR and noun not in _COUNTED and year % 50 > 0


def _is_numbered(doc: Doc, span: Span) -> bool:
    """Say whether a number is one of a row: "Resolution 1701", "pages 1990-1999"."""
    if word_before(doc, span) in _DASHES and span.start > 2:
        return doc[span.start - 3].lower_ in _NAMES_A_NUMBER
    return word_before(doc, span) in _NAMES_A_NUMBER


def _is_hour(doc: Doc, span: Span) -> bool:
    """Say whether a number is when an entry or a match begins: "1415: We hear", "Roma v Lazio (1900)"."""
    after = token_after(doc, span)
    if after is None or not _HOUR.fullmatch(span.text):
        return False
    if after.text == ")" and word_before(doc, span) == "(":
        before = doc[max(0, span.start - 8) : span.start]
        return span.text[2:] in _ROUND and any(word.lower_ in _AGAINST for word in before)
    if after.text != ":":
        return False
    return (span.start == 0 or span[0].is_sent_start is True) and _TIMED.search(text_of(doc)) is not None


def early_year(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out numbers that count; "in 348", "c. 314" and "(837–908)" may be years."""
    if span.start < 1 or span[0].ent_type_ in {"MONEY", "QUANTITY", "PERCENT"}:
        return False
    before, after = word_before(doc, span), token_after(doc, span)
    if "lived" in found.parts:
        named = before != "(" or (span.start > 1 and doc[span.start - 2].pos_ == "PROPN")
        return named and found.parts["lived"] > found.parts["year"]
    if before in _CIRCA or (before == "." and doc[span.start - 2].lower_ in _CIRCA):
        return True
    if before in _DASHES:  # "about 360 - 366"
        told = span.start > 2 and doc[span.start - 2].like_num
        return (
            told
            and doc[span.start - 3].lower_ in _EARLY_BEFORE | _CIRCA | {".", "("}
            and (after is None or after.is_punct)
        )
    if after is not None and after.pos_ in {"NOUN", "NUM", "ADJ", "SYM", "ADV"}:
        return False
    return before in _EARLY_BEFORE


def decade(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "highs in the 80s" and "women in their mid-50s"."""
    if len(found.parts["decade_start"]) > 2 or "era" in found.parts:
        return True
    if word_before(doc, span) in _OWN:
        return False
    near = [token.lower_ for token in doc[max(0, span.start - 12) : span.start]]
    stop = len(near) - near[::-1].index(".") if "." in near else 0
    return not _DEGREES & {*near[stop:], *(token.lower_ for token in doc[span.end : span.end + 3])}


def clock(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "high noon", and "the score was 10:12": a bare time of day needs a word that puts it."""
    if "noon" in found.parts and word_before(doc, span) == "high":
        return False
    if _BARE_CLOCK.fullmatch(span.text):
        beside = (*doc[max(span.start - 8, 0) : span.start], *doc[span.end : span.end + 4])
        if any(token.lower_ in _GAME_CLOCK for token in beside):
            return False
    if not _BARE_CLOCK.fullmatch(span.text) or word_before(doc, span) in _CLOCK_BEFORE:
        return True
    behind, before = doc[span.end : span.end + 2], doc[max(span.start - 2, 0) : span.start]
    return any(  # "open 09:00-17:00"
        len(beside) == 2 and beside[dash].text in _DASHES and _CLOCK.match(beside[1 - dash].text)
        for beside, dash in ((behind, 0), (before, 1))
    )


def month_of_day(doc: Doc, span: Span, found: Found) -> bool:
    """Leave out "on the 8th floor" and "the 15th round": no noun may follow, nor "the 8th and 9th floors"."""
    end = span.end
    while end < len(doc) and (doc[end].lower_ in _LISTING or _NTH.fullmatch(doc[end].text)):
        end += 1
    if end > span.end + 1 and end < len(doc) and doc[end].pos_ in {"NOUN", "PROPN", "ADJ"}:
        return False
    after = token_after(doc, span)
    if after is not None and after.pos_ not in {
        "PUNCT",
        "CCONJ",
        "PRON",
        "VERB",
        "AUX",
        "SPACE",
        "SCONJ",
        "DET",
    }:
        return after.lower_ == "to" or doc[span.end : span.end + 2].text.lower() == "of this"
    return word_before(doc, span) in {"on", "from", "to", "until", "till", "by", "since", "between", "and"}
