"""One sentence in two languages: what has to be the same in both, and what may not be left in English."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

CHINESE = {"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"}
A_HAN_CHARACTER = re.compile(r"[\u4e00-\u9fff]")
_FIGURE = re.compile(r"\d+(?:[,.]\d+)*")
_A_PHRASE = re.compile(r"\b(?:the|should|must|cannot|there|is|are|has|takes|needs|valid|Input)\b")
"""Words that no name has, and that no English sentence here does without."""


def assert_translated(english: str, chinese: str) -> None:
    """Check that the second says in Chinese what the first says in English, with the same figures."""
    assert not A_HAN_CHARACTER.search(english), english
    assert A_HAN_CHARACTER.search(chinese), chinese
    assert not _A_PHRASE.search(chinese), chinese
    assert Counter(_FIGURE.findall(english)) == Counter(_FIGURE.findall(chinese)), (english, chinese)


def assert_errors_translated(english: dict[str, Any], chinese: dict[str, Any]) -> None:
    """Check that two answers are one error, told in two languages: what a program reads is the same."""
    words = {"message", "hint", "mends"}
    assert {name: value for name, value in english.items() if name not in words} == {
        name: value for name, value in chinese.items() if name not in words
    }
    assert_translated(english["message"], chinese["message"])
    assert (english["hint"] is None) is (chinese["hint"] is None)
    if english["hint"] is not None:
        assert_translated(english["hint"], chinese["hint"])
    assert len(english.get("mends", ())) == len(chinese.get("mends", ()))
    for one, other in zip(english.get("mends", ()), chinese.get("mends", ()), strict=True):
        assert one["changes"] == other["changes"]
        assert_translated(one["title"], other["title"])
