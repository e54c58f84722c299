"""Samples answered by a run's own worker, over a real server, beside a forward pass computed by hand."""

from __future__ import annotations

from typing import Any

import httpx
import numpy as np
import pytest

from neurarium.data import load_dataset
from neurarium.engines import create_engine
from neurarium.graph import plan_for
from neurarium.spec.run import RunSpec
from neurarium.store import unpack_weights
from tests.api.test_errors import error_of
from tests.api.test_numerics import schema_of
from tests.support.runs import command, show, start, wait_for_state, wait_until
from tests.support.schema import validate
from tests.support.specs import ENGINES, convnet_spec, endless_spec, linear, plane_spec

POINTS = [[0.5, -1.25], [2.0, 0.75], [-3.0, 1.5]]


def predict(client: httpx.Client, run: str, inputs: Any, **fields: Any) -> dict[str, Any]:
    answer = client.post(f"/api/runs/{run}/predict", json={"inputs": inputs, **fields})
    assert answer.status_code == 200, answer.text
    return answer.json()


def by_hand(client: httpx.Client, run: str, points: np.ndarray) -> dict[str, np.ndarray]:
    """The perceptron of `plane_spec` computed with the weights that the run gives."""
    weights = unpack_weights(client.get(f"/api/runs/{run}/weights").content)
    fc1 = points @ weights["fc1.weight"].T + weights["fc1.bias"]
    tanh1 = np.tanh(fc1)
    return {"fc1": fc1, "tanh1": tanh1, "fc2": tanh1 @ weights["fc2.weight"].T + weights["fc2.bias"]}


@pytest.mark.parametrize("engine", ENGINES)
def test_the_answer_is_the_forward_pass_with_the_weights_of_that_step(client: httpx.Client, engine: str) -> None:
    run = start(client, endless_spec(engine=engine), paused=True)
    wait_for_state(client, run, "paused")
    for step in (0, 25):
        if step:
            command(client, run, "step", count=step)
            wait_until(lambda: show(client, run)["step"] == 25 and show(client, run)["state"] == "paused")
        found = predict(client, run, POINTS, outputs="all")
        validate(found, *schema_of(client, "Prediction"))
        expected = by_hand(client, run, np.array(POINTS))
        assert found["step"] == step
        assert list(found["nodes"]) == ["fc1", "tanh1", "fc2"]
        for node, values in expected.items():
            assert found["nodes"][node]["shape"] == list(values.shape)
            np.testing.assert_allclose(found["nodes"][node]["values"], values, rtol=1e-5, atol=1e-6)
        np.testing.assert_allclose(found["outputs"], expected["fc2"], rtol=1e-5, atol=1e-6)
        powers = np.exp(expected["fc2"])
        np.testing.assert_allclose(found["probabilities"], powers / powers.sum(axis=1, keepdims=True), rtol=1e-5)
        assert found["predicted"] == expected["fc2"].argmax(axis=1).tolist()
        assert len(found["class_names"]) == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_it_is_answered_in_evaluation_mode_and_changes_no_number_of_the_training(
    client: httpx.Client, engine: str
) -> None:
    """Batch normalisation and dropout would answer differently, and draw from the run's streams, while training."""
    spec = RunSpec.model_validate(convnet_spec(engine=engine))
    data = load_dataset(spec.data, spec.seed)
    images = data.validation.inputs[:5].tolist()
    weights: list[dict[str, np.ndarray]] = []
    # One after the other, so that each has all of the machine's threads: PyTorch's sums depend on how many there are.
    for asked in (True, False):
        run = start(client, convnet_spec(engine=engine), paused=True)
        wait_for_state(client, run, "paused")
        if asked:
            found = predict(client, run, images, outputs=["pool1"])
            assert found == predict(client, run, images, outputs=["pool1"])
            fresh = create_engine(spec, plan_for(spec.network.nodes, spec.data, spec.loss))
            np.testing.assert_allclose(
                found["outputs"], fresh.predict(data.validation.inputs[:5]), rtol=1e-4, atol=1e-5
            )
            assert list(found["nodes"]) == ["pool1"]
            assert found["nodes"]["pool1"]["shape"] == [5, 4, 4, 4]
        command(client, run, "resume")
        wait_for_state(client, run, "finished")
        weights.append(unpack_weights(client.get(f"/api/runs/{run}/weights").content))
        client.delete(f"/api/runs/{run}")
    for name, values in weights[0].items():
        np.testing.assert_array_equal(values, weights[1][name], name)


def test_a_run_answers_while_it_trains_and_while_it_waits_to_be_reset(client: httpx.Client) -> None:
    run = start(client, endless_spec())
    wait_for_state(client, run, "running")
    first, later = (predict(client, run, POINTS)["step"] for _ in range(2))
    assert later > first
    done = start(client, plane_spec())
    wait_for_state(client, done, "finished")
    assert predict(client, done, POINTS)["step"] == 18


@pytest.mark.parametrize(
    ("loss", "outputs", "probabilities"),
    [
        ("binary_cross_entropy", 1, lambda y: np.hstack([1 - 1 / (1 + np.exp(-y)), 1 / (1 + np.exp(-y))])),
        ("binary_cross_entropy", 2, lambda y: 1 / (1 + np.exp(-y))),
        ("mean_squared_error", 2, None),
        ("mean_squared_error", 1, None),
    ],
)
def test_probabilities_follow_the_losses_own_rule(
    client: httpx.Client, loss: str, outputs: int, probabilities: Any
) -> None:
    run = start(client, plane_spec(network={"nodes": [linear("fc1", outputs)]}, loss={"kind": loss}), paused=True)
    wait_for_state(client, run, "paused")
    found = predict(client, run, POINTS)
    raw = np.array(found["outputs"])
    assert raw.shape == (3, outputs)
    if probabilities is None:
        assert found["probabilities"] is None
        expected = (raw[:, 0] > 0.5).astype(int) if outputs == 1 else raw.argmax(axis=1)
    else:
        np.testing.assert_allclose(found["probabilities"], probabilities(raw), rtol=1e-5)
        expected = probabilities(raw).argmax(axis=1)
    assert found["predicted"] == expected.tolist()
    assert found["nodes"] == {}


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ({}, {"code": "missing_field", "field": "inputs"}),
        ({"inputs": POINTS, "output": "all"}, {"code": "unknown_field", "hint": 'Did you mean "outputs"?'}),
        (
            {"inputs": [0.5, 1.0]},
            {"code": "shape_mismatch", "field": "inputs", "hint": "A single sample is a list of one."},
        ),
        ({"inputs": [[1.0, 2.0, 3.0]]}, {"code": "shape_mismatch", "field": "inputs"}),
        ({"inputs": []}, {"code": "shape_mismatch", "field": "inputs"}),
        ({"inputs": [[1.0], [2.0, 3.0]]}, {"code": "invalid_spec", "field": "inputs"}),
        ({"inputs": [["a", "b"]]}, {"code": "invalid_spec", "field": "inputs"}),
        ({"inputs": [[0.0, 0.0]] * 257}, {"code": "too_many_samples", "field": "inputs"}),
        ({"inputs": POINTS, "outputs": ["nobody"]}, {"code": "unknown_node", "node": "nobody", "field": "outputs"}),
        ({"inputs": POINTS, "outputs": "some"}, {"code": "invalid_value", "field": "outputs"}),
        ({"inputs": [[0.0, 0.0]] * 256, "outputs": ["wide"]}, {"code": "answer_too_large", "node": "wide"}),
    ],
)
def test_what_cannot_be_answered_is_refused_at_its_place_and_the_run_lives(
    client: httpx.Client, body: dict[str, Any], parts: dict[str, Any]
) -> None:
    run = start(client, plane_spec(network={"nodes": [linear("wide", 2000), linear("fc2", 2)]}), paused=True)
    wait_for_state(client, run, "paused")
    error = error_of(client.post(f"/api/runs/{run}/predict", json=body), 422)
    assert {part: error[part] for part in parts} == parts
    assert len(predict(client, run, POINTS)["outputs"]) == 3


def test_without_a_process_there_is_no_answer(client: httpx.Client) -> None:
    run = start(client, endless_spec())
    wait_for_state(client, run, "running")
    command(client, run, "stop")
    wait_for_state(client, run, "stopped")
    error = error_of(client.post(f"/api/runs/{run}/predict", json={"inputs": POINTS}), 409)
    assert "stopped" in error["message"]
    assert error["hint"]
    error_of(client.post("/api/runs/nobody/predict", json={"inputs": POINTS}), 404)


def test_numbers_that_are_not_finite_are_null(client: httpx.Client) -> None:
    ones = {"weight_init": {"kind": "ones"}}
    run = start(
        client, plane_spec(network={"nodes": [linear("fc1", 3, **ones), linear("fc2", 2, **ones)]}), paused=True
    )
    wait_for_state(client, run, "paused")
    found = predict(client, run, [[3e38, 3e38]], outputs=["fc2"])
    assert found["outputs"] == [[None, None]]
    assert found["probabilities"] == [[None, None]]
    assert found["nodes"]["fc2"]["values"] == [[None, None]]
