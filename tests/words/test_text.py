"""Texts: English strings that can still be said in another language, wherever they have been in between."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from neurarium.words import Text, say, speaking, verbatim
from neurarium.words.translations import messages


class Letter(BaseModel):
    """A model with a text in it."""

    text: Text
    more: Text | None = None


@pytest.fixture(autouse=True)
def translations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Translate what these tests say, beside what is translated already."""
    known = messages("zh-CN")
    for template, translation in {
        "{count:,} values of {names}, {share:.1f} %.": "{names}的 {count:,} 个值，{share:.1f} %。",
        "{first:and} and {{braces}}": "{first:and}与{{braces}}",
        "{inner} indeed": "确实{inner}",
        "yes": "是",
    }.items():
        monkeypatch.setitem(known, template, translation)


def test_it_is_an_english_string() -> None:
    text = say("{count:,} values of {names}, {share:.1f} %.", count=12345, names=["a", "b"], share=2.25)
    assert text == "12,345 values of a, b, 2.2 %."
    assert "values" in text
    assert str(text) == text
    assert type(str(text)) is str
    assert f"{text}" == text


def test_it_is_said_in_another_language_with_the_same_figures() -> None:
    text = say("{count:,} values of {names}, {share:.1f} %.", count=12345, names=["a", "b"], share=2.25)
    assert text.in_language("zh-CN") == "a、b的 12,345 个值，2.2 %。"
    assert text.in_language("en") == text


def test_lists_are_joined_as_the_language_does_it_and_braces_stay() -> None:
    text = say("{first:and} and {{braces}}", first=[say("yes"), "no", 3])
    assert text == "yes and no and 3 and {braces}"
    assert text.in_language("zh-CN") == "是和no和3与{braces}"


def test_texts_in_a_text_are_translated_with_it() -> None:
    assert say("{inner} indeed", inner=say("yes")).in_language("zh-CN") == "确实是"
    assert say("{inner} indeed", inner=verbatim("yes")).in_language("zh-CN") == "确实yes"


def test_what_has_no_translation_stays_english() -> None:
    assert say("nobody translated {inner}", inner=say("yes")).in_language("zh-CN") == "nobody translated 是"


def test_what_is_received_can_always_be_printed() -> None:
    text = say("{inner} indeed", inner="half \ud800 of a pair")
    assert text.encode() == b"half \\ud800 of a pair indeed"
    assert verbatim("\udfff").encode() == b"\\udfff"
    assert say("{inner} indeed", inner=ValueError("a fault")) == "a fault indeed"


def test_copies_and_pickles_remember_what_they_were_made_from() -> None:
    text = say("{inner} indeed", inner=say("yes"))
    for other in (pickle.loads(pickle.dumps(text)), copy.deepcopy(text), copy.copy(text)):  # noqa: S301
        assert other == text
        assert other.in_language("zh-CN") == "确实是"
    assert pickle.loads(pickle.dumps(verbatim("as it is"))) == "as it is"  # noqa: S301


def test_a_model_writes_json_in_the_language_that_is_spoken() -> None:
    letter = Letter(text=say("yes"), more=say("{inner} indeed", inner=say("yes")))
    assert letter.model_dump(mode="json") == {"text": "yes", "more": "yes indeed"}
    with speaking("zh-CN"):
        assert letter.model_dump(mode="json") == {"text": "是", "more": "确实是"}
        assert letter.model_dump_json() == '{"text":"是","more":"确实是"}'
        # As Python's own data it is passed on, not said.
        kept = letter.model_dump()
        assert kept["text"] == "yes"
        assert isinstance(kept["text"], Text)
    assert Letter.model_validate(letter.model_dump()).more == letter.more
    assert Letter.model_json_schema(mode="serialization")["properties"]["text"]["type"] == "string"


def test_a_model_takes_plain_words_as_they_are() -> None:
    letter = Letter.model_validate({"text": "yes", "more": None})
    assert letter.text.in_language("zh-CN") == "yes"
    assert letter.more is None
    with pytest.raises(ValidationError):
        Letter.model_validate({"text": 3})


@given(st.text(), st.integers(), st.floats(), st.lists(st.text()))
def test_any_value_can_stand_in_a_text(words: str, whole: int, number: float, names: list[str]) -> None:
    text = say("{words} {whole} {number} {names}", words=words, whole=whole, number=number, names=names)
    assert str(whole) in text
    assert str(number) in text
    text.in_language("zh-CN").encode()
