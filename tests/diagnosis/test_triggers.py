"""Each rule against a network that was built to go wrong in its way, trained for real."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import pytest

from neurarium.diagnosis import RULES, Operation, apply_patch
from neurarium.graph import Limits, check_network
from neurarium.spec.run import RunSpec
from tests.diagnosis.networks import TRIGGERS, measurements, told, watch
from tests.support.channel import RecordingChannel

BY_NAME = {rule.name: rule for rule in RULES}


@cache
def trained(rule: str) -> RecordingChannel:
    """Return what the network of a rule told; trained once for all tests."""
    return watch(TRIGGERS[rule].spec)


def first_finding(rule: str) -> dict[str, Any]:
    return told(trained(rule), "found")[0]


def mended(spec: dict[str, Any], mend: dict[str, Any]) -> dict[str, Any]:
    """Return the run as it is after a mend, as the page and scripts get it."""
    patch = [Operation.model_validate(operation) for operation in mend["patch"]]
    return apply_patch(RunSpec.model_validate(spec).model_dump(mode="json"), patch)


def test_every_rule_has_a_network_that_triggers_it() -> None:
    assert set(TRIGGERS) == set(BY_NAME)


@pytest.mark.parametrize("rule", TRIGGERS)
def test_it_triggers_that_rule_and_no_other_at_the_right_node(rule: str) -> None:
    findings = told(trained(rule), "found")
    assert [(finding["rule"], finding["node"]) for finding in findings] == [(rule, TRIGGERS[rule].node)]


@pytest.mark.torch
@pytest.mark.parametrize("rule", ["saturated", "dead_units", "vanishing_gradients", "no_update"])
def test_it_is_found_in_the_other_engine_too(rule: str) -> None:
    channel = watch({**TRIGGERS[rule].spec, "engine": "torch"})
    findings = told(channel, "found")
    assert [(finding["rule"], finding["node"]) for finding in findings] == [(rule, TRIGGERS[rule].node)]
    # Both engines compute the same numbers, so they find the same thing at the same step.
    assert findings[0]["step"] == first_finding(rule)["step"]
    assert findings[0]["value"] == pytest.approx(first_finding(rule)["value"], rel=0.05)


def measured_value(finding: dict[str, Any], channel: RecordingChannel) -> float:
    """Return the value that a finding is about, worked out again from the probes of its step."""
    probes = measurements(channel)[finding["step"]]
    node, last = finding["node"], "out"

    def activation(name: str) -> dict[str, Any]:
        return probes["activation_histogram", name]

    def stats(name: str) -> dict[str, Any]:
        return probes["gradient_stats", name]["parameters"]["weight"]

    def spread(name: str) -> float:
        return math.sqrt(activation(name)["mean"] ** 2 + activation(name)["std"] ** 2)

    match finding["rule"]:
        case "saturated":
            return activation(node)["saturated_fraction"]
        case "dead_units":
            return activation(node)["dead_fraction"]
        case "exploding_activations" | "unscaled_input":
            return spread(node)
        case "vanishing_gradients" | "exploding_gradients":
            return stats(node)["norm"] / stats(last)["norm"]
        case "no_update" | "large_updates":
            return stats(node)["update_ratio"]
    raise AssertionError(finding["rule"])


@pytest.mark.parametrize("rule", sorted(set(TRIGGERS) - {"diverging", "overfitting"}))
def test_the_value_is_the_measured_one_and_lies_beyond_the_threshold(rule: str) -> None:
    for finding in told(trained(rule), "found", "changed"):
        assert finding["value"] == pytest.approx(measured_value(finding, trained(rule)), rel=1e-12)
        threshold = BY_NAME[rule].thresholds[finding["threshold"]]
        assert finding["limit"] == threshold.limit
        assert threshold.is_passed(finding["value"], holds=finding["status"] == "changed")


def test_the_rise_of_a_diverging_loss_is_that_of_the_scalars() -> None:
    channel = trained("diverging")
    finding = first_finding("diverging")
    losses = [
        (int(step), float(loss))
        for message in channel.of_type("metrics")
        if "train_loss" in message["values"]
        for step, loss in zip(message["steps"], message["values"]["train_loss"], strict=True)
        if step <= finding["step"]
    ]
    # An exponential mean over 20 steps, written out.
    weights = [0.95 ** (finding["step"] - step) for step, _ in losses]
    recent = sum(weight * loss for weight, (_, loss) in zip(weights, losses, strict=True)) / sum(weights)
    assert finding["figures"]["loss"] == pytest.approx(recent, rel=1e-5)
    start = finding["figures"]["start"]
    assert finding["value"] == pytest.approx((recent - finding["figures"]["lowest"]) / start, rel=1e-5)


def test_overfitting_is_told_with_the_losses_of_the_validations() -> None:
    channel = trained("overfitting")
    finding = first_finding("overfitting")
    validations: dict[int, float] = {}
    for message in channel.of_type("metrics"):
        for step, loss in zip(message["steps"], message["values"].get("validation_loss", []), strict=False):
            if not math.isnan(loss):
                validations[int(step)] = float(loss)
    known = {step: loss for step, loss in validations.items() if 0 < step <= finding["step"]}
    assert finding["figures"]["best_step"] == min(known, key=lambda step: known[step])
    assert finding["figures"]["best"] == pytest.approx(min(known.values()), rel=1e-6)
    assert finding["figures"]["loss"] == pytest.approx(known[finding["step"]], rel=1e-6)
    lowest_of_last = min(list(known.values())[-3:])
    assert finding["value"] == pytest.approx((lowest_of_last - min(known.values())) / validations[0], rel=1e-5)


@pytest.mark.parametrize("rule", TRIGGERS)
def test_it_says_what_why_and_how_to_mend_it(rule: str) -> None:
    finding = first_finding(rule)
    for words in ("badge", "message", "detail", "why"):
        assert finding[words].strip()
        assert "nan" not in finding[words].lower()
        assert "None" not in finding[words]
    assert len(finding["badge"]) <= 18
    assert finding["why"] == BY_NAME[rule].documentation.sentence
    assert finding["mends"]
    assert {mend["code"] for mend in finding["mends"]} <= set(BY_NAME[rule].mend_codes)


@pytest.mark.parametrize("rule", TRIGGERS)
def test_every_mend_is_a_run_that_passes_the_check_and_differs(rule: str) -> None:
    spec = RunSpec.model_validate(TRIGGERS[rule].spec).model_dump(mode="json")
    for mend in first_finding(rule)["mends"]:
        changed = mended(spec, mend)
        assert changed != spec
        RunSpec.model_validate(changed)
        checked = check_network({name: changed[name] for name in ("data", "network", "loss", "batch_size")}, Limits())
        assert checked.ok, (mend["title"], checked.errors)


@pytest.mark.parametrize("rule", TRIGGERS)
def test_the_first_mend_cures_it(rule: str) -> None:
    """It is not found again, and nothing else is found instead."""
    spec = TRIGGERS[rule].spec
    channel = watch(mended(spec, first_finding(rule)["mends"][0]))
    assert told(channel, "found") == []
