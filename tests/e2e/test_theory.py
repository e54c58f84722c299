"""What theory says stands beside what was measured, and both are the server's own numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.links import link_to
from tests.support.server import RunningServer
from tests.support.specs import linear, plane_spec

SOON = 30_000


def test_the_promised_spread_of_weights_stands_beside_the_measured_one(page: Page, server: RunningServer) -> None:
    spec = plane_spec()
    page.goto(link_to(server, spec))
    page.get_by_test_id("node-fc1").click()
    spread = page.get_by_test_id("weight-spread")
    body = {"data": spec["data"], "network": spec["network"]}
    checked = httpx.post(f"{server.url}/api/networks/check", json=body).json()["nodes"][0]["starts"]["weight"]
    expect(spread.get_by_test_id("spread-promised")).to_have_text(f"{checked['std']:.2f}")
    expect(spread.get_by_test_id("spread-first")).to_have_text("–")
    page.get_by_test_id("play").click()
    expect(spread.get_by_test_id("spread-now")).not_to_have_text("–", timeout=SOON)
    # 16 weights: four standard errors are 0.71 of the promise.
    first = float(spread.get_by_test_id("spread-first").inner_text())
    assert first == pytest.approx(checked["std"], rel=0.71)


def answer_to(page: Page, path: str, act: Callable[[], object]) -> dict[str, Any]:
    """Return what the server answers to the question that `act` makes the page ask."""
    with page.expect_response(lambda response: response.url.endswith(path) and response.ok) as asked:
        act()
    return asked.value.json()


def hover(page: Page, name: str, share: float) -> None:
    """Point into a figure, at a share of its width."""
    figure = page.get_by_test_id(name)
    figure.scroll_into_view_if_needed()
    box = figure.bounding_box()
    assert box
    page.mouse.move(box["x"] + share * box["width"], box["y"] + box["height"] / 2)


def test_an_activation_shows_its_measured_curve_and_follows_its_settings(page: Page, server: RunningServer) -> None:
    nodes = [linear("fc1", 8), {"id": "elu1", "kind": "elu"}, {"id": "soft1", "kind": "softmax"}, linear("fc2", 2)]
    page.goto(link_to(server, plane_spec(network={"nodes": nodes})))
    first = answer_to(page, "/activations/curve", page.get_by_test_id("node-elu1").click)
    curve = page.get_by_test_id("activation-curve")
    expect(curve).to_have_attribute("data-points", str(len(first["x"])))
    assert min(first["y"]) == pytest.approx(-1, abs=0.01)
    figure = page.get_by_test_id("activation-figure")
    expect(figure.locator("li")).to_have_text(["output", "derivative", "saturated"])
    hover(page, "activation-curve", 0.972)
    expect(curve).to_contain_text("x 6.00 · y 6.00 · slope 1.00")

    def lower() -> None:
        page.get_by_test_id("field-alpha").fill("2.5")
        page.get_by_test_id("field-alpha").press("Enter")

    second = answer_to(page, "/activations/curve", lower)
    assert min(second["y"]) == pytest.approx(-2.5, abs=0.01)
    # For those who do not see it, the same numbers stand in a table.
    expect(figure.get_by_role("row").nth(1)).to_contain_text(f"−{-second['y'][0]:.2f}")
    # Shares of a whole have no curve of one value, and none is shown.
    page.get_by_test_id("node-soft1").click()
    expect(page.get_by_test_id("field-negative_slope")).to_have_count(0)
    expect(page.get_by_role("complementary", name="Inspector")).to_contain_text("Softmax")
    expect(page.get_by_test_id("activation-figure")).to_have_count(0)


def test_a_schedule_is_plotted_before_training(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, plane_spec()))
    page.get_by_test_id("node-fc1").wait_for()
    cosine = answer_to(page, "/schedules/curve", lambda: page.get_by_test_id("field-schedule").select_option("cosine"))
    assert cosine["total_steps"] == 18
    rates = cosine["learning_rates"]
    assert rates[0] == pytest.approx(0.1)
    assert rates == sorted(rates, reverse=True)
    curve = page.get_by_test_id("schedule-curve")
    expect(curve).to_have_attribute("data-points", "18")
    hover(page, "schedule-curve", 0.972)
    expect(curve).to_contain_text("step 17 · ")

    def longer() -> None:
        page.get_by_test_id("field-epochs").fill("10")
        page.get_by_test_id("field-epochs").press("Enter")

    assert answer_to(page, "/schedules/curve", longer)["total_steps"] == 90
