"""Answers come in the language that is asked for, and say which one it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from neurarium.words.catalog import TEXT_KEYS
from neurarium.words.zh.names import NAMES

CHINESE = {"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"}
A_HAN_CHARACTER = re.compile(r"[\u4e00-\u9fff]")
A_CITATION = re.compile(r"(PyTorch|scikit-learn|Lin|Huber|Zeiler|Rosenbrock)\b.*")
"""Sources of which all words are names: of people, papers and functions."""
SETTINGS = {"defaults", "default", "spec"}


def texts_of(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of an answer, with its key."""
    if key in SETTINGS:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts_of(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner, key)
    elif isinstance(value, str) and key in TEXT_KEYS:
        yield key, value


@pytest.fixture
def both(client: httpx.Client) -> tuple[dict[str, Any], dict[str, Any]]:
    """The catalog in English, and in Chinese."""
    return client.get("/api/catalog").json(), client.get("/api/catalog", headers=CHINESE).json()


def test_the_catalog_is_english_unless_another_language_is_asked_for(client: httpx.Client) -> None:
    for headers in ({}, {"accept-language": "fr"}, {"accept-language": "en-GB, zh;q=0.1"}):
        answer = client.get("/api/catalog", headers=headers)
        assert answer.headers["content-language"] == "en"
        assert "Accept-Language" in answer.headers["vary"]
        conv = next(entry for entry in answer.json()["layers"] if entry["kind"] == "conv2d")
        assert conv["title"] == "2-d convolution"
        assert conv["schema"]["properties"]["stride"]["title"] == "Stride"


def test_every_text_of_the_chinese_catalog_is_chinese(client: httpx.Client) -> None:
    answer = client.get("/api/catalog", headers=CHINESE)
    assert answer.headers["content-language"] == "zh-CN"
    texts = list(texts_of(answer.json()))
    assert len(texts) > 500
    english = {
        text
        for key, text in texts
        if re.search("[A-Za-z]", text)
        and not A_HAN_CHARACTER.search(text)
        and text not in NAMES
        and not (key == "source" and A_CITATION.fullmatch(text))
    }
    assert english == set()


def test_the_words_of_a_teacher(client: httpx.Client) -> None:
    catalog = client.get("/api/catalog", headers=CHINESE).json()
    titles = {entry["kind"]: entry["title"] for name in ("layers", "losses", "optimizers") for entry in catalog[name]}
    assert titles["conv2d"] == "二维卷积"
    assert titles["linear"] == "全连接层"
    assert titles["max_pool2d"] == "最大池化"
    assert titles["batch_norm"] == "批归一化"
    assert titles["relu"] == "ReLU"
    assert titles["adam"] == "Adam"
    conv = next(entry for entry in catalog["layers"] if entry["kind"] == "conv2d")
    fields = {name: field["title"] for name, field in conv["schema"]["properties"].items()}
    assert fields["stride"] == "步幅"
    assert fields["padding"] == "填充"
    assert fields["kernel_size"] == "卷积核大小"
    assert fields["bias"] == "偏置"


def test_languages_differ_in_words_alone(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """Names, numbers, settings and structure are the same: a program reads either."""

    def compare(english: Any, chinese: Any, key: str, path: str) -> None:
        if isinstance(english, dict):
            assert list(english) == list(chinese), path
            for name in english:
                compare(english[name], chinese[name], name, f"{path}.{name}")
        elif isinstance(english, list):
            assert len(english) == len(chinese), path
            for position, (one, other) in enumerate(zip(english, chinese, strict=True)):
                compare(one, other, key, f"{path}[{position}]")
        elif key == "formula":
            assert without_words(english) == without_words(chinese), path
        elif not (isinstance(english, str) and (key in TEXT_KEYS or path.endswith(".spec.name"))):
            assert english == chinese, path

    def without_words(latex: str) -> str:
        return re.sub(r"\\(text|mathrm)\{[A-Za-z\u4e00-\u9fff]+\}", "", latex)

    compare(*both, "", "catalog")


def test_words_in_formulas_are_chinese(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    formulas = {entry["kind"]: entry["formula"] for entry in [*both[1]["schedules"], *both[1]["initializers"]]}
    assert r"\text{当}" in formulas["piecewise"]
    assert r"\text{或}" in formulas["orthogonal"]
    words = {word for entry in both[1]["layers"] for word in re.findall(r"\\text\{([^}]*)\}", entry["formula"])}
    assert all(A_HAN_CHARACTER.search(word) for word in words)
