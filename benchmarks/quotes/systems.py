"""The systems compared: each takes a parsed text and returns quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.quotes.score import Said

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    System = Callable[[Doc], list[Said]]


def explore(doc: Doc) -> list[Said]:
    """Return what this package finds."""
    from explore.quotes.assemble import quotes_of

    return [
        Said(
            q.segments,
            ((q.speaker_start, q.speaker_end),) if q.speaker_start is not None and q.speaker_end else (),
        )
        for q in quotes_of(doc)
    ]


def systems() -> dict[str, System]:
    """Return this package and the peers that are installed."""
    found: dict[str, System] = {"explore": explore}
    try:
        from textacy.extract import direct_quotations
    except ImportError:
        return found

    def textacy(doc: Doc) -> list[Said]:
        return [
            Said(
                ((q.content.start_char, q.content.end_char),),
                tuple((t.idx, t.idx + len(t)) for t in q.speaker),
            )
            for q in direct_quotations(doc)
        ]

    return found | {"textacy": textacy}
