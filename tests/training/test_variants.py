"""Variants of one run race fairly: what a setting does not touch is the same number for number."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neurarium.training.loop import Trainer
from tests.support.channel import RecordingChannel, run
from tests.support.specs import ENGINES, convnet_spec, linear

STEPS = 7  # two epochs and a bit: batches are drawn afresh in each


def changed(spec: dict[str, Any], node: str, **settings: Any) -> dict[str, Any]:
    """Return the spec with settings of one node changed."""
    nodes = [{**each, **settings} if each["id"] == node else each for each in spec["network"]["nodes"]]
    return {**spec, "network": {"nodes": nodes}}


def without(spec: dict[str, Any], *gone: str) -> dict[str, Any]:
    """Return the spec without some nodes."""
    return {**spec, "network": {"nodes": [each for each in spec["network"]["nodes"] if each["id"] not in gone]}}


def step_by_step(spec: dict[str, Any]) -> tuple[dict[str, np.ndarray], list[dict[str, Any]]]:
    """Return a run's weights at step 0, and what it measured of its input at step 0 and each of the first steps."""
    start = run(spec, RecordingChannel(), paused=True).weights()
    channel = RecordingChannel(held=[[{"command": "step"}]] * STEPS)
    trainer: Trainer = run(spec, channel, paused=True)
    assert trainer.state == "paused"
    inputs = [m for m in channel.of_type("probe") if (m["probe"], m["node"]) == ("activation_histogram", "input")]
    assert [message["step"] for message in inputs] == list(range(STEPS + 1))
    return start, inputs


def variants(engine: str) -> list[tuple[str, dict[str, Any], dict[str, Any], set[str]]]:
    """Return named pairs of specs, and the nodes whose weights the difference concerns."""
    spec = convnet_spec(engine=engine, device="cpu")
    adam = {"kind": "adam", "learning_rate": 0.01}
    return [
        ("optimizer", spec, {**spec, "optimizer": {"kind": "sgd", "learning_rate": 0.1}}, set()),
        ("learning rate", spec, {**spec, "optimizer": {**adam, "learning_rate": 0.5}}, set()),
        ("weight decay", spec, {**spec, "optimizer": {**adam, "weight_decay": 0.1}}, set()),
        ("dropout", spec, changed(spec, "drop1", p=0.1), set()),
        ("activation", spec, changed(spec, "relu1", kind="tanh", id="tanh1"), set()),
        ("batch norm", spec, without(spec, "norm1"), {"norm1"}),
        ("initializer", spec, changed(spec, "conv1", weight_init={"kind": "normal", "std": 1.0}), {"conv1"}),
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("which", range(7), ids=[name for name, *_ in variants("scratch")])
def test_weights_and_batches_are_the_same_where_the_setting_allows(engine: str, which: int) -> None:
    _, one, other, concerned = variants(engine)[which]
    (weights, inputs), (other_weights, other_inputs) = step_by_step(one), step_by_step(other)
    shared = {name for name in weights if name in other_weights and name.split(".")[0] not in concerned}
    assert {"fc1.weight", "fc1.bias"} <= shared
    assert {name.split(".")[0] for name in set(weights) ^ set(other_weights)} <= concerned
    for name in shared:
        np.testing.assert_array_equal(weights[name], other_weights[name])
    for mine, its in zip(inputs, other_inputs, strict=True):
        for figure in ("edges", "counts", "mean", "std", "total"):
            np.testing.assert_array_equal(mine[figure], its[figure], f"{figure} of step {mine['step']}")
    assert any(not np.array_equal(inputs[0]["counts"], later["counts"]) for later in inputs[1:]), (
        "batches differ from step to step, or this would prove nothing"
    )


def test_another_spread_is_the_same_noise_scaled() -> None:
    """So the initializers of a grid differ in nothing but their scale."""

    def weights(initializer: dict[str, Any]) -> np.ndarray:
        spec = {
            "data": {"dataset": "noise", "options": {"samples": 50, "features": 9}},
            "network": {"nodes": [linear("fc1", 10, weight_init=initializer)]},
        }
        return run(spec, RecordingChannel(), paused=True).weights()["fc1.weight"]

    wide = weights({"kind": "normal", "std": 1.0})
    np.testing.assert_allclose(weights({"kind": "normal", "std": 0.01}), wide * 0.01, rtol=1e-6)
    np.testing.assert_allclose(weights({"kind": "he_normal"}), wide * (2 / 9) ** 0.5, rtol=1e-6)
    np.testing.assert_allclose(weights({"kind": "xavier_normal"}), wide * (2 / 19) ** 0.5, rtol=1e-6)


def test_another_seed_changes_both() -> None:
    spec = convnet_spec()
    (weights, inputs), (other_weights, other_inputs) = step_by_step(spec), step_by_step({**spec, "seed": 1})
    assert not np.array_equal(weights["fc1.weight"], other_weights["fc1.weight"])
    assert not np.array_equal(inputs[0]["counts"], other_inputs[0]["counts"])
