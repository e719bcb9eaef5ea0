"""A forwarded e-mail: its header lines, its signature, and the marks that quote a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTED = re.compile(r"^(?:>[ \t]?)+")
_FIELD = re.compile(
    r"^\W{0,3}(?P<name>from|sent|to|cc|bcc|date|subject|reply-to|importance|attachments?)\W{0,3}:",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^\W*(?:begin forwarded message|-{2,} ?(?:original|forwarded) message ?-{2,}|on .{6,80} wrote)\W*$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^\W{0,3}subject\W{0,3}:\s*(?:(?:fwd?|re|aw|wg)\s*:\s*)*(?P<subject>.*)$", re.IGNORECASE
)
_LEAST_FIELDS = 3
_LEAST_QUOTED = 3
_LONGEST_SIGNATURE = 10


def unquoted(rows: Sequence[str]) -> list[str]:
    """Return the rows of a text without the marks of e-mail quotation, if it is quoted.

    >>> unquoted(["Please read:", "> Talks fail", ">", "> They met.", "> They left."])
    ['Please read:', 'Talks fail', '', 'They met.', 'They left.']
    >>> unquoted(["> Read more"])
    ['> Read more']
    """
    if sum(row.startswith(">") for row in rows) < _LEAST_QUOTED:
        return list(rows)
    return [_QUOTED.sub("", row) for row in rows]


def mail_rows(rows: Sequence[str]) -> dict[int, str]:
    """Return the index of each row that is of an e-mail and not of a text in it, with the reason to cut it.

    >>> sorted(mail_rows(["From: A", "Sent: Monday", "Subject: Talks", "", "They met."]))
    [0, 1, 2]
    """
    found: dict[int, str] = {}
    block: list[int] = []
    for i, row in enumerate([*rows, ""]):
        if _FIELD.match(row):
            block.append(i)
            continue
        names = {str(m["name"]).lower() for k in block if (m := _FIELD.match(rows[k]))}
        if len(names) >= _LEAST_FIELDS and "from" in names:
            found |= dict.fromkeys(block, "e-mail header")
        block = []
        if _FORWARDED.match(row):
            found[i] = "e-mail header"
    return found | _signature(rows, bool(found))


def subject(rows: Sequence[str]) -> str | None:
    """Return the last subject named in the headers, without "Fwd:" and "Re:".

    >>> subject(["From: A", "Sent: Monday", "Subject: Fwd: Talks fail in Rome"])
    'Talks fail in Rome'
    """
    headers = mail_rows(rows)
    named = [m["subject"].strip() for i in headers if (m := _SUBJECT.match(rows[i]))]
    return named[-1] or None if named else None


def _signature(rows: Sequence[str], is_mail: bool) -> dict[int, str]:
    """Return the rows from the last "--" on, as mail programs begin a signature."""
    starts = [i for i, row in enumerate(rows) if row.rstrip() == "--"]
    after = [i for i in range(starts[-1], len(rows)) if rows[i].strip()] if starts else []
    if not is_mail or not after or len(after) > _LONGEST_SIGNATURE:
        return {}
    return dict.fromkeys(after, "e-mail signature")
