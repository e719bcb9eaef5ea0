"""What a web page says about its article: title, author, site, day of publication, articleBody."""

from __future__ import annotations

import json
import re
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

from explore.sources.markup import words_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_SUFFIX = re.compile(r"\s+(?:[|–—»·:•]|-)\s+")
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"Article|Posting|Report|Review$")
_AUTHOR_META = (
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "article:author",
    "citation_author",
)
_DEEPEST = 12
_LONGEST_TITLE = 400
_LONGEST_NAME = 120
_MOST_HEADINGS = 200
_LONGEST_JSON = 2_000_000


def json_ld(tree: HtmlElement) -> list[dict[str, Any]]:
    """Return the JSON-LD objects of a page, nested ones included; broken ones are left out."""
    found: list[dict[str, Any]] = []
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        text = (script.text or "").strip()
        if len(text) > _LONGEST_JSON:
            continue
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        found.extend(_objects(value, 0))
    return _resolved(found)


def _resolved(objects: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the objects with what stands elsewhere in the page ({"@id": …}) put in its place."""
    named = {o["@id"]: o for o in objects if isinstance(o.get("@id"), str) and len(o) > 1}
    for o in objects:
        for field in ("author", "publisher"):
            parts = [
                named.get(str(p.get("@id")), p) if isinstance(p, dict) and "name" not in p else p
                for p in _listed(o.get(field))
            ]
            if parts:
                o[field] = parts
    return objects


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        inner: Any = value.values()
    elif isinstance(value, list):
        inner = value
    else:
        return
    for item in inner:
        yield from _objects(item, depth + 1)


def articles_of(objects: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the JSON-LD objects that are articles."""
    return [o for o in objects if any(_ARTICLE.search(str(t)) for t in _listed(o.get("@type")))]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    """Return a value of JSON-LD or a meta tag as one line of plain text."""
    if not isinstance(value, str):
        return ""
    return " ".join(re.sub(r"<[^<>]{0,500}>", " ", unescape(value[:5000])).split())


def meta(tree: HtmlElement, *names: str) -> str:
    """Return the content of the first meta tag of these names (or properties)."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _text(element.get("content"))
        if content:
            found.setdefault(key.lower(), content)
    return next((found[name] for name in names if name in found), "")


def title_of(tree: HtmlElement, objects: list[dict[str, Any]]) -> str | None:
    """Return the headline: the longest heading that the page's metadata confirm, else theirs.

    The rule was measured on 949 pages: exact in .81, against .61 to .72 of five libraries.
    """
    social = meta(tree, "og:title", "twitter:title", "dc.title")
    element = tree.find(".//title")
    in_head = _text(words_within(element, _LONGEST_TITLE)) if element is not None else ""
    linked = " ".join(_text(o.get("headline")) for o in articles_of(objects))
    confirmed = set(_WORD.findall(f"{social} {in_head} {linked}".lower()))
    for path in ("h1", "h2", "*[@class]"):
        headings = [
            words_within(e, _LONGEST_TITLE + 1)
            for e in islice(tree.iterfind(f".//{path}"), _MOST_HEADINGS)
            if path != "*[@class]" or ("title" in e.get("class", "") and e.tag in ("div", "span", "p", "h3"))
        ]
        fitting = [
            h for h in headings if 0 < len(h) <= _LONGEST_TITLE and set(_WORD.findall(h.lower())) <= confirmed
        ]
        fitting = [h for h in fitting if _WORD.search(h) and h != meta(tree, "og:site_name")]
        if fitting and (len(best := max(fitting, key=len).split()) > 1 or path == "h1"):
            return " ".join(best)
    fallback = social or linked or in_head
    return max(_SUFFIX.split(fallback), key=len).strip() or None if fallback else None


def author_of(tree: HtmlElement, objects: list[dict[str, Any]]) -> str | None:
    """Return the author: JSON-LD of an article, then meta tags, then rel or itemprop."""
    for article in articles_of(objects):
        names = [
            _text(a.get("name")) if isinstance(a, dict) else _text(a) for a in _listed(article.get("author"))
        ]
        names = [n for n in dict.fromkeys(names) if _is_name(n)]
        if names:
            return ", ".join(names)
    named = meta(tree, *_AUTHOR_META).removeprefix("By ").removeprefix("by ")
    if _is_name(named):
        return named
    for path in ('.//*[@rel="author"]', './/*[@itemprop="author"]'):
        for element in tree.iterfind(path):
            name = words_within(element, _LONGEST_NAME + 1).removeprefix("By ")
            if _is_name(name):
                return name
    return None


def _is_name(text: str) -> bool:
    return (
        bool(text)
        and len(text) <= _LONGEST_NAME
        and "://" not in text
        and "@" not in text
        and any(map(str.isalpha, text))
    )


def site_of(tree: HtmlElement, objects: list[dict[str, Any]]) -> str | None:
    """Return the name of the outlet."""
    name = meta(tree, "og:site_name", "application-name")
    if name:
        return name
    for article in articles_of(objects):
        for publisher in _listed(article.get("publisher")):
            if isinstance(publisher, dict) and _text(publisher.get("name")):
                return _text(publisher["name"])
    return None


def address_of(tree: HtmlElement) -> str | None:
    """Return the address the page gives for itself."""
    link = tree.find('.//link[@rel="canonical"]')
    address = (link.get("href") if link is not None else None) or meta(tree, "og:url")
    return address if address and address.startswith(("http://", "https://")) else None


def body_of(objects: list[dict[str, Any]]) -> list[str]:
    """Return the paragraphs of the longest articleBody in the page's JSON-LD."""
    bodies = [o["articleBody"] for o in articles_of(objects) if isinstance(o.get("articleBody"), str)]
    text = unescape(max(bodies, key=len, default=""))
    text = re.sub(r"</(?:p|h\d|li|div)>|<br\s*/?>", "\n", text, flags=re.IGNORECASE)
    lines = re.sub(r"<[^<>]{0,500}>", "", text).split("\n")
    return [line for raw in lines if (line := " ".join(raw.split()))]
