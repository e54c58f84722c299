"""The arena: variants that begin alike, are drawn as they were measured, and train together."""

from __future__ import annotations

import io
import re
from typing import Any

import httpx
import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.links import link_to
from tests.support.server import RunningServer
from tests.support.specs import endless_spec
from tests.support.stream import latest_probes

BUILT = 240_000
"""Milliseconds that a dozen workers may take to start on a busy machine."""
SOON = 60_000
ACTIVATIONS = ("sigmoid", "tanh", "relu")
INITIALIZERS = ({"kind": "normal", "std": 1}, {"kind": "normal", "std": 0.01}, "xavier_normal", "he_normal")


def fingerprint(values: np.ndarray) -> str:
    """Return the FNV-1a hash, 32 bits, of float32 values, as the page writes it."""
    hashed = 0x811C9DC5
    for byte in values.astype("<f4").tobytes():
        hashed = ((hashed ^ byte) * 0x01000193) & 0xFFFFFFFF
    return f"{hashed:08x}"


def runs_of(server: RunningServer) -> list[dict[str, Any]]:
    """Return the server's runs."""
    return httpx.get(f"{server.url}/api/runs").json()


def wait_until_ready(page: Page, count: int) -> None:
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-ready", str(count), timeout=BUILT)


def open_arena(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_test_id("open-arena").click()
    expect(page.get_by_test_id("arena")).to_be_visible()


def add(page: Page, setting: str, value: str | None = None) -> None:
    """Add a variant of the first one that differs in `setting`."""
    page.get_by_test_id("arena-add").click()
    page.get_by_test_id("arena-add-setting").select_option(setting)
    if value is not None:
        page.get_by_test_id("arena-add-value").select_option(value)
    page.get_by_test_id("arena-add-confirm").click()


def initializer_of(run: dict[str, Any]) -> tuple[str, str, float | None]:
    """Return a run's hidden activation, and the initializer of its first layer."""
    nodes = run["spec"]["network"]["nodes"]
    drawn = nodes[0]["weight_init"]
    return nodes[1]["kind"], drawn["kind"], drawn.get("std")


def cell(page: Page, node: str, row: int) -> dict[str, str]:
    """Return the figures of a drawn histogram, in the row of that place."""
    picture = page.get_by_test_id("arena-grid").locator("tbody tr").nth(row).locator(f"[data-testid$='-{node}']")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_attribute("data-step", re.compile(r"\d+"), timeout=SOON)
    return picture.evaluate("element => ({...element.dataset})")


def test_the_books_grid_shows_step_0_as_measured_and_trains(page: Page, server: RunningServer) -> None:
    open_arena(page, server.url)
    page.get_by_test_id("arena-sets").click()
    page.get_by_test_id("arena-set-book_initializers").click()
    expect(page.get_by_test_id("arena-count")).to_contain_text("12")
    wait_until_ready(page, 12)

    runs = {initializer_of(run): run["id"] for run in runs_of(server) if run["state"] == "paused"}
    assert len(runs) == 12
    rows = [(kind, drawn) for kind in ACTIVATIONS for drawn in INITIALIZERS]
    seen: dict[tuple[str, str, float | None], list[dict[str, str]]] = {}
    for row, (kind, drawn) in enumerate(rows):
        key = (kind, drawn["kind"], drawn["std"]) if isinstance(drawn, dict) else (kind, drawn, None)
        measured = latest_probes(server, runs[key])
        for number in range(1, 6):
            drawn_cell = cell(page, f"{kind}{number}", row)
            histogram = measured["activation_histogram", f"{kind}{number}", None]
            assert (drawn_cell["step"], histogram["step"]) == ("0", 0)
            assert int(drawn_cell["countsTotal"]) == int(drawn_cell["sampled"]) == histogram["sampled"]
            assert int(drawn_cell["total"]) == 1000 * 100
            assert drawn_cell["counts"] == fingerprint(histogram["counts"])
            assert drawn_cell["edges"] == fingerprint(histogram["edges"])
            assert float(drawn_cell["std"]) == pytest.approx(histogram["std"])
            seen.setdefault(key, []).append(drawn_cell)

    # As in the book: std 1 drives sigmoids to their ends, std 0.01 leaves nothing, Xavier keeps the spread.
    assert all(float(one["saturated"]) > 0.6 for one in seen["sigmoid", "normal", 1])
    assert float(seen["tanh", "normal", 0.01][4]["std"]) < 1e-4
    spreads = [float(one["std"]) for one in seen["tanh", "xavier_normal", None]]
    assert min(spreads) > 0.5 * max(spreads)
    assert float(seen["relu", "normal", 1][4]["std"]) > 1000

    page.get_by_test_id("arena-play").click()
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-ended", "1", timeout=BUILT)
    page.get_by_test_id("arena-pause").click()
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-training", "0", timeout=SOON)
    trained = {initializer_of(run): run for run in runs_of(server)}
    assert trained["relu", "normal", 1]["state"] == "diverged"
    assert all(run["step"] > 0 for run in trained.values())

    # Away from the button, whose hint Escape would close first.
    page.mouse.move(700, 600)
    expect(page.get_by_role("tooltip")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("arena")).to_have_count(0)
    expect(page.get_by_test_id("play")).to_be_visible()
    page.wait_for_function("async () => (await (await fetch('/api/runs')).json()).length === 0", timeout=SOON)


def test_variants_that_differ_in_the_optimizer_begin_with_the_same_weights(page: Page, server: RunningServer) -> None:
    before = {run["id"] for run in runs_of(server)}
    open_arena(page, link_to(server, endless_spec()))
    add(page, "optimizer", "adam")
    wait_until_ready(page, 2)
    fresh = [run for run in runs_of(server) if run["id"] not in before]
    assert sorted(run["spec"]["optimizer"]["kind"] for run in fresh) == ["adam", "sgd"]
    one, other = (
        np.load(io.BytesIO(httpx.get(f"{server.url}/api/runs/{run['id']}/weights?format=npz").content)) for run in fresh
    )
    assert set(one.files) == set(other.files) == {"fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"}
    for name in one.files:
        np.testing.assert_array_equal(one[name], other[name])

    page.get_by_test_id("arena-view-outcomes").click()
    expect(page.locator("[data-testid^='arena-start-']").nth(1)).to_have_text("4 / 4")
    page.get_by_test_id("arena-step-menu").click()
    page.get_by_test_id("arena-step-10").click()
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-furthest", "10", timeout=SOON)
    fresh = [run for run in runs_of(server) if run["id"] not in before]
    page.wait_for_function(
        "() => [...document.querySelectorAll('[data-measure=\"trainLoss.last\"]')].every(e => e.dataset.value)"
    )
    shown = page.eval_on_selector_all("[data-measure='trainLoss.last']", "all => all.map(e => Number(e.dataset.value))")
    by_kind = {run["spec"]["optimizer"]["kind"]: run["metrics"]["train_loss"] for run in fresh}
    assert shown == pytest.approx([by_kind["sgd"], by_kind["adam"]], rel=1e-5)

    page.wait_for_url(re.compile("arena="))
    page.reload()
    expect(page.get_by_test_id("arena-count")).to_contain_text("2", timeout=SOON)
    wait_until_ready(page, 2)


def test_a_variant_comes_into_the_studio_with_its_run(page: Page, server: RunningServer) -> None:
    open_arena(page, link_to(server, endless_spec()))
    add(page, "activation", "relu")
    wait_until_ready(page, 2)
    page.get_by_test_id("arena-step").click()
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-furthest", "1", timeout=SOON)
    page.locator("[data-testid^='arena-take-']").nth(1).click()
    expect(page.get_by_test_id("arena")).to_have_count(0)
    expect(page.get_by_test_id("node-relu1")).to_be_visible()
    expect(page.get_by_test_id("step-count")).to_have_text("1", timeout=SOON)
    page.get_by_test_id("stop").click()
