"""What an observed batch tells, against what can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from tests.engines.networks import IMAGE, NODES, batch, build

RATE = 0.01
PLAIN = [node for node in NODES if node["kind"] not in ("dropout", "batch_norm", "add")]
EVERYTHING = 10**9


def test_outputs_are_those_of_the_batch(engine: str) -> None:
    """Without dropout and batch norm, training and evaluation put out the same."""
    built, plan = build(engine, PLAIN)
    inputs, targets = batch(0)
    expected = {"input": inputs, **built.outputs(inputs)}
    assert list(expected) == ["input", *(node.name for node in plan.nodes)]
    built.measure(inputs, targets)
    assert built.observation.batch == len(inputs)
    for node, values in expected.items():
        sample = built.observation.output(node, EVERYTHING)
        assert sample.total == values.size
        np.testing.assert_allclose(sample.values, values.ravel(), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("limit", [7, 100, 143, 864])
def test_a_sample_is_even_and_meets_every_pixel_alike(engine: str, limit: int) -> None:
    built, _ = build(engine, PLAIN)
    inputs, targets = batch(0)
    built.measure(inputs, targets)
    sample = built.observation.output("conv", limit)
    every = built.observation.output("conv", EVERYTHING).values
    assert sample.total == every.size == 8 * 3 * 36
    assert 0 < len(sample.values) <= limit
    assert len(sample.values) > 0.4 * limit
    strides = [stride for stride in range(1, every.size + 1) if np.array_equal(every[::stride], sample.values)]
    assert strides, "the sample is not every stride-th value"
    assert strides[0] == 1 or np.gcd(strides[0], 3 * 36) == 1


def test_samples_outlive_the_next_step(engine: str) -> None:
    built, _ = build(engine, PLAIN)
    built.measure(*batch(0))
    values = built.observation.output("fc", EVERYTHING).values
    kept = values.copy()
    built.train_step(*batch(1), RATE)
    np.testing.assert_array_equal(values, kept)


def test_update_norm_is_the_norm_of_the_change(engine: str) -> None:
    built, plan = build(engine)
    for number in range(3):
        before = built.state()
        built.train_step(*batch(number), RATE, observe=True)
        after = built.state()
        for node in plan.nodes:
            for name in node.parameters:
                key = f"parameters/{node.name}/{name}"
                change = float(np.sqrt(((after[key] - before[key]) ** 2).sum()))
                assert built.observation.update_norm(node.name, name) == pytest.approx(change, rel=1e-9)
                np.testing.assert_array_equal(built.observation.parameter(node.name, name), after[key])


def test_update_norm_of_plain_descent_is_rate_times_gradient_norm(engine: str) -> None:
    built, _ = build(engine, PLAIN, optimizer={"kind": "sgd"})
    built.train_step(*batch(0), 0.5, observe=True)
    gradient = built.observation.gradient("fc", "weight")
    expected = 0.5 * float(np.linalg.norm(gradient))
    assert built.observation.update_norm("fc", "weight") == pytest.approx(expected, rel=1e-9)


def test_dead_fraction_counts_units_and_channels_that_never_fire(engine: str) -> None:
    nodes = [
        {"id": "conv", "kind": "conv2d", "out_channels": 5, "kernel_size": 1},
        {"id": "relu", "kind": "relu"},
        {"id": "flat", "kind": "flatten"},
        {"id": "hidden", "kind": "linear", "out_features": 8},
        {"id": "relu2", "kind": "relu"},
        {"id": "fc", "kind": "linear", "out_features": 4},
    ]
    built, _ = build(engine, nodes)
    state = dict(built.state())
    state["parameters/conv/bias"] = np.array([-1e3, 0.0, -1e3, 1e3, 0.0])
    state["parameters/hidden/weight"] = np.zeros((8, 5 * 36))
    state["parameters/hidden/bias"] = np.array([-1.0, 1.0, 0.0, 2.0, -3.0, 1.0, 1.0, -1.0])
    built.load_state(state)
    built.measure(*batch(0, size=20))
    observation = built.observation
    # A channel is one unit: the one that never fires is dead, the one that fires at some pixel of some sample is not.
    assert observation.dead_fraction("relu") == pytest.approx(2 / 5)
    assert observation.dead_fraction("relu2") == pytest.approx(4 / 8)
    assert observation.dead_fraction("conv") == 0.0
    assert observation.dead_fraction("input") == 0.0


def test_arrays_are_read_only(engine: str) -> None:
    built, _ = build(engine)
    built.train_step(*batch(0), RATE, observe=True)
    for array in (built.observation.parameter("fc", "weight"), built.observation.gradient("fc", "weight")):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0.0


def test_an_observation_ends_with_the_next_call(engine: str) -> None:
    built, _ = build(engine)
    inputs, targets = batch(0)
    with pytest.raises(RuntimeError, match="No batch was observed"):
        _ = built.observation
    calls = (
        lambda: built.train_step(inputs, targets, RATE),
        lambda: built.evaluate(inputs, targets),
        lambda: built.predict(inputs),
        lambda: built.outputs(inputs),
        lambda: built.find_non_finite(inputs, targets),
        lambda: built.load_state(built.state()),
        built.reset,
    )
    for call in calls:
        built.measure(inputs, targets)
        stale = built.observation
        call()
        with pytest.raises(RuntimeError, match="No batch was observed"):
            _ = built.observation
        for read in (
            lambda old=stale: old.output("fc", 10),
            lambda old=stale: old.parameter("fc", "weight"),
            lambda old=stale: old.gradient("fc", "weight"),
            lambda old=stale: old.update_norm("fc", "weight"),
            lambda old=stale: old.dead_fraction("relu"),
            lambda old=stale: old.batch,
        ):
            with pytest.raises(RuntimeError, match="over"):
                read()


def test_reading_the_state_does_not_end_an_observation(engine: str) -> None:
    built, _ = build(engine)
    built.measure(*batch(0))
    built.state()
    assert built.observation.output("conv", 10).total == 8 * 3 * 36


def test_large_sets_are_evaluated_in_parts(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    built, _ = build(engine)
    inputs, targets = batch(0, size=50)
    built.train_step(inputs, targets, RATE)
    whole, predicted = built.evaluate(inputs, targets), built.predict(inputs)
    monkeypatch.setattr("neurarium.engines.batches.SAMPLES_AT_ONCE", 7)
    in_parts = built.evaluate(inputs, targets)
    assert in_parts.loss == pytest.approx(whole.loss, rel=1e-12)
    assert (in_parts.accuracy, in_parts.samples) == (whole.accuracy, 50)
    np.testing.assert_allclose(built.predict(inputs), predicted, rtol=1e-12)


def test_predictions_are_the_last_nodes_outputs(engine: str) -> None:
    built, plan = build(engine)
    inputs, targets = batch(0)
    outputs = built.outputs(inputs)
    predicted = built.predict(inputs)
    np.testing.assert_array_equal(predicted, outputs[plan.output])
    for node in plan.nodes:
        assert outputs[node.name].shape == (8, *node.output_shape)
        assert outputs[node.name].flags.c_contiguous
    accuracy = (predicted.argmax(axis=1) == targets).mean()
    assert built.evaluate(inputs, targets).accuracy == pytest.approx(accuracy)


def test_equal_outputs_are_the_first_class(engine: str) -> None:
    """An untrained network of zeros knows one class, not all."""
    nodes = [
        {"id": "flat", "kind": "flatten"},
        {"id": "fc", "kind": "linear", "out_features": 4, "weight_init": {"kind": "zeros"}},
    ]
    built, _ = build(engine, nodes)
    inputs = np.ones((4, *IMAGE))
    assert built.evaluate(inputs, np.array([0, 1, 2, 3])).accuracy == 0.25
    assert built.measure(inputs, np.array([1, 1, 2, 3])).accuracy == 0.0


@pytest.mark.torch
def test_both_engines_take_the_same_samples() -> None:
    scratch, torch = build("scratch")[0], build("torch")[0]
    for built in (scratch, torch):
        built.train_step(*batch(0), RATE, observe=True)
    for node in ("input", "conv", "drop", "fc"):
        ours, theirs = scratch.observation.output(node, 60), torch.observation.output(node, 60)
        assert ours.total == theirs.total
        np.testing.assert_allclose(ours.values, theirs.values, rtol=1e-12, atol=1e-12)
