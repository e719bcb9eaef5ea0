"""Pages saved as one MIME message (.mht, .mhtml), and mails (.eml), to an Article."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from typing import TYPE_CHECKING

from explore.errors import ExploreError, error
from explore.sources.days import day_of
from explore.sources.decode import decode, tidy
from explore.sources.text import article_from_paste, plain_article
from explore.sources.web import article_from_html

if TYPE_CHECKING:
    from datetime import date
    from email.message import EmailMessage

    from explore.article import Article

_PAGES = ("text/html", "application/xhtml+xml")
_MOST_PARTS = 200


def article_from_message(
    data: bytes, origin: object, published: date | None = None, clean: bool = True
) -> Article:
    """Return the article of a page saved as one MIME message, or of a mail.

    Raises
    ------
    SourceError
        If the message is damaged or there is no article in it.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = [part for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False)]
        page = next((p for p in parts if p.get_content_type() in _PAGES), None)
        part = page or next((p for p in parts if p.get_content_type() == "text/plain"), None)
        payload = part.get_payload(decode=True) if part else None
        if part is None or not isinstance(payload, bytes):
            raise error("no_article", origin)
        text = decode(payload, origin, declared=part.get_content_charset()).text
        if page:
            url = _address(part, message)
            return article_from_html(text, origin, published or _day(message, url), url, clean)
        read = article_from_paste if clean else plain_article
        article = read(text, published=published or _day(message, None), origin=origin)
    except ExploreError:
        raise
    # What a damaged message makes the parser raise is of many kinds.
    except Exception as why:
        raise error("broken_file", origin, what="message", why=type(why).__name__) from None
    subject = tidy(str(message.get("Subject") or ""))[0]
    return replace(article, title=article.title or " ".join(subject.split()) or None)


def _address(part: EmailMessage, message: EmailMessage) -> str | None:
    address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location"))
    return address if address.startswith(("http://", "https://")) else None


def _day(message: EmailMessage, url: str | None) -> date | None:
    """Return the day a mail was sent; the day a page was saved tells nothing."""
    return None if url or message.get("Snapshot-Content-Location") else day_of(str(message.get("Date")))
