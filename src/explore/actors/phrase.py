"""What belongs to a title: the words before it, back to the article, and "of France" after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explore.actors.gazetteer import GEOGRAPHIC
from explore.actors.lexicon import word_list

if TYPE_CHECKING:
    from explore.actors.gazetteer import Hit
    from explore.actors.words import Words

_WORDS = 10  # the most that stand before a title
_PORTFOLIO = 2  # words of "Foreign Trade Minister"
_SUBJECT = 9  # the most words of "for Health and Social Care"
_FORMER = frozenset({"former", "ex", "ousted", "deposed", "late", "onetime", "ex-"})
_LATER = frozenset({"future", "next", "designate", "elect", "would-be"})
_MODIFIERS = word_list("beside a title")
_INDEFINITE = frozenset({"a", "an", "any", "every", "each", "no", "some", "another", "many", "several"})
_DEFINITE = frozenset({"the", "this"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_POSSESSIVE = frozenset({"'s", "'"})
# Titles before which the name of a country is what they are about.
_ON = frozenset({"expert", "politician", "ambassador"})
_NO_ADJECTIVE = frozenset({"USA", "GBR", "ARE"})
# Before a title without an article these say what somebody is, and name nobody: "as Russian president".
_SAYING_WHAT = frozenset({"as", "become", "becomes", "became", "elected", "first", "second", "third"})
# What stands after "head of" with an adjective of country between: the office of "the head of Russian
# diplomacy".
_HEADED = {
    "diplomacy": "foreign_minister",
    "diplomats": "foreign_minister",
    "state": "head_of_state",
    "government": "head_of_government",
    "defence": "defence_minister",
    "defense": "defence_minister",
    "parliament": "speaker",
}
# Who speaks for whom, by the office at the head of the body.
_SPOKESPERSONS = {
    "head_of_state": "presidential_spokesperson",
    "head_of_government": "government_spokesperson",
    "government": "government_spokesperson",
    "foreign_minister": "foreign_ministry_spokesperson",
    "defence_minister": "defence_ministry_spokesperson",
    "armed_forces": "military_spokesperson",
}


@dataclass(slots=True)
class TitlePhrase:
    """A title that grows to its noun phrase.

    Attributes
    ----------
    start, end : int
        The tokens read so far, end exclusive.
    core : int
        The first token without article or owner.
    kinds : list of str
    where : str or None
        ISO 3166 alpha-3, or the name of an organisation.
    owner : int or None
        The token of a possessive ("his", "Putin's").
    definite : bool or None
        None where nothing says so.
    former : bool
    against : bool
        True for "the pro-Russian president", who is no president of Russia.
    nationality : int
        Where an adjective of country begins that was read as whose the title is, -1 for none.
    """

    words: Words
    hit: Hit
    start: int = 0
    end: int = 0
    core: int = 0
    kinds: list[str] = field(default_factory=list)
    where: str | None = None
    owner: int | None = None
    definite: bool | None = None
    former: bool = False
    against: bool = False
    nationality: int = -1

    def __post_init__(self) -> None:
        self.start = self.core = self.hit.start
        self.end = self.hit.end
        self.kinds = [self.hit.term.office or ""]

    # -- before the title -----------------------------------------------------------------------------------

    def grow_left(self, ends: dict[int, Hit]) -> None:
        """Take the words before the title that belong to it."""
        for _ in range(_WORDS):
            if not (self._take_entry(ends) or self._take_word(ends)):
                break
        if self.words.low[self.start] == "-":
            self.start += 1  # the second half of "re-elected"
        if self.owner is None:
            self.core = self.start
        low, i = self.words.low, self.start
        if i and low[i - 1] in _DEFINITE | _INDEFINITE and (self.definite is None or low[i - 1] in _DEFINITE):
            self.definite, self.start = low[i - 1] in _DEFINITE, i - 1
        elif self.definite is None and self.owner is None and self.where is not None and self._is_aside():
            self.definite = False

    def _take_entry(self, ends: dict[int, Hit]) -> bool:
        """Take a country, a body, a ministry or another title before."""
        before = ends.get(self.start) if self.owner is None else None
        if before is None:
            return False
        kind = before.term.kind
        if kind in GEOGRAPHIC and (prefix := self._prefix(before.start)):
            self.against, self.start = prefix in {"pro", "anti"}, before.start - 2
        elif kind == "adjective" and self.nationality == before.end and self.where is not None:
            # "The Turkish Cypriot leader" leads a people, and neither country.
            self.where, self.against, self.start = None, True, before.start
        elif kind in GEOGRAPHIC and self.where is None and not self.against:
            self.nationality = before.start if kind == "adjective" else -1
            self.where, self.start = before.term.country, before.start
            if kind == "country" and self.kinds[0] in _ON and self.where not in _NO_ADJECTIVE:
                # A "Russia adviser" advises on Russia.
                self.where = None
        elif self.words.low[before.start : before.end] == ["congress"]:
            return False  # "Congress leader Rahul Gandhi" is of a party, in India
        elif kind in {"institution", "organisation"} and self.where is None:
            self.where, self.start = self._of_body(before), before.start
        elif kind == "ministry":
            self.kinds, self.start = [_of_ministry(before, self.kinds[0])], before.start
        else:
            return False
        return True

    def _take_word(self, ends: dict[int, Hit]) -> bool:
        """Take one word before: "and" with another title, a possessive, "former", "new"."""
        low, i = self.words.low, self.start
        word = low[i - 1] if i and self.owner is None else ""
        other = ends.get(i - 1)
        if word in {"and", "&", "/"} and other and other.term.kind == "title":
            self.kinds, self.start = [*self.kinds, other.term.office or ""], other.start
        elif word in _POSSESSIVE and other and other.term.kind in GEOGRAPHIC:
            # "Iraq's foreign minister" is as definite as "the Iraqi foreign minister".
            if self.where is None:
                self.definite, self.where = True, other.term.country
            self.start = other.start
        elif word in _FORMER | _LATER:
            self.former, self.start = True, i - 1
        elif word in _OWNERS:
            self.owner, self.definite, self.core, self.start = i - 1, True, i, i - 1
        elif word in _POSSESSIVE:
            # The name of "Macron's counterpart" is a mention of its own.
            self.owner, self.definite, self.core = i - 2, True, i
        elif self._is_portfolio(i - 1) or (word in _MODIFIERS and (word != "-" or self._is_joined(i - 1))):
            self.start = i - 1
        else:
            return False
        return True

    def _is_portfolio(self, i: int) -> bool:
        """Say whether a word is what somebody is minister of: "Infrastructure Minister"."""
        words = self.words
        near = self.hit.start - i <= _PORTFOLIO and self.owner is None and i >= 0
        return (
            near
            and self.kinds[0] == "minister"
            and words.tag[i].startswith("NN")
            and (words.capital[i] == words.capital[self.hit.start] and words.text[i].isalpha())
        )

    def _is_aside(self) -> bool:
        """Say whether a title without an article names nobody: "as Russian president"."""
        before = self.words.low[self.start - 1] if self.start else ""
        return not self.words.capital[self.start] or before in _SAYING_WHAT

    def _is_joined(self, i: int) -> bool:
        """Say whether a hyphen joins two words, and is no bullet or dash."""
        doc = self.words.doc
        joined = i > 0 and not doc[i - 1].whitespace_ and not doc[i].whitespace_
        return joined and self.words.text[i - 1].isalpha()

    def _prefix(self, i: int) -> str:
        """Return what is joined to a word by a hyphen: "pro" of "pro-Russian"."""
        low = self.words.low
        joined = i > 1 and low[i - 1] == "-"
        return low[i - 2] if joined and low[i - 2] in {"pro", "anti", "ex", "non"} else ""

    def _of_body(self, hit: Hit) -> str | None:
        """Return the country or organisation of a body; "Kremlin chief" is its head."""
        if hit.term.kind == "organisation":
            if self.kinds[0] == "spokesperson":
                self.kinds[0] = "organisation_spokesperson"
            return hit.term.name
        if self.kinds[0] == "spokesperson":
            self.kinds[0] = _SPOKESPERSONS.get(hit.term.office or "", "spokesperson")
        if self.kinds[0] in {"chief", "leader"} and hit.term.office:
            self.kinds[0] = hit.term.office
        return hit.term.country

    # -- after the title ------------------------------------------------------------------------------------

    def grow_right(self, starts: dict[int, Hit], names: set[int]) -> None:
        """Take "of the Russian Federation", "of Russian diplomacy", "for the Chinese Foreign Ministry"."""
        low, end = self.words.low, self.end
        if self.hit.term.number == 2 or end + 1 >= len(low):
            return
        if self.kinds[0] == "ambassador":
            self._take_posting(starts)
            return
        if low[end] not in {"of", "for", "at", "in"}:
            return
        i = end + 1 + (low[end + 1] == "the")
        found = starts.get(i)
        if found is None or found.term.kind in {"title", "noun"}:
            self._take_subject(i, names)
        elif found.term.kind == "ministry" and self.kinds[0] in {"spokesperson", "chief"}:
            # "Spokesman for the ministry of external affairs": the country is that of the name beside it.
            self.kinds, self.end = [_of_ministry(found, self.kinds[0])], found.end
        elif not self._take_headed(found, starts.get(found.end)) and self._ends_with(found, names):
            self._take_country(found)

    def _take_posting(self, starts: dict[int, Hit]) -> None:
        """Take "to the United States" after "ambassador": where somebody is sent, not whose."""
        low, end = self.words.low, self.end
        place = starts.get(end + 1 + (low[end + 1] == "the"))
        if (
            low[end] in {"to", "in", "at"}
            and place
            and place.term.kind in {"country", "capital", "organisation"}
        ):
            self.end = place.end

    def _take_headed(self, found: Hit, nested: Hit | None) -> bool:
        """Take "Russian diplomacy" after "head of", and a ministry with its country."""
        low, after = self.words.low, found.end
        if found.term.kind in {"adjective", "country"} and self.kinds[0] == "chief" and after + 1 < len(low):
            after += low[after] == "'s"
            if low[after] in _HEADED:
                self.end, self.where, self.kinds = after + 1, found.term.country, [_HEADED[low[after]]]
                return True
        if found.term.kind in GEOGRAPHIC and nested and nested.term.kind == "ministry":
            self.kinds = [_of_ministry(nested, self.kinds[0])]
            self.end, self.where = nested.end, found.term.country
            return True
        return False

    def _ends_with(self, found: Hit, names: set[int]) -> bool:
        """Say whether the phrase ends with a country or body, unlike "the head of Ukraine's navy"."""
        words, i = self.words, found.end
        if i >= len(words):
            return True
        runs_on = words.capital[i] and words.tag[i] == "NNP" and i not in names
        return words.low[i] != "'s" and not runs_on

    def _take_country(self, found: Hit) -> None:
        if self.where is not None or self.words.low[self.end] not in {"of", "for"}:
            return
        kind = found.term.kind
        if kind == "country" or (kind == "capital" and self.kinds[0] in {"leader", "chief"}):
            self.end, self.where = found.end, found.term.country
        elif kind in {"institution", "organisation"}:
            self.where, self.end = self._of_body(found), found.end

    def _take_subject(self, i: int, names: set[int]) -> None:
        """Take "for Health and Social Care", "of Agriculture": of such an office nobody can be looked up."""
        words, end = self.words, self.end
        if self.kinds[0] not in {"minister", "secretary_of_state"} or words.low[end] not in {"of", "for"}:
            return
        last = end
        while i < min(end + _SUBJECT, len(words)) and i not in names:
            if words.capital[i] and words.tag[i].startswith("NN"):
                last = i + 1
            elif (
                words.low[i] not in {"and", "the", ",", "&"} or not words.capital[min(i + 1, len(words) - 1)]
            ):
                break
            i += 1
        if last > end:
            self.end, self.kinds = last, ["minister"]


def _of_ministry(hit: Hit, kind: str) -> str:
    if kind == "spokesperson":
        return _SPOKESPERSONS.get(hit.term.office or "", kind)
    return hit.term.office or kind if kind in {"chief", "minister", "secretary"} else kind
