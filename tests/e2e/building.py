"""Building a network with the mouse and the keys, for tests: what stands where, and what the document then holds."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.links import link_to
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
