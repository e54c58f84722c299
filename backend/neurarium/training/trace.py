"""One training step under the glass: every number of one batch, at every node, forward and backward."""

import math
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from pydantic import Field

from neurarium.engines import create_engine
from neurarium.graph import Plan, compare_weights, plan_for, weights_error
from neurarium.spec.base import Margins, SpecModel
from neurarium.spec.errors import LimitError, SpecError
from neurarium.spec.layers.base import count
from neurarium.spec.run import RunSpec
from neurarium.training.arrays import from_nested, plain
from neurarium.training.first_batch import first_batch
from neurarium.training.look import look_size, take_look
from neurarium.words import Text, say

MOST_VALUES = 200_000
"""Numbers in one trace."""


class TraceRequest(SpecModel):
    """What to trace: the first step of a run, on its own first batch, or on samples and weights that are given."""

    spec: RunSpec
    inputs: list[Any] | None = Field(
        default=None, description="Samples, nested lists of shape (batch, *input_shape); left out, the run's own."
    )
    targets: list[Any] | None = Field(
        default=None, description="A class number for each sample, or the values that its outputs should have."
    )
    parameters: dict[str, Any] = Field(
        default_factory=dict,
        description='Weights by node and name, e.g. {"fc1.weight": [[0.1]]}; the others are drawn.',
    )


class TraceInput(SpecModel):
    """What a node took from another one."""

    node: str
    shape: list[int]
    values: Any


class TraceArray(SpecModel):
    """An array: its shape, and nested lists of values; null where one is not finite."""

    shape: list[int]
    values: Any


class TraceLines(SpecModel):
    """Lines of a source file that ran, numbered from 1; none where PyTorch computed."""

    file: str
    lines: list[int]


class TraceWindow(SpecModel):
    """The window that a convolution or pooling slides; pairs are height and width."""

    kernel: tuple[int, int]
    stride: tuple[int, int]
    dilation: tuple[int, int]
    margins: Margins = Field(description="Rows above and below, columns left and right of the image.")
    groups: int = Field(description="Parts that the channels are split into; 0 where each channel is by itself.")


class TraceStatistics(SpecModel):
    """By what batch normalisation normalised, by channel: the whole batch's, or the running ones of a frozen node."""

    mean: TraceArray
    variance: TraceArray


class ForwardNode(SpecModel):
    """A node on the way forward."""

    node: str
    kind: str
    inputs: list[TraceInput]
    parameters: dict[str, TraceArray] = Field(description="As they were in this pass, before the update.")
    statistics: TraceStatistics | None
    window: TraceWindow | None
    output: TraceArray
    lines: list[TraceLines]


class TracedParameter(SpecModel):
    """A parameter on the way back."""

    gradient: TraceArray = Field(description="The loss's derivative by it.")
    update: TraceArray = Field(description="What the step added to it.")
    value: TraceArray = Field(description="What it is after the update.")
    remembered: dict[str, TraceArray] = Field(description="What the optimizer kept of it before the update, by name.")


class BackwardNode(SpecModel):
    """A node on the way back."""

    node: str
    kind: str
    gradient: TraceArray = Field(description="The loss's derivative by its output.")
    parameters: dict[str, TracedParameter]
    lines: list[TraceLines]


class LossLines(SpecModel):
    """Lines of the loss that ran."""

    forward: list[TraceLines]
    backward: list[TraceLines]


class Trace(SpecModel):
    """One training step: nodes in the order of computation, forward and then backward."""

    engine: str
    dtype: str
    step: int = Field(description="The number of the update, from 1.")
    batch: int = Field(description="Samples that the step was made on.")
    samples: int = Field(description="How many of them are shown: the first ones.")
    learning_rate: float
    loss: float | None = Field(description="The batch's loss, before the update; null where it is not finite.")
    gradient_norm: float | None = Field(description="The length of the gradient of all trained parameters together.")
    inputs: TraceArray
    targets: TraceArray
    forward: list[ForwardNode]
    backward: list[BackwardNode]
    input_gradient: TraceArray = Field(description="The loss's derivative by the data.")
    loss_lines: LossLines
    update_lines: list[TraceLines]


def check_trace(request: TraceRequest) -> Plan:
    """Return the plan of what is to be traced, checked to be answered in bounds; computes nothing.

    Raises:
        SpecError: samples, targets or weights do not fit the network.
        LimitError: the trace would hold too many numbers; located at the node that has most of them.
    """
    spec = request.spec
    plan = plan_for(spec.network.nodes, spec.data, spec.loss)
    inputs, targets, weights = _given(request, plan)
    shapes = {name: values.shape for name, values in weights.items()}
    match = compare_weights(plan, shapes)
    if match.misfits or match.unknown:  # some may be left out, but what is given has to fit
        raise weights_error(plan, replace(match, missing=()), shapes, "parameters")
    if inputs is not None and targets is not None:
        _check_samples(inputs, targets, plan)
    batch = spec.batch_size if inputs is None else len(inputs)
    check_size(plan, batch, [node.name for node in plan.nodes], MOST_VALUES, hint=say("Lower batch_size"))
    return plan


def check_size(plan: Plan, samples: int, nodes: Collection[str], most: int, hint: Text) -> None:
    """Raise `LimitError`, located at the largest node, where a trace of these nodes would hold more than `most`
    numbers.
    """
    sizes = {node.name: look_size(node, samples) for node in plan.nodes if node.name in nodes}
    total = sum(sizes.values()) + 2 * samples * count(plan.input_shape)
    if total > most:
        largest = max(sizes, key=lambda name: sizes[name], default=None)
        figures = {"samples": samples, "total": total, "most": most}
        if largest is None:
            raise LimitError(
                say("The trace of {samples:,} samples would hold {total:,} numbers; {most:,} are the most.", **figures),
                hint=say("{hint}.", hint=hint),
                code="trace_too_large",
            )
        raise LimitError(
            say(
                "The trace of {samples:,} samples would hold {total:,} numbers, {part:,} of them at {largest};"
                " {most:,} are the most.",
                part=sizes[largest],
                largest=largest,
                **figures,
            ),
            hint=say("{hint}, or make {largest} smaller.", hint=hint, largest=largest),
            node=largest,
            code="trace_too_large",
        )


def trace(request: TraceRequest, weights: Mapping[str, np.ndarray] | None = None) -> Trace:
    """Make one step and return all of it.

    It is computed by the run's engine in the run's number format; for a half precision, in float32.

    Arguments:
        request: what to trace.
        weights: what to start from, of the planned shapes; those of the request go before them.

    Raises:
        NeurariumError: as `check_trace`, or the run cannot be built here.
    """
    spec, plan = request.spec, check_trace(request)
    inputs, targets, given = _given(request, plan)
    total_steps = spec.epochs
    if inputs is None or targets is None:
        inputs, targets, total_steps = first_batch(spec, spec.batch_size)
    dtype = np.float64 if spec.dtype == "float64" else np.float32
    engine = create_engine(spec, plan, dtype, {**(weights or {}), **given})
    learning_rate = spec.optimizer.learning_rate * spec.schedule.factor(0, total_steps)
    look = take_look(engine, engine.state(), spec, plan, (inputs.astype(dtype), targets), learning_rate, len(inputs))
    return Trace.model_validate(look.tree(plain, look.samples))


def _given(request: TraceRequest, plan: Plan) -> tuple[np.ndarray | None, np.ndarray | None, dict[str, np.ndarray]]:
    """Return the samples, targets and weights of the request as arrays."""
    if (request.inputs is None) != (request.targets is None):
        lacking = "targets" if request.targets is None else "inputs"
        raise SpecError(
            say("Inputs and targets belong together, and only one of them was given."),
            hint=say("Give both, or neither to take the run's first batch."),
            field=lacking,
        )
    weights = {
        name: from_nested(raw, f"parameters.{name}").astype(np.float64) for name, raw in request.parameters.items()
    }
    if request.inputs is None:
        return None, None, weights
    targets = from_nested(request.targets, "targets")
    if targets.ndim > 1:  # values may be written without a point
        targets = targets.astype(np.float64)
    return from_nested(request.inputs, "inputs").astype(np.float64), targets, weights


def _check_samples(inputs: np.ndarray, targets: np.ndarray, plan: Plan) -> None:
    if inputs.shape[1:] != plan.input_shape or not len(inputs):
        raise SpecError(
            say(
                "The inputs have shape {shape}; the data set's samples ask for (batch, {sizes}), of one"
                " sample or more.",
                shape=str(inputs.shape),
                sizes=", ".join(map(str, plan.input_shape)),
            ),
            field="inputs",
        )
    values = targets.dtype.kind == "f"
    expected = (len(inputs), *plan.output_shape) if values else (len(inputs),)
    if targets.shape != expected:
        raise SpecError(
            say(
                "The targets have shape {shape}; {count} samples need {numbers} class numbers, or values of "
                "shape {values}.",
                shape=str(targets.shape),
                count=len(inputs),
                numbers=str((len(inputs),)),
                values=str((len(inputs), *plan.output_shape)),
            ),
            field="targets",
        )
    classes = max(2, math.prod(plan.output_shape))
    if not values and (targets.min() < 0 or targets.max() >= classes):
        raise SpecError(
            say(
                "The targets are class numbers from {least} to {greatest}; there are 0 to {last}.",
                least=targets.min(),
                greatest=targets.max(),
                last=classes - 1,
            ),
            field="targets",
        )
