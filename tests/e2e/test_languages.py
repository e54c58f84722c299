"""The page in 简体中文: nothing in it is left in English, and the language can be changed while a network trains."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from neurarium.words.zh.names import NAMES
from tests.e2e.links import link_to, run_of
from tests.e2e.spoken import WORD, foreign
from tests.support.server import RunningServer
from tests.support.specs import endless_spec

SOON = 30_000


def nothing_foreign(page: Page) -> None:
    """Fail where the page says something in Latin letters that is neither a name nor the name of a node."""
    nodes = page.locator("[data-testid^=node-]").evaluate_all("all => all.map((one) => one.dataset.testid.slice(5))")
    ids = {word for node in nodes for word in WORD.findall(node)}
    left = foreign(page, ids)
    assert not left, "\n".join(f"{where}: {text}" for text, where in left.items())


def dock_tabs(page: Page) -> list[str]:
    """Return the test ids of the dock's tabs."""
    return page.locator("[data-testid^=dock-tab-]").evaluate_all("all => all.map((one) => one.dataset.testid)")


@pytest.fixture
def chinese(page: Page, server: RunningServer) -> Page:
    """Open the page as a link in Chinese does."""
    page.goto(f"{server.url}/?lang=zh-CN")
    expect(page.get_by_test_id("node-conv1")).to_be_visible()
    return page


def test_every_view_is_in_chinese_before_and_after_a_measurement(chinese: Page) -> None:
    page = chinese
    assert page.title().startswith("Neurarium")
    assert re.search(r"[\u4e00-\u9fff]", page.title())
    tabs = dock_tabs(page)
    assert len(tabs) >= 7
    for tab in tabs:
        page.get_by_test_id(tab).click()
        nothing_foreign(page)
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("miniature-fc1")).to_have_attribute("data-step", re.compile(r"[1-9]"), timeout=SOON)
    page.get_by_test_id("pause").or_(page.get_by_test_id("play")).click()
    for node in ("input", "conv1", "fc1", "loss"):
        page.get_by_test_id(f"node-{node}").click()
        nothing_foreign(page)
    page.get_by_test_id("node-conv1").click()
    for tab in tabs:
        page.get_by_test_id(tab).click()
        nothing_foreign(page)


def test_menus_keys_and_errors_are_in_chinese(chinese: Page) -> None:
    page = chinese
    for menu in ("preset-menu", "step-menu"):
        page.get_by_test_id(menu).click()
        expect(page.get_by_role("menu")).to_be_visible()
        nothing_foreign(page)
        page.keyboard.press("Escape")
        expect(page.get_by_role("menu")).to_be_hidden()
    page.get_by_test_id("keys").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    nothing_foreign(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_test_id("field-batch_size").fill("0")
    problem = page.get_by_test_id("field-batch_size").locator("xpath=..").get_by_role("alert")
    expect(problem).to_have_text(re.compile(r"不能小于 1"))


def test_what_the_builder_offers_is_in_chinese(chinese: Page, server: RunningServer) -> None:
    page = chinese
    page.get_by_test_id("node-relu1").click()
    page.get_by_test_id("node-conv2").click(modifiers=["Shift"])
    nothing_foreign(page)
    page.locator('.react-flow__edge[data-id="conv1→relu1"]').focus()
    page.keyboard.press("+")
    expect(page.get_by_test_id("insert-menu")).to_be_visible()
    nothing_foreign(page)
    page.keyboard.press("Escape")
    page.get_by_test_id("node-flat1").click()
    page.keyboard.press("Delete")
    page.get_by_test_id("badge-fc1").click()
    expect(page.get_by_role("dialog").get_by_test_id("mend").first).to_be_visible()
    assert re.search(r"[\u4e00-\u9fff]", page.get_by_role("dialog").inner_text())
    page.keyboard.press("Escape")
    page.get_by_test_id("preset-menu").click()
    page.get_by_test_id("preset-resnet50").click()
    page.locator("[data-testid^=repeat-]").first.click()
    expect(page.get_by_test_id("parameters-together")).to_be_visible()
    presets = httpx.get(f"{server.url}/api/catalog").json()["presets"]
    network = next(preset["spec"]["network"] for preset in presets if preset["name"] == "resnet50")
    names = {word for node in network["nodes"] for word in WORD.findall(node["id"])} | {"stem", "layer"}
    assert foreign(page, names) == {}


def test_what_the_server_finds_wrong_is_told_in_chinese_and_again_in_english(chinese: Page) -> None:
    page = chinese
    page.get_by_test_id("node-conv1").click()
    field = page.get_by_test_id("field-kernel_size")
    field.fill("99")
    field.press("Enter")
    problem = page.get_by_test_id("inspector").get_by_role("alert")
    expect(problem).to_contain_text("99x99 的窗口放不进")
    expect(problem).to_contain_text("请把 kernel_size 设为不超过")
    page.get_by_test_id("language").click()
    expect(problem).to_contain_text("A window of 99x99 does not fit into its input")
    field.fill("3")
    field.press("Enter")
    expect(problem).to_have_count(0)


def test_the_language_changes_while_a_network_trains(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, endless_spec()))
    expect(page.get_by_test_id("dock-tab-curves")).to_have_text("Curves")
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "running", timeout=SOON)
    run = run_of(page, server)
    page.get_by_test_id("language").click()
    expect(page.get_by_test_id("dock-tab-curves")).to_have_text("曲线")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.get_by_test_id("field-loss").locator("option:checked")).to_have_text(re.compile("交叉熵"))

    # The run goes on, its stream too, in the other language.
    before = int(page.get_by_test_id("step-count").inner_text().replace(",", ""))
    expect(page.get_by_test_id("step-count")).not_to_have_text(f"{before:,}")
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "running")
    assert run_of(page, server)["id"] == run["id"]
    page.get_by_test_id("stop").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "stopped", timeout=SOON)

    page.reload()
    expect(page.get_by_test_id("dock-tab-curves")).to_have_text("曲线")
    page.get_by_test_id("language").click()
    expect(page.get_by_test_id("dock-tab-curves")).to_have_text("Curves")
    expect(page.get_by_test_id("field-loss").locator("option:checked")).to_have_text("Softmax cross-entropy")


def test_what_the_address_asks_for_comes_first_until_another_language_is_chosen(chinese: Page) -> None:
    page = chinese
    expect(page.get_by_test_id("language")).to_have_attribute("aria-label", re.compile("English"))
    page.get_by_test_id("language").click()
    expect(page.get_by_test_id("language")).to_have_attribute("aria-label", re.compile("简体中文"))
    assert "lang=" not in page.url
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_names_that_need_no_translation_are_names() -> None:
    """The list that this file allows is the server's own, and holds no sentence."""
    assert all(len(WORD.findall(name)) <= 3 for name in NAMES)
