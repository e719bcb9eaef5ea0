"""Happened, planned, denied, or no event at all: what the words around a trigger say."""

import pytest

from explore.events.codebook import load_codebook
from explore.events.status import status_of
from explore.events.triggers import find_triggers

HAPPENED = """
Lavrov met Wang Yi in Jakarta.
Putin was received by Xi in Beijing.
After the talks with Macron, Putin flew home.
The two ministers held talks in Geneva.
Modi has arrived in Kyiv.
Talks between Iran and Oman took place in Muscat.
Kerry continued to meet with his colleagues.
"""
PLANNED = """
Lavrov will meet Wang Yi in Jakarta.
Scholz is to visit Kyiv next week.
Macron plans to travel to Beijing in April.
Blinken is expected to meet Fidan in Ankara.
Baerbock is scheduled to travel to Kyiv.
Foreign ministers to meet in Baghdad
The two leaders agreed to hold talks in Geneva.
They discussed plans for a visit to Moscow.
His upcoming visit to Delhi was confirmed.
Talks with Oman are planned for June.
Zelensky is going to meet Starmer in London.
They set the date for a meeting in Helsinki.
The envoy will speak in Rome before he flies to Manila.
The table is set, said Macron, who flies to Washington on Monday.
"""
DENIED = """
Putin did not meet Zelensky in Istanbul.
No talks between the two presidents took place.
Erdogan cancelled his visit to Stockholm.
Modi will not attend the summit in Islamabad.
The Kremlin denied that Putin had met the envoy.
The minister refused to meet the ambassador.
The meeting between the two was called off.
The talks were cancelled.
Lavrov denies meeting the envoy in Geneva.
He had been expected to visit Riga, but that part was dropped.
Albanese was supposed to meet Macron, but the president left early.
Trump ruled out a meeting with Maduro.
"""
NO_EVENT = """
Putin may meet Zelensky in Istanbul.
If Xi visits Moscow, he will meet Putin.
The envoy urged both sides to hold talks.
Kyiv called for talks with Moscow.
A meeting between the two could take place in May.
Turkey offered to host talks.
He said he was ready to meet Putin.
She asked whether Xi had visited Pyongyang.
The prospect of talks with Iran moved markets.
Paris proposed a meeting in Geneva.
"""


def statuses(nlp, sentence):
    return {status_of(t) for t in find_triggers(nlp(sentence), load_codebook())}


def lines(text):
    return text.strip().splitlines()


@pytest.mark.parametrize("sentence", lines(HAPPENED))
def test_happened(nlp, sentence):
    assert statuses(nlp, sentence) == {"happened"}


@pytest.mark.parametrize("sentence", lines(PLANNED))
def test_planned(nlp, sentence):
    assert "planned" in statuses(nlp, sentence)
    assert "happened" not in statuses(nlp, sentence)


@pytest.mark.parametrize("sentence", lines(DENIED))
def test_denied(nlp, sentence):
    assert "denied" in statuses(nlp, sentence)
    assert "happened" not in statuses(nlp, sentence)


@pytest.mark.parametrize("sentence", lines(NO_EVENT))
def test_no_event(nlp, sentence):
    assert "happened" not in statuses(nlp, sentence)
