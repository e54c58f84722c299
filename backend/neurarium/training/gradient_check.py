"""Backpropagation held against numerical differentiation, parameter by parameter."""

from collections.abc import Mapping
from typing import Literal

import numpy as np
from pydantic import Field

from neurarium.engines import Engine, create_engine
from neurarium.engines.threads import limit_threads
from neurarium.graph import Plan, plan_for
from neurarium.spec.base import SpecModel
from neurarium.spec.errors import LimitError
from neurarium.spec.randomness import generator
from neurarium.spec.run import RunSpec
from neurarium.training.first_batch import first_batch
from neurarium.words import say

MOST_PARAMETERS = 200_000
"""Of a network that is checked: each value that is checked sets all of them anew."""
MOST_SAMPLES = 16
MOST_VALUES = 24
"""Values that are checked of one tensor; of larger ones these are drawn at random, under the run's seed."""
TOLERANCE = 1e-6
"""The relative error up to which a derivative counts as right."""
_STEPS = (1e-5, 1e-6, 1e-7)
"""Distances at which the loss is taken. A smaller one is tried where a kink may lie within a larger one's reach."""


class CheckedParameter(SpecModel):
    """What became of one parameter tensor.

    Its relative errors are ``|g - d| / max(|g|, |d|, m / 100, 1e-4)``, g being the derivative by backpropagation, d the
    difference quotient, and m the largest g of the tensor: a difference of rounded losses says nothing about much
    smaller ones.
    """

    node: str
    parameter: str
    shape: list[int]
    size: int
    checked: int
    at_kinks: int = Field(
        description="How many of the checked values sit too near a kink to be judged; they have no part in the errors."
    )
    max_relative_error: float | None
    max_absolute_error: float | None
    largest_gradient: float
    verdict: Literal["right", "wrong", "kinks"]


class GradientCheck(SpecModel):
    """What became of all of them; `verdict` is wrong where one is wrong, else right."""

    engine: str
    batch: int
    loss: float
    tolerance: float
    verdict: Literal["right", "wrong"]
    checked: int
    at_kinks: int
    max_relative_error: float | None
    parameters: list[CheckedParameter]


def check_gradient_request(spec: RunSpec) -> Plan:
    """Return the plan of what is to be checked; computes nothing.

    Raises:
        LimitError: the network is too large for a check; located at the node that has most of its parameters.
    """
    plan = plan_for(spec.network.nodes, spec.data, spec.loss)
    if plan.parameter_count > MOST_PARAMETERS:
        largest = max(plan.nodes, key=lambda node: node.parameter_count)
        raise LimitError(
            say(
                "The network has {count:,} parameters, {of_node:,} of them in "
                "{name}; gradients are checked of {most:,} at most.",
                count=plan.parameter_count,
                of_node=largest.parameter_count,
                name=largest.name,
                most=MOST_PARAMETERS,
            ),
            hint=say("Check a smaller network of the same layers."),
            node=largest.name,
            code="too_many_parameters",
        )
    return plan


def check_gradients(spec: RunSpec, weights: Mapping[str, np.ndarray] | None = None) -> GradientCheck:
    """Compare the engine's gradients with central differences, in float64, on the first samples of the first batch.

    ``dL/dw = (L(w + h) - L(w - h)) / 2h``, in training mode, with one dropout mask for all passes. Where the loss bends
    between w - h and w + h, as at the corner of a ReLU or where two values tie for a maximum, the quotient is no
    derivative: h is then made smaller, down to 1e-7, and where the slope still jumps by as much as the error, the value
    is counted as one at a kink and not judged.

    Arguments:
        spec: the run whose first batch is taken; at most 16 samples of it. Its device is the cpu here.
        weights: what to start from, of the planned shapes; left out, the initial weights.

    Raises:
        NeurariumError: as `check_gradient_request`, or the run cannot be built here.

    Source: Deep Learning from Scratch, sections 4.3 and 5.7.4.
    """
    plan = check_gradient_request(spec)
    samples = first_batch(spec, MOST_SAMPLES)
    inputs, targets = samples.inputs.astype(np.float64), samples.targets
    limit_threads(plan, len(targets))
    on_cpu = spec.model_copy(update={"device": "cpu"})
    engine = create_engine(on_cpu, plan, np.float64, weights)
    losses = _Losses(engine, inputs, targets)
    gradients = {
        (node.name, name): np.array(engine.observation.gradient(node.name, name))
        for node in plan.nodes
        for name in node.parameters
    }
    parameters = [
        _check_tensor(losses, node, name, gradient, _positions(spec.seed, node, name, gradient.size))
        for (node, name), gradient in gradients.items()
    ]
    relative = [entry.max_relative_error for entry in parameters if entry.max_relative_error is not None]
    return GradientCheck(
        engine=spec.engine,
        batch=len(targets),
        loss=losses.here,
        tolerance=TOLERANCE,
        verdict="wrong" if any(entry.verdict == "wrong" for entry in parameters) else "right",
        checked=sum(entry.checked for entry in parameters),
        at_kinks=sum(entry.at_kinks for entry in parameters),
        max_relative_error=max(relative, default=None),
        parameters=parameters,
    )


class _Losses:
    """The loss as a function of one parameter value."""

    def __init__(self, engine: Engine, inputs: np.ndarray, targets: np.ndarray) -> None:
        self._engine, self._inputs, self._targets = engine, inputs, targets
        self._first = dict(engine.state())
        self.here = engine.measure(inputs, targets).loss

    def at(self, node: str, name: str, flat: int, change: float) -> tuple[float, float]:
        """Return the loss with one value of a parameter changed, and its derivative there by backpropagation."""
        key = f"parameters/{node}/{name}"
        moved = self._first[key].copy()
        moved.reshape(-1)[flat] += change
        self._engine.load_state({**self._first, key: moved})
        loss = self._engine.measure(self._inputs, self._targets).loss
        return loss, float(self._engine.observation.gradient(node, name).reshape(-1)[flat])


def _positions(seed: int, node: str, name: str, size: int) -> np.ndarray:
    if size <= MOST_VALUES:
        return np.arange(size)
    return np.sort(generator(seed, "gradient_check", node, name).choice(size, MOST_VALUES, replace=False))


def _check_tensor(
    losses: _Losses, node: str, name: str, gradient: np.ndarray, positions: np.ndarray
) -> CheckedParameter:
    largest = float(np.abs(gradient).max(initial=0.0))
    floor = max(largest / 100, 1e-4)
    relative: list[float] = []
    absolute: list[float] = []
    at_kinks = 0
    for flat in positions.tolist():
        backpropagated = float(gradient.reshape(-1)[flat])
        error, scale, smooth = _compare(losses, node, name, flat, backpropagated, floor)
        if smooth:
            absolute.append(error)
            relative.append(error / scale)
        else:
            at_kinks += 1
    worst = max(relative, default=None)
    return CheckedParameter(
        node=node,
        parameter=name,
        shape=list(gradient.shape),
        size=gradient.size,
        checked=len(positions),
        at_kinks=at_kinks,
        max_relative_error=worst,
        max_absolute_error=max(absolute, default=None),
        largest_gradient=largest,
        verdict="kinks" if worst is None else "right" if worst <= TOLERANCE else "wrong",
    )


def _compare(
    losses: _Losses, node: str, name: str, flat: int, backpropagated: float, floor: float
) -> tuple[float, float, bool]:
    """Return the absolute error, what it is relative to, and whether it can be judged."""
    error, scale, unexplained = 0.0, 1.0, 0
    for step in _STEPS:
        (above, to_the_right), (below, to_the_left) = (losses.at(node, name, flat, way) for way in (step, -step))
        quotient = (above - below) / (2 * step)
        error = abs(quotient - backpropagated)
        scale = max(abs(quotient), abs(backpropagated), floor)
        if error <= TOLERANCE * scale:
            return error, scale, True
        # The quotient is the mean slope between both sides. Over a kink the slope jumps, and backpropagation's does so
        # too; where it is simply wrong, it is as wrong at both sides, and no jump explains the error.
        jump = max(abs(to_the_right - backpropagated), abs(to_the_left - backpropagated))
        unexplained += error > 2 * jump
        if unexplained == 2:
            return error, scale, True
    return error, scale, False
