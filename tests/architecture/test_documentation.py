"""The documents held to the code: a command, a setting, a file or a link that they name is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import typer.main

from neurarium.cli import app
from neurarium.sessions.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("README.md", "CONTRIBUTING.md")
# Read outside the server: by the tests.
OTHER_VARIABLES = {"NEURARIUM_CHROMIUM"}


def read(name: str) -> str:
    """Return a document's text."""
    return (ROOT / name).read_text(encoding="utf-8")


def code_in(text: str) -> list[str]:
    """Return what the document shows as code: the lines of its blocks, and its inline spans."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()] + spans


@pytest.mark.parametrize("document", DOCUMENTS)
def test_make_targets_that_are_named_exist(document: str) -> None:
    targets = set(re.findall(r"^([a-z][a-z0-9-]*):", read("Makefile"), flags=re.MULTILINE))
    named = {match[1] for code in code_in(read(document)) if (match := re.match(r"make ([a-z][a-z0-9-]*)", code))}
    assert named, f"{document} names no make target, so this test looked at nothing"
    assert named <= targets


def test_commands_and_options_that_the_readme_names_exist() -> None:
    commands = typer.main.get_group(app).commands
    named = [code.split()[1:] for code in code_in(read("README.md")) if re.match(r"neurarium [a-z]", code)]
    assert {words[0] for words in named} >= {"serve", "train", "check", "catalog"}
    for words in named:
        assert words[0] in commands
        known = {option for parameter in commands[words[0]].params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known


def test_files_that_commands_of_the_readme_read_exist() -> None:
    named = {word for code in code_in(read("README.md")) for word in code.split() if word.startswith("examples/")}
    assert named
    assert not {name for name in named if not (ROOT / name).is_file()}


def test_the_readme_names_every_setting_and_no_other() -> None:
    settings = {f"NEURARIUM_{name.upper()}" for name in Settings.model_fields}
    named = set(re.findall(r"NEURARIUM_[A-Z_]+", read("README.md")))
    assert named == settings | OTHER_VARIABLES


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_to_files_lead_somewhere(document: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", read(document))
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]


def test_paths_that_the_instructions_name_exist() -> None:
    """`<kind>` stands for any kind, so at least one file must fit."""
    paths = {
        code
        for code in code_in(read("CONTRIBUTING.md"))
        if re.fullmatch(r"(backend|tests|frontend|tools|docs)/[\w./<>*-]+", code)
    }
    assert len(paths) >= 4
    missing = [path for path in paths if not list(ROOT.glob(re.sub(r"<\w+>", "*", path)))]
    assert not missing


def test_make_help_lists_every_target_that_is_meant_for_people() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("run", "install", "test", "check", "test-backend", "test-frontend", "test-e2e", "format", "clean"):
        assert f"make {target} " in shown
