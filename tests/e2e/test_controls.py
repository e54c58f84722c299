"""Each control of a run acts on the run itself, as the API tells it; how it stands is in view on small screens, too."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import httpx
import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.links import link_to, run_of
from tests.support.runs import wait_until
from tests.support.server import RunningServer
from tests.support.specs import endless_spec
from tests.support.stream import latest_probes

SOON = 30_000


@pytest.fixture
def endless(page: Page, server: RunningServer) -> Page:
    """Open the page on a network that trains until it is stopped."""
    page.goto(link_to(server, endless_spec()))
    expect(page.get_by_test_id("node-fc1")).to_be_visible()
    return page


def expect_state(page: Page, state: str) -> None:
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", state, timeout=SOON)


def limit(page: Page, speed: str) -> None:
    """Choose a speed limit from its menu."""
    page.get_by_test_id("speed-limit").click()
    page.get_by_test_id(f"speed-{speed}").click()
    expect(page.get_by_test_id("speed-limit")).to_have_attribute("data-limit", speed)


def speeds(server: RunningServer, run: str, after: int) -> list[tuple[int, float]]:
    """Return, from step `after` on, the steps at which the run measured its speed, and that speed since the last."""
    metrics: dict[str, list[Any]] = httpx.get(f"{server.url}/api/runs/{run}/metrics").json()
    rows = zip(metrics["step"], metrics.get("steps_per_second", []), strict=False)
    return [(step, speed) for step, speed in rows if step > after and speed is not None]


def mean_speed(measured: list[tuple[int, float]], steps: int) -> float | None:
    """Return the speed over all that was measured behind the first one; None where that is not so many steps yet.

    Over many steps, since each by itself may come late on a busy machine, and the next one soon after it.
    """
    if not measured or measured[-1][0] - measured[0][0] < steps:
        return None
    taken = [(to - since) / speed for (since, _), (to, speed) in pairwise(measured)]
    return (measured[-1][0] - measured[0][0]) / sum(taken)


def limit_of(server: RunningServer, run: str) -> float | None:
    return httpx.get(f"{server.url}/api/runs/{run}").json()["settings"]["steps_per_second"]


def test_a_speed_limit_bounds_the_steps_a_second_and_is_lifted(endless: Page, server: RunningServer) -> None:
    page = endless
    page.get_by_test_id("play").click()
    expect_state(page, "running")
    run = run_of(page, server)["id"]
    limit(page, "10")
    wait_until(lambda: limit_of(server, run) == 10)
    begun = run_of(page, server)["step"]
    # The first speeds after it are of a time in which it was not yet set.
    limited = wait_until(lambda: mean_speed(speeds(server, run, begun)[2:], 20))
    assert limited is not None
    assert 1 < limited < 15
    page.keyboard.press("Escape")
    page.keyboard.press("<")
    expect(page.get_by_test_id("speed-limit")).to_have_attribute("data-limit", "5")
    wait_until(lambda: limit_of(server, run) == 5)
    for _ in range(4):
        page.keyboard.press(">")
    expect(page.get_by_test_id("speed-limit")).to_have_attribute("data-limit", "none")
    wait_until(lambda: limit_of(server, run) is None)
    freed = run_of(page, server)["step"]
    wait_until(lambda: (mean_speed(speeds(server, run, freed)[2:], 20) or 0) > 5 * limited)
    page.get_by_test_id("stop").click()
    expect_state(page, "stopped")


def test_a_speed_limit_that_is_set_before_a_run_holds_in_it(endless: Page, server: RunningServer) -> None:
    page = endless
    limit(page, "2")
    page.get_by_test_id("play").click()
    expect_state(page, "running")
    run = run_of(page, server)["id"]
    wait_until(lambda: limit_of(server, run) == 2)
    measured = wait_until(lambda: mean_speed(speeds(server, run, 0), 6))
    assert measured is not None
    assert 0.2 < measured < 3
    # A reload takes the run up with its limit.
    page.reload()
    expect(page.get_by_test_id("speed-limit")).to_have_attribute("data-limit", "2")
    page.get_by_test_id("stop").click()


def test_ten_steps_and_an_epoch_are_just_as_many(endless: Page, server: RunningServer) -> None:
    page = endless
    # Before there is a run: the epoch's steps are found out on the way.
    page.get_by_test_id("step-menu").click()
    page.get_by_test_id("step-epoch").click()
    expect(page.get_by_test_id("epoch")).to_have_text(re.compile(r"^1\.00"), timeout=SOON)
    expect_state(page, "paused")
    run = run_of(page, server)
    epoch = run["steps_per_epoch"]
    assert (run["step"], run["state"]) == (epoch, "paused")
    page.get_by_test_id("step-menu").click()
    page.get_by_test_id("step-10").click()
    expect(page.get_by_test_id("step-count")).to_have_text(f"{epoch + 10:,}", timeout=SOON)
    page.keyboard.press("p")
    expect(page.get_by_test_id("step-count")).to_have_text(f"{2 * epoch + 10:,}", timeout=SOON)
    run = run_of(page, server)
    assert (run["step"], run["state"]) == (2 * epoch + 10, "paused")
    page.get_by_test_id("stop").click()
    expect_state(page, "stopped")
    assert run_of(page, server)["state"] == "stopped"


def test_a_reset_keeps_the_initial_weights_and_a_new_seed_changes_them(endless: Page, server: RunningServer) -> None:
    page = endless

    def initial(run: str) -> np.ndarray:
        probe = latest_probes(server, run)["weight_histogram", "fc1", "weight"]
        assert probe["step"] == 0
        return probe["edges"]

    page.get_by_test_id("step").click()
    expect(page.get_by_test_id("step-count")).to_have_text("1", timeout=SOON)
    page.get_by_test_id("reset").click()
    expect(page.get_by_test_id("step-count")).to_have_text("0", timeout=SOON)
    first = run_of(page, server)
    before = initial(first["id"])
    page.get_by_test_id("step").click()
    expect(page.get_by_test_id("step-count")).to_have_text("1", timeout=SOON)
    page.get_by_test_id("reset").click()
    expect(page.get_by_test_id("step-count")).to_have_text("0", timeout=SOON)
    assert (initial(first["id"]) == before).all()

    page.get_by_test_id("reseed").click()
    page.get_by_test_id("step").click()
    expect(page.get_by_test_id("step-count")).to_have_text("1", timeout=SOON)
    page.get_by_test_id("reset").click()
    expect(page.get_by_test_id("step-count")).to_have_text("0", timeout=SOON)
    second = run_of(page, server)
    assert second["id"] != first["id"]
    assert second["spec"]["seed"] != first["spec"]["seed"]
    assert str(second["spec"]["seed"]) in page.get_by_test_id("reseed").inner_text()
    assert not np.array_equal(initial(second["id"]), before)
    page.get_by_test_id("stop").click()


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1440, 900)])
def test_how_the_run_stands_is_always_in_view(endless: Page, server: RunningServer, width: int, height: int) -> None:
    page = endless
    page.set_viewport_size({"width": width, "height": height})
    page.get_by_test_id("play").click()
    expect_state(page, "running")
    expect(page.get_by_test_id("telemetry-share")).to_have_text(re.compile(r"^[\d.]+ %$"), timeout=SOON)
    expect(page.get_by_test_id("speed")).to_have_text(re.compile(r"^[\d,.]+$"), timeout=SOON)
    page.get_by_test_id("pause").click()
    expect_state(page, "paused")
    run = run_of(page, server)
    expect(page.get_by_test_id("step-count")).to_have_text(f"{run['step']:,}")
    expect(page.get_by_test_id("engine")).to_have_text(f"numpy · {run['device']}")
    metrics = httpx.get(f"{server.url}/api/runs/{run['id']}/metrics").json()
    share = [value for value in metrics["telemetry_share"] if value is not None][-1]
    expect(page.get_by_test_id("telemetry-share")).to_have_text(f"{share * 100:.1f} %")
    for figure in ("state", "epoch", "step-count", "speed", "engine", "telemetry-share", "field-live-learning_rate"):
        box = page.get_by_test_id(figure).bounding_box()
        assert box is not None, figure
        assert box["x"] >= 0, figure
        assert box["x"] + box["width"] <= width, figure
        assert box["y"] + box["height"] <= height / 4, figure
    page.get_by_test_id("stop").click()


def test_the_help_sheet_names_every_control(endless: Page) -> None:
    page = endless
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog")
    for act in ("play or pause", "one step", "ten steps", "one epoch", "reset", "re-seed", "stop", "slower", "faster"):
        expect(sheet.get_by_text(re.compile(act)).first).to_be_visible()
