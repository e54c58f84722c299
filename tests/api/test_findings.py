"""What is found in a run: told on the stream, held by the run, and forgotten at a reset."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.diagnosis.networks import TRIGGERS
from tests.support.runs import command, show, start, wait_for_state, wait_until
from tests.support.server import RunningServer
from tests.support.viewer import StreamViewer

SATURATED = TRIGGERS["saturated"]


@pytest.fixture
def run(client: httpx.Client) -> Iterator[str]:
    """A run in which a sigmoid is saturated from the start, trained until that was found, and paused."""
    identifier = start(client, {**SATURATED.spec, "epochs": 100_000})
    wait_until(lambda: show(client, identifier)["findings"])
    command(client, identifier, "pause")
    wait_for_state(client, identifier, "paused")
    yield identifier
    command(client, identifier, "stop")


def told(viewer: StreamViewer) -> list[dict[str, Any]]:
    return [notice["finding"] for notice in viewer.of_type("notice") if notice["finding"] is not None]


def test_a_viewer_that_comes_late_gets_what_holds(client: httpx.Client, server: RunningServer, run: str) -> None:
    shown = show(client, run)["findings"]
    assert [(finding["rule"], finding["node"]) for finding in shown] == [("saturated", SATURATED.node)]
    with StreamViewer(server, run) as viewer:
        while not viewer.of_type("snapshot"):
            viewer.read()
        (snapshot,) = viewer.of_type("snapshot")
        assert snapshot["run"]["findings"] == shown
        assert told(viewer) == []


def test_a_viewer_from_the_start_is_told_what_the_run_holds(client: httpx.Client, server: RunningServer) -> None:
    identifier = start(client, {**SATURATED.spec, "epochs": 100_000}, paused=True)
    with StreamViewer(server, identifier) as viewer:
        viewer.read_until_state("paused")
        assert show(client, identifier)["findings"] == []
        viewer.command("resume")
        while not told(viewer):
            viewer.read()
        viewer.command("pause")
        viewer.read_until_state("paused")
    (first, *_) = told(viewer)
    assert (first["status"], first["rule"], first["node"]) == ("found", "saturated", SATURATED.node)
    last = {name: value for name, value in told(viewer)[-1].items() if name != "status"}
    assert show(client, identifier)["findings"] == [last]
    command(client, identifier, "stop")


def test_it_is_said_in_the_language_that_is_asked_for(client: httpx.Client, run: str) -> None:
    (english,) = show(client, run)["findings"]
    (chinese,) = client.get(f"/api/runs/{run}", headers={"Accept-Language": "zh-CN"}).json()["findings"]
    assert english["message"].endswith("of its outputs are saturated.")
    assert chinese["message"].endswith("的输出处于饱和状态。")
    assert {name: english[name] for name in ("id", "value", "figures")} == {
        name: chinese[name] for name in ("id", "value", "figures")
    }


def test_a_reset_forgets_it(client: httpx.Client, run: str) -> None:
    command(client, run, "reset")
    shown = wait_until(lambda: shown if (shown := show(client, run))["generation"] == 1 else None)
    assert shown["step"] == 0
    assert shown["findings"] == []


def test_the_catalog_lists_the_rules(client: httpx.Client) -> None:
    entries = {entry["rule"]: entry for entry in client.get("/api/catalog").json()["diagnoses"]}
    assert set(entries) == set(TRIGGERS)
    (threshold,) = entries["saturated"]["thresholds"]
    assert (threshold["limit"], threshold["above"]) == (0.9, True)
