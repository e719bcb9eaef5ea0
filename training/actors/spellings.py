"""Names as the English-language press writes them, and what stands alone for a name."""

from __future__ import annotations

import re
import unicodedata

from explore.actors.spelling import PARTICLES, family_names, fold, words

# Where the family name stands first; other names there are given in Western order.
FAMILY_FIRST = {"CHN", "KOR", "PRK", "TWN", "HKG", "MAC", "SGP"}
# Where a person has two surnames, and news gives the first.
TWO_SURNAMES = {
    "ARG",
    "BOL",
    "CHL",
    "COL",
    "CRI",
    "CUB",
    "DOM",
    "ECU",
    "ESP",
    "GTM",
    "HND",
    "MEX",
    "NIC",
    "PAN",
    "PER",
    "PRY",
    "SLV",
    "URY",
    "VEN",
}
# What the press calls somebody besides the surname.
ALSO_CALLED = {
    "Luiz Inácio Lula da Silva": ["Lula"],
    "Mohammed bin Salman": ["MBS"],
    "Abiy Ahmed": ["Abiy"],
    "Carl XVI Gustaf": ["Carl Gustaf"],
    "Haitham bin Tariq": ["Haitham"],
    "Hamad bin Isa Al Khalifa": ["Hamad"],
    "Luis Lacalle Pou": ["Lacalle Pou", "Lacalle"],
    "Moussa Faki Mahamat": ["Faki"],
    "Salman bin Abdulaziz": ["Salman"],
    "Samia Suluhu Hassan": ["Samia", "Suluhu"],
    "Vladimir Padrino López": ["Padrino López", "Padrino"],
    "Álvaro López Miera": ["López Miera"],
    "Andrés Manuel López Obrador": ["AMLO"],
    "Banharn Silpa-archa": ["Banharn"],
    "Chatichai Choonhavan": ["Chatichai"],
    "Chavalit Yongchaiyudh": ["Chavalit"],
    "Chuan Leekpai": ["Chuan"],
    "Isaias Afwerki": ["Isaias"],
    "Mahathir Mohamad": ["Mahathir"],
    "Megawati Sukarnoputri": ["Megawati"],
    "Meles Zenawi": ["Meles"],
    "Mengistu Haile Mariam": ["Mengistu"],
    "Mobutu Sese Seko": ["Mobutu"],
    "Mohammad Najibullah": ["Najibullah"],
    "Saddam Hussein": ["Saddam"],
    "Salva Kiir": ["Kiir"],
    "Surayud Chulanont": ["Surayud"],
    "Thaksin Shinawatra": ["Thaksin"],
}
NUMERALS = {"jr", "sr", "i", "ii", "iii", "iv", "v", "vi", "viii", "xiv", "xvi"}
# Spellings the English-language press agrees on, where the source has another.
PRESS = [
    (r"^Sergey\b", "Sergei"), (r"^Aleksandr\b", "Alexander"), (r"^Andrey\b", "Andrei"),
    (r"^Dmitriy\b", "Dmitry"), (r"^Yuriy\b", "Yuri"),
    (r"^Volodymyr Zelenskyy$", "Volodymyr Zelensky"), (r"^Kim Jong-un$", "Kim Jong Un"),
    (r"^Sergei Shoygu$", "Sergei Shoigu"), (r" Lukashenka$", " Lukashenko"),
]  # fmt: skip


def press(name: str) -> str:
    """Return a name in the spelling of the English-language press."""
    for pattern, spelling in PRESS:
        name = re.sub(pattern, spelling, name)
    return name


def usual_name(label: str, article: str, country: str, given: set[str]) -> str:
    """Return the name the press uses: the shorter of two, and one of two surnames."""
    parts = label.split()
    if country in {"JPN", "VNM"}:
        # The press writes Japanese names without the marks of long vowels, Vietnamese ones without any.
        label = unaccented(label)
        parts = label.split()
    if article and set(article.split()) < set(parts):
        return article
    if (
        country in TWO_SURNAMES
        and len(parts) == 3
        and parts[1][0].isupper()
        and fold(parts[1]).partition(" ")[0] not in given
    ):
        return " ".join(parts[:2])
    return label


def unaccented(name: str) -> str:
    """Return a name in plain Latin letters, capitals kept."""
    parts = unicodedata.normalize("NFKD", name.translate(str.maketrans("đĐ", "dD")))
    return "".join(c for c in parts if not unicodedata.combining(c))


def short_name(name: str, country: str) -> str:
    """Return what stands alone in a second mention, folded: Xi for Xi Jinping, von der Leyen."""
    # "Abdullah II of Jordan" is Abdullah.
    parts = [w for w in words(name.partition(" of ")[0]) if w not in NUMERALS]
    if country in FAMILY_FIRST and parts[0] in family_names() and len(parts) > 1:
        return fold(parts[0])
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    shorts = [" ".join(parts[start:])]
    if country in TWO_SURNAMES and len(parts) > 3:
        shorts.append(" ".join(parts[-2:]))
    shorts += ALSO_CALLED.get(name, [])
    return ";".join(dict.fromkeys(fold(short) for short in shorts))
