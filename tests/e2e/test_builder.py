"""The builder: every way to add, wire, move, copy, fold and mend layers, and files; then the result trains.

What a test did is read from the document itself, which the page keeps in its address.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Callable
from itertools import pairwise
from math import prod
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.links import link_to, run_of
from tests.support.server import RunningServer
from tests.support.specs import convnet_spec, linear

TRAINING = 120_000
"""Milliseconds that training may take on a busy machine."""

CARDS = ".react-flow__node[tabindex]"
"""Every card, folded ones too, and the two at the ends; not the frames around unfolded parts."""


def spec_in(url: str) -> dict[str, Any]:
    """Return the document in an address, as `link_to` puts it there."""
    found = re.search(r"spec=([\w-]+)", url)
    if found is None:
        return {"network": {"nodes": []}}
    packed = base64.urlsafe_b64decode(found.group(1) + "==")
    return json.loads(zlib.decompress(packed, wbits=-15))


def wires_of(spec: dict[str, Any]) -> dict[str, list[str]]:
    """Return what each node takes, in the order of the network, with what the spec leaves unsaid."""
    taken, before = {}, "input"
    for node in spec["network"]["nodes"]:
        taken[node["id"]] = node.get("inputs") or [before]
        before = node["id"]
    return taken


def wait_for_document(page: Page, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Return the page's document once `holds` is true of it."""
    page.wait_for_url(lambda url: holds(spec_in(url)))
    return spec_in(page.url)


def wait_for_wires(page: Page, expected: dict[str, list[str]]) -> None:
    """Wait until the network has these nodes, in this order, and each takes these."""
    page.wait_for_url(lambda url: list(wires_of(spec_in(url)).items()) == list(expected.items()))


def chain(*nodes: str) -> dict[str, list[str]]:
    """Return the wires of a plain stack."""
    return dict(zip(nodes, ([before] for before in ("input", *nodes[:-1])), strict=True))


def card(page: Page, node: str) -> Locator:
    """Return the card of a layer; its test id is on what it shows, and this is what has the focus."""
    return page.locator(f'{CARDS}[data-id="{node}"]')


def wire(page: Page, source: str, target: str) -> Locator:
    """Return the wire between two cards."""
    return page.locator(f'.react-flow__edge[data-id="{source}→{target}"]')


def middle(thing: Locator) -> tuple[float, float]:
    """Return the point in the middle of something, seen or not: a level wire has no height for Playwright to see."""
    box = thing.evaluate("element => element.getBoundingClientRect().toJSON()")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: Locator, end: Locator) -> None:
    """Drag with the mouse from the middle of one thing to the middle of another, by way of what lies between."""
    (x, y), (to_x, to_y) = middle(start), middle(end)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 12, y + 6, steps=3)
    page.mouse.move(to_x, to_y, steps=8)
    page.mouse.up()


@pytest.fixture
def regression(page: Page, server: RunningServer) -> Page:
    """Open the smallest network: flat1 and fc1, on digits."""
    page.goto(server.url)
    page.get_by_test_id("preset-menu").click()
    page.get_by_test_id("preset-softmax_regression").click()
    wait_for_wires(page, chain("flat1", "fc1"))
    return page


@pytest.fixture
def convnet(page: Page, server: RunningServer) -> Page:
    """Open a small convolutional network: conv1, norm1, relu1, flat1, fc1."""
    network = {
        "nodes": [
            {"id": "conv1", "kind": "conv2d", "out_channels": 6, "kernel_size": 3, "padding": 1},
            {"id": "norm1", "kind": "batch_norm"},
            {"id": "relu1", "kind": "relu"},
            {"id": "flat1", "kind": "flatten"},
            linear("fc1", 10),
        ]
    }
    page.goto(link_to(server, convnet_spec(data={"dataset": "digits"}, network=network)))
    expect(page.get_by_test_id("node-fc1")).to_be_visible()
    return page


class TestAdding:
    def test_by_click_by_search_by_drag_by_button_and_by_key(self, regression: Page) -> None:
        page = regression
        page.get_by_test_id("node-flat1").click()
        page.get_by_test_id("palette-item-linear").click()
        wait_for_wires(page, chain("flat1", "fc2", "fc1"))

        page.keyboard.press("/")
        page.get_by_test_id("palette-search").fill("tanh")
        page.keyboard.press("Enter")
        wait_for_wires(page, chain("flat1", "fc2", "tanh1", "fc1"))

        page.get_by_test_id("palette-search").fill("")
        drag(page, page.get_by_test_id("palette-item-dropout"), wire(page, "tanh1", "fc1").locator("path").first)
        wait_for_wires(page, chain("flat1", "fc2", "tanh1", "drop1", "fc1"))

        wire(page, "fc2", "tanh1").hover()
        page.get_by_test_id("insert-fc2").click()
        page.get_by_test_id("insert-item-layer_norm").click()
        wait_for_wires(page, chain("flat1", "fc2", "norm1", "tanh1", "drop1", "fc1"))

        card(page, "tanh1").focus()
        page.keyboard.press("+")
        expect(page.get_by_test_id("insert-search")).to_be_focused()
        page.keyboard.type("linear")
        page.keyboard.press("Enter")
        wait_for_wires(page, chain("flat1", "fc2", "norm1", "tanh1", "fc3", "drop1", "fc1"))
        expect(card(page, "fc3")).to_be_focused()

    def test_a_wire_is_chosen_and_added_on_by_keyboard_alone(self, regression: Page) -> None:
        page = regression
        wire(page, "flat1", "fc1").focus()
        page.keyboard.press("+")
        expect(page.get_by_test_id("insert-search")).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("insert-menu")).to_be_hidden()
        wait_for_wires(page, chain("flat1", "fc1"))
        wire(page, "flat1", "fc1").focus()
        page.keyboard.press("Enter")
        page.get_by_test_id("palette-search").fill("relu")
        page.keyboard.press("Enter")
        document = wait_for_document(page, lambda spec: len(spec["network"]["nodes"]) == 3)
        assert [node["kind"] for node in document["network"]["nodes"]][::2] == ["flatten", "linear"]


class TestEditingSeveral:
    def test_copies_go_through_the_clipboard_and_are_undone_to_the_letter(self, convnet: Page) -> None:
        page = convnet
        before = chain("conv1", "norm1", "relu1", "flat1", "fc1")
        page.get_by_test_id("node-conv1").click()
        page.get_by_test_id("node-relu1").click(modifiers=["Shift"])
        page.get_by_test_id("node-norm1").click(modifiers=["Shift"])
        expect(page.get_by_test_id("summary")).to_contain_text("3 selected")
        page.keyboard.press("Control+c")
        page.get_by_test_id("node-relu1").click()
        page.keyboard.press("Control+v")
        after = chain("conv1", "norm1", "relu1", "conv2", "norm2", "relu2", "flat1", "fc1")
        wait_for_wires(page, after)
        nodes = {node["id"]: node for node in spec_in(page.url)["network"]["nodes"]}
        assert {**nodes["conv2"], "id": "conv1"} == nodes["conv1"], "the copy has the settings of the original"

        page.keyboard.press("Control+x")
        wait_for_wires(page, before)
        page.keyboard.press("Control+z")
        wait_for_wires(page, after)
        page.get_by_test_id("graph-undo").click()
        wait_for_wires(page, before)
        page.get_by_test_id("graph-redo").click()
        wait_for_wires(page, after)
        page.keyboard.press("Control+Shift+Z")
        wait_for_wires(page, before)

    def test_all_are_selected_duplicated_and_deleted(self, regression: Page) -> None:
        page = regression
        page.keyboard.press("Control+a")
        page.keyboard.press("Control+d")
        wait_for_wires(page, chain("flat1", "fc1", "flat2", "fc2"))
        page.get_by_test_id("action-duplicate").click()
        wait_for_wires(page, chain("flat1", "fc1", "flat2", "fc2", "flat3", "fc3"))
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        wait_for_wires(page, {})
        # Text that was copied from a field is no layer.
        page.get_by_test_id("palette-search").fill("conv")
        page.keyboard.press("Control+a")
        page.keyboard.press("Control+c")
        page.get_by_test_id("palette-search").blur()
        page.keyboard.press("Control+v")
        expect(page.get_by_test_id("status-line")).to_contain_text("holds no layers")

    def test_a_box_selects_what_it_touches(self, convnet: Page) -> None:
        page = convnet
        (x, y), (to_x, to_y) = middle(page.get_by_test_id("node-conv1")), middle(page.get_by_test_id("node-norm1"))
        page.keyboard.down("Shift")
        page.mouse.move(x, y - 80)
        page.mouse.down()
        page.mouse.move(to_x, to_y, steps=8)
        page.mouse.up()
        page.keyboard.up("Shift")
        expect(page.locator("[data-selected]")).to_have_count(2)
        page.keyboard.press("Delete")
        wait_for_wires(page, chain("relu1", "flat1", "fc1"))

    def test_layers_move_by_key_and_by_hand(self, convnet: Page) -> None:
        page = convnet
        card(page, "norm1").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Alt+ArrowRight")
        wait_for_wires(page, chain("conv1", "relu1", "norm1", "flat1", "fc1"))
        page.keyboard.press("Alt+ArrowLeft")
        wait_for_wires(page, chain("conv1", "norm1", "relu1", "flat1", "fc1"))
        drag(page, page.get_by_test_id("node-relu1"), wire(page, "input", "conv1").locator("path").first)
        wait_for_wires(page, chain("relu1", "conv1", "norm1", "flat1", "fc1"))


class TestWires:
    def test_a_wire_to_a_taken_input_becomes_a_skip_and_is_cut_again(self, convnet: Page) -> None:
        page = convnet
        source = card(page, "conv1").locator(".react-flow__handle.source")
        drag(page, source, card(page, "flat1").locator(".react-flow__handle.target"))
        page.get_by_test_id("join-add").click()
        skip = {
            **chain("conv1", "norm1", "relu1"),
            "add1": ["relu1", "conv1"],
            "flat1": ["add1"],
            "fc1": ["flat1"],
        }
        wait_for_wires(page, skip)
        wire(page, "conv1", "add1").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Delete")
        wait_for_wires(page, chain("conv1", "norm1", "relu1", "add1", "flat1", "fc1"))

    def test_the_inspector_joins_by_keyboard_what_a_hand_joins_by_drag(self, convnet: Page) -> None:
        page = convnet
        card(page, "flat1").focus()
        page.keyboard.press("Enter")
        page.get_by_test_id("field-inputs").select_option("concat:conv1")
        wait_for_document(page, lambda spec: wires_of(spec).get("concat1") == ["relu1", "conv1"])

    def test_a_circle_is_refused(self, convnet: Page) -> None:
        page = convnet
        source = card(page, "relu1").locator(".react-flow__handle.source")
        drag(page, source, card(page, "conv1").locator(".react-flow__handle.target"))
        expect(page.get_by_test_id("join-menu")).to_be_hidden()
        wait_for_wires(page, chain("conv1", "norm1", "relu1", "flat1", "fc1"))


class TestRepeats:
    def test_resnet50_is_sixteen_cards_and_each_block_opens_and_closes(self, page: Page, server: RunningServer) -> None:
        page.goto(server.url)
        page.get_by_test_id("preset-menu").click()
        page.get_by_test_id("preset-resnet50").click()
        expect(page.get_by_test_id("summary")).to_contain_text("174 layers")
        expect(page.get_by_test_id("summary")).to_contain_text("25,557,032 parameters")
        expect(page.locator(CARDS)).to_have_count(14 + 2)
        repeats = page.locator("[data-testid^=repeat-]")
        expect(repeats).to_have_count(8)
        layers = repeats.locator("[data-layers]").evaluate_all("all => all.map((one) => Number(one.dataset.layers))")
        assert sum(layers) + 6 == 174, "every layer is in one card"
        shown = page.locator("[data-parameters]").evaluate_all("all => all.map((one) => +one.dataset.parameters)")
        assert sum(shown) == 25_557_032, "the cards' parameters are the network's"

        # Two bottlenecks of ten layers each take the place of their card.
        second = repeats.nth(1)
        name = str(second.get_attribute("data-testid")).removeprefix("repeat-")
        page.get_by_test_id(f"unfold-{name}").click()
        expect(page.locator(CARDS)).to_have_count(16 - 1 + 20)
        expect(page.locator(f"[data-testid^=fold-{name}]")).to_have_count(2)
        page.get_by_test_id(f"fold-{name}-2").click()
        expect(page.locator(CARDS)).to_have_count(16)
        page.keyboard.press("e")
        expect(page.locator(CARDS)).to_have_count(35)
        page.keyboard.press("e")
        expect(page.locator(CARDS)).to_have_count(16)

        page.keyboard.press("Shift+E")
        expect(page.locator(CARDS)).to_have_count(174 + 2)
        page.keyboard.press("Shift+E")
        expect(page.locator(CARDS)).to_have_count(16)

        # A folded card is edited as what it stands for.
        second.click()
        expect(page.get_by_test_id("summary")).to_contain_text("20 selected")
        page.keyboard.press("Control+d")
        expect(page.get_by_test_id("summary")).to_contain_text("194 layers")
        page.keyboard.press("Control+z")
        expect(page.get_by_test_id("summary")).to_contain_text("174 layers")

    @pytest.mark.parametrize("unfolded", [False, True])
    def test_panning_is_measured(
        self, page: Page, server: RunningServer, unfolded: bool, record_property: Callable[[str, object], None]
    ) -> None:
        """How smooth it is depends on the machine, so it is reported and not asserted; that it moves is."""
        page.goto(server.url)
        page.get_by_test_id("preset-menu").click()
        page.get_by_test_id("preset-resnet50").click()
        expect(page.locator(CARDS)).to_have_count(16)
        if unfolded:
            page.keyboard.press("Shift+E")
            expect(page.locator(CARDS)).to_have_count(176)
        viewport = page.locator(".react-flow__viewport")
        before = viewport.get_attribute("style")
        page.evaluate("""() => {
            window.frames_seen = [];
            const look = (time) => { window.frames_seen.push(time); window.looking = requestAnimationFrame(look); };
            look(performance.now());
        }""")
        box = page.get_by_test_id("graph").bounding_box()
        assert box
        page.mouse.move(box["x"] + 10, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + 410, box["y"] + box["height"] / 2 + 100, steps=60)
        page.mouse.up()
        times = page.evaluate("() => { cancelAnimationFrame(window.looking); return window.frames_seen; }")
        assert viewport.get_attribute("style") != before
        gaps = [after - earlier for earlier, after in pairwise(times)]
        assert gaps
        record_property("median_frame_ms", median(gaps))
        print(f"panning {'176' if unfolded else '16'} cards: median frame {median(gaps):.1f} ms of {len(gaps)}")  # noqa: T201


class TestErrors:
    def test_a_mend_on_the_card_makes_the_error_go(self, convnet: Page) -> None:
        page = convnet
        page.get_by_test_id("node-flat1").click()
        page.keyboard.press("Delete")
        page.get_by_test_id("badge-fc1").click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_test_id("mend").first).to_be_visible()
        dialog.get_by_test_id("mend").first.click()
        document = wait_for_document(page, lambda spec: len(spec["network"]["nodes"]) == 5)
        assert [node["kind"] for node in document["network"]["nodes"]][-2:] == ["flatten", "linear"]
        expect(page.get_by_test_id("badge-fc1")).to_have_count(0)
        expect(page.get_by_test_id("status-line")).to_have_count(0)

    def test_the_inspector_and_the_status_line_offer_it_too(self, convnet: Page) -> None:
        page = convnet
        for place in ("inspector", "status"):
            page.get_by_test_id("node-flat1").or_(page.locator('[data-testid^="node-flat"]')).first.click()
            page.keyboard.press("Delete")
            page.get_by_test_id("node-fc1").click()
            if place == "inspector":
                page.get_by_test_id("inspector").get_by_test_id("mend").first.click()
            else:
                page.get_by_test_id("status-mend").click()
            expect(page.get_by_test_id("badge-fc1")).to_have_count(0)

    def test_memory_counts_with_the_batch(self, convnet: Page) -> None:
        page = convnet
        page.get_by_test_id("node-conv1").click()
        memory = page.get_by_test_id("inspector").get_by_test_id("memory")
        expect(memory).to_have_attribute("data-bytes", re.compile(r"\d+"))
        before = int(memory.get_attribute("data-bytes") or 0)
        page.keyboard.press("Escape")
        batch = page.get_by_test_id("field-batch_size")
        size = int(batch.input_value())
        batch.fill(str(size * 2))
        batch.press("Enter")
        page.get_by_test_id("node-conv1").click()
        shape = re.search(r"(\d+)×(\d+)×(\d+)", page.get_by_test_id("node-conv1").inner_text())
        assert shape
        outputs = 4 * size * prod(int(length) for length in shape.groups())
        expect(memory).to_have_attribute("data-bytes", str(before + outputs))


class TestFiles:
    def test_a_saved_network_opens_again_as_it_was(self, convnet: Page, server: RunningServer, tmp_path: Path) -> None:
        page = convnet
        page.get_by_test_id("node-conv1").click()
        page.keyboard.press("Control+d")
        saved = wait_for_document(page, lambda spec: len(spec["network"]["nodes"]) == 6)
        page.get_by_test_id("preset-menu").click()
        with page.expect_download() as download:
            page.get_by_test_id("file-save").click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        assert json.loads(path.read_text()) == saved

        page.get_by_test_id("preset-menu").click()
        page.get_by_test_id("preset-softmax_regression").click()
        wait_for_wires(page, chain("flat1", "fc1"))
        page.get_by_test_id("preset-menu").click()
        with page.expect_file_chooser() as chooser:
            page.get_by_test_id("file-open").click()
        chooser.value.set_files(path)
        assert wait_for_document(page, lambda spec: len(spec["network"]["nodes"]) == 6) == saved
        page.keyboard.press("Control+z")
        wait_for_wires(page, chain("flat1", "fc1"))

        drop(page, path.name, path.read_text())
        assert wait_for_document(page, lambda spec: len(spec["network"]["nodes"]) == 6) == saved

    def test_what_is_wrong_with_a_file_is_said_and_nothing_changes(self, regression: Page, page_errors: Any) -> None:
        page_errors.allow("422")
        page = regression
        whole = spec_in(page.url)
        for text, said in (
            ("{", "no JSON"),
            ('{"a": 1}', "holds no network"),
            (json.dumps({**whole, "optimizer": {"kind": "sgdd"}}), "sgdd"),
            (json.dumps({**whole, "epochs": 0}), "epochs"),
        ):
            drop(page, "mine.json", text)
            expect(page.get_by_test_id("status-line")).to_contain_text(said)
        assert spec_in(page.url) == whole


def drop(page: Page, name: str, text: str) -> None:
    """Drop a file on the page, as the browser tells the page of it."""
    page.evaluate(
        """([name, text]) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], name, { type: "application/json" }));
            for (const type of ["dragover", "drop"]) {
                const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
                document.querySelector("[data-testid=graph]").dispatchEvent(event);
            }
        }""",
        [name, text],
    )


def test_a_network_with_a_skip_built_here_learns(convnet: Page, server: RunningServer) -> None:
    page = convnet
    for node in ("conv1", "norm1", "relu1"):
        page.get_by_test_id(f"node-{node}").click(modifiers=[] if node == "conv1" else ["Shift"])
    page.keyboard.press("Control+d")
    wait_for_wires(page, chain("conv1", "norm1", "relu1", "conv2", "norm2", "relu2", "flat1", "fc1"))
    source = card(page, "relu1").locator(".react-flow__handle.source")
    drag(page, source, card(page, "flat1").locator(".react-flow__handle.target"))
    page.get_by_test_id("join-concat").click()
    wait_for_document(page, lambda spec: wires_of(spec).get("concat1") == ["relu2", "relu1"])
    page.keyboard.press("Escape")
    page.get_by_test_id("field-epochs").fill("1000")
    page.get_by_test_id("field-epochs").press("Enter")

    page.get_by_test_id("play").click()
    accuracy = page.get_by_test_id("validation-accuracy")
    page.wait_for_function(
        "element => parseFloat(element.textContent) > 90", arg=accuracy.element_handle(), timeout=TRAINING
    )
    page.get_by_test_id("pause").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "paused")
    run = run_of(page, server)
    assert run["metrics"]["validation_accuracy"] > 0.9
    assert wires_of(run["spec"]) == wires_of(spec_in(page.url))
