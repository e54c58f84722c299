"""The stream of a live run: what every message looks like, and what a viewer may send."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from typing import Any

import httpx
import numpy as np
import pytest
from websockets.exceptions import ConnectionClosed

from neurarium.api.models import STREAM_MESSAGES
from tests.support.runs import command, show, start, wait_for_state
from tests.support.schema import validate
from tests.support.server import RunningServer
from tests.support.specs import convnet_spec, endless_spec, linear, plane_spec
from tests.support.viewer import DEADLINE, LOSSLESS, StreamViewer

SCHEMA_OF_TYPE = {
    "hello": "HelloMessage",
    "snapshot": "SnapshotMessage",
    "state": "StateMessage",
    "metrics": "MetricsMessage",
    "notice": "NoticeMessage",
}
SCHEMA_OF_PROBE = {
    "activation_histogram": "HistogramMessage",
    "weight_histogram": "HistogramMessage",
    "gradient_histogram": "HistogramMessage",
    "gradient_stats": "GradientStatsMessage",
    "filters": "FiltersMessage",
    "signal_propagation": "SignalPropagationMessage",
    "decision_surface": "DecisionSurfaceMessage",
    "feature_maps": "FeatureMapsMessage",
    "unit_surfaces": "UnitSurfacesMessage",
    "confusion": "ConfusionMessage",
    "worst_samples": "WorstSamplesMessage",
}


@pytest.fixture(scope="module")
def schemas(server: RunningServer) -> dict[str, Any]:
    """The schemas that the server publishes."""
    return httpx.get(f"{server.url}/openapi.json").json()["components"]["schemas"]


def packed(value: Any) -> Any:
    """Return a decoded message as it was sent: arrays as maps."""
    if isinstance(value, np.ndarray):
        return {"dtype": value.dtype.name, "shape": list(value.shape), "data": value.tobytes()}
    if isinstance(value, dict):
        return {name: packed(inner) for name, inner in value.items()}
    return [packed(inner) for inner in value] if isinstance(value, list) else value


def finish(client: httpx.Client, server: RunningServer, spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every message that a viewer gets who watches a run from before its first step to its end."""
    run = start(client, spec, paused=True)
    with StreamViewer(server, run) as viewer:
        viewer.read_until_state("paused", "diverged")
        viewer.command("resume")
        end = viewer.read_until_state("finished", "diverged")
        announced = {key(probe) for probe in viewer.messages[0]["probes"]}
        # Pictures follow what must arrive; of the step that diverged there are none.
        while end["state"] == "finished" and announced - {
            key(message) for message in viewer.of_type("probe") if message["step"] == end["step"]
        }:
            viewer.read()
        return viewer.messages


def key(message: dict[str, Any]) -> tuple[str, str, str | None]:
    return message["probe"], message["node"], message["parameter"]


@pytest.fixture(scope="module")
def messages(server: RunningServer) -> dict[str, list[dict[str, Any]]]:
    """All messages of three runs: one on images, one on points of the plane, and one that diverges."""
    diverging = plane_spec(
        network={"nodes": [linear("fc1", 8), linear("fc2", 2)]},
        loss={"kind": "mean_squared_error"},
        optimizer={"kind": "sgd", "learning_rate": 1000},
        epochs=20,
    )
    with httpx.Client(base_url=server.url, timeout=DEADLINE) as client:
        return {
            "images": finish(client, server, convnet_spec()),
            "plane": finish(client, server, plane_spec()),
            "diverging": finish(client, server, diverging),
        }


def test_openapi_has_a_schema_for_every_message_and_every_probe(schemas: dict[str, Any], client: httpx.Client) -> None:
    assert {model.__name__ for model in STREAM_MESSAGES} <= set(schemas)
    assert set(SCHEMA_OF_TYPE.values()) | set(SCHEMA_OF_PROBE.values()) == {m.__name__ for m in STREAM_MESSAGES}
    catalog = client.get("/api/catalog").json()
    assert {probe["probe"] for probe in catalog["probes"]} == set(SCHEMA_OF_PROBE)


def test_real_messages_of_every_type_are_as_their_schemas_say(
    schemas: dict[str, Any], messages: dict[str, list[dict[str, Any]]]
) -> None:
    seen: Counter[str] = Counter()
    for received in messages.values():
        for message in received:
            kind = message["type"]
            name = SCHEMA_OF_PROBE[message["probe"]] if kind == "probe" else SCHEMA_OF_TYPE[kind]
            validate(packed(message), schemas[name], schemas, name)
            seen[message.get("probe", kind)] += 1
    assert set(seen) == set(SCHEMA_OF_TYPE) | set(SCHEMA_OF_PROBE), "some sort of message was not looked at"


def test_the_validator_sees_what_is_wrong(schemas: dict[str, Any], messages: dict[str, list[dict[str, Any]]]) -> None:
    """So that the test above is about something."""
    metrics = packed(next(message for message in messages["plane"] if message["type"] == "metrics"))
    for wrong in (
        {**metrics, "extra": 1},
        {name: value for name, value in metrics.items() if name != "steps"},
        {**metrics, "step": "one"},
        {**metrics, "steps": {**metrics["steps"], "dtype": "int8"}},
        {**metrics, "values": {"train_loss": 0.5}},
    ):
        with pytest.raises(AssertionError):
            validate(wrong, schemas["MetricsMessage"], schemas)


def test_hello_announces_what_will_be_measured_and_all_of_it_comes(messages: dict[str, list[dict[str, Any]]]) -> None:
    for name in ("images", "plane"):
        hello, *rest = messages[name]
        announced = {key(probe) for probe in hello["probes"]}
        assert {key(message) for message in rest if message["type"] == "probe"} == announced
    assert ("decision_surface", "fc2", None) in {key(probe) for probe in messages["plane"][0]["probes"]}
    assert ("filters", "conv1", None) in {key(probe) for probe in messages["images"][0]["probes"]}


def test_counts_add_up_to_what_was_sampled_and_edges_enclose_them(messages: dict[str, list[dict[str, Any]]]) -> None:
    histograms = [m for received in messages.values() for m in received if "histogram" in m.get("probe", "")]
    assert len(histograms) > 20
    for message in histograms:
        assert message["counts"].dtype == np.uint32
        assert message["edges"].dtype == np.float32
        assert message["counts"].sum() == message["sampled"] <= message["total"]
        assert len(message["edges"]) == len(message["counts"]) + 1
        assert (np.diff(message["edges"]) > 0).all()


def test_numbers_increase_by_one_and_rows_come_in_order(messages: dict[str, list[dict[str, Any]]]) -> None:
    for received in messages.values():
        hello, snapshot, *live = received
        assert (hello["type"], snapshot["type"]) == ("hello", "snapshot")
        lossless = [message["seq"] for message in live if message["type"] in LOSSLESS]
        assert lossless == sorted(set(lossless))
        steps = [int(s) for m in live if m["type"] == "metrics" and "train_loss" in m["values"] for s in m["steps"]]
        assert steps == list(range(1, len(steps) + 1))


def test_a_run_that_diverges_tells_so_with_its_evidence(messages: dict[str, list[dict[str, Any]]]) -> None:
    (notice,) = [message for message in messages["diverging"] if message["type"] == "notice"]
    state = [message for message in messages["diverging"] if message["type"] == "state"][-1]
    assert notice["level"] == "error"
    assert notice["node"] == state["error"]["node"]
    assert notice["evidence"]["step"] == state["step"] + 1


def test_a_viewer_who_comes_late_gets_the_whole_history_and_the_latest_pictures(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, plane_spec())
    wait_for_state(client, run, "finished")
    with StreamViewer(server, run) as viewer:
        hello, snapshot = viewer.read(), viewer.read()
        assert hello["run"] == snapshot["run"] == show(client, run)
        rows = [part for part in snapshot["metrics"] if "train_loss" in part["values"]]
        assert [int(step) for part in rows for step in part["steps"]] == list(range(1, 19))
        pictures = [viewer.read() for _ in hello["probes"]]
    assert {(message["type"], message["step"]) for message in pictures} == {("probe", 18)}
    assert len({key(message) for message in pictures}) == len(hello["probes"])


def test_commands_on_the_socket_do_what_they_do_elsewhere(client: httpx.Client, server: RunningServer) -> None:
    run = start(client, endless_spec(), paused=True)
    with StreamViewer(server, run) as viewer:
        viewer.read_until_state("paused")
        viewer.command("step", count=3)
        assert viewer.read_until(lambda m: m["type"] == "state" and m["state"] == "paused")["step"] == 3
        viewer.command("set", learning_rate=0.25)
        viewer.read_until(lambda m: m["type"] == "metrics" and 0.25 in m["values"].get("learning_rate", []))
        viewer.command("resume")
        viewer.read_until_state("running")
        viewer.command("reset")
        assert viewer.read_until_state("paused")["generation"] == 1
        viewer.command("stop")
        viewer.read_until_state("stopped")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "invalid_json"),
        ("", "invalid_json"),
        ("pause", "invalid_json"),
        ("[" * 100_000, "invalid_json"),
        ("[]", "invalid_value"),
        ("5", "invalid_value"),
        ('{"command": "explode"}', "unknown_kind"),
        ('{"command": "\\ud800"}', "unknown_kind"),
        ('{"command": "set", "learning_rate": -1}', "out_of_range"),
        ('{"command": "set", "learning_rate": NaN}', "invalid_value"),
        ('{"command": "step", "count": 1, "speed": 2}', "unknown_field"),
        (b"\x81\xa7command\xa5pause", "invalid_spec"),
        ("x" * 900_000, "invalid_json"),
    ],
    ids=range(13),
)
def test_a_message_that_is_no_command_is_answered_to_its_sender_and_the_run_lives(
    client: httpx.Client, server: RunningServer, text: str | bytes, code: str
) -> None:
    run = start(client, endless_spec(), paused=True)
    wait_for_state(client, run, "paused")
    with StreamViewer(server, run) as sender, StreamViewer(server, run) as other:
        last = sender.read()["last_seq"]
        sender.send_text(text)
        notice = sender.read_until(lambda message: message["type"] == "notice")
        assert (notice["level"], notice["code"], notice["seq"]) == ("error", code, last)
        assert notice["message"]
        sender.command("step")
        for viewer in (sender, other):
            viewer.read_until(lambda message: message["type"] == "state" and message["step"] == 1)
        assert other.of_type("notice") == []


def test_a_command_that_the_state_forbids_is_answered_to_its_sender(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, plane_spec())
    wait_for_state(client, run, "finished")
    with StreamViewer(server, run) as viewer:
        viewer.command("resume")
        notice = viewer.read_until(lambda message: message["type"] == "notice")
        assert notice["code"] == "conflict"
        assert notice["hint"] == "Reset it first."


def test_a_message_that_is_too_large_closes_its_senders_socket_only(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, endless_spec(), paused=True)
    wait_for_state(client, run, "paused")
    with StreamViewer(server, run) as sender, StreamViewer(server, run) as other:
        with contextlib.suppress(ConnectionClosed):  # it may be closed while it is still sending
            sender.send_text("x" * 2_000_000)
        assert sender.read_until_closed() in (1009, 1006)
        assert command(client, run, "step").status_code == 202
        other.read_until(lambda message: message["type"] == "state" and message["step"] == 1)


@pytest.mark.parametrize("after", ["-1", "abc", "1e3", "99999999999999999999999", "٣", "0x10", ""])
def test_a_number_that_is_none_counts_as_none(client: httpx.Client, server: RunningServer, after: str) -> None:
    run = start(client, plane_spec())
    wait_for_state(client, run, "finished")
    with StreamViewer(server, run, after) as viewer:
        assert [viewer.read()["type"] for _ in range(2)] == ["hello", "snapshot"]


def test_an_unknown_run_closes_with_4404_and_so_does_one_that_is_deleted(
    client: httpx.Client, server: RunningServer
) -> None:
    with StreamViewer(server, "nobody") as viewer:
        assert viewer.read_until_closed() == 4404
    run = start(client, endless_spec(), paused=True)
    with StreamViewer(server, run) as viewer:
        viewer.read_until_state("paused")
        assert client.delete(f"/api/runs/{run}").status_code == 204
        assert viewer.read_until_closed() == 4404


def test_what_is_told_of_a_run_over_http_is_json_that_a_browser_reads(
    messages: dict[str, list[dict[str, Any]]],
) -> None:
    for received in messages.values():
        for message in received:
            if message["type"] in ("hello", "snapshot"):
                json.dumps(message["run"], allow_nan=False)
