"""The builder: every way to add, wire, move, copy and fold layers.

What a test did is read from the document itself, which the page keeps in its address.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from statistics import median

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.building import (
    CARDS,
    card,
    chain,
    drag,
    middle,
    spec_in,
    wait_for_document,
    wait_for_wires,
    wire,
    wires_of,
)
from tests.support.server import RunningServer


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
