"""Tell whether two articles are one text, whatever its headline, its layout and its quotation marks."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explore.article import Article

_NO_LETTER = re.compile(r"[\W_]+")


def fingerprint(article: Article) -> bytes:
    r"""Return what articles with the same words in the same order have in common; headlines do not count.

    >>> from explore.article import Article
    >>> one = Article.from_text("Xi in Moscow\n\nXi Jinping arrived on Monday.")
    >>> other = Article.from_text("XI Jinping arrived – on Monday")
    >>> fingerprint(one) == fingerprint(other)
    True
    """
    body = "".join(article.text[p.start_char : p.end_char] for p in article.paragraphs if p.kind != "title")
    letters = _NO_LETTER.sub("", (body or article.text).casefold())
    return hashlib.blake2b(letters.encode("utf-8", "replace"), digest_size=16).digest()
