"""A look at one training step: every number of it, kept so that it can be asked for piece by piece."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from neurarium.engines import Engine, StepResult
from neurarium.engines.lines import LOSS, OPTIMIZER, Files, LinesRun, recording_lines
from neurarium.graph import INPUT, Plan, PlannedNode, frozen_nodes
from neurarium.spec.layers.base import count
from neurarium.spec.run import RunSpec

Tree: TypeAlias = dict[str, Any]
"""Plain data, in the form of `training.trace.Trace`."""
Leaf: TypeAlias = Callable[[np.ndarray], Tree]
"""How an array is written: `arrays.plain` or `arrays.packed`."""

MOST_REMEMBERED = 2
"""Tensors that an optimizer keeps of one parameter, at most."""


@dataclass(frozen=True)
class Look:
    """One step, seen from every node. Arrays by node are ``(samples, *shape)``; those by parameter have its shape.

    Attributes:
        spec, plan: what was trained.
        step: the number of the update, from 1.
        samples: how many of the batch's samples are kept: its first ones.
        batch: how many samples the step was made on.
        learning_rate: with which it was made.
        result: what the batch came to.
        targets: of the samples kept.
        outputs, by_output: what nodes put out, and the loss's derivatives by it; ``"input"`` is the data.
        before: parameters, running statistics and the optimizer's memory before the update, named as in a state.
        after, by_parameter: parameters after the update, and the loss's derivatives by them, by node and name.
        statistics: mean and variance by which a node that keeps running ones normalised, by channel.
        lines: which lines of the engine's source ran.
    """

    spec: RunSpec
    plan: Plan
    step: int
    samples: int
    batch: int
    learning_rate: float
    result: StepResult
    targets: np.ndarray
    outputs: Mapping[str, np.ndarray]
    by_output: Mapping[str, np.ndarray]
    before: Mapping[str, np.ndarray]
    after: Mapping[tuple[str, str], np.ndarray]
    by_parameter: Mapping[tuple[str, str], np.ndarray]
    statistics: Mapping[str, Mapping[str, np.ndarray]]
    lines: LinesRun

    def tree(self, leaf: Leaf, samples: int, nodes: Iterable[str] | None = None) -> Tree:
        """Return the look as plain data.

        Arguments:
            leaf: how arrays are written.
            samples: how many samples of it, at most as many as are kept.
            nodes: which nodes; left out, all.
        """
        wanted = None if nodes is None else set(nodes)
        shown = [node for node in self.plan.nodes if wanted is None or node.name in wanted]
        finite = math.isfinite(self.result.loss)
        return {
            "engine": self.spec.engine,
            "dtype": self.outputs[INPUT].dtype.name,
            "step": self.step,
            "batch": self.batch,
            "samples": samples,
            "learning_rate": self.learning_rate,
            "loss": self.result.loss if finite else None,
            "gradient_norm": self._gradient_norm() if finite else None,
            "inputs": leaf(self.outputs[INPUT][:samples]),
            "targets": leaf(self.targets[:samples]),
            "forward": [self._forward(leaf, node, samples) for node in shown],
            "backward": [self._backward(leaf, node, samples) for node in reversed(shown)],
            "input_gradient": leaf(self.by_output[INPUT][:samples]),
            "loss_lines": {way: _plain_lines(self.lines.of(LOSS, way)) for way in ("forward", "backward")},
            "update_lines": _plain_lines(self.lines.of(OPTIMIZER, "step")),
        }

    def _forward(self, leaf: Leaf, node: PlannedNode, samples: int) -> Tree:
        window, statistics = node.layer.window, self.statistics.get(node.name)
        return {
            "node": node.name,
            "kind": node.layer.kind,
            "inputs": [{"node": taken, **leaf(self.outputs[taken][:samples])} for taken in node.inputs],
            "parameters": {name: leaf(self.before[f"parameters/{node.name}/{name}"]) for name in node.parameters},
            "statistics": statistics and {name: leaf(values) for name, values in statistics.items()},
            "window": None if window is None else dict(vars(window)),
            "output": leaf(self.outputs[node.name][:samples]),
            "lines": _plain_lines(self.lines.of(node.name, "forward")),
        }

    def _backward(self, leaf: Leaf, node: PlannedNode, samples: int) -> Tree:
        return {
            "node": node.name,
            "kind": node.layer.kind,
            "gradient": leaf(self.by_output[node.name][:samples]),
            "parameters": {name: self._parameter(leaf, node.name, name) for name in node.parameters},
            "lines": _plain_lines(self.lines.of(node.name, "backward")),
        }

    def _parameter(self, leaf: Leaf, node: str, name: str) -> Tree:
        value = self.after[node, name]
        end = f"/{node}/{name}"
        return {
            "gradient": leaf(self.by_parameter[node, name]),
            "update": leaf(value - self.before[f"parameters{end}"]),
            "value": leaf(value),
            "remembered": {
                key.removeprefix("optimizer/").removesuffix(end): leaf(kept)
                for key, kept in self.before.items()
                if key.startswith("optimizer/") and key.endswith(end)
            },
        }

    def _gradient_norm(self) -> float:
        """The length of the gradient of all trained parameters together: what clipping goes by."""
        frozen = frozen_nodes(self.plan, self.spec.frozen)
        squares = (
            float(np.sum(np.square(gradient, dtype=np.float64)))
            for (node, _), gradient in self.by_parameter.items()
            if node not in frozen
        )
        return math.sqrt(sum(squares))


def take_look(
    engine: Engine,
    before: Mapping[str, np.ndarray],
    spec: RunSpec,
    plan: Plan,
    batch: tuple[np.ndarray, np.ndarray],
    learning_rate: float,
    samples: int,
) -> Look:
    """Have `engine` make one training step, and keep all of it. The step is made: it is the caller's to take back.

    Arguments:
        engine: built for `spec` and `plan`.
        before: its state.
        spec, plan: what it trains.
        batch: inputs and targets.
        learning_rate: of the step.
        samples: how many of the batch's first samples to keep; the step is made on all of them.
    """
    inputs, targets = batch
    # Of a run with PyTorch there are none: nothing of the scratch engine runs.
    with recording_lines("scratch") as lines:
        result, by_output = engine.trace_step(inputs, targets, learning_rate)
    observed, step = engine.observation, int(before["step"]) + 1
    shapes = {INPUT: plan.input_shape, **{node.name: node.output_shape for node in plan.nodes}}
    statistics: dict[str, Mapping[str, np.ndarray]] = {}
    outputs: dict[str, np.ndarray] = {}
    normalising = [node for node in plan.nodes if node.buffers]
    frozen = frozen_nodes(plan, spec.frozen)
    for name, shape in shapes.items():
        whole = observed.output(name, observed.batch * count(shape)).values.reshape(observed.batch, *shape)
        for node in normalising:
            if name in node.inputs:
                statistics[node.name] = _running(node, before) if node.name in frozen else _statistics(whole)
        outputs[name] = whole[:samples].copy()
    keys = [(node.name, name) for node in plan.nodes for name in node.parameters]
    return Look(
        spec=spec,
        plan=plan,
        step=step,
        samples=min(samples, observed.batch),
        batch=observed.batch,
        learning_rate=learning_rate,
        result=result,
        targets=targets[:samples].astype(np.uint32) if targets.dtype.kind == "i" else targets[:samples],
        outputs=outputs,
        by_output={name: gradient[:samples].copy() for name, gradient in by_output.items()},
        before=before,
        after={key: observed.parameter(*key).copy() for key in keys},
        by_parameter={key: observed.gradient(*key).copy() for key in keys},
        statistics=statistics,
        lines=lines,
    )


def look_size(node: PlannedNode, samples: int) -> int:
    """Return how many numbers a look at one node holds, at most."""
    return (
        samples * (sum(map(count, node.input_shapes)) + 2 * count(node.output_shape))
        + (4 + MOST_REMEMBERED) * node.parameter_count
    )


def _statistics(inputs: np.ndarray) -> dict[str, np.ndarray]:
    """Return mean and biased variance of each channel of ``(batch, channels, ...)``."""
    axes = (0, *range(2, inputs.ndim))
    return {"mean": inputs.mean(axis=axes), "variance": inputs.var(axis=axes)}


def _running(node: PlannedNode, state: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the running statistics, by which a frozen node normalises."""
    mean, variance = (state[f"buffers/{node.name}/{name}"] for name in ("running_mean", "running_var"))
    return {"mean": mean, "variance": variance}


def _plain_lines(files: Files) -> list[Tree]:
    return [{"file": file, "lines": sorted(lines)} for file, lines in sorted(files.items())]
