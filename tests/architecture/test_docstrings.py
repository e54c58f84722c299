"""Public docstrings held to the code: what a function raises they name; what computes has its shapes and a source.

That there is a docstring at all is the linter's to check (ruff, D1).
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import neurarium
from tests.conformance.cases import ENTRIES

ROOT = Path(neurarium.__file__).parent
# What a command of the command line says of itself is what --help prints.
FILES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("*.py") if path.name != "cli.py")
Function = ast.FunctionDef | ast.AsyncFunctionDef
SHAPES = re.compile(r"[Aa]ny shape|\([^()]*(\([^()]*\)[^()]*)?\b(batch|size)\b[^()]*\)")
"""What tells of shapes: that any will do, or a tuple with the batch, or a vector's size, among its axes."""


def public_functions(tree: ast.Module) -> Iterator[tuple[list[str], Function]]:
    """Yield a module's public functions and methods, each with its path of names."""
    waiting: list[tuple[list[str], ast.AST]] = [([], tree)]
    while waiting:
        names, node = waiting.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_"):
                path = [*names, child.name]
                if isinstance(child, ast.ClassDef):
                    waiting.append((path, child))
                else:
                    yield path, child


def raised(function: Function) -> set[str]:
    """Return the names of what a function itself raises: of a class, or of what makes the exception."""
    names: set[str] = set()
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Function | ast.Lambda | ast.ClassDef):
            continue
        if isinstance(node, ast.Raise) and node.exc is not None:
            called = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            names.add(ast.unparse(called))
        waiting.extend(ast.iter_child_nodes(node))
    return names


def silent_about(function: Function, docstring: str) -> set[str]:
    """Return what a function raises without a word of it; where a call makes the exception, any error will do."""
    told = set(re.findall(r"\w+(?:Error|Exception)\b", docstring))
    return {name for name in raised(function) if not (name in told or (told and not re.fullmatch(r"[A-Z]\w*", name)))}


@pytest.mark.torch
@pytest.mark.parametrize("file", FILES, ids=str)
def test_functions_name_what_they_raise(file: Path) -> None:
    """A method may leave it to the class whose method it fulfils."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    found = [(path, function) for path, function in public_functions(tree) if raised(function)]
    if not found:
        return
    module = importlib.import_module(".".join(["neurarium", *file.with_suffix("").parts]).removesuffix(".__init__"))
    missing: list[str] = []
    for path, function in found:
        named: object = module
        for name in path:
            named = inspect.getattr_static(named, name)
        owner = getattr(module, path[0])
        known = getattr(owner, path[1]) if len(path) == 2 and not isinstance(named, property) else named
        if silence := silent_about(function, inspect.getdoc(known) or ""):
            missing.append(f"{'.'.join(path)}: {', '.join(sorted(silence))}")
    assert missing == []


@pytest.mark.parametrize("family", ["layers", "losses", "optimizers"])
def test_what_the_scratch_engine_computes_has_its_shapes_and_a_source(family: str) -> None:
    """The class says it, or the methods of the class that it fulfils say the shapes."""
    package = importlib.import_module(f"neurarium.engines.scratch.{family}")
    missing: list[str] = []
    for name, kind in ENTRIES[family][0].items():
        implementation = package.implements.find(kind)
        told = [
            implementation,
            *(getattr(implementation, method, None) for method in ("forward", "backward", "update")),
        ]
        if not any(SHAPES.search(inspect.getdoc(one) or "") for one in told if one is not None):
            missing.append(f"{name}: no shape")
        if "Source:" not in (inspect.getdoc(implementation) or ""):
            missing.append(f"{name}: no source")
    assert missing == []


def test_a_function_that_keeps_quiet_is_caught() -> None:
    """The check itself can fail: it would be worth nothing otherwise."""
    tree = ast.parse("def half(x):\n    if x % 2:\n        raise ValueError(x)\n    raise made(x)\n")
    ((path, function),) = public_functions(tree)
    assert path == ["half"]
    assert silent_about(function, "Return half of it.") == {"ValueError", "made"}
    assert silent_about(function, "Return half of it; raises `ValueError`.") == set()
