"""A real server and a real browser for the tests in this folder.

A test takes `page` (Playwright's, at 1440 by 900, not yet navigated) and `server` (its address is `server.url`).
It fails where the page throws or writes an error to the console, unless it has said beforehand that it expects
that: `page_errors.allow("409")`. What the page looked like when a test failed is kept in test-results/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, ViewportSize, sync_playwright

# Fixtures, found here by the tests of the builder.
from tests.e2e.building import convnet as convnet
from tests.e2e.building import regression as regression
from tests.support.server import RunningServer
from tools import browser as browser_tools
from tools import page as page_tools

RESULTS = Path(__file__).resolve().parents[2] / "test-results"
VIEWPORT: ViewportSize = {"width": 1440, "height": 900}
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, keep them all in one process, since they share one server, and put them last.

    Last where one process runs them all; where several share them out, the largest group is begun first.
    """
    here = {item for item in items if Path(__file__).parent in item.path.parents}
    for item in here:
        item.add_marker(pytest.mark.e2e)
        item.add_marker(pytest.mark.xdist_group("e2e"))
    items.sort(key=lambda item: item in here)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember whether the test itself failed, for the fixtures that clean up after it."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


class PageErrors:
    """What went wrong in the page, save what the test said it expects."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._allowed: list[re.Pattern[str]] = []

    def allow(self, pattern: str) -> None:
        """Expect errors in which the regular expression is found."""
        self._allowed.append(re.compile(pattern))

    def watch(self, page: Page) -> None:
        """Collect the page's uncaught exceptions and the errors in its console."""
        page.on("pageerror", self._on_exception)
        page.on("console", self._on_console)

    def _on_exception(self, error: Error) -> None:
        self.found.append(f"uncaught: {error}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.found.append(f"console: {message.text} ({message.location.get('url', '')})")

    def unexpected(self) -> list[str]:
        """Return what was found and not allowed."""
        return [text for text in self.found if not any(pattern.search(text) for pattern in self._allowed)]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """Serve the built page and the API from one real process; stop it as Ctrl-C does."""
    assert page_tools.is_built(), "The page is not built, or older than its sources. Run: make page"
    with RunningServer(tmp_path_factory.mktemp("e2e-home")) as running:
        yield running


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start the Chrome or Chromium that is installed.

    For this folder alone: Playwright leaves its event loop running in the main thread as long as it is there, and where
    one runs no other test can start its own.
    """
    program = browser_tools.find()
    assert program is not None, browser_tools.HELP
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(browser_tools.ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def page_errors() -> PageErrors:
    """Collect what goes wrong in the page."""
    return PageErrors()


@pytest.fixture
def page(browser: Browser, page_errors: PageErrors, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Open a fresh page, as a first visitor has it, and fail the test on any error in it."""
    context = browser.new_context(viewport=VIEWPORT, locale="en-GB")
    context.set_default_timeout(15_000)
    page = context.new_page()
    page_errors.watch(page)
    yield page
    unexpected = page_errors.unexpected()
    if request.node.stash.get(FAILED, False) or unexpected:
        RESULTS.mkdir(exist_ok=True)
        name = re.sub(r"[^\w.-]+", "_", request.node.name)
        page.screenshot(path=RESULTS / f"{name}.png")
    context.close()
    assert not unexpected, "the page reported errors:\n" + "\n".join(unexpected)
