"""A first visit: a network is there, play works, and four hints lead on."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.runs import wait_until
from tests.support.server import RunningServer

SOON = 30_000


def test_hints_lead_a_first_visitor_on_and_do_not_come_back(page: Page, server: RunningServer) -> None:
    page.goto(server.url)
    hint = page.get_by_test_id("hint")
    expect(hint).to_have_attribute("data-hint", "play")
    expect(page.get_by_test_id("play")).to_have_attribute("data-hinted", "")
    page.get_by_test_id("play").click()
    expect(hint).to_have_attribute("data-hint", "look", timeout=SOON)
    expect(page.get_by_test_id("node-conv1")).to_have_attribute("data-hinted", "")
    page.get_by_test_id("node-conv1").click()
    expect(hint).to_have_attribute("data-hint", "change", timeout=SOON)
    page.get_by_test_id("rate-up").click()
    expect(hint).to_have_attribute("data-hint", "boundary", timeout=SOON)
    page.get_by_test_id("preset-menu").click()
    page.get_by_test_id("preset-spiral_mlp").click()
    # The status line takes the hint's place for a while; that it was followed is known once it is remembered.
    wait_until(lambda: page.evaluate("localStorage.getItem('neurarium.hints.v1')") == "seen", "the last hint stays")
    page.reload()
    expect(page.get_by_test_id("preset-menu")).to_be_visible()
    expect(hint).to_have_count(0)


def test_hints_can_be_dismissed_at_once_and_for_good(page: Page, server: RunningServer) -> None:
    page.goto(server.url)
    page.get_by_test_id("hint-dismiss").click()
    expect(page.get_by_test_id("hint")).to_have_count(0)
    page.reload()
    expect(page.get_by_test_id("preset-menu")).to_be_visible()
    expect(page.get_by_test_id("hint")).to_have_count(0)
