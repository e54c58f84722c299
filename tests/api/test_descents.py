"""Descents asked of a real server, as a script asks."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.api.test_errors import error_of
from tests.api.test_numerics import schema_of
from tests.support.runs import wait_for_no_workers
from tests.support.schema import validate
from tests.support.server import RunningServer

REQUEST: dict[str, Any] = {
    "surface": {"kind": "rosenbrock"},
    "descents": [{"optimizer": {"kind": "adam", "learning_rate": 0.2}}, {"optimizer": {"kind": "bfgs"}}],
    "steps": 60,
}


def test_descents_and_the_map(client: httpx.Client) -> None:
    answer = client.post("/api/descents", json={**REQUEST, "grid": 21})
    assert answer.status_code == 200, answer.text
    body = answer.json()
    validate(body, *schema_of(client, "Descents"))
    adam, bfgs = body["descents"]
    assert (adam["end"]["code"], len(adam["x"])) == ("finished", 61)
    assert bfgs["end"]["code"] == "stationary"
    assert bfgs["distance"] == pytest.approx(0, abs=1e-9)
    assert [len(row) for row in body["map"]["values"]] == [21] * 21


@pytest.mark.torch
def test_torch_goes_the_same_way_in_a_process_that_ends(client: httpx.Client, server: RunningServer) -> None:
    ours, theirs = (client.post("/api/descents", json={**REQUEST, "engine": e}).json() for e in ("scratch", "torch"))
    for one, other in zip(ours["descents"], theirs["descents"], strict=True):
        for name in ("x", "y", "value"):
            assert one[name][:40] == pytest.approx(other[name][:40], rel=5e-5, abs=5e-5)
        assert one["end"]["reason"]
    wait_for_no_workers(server)


def test_reasons_come_in_the_language_asked_for(client: httpx.Client) -> None:
    request = {"surface": {"kind": "saddle"}, "descents": [{"optimizer": {"kind": "newton"}}]}
    body = client.post("/api/descents", json=request, headers={"Accept-Language": "zh-CN"}).json()
    assert body["descents"][0]["end"]["reason"] == "这里的梯度为 0：是极小值、鞍点或极大值。"


def test_every_surface_and_method_of_the_catalog_can_be_asked_for(client: httpx.Client) -> None:
    catalog = client.get("/api/catalog").json()
    methods = [{"optimizer": {"kind": entry["kind"]}} for entry in (*catalog["optimizers"], *catalog["second_order"])]
    assert len(methods) >= 10
    for surface in catalog["surfaces"]:
        request = {"surface": {"kind": surface["kind"]}, "descents": methods, "steps": 3}
        body = client.post("/api/descents", json=request).json()
        assert body["start"] == surface["starts"][0]
        assert [found["optimizer"] for found in body["descents"]] == [one["optimizer"]["kind"] for one in methods]


def test_sources_of_surfaces_and_methods_are_shown(client: httpx.Client) -> None:
    beale = client.get("/api/sources/surfaces/beale").json()
    assert [piece["name"] for piece in beale["methods"]] == ["value", "gradient", "hessian"]
    bfgs = client.get("/api/sources/second_order/bfgs").json()
    assert [piece["name"] for piece in bfgs["methods"]] == ["step"]


@pytest.mark.parametrize(
    ("changed", "parts"),
    [
        ({"surface": {"kind": "beal"}}, {"code": "unknown_kind", "field": "surface.kind"}),
        ({"step": 3}, {"code": "unknown_field", "hint": 'Did you mean "steps"?'}),
        ({"descents": [{"optimizer": {"kind": "adam", "lr": 1}}]}, {"code": "unknown_field"}),
        ({"descents": [{"optimizer": {"kind": "newton", "learning_rate": 0}}]}, {"code": "out_of_range"}),
        ({"start": [1e9, 0]}, {"code": "out_of_range", "field": "start"}),
        ({"grid": 10**4}, {"code": "out_of_range", "field": "grid"}),
    ],
)
def test_what_cannot_be_done_is_refused_in_the_one_form(
    client: httpx.Client, changed: dict[str, Any], parts: dict[str, Any]
) -> None:
    error = error_of(client.post("/api/descents", json={**REQUEST, **changed}), 422)
    assert {part: error[part] for part in parts} == parts
