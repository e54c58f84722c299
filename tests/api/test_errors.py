"""Whatever is wrong with a request is answered in one form, with what was received, expected, and the mend."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.runs import command, start, wait_for_state, workers
from tests.support.server import RunningServer
from tests.support.specs import enormous_spec, linear, plane_spec


def error_of(answer: httpx.Response, status: int) -> dict[str, Any]:
    """Return the answer's error, after checking the form that all errors have."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/json")
    body = answer.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message", "hint", "node", "field"}
    assert body["error"]["message"]
    return body["error"]


def network(*nodes: dict[str, Any]) -> dict[str, Any]:
    return plane_spec(network={"nodes": list(nodes)})


def images(*nodes: dict[str, Any]) -> dict[str, Any]:
    flat = [{"id": "flat1", "kind": "flatten"}, linear("last", 10)]
    return plane_spec(network={"nodes": [*nodes, *flat]}, data={"dataset": "digits"})


JSON_BODY = {"content-type": "application/json"}
RELU = {"id": "relu1", "kind": "relu"}
REFUSED: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[str, ...]]] = {
    # name: (spec, parts of the error that are certain, words that the message has)
    "unknown field": (
        plane_spec(batch_sizes=3),
        {"code": "unknown_field", "field": "batch_sizes", "node": None, "hint": 'Did you mean "batch_size"?'},
        ("batch_sizes",),
    ),
    "unknown field of a node": (
        network(linear("fc1", 2, out_feature=3)),
        {"code": "unknown_field", "field": "out_feature", "node": "fc1", "hint": 'Did you mean "out_features"?'},
        ("out_feature",),
    ),
    "unknown kind": (
        network({"id": "fc1", "kind": "linaer", "out_features": 2}),
        {"code": "unknown_kind", "field": "kind", "node": "fc1", "hint": 'Did you mean "linear"?'},
        ("linaer", "linear", "conv2d"),
    ),
    "unknown kind of optimizer": (
        plane_spec(optimizer={"kind": "adamm"}),
        {"code": "unknown_kind", "field": "optimizer.kind", "hint": 'Did you mean "adam"?'},
        ("adamm", "rmsprop"),
    ),
    "kernel larger than its input": (
        images({"id": "conv1", "kind": "conv2d", "out_channels": 2, "kernel_size": 11}),
        {"code": "shape_mismatch", "node": "conv1", "field": "kernel_size"},
        ("11", "8"),
    ),
    "inputs of another shape": (
        network(linear("a", 2), linear("b", 3, inputs=["input"]), {"id": "c", "kind": "add", "inputs": ["a", "b"]}),
        {"code": "shape_mismatch", "node": "c"},
        ("(2)", "(3)"),
    ),
    "inputs that are not there": (
        network(linear("fc1", 2, inputs=["fc9"])),
        {"code": "unknown_input", "node": "fc1", "field": "inputs"},
        ("fc9",),
    ),
    "too many inputs": (
        network(linear("fc1", 2), linear("fc2", 2, inputs=["fc1", "input"])),
        {"node": "fc2", "field": "inputs"},
        ("2",),
    ),
    "a cycle": (
        network(linear("a", 2, inputs=["b"]), linear("b", 2, inputs=["a"])),
        {"code": "cycle", "field": "inputs"},
        ("a", "b"),
    ),
    "two nodes of one name": (network(linear("fc1", 2), linear("fc1", 2)), {"node": "fc1"}, ("fc1",)),
    "a negative learning rate": (
        plane_spec(optimizer={"kind": "sgd", "learning_rate": -0.5}),
        {"code": "out_of_range", "field": "optimizer.learning_rate"},
        ("-0.5", "greater than 0"),
    ),
    "10**12 parameters": (
        enormous_spec(),
        {"code": "too_many_parameters", "node": "fc2"},
        ("1,000,00", "200,000,000"),
    ),
    "a batch larger than memory": (
        plane_spec(batch_size=100_000, network={"nodes": [linear("fc1", 100_000), RELU, linear("fc2", 2)]}),
        {"code": "batch_too_large", "field": "batch_size"},
        ("GiB", "100,000"),
    ),
    "too many steps": (
        plane_spec(epochs=100_000, batch_size=1, data={"dataset": "xor", "options": {"samples": 1000}}),
        {"code": "too_many_steps", "field": "epochs"},
        ("100,000,000 steps", "5,000,000"),
    ),
    "no nodes": (network(), {"field": "network.nodes"}, ("[]",)),
    "a name that is too long": (plane_spec(name="n" * 1000), {"code": "out_of_range", "field": "name"}, ("200",)),
    "an unknown data set": (plane_spec(data={"dataset": "cats"}), {"code": "unknown_dataset"}, ("cats", "digits")),
    "an unknown option": (
        plane_spec(data={"dataset": "xor", "options": {"colour": 1}}),
        {"code": "invalid_option"},
        ("colour", "xor"),
    ),
    "an output that is no class": (network(linear("fc1", 3)), {"node": "fc1"}, ("3", "2")),
    "a device that the engine has not": (
        plane_spec(device="cuda"),
        {"code": "unavailable", "field": "device"},
        ("cuda",),
    ),
    "a device that is none": (plane_spec(device="abacus"), {"field": "device"}, ("abacus",)),
    "another schema version": (plane_spec(schema_version=2), {"field": "schema_version"}, ("2",)),
    "half a surrogate pair": (plane_spec(**{"\ud800": 1}), {"code": "invalid_value"}, ("ud800",)),
    "half a surrogate pair for a kind": (
        network({"id": "a", "kind": "\ud800"}),
        {"code": "unknown_kind", "node": "a"},
        ("linear",),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_spec_that_cannot_be_run_is_refused_before_any_process_starts(
    client: httpx.Client, server: RunningServer, name: str
) -> None:
    spec, parts, words = REFUSED[name]
    before, runs = {process.pid for process in workers(server)}, client.get("/api/runs").json()
    # Not by httpx's own encoding, which refuses half a surrogate pair where a browser's does not.
    answer = client.post("/api/runs", content=json.dumps(spec), headers=JSON_BODY)
    error = error_of(answer, 422)
    for part, value in parts.items():
        assert error[part] == value, error
    for word in words:
        assert word in error["message"], error
    assert {process.pid for process in workers(server)} <= before
    assert client.get("/api/runs").json() == runs


SAME = ("data", "network", "batch_size")
OF_THE_NETWORK = [
    name
    for name, (spec, _, _) in REFUSED.items()
    if name != "too many steps" and any(spec[part] != plane_spec()[part] for part in SAME)
]


@pytest.mark.parametrize("name", OF_THE_NETWORK)
def test_the_check_finds_it_too_where_it_concerns_the_network(client: httpx.Client, name: str) -> None:
    spec, parts, words = REFUSED[name]
    checked = {**{part: spec[part] for part in SAME}, "loss": {"kind": "softmax_cross_entropy"}}
    answer = client.post("/api/networks/check", content=json.dumps(checked), headers=JSON_BODY)
    assert answer.status_code == 200, answer.text
    assert answer.json()["ok"] is False
    found = answer.json()["errors"]
    error = next(error for error in found if error["node"] == parts.get("node", error["node"]))
    assert error["code"] == parts.get("code", error["code"])
    for word in words:
        assert word in error["message"], error


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"{", "character 1"),
        (b"", "character 0"),
        (b"network", "character 0"),
        (b"{'network': 1}", "character 1"),
        (b"\xff\xfe\x00\xd8", ""),
        (b"[" * 200_000, ""),
        (b'{"seed": NaNN}', "character"),
    ],
    ids=["cut off", "empty", "a word", "single quotes", "no text", "endless nesting", "no number"],
)
@pytest.mark.parametrize("path", ["/api/runs", "/api/networks/check", "/api/runs/none/commands"])
def test_a_body_that_is_no_json_is_told_so(client: httpx.Client, path: str, content: bytes, where: str) -> None:
    answer = client.post(path, content=content, headers=JSON_BODY)
    if not content:  # then there is no body at all, which is another fault
        assert answer.status_code in (400, 422)
        return
    error = error_of(answer, 400)
    assert error["code"] == "invalid_json"
    assert where in error["message"]


@pytest.mark.parametrize("content", ["[]", "5", "null", '"text"', "true", "1e999"])
def test_a_body_that_is_no_object_is_refused(client: httpx.Client, content: str) -> None:
    for path in ("/api/runs", "/api/networks/check"):
        answer = client.post(path, content=content, headers=JSON_BODY)
        assert error_of(answer, 422)["code"] == "invalid_value" or content == "null"


def test_a_body_of_another_type_is_refused(client: httpx.Client) -> None:
    """A form on another site can send text, and no JSON."""
    answer = client.post("/api/runs", content="{}", headers={"content-type": "text/plain"})
    assert "text/plain" in error_of(answer, 415)["message"]


def test_a_body_that_is_too_large_is_refused_with_its_length_told_and_without(client: httpx.Client) -> None:
    told = client.post("/api/runs", content=b" " * 5_000_000, headers=JSON_BODY)
    assert error_of(told, 413)["code"] == "too_large"
    chunked = client.post("/api/runs", content=(b" " * 100_000 for _ in range(50)), headers=JSON_BODY)
    assert error_of(chunked, 413)["code"] == "too_large"
    assert client.get("/api/health").status_code == 200


def test_a_wrong_method_and_an_unknown_path_are_answered_in_the_same_form(client: httpx.Client) -> None:
    assert error_of(client.put("/api/runs", json={}), 405)["code"] == "method_not_allowed"
    assert error_of(client.get("/api/nothing"), 404)["code"] == "not_found"
    # Where the page is built every path can be read, and so has no other method rather than no place.
    posted = client.post("/api/nothing", json={})
    assert error_of(posted, posted.status_code)["code"] in ("not_found", "method_not_allowed")


@pytest.mark.parametrize("way", ["show", "delete", "metrics", "commands"])
def test_an_unknown_run_is_not_found(client: httpx.Client, way: str) -> None:
    match way:
        case "show":
            answer = client.get("/api/runs/nobody")
        case "delete":
            answer = client.delete("/api/runs/nobody")
        case "metrics":
            answer = client.get("/api/runs/nobody/metrics")
        case _:
            answer = command(client, "nobody", "pause")
    error = error_of(answer, 404)
    assert error["code"] == "not_found"
    assert "nobody" in error["message"]


@pytest.mark.parametrize(
    ("raw", "parts"),
    [
        ({"command": "explode"}, {"code": "unknown_kind", "field": "command"}),
        ({"command": "set", "learning_rate": -1}, {"code": "out_of_range", "field": "learning_rate"}),
        ({"command": "step", "count": 0}, {"code": "out_of_range", "field": "count"}),
        ({"command": "step", "cuont": 1}, {"code": "unknown_field", "field": "cuont", "hint": "Remove it."}),
        ({}, {"code": "missing_field", "field": "command"}),
    ],
)
def test_a_command_that_is_none_is_refused_and_the_run_lives(
    client: httpx.Client, raw: dict[str, Any], parts: dict[str, Any]
) -> None:
    run = start(client, plane_spec(), paused=True)
    wait_for_state(client, run, "paused")
    error = error_of(client.post(f"/api/runs/{run}/commands", json=raw), 422)
    assert {part: error[part] for part in parts} == parts
    assert command(client, run, "resume").status_code == 202
    wait_for_state(client, run, "finished")


def test_a_command_that_the_state_forbids_is_a_conflict_with_a_way_out(client: httpx.Client) -> None:
    run = start(client, plane_spec())
    wait_for_state(client, run, "finished")
    assert command(client, run, "pause").json()["state"] == "finished"
    for name in ("resume", "step"):
        error = error_of(command(client, run, name), 409)
        assert error["code"] == "conflict"
        assert "finished" in error["message"]
        assert error["hint"] == "Reset it first."
    assert command(client, run, "stop").status_code == 202
    error = error_of(command(client, run, "set", learning_rate=0.1), 409)
    assert "finished" in error["message"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=100000", "limit"),
        ("offset=-1", "offset"),
        ("seed=-1", "seed"),
        ("split=sideways", "split"),
        ("validation_fraction=2", "validation_fraction"),
        ("limit=many", "limit"),
        ("options={", "options"),
        ("options=5", "options"),
        ('options={"noise":-1}', "options.noise"),
        ('options={"noise":NaN}', "options.noise"),
    ],
)
def test_a_question_about_samples_that_makes_no_sense_is_refused(client: httpx.Client, query: str, field: str) -> None:
    error = error_of(client.get(f"/api/datasets/xor/samples?{query}"), 422)
    assert error["field"] == field


def test_samples_of_an_unknown_data_set_are_not_found(client: httpx.Client) -> None:
    assert "cats" in error_of(client.get("/api/datasets/cats/samples"), 404)["message"]


def test_mnist_that_is_not_there_says_where_it_was_looked_for(client: httpx.Client) -> None:
    error = error_of(client.get("/api/datasets/mnist/samples"), 422)
    assert error["code"] == "unavailable"
    assert error["hint"]


def test_an_option_of_a_query_that_is_none_is_refused(client: httpx.Client) -> None:
    for query in ("unwatched=sometimes", "paused=perhaps"):
        error = error_of(client.post(f"/api/runs?{query}", json=plane_spec()), 422)
        assert error["field"] == query.partition("=")[0]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAME = st.sampled_from(["a", "b", "c"])
KIND = st.sampled_from(["linear", "add"])
INPUTS_AND_FEATURES: dict[Any, Any] = {
    "inputs": st.lists(st.sampled_from(["a", "b", "input"])) | JSON,
    "out_features": JSON,
}
SOMETHING = st.fixed_dictionaries(
    {},
    optional={
        "data": JSON | st.fixed_dictionaries({"dataset": JSON | st.just("xor"), "options": JSON}),
        "network": JSON
        | st.fixed_dictionaries(
            {
                "nodes": st.lists(
                    st.fixed_dictionaries(
                        {
                            "id": st.sampled_from(["a", "b", "c"]) | JSON,
                            "kind": st.sampled_from(["linear", "add"]) | JSON,
                        },
                        optional={
                            "inputs": st.lists(st.sampled_from(["a", "b", "input"])) | JSON,
                            "out_features": JSON,
                        },
                    ),
                    max_size=4,
                )
            }
        ),
        "loss": JSON,
        "batch_size": JSON,
    },
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=SOMETHING | st.dictionaries(st.text(max_size=5), JSON, max_size=3))
def test_the_check_answers_any_object_and_a_run_refuses_or_takes_it_but_neither_fails(
    client: httpx.Client, body: dict[str, Any]
) -> None:
    answer = client.post("/api/networks/check", json=body)
    assert answer.status_code == 200, answer.text
    assert answer.json()["ok"] is (not answer.json()["errors"])
    if not answer.json()["ok"]:
        error_of(client.post("/api/runs", json=body), 422)
