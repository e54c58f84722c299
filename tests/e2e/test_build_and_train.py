"""The road of a newcomer: build a convolutional network by clicking, press play, and see what was measured.

What the page draws is held against what a second viewer, in this test, receives from the same run.
"""

from __future__ import annotations

import re

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.links import run_of
from tests.support.server import RunningServer
from tests.support.stream import latest_probes

TRAINING = 120_000
"""Milliseconds that training may take on a busy machine."""


def choose(page: Page, field: str, option: str) -> None:
    """Pick an option of a select by what a person reads there."""
    page.get_by_test_id(field).select_option(label=option)


def percentage(locator: Locator) -> float:
    """Return a figure like ``98.3 %`` as a share; 0 before there is one."""
    found = re.search(r"[\d.]+", locator.inner_text())
    return float(found.group()) / 100 if found else 0.0


def attributes(locator: Locator) -> dict[str, str]:
    """Return the figures that a drawn picture carries: its data attributes."""
    return locator.evaluate("element => ({...element.dataset})")


def fingerprint(values: np.ndarray) -> str:
    """Return the FNV-1a hash, 32 bits, of float32 values: what the page writes beside filters that it has drawn."""
    hashed = 0x811C9DC5
    for byte in values.astype("<f4").tobytes():
        hashed = ((hashed ^ byte) * 0x01000193) & 0xFFFFFFFF
    return f"{hashed:08x}"


@pytest.fixture
def built(page: Page, server: RunningServer) -> Page:
    """Build, from a softmax regression and by clicks alone, a convolutional network with a hidden linear layer."""
    page.goto(server.url)
    page.get_by_test_id("preset-menu").click()
    page.get_by_test_id("preset-softmax_regression").click()
    page.get_by_test_id("node-input").click()
    page.get_by_test_id("palette-item-conv2d").click()
    page.get_by_test_id("node-conv1").click()
    page.get_by_test_id("field-out_channels").fill("8")
    page.get_by_test_id("field-out_channels").press("Enter")
    choose(page, "field-weight_init", "He normal")
    page.get_by_test_id("palette-item-relu").click()
    page.get_by_test_id("node-flat1").click()
    page.get_by_test_id("palette-item-linear").click()
    page.get_by_test_id("node-fc2").click()
    page.get_by_test_id("field-out_features").fill("32")
    page.get_by_test_id("field-out_features").press("Enter")
    choose(page, "field-weight_init", "He normal")
    page.get_by_test_id("palette-item-relu").click()
    page.keyboard.press("Escape")
    choose(page, "field-optimizer", "Adam")
    # So many that it is a person, and not the last epoch, that ends the training.
    page.get_by_test_id("field-epochs").fill("1000")
    page.get_by_test_id("field-epochs").press("Enter")
    return page


def test_a_network_built_by_clicking_learns_digits_and_is_shown_as_measured(built: Page, server: RunningServer) -> None:
    page = built
    expect(page.get_by_test_id("node-conv1")).to_contain_text("8×6×6")
    expect(page.get_by_test_id("node-fc2")).to_contain_text("32")

    page.get_by_test_id("play").click()
    accuracy = page.get_by_test_id("validation-accuracy")
    page.wait_for_function(
        "element => parseFloat(element.textContent) > 95", arg=accuracy.element_handle(), timeout=TRAINING
    )
    page.get_by_test_id("pause").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "paused")
    assert percentage(accuracy) > 0.95

    run = run_of(page, server)
    nodes = {node["id"]: node for node in run["spec"]["network"]["nodes"]}
    assert nodes["conv1"]["out_channels"] == 8
    assert nodes["fc2"]["out_features"] == 32
    assert nodes["conv1"]["weight_init"]["kind"] == nodes["fc2"]["weight_init"]["kind"] == "he_normal"
    assert run["spec"]["optimizer"]["kind"] == "adam"
    assert run["metrics"]["validation_accuracy"] == pytest.approx(percentage(accuracy), abs=0.001)

    measured = latest_probes(server, run["id"])
    for node in ("input", "conv1", "relu1", "flat1", "fc2", "relu2", "fc1"):
        histogram = measured["activation_histogram", node, None]
        assert int(histogram["counts"].sum()) == histogram["sampled"]

    page.get_by_test_id("dock-tab-activations").click()
    for node in ("conv1", "fc2"):
        page.get_by_test_id(f"node-{node}").click()
        histogram = measured["activation_histogram", node, None]
        picture = page.get_by_test_id(f"histogram-activation_histogram-{node}")
        expect(picture).to_have_attribute("data-step", str(run["step"]))
        drawn = attributes(picture)
        assert int(drawn["sampled"]) == int(drawn["countsTotal"]) == histogram["sampled"]

    page.get_by_test_id("dock-tab-filters").click()
    page.get_by_test_id("node-conv1").click()
    now = attributes(page.get_by_test_id("dock").get_by_test_id("filters-now-conv1"))
    before = attributes(page.get_by_test_id("dock").get_by_test_id("filters-before-conv1"))
    filters = measured["filters", "conv1", None]
    assert filters["weight"].shape == (8, 1, 3, 3)
    assert (int(now["step"]), int(before["step"])) == (run["step"], 0)
    assert now["checksum"] == fingerprint(filters["weight"])
    assert now["checksum"] != before["checksum"]
