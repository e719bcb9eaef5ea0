"""Markup that no parser is made for made bearable: no nesting beyond a page's, no flood of inline tags.

Parsers refuse a nesting of some hundred or thousand levels, and lose the text in it without a word;
extractors walk up and down such trees until nobody waits any more. All here is linear in the length.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 200
_MOST_INLINE = 8_000
_TAG = re.compile(r"<(?:(!--)|(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>)")
_ENDS = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "textarea", "title")
} | {"!--": re.compile("-->")}
_OPENING = re.compile(r"<[a-zA-Z]")
# They hold nothing, or end of themselves where the next begins.
_FLAT = frozenset(
    (
        *(
            "html",
            "head",
            "body",
            "p",
            "li",
            "td",
            "th",
            "tr",
            "tbody",
            "thead",
            "tfoot",
            "option",
            "dt",
            "dd",
        ),
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"),
        *("track", "wbr"),
    )
)
_INLINE = frozenset(
    (
        *("span", "font", "b", "i", "u", "em", "strong", "small", "big", "sub", "sup", "mark", "abbr", "ins"),
        *("tt", "bdi", "bdo", "kbd", "samp", "var", "wbr", "s", "strike"),
    )
)


def bearable(markup: str) -> str:
    """Return markup without the tags of a nesting deeper than any page's, or of thousands of inline tags.

    >>> bearable("<div>" * 3 + "Xi left." + "</div>" * 3)
    '<div><div><div>Xi left.</div></div></div>'
    >>> bearable("<div>" * 5000 + "Xi left." + "</div>" * 5000).count("<div>")
    200
    """
    if markup.count("<") <= _DEEPEST:
        return markup
    flood = sum(name in _INLINE for _, closes, name in _tags(markup) if not closes) > _MOST_INLINE
    kept: list[str] = []
    at = 0
    open_tags: list[str] = []
    counts: Counter[str] = Counter()
    for tag, closes, name in _tags(markup):
        drop = flood and name in _INLINE
        if not drop and name not in _FLAT:
            drop = len(open_tags) > _DEEPEST if closes else len(open_tags) >= _DEEPEST
            if not closes:
                open_tags.append(name)
                counts[name] += 1
            elif counts[name]:
                _close(name, open_tags, counts)
        if drop:
            kept.append(markup[at : tag.start()])
            # What two blocks hold are not parts of one word.
            if name not in _INLINE:
                kept.append(" ")
            at = tag.end()
    return "".join(kept) + markup[at:] if kept else markup


def elements_in(markup: str) -> int:
    """Return about how many elements a page has."""
    return len(_OPENING.findall(markup))


def _close(name: str, open_tags: list[str], counts: Counter[str]) -> None:
    """Close the innermost element of a name, and what is open within it."""
    while True:
        last = open_tags.pop()
        counts[last] -= 1
        if last == name:
            return


def _tags(markup: str) -> Iterator[tuple[re.Match[str], bool, str]]:
    """Yield the tags of a page, whether each closes an element, and its name; not those in scripts."""
    at = 0
    endless = set()
    while tag := _TAG.search(markup, at):
        at = tag.end()
        name = tag[1] or tag[3].lower()
        if name in _ENDS and not tag[2] and name not in endless:
            end = _ENDS[name].search(markup, at)
            if end is None:
                endless.add(name)
            else:
                at = end.start() if name != "!--" else end.end()
        if name != "!--":
            yield tag, bool(tag[2]), name
