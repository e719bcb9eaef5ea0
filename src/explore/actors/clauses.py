"""Who is the subject where: the grammar that pronouns are settled by, in either scheme of labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explore.actors.words import Words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass", "nsubj:outer"})
POSSESSIVES = frozenset({"nmod:poss", "poss"})
# A clause hung by one of these has the subject of the clause above where it has none of its own.
_SHARED = frozenset({"xcomp", "advcl", "conj", "pcomp", "prep", "cop"})
_RELATIVE = frozenset({"acl:relcl", "relcl", "advcl:relcl"})
_OBJECTS = frozenset({"obj", "dobj"})
_DEEP = 8
_OPENING, _CLOSING, _STRAIGHT = frozenset("“«„"), frozenset("”»"), frozenset({'"', "``", "''"})


class Clauses:
    """The subjects of one text, and what stands in quotation marks.

    Attributes
    ----------
    quotation : list of int
        The number of the quotation a token stands in; 0 outside.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self._subjects: dict[int, int] = {}
        self._objects: dict[int, int] = {}
        for i, dep in enumerate(words.dep):
            if dep in SUBJECTS:
                self._subjects.setdefault(words.head[i], i)
            elif dep in _OBJECTS:
                self._objects.setdefault(words.head[i], i)
        self.quotation = _quotations(words)

    def subject(self, verb: int) -> int | None:
        """Return the subject of a verb or predicate; of "which" and "who", the noun they stand for."""
        found = self._subjects.get(verb)
        if found is None or self.words.tag[found] not in {"WDT", "WP"}:
            return found
        if self.words.dep[verb] in _RELATIVE:
            return self.words.head[verb]
        # The word before "which" is what it stands for, whatever the parser makes of the clause.
        before = found - 1 - (self.words.low[found - 1] == ",")
        return before if before >= 0 and self.words.tag[before].startswith("N") else found

    def is_predicate(self, i: int) -> bool:
        """Say whether a noun is said of a subject: "X is a minister"."""
        return i in self._subjects or self.words.dep[i] in {"attr", "oprd"}

    def above(self, i: int) -> list[int]:
        """Return the subjects of the clauses over a token, the nearest first.

        A clause without a subject shares that of the clause above: "X agreed to visit", "X came and left".
        """
        words, found = self.words, []
        for _ in range(_DEEP):
            up = words.head[i]
            if up == i:
                break
            subject = self.subject(up)
            if subject is not None and subject != i and subject not in found:
                found.append(subject)
            i = up
        return found

    def governing(self, i: int) -> int | None:
        """Return the subject of the clause that a token is in, shared ones too."""
        words = self.words
        verb = words.head[i]
        for _ in range(_DEEP):
            subject = self.subject(verb)
            if subject is not None and subject != i:
                return subject
            if words.head[verb] == verb or (
                words.tag[verb].startswith("V") and words.dep[verb] not in _SHARED
            ):
                return None
            asked = self._objects.get(words.head[verb]) if words.dep[verb] == "xcomp" else None
            if asked is not None and words.head[verb] < asked < verb:
                # "She wants London to sell him": London sells.
                return asked
            verb = words.head[verb]
        return None

    def dominates(self, verb: int, i: int) -> bool:
        """Say whether a token hangs, at any depth, under another."""
        head = self.words.head
        for _ in range(_DEEP * 2):
            if i == verb:
                return True
            if head[i] == i:
                return False
            i = head[i]
        return False


def _quotations(words: Words) -> list[int]:
    """Return the number of the quotation each token is in.

    Where the closing mark is missing, the quotation ends with its sentence; a quotation that goes on in the
    next paragraph, which begins with a mark of its own, ends with the paragraph.
    """
    found, number, begin = [0] * len(words), 0, -1
    for i, text in enumerate(words.text):
        opens = text in _OPENING or (text in _STRAIGHT and _opens(words, i))
        closes = not opens and (text in _CLOSING or text in _STRAIGHT)
        if begin >= 0 and (opens or "\n" in text):
            goes_on = "\n" in text and i + 1 < len(words) and words.text[i + 1] in _OPENING | _STRAIGHT
            last = i if goes_on else min(i, words.bounds[words.sentence[begin]][1])
            found[begin:last] = [number] * (last - begin)
            begin = -1
        if opens:
            number, begin = number + 1, i
        elif closes and begin >= 0:
            found[begin:i] = [number] * (i - begin)
            begin = -1
    return found


def _opens(words: Words, i: int) -> bool:
    """Say whether a straight mark opens: a space before it and none after."""
    doc = words.doc
    before = (
        i == 0 or bool(doc[i - 1].whitespace_) or words.text[i - 1].isspace() or words.text[i - 1] in "([—–"
    )
    return before and not doc[i].whitespace_
