"""Finding a browser: what the variable names comes first, and a program that does not start is no browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import browser


def make_program(path: Path, status: int) -> Path:
    """Write a program that ends with the status."""
    path.write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Hide every browser of this machine, and return a folder that is the whole PATH."""
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "PLACES", ())
    monkeypatch.setattr(browser, "_from_playwright", lambda: iter(()))
    return tmp_path


def test_the_variable_comes_first(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_program(bare_machine / "chromium", 0)
    named = make_program(bare_machine / "my browser", 0)
    monkeypatch.setenv(browser.VARIABLE, str(named))
    assert browser.find() == named


def test_a_variable_that_names_no_browser_is_an_error(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(browser.VARIABLE, str(bare_machine / "missing"))
    with pytest.raises(browser.BrowserError, match=r"NEURARIUM_CHROMIUM is '.*missing', which is no browser"):
        browser.find()


def test_a_placeholder_that_does_not_start_is_passed_over(bare_machine: Path) -> None:
    make_program(bare_machine / "chromium", 1)
    real = make_program(bare_machine / "google-chrome", 0)
    assert browser.find() == real


def test_without_any_the_error_says_how_to_get_one(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "install", lambda: None)
    with pytest.raises(browser.BrowserError, match=r"apt install chromium.*NEURARIUM_CHROMIUM"):
        browser.ensure()


def test_what_was_installed_is_found(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "install", lambda: make_program(bare_machine / "chromium", 0))
    assert browser.ensure() == bare_machine / "chromium"


def test_the_debian_package_is_tried_after_playwright(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def refuse(command: list[str], environment: dict[str, str] | None = None) -> bool:
        asked.append(command)
        return False

    monkeypatch.setattr(browser, "_succeeds", refuse)
    monkeypatch.setattr(browser, "_is_root_on_debian", lambda: True)
    browser.install()
    assert [command[-2:] for command in asked[:2]] == [["install", "chromium"], ["apt-get", "update"]]
    assert asked[-1][0] == "apt-get"
    assert asked[-1][-1] == "chromium"
