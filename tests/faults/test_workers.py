"""Workers that are killed, stopped or left alone: their run alone is concerned, and the state shown is true."""

from __future__ import annotations

import os
import signal
import sys

import httpx
import psutil
import pytest

from tests.support.runs import (
    command,
    show,
    start,
    wait_for_no_workers,
    wait_for_state,
    wait_until,
    workers,
)
from tests.support.server import RunningServer
from tests.support.specs import endless_spec, linear, plane_spec
from tests.support.viewer import StreamViewer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")


def worker_of(client: httpx.Client, server: RunningServer, run: str, others: set[int]) -> psutil.Process:
    """Return the process that was started for `run`, once it trains or holds."""
    wait_for_state(client, run, "running", "paused")
    (process,) = [process for process in workers(server) if process.pid not in others]
    return process


@pytest.mark.parametrize("held", [False, True], ids=["while it trains", "while it holds"])
def test_a_killed_worker_fails_its_run_in_words_and_no_other(
    client: httpx.Client, server: RunningServer, held: bool
) -> None:
    other = start(client, endless_spec())
    bystander = worker_of(client, server, other, set())
    victim = start(client, endless_spec(), paused=held)
    process = worker_of(client, server, victim, {bystander.pid})
    with StreamViewer(server, victim) as watching, StreamViewer(server, other) as watching_other:
        watching.read_until_state("paused" if held else "running")
        process.send_signal(signal.SIGKILL)
        state = watching.read_until_state("failed")
        assert "SIGKILL" in state["reason"]
        assert "memory" in state["reason"]
        assert state["error"]["code"] == "worker_failed"
        assert state["error"]["hint"]
        # The socket stays: what it shows is still there to be looked at.
        watching.command("resume")
        assert watching.read_until(lambda message: message["type"] == "notice")["code"] == "conflict"
        # The other one goes on making steps.
        step = watching_other.read()["step"]
        watching_other.read_until(lambda message: message["step"] > step + 10)
    assert show(client, victim)["state"] == "failed"
    assert show(client, other)["state"] == "running"
    assert bystander.is_running()
    assert command(client, victim, "resume").status_code == 409
    # What it had measured is kept, and a new run starts as ever.
    assert client.get(f"/api/runs/{victim}/metrics").json()["step"]
    wait_for_state(client, start(client, plane_spec()), "finished")


def test_a_worker_killed_after_its_run_has_finished_changes_no_result(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, plane_spec())
    with StreamViewer(server, run) as viewer:
        viewer.read_until_state("finished")
        (process,) = workers(server)
        process.kill()
        wait_for_no_workers(server)
        assert show(client, run)["state"] == "finished"
        answer = wait_until(lambda: a if (a := command(client, run, "reset")).status_code == 409 else None)
        assert "process has ended" in answer.json()["error"]["message"]


def test_a_stopped_worker_is_killed_when_its_run_is_deleted(client: httpx.Client, server: RunningServer) -> None:
    """SIGSTOP: it neither reads the request to end nor handles any other signal."""
    run = start(client, endless_spec())
    process = worker_of(client, server, run, set())
    process.send_signal(signal.SIGSTOP)
    assert client.delete(f"/api/runs/{run}").status_code == 204
    assert workers(server) == []


def test_a_worker_that_is_stopped_for_a_while_goes_on_where_it_was(client: httpx.Client, server: RunningServer) -> None:
    run = start(client, endless_spec())
    process = worker_of(client, server, run, set())
    process.send_signal(signal.SIGSTOP)
    with StreamViewer(server, run) as viewer:
        viewer.read()
        step = viewer.read()["step"]
        process.send_signal(signal.SIGCONT)
        viewer.read_until(lambda message: message["step"] > step + 10)
    assert show(client, run)["state"] == "running"


def test_a_worker_in_a_long_step_is_not_waited_for(client: httpx.Client, server: RunningServer) -> None:
    """Steps of some seconds each: a stop ends the process without waiting for the one under way."""
    wide = [linear("fc1", 3000), linear("fc2", 3000), linear("fc3", 3000), linear("fc4", 2)]
    spec = endless_spec(
        network={"nodes": wide}, batch_size=20_000, data={"dataset": "xor", "options": {"samples": 40_000}}
    )
    run = start(client, spec)
    wait_until(lambda: workers(server) and workers(server)[0].cpu_times().user > 1.0)
    assert command(client, run, "stop").status_code == 202
    wait_for_no_workers(server)
    assert wait_for_state(client, run, "stopped")["reason"] == "Stopped on request."


@pytest.mark.parametrize("when", ["it never came", "it has gone"])
def test_a_run_of_a_page_that_has_gone_is_stopped_and_its_process_with_it(
    client: httpx.Client, server: RunningServer, when: str
) -> None:
    run = start(client, endless_spec(), unwatched="stop")
    if when == "it has gone":
        with StreamViewer(server, run) as first, StreamViewer(server, run) as second:
            first.read_until_state("running")
            second.read_until_state("running")
    shown = wait_for_state(client, run, "stopped")
    assert "0.5 s" in shown["reason"]
    wait_for_no_workers(server)


def test_a_page_that_comes_back_in_time_finds_its_run_alive(client: httpx.Client, server: RunningServer) -> None:
    """As long as one viewer is there the run goes on, whoever else leaves."""
    run = start(client, endless_spec(), unwatched="stop")
    with StreamViewer(server, run) as staying:
        for _ in range(3):
            with StreamViewer(server, run) as passing:
                passing.read_until_state("running")
        step = staying.read_until_state("running")["step"]
        # Far beyond half a second, counted in what the run itself reports.
        reports: list[int] = []
        while len(reports) < 15:
            message = staying.read()
            if message["type"] == "metrics" and "steps_per_second" in message["values"]:
                reports.append(message["step"])
        assert reports[-1] > step
    assert wait_for_state(client, run, "stopped")


def test_a_scripts_run_goes_on_without_viewers(client: httpx.Client, server: RunningServer) -> None:
    run = start(client, endless_spec(), unwatched="continue")
    with StreamViewer(server, run) as viewer:
        viewer.read_until_state("running")
    # The page's run that starts now is given up half a second later; by then this one would have been, too.
    other = start(client, endless_spec(), unwatched="stop")
    wait_for_state(client, other, "stopped")
    step = show(client, run)["step"]
    wait_until(lambda: show(client, run)["step"] > step + 10)
    assert show(client, run)["state"] == "running"


def test_the_process_of_a_finished_run_that_nobody_looks_at_is_given_back(
    client: httpx.Client, server: RunningServer
) -> None:
    run = start(client, plane_spec())
    wait_for_state(client, run, "finished")
    wait_for_no_workers(server)
    assert show(client, run)["state"] == "finished"
    assert len(client.get(f"/api/runs/{run}/metrics").json()["step"]) == 19


def test_two_runs_at_once_both_train(client: httpx.Client, server: RunningServer) -> None:
    runs = [start(client, endless_spec(seed=seed)) for seed in (1, 2)]
    for run in runs:
        wait_for_state(client, run, "running")
    steps = [show(client, run)["step"] for run in runs]
    for run, step in zip(runs, steps, strict=True):
        wait_until(lambda run=run, step=step: show(client, run)["step"] > step)
    assert len(workers(server)) == 2
    assert {show(client, run)["state"] for run in runs} == {"running"}


@pytest.mark.skipif(not os.path.exists("/proc/self/environ"), reason="needs Linux's view of a process")
def test_workers_share_the_cores(client: httpx.Client, server: RunningServer) -> None:
    first = start(client, endless_spec())
    worker_of(client, server, first, set())
    second = start(client, endless_spec())
    worker_of(client, server, second, {workers(server)[0].pid})
    threads = sorted(int(process.environ()["OMP_NUM_THREADS"]) for process in workers(server))
    assert threads == sorted([max(1, os.cpu_count() or 1), max(1, (os.cpu_count() or 1) // 2)])


def test_memory_that_runs_out_fails_the_run_in_words(client: httpx.Client, server: RunningServer) -> None:
    """The worker may hold no more than it has: what it asks for next is refused, as on a machine that is full."""
    resource = pytest.importorskip("resource")
    assert hasattr(resource, "prlimit"), "needs Linux"
    spec = endless_spec(
        network={"nodes": [linear("fc1", 2000), linear("fc2", 2)]},
        batch_size=2000,
        data={"dataset": "xor", "options": {"samples": 5000}},
    )
    run = start(client, spec, paused=True)
    process = worker_of(client, server, run, set())
    size = process.memory_info().vms
    resource.prlimit(process.pid, resource.RLIMIT_AS, (size, size))
    # The last batch of an epoch is shorter, and needs other arrays than those at hand.
    assert command(client, run, "resume").status_code == 202
    shown = wait_for_state(client, run, "failed")
    assert shown["error"]["code"] == "out_of_memory"
    assert "batch_size" in shown["error"]["hint"]
    wait_for_no_workers(server)
