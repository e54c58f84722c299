"""Kinds are found by being there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from neurarium.spec.kinds import Kind, discover
from neurarium.spec.layers import LAYERS
from neurarium.spec.randomness import generator

MODULE = """
from typing import Literal
from neurarium.spec.kinds import Documentation, Kind

class {name}(Kind):
    documentation = Documentation("", "", "", "")
    kind: Literal["{kind}"] = "{kind}"
"""


def package(folder: Path, **modules: str) -> str:
    name = f"kinds_{folder.name}"
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text("")
    for module, text in modules.items():
        (folder / name / f"{module}.py").write_text(text)
    return name


def test_a_file_more_is_a_kind_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    found = discover(
        package(tmp_path, b=MODULE.format(name="Second", kind="second"), a=MODULE.format(name="First", kind="first")),
        Kind,
    )
    assert list(found) == ["first", "second"]


def test_two_files_cannot_claim_one_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    name = package(tmp_path, a=MODULE.format(name="First", kind="same"), b=MODULE.format(name="Second", kind="same"))
    with pytest.raises(TypeError, match="Second and First both claim the kind 'same'"):
        discover(name, Kind)


def test_each_kind_is_in_the_file_of_its_name() -> None:
    for name, kind in LAYERS.items():
        assert kind.__module__ == f"neurarium.spec.layers.{name}"


def test_random_streams_are_repeatable_and_apart() -> None:
    first = generator(3, "weights", "conv1", "weight").random(5)
    assert list(first) == list(generator(3, "weights", "conv1", "weight").random(5))
    others = [
        generator(4, "weights", "conv1", "weight"),
        generator(3, "weights", "conv1", "bias"),
        generator(3, "dropout", "conv1", 0),
        generator(3, "dropout", "conv1", 1),
    ]
    drawn = {tuple(first), *(tuple(other.random(5)) for other in others)}
    assert len(drawn) == 5
