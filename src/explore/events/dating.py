"""When an event was: the time expression that governs it, else its sentence's, else the story's day."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from explore.columns import text_of
from explore.dates.grammar import either
from explore.events.codebook import CONTACTS
from explore.events.forms import has_lemma
from explore.events.sorting import can_date, sorted_by
from explore.events.when import TOGETHER, Placed, When, joined, when_of
from explore.events.wordclass import word_class
from explore.events.words import HELD, OCCUR, PARTING, words
from explore.language.labels import labels, preposition

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from explore.dates import Timex
    from explore.events.triggers import Trigger

_FOLLOWS, _OWNED = 28, 2
# "Three days before the visit", "on Monday after the talks": such a time is not the event's own.
_CLAUSE = words("who which that")
_OPENS = frozenset({"WP", "WP$", "WDT"})
_AROUND = words("before after since until till following ahead")
_BOUNDS = words("before since until till")
_DAY = rf"\b(?:{either('weekday')}|{either('today')}|this|last|next)\b"
_MONTH = f"(?:{either('month')})"
# The place before the day a text was sent on, and the agency and dash behind it.
_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,40}(?:, [A-ZÀ-Þ][\w. ]{1,30})?,? ")
_DASH = re.compile(r",?(?: ?\([^)\n]{1,30}\)| /[^/\n]{1,20}/)? ?[—–-]{1,2} ")
_DASHED = 40
# What names a day only from the day of the story on.
_DEICTIC = re.compile(rf"{_DAY}|\b{_MONTH}\.? \d|\b\d+ {_MONTH}\b", re.IGNORECASE)


class Calendar:
    """The time expressions of a doc that name days, and what each governs."""

    def __init__(self, doc: Doc, triggers: list[Trigger], bounds: list[tuple[int, int]]) -> None:
        self.doc, self.bounds, self.labels = doc, bounds, labels(doc)
        self.words = {t.token.i for t in triggers} | {t.verb.i for t in triggers if t.verb is not None}
        self._contacts = {t.token.i for t in triggers if t.entry.kind in CONTACTS}
        self.tokens: set[int] = set()
        self.placed: list[Placed] = []
        self.sent: list[When] = []  # the days of datelines: of the news, never of what lies ahead
        self._loose: list[Placed] = []
        text = text_of(doc)
        for timex in doc._.timexes if doc.has_extension("timexes") else ():
            span = doc.char_span(timex.start_char, timex.end_char, alignment_mode="expand")
            if span is None or not len(span):
                continue
            if timex.type in {"DATE", "TIME"}:
                self.tokens.update(range(span.start, span.end))
                if timex.begin is not None and not _is_in_name(doc, span, timex):
                    when = when_of(timex, doc[span.start - 1].lower_ if span.start > 0 else "")
                    self.placed.append(
                        Placed(
                            when,
                            span.start,
                            span.end,
                            self._owner(span),
                            sorted_by(span, self.labels, self._contacts),
                        )
                    )
                    if _is_in_dateline(text, span.start_char, span.end_char):
                        self.sent.append(when)
                elif timex.begin is None and _DEICTIC.search(timex.text):
                    when = When(date.min, date.max, None, timex.text)
                    self._loose.append(Placed(when, span.start, span.end, self._owner(span)))
        for listed in (self.placed, self._loose):
            listed.sort(key=lambda p: p.start)
        self._starts = [p.start for p in self.placed]

    def _owner(self, span: Span) -> int:
        """Return the verb or event word a time expression hangs on, by the parse."""
        here = span.root
        for _ in range(8):
            if (word_class(here) in {"VERB"} or here.i in self.words) and not span.start <= here.i < span.end:
                return int(here.i)
            if here.dep_ in self.labels.clausal_complement:
                return int(here.i)  # "warned that the date of 12 April was early" dates no warning
            if preposition(here) in _BOUNDS and not span.start <= here.i < span.end:
                return int(here.i)  # "since his appointment in May" dates the appointment alone
            if here.head.i == here.i:
                break
            here = here.head
        return int(here.i)

    def of_sentence(self, token: Token) -> list[Placed]:
        """Return the dated expressions of a token's sentence."""
        start, end = self.bounds[token.i]
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self.placed[low:high]

    def governing(self, trigger: Trigger) -> When | None:
        """Return when the words around a trigger say it was."""
        here = [p for p in self.of_sentence(trigger.token) if can_date(p, trigger)]
        if not here:
            return None
        for found in (
            self._owner_of(trigger, here),
            self._beside(trigger, here),
            self._owned(trigger, here),
            self._before(trigger, here),
        ):
            if found:
                return self._of_its_year(joined(found, trigger.token), trigger)
        return None

    def _owner_of(self, trigger: Trigger, here: list[Placed]) -> list[Placed]:
        """Return the day right before a noun that is its own: "against Sunday's attack at the base"."""
        i = trigger.token.i
        possessive = i > 0 and self.doc[i - 1].tag_ == "POS"
        return [p for p in here if possessive and p.end == i - 1 and p.when.grain == "day"]

    def _of_its_year(self, when: When, trigger: Trigger) -> When:
        """Return days in the year a noun is of: "last year's summit, chaired by Widodo in September"."""
        year = next(
            (p for p in self.of_sentence(trigger.token) if 0 <= trigger.token.i - p.end <= _OWNED), None
        )
        if year is None or year.when.grain != "year" or re.search(r"\d{4}", when.words or ""):
            return when
        if when.grain not in {"day", "month"} or when.begin.year == year.when.begin.year:
            return when
        try:
            begin, end = (day.replace(year=year.when.begin.year) for day in (when.begin, when.end))
        except ValueError:  # 29 February
            return when
        return replace(when, begin=begin, end=end)

    def undated(self, trigger: Trigger) -> str | None:
        """Return the words that would date a trigger if the day of the story were known: "today"."""
        if not self._loose:
            return None
        start, end = self.bounds[trigger.token.i]
        here = [p for p in self._loose if start <= p.start < end]
        for found in (self._beside(trigger, here), self._owned(trigger, here), self._before(trigger, here)):
            if found:
                return found[0].when.words
        return None

    def only(self, trigger: Trigger) -> When | None:
        """Return the sentence's time if it has just one, and no reporting verb owns it."""
        here = self.of_sentence(trigger.token)
        if len(here) != 1 or not can_date(here[0], trigger):
            return None
        owner = self.doc[here[0].owner]
        if owner.i != trigger.token.i and word_class(owner) == "VERB" and owner.i not in self.words:
            return None
        if (
            owner.i not in {trigger.token.i, *range(here[0].start, here[0].end)}
            and preposition(owner) in _BOUNDS
        ):
            return None
        if owner.i in self.words and owner.i not in _own(trigger):
            return None
        return joined(here, trigger.token)

    def has_other(self, trigger: Trigger, day: date) -> bool:
        """Say whether a sentence names another day behind a trigger that no other event word owns."""
        own = _own(trigger)
        return any(
            placed.start > trigger.token.i
            and not placed.when.begin <= day <= placed.when.end
            and (placed.owner in own or placed.owner not in self.words)
            and not self._in_relative_clause(placed, trigger)
            and can_date(placed, trigger)
            for placed in self.of_sentence(trigger.token)
        )

    def _beside(self, trigger: Trigger, here: list[Placed]) -> list[Placed]:
        """Return the times that follow a trigger with no other verb or event word between."""
        found: list[Placed] = []
        position = trigger.token.i + 1
        for placed in here:
            if placed.start < position:
                continue
            between = self.doc[position : placed.start]
            if len(between) > _FOLLOWS or any(self._parts(t, trigger) for t in between):
                break
            found.append(placed)
            position = placed.end
        return found

    def behind(self, trigger: Trigger) -> list[Placed]:
        """Return the times that follow a trigger in its clause, one after the other."""
        return [p for p in self._beside(trigger, self.of_sentence(trigger.token)) if p.when.grain is not None]

    def _parts(self, token: Token, trigger: Trigger) -> bool:
        """Say whether a word between a trigger and a time parts them."""
        if trigger.occurs and token == trigger.verb and token.tag_ == "VBN":
            # "was called off on Tuesday" is no day of the meeting.
            return not has_lemma(token, OCCUR | HELD)
        if token.i in {t.i for t in (trigger.verb, trigger.held) if t is not None}:
            return False
        if token.dep_ == "xcomp" and token.head == trigger.verb and token.i not in self.words:
            return False  # "agreed to restore relations on March 10"
        if token.dep_ == "conj" and token.head.i == trigger.token.i and word_class(token) == "NOUN":
            return False  # "talks and a dinner on Monday"
        return word_class(token) == "VERB" or token.i in self.words or token.lower_ in PARTING

    def _owned(self, trigger: Trigger, here: list[Placed]) -> list[Placed]:
        own = _own(trigger)
        return [p for p in here if p.owner in own and not self._in_relative_clause(p, trigger)]

    def _in_relative_clause(self, placed: Placed, trigger: Trigger) -> bool:
        """Say whether a time stands in a clause on another word: "talks with Xi, who arrived yesterday"."""
        if placed.owner == (trigger.held.i if trigger.held else -1):
            return False
        if placed.start < trigger.token.i:
            return self._is_inserted(placed, trigger.token)
        between = self.doc[trigger.token.i + 1 : placed.start]
        opened = False
        for token in between:
            opened = (opened and token.text != ",") or token.tag_ in {"WP", "WDT"}
        return opened

    def _is_inserted(self, placed: Placed, token: Token) -> bool:
        """Say whether a time stands in an insertion before a word: "Orbán, whose talks were in May, went"."""
        left, behind = self.doc[self.bounds[token.i][0] : placed.start], self.doc[placed.end : token.i]
        opener = next((t for t in reversed(left) if t.tag_ in _OPENS), None)
        if opener is None or opener.i == 0 or self.doc[opener.i - 1].text != ",":
            return False
        return any(t.text == "," for t in behind)

    def _before(self, trigger: Trigger, here: list[Placed]) -> list[Placed]:
        """Return the time that opens the trigger's clause: "On Monday, Putin held talks"."""
        anchor = min(trigger.token.i, trigger.verb.i if trigger.verb is not None else trigger.token.i)
        for i, placed in reversed(list(enumerate(here))):
            if placed.end <= anchor and not self._is_inserted(placed, trigger.token):
                between = self.doc[placed.end - 1 : anchor]
                if any(t.lower_ in _AROUND for t in between) or any(
                    word_class(t) == "VERB" or t.i in self.words or (t.lower_ in _CLAUSE and t.tag_ != "DT")
                    for t in between
                ):
                    return []
                if placed.owner in self.words and placed.owner not in {anchor, trigger.token.i}:
                    return []
                # "On April 8 and 9, the two held talks": on both.
                paired = i > 0 and placed.start - here[i - 1].end <= TOGETHER
                return here[i - paired : i + 1]
        return []


def _is_in_dateline(text: str, start: int, end: int) -> bool:
    """Say whether a day only tells when a text was sent: "NAIROBI, August 28, 2025 (Newswire) - "."""
    begin = text.rfind("\n", 0, start) + 1
    return bool(_PLACE.fullmatch(text, begin, start) and _DASH.match(text, end, end + _DASHED))


def _is_in_name(doc: Doc, span: Span, timex: Timex) -> bool:
    """Say whether a season only begins a name: "the Winter Games"."""
    following = doc[span.end].text if span.end < len(doc) else ""
    return timex.grain == "quarter" and span[-1].is_title and following.istitle() and following.isalpha()


def _own(trigger: Trigger) -> set[int]:
    """Return the words whose time is the event's: "talks began on Monday", not "the talks raised hopes"."""
    verb = trigger.verb
    own = {trigger.token.i} | ({trigger.held.i} if trigger.held is not None else set())
    dates = verb is not None and (not trigger.occurs or has_lemma(verb, OCCUR))
    return own | {verb.i} if verb is not None and dates else own
