"""The server's own end, asked for or not: sockets are told, and no process is left."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.runs import client_of, command, start, wait_for_state, wait_until, workers
from tests.support.server import RunningServer
from tests.support.specs import endless_spec, linear, plane_spec
from tests.support.viewer import StreamViewer, stalled_viewer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")

LONG_STEPS = endless_spec(
    network={"nodes": [linear("fc1", 3000), linear("fc2", 3000), linear("fc3", 3000), linear("fc4", 2)]},
    batch_size=20_000,
    data={"dataset": "xor", "options": {"samples": 40_000}},
)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_a_server_that_is_asked_to_end_tells_its_viewers_and_leaves_no_process(tmp_path: Path, number: int) -> None:
    with RunningServer(tmp_path / "home") as server, client_of(server) as client:
        runs = [
            start(client, endless_spec()),
            start(client, endless_spec(), paused=True),
            start(client, plane_spec()),
        ]
        states = ["running", "paused", "finished"]
        for run, state in zip(runs, states, strict=True):
            wait_for_state(client, run, state)
        runs.append(start(client, endless_spec(), paused=True))  # and one whose worker is only just starting
        with (
            StreamViewer(server, runs[0]) as first,
            StreamViewer(server, runs[1]) as second,
            stalled_viewer(server, runs[0]),
        ):
            first.read_until_state("running")
            second.read_until_state("paused")
            server.signal(number)
            assert [viewer.read_until_closed() for viewer in (first, second)] == [1012, 1012]
            status = server.wait()
        assert status in (0, 130, -number, 128 + number), server.read_log()
        assert server.left_over() == []
        assert "Traceback" not in server.read_log()


@pytest.mark.parametrize("doing", ["training", "holding", "in a long step", "starting"])
def test_a_server_that_is_killed_leaves_no_worker(tmp_path: Path, doing: str) -> None:
    with RunningServer(tmp_path / "home") as server:
        with client_of(server) as client:
            spec = LONG_STEPS if doing == "in a long step" else endless_spec()
            run = start(client, spec, paused=doing == "holding")
            if doing in ("training", "holding"):
                wait_for_state(client, run, "running" if doing == "training" else "paused")
            elif doing == "in a long step":
                wait_until(lambda: workers(server) and workers(server)[0].cpu_times().user > 1.0)
            else:
                wait_until(lambda: workers(server))
        assert workers(server)
        server.signal(signal.SIGKILL)
        server.wait()
        assert server.left_over() == []


def test_a_stopped_worker_does_not_hold_up_the_servers_end(tmp_path: Path) -> None:
    with RunningServer(tmp_path / "home") as server:
        with client_of(server) as client:
            run = start(client, endless_spec())
            wait_for_state(client, run, "running")
            workers(server)[0].send_signal(signal.SIGSTOP)
        server.signal(signal.SIGTERM)
        server.wait()
        assert server.left_over() == []


def test_more_runs_than_may_train_at_once_wait_and_start_in_the_order_in_which_they_came(tmp_path: Path) -> None:
    with RunningServer(tmp_path / "home", NEURARIUM_MAX_ACTIVE_RUNS="2") as server, client_of(server) as client:
        runs = [start(client, endless_spec(name=f"run {number}")) for number in range(5)]
        for run in runs[:2]:
            wait_for_state(client, run, "running")

        def states() -> list[str]:
            by_id = {shown["id"]: shown["state"] for shown in client.get("/api/runs").json()}
            return [by_id[run] for run in runs]

        assert states() == ["running", "running", "queued", "queued", "queued"]
        assert len(workers(server)) == 2
        # One that waits can be stopped, and is passed over.
        assert command(client, runs[3], "pause").status_code == 409
        assert command(client, runs[3], "stop").status_code == 202
        assert command(client, runs[0], "stop").status_code == 202
        wait_for_state(client, runs[2], "running")
        assert states() == ["stopped", "running", "running", "stopped", "queued"]
        client.delete(f"/api/runs/{runs[1]}")
        wait_for_state(client, runs[4], "running")


def test_a_finished_run_that_is_looked_at_keeps_no_other_waiting(tmp_path: Path) -> None:
    with RunningServer(tmp_path / "home", NEURARIUM_MAX_ACTIVE_RUNS="1") as server, client_of(server) as client:
        finished = start(client, plane_spec())
        with StreamViewer(server, finished) as viewer:
            viewer.read_until_state("finished")
            second, third = start(client, plane_spec()), start(client, plane_spec())
            with StreamViewer(server, second) as watching:
                watching.read_until_state("finished")
                wait_for_state(client, third, "finished")
        assert wait_for_state(client, finished, "finished")["reason"] is None


def test_a_port_that_is_taken_is_told_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "neurarium", "serve", "--port", port], capture_output=True, text=True, timeout=60
        )
    assert done.returncode == 2
    assert f"127.0.0.1:{port}" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr
