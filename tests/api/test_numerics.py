"""A trace and a gradient check, asked of a real server and answered by a worker that does not outlive them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.api.test_errors import error_of
from tests.support.runs import wait_for_no_workers
from tests.support.schema import validate
from tests.support.server import RunningServer
from tests.support.specs import ENGINES, convnet_spec, enormous_spec, linear, plane_spec
from tests.training.test_trace import worked_example


def schema_of(client: httpx.Client, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    return schemas[name], schemas


@pytest.mark.parametrize("engine", ENGINES)
def test_the_worked_example_over_http(client: httpx.Client, server: RunningServer, engine: str) -> None:
    answer = client.post("/api/trace", json=worked_example(engine))
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["forward"][-1]["output"]["values"][0] == pytest.approx([0.7514, 0.7729], abs=5e-5)
    assert body["loss"] == pytest.approx(0.2984, abs=5e-5)
    assert body["backward"][1]["parameters"]["weight"]["value"]["values"][0] == pytest.approx([0.35891648, 0.40866619])
    validate(body, *schema_of(client, "Trace"))
    wait_for_no_workers(server)


def test_a_trace_takes_the_runs_own_first_batch(client: httpx.Client) -> None:
    body = client.post("/api/trace", json={"spec": plane_spec()}).json()
    assert (body["batch"], body["inputs"]["shape"], body["dtype"]) == (10, [10, 2], "float32")


def test_gradients_are_checked_by_a_worker(client: httpx.Client, server: RunningServer) -> None:
    answer = client.post("/api/gradient-check", json=convnet_spec())
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body["verdict"] == "right"
    assert {entry["node"] for entry in body["parameters"]} == {"conv1", "norm1", "fc1"}
    validate(body, *schema_of(client, "GradientCheck"))
    wait_for_no_workers(server)


@pytest.mark.parametrize(
    ("path", "body", "parts"),
    [
        ("trace", {"spec": plane_spec(), "input": []}, {"code": "unknown_field", "hint": 'Did you mean "inputs"?'}),
        ("trace", {"spec": plane_spec(batch_sizes=1)}, {"code": "unknown_field", "field": "spec.batch_sizes"}),
        ("trace", {"spec": plane_spec(frozen=["nobody"])}, {"code": "unknown_node", "node": "nobody"}),
        (
            "trace",
            {"spec": plane_spec(network={"nodes": [linear("wide", 60_000), linear("fc2", 2)]})},
            {"code": "trace_too_large", "node": "wide"},
        ),
        ("gradient-check", enormous_spec(), {"code": "too_many_parameters", "node": "fc2"}),
        ("gradient-check", plane_spec(batch_sizes=1), {"code": "unknown_field", "hint": 'Did you mean "batch_size"?'}),
        ("gradient-check", plane_spec(data={"dataset": "mnist"}), {}),
    ],
)
def test_what_cannot_be_answered_is_refused_in_the_one_form(
    client: httpx.Client, path: str, body: dict[str, Any], parts: dict[str, Any]
) -> None:
    error = error_of(client.post(f"/api/{path}", json=body), 422)
    assert {part: error[part] for part in parts} == parts
