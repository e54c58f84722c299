"""Signs become findings with patience: told once, no flicker, withdrawn, told again only where they have changed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neurarium.diagnosis import RULES, Change, Diagnosis
from neurarium.diagnosis.diagnosis import TOLD_AGAIN_AFTER, TOLD_AGAIN_BY
from neurarium.graph import plan_for
from neurarium.probes import ProbeKey, ProbeMessage
from neurarium.spec.run import RunSpec
from tests.support.specs import linear

RULE = next(rule for rule in RULES if rule.name == "dead_units")
LIMIT, RELEASE = RULE.thresholds["share"].limit, RULE.thresholds["share"].release

SPEC = RunSpec.model_validate(
    {
        "network": {
            "nodes": [
                {"id": "flat1", "kind": "flatten"},
                linear("fc1", 100),
                {"id": "relu1", "kind": "relu"},
                linear("fc2", 100),
                {"id": "relu2", "kind": "relu"},
                linear("fc3", 10),
            ]
        }
    }
)


def histogram(node: str, dead: float | None) -> ProbeMessage:
    figures = dict.fromkeys(("saturated_fraction", "zero_fraction"))
    payload = {**figures, "mean": 0.0, "std": 1.0, "min": -1.0, "max": 1.0, "sampled": 100, "batch": 100}
    return ProbeMessage(ProbeKey("activation_histogram", node), {**payload, "dead_fraction": dead})


class Run:
    """A diagnosis that is shown shares of dead units, one measurement after another."""

    def __init__(self) -> None:
        self.diagnosis = Diagnosis(SPEC, plan_for(SPEC.network.nodes, SPEC.data, SPEC.loss))
        self.step = 0

    def show(self, share: float, other: float = 0.0) -> list[Change]:
        self.step += 1
        return self.diagnosis.measured(self.step, [histogram("relu1", share), histogram("relu2", other)])

    def show_all(self, shares: list[float]) -> list[list[str]]:
        return [[change.status for change in self.show(share)] for share in shares]


def test_it_is_told_at_the_third_measurement_in_a_row_and_once() -> None:
    assert Run().show_all([0.6] * 6) == [[], [], ["found"], [], [], []]


def test_two_in_a_row_are_not_enough() -> None:
    assert Run().show_all([0.6, 0.6, 0.1] * 4) == [[]] * 12


def test_it_holds_between_release_and_limit_and_is_withdrawn_below() -> None:
    between = (LIMIT + RELEASE) / 2
    told = Run().show_all([0.6] * 3 + [between] * 8 + [0.1, 0.1, between, 0.1, 0.1, 0.1, 0.1])
    assert told == [[], [], ["found"]] + [[]] * 13 + [["withdrawn"], []]


def test_a_value_between_them_is_no_finding_to_begin_with() -> None:
    assert Run().show_all([(LIMIT + RELEASE) / 2] * 10) == [[]] * 10


def test_it_is_told_again_once_it_has_changed_much_and_not_at_every_measurement() -> None:
    told = Run().show_all([0.6] * 3 + [0.61] * 30)
    assert [status for statuses in told for status in statuses] == ["found"]
    told = Run().show_all([0.5] * 3 + [0.9] * 30)
    assert [(place, *statuses) for place, statuses in enumerate(told) if statuses] == [
        (2, "found"),
        (2 + TOLD_AGAIN_AFTER, "changed"),
    ]


def test_each_node_has_a_finding_of_its_own_and_all_that_hold_are_listed() -> None:
    run = Run()
    changes = [change for _ in range(3) for change in run.show(0.6, 0.7)]
    assert [change.finding.id for change in changes] == ["dead_units/relu1", "dead_units/relu2"]
    assert [finding.node for finding in run.diagnosis.findings] == ["relu1", "relu2"]
    changes = [change for _ in range(3) for change in run.show(0.6, 0.0)]
    assert [(change.status, change.finding.node) for change in changes] == [("withdrawn", "relu2")]
    assert [finding.node for finding in run.diagnosis.findings] == ["relu1"]


def test_what_is_told_is_the_measurement_of_its_step() -> None:
    run = Run()
    changes = [change for share in (0.55, 0.6, 0.65) for change in run.show(share)]
    assert [(change.finding.step, change.finding.value) for change in changes] == [(3, 0.65)]
    assert changes[0].finding.since == 3
    assert changes[0].finding.message == "65 % of its units are dead."


def test_a_reset_forgets_what_was_seen() -> None:
    run = Run()
    run.show_all([0.6, 0.6])
    run.diagnosis.clear()
    assert run.show_all([0.6]) == [[]]
    run.show_all([0.6, 0.6])
    assert run.diagnosis.findings
    run.diagnosis.clear()
    assert run.diagnosis.findings == []


@given(st.lists(st.sampled_from([0.0, 0.3, 0.39, 0.41, 0.49, 0.5, 0.6, 0.8, 1.0]), max_size=80))
def test_no_sequence_of_values_makes_it_flicker(shares: list[float]) -> None:
    run = Run()
    since_change = RULE.patience
    holds = False
    last_told = 0.0
    for place, share in enumerate(shares):
        changes = run.show(share)
        since_change += 1
        assert len(changes) <= 1
        for change in changes:
            recent = shares[place - RULE.patience + 1 : place + 1]
            if change.status == "found":
                assert not holds
                assert len(recent) == RULE.patience
                assert all(value >= LIMIT for value in recent)
            elif change.status == "withdrawn":
                assert holds
                assert all(value < RELEASE for value in recent)
            else:
                assert holds
                assert abs(share - last_told) > TOLD_AGAIN_BY * last_told
                assert since_change >= TOLD_AGAIN_AFTER
            if change.status != "changed":
                # Once it came or went, nothing changes for as long as its patience lasts.
                assert since_change >= RULE.patience
            holds = change.status != "withdrawn"
            last_told, since_change = share, 0
        assert [finding.node for finding in run.diagnosis.findings] == (["relu1"] if holds else [])
        assert all(finding.value == last_told for finding in run.diagnosis.findings)


def test_a_cause_on_the_same_path_leaves_its_consequence_untold() -> None:
    """The first layer's gradient vanishes; where a layer behind it is dead, that is why."""

    def gradients(norms: dict[str, float]) -> list[ProbeMessage]:
        stats = {"mean": 0.0, "std": 1.0, "max_abs": 1.0, "update_ratio": 1e-3}
        return [
            ProbeMessage(ProbeKey("gradient_stats", node), {"parameters": {"weight": {**stats, "norm": norm}}})
            for node, norm in norms.items()
        ]

    vanishing = gradients({"fc1": 1e-9, "fc2": 1e-2, "fc3": 1.0})

    def told(dead: float) -> list[str]:
        diagnosis = Diagnosis(SPEC, plan_for(SPEC.network.nodes, SPEC.data, SPEC.loss))
        changes: list[Change] = []
        for step in range(5):
            changes += diagnosis.measured(step, [histogram("relu1", 0.0), histogram("relu2", dead), *vanishing])
        return [change.finding.rule for change in changes]

    assert told(0.0) == ["vanishing_gradients"]
    assert told(0.8) == ["dead_units"]


@pytest.mark.parametrize("rate", [0.5, 0.002])
def test_mends_go_on_from_the_learning_rate_that_holds_now(rate: float) -> None:
    run = Run()
    run.diagnosis.set_learning_rate(rate)
    changes = [change for _ in range(3) for change in run.show(0.6)]
    mends: dict[str, Any] = {mend.code: mend.figures for mend in changes[0].finding.mends}
    assert mends["learning_rate"] == {"rate": pytest.approx(rate / 10), "replaced": rate}
