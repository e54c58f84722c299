"""What training changes, and what measuring must not."""

from __future__ import annotations

import numpy as np
import pytest

from neurarium.engines import Engine
from tests.engines.networks import CLASSES, NODES, assert_same_state, batch, build

RATE = 0.01


def train(engine: Engine, first: int, last: int, *, observe: bool = False) -> list[float]:
    return [engine.train_step(*batch(number), RATE, observe=observe).loss for number in range(first, last)]


def test_training_learns(engine: str) -> None:
    built, _ = build(engine, [node for node in NODES if node["kind"] != "dropout"])
    inputs, targets = batch(0, size=32)
    before = built.evaluate(inputs, targets)
    results = [built.train_step(inputs, targets, RATE) for _ in range(60)]
    assert built.step == 60
    assert results[-1].loss < 0.2 * results[0].loss
    assert results[-1].accuracy == 1.0
    after = built.evaluate(inputs, targets)
    assert after.loss < before.loss
    assert after.samples == 32


def test_reset_restores_the_beginning_exactly(engine: str) -> None:
    built, _ = build(engine)
    fresh, _ = build(engine)
    first = train(built, 0, 5)
    built.reset()
    assert built.step == 0
    assert_same_state(built, fresh)
    assert train(built, 0, 5) == first
    train(fresh, 0, 5)
    assert_same_state(built, fresh)


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adagrad", "rmsprop", "adam"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_restored_state_goes_on_bit_for_bit(engine: str, optimizer: str, dtype: type) -> None:
    settings = {"kind": optimizer, "learning_rate": RATE}
    straight, _ = build(engine, dtype=dtype, optimizer=settings)
    restored, _ = build(engine, dtype=dtype, optimizer=settings)
    for number in range(3):
        straight.train_step(*batch(number, dtype=dtype), RATE)
        restored.train_step(*batch(20 + number, dtype=dtype), RATE)
    restored.load_state(straight.state())
    assert restored.step == 3
    for number in range(3, 6):
        straight.train_step(*batch(number, dtype=dtype), RATE)
        restored.train_step(*batch(number, dtype=dtype), RATE)
    assert_same_state(straight, restored)


def test_state_holds_copies(engine: str) -> None:
    built, _ = build(engine)
    kept = built.state()
    before = {name: values.copy() for name, values in kept.items()}
    train(built, 0, 2)
    for name, values in kept.items():
        np.testing.assert_array_equal(values, before[name])
    built.load_state(kept)
    loaded = built.state()
    for values in kept.values():
        values.fill(0)
    for name, values in built.state().items():
        np.testing.assert_array_equal(values, loaded[name])


def test_state_names_all_that_training_changes(engine: str) -> None:
    built, plan = build(engine)
    first = built.state()
    assert {name.split("/")[0] for name in first} == {"parameters", "buffers", "optimizer", "step"}
    for node in plan.nodes:
        for name, parameter in node.parameters.items():
            assert first[f"parameters/{node.name}/{name}"].shape == parameter.shape
            assert first[f"optimizer/mean/{node.name}/{name}"].shape == parameter.shape
        for name, buffer in node.buffers.items():
            assert first[f"buffers/{node.name}/{name}"].shape == buffer.shape
    train(built, 0, 1)
    after = built.state()
    # A bias behind which batch norm takes the mean away again has no gradient: it alone stays.
    assert {name for name in first if np.array_equal(first[name], after[name])} <= {
        "parameters/conv/bias",
        "optimizer/mean/conv/bias",
        "optimizer/squares/conv/bias",
    }


@pytest.mark.parametrize("fault", ["missing", "unknown", "shape"])
def test_a_state_that_does_not_fit_changes_nothing(engine: str, fault: str) -> None:
    built, _ = build(engine)
    untouched, _ = build(engine)
    train(built, 0, 2)
    train(untouched, 0, 2)
    state = {name: values + 1 for name, values in built.state().items()}
    if fault == "missing":
        del state["parameters/fc/bias"]
    elif fault == "unknown":
        state["parameters/other/bias"] = np.zeros(3)
    else:
        state["parameters/fc/bias"] = np.zeros(9)
    with pytest.raises(ValueError, match="parameters/other/bias" if fault == "unknown" else "parameters/fc/bias"):
        built.load_state(state)
    assert_same_state(built, untouched)


def test_measuring_changes_nothing(engine: str) -> None:
    built, _ = build(engine)
    untouched, _ = build(engine)
    train(built, 0, 2)
    train(untouched, 0, 2)
    inputs, targets = batch(50)
    measured = built.measure(inputs, targets)
    assert measured == built.measure(inputs, targets)
    built.evaluate(inputs, targets)
    built.predict(inputs)
    built.outputs(inputs)
    built.find_non_finite(inputs, targets)
    assert_same_state(built, untouched)
    assert train(built, 2, 5) == train(untouched, 2, 5)
    assert_same_state(built, untouched)


def test_a_measured_batch_is_the_batch_of_the_step(engine: str) -> None:
    """Forward and backward of `measure` are those of training: same mask, same statistics, same gradients."""
    measuring, plan = build(engine)
    training, _ = build(engine)
    inputs, targets = batch(3)
    assert measuring.measure(inputs, targets) == training.train_step(inputs, targets, RATE, observe=True)
    for node in plan.nodes:
        for name in node.parameters:
            np.testing.assert_array_equal(
                measuring.observation.gradient(node.name, name), training.observation.gradient(node.name, name)
            )
            assert measuring.observation.update_norm(node.name, name) is None


def test_observing_does_not_change_training(engine: str) -> None:
    watched, _ = build(engine)
    unwatched, _ = build(engine)
    assert train(watched, 0, 6, observe=True) == train(unwatched, 0, 6)
    assert_same_state(watched, unwatched)


def test_the_seed_decides(engine: str) -> None:
    first, second = build(engine)[0], build(engine, seed=12)[0]
    assert not np.array_equal(first.state()["parameters/fc/weight"], second.state()["parameters/fc/weight"])
    assert train(first, 0, 2) != train(second, 0, 2)


def test_the_given_arrays_are_left_alone(engine: str) -> None:
    built, _ = build(engine)
    inputs, targets = batch(0)
    kept_inputs, kept_targets = inputs.copy(), targets.copy()
    inputs.flags.writeable = targets.flags.writeable = False
    built.train_step(inputs, targets, RATE, observe=True)
    built.evaluate(inputs, targets)
    built.predict(inputs)
    np.testing.assert_array_equal(inputs, kept_inputs)
    np.testing.assert_array_equal(targets, kept_targets)


def test_batches_of_any_size_in_any_order(engine: str) -> None:
    """Memory that is used again must not leak from one batch into the next."""
    built, _ = build(engine, [node for node in NODES if node["kind"] not in ("dropout", "batch_norm", "add")])
    large, small = batch(0, size=9), batch(1, size=2)
    first = built.measure(*small)
    for given in (large, small, large):
        built.measure(*given)
    built.evaluate(*large)
    assert built.measure(*small) == first


@pytest.mark.parametrize(
    ("inputs", "targets", "expected"),
    [
        (np.zeros((3, 2, 6, 5)), np.zeros(3, np.int64), r"\(batch, 2, 6, 6\).*\(3, 2, 6, 5\)"),
        (np.zeros((0, 2, 6, 6)), np.zeros(0, np.int64), r"one sample or more.*\(0, 2, 6, 6\)"),
        (np.zeros((3, 2, 6, 6)), np.zeros(4, np.int64), r"3 samples needs targets of shape \(3,\).*\(4,\)"),
    ],
    ids=["shape", "empty", "targets"],
)
def test_a_batch_that_does_not_fit_is_refused(
    engine: str, inputs: np.ndarray, targets: np.ndarray, expected: str
) -> None:
    built, _ = build(engine)
    for call in (
        lambda: built.train_step(inputs, targets, RATE),
        lambda: built.measure(inputs, targets),
        lambda: built.evaluate(inputs, targets),
        lambda: built.find_non_finite(inputs, targets),
    ):
        with pytest.raises(ValueError, match=expected):
            call()
    assert built.step == 0


def test_a_network_without_parameters_runs(engine: str) -> None:
    built, _ = build(engine, [{"id": "relu", "kind": "relu"}], shape=(CLASSES,))
    inputs, targets = batch(0, shape=(CLASSES,))
    result = built.train_step(inputs, targets, RATE, observe=True)
    assert np.isfinite(result.loss)
    assert built.step == 1
    assert list(built.state()) == ["step"]
    built.load_state(built.state())
