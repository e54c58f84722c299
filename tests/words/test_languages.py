"""Which language is spoken: what a browser asks for, and for how long."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.words import LANGUAGES, preferred, speaking, spoken


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("zh-CN", "zh-CN"),
        ("zh", "zh-CN"),
        ("ZH-hans-cn", "zh-CN"),
        ("zh_CN", "zh-CN"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
        ("en-GB,en;q=0.9,zh-CN;q=0.8", "en"),
        ("en;q=0.3, zh;q=0.8", "zh-CN"),
        ("zh;q=0.3, en;q=0.8", "en"),
        ("de, zh;q=0.1", "zh-CN"),
        ("de, fr", "en"),
        ("en, zh", "en"),
        ("zh, en", "zh-CN"),
        ("*", "en"),
        ("zh;q=0.5, *;q=0.1", "zh-CN"),
        ("zh;q=0", "en"),
        ("zh;q=0, *", "en"),
        ("zh;q=high, en;q=0.1", "en"),
        ("zh;q=nan, en;q=0.1", "en"),
        ("zh;q=7, en;q=0.1", "en"),
        ("zhuang", "en"),
    ],
)
def test_what_a_browser_asks_for_is_what_it_gets(asked: str | None, language: str) -> None:
    assert preferred(asked) == language


@given(st.text(alphabet=st.sampled_from(list("zhenCN-_*;q=.,0123456789 \té")), max_size=60))
def test_no_header_is_a_reason_to_fail(asked: str) -> None:
    assert preferred(asked) in LANGUAGES


def test_a_language_is_spoken_as_long_as_its_context_lasts() -> None:
    assert spoken() == "en"
    with speaking("zh-CN"):
        assert spoken() == "zh-CN"
        with speaking("en"):
            assert spoken() == "en"
        assert spoken() == "zh-CN"
    assert spoken() == "en"


def test_requests_that_are_answered_at_once_keep_their_languages_apart() -> None:
    async def answer(language: str, turns: asyncio.Barrier) -> str:
        with speaking("zh-CN" if language == "zh-CN" else "en"):
            await turns.wait()
            return spoken()

    async def both() -> list[str]:
        turns = asyncio.Barrier(2)
        return list(await asyncio.gather(answer("zh-CN", turns), answer("en", turns)))

    assert asyncio.run(both()) == ["zh-CN", "en"]
