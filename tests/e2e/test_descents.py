"""Optimizers on a surface, in a real browser: what is drawn is where the server says that they went."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.links import link_to
from tests.support.server import RunningServer
from tests.support.specs import plane_spec

SOON = 30_000
A_WAY = re.compile('"sgd"')
"""In what is drawn, once there is a way."""


def opened(page: Page, server: RunningServer) -> Locator:
    """Open the view, and return its map once it is drawn."""
    page.goto(server.url)
    page.get_by_test_id("open-descents").click()
    found = page.get_by_test_id("descents-map")
    expect(found).to_have_attribute("data-ends", A_WAY, timeout=SOON)
    return found


def ways_after(page: Page, act: Callable[[], object]) -> dict[str, Any]:
    """Return what the server answers to the question that `act` makes the page ask; maps are asked for apart."""

    def is_it(response: Any) -> bool:
        return response.url.endswith("/api/descents") and "grid" not in json.loads(response.request.post_data)

    with page.expect_response(is_it) as asked:
        act()
    assert asked.value.ok, asked.value.text()
    return asked.value.json()


def drawn_ends(page: Page, server: RunningServer) -> dict[str, tuple[float, float]]:
    """Return where the drawn ways end, read back from pixels by the map's own frame."""
    found = page.get_by_test_id("descents-map")
    kind = page.get_by_test_id("descents-surface").input_value()
    catalog = httpx.get(f"{server.url}/api/catalog").json()["surfaces"]
    (surface,) = (entry for entry in catalog if entry["kind"] == kind)
    left, right, bottom, top = json.loads(found.get_attribute("data-frame") or "")
    (x_low, x_high), (y_low, y_high) = surface["x_range"], surface["y_range"]
    return {
        name: (
            x_low + (x - left) / (right - left) * (x_high - x_low),
            y_low + (y - bottom) / (top - bottom) * (y_high - y_low),
        )
        for name, (x, y) in json.loads(found.get_attribute("data-ends") or "").items()
    }


def assert_drawn(page: Page, server: RunningServer, body: dict[str, Any], step: int | None = None) -> None:
    """Wait until the picture is that of the answer, and compare every end."""
    found = page.get_by_test_id("descents-map")
    if step is not None:
        expect(found).to_have_attribute("data-step", str(step))
    last = 10**6 if step is None else step
    expected = {path["optimizer"]: (path["x"][: last + 1][-1], path["y"][: last + 1][-1]) for path in body["descents"]}
    drawn = drawn_ends(page, server)
    for _ in range(100):
        if drawn.keys() == expected.keys() and all(drawn[k] == pytest.approx(expected[k], abs=1e-6) for k in expected):
            return
        page.wait_for_timeout(50)
        drawn = drawn_ends(page, server)
    assert drawn == {name: pytest.approx(end, abs=1e-6) for name, end in expected.items()}


def test_the_ways_end_where_the_server_says(page: Page, server: RunningServer) -> None:
    opened(page, server)
    body = ways_after(page, lambda: page.get_by_test_id("descents-surface").select_option("rosenbrock"))
    assert_drawn(page, server, body)
    body = ways_after(page, page.get_by_test_id("descents-tick-bfgs").check)
    assert {path["optimizer"] for path in body["descents"]} >= {"sgd", "bfgs", "newton"}
    assert_drawn(page, server, body)
    row = page.get_by_test_id("descents-outcome-bfgs")
    expect(row).to_have_attribute("data-end", "stationary")
    (bfgs,) = (path for path in body["descents"] if path["optimizer"] == "bfgs")
    expect(row.locator("[data-column=taken]")).to_have_text(str(bfgs["end"]["steps"]))
    expect(row.locator("[data-column=evaluations]")).to_have_text(str(bfgs["evaluations"]))
    # Independently: a script that asks the same gets the same.
    request = {"surface": {"kind": "rosenbrock"}, "descents": [{"optimizer": {"kind": "bfgs"}}], "steps": 50}
    asked = httpx.post(f"{server.url}/api/descents", json=request).json()["descents"][0]
    assert (asked["x"], asked["y"]) == (bfgs["x"], bfgs["y"])


def test_the_start_is_moved_by_figures_keys_and_dragging(page: Page, server: RunningServer) -> None:
    opened(page, server)
    page.get_by_test_id("descents-x").fill("5")
    body = ways_after(page, lambda: page.get_by_test_id("descents-y").fill("-3"))
    assert body["start"] == [5, -3]
    assert_drawn(page, server, body)
    handle = page.get_by_test_id("descents-start")
    handle.focus()
    body = ways_after(page, lambda: page.keyboard.press("ArrowLeft"))
    assert body["start"] == pytest.approx([4.8, -3])
    found = page.get_by_test_id("descents-map")
    left, right, bottom, top = json.loads(found.get_attribute("data-frame") or "")
    box = found.bounding_box()
    at = handle.bounding_box()
    assert box
    assert at

    def drag() -> None:
        page.mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + (left + right) / 2, box["y"] + bottom + 0.75 * (top - bottom), steps=5)
        page.mouse.up()

    body = ways_after(page, drag)
    assert body["start"] == pytest.approx([0, 2.5], abs=0.1)
    assert_drawn(page, server, body)


def test_steps_are_scrubbed_and_played_to_the_end(page: Page, server: RunningServer) -> None:
    opened(page, server)
    body = ways_after(page, lambda: page.get_by_test_id("descents-steps").fill("20"))
    assert_drawn(page, server, body, 20)
    page.get_by_test_id("descents-scrub").fill("3")
    assert_drawn(page, server, body, 3)
    (adam,) = (path for path in body["descents"] if path["optimizer"] == "adam")
    shown = page.get_by_test_id("descents-outcome-adam").locator("[data-column=now]")
    assert float(shown.inner_text()) == pytest.approx(adam["value"][3], rel=0.01)
    page.get_by_test_id("descents").press("Space")
    expect(page.get_by_test_id("descents-play")).to_have_text("Play", timeout=SOON)
    assert_drawn(page, server, body, 20)


def test_settings_change_the_way_and_a_link_brings_it_back(page: Page, server: RunningServer) -> None:
    opened(page, server)
    page.get_by_test_id("descents-settings-sgd").click()
    form = page.get_by_test_id("descents-form-sgd")
    body = ways_after(page, lambda: form.get_by_test_id("field-optimizer.learning_rate").fill("1.5"))
    (sgd,) = (path for path in body["descents"] if path["optimizer"] == "sgd")
    assert sgd["end"]["code"] == "diverged" or abs(sgd["y"][-1]) > 5
    assert_drawn(page, server, body)
    expect(page).to_have_url(re.compile("descents="))
    again = page.context.new_page()
    again.goto(page.url)
    expect(again.get_by_test_id("descents-map")).to_have_attribute("data-ends", A_WAY, timeout=SOON)
    assert_drawn(again, server, body)


def test_it_opens_with_the_networks_optimizer_and_leaves_by_escape(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, plane_spec(optimizer={"kind": "rmsprop", "learning_rate": 0.25})))
    body = ways_after(page, page.get_by_test_id("settings-open-descents").click)
    (rmsprop,) = (path for path in body["descents"] if path["optimizer"] == "rmsprop")
    assert rmsprop["learning_rate"][0] == 0.25
    expect(page.get_by_test_id("descents-tick-rmsprop")).to_be_checked()
    expect(page.get_by_test_id("descents")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("descents")).to_have_count(0)
    page.keyboard.press("o")
    expect(page.get_by_test_id("descents")).to_be_visible()


def test_reduced_motion_goes_to_the_end_at_once(page: Page, server: RunningServer) -> None:
    page.emulate_media(reduced_motion="reduce")
    found = opened(page, server)
    page.get_by_test_id("descents-scrub").fill("0")
    expect(found).to_have_attribute("data-step", "0")
    page.get_by_test_id("descents-play").click()
    expect(found).to_have_attribute("data-step", "50")
    expect(page.get_by_test_id("descents-play")).to_have_text("Play")


def test_it_speaks_chinese(page: Page, server: RunningServer) -> None:
    page.goto(f"{server.url}/?lang=zh-CN")
    page.get_by_test_id("open-descents").click()
    expect(page.get_by_test_id("descents")).to_contain_text("曲面上的优化器")
    expect(page.get_by_test_id("descents-outcome-newton")).to_contain_text("梯度为 0", timeout=SOON)
    expect(page.get_by_test_id("descents-outcome-newton").locator("td").last).to_have_attribute(
        "title", "这里的梯度为 0：是极小值、鞍点或极大值。"
    )
