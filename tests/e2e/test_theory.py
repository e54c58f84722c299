"""What theory says stands beside what was measured, and both are the server's own numbers."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.links import link_to
from tests.support.server import RunningServer
from tests.support.specs import plane_spec

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
