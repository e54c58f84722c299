"""The page comes whole from its own server: it works where there is no other network."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.e2e.conftest import PageErrors
from tests.support.server import RunningServer


def test_everything_comes_from_the_server_itself(page: Page, server: RunningServer) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(server.url, wait_until="load")
    assert answer is not None
    assert answer.status == 200
    expect(page.locator("#root > *").first).to_be_attached()
    assert len(asked) > 1
    elsewhere = [
        address
        for address in asked
        if urlsplit(address).scheme not in ("data", "blob") and urlsplit(address).netloc != urlsplit(server.url).netloc
    ]
    assert not elsewhere


def test_an_error_in_the_page_does_not_go_unseen(page: Page, server: RunningServer, page_errors: PageErrors) -> None:
    """The fixture itself: what the page throws or complains of reaches the test."""
    page_errors.allow("made to fail")
    page.goto(server.url)
    page.evaluate("setTimeout(() => { throw new Error('made to fail: thrown') })")
    page.evaluate("console.error('made to fail: console')")
    page.wait_for_function("true")
    assert any("uncaught: made to fail" in text for text in page_errors.found)
    assert any("console: made to fail" in text for text in page_errors.found)
