"""The views of classes, samples, depth and units draw what the run's own stream says, and can be held and saved."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.links import link_to, run_of
from tests.support.server import RunningServer
from tests.support.specs import convnet_spec, endless_spec, plane_spec
from tests.support.stream import ProbeKey, latest_probes

SOON = 30_000
Probes = dict[ProbeKey, dict[str, Any]]


def train(page: Page, server: RunningServer, spec: dict[str, Any], tab: str) -> Probes:
    """Train `spec` in the page to its end with a tab open, and return what the stream says of it."""
    page.goto(link_to(server, spec))
    page.get_by_test_id(f"dock-tab-{tab}").click()
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "finished", timeout=SOON)
    return latest_probes(server, run_of(page, server)["id"])


def fingerprint(values: np.ndarray) -> str:
    """Return the page's checksum of drawn values: FNV-1a over their bytes (`draw/checksum.ts`)."""
    digest = 0x811C9DC5
    for byte in values.tobytes():
        digest = ((digest ^ byte) * 0x01000193) & 0xFFFFFFFF
    return f"{digest:08x}"


def restored(probe: dict[str, Any]) -> np.ndarray:
    """Return the values that were sent in half precision, as the page decodes them."""
    return (probe["values"].astype(np.float64) * probe["scale"]).astype(np.float32)


def saved_rows(page: Page, view: str) -> list[dict[str, str]]:
    """Save a view's figures, and return the rows of the file."""
    page.get_by_test_id(f"save-{view}").click()
    with page.expect_download() as told:
        page.get_by_test_id(f"save-{view}-csv").click()
    text = Path(told.value.path()).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert told.value.suggested_filename == f"neurarium-{view}-step-{max(int(row['step']) for row in rows)}.csv"
    return rows


@pytest.fixture
def images() -> dict[str, Any]:
    """A short run on images, of which a third is kept to validate."""
    return convnet_spec(data={"dataset": "digits", "train_size": 300, "validation_fraction": 0.3})


def test_the_confusion_matrix_holds_the_streams_counts_on_screen_and_in_its_file(
    page: Page, server: RunningServer, images: dict[str, Any]
) -> None:
    probe = train(page, server, images, "mistakes")["confusion", "fc1", None]
    drawn = page.get_by_test_id("confusion")
    expect(drawn).to_have_attribute("data-step", str(probe["step"]), timeout=SOON)
    expect(drawn).to_have_attribute("data-counts", " ".join(map(str, probe["counts"].ravel())))
    assert probe["counts"].sum() == run_of(page, server)["samples"]["validation"]
    rows = saved_rows(page, "confusion")
    table = np.zeros_like(probe["counts"])
    for row in rows:
        table[int(row["true_class"]), int(row["predicted_class"])] = int(row["count"])
        assert int(row["step"]) == probe["step"]
    np.testing.assert_array_equal(table, probe["counts"])
    recall = {int(row["true_class"]): float(row["recall"]) for row in rows if row["recall"]}
    for actual, found in recall.items():
        assert found == pytest.approx(probe["counts"][actual, actual] / probe["counts"][actual].sum())


def test_cells_of_the_confusion_matrix_are_read_by_keyboard(
    page: Page, server: RunningServer, images: dict[str, Any]
) -> None:
    counts = train(page, server, images, "mistakes")["confusion", "fc1", None]["counts"]
    cells = page.get_by_test_id("confusion-cells")
    cells.focus()
    page.keyboard.press("ArrowDown")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(cells.get_by_role("status")).to_have_text(re.compile(rf"^0 taken for 3: {counts[0, 3]}$"))


def test_the_hardest_samples_are_those_of_the_stream_and_a_click_pins_one(
    page: Page, server: RunningServer, images: dict[str, Any]
) -> None:
    probe = train(page, server, images, "mistakes")["worst_samples", "fc1", None]
    shown = page.get_by_test_id("hardest-samples")
    expect(shown).to_have_attribute("data-step", str(probe["step"]), timeout=SOON)
    buttons = shown.get_by_role("button")
    expect(buttons).to_have_count(len(probe["samples"]))
    losses = [float(buttons.nth(place).get_attribute("data-loss") or "nan") for place in range(len(probe["losses"]))]
    np.testing.assert_array_equal(np.array(losses, np.float32), probe["losses"])
    hardest = int(probe["samples"][0])
    buttons.first.click()
    expect(buttons.first).to_have_attribute("aria-pressed", "true", timeout=SOON)
    assert run_of(page, server)["settings"]["pinned_sample"] == hardest
    page.get_by_test_id("dock-tab-maps").click()
    expect(page.get_by_test_id("pinned-place")).to_have_value(str(hardest), timeout=SOON)
    expect(page.get_by_test_id("pinned-target")).to_have_text(str(probe["targets"][0]))
    expect(page.get_by_test_id("pinned-predicted")).to_have_text(str(probe["predicted"][0]))


def test_the_feature_maps_of_every_layer_are_those_of_the_stream(
    page: Page, server: RunningServer, images: dict[str, Any]
) -> None:
    probes = train(page, server, images, "maps")
    nodes = ["input", *(node["id"] for node in images["network"]["nodes"])]
    for node in nodes:
        probe = probes["feature_maps", node, None]
        drawn = page.get_by_test_id(f"maps-{node}")
        drawn.scroll_into_view_if_needed()
        expect(drawn).to_have_attribute("data-step", str(probe["step"]), timeout=SOON)
        expect(drawn).to_have_attribute("data-checksum", fingerprint(restored(probe)))
    rows = [row for row in saved_rows(page, "feature-maps") if row["node"] == "conv1"]
    values = np.array([float(row["value"]) for row in rows], np.float32)
    np.testing.assert_array_equal(values, restored(probes["feature_maps", "conv1", None]).ravel())


def test_predicted_and_measured_variances_are_those_of_the_stream(
    page: Page, server: RunningServer, images: dict[str, Any]
) -> None:
    probes = train(page, server, images, "signal")
    told = [probe for (name, _, _), probe in probes.items() if name == "signal_propagation"]
    drawn = page.get_by_test_id("signal-propagation")
    expect(drawn).to_have_attribute("data-step", str(told[0]["step"]), timeout=SOON)
    measured = [float(value) for value in (drawn.get_attribute("data-measured") or "").split(" ")]
    assert measured == [probe["variance"] for probe in told]
    rows = saved_rows(page, "signal-propagation")
    assert [row["node"] for row in rows] == [probe["node"] for probe in told]
    for row, probe in zip(rows, told, strict=True):
        assert float(row["variance"]) == probe["variance"]
        assert (float(row["predicted"]) if row["predicted"] else None) == probe["predicted"]


def test_a_unit_that_is_pointed_at_takes_the_place_of_the_decision_surface(page: Page, server: RunningServer) -> None:
    probes = train(page, server, plane_spec(), "decision")
    surface, unit = page.get_by_test_id("decision-surface"), probes["unit_surfaces", "tanh1", None]
    expect(surface).to_have_attribute("data-checksum", fingerprint(probes["decision_surface", "fc2", None]["values"]))
    units = page.get_by_test_id("units-tanh1")
    expect(units).to_have_attribute("data-checksum", fingerprint(restored(unit)), timeout=SOON)
    units.hover(position={"x": 10, "y": 10})
    expect(surface).to_have_attribute("data-node", "tanh1")
    expect(surface).to_have_attribute("data-unit", "0")
    page.get_by_test_id("play").hover()
    expect(surface).not_to_have_attribute("data-node", "tanh1")


def test_frozen_views_stay_at_their_step_while_training_goes_on(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, endless_spec()))
    page.get_by_test_id("play").click()
    flow = page.get_by_test_id("gradient-flow")
    expect(flow).to_have_attribute("data-step", re.compile(r"[1-9]\d*"), timeout=SOON)
    page.get_by_test_id("freeze").click()
    expect(page.get_by_test_id("freeze")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_test_id("dock-status")).to_contain_text("frozen")
    page.get_by_test_id("dock-tab-gradients").click()
    expect(flow).to_have_attribute("data-step", re.compile(r"\d+"))
    held = flow.get_attribute("data-step") or ""
    trained = page.get_by_test_id("step-count").inner_text()
    expect(page.get_by_test_id("step-count")).not_to_have_text(trained, timeout=SOON)
    assert run_of(page, server)["step"] > int(held)
    # Another view, opened only now, shows the same moment; and so does what is saved of it.
    page.get_by_test_id("dock-tab-decision").click()
    expect(page.get_by_test_id("decision-surface")).to_have_attribute("data-step", re.compile(r"\d+"), timeout=SOON)
    assert int(page.get_by_test_id("decision-surface").get_attribute("data-step") or "") <= int(held)
    page.get_by_test_id("dock-tab-gradients").click()
    expect(flow).to_have_attribute("data-step", held)
    assert {row["step"] for row in saved_rows(page, "gradients")} == {held}
    page.get_by_test_id("freeze").click()
    expect(flow).not_to_have_attribute("data-step", held, timeout=SOON)
    page.get_by_test_id("stop").click()


def test_a_picture_is_saved_of_what_is_drawn(page: Page, server: RunningServer, images: dict[str, Any]) -> None:
    probe = train(page, server, images, "mistakes")["confusion", "fc1", None]
    expect(page.get_by_test_id("confusion")).to_have_attribute("data-step", str(probe["step"]), timeout=SOON)
    page.get_by_test_id("save-confusion").click()
    with page.expect_download() as told:
        page.get_by_test_id("save-confusion-png").click()
    assert told.value.suggested_filename == f"neurarium-confusion-step-{probe['step']}.png"
    content = Path(told.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    drawn = page.get_by_test_id("confusion").bounding_box()
    assert drawn is not None
    width, height = (int.from_bytes(content[start : start + 4], "big") for start in (16, 20))
    # Twice the pixels, a margin of 16 on three sides and a line of words above.
    assert width == pytest.approx(2 * (drawn["width"] + 32), abs=2)
    assert height == pytest.approx(2 * (drawn["height"] + 50), abs=2)


def test_without_validation_samples_the_view_says_why_it_is_empty(page: Page, server: RunningServer) -> None:
    data = {"dataset": "gaussians", "options": {"samples": 60}, "validation_fraction": 0}
    probes = train(page, server, plane_spec(data=data), "mistakes")
    assert not {name for name, _, _ in probes} & {"confusion", "worst_samples"}
    expect(page.get_by_test_id("dock-view-mistakes")).to_contain_text("keeps no validation samples")


@pytest.mark.parametrize("scale", ["flow", "signal", "confusion"])
def test_a_scale_is_chosen_and_remembered(page: Page, server: RunningServer, scale: str) -> None:
    tab = {"flow": "gradients", "signal": "signal", "confusion": "mistakes"}[scale]
    page.goto(server.url)
    page.get_by_test_id(f"dock-tab-{tab}").click()
    switch = page.get_by_test_id(f"scale-{scale}").get_by_role("button")
    before = [switch.nth(place).get_attribute("aria-pressed") for place in (0, 1)]
    switch.nth(before.index("false")).click()
    page.reload()
    expect(switch.nth(before.index("false"))).to_have_attribute("aria-pressed", "true")
    expect(switch.nth(before.index("true"))).to_have_attribute("aria-pressed", "false")
