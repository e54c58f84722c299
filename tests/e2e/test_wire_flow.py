"""Gradients on the wires: each is as wide as the norm that was measured in the layer it leads to."""

from __future__ import annotations

import math
import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.links import link_to, run_of
from tests.support.server import RunningServer
from tests.support.specs import endless_spec
from tests.support.stream import latest_probes

SOON = 60_000


def test_a_wire_is_as_wide_as_the_gradient_measured_behind_it(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, endless_spec()))
    page.get_by_test_id("step").click()
    expect(page.get_by_test_id("miniature-fc2")).to_have_attribute("data-step", "1", timeout=SOON)
    flows = page.locator("[data-testid^=flow-]")
    expect(flows).to_have_count(0)
    switch = page.get_by_test_id("graph-flow")
    switch.focus()
    page.keyboard.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_test_id("flow-legend")).to_contain_text("1e-6")

    measured = latest_probes(server, run_of(page, server)["id"])
    for wire, node in (("flow-input-fc1", "fc1"), ("flow-tanh1-fc2", "fc2")):
        stats = measured["gradient_stats", node, None]
        norm = math.hypot(*(one["norm"] for one in stats["parameters"].values()))
        drawn = page.get_by_test_id(wire)
        expect(drawn).to_have_attribute("data-step", str(stats["step"]))
        assert float(drawn.get_attribute("data-norm") or "nan") == pytest.approx(norm, rel=1e-5)
        path = drawn.locator(".react-flow__edge-path")
        width = float(path.evaluate("(path) => parseFloat(getComputedStyle(path).strokeWidth)"))
        assert width == pytest.approx(1 + 8 * (math.log10(norm) + 6) / 7, abs=0.01)
        expect(drawn.locator("title").first).to_have_text(re.compile(rf"{node} at step {stats['step']}"))
    assert page.get_by_test_id("flow-fc1-tanh1").count() == 0, "tanh has no weights: nothing is measured in it"

    page.keyboard.press("Enter")
    expect(flows).to_have_count(0)
