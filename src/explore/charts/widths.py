"""How wide a text is in the face of the charts, so that labels are laid out before anything is drawn."""

from __future__ import annotations

# Thousandths of the font size: the metrics of Helvetica (Adobe AFM), shared by Arial and Liberation Sans.
_GROUPS = {
    191: "'",
    222: "ijl‘’|",
    278: " !,./:;fIt\\[]",
    333: "()-r“”`",
    355: '"',
    500: "cksvxyzJ",
    556: "0123456789?abdeghnopquL–_$«»",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "wCDHNRU",
    778: "GOQ",
    833: "mM",
    944: "W",
    1000: "—…",
}
_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_OTHER = 600


def width_of(text: str, size: float = 12.5) -> float:
    """Return the width of a line of text in pixels.

    >>> round(width_of("a limitless friendship"))
    113
    """
    return sum(_WIDTHS.get(letter, _OTHER) for letter in text) * size / 1000


def fitted(text: str, room: float) -> str:
    """Return as many words of the text as fit into `room` pixels, with an ellipsis if not all do.

    >>> fitted("a limitless friendship", 90)
    'a limitless …'
    """
    line = " ".join(text.split())
    if width_of(line) <= room:
        return line
    words = line.split(" ")
    while len(words) > 1 and width_of(" ".join(words) + " …") > room:
        words.pop()
    return f"{' '.join(words).rstrip(',;:–—-')} …"
