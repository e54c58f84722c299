"""The glass box: what it shows of a step is what the run's own trace says, number by number and line by line.

The test asks the API for the same step and compares: maps by the fingerprint of the values that were drawn, cells by
the values beside them, source by what Python itself reads from the scratch engine's classes.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from typing import Any

import httpx
import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from neurarium.engines.scratch import layers, losses, optimizers
from neurarium.spec.layers import LAYERS
from neurarium.spec.losses import LOSSES
from neurarium.spec.optimizers import OPTIMIZERS
from tests.e2e.conftest import PageErrors
from tests.e2e.links import link_to, run_of
from tests.e2e.test_build_and_train import attributes, fingerprint
from tests.support.server import RunningServer
from tests.support.specs import convnet_spec, endless_spec, linear, plane_spec

SOON = 30_000
CONV = {"id": "conv1", "kind": "conv2d", "out_channels": 3, "kernel_size": 3, "padding": 1}
BRANCHED = [
    CONV,
    {"id": "norm1", "kind": "batch_norm"},
    {"id": "relu1", "kind": "relu"},
    {"id": "drop1", "kind": "dropout", "p": 0.3},
    {"id": "skip1", "kind": "add", "inputs": ["drop1", "conv1"]},
    {"id": "pool1", "kind": "max_pool2d", "kernel_size": 2},
    {"id": "flat1", "kind": "flatten"},
    linear("fc1", 10),
]
"""Every sort of layer that the page draws in its own way: windows, statistics, a mask, two inputs, a matrix."""
NAMES = [str(node["id"]) for node in BRANCHED]


@pytest.fixture
def glass(page: Page, server: RunningServer) -> Locator:
    """Train one step of a branched convolutional network, hold it, and open the glass box at its convolution."""
    spec = convnet_spec(network={"nodes": BRANCHED}, batch_size=6)
    page.goto(link_to(server, spec))
    take_one_step(page)
    page.get_by_test_id("node-conv1").click()
    page.keyboard.press("g")
    box = page.get_by_test_id("glass-box")
    expect(box).to_have_attribute("data-step", "2", timeout=SOON)
    return box


def take_one_step(page: Page) -> None:
    page.get_by_test_id("step").click()
    expect(page.get_by_test_id("step-count")).to_have_text("1", timeout=SOON)
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "paused")


def trace_of(page: Page, server: RunningServer, samples: int = 6, **question: Any) -> dict[str, Any]:
    """Return the step that the run makes next, as a script would get it."""
    run = run_of(page, server)["id"]
    answer = httpx.post(f"{server.url}/api/runs/{run}/trace", json={"samples": samples, **question}, timeout=30)
    assert answer.status_code == 200, answer.text
    return answer.json()


def weights_of(page: Page, server: RunningServer) -> bytes:
    run = run_of(page, server)["id"]
    return httpx.get(f"{server.url}/api/runs/{run}/weights").content


def array(tensor: dict[str, Any]) -> np.ndarray:
    return np.array(tensor["values"], np.float32).reshape(tensor["shape"])


def node_of(nodes: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(node for node in nodes if node["node"] == name)


def expect_figure(glass: Locator, name: str, values: np.ndarray) -> None:
    """Hold a figure against one sample of a tensor: its shape, the channel that is drawn, the cell that is chosen."""
    figure = glass.get_by_test_id(name)
    drawn = attributes(figure)
    assert drawn["shape"] == ",".join(map(str, values.shape)), name
    channel = values[int(drawn["channel"])] if values.ndim == 3 else values
    expect(glass.get_by_test_id(f"{name}-map")).to_have_attribute("data-checksum", fingerprint(channel))
    if "cell" in drawn:
        assert np.float32(drawn["value"]) == values.ravel()[int(drawn["cell"])], name


def expect_agreement(glass: Locator) -> tuple[float, float]:
    """Return what a cell was worked out to be and what was measured, which must be the same but for rounding."""
    check = glass.get_by_test_id("glass-check")
    expect(check).to_have_attribute("data-agrees", "true")
    shown = attributes(check)
    return float(shown["computed"]), float(shown["measured"])


def expect_place(glass: Locator, kind: str, node: str | None = None) -> None:
    expect(glass).to_have_attribute("data-pass", kind)
    if node is not None:
        expect(glass).to_have_attribute("data-node", node)


def test_every_place_shows_what_the_trace_says(page: Page, server: RunningServer, glass: Locator) -> None:
    trace = trace_of(page, server)
    forward, backward = trace["forward"], trace["backward"]
    expect_place(glass, "forward", "conv1")
    page.keyboard.press("Home")
    expect_place(glass, "data")
    expect(glass.get_by_test_id("glass-step")).to_have_text(f"step {trace['step']}")
    expect_figure(glass, "glass-output", array(trace["inputs"])[0])
    expect_figure(glass, "glass-by-input", array(trace["input_gradient"])[0])
    expect_figure(glass, "glass-target", np.eye(10, dtype=np.float32)[trace["targets"]["values"][0]])

    for name in NAMES:
        page.keyboard.press("ArrowRight")
        expect_place(glass, "forward", name)
        measured = node_of(forward, name)
        expect_figure(glass, "glass-output", array(measured["output"])[0])
        for position, given in enumerate(measured["inputs"]):
            expect_figure(glass, "glass-input" + (f"-{position}" if position else ""), array(given)[0])
        _, value = expect_agreement(glass)
        cell = int(attributes(glass.get_by_test_id("glass-output"))["cell"])
        assert np.float32(value) == array(measured["output"])[0].ravel()[cell]

    page.keyboard.press("ArrowRight")
    expect_place(glass, "loss")
    last = node_of(backward, "fc1")
    expect_figure(glass, "glass-by-output", array(last["gradient"])[0])
    assert float(attributes(glass.get_by_test_id("glass-loss"))["measured"]) == trace["loss"]
    expect_agreement(glass)

    gradients = {node["node"]: array(node["gradient"])[0] for node in backward}
    gradients["input"] = array(trace["input_gradient"])[0]
    for name in reversed(NAMES):
        page.keyboard.press("ArrowRight")
        expect_place(glass, "backward", name)
        expect_figure(glass, "glass-by-output", gradients[name])
        source = node_of(forward, name)["inputs"][0]["node"]
        expect_figure(glass, "glass-by-input", gradients[source])
        # What two layers take is the sum of both parts, so that of one alone is not compared.
        if source != "conv1":
            expect_agreement(glass)

    page.keyboard.press("ArrowRight")
    expect_place(glass, "update")
    glass.get_by_test_id("glass-update-layer").select_option("fc1")
    weight = last["parameters"]["weight"]
    expect_figure(glass, "glass-before", array(node_of(forward, "fc1")["parameters"]["weight"])[0])
    expect_figure(glass, "glass-by-weight", array(weight["gradient"])[0])
    expect_figure(glass, "glass-update", array(weight["update"])[0])
    expect_figure(glass, "glass-after", array(weight["value"])[0])
    expect_agreement(glass)
    page.keyboard.press("ArrowRight")
    expect_place(glass, "update")


def test_a_convolutions_cell_is_the_row_of_im2col_times_the_filter(
    page: Page, server: RunningServer, glass: Locator
) -> None:
    trace = trace_of(page, server)
    conv = node_of(trace["forward"], "conv1")
    filters, bias = array(conv["parameters"]["weight"]), array(conv["parameters"]["bias"])
    page.get_by_test_id("glass-sample-next").click()
    expect(glass).to_have_attribute("data-sample", "1")
    sample = np.pad(array(trace["inputs"])[1, 0].astype(float), 1)
    output = glass.get_by_test_id("glass-output")
    slider = output.get_by_role("slider").first
    slider.focus()
    slider.press("PageUp")
    slider.press("PageUp")
    # To the corner, where the window lies over the margin, and from there to the next filter.
    for _ in range(8):
        slider.press("ArrowUp")
        slider.press("ArrowLeft")
    for filter_ in range(3):
        row, column = (0, 0) if filter_ == 0 else (1, filter_)
        expect(output).to_have_attribute("data-cell", str(filter_ * 64 + row * 8 + column))
        window = sample[row : row + 3, column : column + 3]
        value = float((window * filters[filter_, 0]).sum() + bias[filter_])
        computed, measured = expect_agreement(glass)
        assert computed == pytest.approx(value, rel=1e-6, abs=1e-7)
        assert np.float32(measured) == array(conv["output"])[1, filter_, row, column]
        terms = glass.get_by_test_id("glass-terms")
        expect(terms).to_have_attribute("data-terms", "9")
        assert float(attributes(terms)["sum"]) == pytest.approx(value - bias[filter_], rel=1e-6, abs=1e-6)
        expect(glass.get_by_test_id("glass-input-map")).to_have_attribute("data-marked", "9")
        slider.press("PageDown")
        if filter_ == 0:
            slider.press("ArrowDown")
        slider.press("ArrowRight")
    # It glides by itself, and a click on a cell takes it there.
    glass.get_by_test_id("glass-glide").click()
    before = attributes(output)["cell"]
    expect(output).not_to_have_attribute("data-cell", before)
    glass.get_by_test_id("glass-glide").click()
    box = output.get_by_test_id("glass-output-map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    expect(output).to_have_attribute("data-cell", re.compile(r"^(0|64|128)$"))
    expect_agreement(glass)


def test_a_weights_derivative_adds_up_over_the_batch(page: Page, server: RunningServer, glass: Locator) -> None:
    gradient = array(node_of(trace_of(page, server)["backward"], "conv1")["parameters"]["weight"]["gradient"])
    page.get_by_test_id("glass-place-backward:conv1").click()
    glass.get_by_test_id("glass-aim-weight").click()
    expect_figure(glass, "glass-by-weight", gradient[0])
    cell = int(attributes(glass.get_by_test_id("glass-by-weight"))["cell"])
    shown = attributes(glass.get_by_test_id("glass-sum"))
    assert np.float32(shown["measured"]) == gradient[0].ravel()[cell]
    assert float(shown["sum"]) == pytest.approx(float(shown["measured"]), rel=1e-4)


def shown_lines(piece: Locator) -> tuple[list[str], list[int]]:
    """Return the lines of a piece of source as they are read, and the numbers of those that are marked."""
    found: list[list[Any]] = piece.locator("li").evaluate_all(
        "lines => lines.map((line) => "
        "[line.querySelector('code').textContent, Number(line.dataset.line), line.dataset.ran])"
    )
    return [text for text, _, _ in found], [number for _, number, ran in found if ran == "true"]


def expect_source(glass: Locator, method: Any, ran: list[dict[str, Any]]) -> None:
    """Hold a method that is shown against Python's own reading of it, and its marks against the lines that ran."""
    lines, first = inspect.getsourcelines(method)
    piece = glass.get_by_test_id(f"glass-source-{method.__name__}")
    expect(piece).to_have_attribute("data-first-line", str(first))
    file = attributes(piece)["file"]
    measured = {line for one in ran if one["file"] == file for line in one["lines"]}
    own = sorted(measured & set(range(first, first + len(lines))))
    # The source may be here before the layer's tensors are, which bring the marks.
    expect(piece.locator("li[data-ran=true]")).to_have_count(len(own))
    text, marked = shown_lines(piece)
    assert "\n".join(text) == textwrap.dedent("".join(lines)).rstrip("\n")
    assert inspect.getfile(method).replace("\\", "/").endswith(file)
    assert marked == own
    assert marked, f"nothing of {method.__qualname__} is marked"


def test_the_source_is_the_engines_own_and_what_ran_of_it_is_marked(
    page: Page, server: RunningServer, glass: Locator
) -> None:
    trace = trace_of(page, server, samples=1)
    for way in ("forward", "backward"):
        for name in ("conv1", "norm1", "drop1", "pool1", "fc1"):
            page.get_by_test_id(f"glass-place-{way}:{name}").click()
            expect_place(glass, way, name)
            node = node_of(trace[way], name)
            found = layers.implements.find(LAYERS[node["kind"]])
            expect_source(glass, inspect.unwrap(getattr(found, way)), node["lines"])
    page.get_by_test_id("glass-place-loss").click()
    loss = losses.implements.find(LOSSES["softmax_cross_entropy"])
    for way in ("forward", "backward"):
        expect_source(glass, inspect.unwrap(getattr(loss, way)), trace["loss_lines"][way])
    page.get_by_test_id("glass-place-update").click()
    adam = optimizers.implements.find(OPTIMIZERS["adam"])
    for method in (adam.step, adam.update):
        expect_source(glass, inspect.unwrap(method), trace["update_lines"])


def test_looking_leaves_the_run_as_it_was(page: Page, server: RunningServer, glass: Locator) -> None:
    before, weights = run_of(page, server), weights_of(page, server)
    for _ in range(2 * len(NAMES) + 2):
        page.keyboard.press("ArrowRight")
    expect_place(glass, "update")
    expect(glass.get_by_test_id("glass-after")).to_be_visible()
    # What was promised of the step is what it then does.
    glass.get_by_test_id("glass-update-layer").select_option("fc1")
    promised = attributes(glass.get_by_test_id("glass-after"))
    page.keyboard.press("Escape")
    expect(glass).to_have_count(0)
    expect(page.get_by_test_id("node-conv1")).to_be_visible()
    assert weights_of(page, server) == weights
    after = run_of(page, server)
    assert (after["step"], after["generation"], after["state"]) == (before["step"], before["generation"], "paused")

    page.get_by_test_id("step").click()
    expect(page.get_by_test_id("step-count")).to_have_text("2", timeout=SOON)
    made = node_of(trace_of(page, server, nodes=["fc1"])["forward"], "fc1")["parameters"]["weight"]
    assert np.float32(promised["value"]) == array(made)[0].ravel()[int(promised["cell"])]


def test_it_follows_a_run_that_holds_and_stays_while_one_trains(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, endless_spec()))
    take_one_step(page)
    page.get_by_test_id("node-tanh1").dblclick()
    glass = page.get_by_test_id("glass-box")
    expect_place(glass, "forward", "tanh1")
    expect(glass).to_have_attribute("data-step", "2")
    page.get_by_test_id("step").click()
    expect(glass).to_have_attribute("data-step", "3", timeout=SOON)
    expect_place(glass, "forward", "tanh1")
    page.get_by_test_id("play").click()
    again = glass.get_by_test_id("glass-again")
    expect(again).to_be_visible(timeout=SOON)
    held = attributes(glass.get_by_test_id("glass-output"))["value"]
    page.keyboard.press("ArrowLeft")
    expect_place(glass, "forward", "fc1")
    expect_agreement(glass)
    page.keyboard.press("ArrowRight")
    assert attributes(glass.get_by_test_id("glass-output"))["value"] == held
    again.click()
    expect(glass).not_to_have_attribute("data-step", "3")
    page.get_by_test_id("pause").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "paused", timeout=SOON)
    step = run_of(page, server)["step"]
    expect(glass).to_have_attribute("data-step", str(step + 1))
    page.get_by_test_id("stop").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "stopped", timeout=SOON)
    # What was fetched stays; what was not cannot come any more, and it says so.
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    expect(glass).to_contain_text("This run has ended")


def test_before_there_is_a_run_it_offers_to_build_one(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, plane_spec()))
    page.get_by_test_id("node-fc1").wait_for()
    page.keyboard.press("g")
    glass = page.get_by_test_id("glass-box")
    expect(glass).to_contain_text("There is no run yet")
    page.get_by_test_id("glass-prepare").click()
    expect(glass).to_have_attribute("data-step", "1", timeout=SOON)
    run = run_of(page, server)
    assert (run["state"], run["step"]) == ("paused", 0)
    # A run that has finished keeps its process, so its next step can still be looked at.
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "finished", timeout=SOON)
    expect(glass).to_have_attribute("data-step", "19", timeout=SOON)


@pytest.mark.torch
def test_of_a_torch_run_the_numbers_are_measured_and_the_lines_are_said_to_be_others(
    page: Page, server: RunningServer
) -> None:
    page.goto(link_to(server, convnet_spec(engine="torch", batch_size=6)))
    take_one_step(page)
    page.get_by_test_id("node-conv1").click()
    page.get_by_test_id("action-look").click()
    glass = page.get_by_test_id("glass-box")
    expect_place(glass, "forward", "conv1")
    expect_figure(glass, "glass-output", array(node_of(trace_of(page, server)["forward"], "conv1")["output"])[0])
    expect_agreement(glass)
    source = glass.get_by_test_id("glass-source")
    expect(source).to_contain_text("PyTorch computed this run")
    assert shown_lines(source.get_by_test_id("glass-source-forward"))[1] == []


def test_a_layer_too_large_to_be_sent_says_so_and_the_others_are_shown(
    page: Page, server: RunningServer, page_errors: PageErrors
) -> None:
    page_errors.allow("422")
    wide = [{"id": "flat1", "kind": "flatten"}, linear("wide", 8000), linear("fc1", 10)]
    page.goto(link_to(server, convnet_spec(network={"nodes": wide}, batch_size=4)))
    take_one_step(page)
    page.get_by_test_id("node-flat1").dblclick()
    glass = page.get_by_test_id("glass-box")
    expect_agreement(glass)
    page.keyboard.press("ArrowRight")
    expect_place(glass, "forward", "wide")
    expect(glass.get_by_test_id("glass-too-large")).to_contain_text("wide")
    page.keyboard.press("ArrowRight")
    expect_place(glass, "forward", "fc1")
    expect_agreement(glass)
    expect(glass.get_by_role("alert")).to_have_count(0)
