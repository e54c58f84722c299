"""The built page, and nothing else of the machine's files."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest

from neurarium.api import page as page_module
from neurarium.api.app import create_app

SECRET = "not for the page's readers"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page as a build leaves it, with secrets beside it and links to them in it."""
    folder = tmp_path / "page"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>the page</title>")
    (folder / "icon.svg").write_text("<svg/>")
    (folder / "assets" / "index-abc.js").write_text("run()")
    (folder / ".stamp").write_text(SECRET)
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "page-other").mkdir()
    (tmp_path / "page-other" / "secret.txt").write_text(SECRET)
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "assets" / "link.txt").symlink_to(tmp_path / "secret.txt")
    monkeypatch.setattr(page_module, "PAGE", folder)
    return folder


def get(path: str) -> httpx.Response:
    """Ask the application itself: `path` reaches it as it stands here, percent signs decoded once, as a server does."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=create_app())
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.send(client.build_request("GET", httpx.URL("http://localhost", raw_path=path.encode())))

    return asyncio.run(ask())


@pytest.mark.usefixtures("built")
class TestPage:
    def test_the_page_its_icon_and_its_assets_are_served(self) -> None:
        assert "the page" in get("/").text
        assert get("/").headers["cache-control"] == "no-cache"
        assert get("/icon.svg").text == "<svg/>"
        script = get("/assets/index-abc.js")
        assert script.text == "run()"
        assert "javascript" in script.headers["content-type"]

    def test_a_name_of_the_pages_own_is_the_page(self) -> None:
        assert "the page" in get("/runs/some-view").text

    @pytest.mark.parametrize(
        "path",
        [
            "/../secret.txt",
            "/..%2fsecret.txt",
            "/..%2f..%2fpyproject.toml",
            "/%2e%2e/secret.txt",
            "/%2e%2e%2fsecret.txt",
            "/..%5csecret.txt",
            "/..\\secret.txt",
            "/assets/../../secret.txt",
            "/assets/..%2f..%2fsecret.txt",
            "/assets/%2e%2e/%2e%2e/secret.txt",
            "/../page-other/secret.txt",
            "/..%2fpage-other%2fsecret.txt",
            "//etc/passwd",
            "/%2fetc%2fpasswd",
            "/etc/passwd.txt",
            "/link.txt",
            "/assets/link.txt",
            "/.stamp",
            "/%00",
            "/icon.svg%00.txt",
            "/" + "n" * 5000,
            "/missing.js",
            "/assets/missing.js",
            "/assets/",
            "/api/missing",
            "/api",
            "/api/..%2fsecret.txt",
        ],
    )
    def test_what_is_not_the_pages_is_not_there(self, path: str) -> None:
        answer = get(path)
        assert answer.status_code == 404, answer.text
        assert SECRET not in answer.text
        assert answer.json()["error"]["code"] == "not_found"


def test_every_file_of_the_root_is_out_of_reach_by_its_absolute_path(built: Path) -> None:
    secret = built.parent / "secret.txt"
    for path in (f"/{secret}", f"/%2f{str(secret)[1:]}", f"/assets/{secret}"):
        answer = get(path)
        assert answer.status_code == 404
        assert SECRET not in answer.text


def test_a_page_that_is_not_built_says_how_to_build_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "PAGE", tmp_path)
    answer = get("/")
    assert answer.status_code == 503
    assert "make page" in answer.text
    assert get("/api/health").status_code == 200
    assert get("/anything").status_code == 404
