"""Which lines of the scratch engine ran, written down while they ran."""

from __future__ import annotations

import inspect
import sys
from typing import Any

import pytest

from neurarium.engines.lines import LOSS, OPTIMIZER, PACKAGE, LinesRun, file_name, recording_lines
from neurarium.engines.scratch.layers.batch_norm import BatchNormLayer
from neurarium.engines.scratch.layers.conv2d import Conv2dLayer
from neurarium.engines.scratch.layers.windows import ColumnsLayer
from neurarium.engines.scratch.optimizers.adam import AdamOptimizer
from tests.engines.networks import NODES, batch, build


def traced(nodes: list[dict[str, Any]] | None = None, engine: str = "scratch", **changes: Any) -> LinesRun:
    made, _ = build(engine, nodes, **changes)
    with recording_lines("scratch") as lines:
        made.trace_step(*batch(0), 0.01)
    return lines


def numbered(function: Any) -> list[tuple[int, str]]:
    """A function's lines with their numbers, its first one, which runs at its definition, left out."""
    lines, first = inspect.getsourcelines(function)
    return list(enumerate(lines, first))[1:]


def extent(function: Any) -> set[int]:
    """The numbers of those lines."""
    return {number for number, _ in numbered(function)}


CONV, WINDOWS = (f"neurarium/engines/scratch/layers/{name}.py" for name in ("conv2d", "windows"))


def test_the_lines_of_each_pass_are_told_apart() -> None:
    lines = traced()
    forward, backward = lines.of("conv", "forward"), lines.of("conv", "backward")
    assert forward[CONV] <= extent(Conv2dLayer.forward)
    assert backward[CONV] <= extent(Conv2dLayer.backward)
    assert extent(Conv2dLayer.forward) - forward[CONV] == set(), "with a bias every line of it runs"
    assert forward[WINDOWS] & extent(ColumnsLayer.unroll)
    assert not forward[WINDOWS] & extent(ColumnsLayer.roll), "only the way back folds columns up again"


def test_a_branch_that_was_not_taken_did_not_run() -> None:
    without = [{**NODES[0], "bias": False}, *NODES[1:]]
    adds = next(number for number, line in numbered(Conv2dLayer.forward) if 'rows += self.parameters["bias"]' in line)
    assert adds in traced().of("conv", "forward")[CONV]
    assert adds not in traced(without).of("conv", "forward")[CONV]
    running = "neurarium/engines/scratch/layers/batch_norm.py"
    reads = next(number for number, line in numbered(BatchNormLayer.forward) if "running_mean" in line)
    assert reads not in traced().of("norm", "forward")[running]
    assert reads in traced(frozen=["norm"]).of("norm", "forward")[running]


def test_loss_and_optimizer_have_lines_of_their_own_and_other_nodes_none() -> None:
    lines = traced()
    update = lines.of(OPTIMIZER, "step")["neurarium/engines/scratch/optimizers/adam.py"]
    comments = {number for number, line in numbered(AdamOptimizer.update) if line.strip().startswith("#")}
    assert update == extent(AdamOptimizer.update) - comments
    for way in ("forward", "backward"):
        assert list(lines.of(LOSS, way)) == ["neurarium/engines/scratch/losses/softmax_cross_entropy.py"]
        for node in NODES:
            assert lines.of(node["id"], way), f"{node['id']} has lines {way}"
    assert not lines.of("nobody", "forward")


@pytest.mark.torch
def test_nothing_of_the_scratch_engine_runs_where_torch_computes() -> None:
    lines = traced(engine="torch")
    assert not lines.of("conv", "forward")
    assert not lines.of(LOSS, "forward")


def test_whoever_watched_the_thread_before_does_so_again() -> None:
    def watch(*_: Any) -> None:
        return None

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        with pytest.raises(ZeroDivisionError), recording_lines("scratch"):
            _ = 1 / 0
        assert sys.gettrace() is watch
    finally:
        sys.settrace(before)


def test_files_are_named_from_the_package_on() -> None:
    assert file_name(PACKAGE / "engines" / "base.py") == "neurarium/engines/base.py"
