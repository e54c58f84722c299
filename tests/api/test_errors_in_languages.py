"""Every class of error, asked for over HTTP in both languages: only the words differ."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from neurarium.data import DataError
from neurarium.spec import errors
from tests.api.test_errors import JSON_BODY, OF_THE_NETWORK, REFUSED, SAME, error_of, network
from tests.support.languages import CHINESE, assert_errors_translated, assert_translated
from tests.support.runs import client_of, command, show, start, wait_for_state, wait_until, workers
from tests.support.server import RunningServer
from tests.support.specs import endless_spec, enormous_spec, linear, plane_spec

DIVERGING = plane_spec(
    network={"nodes": [linear("fc1", 8), linear("fc2", 2)]},
    loss={"kind": "mean_squared_error"},
    optimizer={"kind": "sgd", "learning_rate": 1000},
    epochs=20,
)

Asked = tuple[str, str, dict[str, Any]]

RAISED: dict[type[errors.NeurariumError], Asked] = {
    errors.SpecError: ("POST", "/api/runs", {"json": plane_spec(batch_sizes=3)}),
    errors.ShapeError: (
        "POST",
        "/api/runs",
        {"json": network(linear("a", 2), linear("b", 3, inputs=["input"]), {"id": "c", "kind": "add"})},
    ),
    errors.GraphError: ("POST", "/api/runs", {"json": network(linear("a", 2, inputs=["b"]), linear("b", 2))}),
    errors.LimitError: ("POST", "/api/runs", {"json": enormous_spec()}),
    errors.NotFoundError: ("GET", "/api/runs/nobody", {}),
    errors.UnavailableError: ("POST", "/api/runs", {"json": plane_spec(device="cuda")}),
}
"""What is refused at once; the other classes have tests of their own below."""
BY_THEMSELVES = {errors.ConflictError, errors.DivergedError, errors.WorkerError, DataError}

REFUSED_BY_THE_API: dict[str, tuple[int, Asked]] = {
    "no JSON": (400, ("POST", "/api/runs", {"content": b"{", "headers": JSON_BODY})),
    "single quotes": (400, ("POST", "/api/runs", {"content": b"{'seed': 1}", "headers": JSON_BODY})),
    "another content type": (415, ("POST", "/api/runs", {"content": "{}", "headers": {"content-type": "text/plain"}})),
    "too large a body": (413, ("POST", "/api/runs", {"content": b" " * 5_000_000, "headers": JSON_BODY})),
    "no object": (422, ("POST", "/api/runs", {"content": b"5", "headers": JSON_BODY})),
    "an unknown path": (404, ("GET", "/api/nothing", {})),
    "a wrong method": (405, ("PUT", "/api/runs", {"json": {}})),
    "a number out of range": (422, ("GET", "/api/datasets/xor/samples?limit=0", {})),
    "no number": (422, ("GET", "/api/datasets/xor/samples?limit=many", {})),
    "no option": (422, ("POST", "/api/runs?unwatched=sometimes", {"json": plane_spec()})),
    "an option of the data": (422, ("GET", '/api/datasets/xor/samples?options={"noise":-1}', {})),
    "an unknown data set": (404, ("GET", "/api/datasets/cats/samples", {})),
    "an unknown source": (404, ("GET", "/api/sources/layers/cat", {})),
    "no weights": (422, ("POST", "/api/weights", {"content": b"neither", "headers": {}})),
    "a foreign page": (403, ("POST", "/api/runs", {"json": {}, "headers": {"origin": "http://elsewhere.test"}})),
    "another host": (400, ("GET", "/api/health", {"headers": {"host": "elsewhere.test"}})),
    "no curve": (422, ("POST", "/api/activations/curve", {"json": {"node": {"id": "s", "kind": "softmax"}}})),
    "a curve of no range": (
        422,
        ("POST", "/api/activations/curve", {"json": {"node": {"id": "s", "kind": "relu"}, "low": 2, "high": 1}}),
    ),
    "a schedule of no steps": (
        422,
        ("POST", "/api/schedules/curve", {"json": {"schedule": {"kind": "constant"}, "total_steps": 0}}),
    ),
    "an optimizer without a rate": (
        422,
        (
            "POST",
            "/api/descents",
            {
                "json": {
                    "surface": {"kind": "rosenbrock"},
                    "descents": [{"optimizer": {"kind": "bfgs"}, "schedule": {"kind": "cosine"}}],
                }
            },
        ),
    ),
    "a curvature below the decrease": (
        422,
        (
            "POST",
            "/api/descents",
            {
                "json": {
                    "surface": {"kind": "rosenbrock"},
                    "descents": [{"optimizer": {"kind": "bfgs", "c1": 0.5, "c2": 0.1}}],
                }
            },
        ),
    ),
}


def in_both(client: httpx.Client, asked: Asked, status: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return one error, asked for in English and in Chinese."""
    method, path, content = asked
    found = []
    for language, wanted in (("en", {}), ("zh-CN", CHINESE)):
        headers = {**content.get("headers", {}), **wanted}
        answer = client.request(method, path, **{**content, "headers": headers})
        assert answer.headers["content-language"] == language
        assert "Accept-Language" in answer.headers["vary"]
        found.append(error_of(answer, status))
    return found[0], found[1]


def test_every_class_of_error_is_asked_for_here() -> None:
    def below(kind: type[errors.NeurariumError]) -> set[type[errors.NeurariumError]]:
        return {kind}.union(*(below(inner) for inner in kind.__subclasses__()))

    assert below(errors.NeurariumError) - {errors.NeurariumError} == RAISED.keys() | BY_THEMSELVES


@pytest.mark.parametrize("kind", RAISED, ids=lambda kind: kind.__name__)
def test_an_error_is_told_in_the_language_asked_for(client: httpx.Client, kind: type[errors.NeurariumError]) -> None:
    status = 404 if kind is errors.NotFoundError else 422
    assert_errors_translated(*in_both(client, RAISED[kind], status))


@pytest.mark.parametrize("name", REFUSED_BY_THE_API)
def test_what_the_api_itself_refuses_is_told_in_the_language_asked_for(client: httpx.Client, name: str) -> None:
    status, asked = REFUSED_BY_THE_API[name]
    assert_errors_translated(*in_both(client, asked, status))


@pytest.mark.parametrize("name", REFUSED)
def test_a_spec_is_refused_in_the_language_asked_for(client: httpx.Client, name: str) -> None:
    asked = ("POST", "/api/runs", {"content": json.dumps(REFUSED[name][0]), "headers": JSON_BODY})
    assert_errors_translated(*in_both(client, asked, 422))


@pytest.mark.parametrize("name", OF_THE_NETWORK)
def test_a_check_offers_its_mends_in_the_language_asked_for(client: httpx.Client, name: str) -> None:
    asked = {part: REFUSED[name][0][part] for part in SAME}
    body = json.dumps({**asked, "loss": {"kind": "softmax_cross_entropy"}})
    english, chinese = (
        client.post("/api/networks/check", content=body, headers={**JSON_BODY, **wanted}).json()["errors"]
        for wanted in ({}, CHINESE)
    )
    assert len(english) == len(chinese) > 0
    for one, other in zip(english, chinese, strict=True):
        assert_errors_translated(one, other)


def test_a_conflict_is_told_in_the_language_asked_for(client: httpx.Client) -> None:
    run = start(client, plane_spec())
    wait_for_state(client, run, "finished")
    asked = ("POST", f"/api/runs/{run}/commands", {"json": {"command": "resume"}})
    english, chinese = in_both(client, asked, 409)
    assert_errors_translated(english, chinese)
    assert english["hint"] == "Reset it first."
    assert chinese["hint"] == "请先重置。"


def test_what_is_wrong_with_a_file_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    for part in ("images-idx3", "labels-idx1"):
        (tmp_path / f"train-{part}-ubyte").write_bytes(b"\0\0\x08\x07")
    with (
        RunningServer(tmp_path / "home", NEURARIUM_MNIST_FOLDER=str(tmp_path)) as server,
        client_of(server) as client,
    ):
        english, chinese = in_both(client, ("GET", "/api/datasets/mnist/samples", {}), 422)
    assert english["code"] == DataError.code
    assert_errors_translated(english, chinese)


def test_why_a_run_diverged_is_told_to_each_in_their_own_language(client: httpx.Client) -> None:
    run = start(client, DIVERGING)
    english = wait_for_state(client, run, "diverged")
    chinese = client.get(f"/api/runs/{run}", headers=CHINESE).json()
    assert english["error"]["code"] == chinese["error"]["code"] == "diverged"
    assert_errors_translated(english["error"], chinese["error"])
    assert_translated(english["reason"], chinese["reason"])


def test_why_a_run_failed_is_told_to_each_in_their_own_language(client: httpx.Client, server: RunningServer) -> None:
    others = {process.pid for process in workers(server)}
    run = start(client, endless_spec())
    wait_for_state(client, run, "running")
    process = wait_until(lambda: next((one for one in workers(server) if one.pid not in others), None))
    process.kill()
    english = wait_for_state(client, run, "failed")
    chinese = client.get(f"/api/runs/{run}", headers=CHINESE).json()
    assert english["error"]["code"] == chinese["error"]["code"] == "worker_failed"
    assert_errors_translated(english["error"], chinese["error"])
    assert "SIGKILL" in english["reason"]
    assert "SIGKILL" in chinese["reason"]
    assert_translated(english["reason"], chinese["reason"])


def test_the_address_may_ask_for_a_language_and_comes_first(client: httpx.Client) -> None:
    by_header = client.get("/api/runs/nobody", headers=CHINESE)
    by_address = client.get("/api/runs/nobody?locale=zh-CN", headers={"accept-language": "en"})
    assert by_address.json() == by_header.json()
    assert by_address.headers["content-language"] == "zh-CN"
    assert client.get("/api/runs/nobody?locale=en", headers=CHINESE).headers["content-language"] == "en"


def test_an_answer_in_chinese_leaves_the_next_one_english(client: httpx.Client) -> None:
    before = command(client, "nobody", "pause").json()
    client.post("/api/runs/nobody/commands", json={"command": "pause"}, headers=CHINESE)
    assert command(client, "nobody", "pause").json() == before
    assert show(client, start(client, plane_spec(), paused=True))["reason"] is None
