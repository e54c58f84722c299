"""What is found wrong in a run: shown with the figures that the API tells, tried beside in the arena, and applied."""

from __future__ import annotations

import re
from typing import Any

import httpx
from playwright.sync_api import Page, expect

from tests.e2e.links import link_to, run_of
from tests.support.runs import wait_until
from tests.support.server import RunningServer
from tests.support.specs import linear

TRAINING = 120_000
"""Milliseconds that training may take on a busy machine."""


def deep_sigmoid() -> dict[str, Any]:
    """Return a run of five sigmoid layers whose weights are drawn with standard deviation 10, without an end."""
    hidden = [
        node
        for number in range(1, 6)
        for node in (
            linear(f"fc{number}", 100, weight_init={"kind": "normal", "std": 10}),
            {"id": f"sigmoid{number}", "kind": "sigmoid"},
        )
    ]
    return {
        "data": {"dataset": "digits"},
        "network": {"nodes": [{"id": "flat1", "kind": "flatten"}, *hidden, linear("out", 10)]},
        "optimizer": {"kind": "sgd", "learning_rate": 0.01},
        "batch_size": 32,
        "epochs": 10_000,
    }


def find(page: Page, server: RunningServer) -> dict[str, Any]:
    """Train the network until something is found in it, pause, open the tab, and return the run."""
    page.goto(link_to(server, deep_sigmoid()))
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("diagnosis-count")).not_to_have_text("0", timeout=TRAINING)
    page.get_by_test_id("pause").click()
    wait_until(lambda: run_of(page, server)["state"] == "paused")
    page.get_by_test_id("dock-tab-diagnosis").click()
    return run_of(page, server)


def test_findings_are_shown_with_the_figures_that_the_api_tells(page: Page, server: RunningServer) -> None:
    run = find(page, server)
    findings = run["findings"]
    assert findings
    panel = page.get_by_test_id("diagnosis")
    expect(page.get_by_test_id("diagnosis-count")).to_have_text(str(len(findings)))
    drawn = panel.locator("article").evaluate_all("all => all.map(each => ({...each.dataset}))")
    assert [(one["node"], float(one["value"]), float(one["limit"]), int(one["step"])) for one in drawn] == [
        (one["node"], one["value"], one["limit"], one["step"]) for one in findings
    ]
    for place, finding in enumerate(findings):
        card = panel.locator("article").nth(place)
        for words in ("message", "detail", "why"):
            expect(card).to_contain_text(finding[words])
    # The node says it too: on its card, and in its panel once the finding's button has selected it.
    node = findings[0]["node"]
    expect(page.get_by_test_id(f"node-{node}")).to_contain_text(findings[0]["badge"])
    panel.locator("article").first.get_by_role("button", name=node, exact=True).click()
    expect(page.get_by_test_id("node-findings")).to_contain_text(findings[0]["message"])
    expect(page.get_by_test_id("diagnosis-news")).to_contain_text(findings[0]["message"])


def test_a_mend_is_tried_beside_the_network_as_it_is(page: Page, server: RunningServer) -> None:
    run = find(page, server)
    title = run["findings"][0]["mends"][0]["title"]
    before = {other["id"] for other in httpx.get(f"{server.url}/api/runs").json()}
    page.get_by_test_id("diagnosis").get_by_role("button", name=f"Try beside: {title}").first.click()
    expect(page.get_by_test_id("arena")).to_be_visible()
    expect(page.get_by_test_id("arena")).to_contain_text(title)

    def racing() -> bool:
        runs = [other for other in httpx.get(f"{server.url}/api/runs").json() if other["id"] not in before]
        return len(runs) == 2 and all(other["step"] > 0 for other in runs)

    wait_until(racing, "two variants that train")


def test_a_mend_is_applied_and_undone(page: Page, server: RunningServer) -> None:
    find(page, server)
    first = page.get_by_test_id("diagnosis").locator("article").first
    fields = page.get_by_test_id("node-findings")
    finding = run_of(page, server)["findings"][0]
    mend = finding["mends"][0]
    assert mend["code"] == "initializer"
    weights = mend["figures"]["nodes"][0]
    page.get_by_test_id(f"node-{weights}").click()
    chosen = page.get_by_test_id("field-weight_init")
    expect(chosen).to_have_value("normal")
    first.get_by_role("button", name=f"Apply: {mend['title']}").click()
    expect(chosen).to_have_value(mend["figures"]["initializer"])
    page.get_by_test_id(f"node-{weights}").focus()
    page.keyboard.press("Control+z")
    expect(chosen).to_have_value("normal")
    expect(fields).to_have_count(0)


def test_nothing_is_found_in_the_network_that_the_page_opens_with(page: Page, server: RunningServer) -> None:
    page.goto(server.url)
    page.get_by_test_id("dock-tab-diagnosis").click()
    page.get_by_test_id("play").click()
    wait_until(lambda: (run := run_of(page, server))["epoch"] >= 1 and run["step"] > 0)
    page.get_by_test_id("pause").click()
    wait_until(lambda: run_of(page, server)["state"] in ("paused", "finished"))
    none = page.get_by_test_id("diagnosis-none")
    expect(none).to_have_attribute("data-step", str(run_of(page, server)["step"]))
    rules = httpx.get(f"{server.url}/api/catalog").json()["diagnoses"]
    for rule in rules:
        expect(none).to_contain_text(rule["title"])
    assert run_of(page, server)["findings"] == []
    assert re.fullmatch("0", page.get_by_test_id("diagnosis-count").text_content() or "")
