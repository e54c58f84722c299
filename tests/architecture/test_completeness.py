"""A kind that lacks an engine, a word of documentation or a conformance entry does not pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

import neurarium.engines
from neurarium.spec.kinds import Documentation, Kind
from neurarium.spec.layers import LAYERS
from tests.conformance.cases import ENTRIES

ENGINES_FOLDER = Path(neurarium.engines.__file__).parent
ENGINES = ("scratch", "pytorch")
COMPUTED = ("layers", "losses", "optimizers", "surfaces", "second_order")
"""Families that each engine computes by itself; initializers and schedules are one implementation for both."""
NO_KINDS = {"__init__", "base", "windows"}
"""Files of an engine that implement no kind."""
UNGROUPED = {"family"}
"""What kinds of a family without groups leave empty."""


def gaps(family: str, kinds: Mapping[str, type[Kind]], cases: Mapping[str, object]) -> list[str]:
    """Return what is missing for these kinds, a sentence each."""
    found = []
    for name, kind in kinds.items():
        documentation = getattr(kind, "documentation", None)
        optional = UNGROUPED if family != "layers" else set()
        found += [
            f"{family}/{name} has no {field.name}"
            for field in fields(Documentation)
            if field.name not in optional and not getattr(documentation, field.name, None)
        ]
        found += [
            f"{family}/{name} has no {engine}/{family}/{name}.py"
            for engine in ENGINES
            if family in COMPUTED and not (ENGINES_FOLDER / engine / family / f"{name}.py").is_file()
        ]
        if not cases.get(name):
            found.append(f"{family}/{name} has no entry in tests/conformance/cases.py")
    return found


@pytest.mark.parametrize("family", ENTRIES)
def test_every_kind_is_complete(family: str) -> None:
    assert gaps(family, *ENTRIES[family]) == []


@pytest.mark.parametrize("family", ENTRIES)
def test_there_is_no_entry_without_a_kind(family: str) -> None:
    kinds, cases = ENTRIES[family]
    assert set(cases) <= set(kinds)


@pytest.mark.parametrize("family", COMPUTED)
@pytest.mark.parametrize("engine", ENGINES)
def test_there_is_no_file_without_a_kind(engine: str, family: str) -> None:
    files = {path.stem for path in (ENGINES_FOLDER / engine / family).glob("*.py")} - NO_KINDS
    assert files == set(ENTRIES[family][0])


@pytest.mark.parametrize("family", COMPUTED)
@pytest.mark.parametrize("engine", [pytest.param("scratch"), pytest.param("pytorch", marks=pytest.mark.torch)])
def test_every_file_implements_the_kind_of_its_name(engine: str, family: str) -> None:
    package = __import__(f"neurarium.engines.{engine}.{family}", fromlist=["implements"])
    for name, kind in ENTRIES[family][0].items():
        assert package.implements.find(kind).__module__ == f"{package.__name__}.{name}"


def test_the_families_with_entries_are_all_but_those_that_only_make_data() -> None:
    spec = ENGINES_FOLDER.parent / "spec"
    families = {folder.name for folder in spec.iterdir() if (folder / "base.py").is_file()}
    assert families == {*ENTRIES, "datasets"}


def test_a_kind_that_lacks_everything_is_caught() -> None:
    """The check itself can fail: it would be worth nothing otherwise."""

    class Undocumented(LAYERS["relu"]):
        documentation = Documentation(title="", sentence="", formula="", source="")

    assert gaps("layers", {"invented": Undocumented}, {"invented": []}) == [
        "layers/invented has no title",
        "layers/invented has no sentence",
        "layers/invented has no formula",
        "layers/invented has no source",
        "layers/invented has no family",
        "layers/invented has no scratch/layers/invented.py",
        "layers/invented has no pytorch/layers/invented.py",
        "layers/invented has no entry in tests/conformance/cases.py",
    ]
