"""Whom the page keeps out: nobody with only a keyboard, a screen reader, a need of contrast or calm, or a large screen.

The rules are Deque's axe-core, all of them, best practices too, in light and dark and in both languages.
What a picture says in words is held against what a second viewer, in this test, receives from the same run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.axe import CONTRAST, violations
from tests.e2e.links import link_to, run_of
from tests.support.server import RunningServer
from tests.support.specs import convnet_spec, plane_spec
from tests.support.stream import latest_probes

SOON = 60_000

SETTLED = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  await frame();
  while (document.getAnimations().length > 0) await frame();
}"""

MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) => {
  const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
  const lasts = (durations) => durations.split(", ").some((one) => parseFloat(one) > 0);
  const moves = lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration));
  return moves ? [element.outerHTML.slice(0, 120)] : [];
})"""

OUTSIDE = """(within) => [...document.querySelectorAll(within)].flatMap((element) => {
  if (!element.checkVisibility({ visibilityProperty: true })) return [];
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const isIn = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
  return isIn ? [] : [`${element.outerHTML.slice(0, 120)} at ${[left, right, top, bottom]}`];
})"""

PICTURES = """() => [...document.querySelectorAll("[role=img]")].flatMap((element) => {
  const isMeasured = "step" in element.dataset;
  if (!isMeasured || !element.checkVisibility({ visibilityProperty: true })) return [];
  const beside = document.getElementById(element.getAttribute("aria-describedby") ?? "");
  const text = element.getAttribute("aria-description") ?? beside?.textContent ?? "";
  return [[element.dataset.testid, element.getAttribute("aria-label"), text]];
})"""


def use_colours(page: Page, scheme: str) -> None:
    """Ask for light or dark as the system does, and wait until the page has followed."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
    page.evaluate(SETTLED)


def train_and_pause(page: Page) -> None:
    """Train until each layer has been measured in a step, and pause."""
    page.get_by_test_id("play").click()
    expect(page.get_by_test_id("miniature-fc1")).to_have_attribute("data-step", re.compile(r"[1-9]"), timeout=SOON)
    page.get_by_test_id("pause").click()
    expect(page.get_by_test_id("state")).to_have_attribute("data-state", "paused", timeout=SOON)


def opened(page: Page, server: RunningServer, address: str = "") -> Page:
    """Open the page, with all motion off, on a convolutional network that ends only when it is told to."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(address or link_to(server, convnet_spec(epochs=100_000)))
    expect(page.get_by_test_id("node-conv1")).to_be_visible()
    return page


def dock_tabs(page: Page) -> list[str]:
    """Return the test ids of the dock's tabs."""
    return page.locator("[data-testid^=dock-tab-]").evaluate_all("all => all.map((one) => one.dataset.testid)")


def in_dock(page: Page) -> Iterator[str]:
    """Open each tab of the dock."""
    for tab in dock_tabs(page):
        page.get_by_test_id(tab).click()
        yield tab


def in_studio(page: Page) -> Iterator[str]:
    """Open each view of the studio, one after the other, and say which."""
    yield from in_dock(page)
    for node in ("input", "conv1", "relu1", "fc1", "loss"):
        page.get_by_test_id(f"node-{node}").click()
        yield f"inspector of {node}"
    page.keyboard.press("Escape")
    yield "settings"
    for menu in ("preset-menu", "step-menu"):
        page.get_by_test_id(menu).click()
        expect(page.get_by_role("menu")).to_be_visible()
        yield menu
        page.keyboard.press("Escape")
        expect(page.get_by_role("menu")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    yield "keys"
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("f")
    yield "dock over the whole page"
    page.keyboard.press("f")
    page.keyboard.press("o")
    expect(page.get_by_test_id("descents-map")).to_have_attribute("data-ends", re.compile('"sgd"'), timeout=SOON)
    page.get_by_test_id("descents-settings-sgd").click()
    yield "optimizers on a surface"
    page.get_by_test_id("descents").press("o")
    expect(page.get_by_test_id("descents")).to_have_count(0)


def in_arena(page: Page) -> Iterator[str]:
    """Open the arena with two variants, and its menu and views."""
    page.keyboard.press("a")
    page.get_by_test_id("arena-add").click()
    yield "arena: a variant to add"
    page.get_by_test_id("arena-add-confirm").click()
    expect(page.get_by_test_id("arena-standing")).to_have_attribute("data-ready", "2", timeout=2 * SOON)
    yield "arena"
    page.get_by_test_id("arena-sets").click()
    expect(page.get_by_role("menu")).to_be_visible()
    yield "arena: sets"
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_be_hidden()
    page.get_by_test_id("arena-view-outcomes").click()
    yield "arena: outcomes"


class Audit:
    """What axe-core finds, by view; every view is looked at before any of it fails the test."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._found: dict[str, str] = {}
        self.views: list[str] = []

    def look(self, view: str, *, in_dark: bool = True) -> None:
        """Look for everything in light, and for what colours can break in dark."""
        self.views.append(view)
        self._look(view, "light", ())
        if in_dark:
            self._look(view, "dark", CONTRAST)

    def _look(self, view: str, scheme: str, only: tuple[str, ...]) -> None:
        use_colours(self._page, scheme)
        for violation in violations(self._page, only=only):
            self._found.setdefault(violation, f"{view}, {scheme}")

    def __str__(self) -> str:
        return "\n".join(f"[{where}] {violation}" for violation, where in self._found.items())

    def assert_clean(self) -> None:
        """Fail with all that was found."""
        assert not self._found, f"axe-core found:\n{self}"


def test_axe_finds_nothing_in_the_studio(page: Page, server: RunningServer) -> None:
    opened(page, server)
    audit = Audit(page)
    for view in in_dock(page):
        audit.look(f"{view}, nothing measured", in_dark=False)
    train_and_pause(page)
    for view in in_studio(page):
        audit.look(view)
    assert len(audit.views) >= 25
    audit.assert_clean()


def test_axe_finds_nothing_in_the_arena(page: Page, server: RunningServer) -> None:
    opened(page, server)
    audit = Audit(page)
    for view in in_arena(page):
        audit.look(view)
    audit.assert_clean()


def test_axe_finds_nothing_in_chinese(page: Page, server: RunningServer) -> None:
    opened(page, server, f"{server.url}/?lang=zh-CN")
    audit = Audit(page)
    for view in in_studio(page):
        audit.look(view, in_dark=False)
    audit.assert_clean()


def test_axe_finds_what_is_there(page: Page, server: RunningServer) -> None:
    """The other tests are worth something only if a fault is found where there is one."""
    opened(page, server)
    page.evaluate("() => document.querySelector('[data-testid=keys]').removeAttribute('aria-label')")
    assert any(one.startswith("button-name") for one in violations(page))


def test_every_tab_of_the_dock_is_reached_and_switched_by_keyboard(page: Page, server: RunningServer) -> None:
    opened(page, server)
    tabs = dock_tabs(page)
    page.get_by_test_id("node-fc1").locator("xpath=..").focus()
    # From the last card on: wires, the graph's buttons, the dock's edge and its own button come first.
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.role === 'tab'"):
            break
    for tab in [*tabs[1:], tabs[0]]:
        page.keyboard.press("ArrowRight")
        expect(page.get_by_test_id(tab)).to_be_focused()
        expect(page.get_by_test_id(tab)).to_have_attribute("aria-selected", "true")
        expect(page.get_by_test_id(tab.replace("tab", "view"))).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.role !== 'tab'"), "the list of tabs is one stop"


def described(picture: Locator) -> str:
    """Return what the picture says in words, once it has been drawn."""
    expect(picture).to_have_attribute("data-step", re.compile(r"\d"), timeout=SOON)
    text = picture.evaluate("""(element) => element.getAttribute("aria-description")
      ?? document.getElementById(element.getAttribute("aria-describedby")).textContent""")
    return str(text)


def figure_in(text: str, name: str) -> float:
    """Return the number behind a name in a sentence."""
    found = re.search(rf"{re.escape(name)} ([−-]?[\d.]+(?:e[−-]?\d+)?)", text)
    assert found, f"no figure of {name!r} in {text!r}"
    return float(found.group(1).replace("−", "-"))


def test_every_picture_says_in_words_what_was_measured(page: Page, server: RunningServer) -> None:
    opened(page, server)
    train_and_pause(page)
    measured = latest_probes(server, run_of(page, server)["id"])

    outputs = measured["activation_histogram", "fc1", None]
    said = described(page.get_by_test_id("miniature-fc1"))
    assert figure_in(said, "Mean") == pytest.approx(outputs["mean"], rel=0.01)
    assert figure_in(said, "Spread (std)") == pytest.approx(outputs["std"], rel=0.01)

    page.get_by_test_id("dock-tab-gradients").click()
    said = described(page.get_by_test_id("gradient-flow"))
    for node in ("conv1", "norm1", "fc1"):
        norms = [one["norm"] for one in measured["gradient_stats", node, None]["parameters"].values()]
        assert figure_in(said, node) == pytest.approx(float(np.hypot.reduce(norms)), rel=0.05)

    for tab in in_dock(page):
        page.evaluate(SETTLED)
        for test_id, label, text in page.evaluate(PICTURES):
            assert label, f"{test_id} in {tab} has no name"
            assert len(re.findall(r"\d+", text)) >= 2, f"{test_id} in {tab} says no figures: {text!r}"


def test_a_decision_surface_says_what_is_answered_where(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, plane_spec(epochs=100_000)))
    train_and_pause(page)
    page.get_by_test_id("dock-tab-decision").click()
    measured = latest_probes(server, run_of(page, server)["id"])
    (surface,) = (message for (probe, _, _), message in measured.items() if probe == "decision_surface")
    winners = np.argmax(surface["values"], axis=0)
    said = described(page.get_by_test_id("decision-surface"))
    shares = [float(share) for share in re.findall(r"([\d.]+) %", said)]
    assert shares == pytest.approx([100 * float((winners == one).mean()) for one in range(2)], abs=0.06)


def test_nothing_moves_where_motion_is_to_be_reduced(page: Page, server: RunningServer) -> None:
    page.goto(link_to(server, convnet_spec(epochs=100_000)))
    expect(page.get_by_test_id("node-conv1")).to_be_visible()
    assert page.evaluate(MOVING), "with motion, something moves: else this test would prove nothing"
    page.emulate_media(reduced_motion="reduce")
    for view in in_studio(page):
        assert page.evaluate(MOVING) == [], view
        assert page.evaluate("() => document.getAnimations().length") == 0, view


@pytest.mark.parametrize("size", [(1024, 768), (3840, 2160)], ids=["1024x768", "4k"])
def test_nothing_stands_outside_the_window(page: Page, server: RunningServer, size: tuple[int, int]) -> None:
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    opened(page, server)
    train_and_pause(page)
    within = "[data-testid=top-bar] *, [data-testid=dock], [data-testid^=dock-tab-], [data-testid=inspector]"
    for view in in_dock(page):
        page.evaluate(SETTLED)
        assert page.evaluate(OUTSIDE, within) == [], view
        assert page.evaluate("() => document.scrollingElement.scrollWidth") == width, view
    graph = page.get_by_test_id("graph").bounding_box()
    assert graph is not None
    assert graph["width"] > width / 3
    assert graph["height"] > 120
