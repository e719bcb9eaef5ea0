"""Titles in a text: "the Russian president", "Chinese Foreign Ministry spokesperson", "the head of Russian diplomacy"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explore.actors.gazetteer import GEOGRAPHIC
from explore.actors.lexicon import word_list

if TYPE_CHECKING:
    from explore.actors.gazetteer import Hit
    from explore.actors.names import NameSpan
    from explore.actors.words import Words

_FORMER = frozenset({"former", "ex", "ousted", "deposed", "late", "onetime", "ex-"})
_LATER = frozenset({"future", "next", "designate", "elect", "would-be"})
_MODIFIERS = word_list("beside a title")
_INDEFINITE = frozenset({"a", "an", "any", "every", "each", "no", "some", "another", "many", "several"})
_DEFINITE = frozenset({"the", "this"})
_OWNERS = frozenset({"his", "her", "its", "their"})
# What stands after "head of" with an adjective of country between: the office of "the head of Russian diplomacy".
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
# The kinds under which nobody can be looked up; the words still introduce a person.
UNHELD = frozenset(
    {
        "politician",
        "expert",
        "lawmaker",
        "minister",
        "deputy_minister",
        "ambassador",
        "spokesperson",
        "chief_of_staff",
    }
)


@dataclass(frozen=True, slots=True)
class Role:
    """A title with what belongs to it, at tokens, end exclusive.

    Attributes
    ----------
    start, end : int
        The noun phrase, its determiner included.
    core : int
        The first token without the determiner.
    kinds : tuple of str
        Kinds of office, several for "state councillor and foreign minister".
    where : str or None
        ISO 3166 alpha-3, or the name of an organisation.
    owner : int or None
        The token of a possessive ("his foreign minister", "Putin's spokesman").
    definite, former : bool
    number : int
        1 or 2 (plural).
    """

    start: int
    end: int
    core: int
    kinds: tuple[str, ...]
    where: str | None
    owner: int | None
    definite: bool
    former: bool
    number: int

    @property
    def kind(self) -> str:
        """The first kind that can be looked up, else the first."""
        return next((kind for kind in self.kinds if kind not in UNHELD), self.kinds[0])


class RoleFinder:
    """Finds the titles of one text."""

    def __init__(self, words: Words, hits: list[Hit], names: list[NameSpan]) -> None:
        self.words, self.hits = words, hits
        self.names = {span.start for span in names}
        self.starts = {hit.start: hit for hit in hits}
        self.ends = {hit.end: hit for hit in hits}

    def find(self) -> list[Role]:
        """Return the titles, none overlapping, in the order of the text."""
        found: list[Role] = []
        for hit in self.hits:
            if hit.term.kind == "title" and self._is_noun(hit) and (not found or hit.start >= found[-1].end):
                role = self._role(hit)
                if found and role.start < found[-1].end:
                    if not (found[-1].kinds and self._joins(found[-1], role)):
                        continue
                    found.pop()
                found.append(role)
        return found

    def _joins(self, before: Role, after: Role) -> bool:
        return after.start <= before.start

    def _is_noun(self, hit: Hit) -> bool:
        tag = self.words.tag[hit.end - 1]
        return (
            tag.startswith("NN")
            or len(self.words.text[hit.start : hit.end]) > 1
            or self.words.capital[hit.start]
        )

    def _role(self, hit: Hit) -> Role:
        kinds, where, owner, definite, former = [hit.term.office or ""], None, None, None, False
        against = False
        low, i = self.words.low, hit.start
        for _ in range(10):
            before = self.ends.get(i)
            word = low[i - 1] if i else ""
            if before and before.term.kind in GEOGRAPHIC and (prefix := self._prefixed(before.start)):
                # "The pro-Russian president" is no president of Russia.
                against, i = prefix in {"pro", "anti"}, before.start - 2
            elif before and before.term.kind in GEOGRAPHIC and where is None:
                where, i = before.term.country, before.start
            elif before and before.term.kind in {"institution", "organisation"} and where is None:
                where, i = self._body(before, kinds), before.start
            elif before and before.term.kind == "ministry":
                kinds, i = [self._of_ministry(before, kinds[0])], before.start
            elif (
                before and before.term.kind == "title" and before.term.office in {"deputy_minister", "chief"}
            ):
                break
            elif word in {"and", "&", "/"} and (other := self.ends.get(i - 1)) and other.term.kind == "title":
                kinds, i = [*kinds, other.term.office or ""], other.start
            elif (
                word in {"'s", "'"}
                and (owner_hit := self.ends.get(i - 1))
                and owner_hit.term.kind in GEOGRAPHIC
            ):
                # "Iraq's foreign minister" is as definite as "the Iraqi foreign minister".
                if where is None:
                    definite, where = True, owner_hit.term.country
                i = owner_hit.start
            elif word in _FORMER | _LATER:
                former, i = True, i - 1
            elif word in _OWNERS or word in {"'s", "'"}:
                owner = i - 1 if word in _OWNERS else i - 2
                # "Macron's counterpart": the name is a mention of its own, "his" is none beside "his counterpart".
                definite, core, i = True, i, owner if word in _OWNERS else i
                break
            elif word in _MODIFIERS and (word != "-" or self._is_joined(i - 1)):
                i -= 1
            else:
                break
        core = i if owner is None else core
        if i and low[i - 1] in _DEFINITE | _INDEFINITE and (definite is None or low[i - 1] in _DEFINITE):
            definite, i = low[i - 1] in _DEFINITE, i - 1
        elif definite is None and owner is None and where is not None and self._is_aside(i):
            definite = False
        end, where, kinds = self._after(hit, where, kinds)
        return Role(
            i,
            end,
            core,
            tuple(kinds),
            where,
            owner,
            definite is not False and not against,
            former,
            hit.term.number,
        )

    def _is_aside(self, i: int) -> bool:
        """Say whether a title without an article says what somebody is: "as Russian president", "second South American pope"."""
        words = self.words
        before = words.low[i - 1] if i else ""
        return not words.capital[i] or before in {
            "as",
            "become",
            "becomes",
            "became",
            "elected",
            "first",
            "second",
            "third",
        }

    def _is_joined(self, i: int) -> bool:
        """Say whether a hyphen joins two words, and is no bullet or dash."""
        doc = self.words.doc
        return (
            i > 0
            and not doc[i - 1].whitespace_
            and not doc[i].whitespace_
            and self.words.text[i - 1].isalpha()
        )

    def _prefixed(self, i: int) -> str:
        """Return what is joined to a word by a hyphen: "pro" of "pro-Russian"."""
        low = self.words.low
        return (
            low[i - 2] if i > 1 and low[i - 1] == "-" and low[i - 2] in {"pro", "anti", "ex", "non"} else ""
        )

    @staticmethod
    def _body(hit: Hit, kinds: list[str]) -> str | None:
        """Return the country or organisation of a body before a title; "Kremlin chief" is its head."""
        if hit.term.kind == "organisation":
            if kinds[0] == "spokesperson":
                kinds[0] = "organisation_spokesperson"
            return hit.term.name
        if kinds[0] == "spokesperson":
            kinds[0] = _SPOKESPERSONS.get(hit.term.office or "", kinds[0])
        if kinds[0] in {"chief", "leader"} and hit.term.office:
            kinds[0] = hit.term.office
        return hit.term.country

    @staticmethod
    def _of_ministry(hit: Hit, kind: str) -> str:
        if kind == "spokesperson":
            return _SPOKESPERSONS.get(hit.term.office or "", kind)
        return hit.term.office or kind if kind in {"chief", "minister", "secretary"} else kind

    def _after_subject(
        self, i: int, end: int, where: str | None, kinds: list[str]
    ) -> tuple[int, str | None, list[str]]:
        """Read "Secretary of State for Health and Social Care", "Minister of Agriculture": no office we can look up."""
        words = self.words
        if kinds[0] not in {"minister", "secretary_of_state"} or words.low[end] not in {"of", "for"}:
            return end, where, kinds
        last = end
        while i < min(end + 9, len(words)) and i not in self.names:
            if words.capital[i] and words.tag[i].startswith("NN"):
                last = i + 1
            elif (
                words.low[i] not in {"and", "the", ",", "&"} or not words.capital[min(i + 1, len(words) - 1)]
            ):
                break
            i += 1
        return (last, where, ["minister"]) if last > end else (end, where, kinds)

    def _after(self, hit: Hit, where: str | None, kinds: list[str]) -> tuple[int, str | None, list[str]]:
        """Read "of the Russian Federation", "of Russian diplomacy", "for the Chinese Foreign Ministry"."""
        low, end = self.words.low, hit.end
        if hit.term.number == 2 or end + 1 >= len(low) or low[end] not in {"of", "for", "at", "in"}:
            return end, where, kinds
        if kinds[0] == "ambassador":
            return end, where, kinds
        i = end + 1 + (low[end + 1] == "the")
        found = self.starts.get(i)
        if found is None or found.term.kind in {"title", "noun"}:
            return self._after_subject(i, end, where, kinds)
        nested = self.starts.get(found.end)
        if found.term.kind in {"adjective", "country"} and kinds[0] == "chief":
            headed = low[found.end + (low[found.end] == "'s")] if found.end + 1 < len(low) else ""
            if headed in _HEADED:
                return found.end + 1 + (low[found.end] == "'s"), found.term.country, [_HEADED[headed]]
        if found.term.kind in GEOGRAPHIC and nested and nested.term.kind == "ministry":
            return nested.end, found.term.country, [self._of_ministry(nested, kinds[0])]
        follows = found.end if found.end < len(low) else end
        runs_on = (
            self.words.capital[follows] and self.words.tag[follows] == "NNP" and follows not in self.names
        )
        if low[follows] == "'s" or runs_on:
            # "The head of Ukraine's navy", "commander of the U.S. Pacific Command".
            return end, where, kinds
        ruled = found.term.kind == "country" or (
            found.term.kind == "capital" and kinds[0] in {"leader", "chief"}
        )
        if where is None and ruled and low[end] in {"of", "for"}:
            return found.end, found.term.country, kinds
        if where is None and found.term.kind in {"institution", "organisation"} and low[end] in {"of", "for"}:
            where = self._body(found, kinds)
            return found.end, where, kinds
        return end, where, kinds
