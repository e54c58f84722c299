"""Weights out of a run, and into another one."""

from __future__ import annotations

import io
from typing import Any

import httpx
import numpy as np
import pytest

from neurarium.store import pack_weights, unpack_weights
from tests.api.test_errors import error_of
from tests.support.runs import command, start, wait_for_state
from tests.support.specs import ENGINES, convnet_spec, endless_spec, linear, plane_spec


def weights_of(client: httpx.Client, run: str) -> dict[str, np.ndarray]:
    answer = client.get(f"/api/runs/{run}/weights")
    assert answer.status_code == 200, answer.text
    return unpack_weights(answer.content)


@pytest.mark.parametrize("engine", ENGINES)
def test_weights_come_out_in_both_formats_while_it_runs_and_after(client: httpx.Client, engine: str) -> None:
    run = start(client, endless_spec(engine=engine), paused=True)
    wait_for_state(client, run, "paused")
    first = weights_of(client, run)
    assert {name: values.shape for name, values in first.items()} == {
        "fc1.weight": (8, 2),
        "fc1.bias": (8,),
        "fc2.weight": (2, 8),
        "fc2.bias": (2,),
    }
    command(client, run, "resume")
    wait_for_state(client, run, "running")
    weights_of(client, run)
    command(client, run, "pause")
    wait_for_state(client, run, "paused")
    later = weights_of(client, run)
    assert not np.array_equal(later["fc1.weight"], first["fc1.weight"])
    npz = client.get(f"/api/runs/{run}/weights", params={"format": "npz"})
    with np.load(io.BytesIO(npz.content), allow_pickle=False) as loaded:
        np.testing.assert_array_equal(loaded["fc2.weight"], later["fc2.weight"])
    command(client, run, "stop")
    wait_for_state(client, run, "stopped")
    np.testing.assert_array_equal(weights_of(client, run)["fc2.weight"], later["fc2.weight"])


def test_a_run_starts_from_another_runs_weights_with_some_frozen(client: httpx.Client) -> None:
    teacher = start(client, convnet_spec())
    wait_for_state(client, teacher, "finished")
    given = weights_of(client, teacher)
    spec = convnet_spec(seed=3, initial_weights={"run": teacher}, frozen=["conv1", "norm1"])
    pupil = start(client, spec, paused=True)
    wait_for_state(client, pupil, "paused")
    for name, values in weights_of(client, pupil).items():
        np.testing.assert_array_equal(values, given[name], name)
    command(client, pupil, "step", count=2)
    wait_for_state(client, pupil, "paused")
    command(client, pupil, "resume")
    wait_for_state(client, pupil, "finished")
    after = weights_of(client, pupil)
    for name, values in given.items():
        assert np.array_equal(after[name], values) is name.startswith(("conv1", "norm1")), name


def test_a_run_starts_from_weights_that_were_sent_whole_or_in_part(client: httpx.Client) -> None:
    given = {"fc1.weight": np.full((8, 2), 0.5, np.float32), "fc1.bias": np.zeros(8, np.float32)}
    answer = client.post("/api/weights", content=pack_weights(given, "npz"))
    assert answer.status_code == 201, answer.text
    upload = answer.json()
    assert upload["tensors"] == {"fc1.weight": [8, 2], "fc1.bias": [8]}
    refused = client.post("/api/runs", json=plane_spec(initial_weights={"upload": upload["id"]}))
    error = error_of(refused, 422)
    assert (error["code"], error["node"], error["field"]) == ("weights_misfit", "fc2", "initial_weights")
    run = start(client, plane_spec(initial_weights={"upload": upload["id"], "strict": False}), paused=True)
    wait_for_state(client, run, "paused")
    taken = weights_of(client, run)
    np.testing.assert_array_equal(taken["fc1.weight"], given["fc1.weight"])
    assert np.abs(taken["fc2.weight"]).max() > 0


def test_a_shape_that_does_not_fit_is_named_with_both(client: httpx.Client) -> None:
    run = start(client, plane_spec(), paused=True)
    wait_for_state(client, run, "paused")
    network = {"nodes": [linear("fc1", 9), {"id": "tanh1", "kind": "tanh"}, linear("fc2", 2)]}
    error = error_of(client.post("/api/runs", json=plane_spec(network=network, initial_weights={"run": run})), 422)
    assert (error["code"], error["node"]) == ("weights_misfit", "fc1")
    assert "(8, 2)" in error["message"]
    assert "(9, 2)" in error["message"]


@pytest.mark.parametrize(
    ("initial", "status"),
    [
        ({"run": "nobody"}, 404),
        ({"upload": "nothing"}, 404),
        ({}, 422),
        ({"run": "a", "upload": "b"}, 422),
        ({"rnu": "a"}, 422),
    ],
)
def test_weights_that_are_not_there_are_refused(client: httpx.Client, initial: dict[str, Any], status: int) -> None:
    error_of(client.post("/api/runs", json=plane_spec(initial_weights=initial)), status)


def test_bytes_that_are_no_weights_are_refused(client: httpx.Client) -> None:
    for body in (b"", b"PK\x03\x04 and no more", b"\x80\x04N.", b"{}"):
        assert error_of(client.post("/api/weights", content=body), 422)["code"] == "invalid_weights"
    assert error_of(client.get("/api/runs/nobody/weights"), 404)["code"] == "not_found"
