"""Shapes, costs and located errors of a network that may still be half written."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field

from neurarium.graph.frozen import frozen_nodes
from neurarium.graph.limits import Limits, check_limits
from neurarium.graph.memory import Memory, bytes_per_value, network_memory, node_memory
from neurarium.graph.mends import MOST_MENDED, Scene, with_mends
from neurarium.graph.plan import Inspection, Plan, PlannedNode, check_output, inspect
from neurarium.graph.reading import Draft, read
from neurarium.spec.base import Shape
from neurarium.spec.errors import Finding, NeurariumError
from neurarium.spec.layers import ParameterShape


class ParameterStart(BaseModel):
    """How the values of one parameter tensor start, in theory."""

    initializer: str | None = Field(description="The kind that draws them; null where all start with one value.")
    std: float = Field(description="The standard deviation that it promises.")
    fan_in: int = Field(description="How many inputs one output sums over.")
    fan_out: int = Field(description="How many outputs one input reaches.")


class CheckedNode(BaseModel):
    """What was inferred of one node; shapes leave out the batch dimension."""

    id: str
    output_shape: Shape
    parameters: int
    multiply_adds: int
    parameter_shapes: dict[str, Shape]
    starts: dict[str, ParameterStart] = Field(description="By parameter.")
    memory: Memory = Field(description="In bytes.")


class NetworkCheck(BaseModel):
    """What was inferred of a network; `nodes` holds those that could be inferred."""

    ok: bool
    input_shape: Shape | None = None
    nodes: list[CheckedNode] = []
    parameters: int = 0
    multiply_adds: int = 0
    memory: Memory = Field(default_factory=Memory, description="In bytes; that of the batch itself is in it.")
    errors: list[Finding] = []


def check_network(raw: Mapping[str, Any], limits: Limits) -> NetworkCheck:
    """Check the parts of a RunSpec that `reading.PARTS` names; each but the network may be left out.

    Never raises for what a person wrote: each finding is an entry of `errors`, on its node and field.
    """
    draft = read(raw)
    errors = list(draft.errors)
    if draft.data is None:
        return NetworkCheck(ok=False, errors=errors)
    shape = draft.data.source.input_shape()
    result = inspect(draft.layers, shape)
    wrong = list(result.errors)
    planned = Plan(shape, tuple(result.nodes), result.output)
    if not errors and not wrong:
        wrong = _whole_network_errors(planned, draft, limits)
    # A node that could not be read leaves gaps behind it; blaming its neighbours for them would mislead.
    broken = {error.node for error in errors}
    wrong = [
        error
        for error in wrong
        if not (broken - {None}) or error.info.code not in ("unknown_input", "unused_output", "shape_mismatch")
    ]
    errors += _with_mends(wrong, raw.get("network"), result)
    value_bytes = bytes_per_value(draft.dtype)
    frozen = frozenset(draft.frozen)
    return NetworkCheck(
        ok=not errors,
        input_shape=shape,
        nodes=[
            _checked(
                node,
                node_memory(
                    node, draft.batch_size, draft.optimizer, frozen=node.name in frozen, value_bytes=value_bytes
                ),
            )
            for node in result.nodes
        ],
        parameters=planned.parameter_count,
        multiply_adds=planned.multiply_adds,
        memory=network_memory(planned, draft.batch_size, draft.optimizer, frozen=frozen, value_bytes=value_bytes),
        errors=errors,
    )


def _with_mends(wrong: list[NeurariumError], network: object, found: Inspection) -> list[Finding]:
    scene = Scene.of(network.get("nodes") if isinstance(network, Mapping) else None, found) if wrong else None
    return [with_mends(error, scene if place < MOST_MENDED else None) for place, error in enumerate(wrong)]


def _whole_network_errors(planned: Plan, draft: Draft, limits: Limits) -> list[NeurariumError]:
    """Return what is wrong with a network of which every node is right."""
    errors: list[NeurariumError] = []
    try:
        check_limits(planned, draft.batch_size, limits, bytes_per_value(draft.dtype))
    except NeurariumError as error:
        errors.append(error)
    try:
        if draft.loss is not None and draft.data is not None:
            check_output(planned.output, planned.output_shape, draft.data, draft.loss)
    except NeurariumError as error:
        errors.append(error)
    try:
        frozen_nodes(planned, draft.frozen)
    except NeurariumError as error:
        errors.append(error)
    return errors


def _checked(node: PlannedNode, memory: Memory) -> CheckedNode:
    return CheckedNode(
        id=node.name,
        output_shape=node.output_shape,
        parameters=node.parameter_count,
        multiply_adds=node.multiply_adds,
        parameter_shapes={name: parameter.shape for name, parameter in node.parameters.items()},
        starts={name: _start(parameter) for name, parameter in node.parameters.items()},
        memory=memory,
    )


def _start(parameter: ParameterShape) -> ParameterStart:
    return ParameterStart(
        initializer=parameter.initializer.kind if parameter.initializer else None,
        std=parameter.standard_deviation,
        fan_in=parameter.fan_in,
        fan_out=parameter.fan_out,
    )
