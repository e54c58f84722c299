"""Curves asked of a real server, as a script asks."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.api.test_errors import error_of
from tests.api.test_numerics import schema_of
from tests.support.schema import validate


def test_an_activation_with_its_settings(client: httpx.Client) -> None:
    node = {"id": "leaky1", "kind": "leaky_relu", "negative_slope": 0.25}
    answer = client.post("/api/activations/curve", json={"node": node, "low": -2, "high": 2, "points": 5})
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert body == {
        "kind": "leaky_relu",
        "x": [-2, -1, 0, 1, 2],
        "y": [-0.5, -0.25, 0, 1, 2],
        "derivative": [0.25, 0.25, 0.25, 1, 1],
        "saturated": None,
    }
    validate(body, *schema_of(client, "ActivationCurve"))


def test_every_activation_that_the_catalog_says_has_a_curve(client: httpx.Client) -> None:
    layers = client.get("/api/catalog").json()["layers"]
    with_curve = [entry["kind"] for entry in layers if entry["has_curve"]]
    assert len(with_curve) >= 10
    for entry in layers:
        node = {"id": "n", "kind": entry["kind"], **entry["defaults"]}
        node |= {name: [4] if name == "shape" else 4 for name in entry["required"]}
        status = client.post("/api/activations/curve", json={"node": node}).status_code
        assert status == (200 if entry["kind"] in with_curve else 422), entry["kind"]


def test_the_learning_rate_of_a_run_to_come(client: httpx.Client) -> None:
    request = {
        "schedule": {"kind": "step_decay", "step_size": 10, "gamma": 0.5},
        "learning_rate": 0.8,
        "data": {"dataset": "digits"},
        "batch_size": 100,
        "epochs": 2,
    }
    body = client.post("/api/schedules/curve", json=request).json()
    assert body["total_steps"] == 34
    assert [body["learning_rates"][step] for step in (0, 9, 10, 20, 33)] == pytest.approx([0.8, 0.8, 0.4, 0.2, 0.1])
    validate(body, *schema_of(client, "ScheduleCurve"))


@pytest.mark.parametrize(
    ("path", "body", "parts"),
    [
        ("activations", {"node": {"id": "s", "kind": "softmax"}}, {"code": "no_curve", "node": "s"}),
        ("activations", {"node": {"id": "r", "kind": "relu"}, "points": 10**6}, {"field": "points"}),
        ("activations", {"node": {"id": "r", "kind": "relu"}, "lo": 1}, {"hint": 'Did you mean "low"?'}),
        ("activations", {"node": {"id": "r", "kind": "rleu"}}, {"code": "unknown_kind", "field": "node.kind"}),
        ("activations", {"node": {"id": "e", "kind": "elu", "alpha": -1}}, {"field": "node.alpha"}),
        ("schedules", {}, {"code": "missing_field", "field": "schedule"}),
        ("schedules", {"schedule": {"kind": "cosine"}, "total_steps": 0}, {"field": "total_steps"}),
        ("schedules", {"schedule": {"kind": "cosine"}, "epoch": 3}, {"hint": 'Did you mean "epochs"?'}),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_the_one_form(
    client: httpx.Client, path: str, body: dict[str, Any], parts: dict[str, Any]
) -> None:
    error = error_of(client.post(f"/api/{path}/curve", json=body), 422)
    assert {part: error[part] for part in parts} == parts
