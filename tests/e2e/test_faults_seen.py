"""What a person sees when something goes wrong, and what is left behind: nothing."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import httpx
import psutil
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PageErrors
from tests.e2e.links import link_to, run_of
from tests.support.runs import wait_until
from tests.support.server import RunningServer
from tests.support.specs import endless_spec

SOON = 30_000
"""Milliseconds; a bound for a busy machine, not what is expected."""


def workers(server: RunningServer) -> list[psutil.Process]:
    """Return the server's processes but for itself."""
    return [process for process in server.processes() if process.pid != server.pid]


def play(page: Page, server: RunningServer) -> None:
    """Open the page on a run that does not end by itself, the only one of the server, and press play."""
    for run in httpx.get(f"{server.url}/api/runs").json():
        httpx.delete(f"{server.url}/api/runs/{run['id']}", timeout=30)
    page.goto(link_to(server, endless_spec()))
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "running", timeout=SOON)
    expect(page.get_by_test_id("curve-loss").locator("canvas")).to_be_visible(timeout=SOON)


def test_a_killed_worker_is_told_and_play_begins_again(page: Page, server: RunningServer) -> None:
    play(page, server)
    (worker,) = workers(server)
    worker.send_signal(signal.SIGKILL)
    line = page.get_by_test_id("status-line")
    expect(line).to_contain_text("The process that trained was killed (SIGKILL)", timeout=SOON)
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "failed")
    assert not workers(server)
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "running", timeout=SOON)
    page.get_by_test_id("stop").click()
    wait_until(lambda: not workers(server), "the stopped run's process is still there")


def test_closing_the_tab_leaves_no_process(page: Page, tmp_path: Path) -> None:
    with RunningServer(tmp_path / "home", NEURARIUM_UNWATCHED_SECONDS="1") as server:
        play(page, server)
        run = run_of(page, server)
        assert len(workers(server)) == 1
        page.close()
        wait_until(lambda: not workers(server), "the run's process outlived its last viewer")
        told = httpx.get(f"{server.url}/api/runs/{run['id']}").json()
        assert told["state"] == "stopped"
        assert "Nobody had been watching" in told["reason"]


def test_a_reload_takes_the_run_up_where_it_is(page: Page, server: RunningServer) -> None:
    play(page, server)
    before = run_of(page, server)
    page.reload()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "running", timeout=SOON)
    assert run_of(page, server)["id"] == before["id"]
    page.get_by_test_id("stop").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "stopped", timeout=SOON)


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_server_that_ends_leaves_no_process_and_the_page_says_so(
    page: Page, page_errors: PageErrors, tmp_path: Path, way: signal.Signals
) -> None:
    page_errors.allow("WebSocket|ERR_CONNECTION_REFUSED|Failed to load resource")
    server = RunningServer(tmp_path / "home").start()
    try:
        play(page, server)
        (worker,) = workers(server)
        os.kill(server.pid, way)
        expect(page.get_by_test_id("status-line")).to_contain_text(
            re.compile("connection to the server is lost", re.IGNORECASE), timeout=SOON
        )
        wait_until(lambda: not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE, "the worker lives on")
    finally:
        server.kill()
