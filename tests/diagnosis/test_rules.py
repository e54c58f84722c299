"""What rules declare, and values at their edges."""

from __future__ import annotations

from pathlib import Path

import pytest

import neurarium.diagnosis.rules
from neurarium.diagnosis import RULES, Rule, diagnoses
from neurarium.diagnosis.structure import Structure
from neurarium.diagnosis.wording import factor, figure, names, percent
from neurarium.graph import plan_for
from neurarium.words import say
from tests.conformance.networks import branches

FOLDER = Path(neurarium.diagnosis.rules.__file__).parent


def test_there_is_one_rule_a_file_of_the_same_name() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert files == {rule.name for rule in RULES}
    assert len(RULES) == len(files)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_documented(rule: Rule) -> None:
    documentation = rule.documentation
    assert documentation.title[0].isupper()
    assert documentation.sentence.endswith(".")
    assert documentation.source
    assert rule.thresholds
    assert rule.mend_codes
    for threshold in rule.thresholds.values():
        assert threshold.unit
        assert threshold.reason.endswith(".")
        # The way back is longer than the way there, so a value that swings about the limit does not flicker.
        assert threshold.release < threshold.limit if threshold.above else threshold.release > threshold.limit


def test_causes_are_known_and_come_before_what_they_explain() -> None:
    seen: set[str] = set()
    for rule in RULES:
        assert set(rule.explained_by) <= seen
        seen.add(rule.name)


def test_the_catalog_lists_every_rule_in_full() -> None:
    entries = diagnoses()
    assert [entry.rule for entry in entries] == [rule.name for rule in RULES]
    for entry, rule in zip(entries, RULES, strict=True):
        assert {threshold.threshold for threshold in entry.thresholds} == set(rule.thresholds)
        assert entry.patience == rule.patience


def test_the_structure_of_a_graph_is_read_right() -> None:
    spec = branches()
    structure = Structure(plan_for(spec.network.nodes, spec.data, spec.loss), frozenset({"deep"}))
    assert structure.weighted_nodes == ["keys", "hidden", "out"]
    # The data comes to the first convolution, and past it to the hidden layer and the last one.
    assert structure.first_weights == ["keys", "hidden", "out"]
    assert structure.weights_before("tanh") == "hidden"
    assert structure.weights_before("sigmoid") == "deep"
    assert structure.weights_before("keys") is None
    follower = structure.activation_after("hidden")
    assert follower is not None
    assert follower.name == "tanh"
    assert structure.activation_after("out") is None
    assert structure.is_normalised("hidden")
    assert not structure.is_normalised("keys")  # it is taken by another node as well
    assert structure.are_on_one_path("input", "out")
    assert structure.are_on_one_path("out", "keys")
    assert structure.are_on_one_path("tanh", "tanh")
    assert not structure.are_on_one_path("raw", "tanh")


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (0.0031, "0.0031"), (2.1e-9, "2.1e-9"), (1e-5, "1e-5"), (1320, "1,320"), (12.34, "12.3"), (3e7, "3e7")],
)
def test_figures_in_words(value: float, words: str) -> None:
    assert figure(value) == words


@pytest.mark.parametrize(
    ("share", "words"), [(0.41, "41 %"), (1.0, "100 %"), (0.9999, "over 99 %"), (0.001, "under 1 %"), (0.0, "0 %")]
)
def test_shares_in_words(share: float, words: str) -> None:
    assert percent(share) == words


def test_factors_and_names_in_words() -> None:
    assert [factor(ratio) for ratio in (7.4, 812, 32_467, 7.42e7)] == ["7", "810", "32,000", "7.4e7"]
    assert say("{nodes}", nodes=names(["a", "b"])) == "a, b"
    assert say("{nodes}", nodes=names(["a", "b", "c", "d", "e"])) == "a, b, c and 2 more"
