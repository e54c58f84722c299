"""Frozen nodes stay as they start, in both engines and under every optimizer, and the others learn as if alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from neurarium.graph import plan
from neurarium.spec.errors import GraphError
from neurarium.spec.optimizers import OPTIMIZERS
from tests.engines.networks import IMAGE, NODES, batch, build, run_spec
from tests.support.specs import ENGINES

FROZEN: dict[str, Any] = {"frozen": ["conv", "norm"]}


def of(state: dict[str, np.ndarray], *nodes: str) -> dict[str, np.ndarray]:
    return {name: values for name, values in state.items() if len(parts := name.split("/")) > 2 and parts[-2] in nodes}


@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS))
@pytest.mark.parametrize("engine", ENGINES)
def test_frozen_nodes_stay_bit_for_bit_and_the_others_learn(engine: str, optimizer: str) -> None:
    settings: dict[str, Any] = {"optimizer": {"kind": optimizer, "learning_rate": 0.05}}
    built, _ = build(engine, **FROZEN, **settings)
    before = dict(built.state())
    for number in range(5):
        built.train_step(*batch(number), 0.05)
    after = dict(built.state())
    assert set(of(after, "conv", "norm")) == {
        *(f"parameters/{name}" for name in ("conv/weight", "conv/bias", "norm/weight", "norm/bias")),
        *(name for name in after if name.startswith("buffers/norm/")),
    }, "an optimizer remembers nothing of what it does not train"
    for name, values in of(before, "conv", "norm").items():
        np.testing.assert_array_equal(after[name], values, name)
    for name in ("parameters/fc/weight", "parameters/fc/bias"):
        assert np.abs(after[name] - before[name]).max() > 1e-4


@pytest.mark.parametrize("engine", ENGINES)
def test_gradients_of_frozen_nodes_are_measured_and_their_updates_are_zero(engine: str) -> None:
    built, _ = build(engine, **FROZEN)
    built.train_step(*batch(0), 0.01, observe=True)
    observation = built.observation
    assert np.abs(observation.gradient("conv", "weight")).max() > 0
    assert observation.update_norm("conv", "weight") == 0
    update = observation.update_norm("fc", "weight")
    assert update is not None
    assert update > 0


@pytest.mark.parametrize("engine", ENGINES)
def test_frozen_batch_normalisation_computes_as_in_evaluation(engine: str) -> None:
    nodes = [node for node in NODES if node["kind"] != "dropout"]  # all else is the same in both modes
    built, _ = build(engine, nodes, frozen=["norm"])
    free, _ = build(engine, nodes)
    # Of other statistics than the batch's, so that the modes differ.
    state = dict(built.state())
    state["buffers/norm/running_mean"] = np.full(3, 0.7)
    state["buffers/norm/running_var"] = np.full(3, 2.3)
    built.load_state(state)
    inputs, targets = batch(0)
    measured = built.measure(inputs, targets).loss
    expected = built.evaluate(inputs, targets).loss
    assert measured == built.measure(inputs, targets).loss == pytest.approx(expected, rel=1e-12)
    assert abs(free.measure(inputs, targets).loss - expected) > 1e-3


@pytest.mark.parametrize("engine", ENGINES)
def test_gradients_through_frozen_batch_normalisation_are_central_differences(engine: str) -> None:
    built, _ = build(engine, frozen=["norm"])
    inputs, targets = batch(1)
    built.measure(inputs, targets)
    gradients = {
        name: built.observation.gradient(*name.split(".")).copy()
        for name in ("conv.weight", "conv.bias", "norm.weight", "norm.bias", "fc.weight")
    }
    first, step = dict(built.state()), 1e-6
    for name, gradient in gradients.items():
        key = f"parameters/{name.replace('.', '/')}"
        for flat in (0, gradient.size - 1):
            position = np.unravel_index(flat, gradient.shape)
            losses = []
            for change in (step, -step):
                moved = first[key].copy()
                moved[position] += change
                built.load_state({**first, key: moved})
                losses.append(built.measure(inputs, targets).loss)
            assert gradient[position] == pytest.approx((losses[0] - losses[1]) / (2 * step), rel=1e-5, abs=1e-8), name


@pytest.mark.torch
def test_both_engines_agree_with_frozen_nodes() -> None:
    scratch, torch = (build(engine, **FROZEN)[0] for engine in ("scratch", "torch"))
    for number in range(10):
        ours, theirs = (built.train_step(*batch(number), 0.01) for built in (scratch, torch))
        assert ours.loss == pytest.approx(theirs.loss, rel=1e-9)
    expected = dict(torch.state())
    assert set(scratch.state()) == set(expected)
    for name, values in scratch.state().items():
        np.testing.assert_allclose(values, expected[name], rtol=1e-8, atol=1e-9)
    torch.load_state(scratch.state())


@pytest.mark.parametrize("engine", ENGINES)
def test_a_network_that_is_frozen_as_a_whole_trains_on_without_a_change(engine: str) -> None:
    built, _ = build(engine, frozen=["conv", "norm", "fc"])
    before = built.state()
    built.train_step(*batch(0), 0.1)
    assert built.step == 1
    for name, values in before.items():
        if name != "step":
            np.testing.assert_array_equal(built.state()[name], values)


@pytest.mark.parametrize("engine", ENGINES)
def test_naming_a_node_with_nothing_to_freeze_changes_nothing(engine: str) -> None:
    named, plain = build(engine, frozen=["relu", "drop"])[0], build(engine)[0]
    for number in range(3):
        losses = [built.train_step(*batch(number), 0.01).loss for built in (named, plain)]
        assert losses[0] == losses[1]


def test_an_unknown_node_is_named() -> None:
    from neurarium.engines import create_engine

    spec = run_spec("scratch", frozen=["conv", "conv9"])
    with pytest.raises(GraphError, match="conv9") as raised:
        create_engine(spec, plan(spec.network.nodes, IMAGE))
    assert (raised.value.info.node, raised.value.info.field) == ("conv9", "frozen")
