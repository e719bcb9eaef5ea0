"""Whether a time or an event dates a saying: the way through the parse from its words to the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from explore.quotes.lexicon import addressing_verbs, cue_nouns, cue_verbs, occasion_nouns

if TYPE_CHECKING:
    from explore.quotes.syntax import Syntax

Bearing = Literal["dates", "apart", "elsewhere"]

# Behind these a time only bounds another one ("before the vote of Sunday") …
_BOUNDS = frozenset(("since", "until", "till", "before", "by", "ahead", "prior", "pending", "than"))
# … these bound with a bare time alone: "after talks on Friday" dates, "after Friday" does not …
_BARE_BOUNDS = _BOUNDS | {"after", "following", "from", "to", "for", "between", "through"}
# … and behind these it is spoken about.
_TOPICS = frozenset(
    ("about", "over", "against", "despite", "because", "due", "regarding", "concerning", "unlike", "without")
)
# Clauses that tell what came first or last, and those that tell why; neither tells what happened meanwhile.
_OPEN_ENDED = frozenset(("since", "until", "till", "before", "once"))
_REASONS = frozenset(("although", "though", "because", "if", "unless", "whereas", "to", "so", "than"))
_WHEN = frozenset(("when", "as", "while", "after", "during"))
# What is done to somebody who then speaks, and to words that are then read.
_PROMPTED = frozenset(
    ("asked", "pressed", "questioned", "quoted", "interviewed", "challenged", "quizzed", "reached")
)
_RELEASED = frozenset(
    [
        "issued", "released", "published", "posted", "broadcast", "aired", "sent", "given", "made", "written",
        "dated", "delivered", "held", "recorded", "carried", "printed", "circulated", "shown", "streamed",
    ]
)  # fmt: skip


def bearing(syntax: Syntax, start_char: int, end_char: int, cue: int, exact: bool | None) -> Bearing:
    """Say what a time or an event is to a saying.

    "He said on Monday", "In March, he visited Moscow, saying", "Facing the press in March, he said" are
    dated. In "The envoy, in office since 2019, said" the time stands elsewhere. In "He said before the vote
    of Sunday" it does too, and what he said at another time tells nothing of this: the two are apart.

    Parameters
    ----------
    start_char, end_char : int
        The words for the time or the event.
    cue : int
        The token that introduces the words said.
    exact : bool or None
        True for a day, False for a longer time, None for an event: "the minister on Monday said" is a date,
        "the minister in 2019 said" is none.
    """
    begin, end = syntax.tokens(start_char, end_char)
    return _followed(syntax, end - 1, (begin, end) if exact is not None else (0, 0), cue, exact or False)


def _followed(syntax: Syntax, start: int, time: tuple[int, int], cue: int, exact: bool) -> Bearing:
    """Follow the heads from a time up to the clause it belongs to, and judge the clause."""
    bound = topic = False
    for i in (start, *syntax.path(start)):
        if i == cue:
            return "elsewhere" if topic else "apart" if bound else "dates"
        own = time[0] <= i < time[1]
        words = _prepositions(syntax, i)
        bound = bound or bool(words & (_BARE_BOUNDS if own else _BOUNDS))
        topic = topic or bool(words & _TOPICS)
        if _heads_clause(syntax, i):
            return "elsewhere" if bound or topic else _of_clause(syntax, i, cue)
        if not own and _leads_away(syntax, i, time, exact):
            return "elsewhere"
    fragment = syntax.lower[cue] == "according" and not bound and not topic
    return "dates" if fragment else "elsewhere"


def _prepositions(syntax: Syntax, i: int) -> set[str]:
    """Return the prepositions a noun stands behind, and itself where it is one (ClearNLP)."""
    words = {syntax.lower[c] for c in syntax.children[i] if syntax.deps[c] in ("case", "mark") and c < i}
    return words | {syntax.lower[i]} if syntax.pos[i] in ("ADP", "SCONJ") else words


def _heads_clause(syntax: Syntax, i: int) -> bool:
    labels = syntax.labels
    clauses = labels.relative_clause | labels.clausal_complement | labels.adverbial_clause
    return syntax.pos[i] in ("VERB", "AUX") or syntax.deps[i] in clauses


def _leads_away(syntax: Syntax, i: int, time: tuple[int, int], exact: bool) -> bool:
    """Say whether a noun on the way belongs to who speaks or to what is spoken of, not to the saying."""
    labels, dep = syntax.labels, syntax.deps[i]
    if syntax.lower[i] in occasion_nouns() or syntax.lower[i] in cue_nouns():
        return False
    if dep in labels.subject:
        return not _stands_between(syntax, i, time, exact)
    if dep in labels.object | labels.indirect_object:
        verb = cue_verbs().get(syntax.lower[syntax.heads[i]])
        return verb is None or verb.verb not in addressing_verbs()
    return dep in labels.apposition


def _stands_between(syntax: Syntax, subject: int, time: tuple[int, int], exact: bool) -> bool:
    """Say whether a time stands between subject and verb, part of neither: "Lavrov on Monday said"."""
    begin, end = time
    while begin > subject + 1 and syntax.pos[begin - 1] in ("ADP", "ADJ"):
        begin -= 1
    verb = syntax.heads[subject]
    apart = syntax.lower[begin - 1] == ","
    between = [i for i in range(end, verb) if not (apart and syntax.lower[i] == ",")]
    return (
        subject < time[0] < verb
        and (exact or syntax.pos[subject] in ("PROPN", "PRON"))
        and all(syntax.pos[i] in ("AUX", "ADV", "PART") for i in between)
    )


def _of_clause(syntax: Syntax, verb: int, cue: int) -> Bearing:
    """Judge a time by the clause it belongs to, which is not the cue's own."""
    labels, dep = syntax.labels, syntax.deps[verb]
    if dep in labels.relative_clause:
        return "elsewhere"
    above = [cue, *syntax.path(cue)]
    if verb in above:
        return "elsewhere" if _parts(syntax, above[: above.index(verb)]) else "dates"
    noun = syntax.heads[verb]
    if dep in labels.participial_clause:
        if syntax.lower[verb] in _RELEASED and syntax.lower[noun] in cue_nouns() | occasion_nouns():
            return _followed(syntax, noun, (0, 0), cue, False)
        return "dates" if _speaks_meanwhile(syntax, verb, noun, cue) else "elsewhere"
    below = [verb, *syntax.path(verb)]
    if cue not in below:
        return "elsewhere"
    links = below[: below.index(cue)]
    top = links[-1]
    # "when asked whether they would meet this month": what is asked about tells no day.
    aside = labels.relative_clause | labels.clausal_complement
    if syntax.deps[top] not in labels.adverbial_clause or any(syntax.deps[i] in aside for i in links):
        return "elsewhere"
    markers = _markers(syntax, top) | _markers(syntax, verb)
    if markers & _OPEN_ENDED:
        return "apart"
    if markers & _REASONS or (_is_passive(syntax, top) and syntax.lower[top] not in _PROMPTED):
        # "Elected in 2019, she said"
        return "elsewhere"
    # "said the envoy, appointed on Saturday" is no frame; "said when they met on Saturday" is.
    framed = top < cue or any(syntax.lower[c] in _WHEN for c in syntax.children[top])
    return "dates" if framed else "elsewhere"


def _parts(syntax: Syntax, links: list[int]) -> bool:
    """Say whether a saying is an act of its own under the verb that is dated, at another time."""
    labels = syntax.labels
    return any(
        syntax.deps[i] in labels.relative_clause
        or syntax.deps[i] == "parataxis"
        or (syntax.deps[i] in labels.conjunct | labels.clausal_complement and _has_subject(syntax, i))
        or (
            syntax.deps[i] in labels.adverbial_clause
            and _markers(syntax, i) & (_OPEN_ENDED | _REASONS | {"after"})
        )
        for i in links
    )


def _speaks_meanwhile(syntax: Syntax, verb: int, noun: int, cue: int) -> bool:
    """Say whether the speaker did one thing while saying the other: "Lavrov, speaking in May, said"."""
    aside = syntax.lower[syntax.edges[0][verb] - 1] == "," if syntax.edges[0][verb] else False
    active = syntax.tags[verb] == "VBG" or syntax.lower[verb] in _PROMPTED
    return aside and active and syntax.heads[noun] == cue and syntax.deps[noun] in syntax.labels.subject


def _markers(syntax: Syntax, verb: int) -> set[str]:
    return {
        syntax.lower[c]
        for c in syntax.children[verb]
        if syntax.deps[c] in ("mark", "advmod", "aux", "case") and c < verb
    }


def _is_passive(syntax: Syntax, verb: int) -> bool:
    return syntax.tags[verb] == "VBN" and not _has_subject(syntax, verb)


def _has_subject(syntax: Syntax, verb: int) -> bool:
    return any(syntax.deps[c] in syntax.labels.subject for c in syntax.children[verb])
