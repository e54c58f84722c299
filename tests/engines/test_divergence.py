"""Numbers that are not finite: nothing is learnt from them, and the node that began is named."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.engines.networks import NODES, assert_same_state, batch, build

DEEP: list[dict[str, Any]] = [
    {"id": "flat", "kind": "flatten"},
    {"id": "fc1", "kind": "linear", "out_features": 6},
    {"id": "tanh", "kind": "tanh"},
    {"id": "fc2", "kind": "linear", "out_features": 5},
    {"id": "norm", "kind": "batch_norm"},
    {"id": "fc3", "kind": "linear", "out_features": 4},
]


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_the_first_node_with_such_a_parameter_is_named(engine: str, value: float) -> None:
    for node in ("fc1", "norm", "fc3"):
        built, _ = build(engine, DEEP)
        assert built.find_non_finite(*batch(0)) is None
        state = dict(built.state())
        state[f"parameters/{node}/bias"][1] = value
        built.load_state(state)
        assert built.find_non_finite(*batch(0)) == node


def test_a_node_whose_output_overflows_is_named(engine: str) -> None:
    built, _ = build(engine, DEEP, dtype=np.float32)
    state = dict(built.state())
    state["parameters/fc2/weight"] = np.full((5, 6), 3e38, np.float32)
    built.load_state(state)
    assert built.find_non_finite(*batch(0, dtype=np.float32)) == "fc2"


def test_data_that_is_not_finite_is_named(engine: str) -> None:
    built, _ = build(engine, DEEP)
    inputs, targets = batch(0)
    inputs[2, 1, 3, 3] = np.nan
    assert built.find_non_finite(inputs, targets) == "input"


def test_a_loss_that_alone_overflows_is_laid_to_the_output(engine: str) -> None:
    built, _ = build(engine, DEEP, dtype=np.float32, loss={"kind": "mean_squared_error"})
    state = dict(built.state())
    state["parameters/fc3/bias"] = np.full(4, 1e30, np.float32)
    built.load_state(state)
    given = batch(0, dtype=np.float32)
    assert not np.isfinite(built.measure(*given).loss)
    assert built.find_non_finite(*given) == "fc3"


@pytest.mark.parametrize("observe", [False, True])
def test_such_a_loss_changes_nothing(engine: str, observe: bool) -> None:
    built, _ = build(engine)
    untouched, _ = build(engine)
    for number in range(3):
        built.train_step(*batch(number), 0.01)
        untouched.train_step(*batch(number), 0.01)
    inputs, targets = batch(3)
    inputs[0, 0, 0, 0] = np.nan
    result = built.train_step(inputs, targets, 0.01, observe=observe)
    assert np.isnan(result.loss)
    assert built.step == 3
    if observe:
        assert built.observation.update_norm("fc", "weight") is None
        assert np.isnan(built.observation.output("conv", 10**6).values).any()
    assert_same_state(built, untouched)
    # And it goes on, as if that batch had not been.
    assert built.train_step(*batch(4), 0.01) == untouched.train_step(*batch(4), 0.01)


def test_a_rate_too_high_ends_in_a_number_that_is_not_finite(engine: str) -> None:
    """Without a warning from numpy or torch: warnings are errors here."""
    nodes = [node for node in NODES if node["kind"] != "batch_norm" and node["id"] != "skip"]
    built, plan = build(engine, nodes, dtype=np.float32, optimizer={"kind": "sgd"}, loss={"kind": "mean_squared_error"})
    finite = 0
    while np.isfinite(built.train_step(*batch(finite, dtype=np.float32), 1000.0).loss):
        finite += 1
        assert finite < 200
    assert built.step == finite
    assert built.find_non_finite(*batch(finite, dtype=np.float32)) in {node.name for node in plan.nodes}
