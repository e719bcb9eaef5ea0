"""Write the time expressions of a doc as TimeML 1.2.1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from spacy.tokens import Doc

# What XML 1.0 has no place for; each is replaced by one space, so that offsets stay.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _tag(
    number: int, type_: str, value: str, text: str, function: str = "NONE", relative: bool = False
) -> str:
    anchored = ' temporalFunction="true" anchorTimeID="t0"' if relative else ' temporalFunction="false"'
    return (
        f'<TIMEX3 tid="t{number}" type="{type_}" value={quoteattr(value)}{anchored} '
        f'functionInDocument="{function}">{escape(text)}</TIMEX3>'
    )


def to_timeml(doc: Doc) -> str:
    """Return a doc as a TimeML document: the text with a TIMEX3 around each time expression.

    The publication day stands in DCT as `t0`, empty where it is not known.
    """
    text = _FORBIDDEN.sub(" ", doc.text)
    day = doc._.publication.day
    dct = _tag(0, "DATE", day.isoformat(), day.isoformat(), "CREATION_TIME") if day else ""
    body, at = [], 0
    for number, timex in enumerate(doc._.timexes, 1):
        body.append(escape(text[at : timex.start_char]))
        words = text[timex.start_char : timex.end_char]
        body.append(_tag(number, timex.type, timex.value, words, relative=timex.relative and day is not None))
        at = timex.end_char
    body.append(escape(text[at:]))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n'
        f"<DCT>{dct}</DCT>\n<TEXT>{''.join(body)}</TEXT>\n</TimeML>\n"
    )
