"""Feature maps are what the engine puts out for the pinned sample alone."""

from typing import Any

import numpy as np
import pytest

from neurarium.spec.losses import LOSSES
from tests.support.measuring import Measured
from tests.support.specs import ENGINES, convnet_spec, linear, plane_spec


def values(figures: dict[str, Any]) -> np.ndarray:
    return figures["values"].astype(np.float64) * figures["scale"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("spec", [convnet_spec, plane_spec])
@pytest.mark.parametrize("place", [0, 3])
def test_they_are_the_outputs_of_that_sample_by_itself(spec: Any, engine: str, place: int) -> None:
    run = Measured("feature_maps", spec(engine=engine))
    run.train(5)
    run.collector.pin(place, run.engine)
    found = run.observe()
    sample = run.data.validation.inputs[place : place + 1]
    expected = {"input": sample[0], **{name: given[0] for name, given in run.engine.outputs(sample).items()}}
    assert list(found) == list(expected) == run.nodes
    answer = run.engine.predict(sample)[0].astype(np.float64)
    probabilities = np.exp(answer - answer.max()) / np.exp(answer - answer.max()).sum()
    for node, figures in found.items():
        assert figures["shape"] == list(expected[node].shape)
        np.testing.assert_allclose(values(figures), expected[node], rtol=1e-3, atol=1e-6 * abs(expected[node]).max())
        assert (figures["sample"], figures["split"]) == (place, "validation")
        assert figures["target"] == run.data.validation.targets[place]
        assert figures["predicted"] == answer.argmax()
        np.testing.assert_allclose(figures["probabilities"], probabilities, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_pinned_is_measured_at_once_and_changes_no_number_of_the_run(engine: str) -> None:
    run, undisturbed = (Measured("feature_maps", convnet_spec(engine=engine)) for _ in range(2))
    for place in (2, 7):
        run.train(1)
        undisturbed.train(1)
        told = run.collector.pin(place, run.engine)
        assert [message.node for message in told] == run.nodes
        assert {message.payload["sample"] for message in told} == {place}
    run.train(1)
    undisturbed.train(1)
    for name, array in undisturbed.engine.state().items():
        np.testing.assert_array_equal(run.engine.state()[name], array)


def test_without_validation_samples_one_of_those_trained_on_is_shown() -> None:
    spec = plane_spec(data={"dataset": "moons", "options": {"samples": 30}, "validation_fraction": 0})
    run = Measured("feature_maps", spec)
    figures = run.observe()["input"]
    assert figures["split"] == "train"
    np.testing.assert_allclose(values(figures), run.data.train.inputs[0], rtol=1e-3)


def test_a_loss_that_knows_no_probabilities_tells_none() -> None:
    assert not LOSSES["mean_squared_error"](kind="mean_squared_error").gives_probabilities
    run = Measured("feature_maps", plane_spec(loss={"kind": "mean_squared_error"}))
    assert {figures["probabilities"] for figures in run.observe().values()} == {None}


def test_dropout_is_off() -> None:
    network = {"nodes": [{"id": "drop1", "kind": "dropout", "p": 0.9}, linear("fc1", 2)]}
    found = Measured("feature_maps", plane_spec(network=network)).observe()
    np.testing.assert_array_equal(found["drop1"]["values"], found["input"]["values"])
