"""The builder's mends and files; then a network that was built in it trains."""

from __future__ import annotations

import json
import re
from math import prod
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.building import (
    TRAINING,
    card,
    chain,
    drag,
    spec_in,
    wait_for_document,
    wait_for_wires,
    wires_of,
)
from tests.e2e.links import run_of
from tests.support.server import RunningServer


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
