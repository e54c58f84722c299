"""Whole networks: both engines, from the same spec, see the same loss, gradients and weights."""

from __future__ import annotations

import numpy as np
import pytest

from neurarium.engines import Engine, create_engine
from neurarium.graph import Plan
from neurarium.spec import RunSpec
from neurarium.spec.optimizers import OPTIMIZERS
from tests.conformance.networks import NETWORKS, PRESETS, batches, branches, planned, samples

SPECS = [pytest.param(spec, id=name) for name, spec in NETWORKS.items()]
DEEP = 40
"""Nodes from which float32's rounding grows so fast from step to step that only the first one can be compared."""
TOLERANCES = [pytest.param(np.float64, 1e-9, id="float64"), pytest.param(np.float32, 1e-4, id="float32")]


def both(spec: RunSpec, plan: Plan, dtype: type) -> tuple[Engine, Engine]:
    scratch, torch = (
        create_engine(spec.model_copy(update={"engine": name, "device": "cpu"}), plan, dtype)
        for name in ("scratch", "torch")
    )
    return scratch, torch


def assert_agree(ours: np.ndarray, theirs: np.ndarray, tolerance: float, what: str) -> None:
    """Agreement to `tolerance`, relative to the tensor's largest value."""
    assert ours.shape == theirs.shape
    scale = max(float(np.abs(theirs).max()), 1e-3)
    assert float(np.abs(ours - theirs).max()) <= tolerance * scale, what


@pytest.mark.torch
@pytest.mark.parametrize(("dtype", "tolerance"), TOLERANCES)
@pytest.mark.parametrize("spec", SPECS)
def test_engines_agree_on_loss_gradients_and_weights(spec: RunSpec, dtype: type, tolerance: float) -> None:
    plan = planned(spec)
    scratch, torch = both(spec, plan, dtype)
    steps = 1 if dtype is np.float32 and len(plan.nodes) >= DEEP else 20
    for step, (inputs, targets) in enumerate(batches(spec, steps, dtype)):
        ours, theirs = (
            engine.train_step(inputs, targets, spec.optimizer.learning_rate, observe=True)
            for engine in (scratch, torch)
        )
        assert ours.loss == pytest.approx(theirs.loss, rel=tolerance)
        assert ours.accuracy == theirs.accuracy
        for node in plan.nodes:
            for name in node.parameters:
                assert_agree(
                    scratch.observation.gradient(node.name, name),
                    torch.observation.gradient(node.name, name),
                    tolerance,
                    f"gradient of {node.name}.{name} at step {step + 1}",
                )
    ours_after, theirs_after = scratch.state(), torch.state()
    assert set(ours_after) == set(theirs_after)
    assert int(ours_after["step"]) == int(theirs_after["step"]) == steps
    for name in ours_after:
        assert_agree(ours_after[name], theirs_after[name], tolerance, f"{name} after {steps} steps")
    inputs, targets = samples(spec, dtype)
    ours_evaluated, theirs_evaluated = scratch.evaluate(inputs, targets), torch.evaluate(inputs, targets)
    assert ours_evaluated.loss == pytest.approx(theirs_evaluated.loss, rel=tolerance)
    assert ours_evaluated.samples == theirs_evaluated.samples == len(targets)
    assert_agree(scratch.predict(inputs[:50]), torch.predict(inputs[:50]), tolerance, "predictions")


@pytest.mark.torch
def test_loss_curves_agree_over_the_first_fifty_steps() -> None:
    spec = PRESETS["digits_convnet"]
    scratch, torch = both(spec, planned(spec), np.float32)
    curves = np.array(
        [
            [engine.train_step(inputs, targets, spec.optimizer.learning_rate).loss for engine in (scratch, torch)]
            for inputs, targets in batches(spec, 50, np.float32)
        ]
    )
    assert np.abs(curves[:, 0] - curves[:, 1]).max() < 1e-3
    assert curves[-5:].mean() < 0.5 * curves[:5].mean()


@pytest.mark.parametrize("name", ["branches", "branches_mean_squared_error", "spiral_mlp"])
def test_scratch_gradients_of_whole_networks_are_central_differences(name: str) -> None:
    """The chain rule over the whole graph, in places drawn at random from every tensor."""
    spec = NETWORKS[name]
    plan = planned(spec)
    engine = create_engine(spec.model_copy(update={"engine": "scratch"}), plan, np.float64)
    ((inputs, targets),) = batches(spec, 1)
    engine.measure(inputs, targets)
    gradients = {
        (node.name, parameter): engine.observation.gradient(node.name, parameter).copy()
        for node in plan.nodes
        for parameter in node.parameters
    }
    first = dict(engine.state())
    random, step = np.random.default_rng(0), 1e-5
    for (node, parameter), gradient in gradients.items():
        key = f"parameters/{node}/{parameter}"
        for flat in random.choice(gradient.size, min(6, gradient.size), replace=False):
            position = np.unravel_index(flat, gradient.shape)
            losses = []
            for change in (step, -step):
                moved = first[key].copy()
                moved[position] += change
                engine.load_state({**first, key: moved})
                losses.append(engine.measure(inputs, targets).loss)
            difference = (losses[0] - losses[1]) / (2 * step)
            scale = max(abs(difference), 1e-2 * np.abs(gradient).max())
            assert abs(gradient[position] - difference) < 1e-6 * max(scale, 1e-4), (node, parameter, position)


@pytest.mark.torch
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_an_engine_takes_up_where_the_other_left_off(optimizer: str) -> None:
    spec = branches(optimizer={"kind": optimizer, "learning_rate": 0.01})
    plan = planned(spec)
    steps = batches(spec, 12)
    for first, second in (("scratch", "torch"), ("torch", "scratch")):
        straight, begun, taken_up = (
            create_engine(spec.model_copy(update={"engine": name, "device": "cpu"}), plan, np.float64)
            for name in (first, first, second)
        )
        for position, (inputs, targets) in enumerate(steps):
            straight.train_step(inputs, targets, 0.01)
            if position == 6:
                taken_up.load_state(begun.state())
            (begun if position < 6 else taken_up).train_step(inputs, targets, 0.01)
        assert taken_up.step == 12
        expected = straight.state()
        for name, values in taken_up.state().items():
            assert_agree(values, expected[name], 1e-9, name)
