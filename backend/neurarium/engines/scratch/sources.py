"""The scratch engine's own source, read from the running code."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from neurarium.engines.lines import file_name
from neurarium.engines.scratch import layers, losses, optimizers, second_order, surfaces
from neurarium.spec.kinds import Kind
from neurarium.spec.layers import LAYERS
from neurarium.spec.losses import LOSSES
from neurarium.spec.optimizers import OPTIMIZERS
from neurarium.spec.second_order import SECOND_ORDER
from neurarium.spec.surfaces import SURFACES


@dataclass(frozen=True)
class SourcePiece:
    """A method or function.

    Attributes:
        name: what it is called.
        owner: the class that defines it; empty for a function.
        file: where it stands, e.g. ``neurarium/engines/scratch/layers/conv2d.py``.
        first_line: the number of its first line there, from 1.
        text: its lines, as they stand in the file.
    """

    name: str
    owner: str
    file: str
    first_line: int
    text: str


@dataclass(frozen=True)
class SourceCode:
    """Who computes a kind, and how.

    Attributes:
        class_name: the class.
        file, first_line: where it begins.
        docstring: what it says of itself, without indentation.
        methods: the passes, in the order in which they run: ``forward`` and ``backward``; of an optimizer ``step`` and
            ``update``, of a surface ``value``, ``gradient`` and ``hessian``.
        helpers: what those call of the engine's own, each once, in the order in which it is first called.
    """

    class_name: str
    file: str
    first_line: int
    docstring: str
    methods: list[SourcePiece]
    helpers: list[SourcePiece]


@dataclass(frozen=True)
class _Family:
    kinds: Mapping[str, type[Kind]]
    find: Callable[[Any], type[Any]]
    methods: tuple[str, ...]


FAMILIES: Mapping[str, _Family] = {
    "layers": _Family(LAYERS, layers.implements.find, ("forward", "backward")),
    "losses": _Family(LOSSES, losses.implements.find, ("forward", "backward")),
    "optimizers": _Family(OPTIMIZERS, optimizers.implements.find, ("step", "update")),
    "second_order": _Family(SECOND_ORDER, second_order.implements.find, ("step",)),
    "surfaces": _Family(SURFACES, surfaces.implements.find, ("value", "gradient", "hessian")),
}
"""What has source here, by the catalog's name of its list."""
_EVERYDAY = frozenset({"memory"})
"""Helpers that say nothing of the mathematics."""


def source_of(family: str, kind: str) -> SourceCode:
    """Return the source of what computes `kind`.

    Raises:
        KeyError: there is no such family, or no such kind in it.
    """
    found = FAMILIES[family]
    owner = found.find(found.kinds[kind])
    methods = [_method(owner, name) for name in found.methods]
    pieces = [_piece(method) for method in methods]
    return SourceCode(
        class_name=owner.__name__,
        file=file_name(inspect.getfile(owner)),
        first_line=inspect.getsourcelines(owner)[1],
        docstring=inspect.cleandoc(owner.__doc__ or ""),
        methods=pieces,
        helpers=[_piece(helper) for helper in _helpers(owner, methods)],
    )


def _method(owner: type[Any], name: str) -> Callable[..., Any]:
    return inspect.unwrap(getattr(owner, name))


def _piece(function: Callable[..., Any]) -> SourcePiece:
    lines, first = inspect.getsourcelines(function)
    return SourcePiece(
        name=function.__name__,
        owner=function.__qualname__.rpartition(".")[0],
        file=file_name(inspect.getfile(function)),
        first_line=first,
        text="".join(lines),
    )


def _helpers(owner: type[Any], methods: list[Callable[..., Any]]) -> list[Callable[..., Any]]:
    """Return what the methods call of this engine, directly or through one another."""
    found: dict[str, Callable[..., Any]] = {}
    waiting = list(methods)
    known = set(methods)
    while waiting:
        caller = waiting.pop(0)
        for name, called in _called(owner, caller):
            if called not in known and name not in _EVERYDAY:
                known.add(called)
                found[f"{called.__module__}.{called.__qualname__}"] = called
                waiting.append(called)
    return list(found.values())


def _called(owner: type[Any], caller: Callable[..., Any]) -> list[tuple[str, Callable[..., Any]]]:
    """Return the methods of `owner` and the functions of its modules that `caller` names, in that order."""
    module = inspect.getmodule(caller)
    names = [base.__qualname__ for base in owner.__mro__]
    defining = caller.__qualname__.rpartition(".")[0]
    inherited = owner.__mro__[names.index(defining) + 1 :] if defining in names else ()
    found: list[tuple[int, int, str, Any]] = []
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(caller)))):
        if isinstance(node, ast.Attribute):
            place = (node.lineno, node.col_offset, node.attr)
            match node.value:
                case ast.Name(id="self"):
                    found.append((*place, getattr(owner, node.attr, None)))
                case ast.Call(func=ast.Name(id="super")):
                    found.append((*place, _first(inherited, node.attr)))
                case _:
                    pass
        elif isinstance(node, ast.Name):
            found.append((node.lineno, node.col_offset, node.id, getattr(module, node.id, None)))
    return [
        (name, called)
        for _, _, name, called in sorted(found, key=lambda item: item[:2])
        if inspect.isfunction(called) and called.__module__.startswith("neurarium.engines.scratch.")
    ]


def _first(bases: Iterable[type[Any]], name: str) -> Any:
    return next((vars(base)[name] for base in bases if name in vars(base)), None)
