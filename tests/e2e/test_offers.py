"""The page offers all that the catalog lists, each with all its settings, and has no code of its own for any of it."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.links import link_to
from tests.support.server import RunningServer
from tests.support.specs import linear, plane_spec

ROOM = {"nodes": [linear("out", 2)]}


@pytest.fixture(scope="module")
def catalog(server: RunningServer) -> dict[str, Any]:
    return httpx.get(f"{server.url}/api/catalog").json()


def setting_of(inspector: Locator, title: str) -> Locator:
    """Return the label of a setting, whatever sort of field stands beside it."""
    return inspector.locator("label").filter(has_text=re.compile(f"^{re.escape(title)}$")).first


def test_every_layer_is_in_the_palette_and_every_setting_in_the_inspector(
    page: Page, server: RunningServer, catalog: dict[str, Any]
) -> None:
    assert len(catalog["layers"]) > 25
    for entry in catalog["layers"]:
        page.goto("about:blank")
        page.goto(link_to(server, plane_spec(network=ROOM)))
        page.get_by_test_id(f"palette-item-{entry['kind']}").click()
        # What was added is selected.
        expect(page.get_by_test_id(f"node-{entry['id_prefix']}1")).to_be_visible()
        inspector = page.get_by_test_id("inspector")
        expect(inspector).to_contain_text(entry["sentence"])
        expect(inspector).to_contain_text(entry["source"])
        expect(inspector.locator(".katex")).not_to_have_count(0)
        for setting, schema in entry["schema"]["properties"].items():
            expect(setting_of(inspector, schema["title"]), f"{entry['kind']}.{setting}").to_be_visible()


def test_the_palette_finds_every_layer_by_its_name(page: Page, server: RunningServer, catalog: dict[str, Any]) -> None:
    page.goto(link_to(server, plane_spec(network=ROOM)))
    search = page.get_by_label("Search layers").last
    for entry in catalog["layers"]:
        search.fill(entry["title"])
        expect(page.get_by_test_id(f"palette-item-{entry['kind']}")).to_be_visible()
    search.fill("no such layer")
    expect(page.locator("[data-testid^=palette-item-]")).to_have_count(0)


@pytest.mark.parametrize(
    ("field", "part"), [("loss", "losses"), ("optimizer", "optimizers"), ("schedule", "schedules")]
)
def test_every_choice_of_a_run_is_offered_with_its_settings(
    page: Page, server: RunningServer, catalog: dict[str, Any], field: str, part: str
) -> None:
    page.goto(link_to(server, plane_spec(network=ROOM)))
    select = page.get_by_test_id(f"field-{field}")
    expect(select.locator("option")).to_have_text([entry["title"] for entry in catalog[part]])
    for entry in catalog[part]:
        select.select_option(entry["kind"])
        for setting, schema in entry["schema"]["properties"].items():
            expect(
                setting_of(page.get_by_test_id("inspector"), schema["title"]), f"{entry['kind']}.{setting}"
            ).to_be_visible()


def test_every_initializer_is_offered_where_weights_are_drawn(
    page: Page, server: RunningServer, catalog: dict[str, Any]
) -> None:
    page.goto(link_to(server, plane_spec(network=ROOM)))
    page.get_by_test_id("node-out").click()
    select = page.get_by_test_id("field-weight_init")
    expect(select.locator("option")).to_have_text([entry["title"] for entry in catalog["initializers"]])
    spread = page.get_by_test_id("spread-promised")
    for entry in catalog["initializers"]:
        select.select_option(entry["kind"])
        expect(spread).to_have_text(re.compile(r"\d"))
