"""Findings are said in the listener's language, with the same figures."""

from __future__ import annotations

import re

import pytest

from neurarium.diagnosis import RULES, RunFinding
from neurarium.words import speaking
from tests.diagnosis.networks import TRIGGERS, told, watch

HAN = re.compile(r"[\u4e00-\u9fff]")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.mark.parametrize("rule", ["saturated", "no_update", "unscaled_input"])
def test_a_finding_is_said_in_chinese_with_the_same_figures(rule: str) -> None:
    finding = RunFinding.model_validate(told(watch(TRIGGERS[rule].spec), "found")[0])
    with speaking("zh-CN"):
        chinese = finding.model_dump(mode="json")
    english = finding.model_dump(mode="json")
    for words in ("badge", "message", "detail", "why"):
        assert HAN.search(chinese[words])
        assert not HAN.search(english[words])
        assert sorted(FIGURE.findall(chinese[words])) == sorted(FIGURE.findall(english[words]))
    for mend, original in zip(chinese["mends"], english["mends"], strict=True):
        assert HAN.search(mend["title"])
        assert mend["patch"] == original["patch"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_documentation_of_a_rule_is_said_in_chinese(rule: object) -> None:
    documentation = rule.documentation  # type: ignore[attr-defined]
    for text in (documentation.title, documentation.sentence, documentation.source):
        assert HAN.search(text.in_language("zh-CN"))
