"""A run under the glass over HTTP, while it trains; and the source that computes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import msgpack
import numpy as np
import pytest

import neurarium
from neurarium.sessions.framing import as_array
from tests.api.test_errors import error_of
from tests.api.test_numerics import schema_of
from tests.support.runs import command, show, start, wait_for_state
from tests.support.schema import validate
from tests.support.specs import ENGINES, convnet_spec, endless_spec, linear, plane_spec


def trace(client: httpx.Client, run: str, **body: Any) -> dict[str, Any]:
    answer = client.post(f"/api/runs/{run}/trace", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_run_is_looked_at_while_it_trains_and_trains_on(client: httpx.Client, engine: str) -> None:
    run = start(client, endless_spec(engine=engine))
    wait_for_state(client, run, "running")
    first = trace(client, run, samples=2)
    validate(first, *schema_of(client, "RunTrace"))
    later = trace(client, run)
    assert later["step"] >= first["step"] > 0
    assert first["forward"][0]["inputs"][0]["shape"] == [2, 2]
    held = trace(client, run, step=later["step"], nodes=["fc2"])
    assert held["forward"] == later["forward"][-1:]
    assert show(client, run)["state"] == "running"
    error = error_of(client.post(f"/api/runs/{run}/trace", json={"step": first["step"], "samples": 9}), 409)
    assert error["code"] == "step_gone"


def test_the_step_shown_is_the_one_that_is_made(client: httpx.Client) -> None:
    run = start(client, convnet_spec(), paused=True)
    wait_for_state(client, run, "paused")
    told = trace(client, run)
    command(client, run, "step")
    wait_for_state(client, run, "paused")
    made = trace(client, run)
    assert (told["step"], made["step"]) == (1, 2)
    for node in told["backward"]:
        after = next(one for one in made["forward"] if one["node"] == node["node"])
        assert {name: one["value"] for name, one in node["parameters"].items()} == after["parameters"]
    losses = client.get(f"/api/runs/{run}/metrics").json()["train_loss"]
    assert losses[-1] == pytest.approx(told["loss"], rel=1e-6)


def test_msgpack_holds_the_same_in_binary_and_more_of_it(client: httpx.Client) -> None:
    run = start(client, convnet_spec(), paused=True)
    wait_for_state(client, run, "paused")
    answer = client.post(f"/api/runs/{run}/trace", json={"samples": 2}, params={"format": "msgpack"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/msgpack")

    def compare(binary: Any, text: Any) -> None:
        if isinstance(text, dict) and "values" in text:
            np.testing.assert_array_equal(as_array(binary), np.array(text["values"], binary["dtype"]))
            assert binary["shape"] == text["shape"]
        elif isinstance(text, dict):
            assert set(binary) == set(text)
            for name in text:
                compare(binary[name], text[name])
        elif isinstance(text, list):
            for one, other in zip(binary, text, strict=True):
                compare(one, other)
        else:
            assert binary == text

    compare(msgpack.unpackb(answer.content), trace(client, run, samples=2, step=1))
    wide = start(client, plane_spec(network={"nodes": [linear("wide", 40_000), linear("fc2", 2)]}), paused=True)
    wait_for_state(client, wide, "paused")
    error = error_of(client.post(f"/api/runs/{wide}/trace", json={}), 422)
    assert (error["code"], error["node"]) == ("trace_too_large", "wide")
    packed = client.post(f"/api/runs/{wide}/trace", json={}, params={"format": "msgpack"})
    assert packed.status_code == 200, packed.text
    assert trace(client, wide, nodes=[])["forward"] == []


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ({"samples": 0}, {"field": "samples"}),
        ({"sample": 1}, {"code": "unknown_field"}),
        ({"nodes": ["nobody"]}, {"code": "unknown_node", "node": "nobody", "field": "nodes"}),
        ({"step": -1}, {"field": "step"}),
    ],
)
def test_what_cannot_be_shown_is_refused_and_the_run_goes_on(
    client: httpx.Client, body: dict[str, Any], parts: dict[str, Any]
) -> None:
    run = start(client, endless_spec())
    wait_for_state(client, run, "running")
    error = error_of(client.post(f"/api/runs/{run}/trace", json=body), 422)
    assert {part: error[part] for part in parts} == parts
    assert show(client, run)["state"] == "running"


def test_a_run_without_a_process_has_nothing_to_show(client: httpx.Client) -> None:
    run = start(client, plane_spec(), paused=True)
    wait_for_state(client, run, "paused")
    command(client, run, "stop")
    wait_for_state(client, run, "stopped")
    error_of(client.post(f"/api/runs/{run}/trace", json={}), 409)
    error_of(client.post("/api/runs/nobody/trace", json={}), 404)


def test_the_source_of_a_layer_is_that_of_its_file(client: httpx.Client) -> None:
    answer = client.get("/api/sources/layers/conv2d")
    assert answer.status_code == 200, answer.text
    source = answer.json()
    validate(source, *schema_of(client, "Source"))
    lines = (Path(neurarium.__file__).parents[1] / source["file"]).read_text().splitlines(keepends=True)
    for piece in source["methods"]:
        text = piece["text"].splitlines(keepends=True)
        assert lines[piece["first_line"] - 1 :][: len(text)] == text


@pytest.mark.parametrize("path", ["layers/conv9d", "initializers/zeros", "layers/__class__"])
def test_a_source_that_is_not_there_is_said_with_those_that_are(client: httpx.Client, path: str) -> None:
    assert "Known here" in error_of(client.get(f"/api/sources/{path}"), 404)["hint"]
