"""Countries and cities: governments where the parse shows them acting, places where something is or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.gazetteer import BODIES, GEOGRAPHIC
from explore.actors.lexicon import word_list
from explore.actors.place import Place

if TYPE_CHECKING:
    from explore.actors.gazetteer import Hit
    from explore.actors.place import PlaceKind
    from explore.actors.words import Words

_IN = word_list("before a place")
_WITH = word_list("before a party")
# "to" and "from" lead to a place after words of moving, to a party after others ("a message to China").
_MOVES = word_list("moving")
_GOES_TO = word_list("done to a place")
_ARTICLES = frozenset({"the", "neighbouring", "neighboring", "nearby", "mainland", "central", "downtown"})
# Where these stand on a capital, it is the town: "Kyiv's streets".
_TOWNS = word_list("of a town")
_KIND: dict[str, PlaceKind] = {
    "country": "country", "adjective": "adjective", "capital": "capital", "city": "city", "region": "region",
    "institution": "building",
}  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "nsubj:outer", "csubj", "agent", "obl:agent"})
_LINE = 8  # words: a line no longer than this may be a dateline
# Bodies that are no building anywhere.
_MOVEMENTS = frozenset({"movement", "armed_forces"})
_ACTIVE = frozenset({"nsubj", "nsubj:outer"})
_TOLD = word_list("told to a party")
_TIES = word_list("tied to a party")
_SAYING = word_list("saying")
_FLYING = word_list("in the air")
_TOWN = frozenset({"GPE", "LOC", "FAC"})
_PARTS = word_list("part of a place")
_OBJECTS = frozenset({"obj", "dobj", "iobj", "dative"})


class PlaceReader:
    """Tells governments from places in one text."""

    def __init__(self, words: Words, hits: list[Hit]) -> None:
        self.words = words
        self.hits = [hit for hit in hits if hit.term.kind in GEOGRAPHIC or hit.term.kind in BODIES]
        self._ends = {hit.end: hit for hit in self.hits}
        self._acting: dict[int, bool] = {}

    def is_acting(self, hit: Hit) -> bool:
        """Say whether a name stands for those who act there.

        A country and a body act unless the words around make a place of them; a capital is a place unless
        the words around make it act; other cities never act.
        """
        if hit.start not in self._acting:
            self._acting[hit.start] = self._decide(hit)
        return self._acting[hit.start]

    def _decide(self, hit: Hit) -> bool:
        kind = hit.term.kind
        if hit.term.office in _MOVEMENTS:
            return True
        if kind in {"city", "region", "adjective"} or self._is_dateline(hit) or self._is_modifier(hit):
            return False
        if kind == "capital" and self._does(hit):
            return True
        told = self._by_preposition(hit)
        if told is None:
            told = self._by_list(hit)
        if told is None:
            told = self._by_parse(hit)
        return told if told is not None else kind != "capital"

    def _is_dateline(self, hit: Hit) -> bool:
        low = self.words.low
        if self._is_line(hit):
            return True
        first = hit.start == 0 or self.words.text[hit.start - 1].isspace()
        after = low[hit.end] if hit.end < len(low) else ""
        return first and (
            after in {"—", "–", "--", "(", "-", "/"}
            or (self.words.text[hit.start].isupper() and len(low[hit.start]) > 4)
        )

    def _is_line(self, hit: Hit) -> bool:
        """Say whether a line holds nothing but places: "The Kremlin, Moscow"."""
        text = self.words.text
        start, end = hit.start, hit.end
        while start and "\n" not in text[start - 1] and hit.start - start < _LINE:
            start -= 1
        while end < len(text) and "\n" not in text[end] and end - hit.end < _LINE:
            end += 1
        if end - start >= _LINE or (start == 0 and end == len(text)):
            return False
        inside = {
            i for other in self.hits if start <= other.start < end for i in range(other.start, other.end)
        }
        return all(
            i in inside or not text[i].isalpha() or text[i].lower() == "the" for i in range(start, end)
        )

    def _is_modifier(self, hit: Hit) -> bool:
        """Say whether the name only qualifies a noun: "the Ukraine crisis", "Moscow time"."""
        last, words = hit.end - 1, self.words
        if hit.term.kind == "capital" and hit.end < len(words) and words.low[hit.end] == "-":
            return True  # "the Baghdad-Damascus highway"
        if hit.end < len(words) and words.low[hit.end] in {"'s", "'"}:
            owned = words.low[hit.end + 1] if hit.end + 1 < len(words) else ""
            return hit.term.kind == "capital" and owned in _TOWNS
        return (
            hit.end < len(words)
            and words.dep[last] in {"compound", "nmod", "amod"}
            and words.head[last] == hit.end
            and words.tag[hit.end].startswith("NN")
            and not words.capital[hit.end]
        )

    def _does(self, hit: Hit) -> bool:
        """Say whether a capital is the subject of a verb, or told or pressed: "warned Moscow"."""
        words, last = self.words, hit.end - 1
        dep, verb = words.dep[last], words.head[last]
        after = words.tag[hit.end] if hit.end < len(words) else ""
        said = hit.start > 0 and words.doc[hit.start - 1].lemma_.lower() in _SAYING
        if said and words.tag[hit.start - 1] in {"VBD", "VBZ"} and after in {"VBZ", "VBD", "VBN", "MD"}:
            return True  # "He said Ottawa sheltered extremists", whatever the parser makes of it
        if dep in _ACTIVE and after in {"VBZ", "VBD", "MD"} and words.low[hit.start - 1] != "in":
            return True
        if hit.start == words.bounds[words.sentence[hit.start]][0] and after in {"VBZ", "VBD", "VBN", "MD"}:
            return True  # whatever the parser makes of "Beijing opposed enlargement"
        if dep == "conj" and words.dep[verb] in _OBJECTS:
            verb = words.head[verb]
        elif dep not in _OBJECTS:
            return False
        return words.doc[verb].lemma_.lower() in _TOLD

    def _by_preposition(self, hit: Hit) -> bool | None:
        low, i = self.words.low, hit.start - 1
        while i >= 0 and low[i] in _ARTICLES:
            i -= 1
        if i < 0:
            return None
        word = low[i]
        if word in _IN:
            return False
        if word in _WITH:
            return True
        if word == "to" and i and low[i - 1] in {"according", "due", "thanks"}:
            return True
        if word == "of" and i and low[i - 1] in _PARTS:
            return False
        if word in {"to", "from", "on", "over"}:
            return self._by_movement(hit, i)
        if word == "," and hit.term.kind == "country" and self._is_address(hit, i):
            return False
        if word == "," and hit.term.kind in {"country", "capital"} and (city := self._ends.get(i)):
            # "Geneva, Switzerland"
            return (
                False
                if city.term.kind in {"city", "capital"} and city.term.country == hit.term.country
                else None
            )
        return None

    def _is_address(self, hit: Hit, comma: int) -> bool:
        """Say whether a country follows a town that no table has: "Jammu, India, Sept. 21"."""
        words = self.words
        town = comma > 0 and words.entity[comma - 1] in _TOWN and comma not in self._ends
        return (
            town
            and hit.end < len(words)
            and not words.low[hit.end][0].isalpha()
            and words.low[hit.end] != "'s"
        )

    def _by_movement(self, hit: Hit, preposition: int) -> bool | None:
        words = self.words
        if words.low[preposition] in {"on", "over"}:
            flying = words.low[preposition] == "over" and any(
                word in _FLYING for word in words.low[max(0, preposition - 4) : preposition]
            )
            return not flying and hit.term.kind in {"country", "capital"}
        governors = {words.head[hit.end - 1], words.head[preposition], words.head[words.head[hit.end - 1]]}
        moved = {words.doc[i].lemma_.lower() for i in governors}
        moved.update(words.low[max(0, preposition - 6) : preposition])
        if moved & _TIES and not moved & _MOVES:
            return True
        if moved & _MOVES:
            return False
        return None if hit.term.kind == "capital" else True

    def _by_list(self, hit: Hit) -> bool | None:
        """Read the second of "in Moscow and Beijing" as the first."""
        low, i = self.words.low, hit.start - 1
        if hit.end < len(low) and low[hit.end] in {"'s", "'"}:
            return None
        while i > 0 and low[i] in {"and", ",", "or", "the"}:
            i -= 1
        before = self._ends.get(i + 1) if i + 1 < hit.start else None
        return self.is_acting(before) if before and before.term.kind != "adjective" else None

    def _by_parse(self, hit: Hit) -> bool | None:
        words, last = self.words, hit.end - 1
        i = next((k for k in range(hit.start, hit.end) if not hit.start <= words.head[k] < hit.end), last)
        dep, head = words.dep[i], words.head[i]
        if dep in _SUBJECTS:
            return True
        if dep in _OBJECTS:
            lemma = words.doc[head].lemma_.lower()
            return (
                False
                if (lemma in _GOES_TO and hit.term.kind != "country") or lemma in {"visit", "leave", "tour"}
                else None
            )
        if hit.end < len(words) and words.low[hit.end] in {"'s", "'"}:
            return True
        follows = words.tag[hit.end] if hit.end < len(words) else ""
        return True if follows in {"VBZ", "VBD", "MD"} else None

    def places(self) -> list[Place]:
        """Return every place named, in the order of the text."""
        doc, found = self.words.doc, []
        for hit in self.hits:
            kind = _KIND.get(hit.term.kind)
            if kind is not None:
                span = doc[hit.start : hit.end]
                found.append(
                    Place(
                        span.start_char, span.end_char, span.text, hit.term.name, hit.term.country, kind,
                        self.is_acting(hit),
                    )
                )  # fmt: skip
        return found
