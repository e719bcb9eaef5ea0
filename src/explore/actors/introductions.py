"""How the article introduces a name: "Russian President X", "X, the minister,", "X is a politician"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explore.actors.clauses import SUBJECTS

if TYPE_CHECKING:
    from explore.actors.claims import NameSpan
    from explore.actors.roles import Role
    from explore.actors.words import Words

_CLOSING = frozenset({",", ".", ";", ":", "'s", ")", "—", "–", "-", "who", "\n", "\n\n"})
_GOES_ON = frozenset({"of", "at", "for", "in", "with", "and", "to"})
_IS = frozenset({"is", "was", "became", "becomes", "been", "remains"})
_OWNER = 4  # words of "the bloc's"
# An introduction is a role and whether it stands right before the name, as one phrase with it.
Introduction = tuple["Role", bool]


def introductions(words: Words, names: list[NameSpan], roles: list[Role]) -> dict[int, list[Introduction]]:
    """Return the roles said of each name, by the token the name begins at."""
    starts = {span.start: span for span in names} | {span.lead: span for span in names}
    ends = {span.end: span for span in names}
    found: dict[int, list[Introduction]] = {}
    for role in roles:
        if "counterpart" in role.kinds:
            # "His Chinese counterpart Wang Yi": the name says who, the words before it belong to the name.
            span, joined = starts.get(role.end), True
            if span is None and words.low[role.end : role.end + 1] == [","]:
                span, joined = starts.get(role.end + 1), False
            if span is not None:
                found.setdefault(span.start, []).append((role, joined))
            continue
        if role.number == 2:
            for span in _listed(words, starts, role.end):
                found.setdefault(span.start, []).append((role, False))
            continue
        span, joined = _named(words, starts, ends, role)
        if span is not None:
            found.setdefault(span.start, []).append((role, joined))
    return found


def _named(
    words: Words, starts: dict[int, NameSpan], ends: dict[int, NameSpan], role: Role
) -> tuple[NameSpan | None, bool]:
    low, end = words.low, role.end
    if span := starts.get(end):
        return span, True
    if low[end : end + 1] in (["'s"], ["'"]):
        return None, False  # "X, the president's adviser"
    start = _with_owner(words, role)
    before = low[start - 1] if start else ""
    follows = low[end] if end < len(low) else "."
    if before == "," and (span := ends.get(start - 1)) and words.sentence[end - 1] not in words.shouted:
        if _acts(words, role) and words.bounds[words.sentence[start]][0] < span.lead:
            return None, False  # "According to Peskov, the Russian leader spoke": another
        # "Wang Yi, foreign minister of China, said"; a bare title that runs on is another's ("Trump, King
        # Salman").
        return (
            (span, False)
            if role.start < role.core or follows in _CLOSING | _GOES_ON or role.where
            else (None, False)
        )
    if before == "been" and low[start - 2] in {"has", "had"}:
        start -= 1
    if before in _IS and (span := ends.get(start - 1)):
        return span, False
    if follows == "," and role.definite and (span := starts.get(end + 1)):
        closing = low[span.end] if span.end < len(low) else "."
        # "The foreign minister, Wang Yi, said" but not "after the president, Wang Yi spoke".
        return (span, False) if closing in _CLOSING else (None, False)
    return None, False


def _acts(words: Words, role: Role) -> bool:
    """Say whether a title with an article is the subject of a verb right behind it."""
    if role.start == role.core or words.low[role.end : role.end + 1] in ([","], ["who"]):
        return False
    return any(words.dep[i] in SUBJECTS and words.head[i] >= role.end for i in range(role.core, role.end))


def _with_owner(words: Words, role: Role) -> int:
    """Return where a title begins with the noun it belongs to: "the bloc's foreign policy chief"."""
    low, i = words.low, role.start
    if role.owner is None or not i or low[i - 1] not in {"'s", "'"}:
        return i
    first = max(0, i - 1 - _OWNER)
    return next((k for k in range(i - 2, first - 1, -1) if low[k - 1] == ","), i)


def _listed(words: Words, starts: dict[int, NameSpan], i: int) -> list[NameSpan]:
    """Return the names after a plural title: "presidents Donald Trump and Vladimir Putin"."""
    found = []
    while span := starts.get(i):
        found.append(span)
        i = span.end
        while i < len(words) and words.low[i] in {",", "and", "of"}:
            i += 1
    return found
