"""Drawing for a network that learned digits: the input, the answer and the feature maps shown are the API's."""

from __future__ import annotations

import json
import re
from typing import Any

import httpx
import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.links import link_to, run_of
from tests.e2e.test_build_and_train import fingerprint
from tests.support.server import RunningServer

TRAINING = 120_000
SOON = 30_000

CLASSES = 10

PAINT = """([width, height, strokes]) => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.lineWidth = width / 8;
  context.lineCap = "round";
  for (const [fromX, fromY, toX, toY] of strokes) {
    context.beginPath();
    context.moveTo(fromX * width, fromY * height);
    context.lineTo(toX * width, toY * height);
    context.stroke();
  }
  return canvas.convertToBlob().then((blob) => blob.arrayBuffer()).then((bytes) => [...new Uint8Array(bytes)]);
}"""
"""Makes a PNG of black strokes on white paper."""


@pytest.fixture
def trained(page: Page, server: RunningServer) -> Page:
    """Open the page, train its digits convnet to the end, and open the sheet."""
    page.goto(server.url)
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "finished", timeout=TRAINING)
    page.get_by_test_id("dock-tab-draw").click()
    expect(page.get_by_test_id("draw-paper")).to_be_visible()
    return page


def shown_answer(page: Page) -> list[float]:
    """Return the probabilities behind the bars, in the order of the classes."""
    return [
        float(page.get_by_test_id(f"draw-class-{index}").get_attribute("data-value") or "nan")
        for index in range(CLASSES)
    ]


def answer_to(page: Page, checksum: str) -> str:
    """Wait until the answer to the input with this fingerprint is shown, and return the class it names."""
    answer = page.get_by_test_id("draw-answer")
    expect(answer).to_have_attribute("data-checksum", checksum, timeout=SOON)
    return answer.get_attribute("data-predicted") or ""


def shown_input(page: Page) -> str:
    """Return the fingerprint of the input that is shown."""
    expect(page.get_by_test_id("draw-input")).to_have_attribute("data-checksum", re.compile("."))
    return page.get_by_test_id("draw-input").get_attribute("data-checksum") or ""


def stroke(page: Page, *places: tuple[float, float]) -> None:
    """Draw through these places of the sheet with the mouse."""
    box = page.get_by_test_id("draw-paper").bounding_box()
    assert box is not None
    points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in places]
    page.mouse.move(*points[0])
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*point, steps=8)
    page.mouse.up()


def test_a_sample_of_the_data_is_shown_and_answered_as_the_api_does(trained: Page, server: RunningServer) -> None:
    page = trained
    run = run_of(page, server)
    for place in range(2):
        page.get_by_test_id("draw-sample").click()
        name = page.get_by_test_id("draw-sample-name")
        expect(name).to_have_attribute("data-place", str(place))
        assert name.get_attribute("data-split") == "validation"
        samples = httpx.get(
            f"{server.url}/api/datasets/digits/samples",
            params={"split": "validation", "offset": place, "limit": 1, "seed": run["spec"]["seed"]},
        ).json()
        image = np.array(samples["inputs"], np.float32)
        expect(page.get_by_test_id("draw-input")).to_have_attribute("data-checksum", fingerprint(image))
        answer_to(page, fingerprint(image))
        asked = httpx.post(
            f"{server.url}/api/runs/{run['id']}/predict", json={"inputs": image.tolist(), "outputs": "all"}
        ).json()
        assert shown_answer(page) == asked["probabilities"][0]
        assert sum(shown_answer(page)) == pytest.approx(1, abs=1e-5)
        answer = page.get_by_test_id("draw-answer")
        assert answer.get_attribute("data-step") == str(asked["step"]) == str(run["step"])
        assert answer.get_attribute("data-predicted") == str(asked["predicted"][0])
        # What it excites, layer by layer.
        for node, output in asked["nodes"].items():
            maps = page.get_by_test_id(f"draw-maps-{node}")
            maps.scroll_into_view_if_needed()
            expect(maps).to_have_attribute("data-checksum", fingerprint(np.array(output["values"], np.float32)))


def test_where_pixels_are_left_as_recorded_a_drawing_is_sent_in_their_unit(page: Page, server: RunningServer) -> None:
    """Digits count up to 16 points of ink a pixel; a drawing of 0 to 1 would be next to black to such a network."""
    presets = httpx.get(f"{server.url}/api/catalog").json()["presets"]
    spec = next(preset["spec"] for preset in presets if preset["name"] == "digits_convnet")
    spec |= {"data": {**spec["data"], "options": {"normalize": False}}, "epochs": 1}
    page.goto(link_to(server, spec))
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "finished", timeout=TRAINING)
    page.get_by_test_id("dock-tab-draw").click()
    page.get_by_test_id("draw-sample").click()
    samples = httpx.get(
        f"{server.url}/api/datasets/digits/samples",
        params={"split": "validation", "limit": 1, "seed": spec["seed"], "options": json.dumps({"normalize": False})},
    ).json()
    image = np.array(samples["inputs"], np.float32)
    assert image.max() > 8
    expect(page.get_by_test_id("draw-input")).to_have_attribute("data-checksum", fingerprint(image))
    page.get_by_test_id("draw-clear").click()
    with page.expect_request(re.compile("/predict$")) as asked:
        stroke(page, (0.5, 0.15), (0.5, 0.85))
    expect(page.get_by_test_id("draw-sheet")).to_have_attribute("data-marks", "1")
    sent = np.array(json.loads(asked.value.post_data or "{}")["inputs"])
    assert 8 < sent.max() <= 16


def test_a_stroke_changes_the_answer_and_can_be_taken_back(trained: Page, server: RunningServer) -> None:
    page = trained
    run = run_of(page, server)
    stroke(page, (0.5, 0.15), (0.5, 0.85))
    one = shown_input(page)
    assert answer_to(page, one) == "1"
    before = shown_answer(page)
    stroke(page, (0.3, 0.15), (0.75, 0.15), (0.45, 0.85))
    page.get_by_test_id("draw-undo").click()
    expect(page.get_by_test_id("draw-input")).to_have_attribute("data-checksum", one)
    page.get_by_test_id("draw-clear").click()
    expect(page.get_by_test_id("draw-answer")).to_have_count(0)

    # A ring: what is sent is what is shown, and the answer is the network's to it.
    with page.expect_request(re.compile("/predict$")):
        ring = [(0.5 + 0.22 * np.cos(turn), 0.5 + 0.36 * np.sin(turn)) for turn in np.linspace(0, 2 * np.pi, 17)]
        stroke(page, *ring)
    expect(page.get_by_test_id("draw-sheet")).to_have_attribute("data-marks", "1")
    drawn = shown_input(page)
    assert answer_to(page, drawn) == "0"
    assert shown_answer(page) != before
    page.reload()
    assert run_of(page, server)["id"] == run["id"]


def test_what_is_sent_is_what_is_shown_and_counts_ink_as_the_data_does(trained: Page, server: RunningServer) -> None:
    page = trained
    asked: list[list[Any]] = []
    page.on(
        "request",
        lambda request: (
            asked.append(json.loads(request.post_data or "")["inputs"]) if request.url.endswith("/predict") else None
        ),
    )
    stroke(page, (0.3, 0.2), (0.7, 0.2), (0.4, 0.8))
    drawn = shown_input(page)
    answer_to(page, drawn)
    image = np.array(asked[-1], np.float32)
    assert fingerprint(image) == drawn
    assert image.shape == (1, 1, 8, 8)
    # Sixteenths, over the whole height, as scikit-learn's digits are.
    assert (image * 16 == np.round(image * 16)).all()
    assert image.max() == 1
    assert image[0, 0].any(axis=1).all()


def test_it_is_drawn_on_by_keyboard_alone(trained: Page, server: RunningServer) -> None:
    page = trained
    paper = page.get_by_test_id("draw-paper")
    paper.focus()
    for _ in range(8):
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Space")
    for _ in range(16):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.get_by_test_id("draw-sheet")).to_have_attribute("data-marks", "1")
    # Space drew; it did not start anything.
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "finished")
    assert answer_to(page, shown_input(page)) == "1"
    page.keyboard.press("Control+z")
    expect(page.get_by_test_id("draw-sheet")).to_have_attribute("data-marks", "0")
    expect(page.get_by_test_id("node-conv1")).to_be_visible()
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    expect(page.get_by_test_id("draw-sheet")).to_have_attribute("data-marks", "1")
    page.keyboard.press("Delete")
    expect(page.get_by_test_id("draw-sheet")).to_have_attribute("data-marks", "0")
    expect(page.get_by_test_id("node-conv1")).to_be_visible()


def test_an_image_file_is_dropped_and_its_light_paper_is_no_ink(trained: Page, server: RunningServer) -> None:
    page = trained
    png = page.evaluate(PAINT, [120, 200, [[0.5, 0.2, 0.5, 0.8]]])
    transfer = page.evaluate_handle(
        """(bytes) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], "one.png", { type: "image/png" }));
          return transfer;
        }""",
        png,
    )
    page.dispatch_event("[data-testid=draw-sheet]", "drop", {"dataTransfer": transfer})
    expect(page.get_by_test_id("draw-sheet")).to_have_attribute("data-marks", "1")
    dropped = shown_input(page)
    assert answer_to(page, dropped) == "1"
    # Picked instead of dropped, it is the same; and what is no image says so.
    page.get_by_test_id("draw-clear").click()
    page.get_by_test_id("draw-file").set_input_files({"name": "one.png", "mimeType": "image/png", "buffer": bytes(png)})
    expect(page.get_by_test_id("draw-input")).to_have_attribute("data-checksum", dropped)
    page.get_by_test_id("draw-file").set_input_files({"name": "one.txt", "mimeType": "text/plain", "buffer": b"1"})
    expect(page.get_by_test_id("draw-problem")).to_be_visible()


def test_without_a_run_it_offers_one_and_follows_it_while_it_trains(page: Page, server: RunningServer) -> None:
    page.goto(server.url)
    page.get_by_test_id("dock-tab-draw").click()
    expect(page.get_by_test_id("draw-no-run")).to_be_visible()
    page.get_by_test_id("draw-sample").click()
    expect(page.get_by_test_id("draw-sample-name")).to_be_visible()
    page.get_by_test_id("draw-start").click()
    answer = page.get_by_test_id("draw-answer")
    expect(answer).to_be_visible(timeout=SOON)
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "finished", timeout=TRAINING)
    # It ends with the weights that training ended with.
    expect(answer).to_have_attribute("data-step", str(run_of(page, server)["step"]), timeout=SOON)
    page.get_by_test_id("reset").click()
    expect(answer).to_have_attribute("data-step", "0", timeout=SOON)


def test_data_without_images_say_so(page: Page, server: RunningServer) -> None:
    page.goto(server.url)
    page.get_by_test_id("preset-menu").click()
    page.get_by_test_id("preset-spiral_mlp").click()
    page.get_by_test_id("dock-tab-draw").click()
    expect(page.get_by_test_id("dock-view-draw")).to_contain_text("Spiral has none")
