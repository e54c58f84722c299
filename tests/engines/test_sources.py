"""The scratch engine's source, as it is shown, is that of the files."""

from __future__ import annotations

import ast

import pytest

from neurarium.engines.lines import PACKAGE
from neurarium.engines.scratch.sources import FAMILIES, SourceCode, SourcePiece, source_of

KINDS = [(family, kind) for family, found in FAMILIES.items() for kind in found.kinds]


def lines_of(file: str) -> list[str]:
    return (PACKAGE.parent / file).read_text().splitlines(keepends=True)


def pieces_of(source: SourceCode) -> list[SourcePiece]:
    return [*source.methods, *source.helpers]


@pytest.mark.parametrize(("family", "kind"), KINDS)
def test_every_piece_is_what_stands_in_its_file_at_its_lines(family: str, kind: str) -> None:
    source = source_of(family, kind)
    for piece in pieces_of(source):
        text = piece.text.splitlines(keepends=True)
        start = piece.first_line - 1
        assert lines_of(piece.file)[start : start + len(text)] == text, piece.name
        assert f"def {piece.name}(" in piece.text
    whole = "".join(lines_of(source.file))
    (defined,) = (
        node for node in ast.parse(whole).body if isinstance(node, ast.ClassDef) and node.name == source.class_name
    )
    assert (ast.get_docstring(defined) or "") == source.docstring
    assert source.first_line in (defined.lineno, defined.decorator_list[0].lineno)
    assert source.file.endswith(f"/{kind}.py"), "a kind is computed in the file of its name"


def test_helpers_are_the_engines_own_each_once_in_the_order_in_which_they_are_called() -> None:
    source = source_of("layers", "conv2d")
    assert [piece.name for piece in source.methods] == ["forward", "backward"]
    names = [piece.name for piece in source.helpers]
    assert names[:4] == ["by_group", "pad", "blocks", "unroll"]
    assert len(names) == len(set(names))
    assert {"roll", "positions", "crop"} <= set(names)
    assert all(piece.file.startswith("neurarium/engines/scratch/layers/") for piece in source.helpers)


def test_what_is_inherited_is_shown_where_it_stands() -> None:
    source = source_of("optimizers", "adamw")
    step, update = source.methods
    assert (step.owner, step.file) == ("Optimizer", "neurarium/engines/scratch/optimizers/base.py")
    assert (update.owner, update.file) == ("AdamWOptimizer", "neurarium/engines/scratch/optimizers/adamw.py")
    assert "AdamOptimizer.update" in {f"{piece.owner}.{piece.name}" for piece in source.helpers}


@pytest.mark.parametrize(("family", "kind"), [("layers", "conv9d"), ("initializers", "zeros")])
def test_what_is_not_there_is_said(family: str, kind: str) -> None:
    with pytest.raises(KeyError):
        source_of(family, kind)
