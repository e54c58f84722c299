"""The page's other promises: the address keeps the network, errors stand before play, controls act on the real run."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.links import link_to, run_of
from tests.support.server import RunningServer
from tests.support.specs import endless_spec
from tests.support.stream import latest_probes

SOON = 30_000


def test_pressing_play_on_the_first_visit_works_at_once(page: Page, server: RunningServer) -> None:
    page.goto(server.url)
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", re.compile("running|finished"), timeout=SOON)
    expect(page.get_by_test_id("miniature-relu1")).to_have_attribute("data-step", re.compile(r"\d+"), timeout=SOON)


def test_the_address_keeps_the_network(page: Page, server: RunningServer) -> None:
    page.goto(server.url)
    page.get_by_test_id("node-conv1").click()
    page.wait_for_url(re.compile("spec="))
    edited = page.url
    page.get_by_test_id("field-out_channels").fill("5")
    page.get_by_test_id("field-out_channels").press("Enter")
    expect(page.get_by_test_id("node-conv1")).to_contain_text("5×8×8")
    page.wait_for_function("before => location.href !== before", arg=edited)
    page.reload()
    expect(page.get_by_test_id("node-conv1")).to_contain_text("5×8×8")


def test_a_broken_link_is_told_and_the_page_still_works(page: Page, server: RunningServer) -> None:
    page.goto(f"{server.url}/#spec=not-a-network")
    expect(page.get_by_test_id("status-line")).to_be_visible()
    expect(page.get_by_test_id("node-conv1")).to_be_visible()


def test_an_error_stands_on_its_node_before_play(page: Page, server: RunningServer) -> None:
    page.goto(server.url)
    page.get_by_test_id("node-conv2").click()
    page.get_by_test_id("field-kernel_size").fill("9")
    page.get_by_test_id("field-kernel_size").press("Enter")
    line = page.get_by_test_id("status-line")
    expect(line).to_contain_text("A window of 9x9 does not fit into its input of 6x6")
    expect(line).to_contain_text("Set kernel_size to 6 or less")
    expect(page.get_by_test_id("play")).to_have_attribute("aria-disabled", "true")
    page.get_by_test_id("field-kernel_size").fill("3")
    page.get_by_test_id("field-kernel_size").press("Enter")
    expect(page.get_by_test_id("play")).to_have_attribute("aria-disabled", "false")


def test_step_pause_learning_rate_and_reset_act_on_the_run(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, endless_spec()))
    page.get_by_test_id("step").click()
    expect(page.get_by_test_id("step-count")).to_have_text("1", timeout=SOON)
    expect(page.get_by_test_id("miniature-fc1")).to_have_attribute("data-step", "1", timeout=SOON)
    first = latest_probes(server, run_of(page, server)["id"])["weight_histogram", "fc1", "weight"]

    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "running", timeout=SOON)
    page.get_by_test_id("field-live-learning_rate").fill("0.05")
    page.get_by_test_id("field-live-learning_rate").press("Enter")
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "running")
    page.get_by_test_id("pause").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "paused", timeout=SOON)
    run = run_of(page, server)
    assert run["spec"]["optimizer"]["learning_rate"] == 0.05
    assert run["step"] > 1

    page.get_by_test_id("reset").click()
    expect(page.get_by_test_id("step-count")).to_have_text("0", timeout=SOON)
    again = run_of(page, server)
    assert (again["id"], again["generation"]) == (run["id"], run["generation"] + 1)
    at_start = latest_probes(server, run["id"])["weight_histogram", "fc1", "weight"]
    assert at_start["step"] == 0
    page.get_by_test_id("field-live-learning_rate").fill("0.1")
    page.get_by_test_id("field-live-learning_rate").press("Enter")
    page.get_by_test_id("step").click()
    expect(page.get_by_test_id("step-count")).to_have_text("1", timeout=SOON)
    second = latest_probes(server, run["id"])["weight_histogram", "fc1", "weight"]
    assert (second["counts"] == first["counts"]).all()
    assert (second["edges"] == first["edges"]).all()
    page.get_by_test_id("stop").click()


def test_the_decision_surface_is_drawn_for_points_of_the_plane(page: Page, server: RunningServer) -> None:
    page.goto(server.url)
    page.get_by_test_id("preset-menu").click()
    page.get_by_test_id("preset-spiral_mlp").click()
    page.get_by_test_id("dock-tab-decision").click()
    page.get_by_test_id("play").click()
    surface = page.get_by_test_id("decision-surface")
    expect(surface).to_have_attribute("data-step", re.compile(r"[1-9]\d*"), timeout=SOON)


def test_everything_needed_to_train_is_reached_by_keyboard(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, endless_spec()))
    expect(page.get_by_test_id("node-fc1")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("drop")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("node-drop1")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    expect(page.get_by_test_id("node-drop1")).to_have_count(0)
    page.keyboard.press("Space")
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "running", timeout=SOON)
    page.keyboard.press("Space")
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "paused", timeout=SOON)
    page.keyboard.press(".")
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "stopped", timeout=SOON)
