"""Viewers that go and come back, and viewers that stop reading."""

from __future__ import annotations

import sys
from typing import Any

import httpx
import psutil
import pytest

from tests.support.runs import command, show, start, wait_for_state, wait_until
from tests.support.server import RunningServer
from tests.support.specs import convnet_spec, endless_spec, linear, plane_spec
from tests.support.viewer import LOSSLESS, StreamViewer, stalled_viewer


def record(messages: list[dict[str, Any]]) -> list[tuple[int, str, Any]]:
    """Return what must arrive: number, type and content."""
    return [
        (m["seq"], m["type"], m.get("state") or [int(s) for s in m.get("steps", [])])
        for m in messages
        if m["type"] in LOSSLESS
    ]


def test_a_viewer_that_returns_misses_nothing_and_gets_nothing_twice(
    client: httpx.Client, server: RunningServer
) -> None:
    """One viewer stays all the time; another loses its connection again and again at odd moments."""
    run = start(client, convnet_spec(epochs=60), paused=True)
    with StreamViewer(server, run) as staying:
        staying.read_until_state("paused")
        received: list[dict[str, Any]] = []
        greatest: int | None = None
        resumed, ended = False, False
        connections = 0
        while not ended:
            connections += 1
            with StreamViewer(server, run, after=greatest) as viewer:
                for _ in range(3 + connections * 7 % 11):
                    message = viewer.read()
                    greatest = max(message["seq"], greatest or 0)
                    received.append(message)
                    ended = message.get("state") == "finished" and message["type"] == "state"
                    if ended:
                        break
                if not resumed:
                    resumed = command(client, run, "resume").status_code == 202
            assert viewer.of_type("snapshot") == [] or connections == 1
        staying.read_until_state("finished")
        assert connections > 5
    first_snapshot = next(message["seq"] for message in received if message["type"] == "snapshot")
    complete = [entry for entry in record(staying.messages) if entry[0] > first_snapshot]
    assert record(received) == complete
    steps = [step for _, kind, content in record(received) if kind == "metrics" for step in content]
    assert set(steps) >= set(range(1, 181))


def test_a_viewer_that_returns_after_the_end_still_gets_what_it_missed(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, plane_spec(), paused=True)
    with StreamViewer(server, run) as viewer:
        viewer.read_until_state("paused")
        greatest = viewer.greatest
    command(client, run, "resume")
    wait_for_state(client, run, "finished")
    with StreamViewer(server, run, after=greatest) as returned:
        returned.read_until(lambda message: message["type"] == "state" and message["state"] == "finished")
        steps = [int(s) for m in returned.of_type("metrics") if "train_loss" in m["values"] for s in m["steps"]]
    assert returned.of_type("snapshot") == []
    assert steps == list(range(1, 19))


def test_a_number_of_before_the_servers_memory_gets_a_snapshot(client: httpx.Client, server: RunningServer) -> None:
    """A number from another life of the server is ahead of this one's."""
    run = start(client, plane_spec())
    wait_for_state(client, run, "finished")
    with StreamViewer(server, run, after=10**9) as viewer:
        assert [viewer.read()["type"] for _ in range(2)] == ["hello", "snapshot"]


def picture_spec() -> dict[str, Any]:
    """Return a run whose every measurement has almost half a megabyte of filters, and small batches."""
    wide = {"kind": "conv2d", "out_channels": 64, "kernel_size": 7, "padding": 3}
    nodes = [{**wide, "id": f"conv{number}"} for number in (1, 2, 3)]
    return convnet_spec(
        network={"nodes": [*nodes, {"id": "flat1", "kind": "flatten"}, linear("fc1", 10)]},
        data={"dataset": "digits", "train_size": 16, "validation_fraction": 0},
        batch_size=1,
        epochs=100_000,
        probes={"budget": 1.0},
    )


def test_a_viewer_that_stops_reading_slows_neither_the_run_nor_other_viewers(
    client: httpx.Client, server: RunningServer
) -> None:
    """Others get many times what the kernel holds for a socket, long after all has filled up for the one."""
    run = start(client, picture_spec())
    wait_for_state(client, run, "running")
    with stalled_viewer(server, run), StreamViewer(server, run) as reading:
        received = 0
        steps: set[int] = set()
        while received < 16_000_000:
            message = reading.read()
            reading.messages.clear()
            if message["type"] == "probe" and message["probe"] == "filters":
                received += message["weight"].nbytes
                steps.add(message["step"])
        step = show(client, run)["step"]
        wait_until(lambda: show(client, run)["step"] > step)
    assert len(steps) > 10


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's timeout for stalled connections is Linux's")
def test_a_viewer_that_stops_reading_is_let_go_and_its_socket_freed(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, convnet_spec(epochs=100_000, probes={"budget": 1.0}))
    wait_for_state(client, run, "running")

    with stalled_viewer(server, run) as stalled:
        port = stalled.getsockname()[1]

        def is_served() -> bool:
            connections = psutil.Process(server.pid).net_connections("tcp")
            return any(connection.raddr and connection.raddr.port == port for connection in connections)

        wait_until(is_served)
        wait_until(lambda: not is_served(), "the server still has the socket")
    assert show(client, run)["state"] == "running"


def test_a_viewer_may_send_while_the_server_streams(client: httpx.Client, server: RunningServer) -> None:
    run = start(client, endless_spec())
    with StreamViewer(server, run) as viewer:
        viewer.read_until_state("running")
        for number in range(1, 101):
            viewer.command("set", learning_rate=number / 1000)
            viewer.send_text("{")
        viewer.read_until(
            lambda m: (
                m["type"] == "metrics" and 0.1 in [round(float(r), 6) for r in m["values"].get("learning_rate", [])]
            )
        )
        viewer.read_until(lambda _: len(viewer.of_type("notice")) == 100)
    assert show(client, run)["state"] == "running"
    assert show(client, run)["spec"]["optimizer"]["learning_rate"] == 0.1


def test_viewers_that_come_and_go_leave_nothing_behind(client: httpx.Client, server: RunningServer) -> None:
    run = start(client, endless_spec())
    wait_for_state(client, run, "running")
    process = psutil.Process(server.pid)
    with StreamViewer(server, run) as viewer:
        viewer.read_until_state("running")
    client.get("/api/health")
    before = process.num_fds()
    for _ in range(20):
        with StreamViewer(server, run) as viewer:
            viewer.read()
    wait_until(lambda: process.num_fds() <= before, lambda: f"{process.num_fds()} descriptors, {before} before")
