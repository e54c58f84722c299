"""Shapes, costs and located errors of a network that may still be half written."""

from collections.abc import Mapping, Set
from typing import Annotated, Any

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from neurarium.graph.limits import Limits, check_limits
from neurarium.graph.plan import Plan, PlannedNode, check_output, inspect
from neurarium.spec.base import Shape
from neurarium.spec.data import DataSpec
from neurarium.spec.errors import ErrorInfo, NeurariumError
from neurarium.spec.layers import AnyLayer, Layer, ParameterShape
from neurarium.spec.losses import AnyLoss, Loss
from neurarium.spec.network import MOST_NODES, NetworkSpec
from neurarium.spec.run import RunSpec
from neurarium.spec.validation import describe_errors
from neurarium.words import say

_LAYER: TypeAdapter[Layer] = TypeAdapter(AnyLayer)
_LOSS: TypeAdapter[Loss] = TypeAdapter(AnyLoss)
_BATCH_SIZE: TypeAdapter[int] = TypeAdapter(Annotated[int, RunSpec.model_fields["batch_size"]])


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


class NetworkCheck(BaseModel):
    """What was inferred of a network; `nodes` holds those that could be inferred."""

    ok: bool
    input_shape: Shape | None = None
    nodes: list[CheckedNode] = []
    parameters: int = 0
    multiply_adds: int = 0
    errors: list[ErrorInfo] = []


def check_network(raw: Mapping[str, Any], limits: Limits) -> NetworkCheck:
    """Check ``{"data", "network", "loss", "batch_size"}``; data, loss and batch_size may be left out.

    Never raises for what a person wrote: each finding is an entry of `errors`, on its node and field.
    """
    errors: list[ErrorInfo] = []
    errors += _unknown_fields(set(raw) - {"data", "network", "loss", "batch_size"})
    data = _parse_data(raw.get("data", {}), errors)
    loss = _parse_loss(raw.get("loss"), errors)
    batch_size = _parse_batch_size(raw.get("batch_size", 1), errors)
    layers = _parse_layers(raw.get("network"), errors)
    if data is None:
        return NetworkCheck(ok=False, errors=errors)
    shape = data.source.input_shape()
    result = inspect(layers, shape)
    complete = not errors and not result.errors
    # A node that could not be read leaves gaps behind it; blaming its neighbours for them would mislead.
    broken = {error.node for error in errors}
    errors += [
        error.info
        for error in result.errors
        if not (broken - {None}) or error.info.code not in ("unknown_input", "unused_output", "shape_mismatch")
    ]
    if complete:
        planned = Plan(shape, tuple(result.nodes), result.output)
        errors += _whole_network_errors(planned, data, loss, batch_size, limits)
    return NetworkCheck(
        ok=not errors,
        input_shape=shape,
        nodes=[_checked(node) for node in result.nodes],
        parameters=sum(node.parameter_count for node in result.nodes),
        multiply_adds=sum(node.multiply_adds for node in result.nodes),
        errors=errors,
    )


def _unknown_fields(names: Set[str]) -> list[ErrorInfo]:
    return [
        ErrorInfo(
            code="unknown_field",
            message=say("{name} is not a known field.", name=name),
            field=name,
            hint=say("Remove it."),
        )
        for name in sorted(names)
    ]


def _whole_network_errors(
    planned: Plan, data: DataSpec, loss: Loss | None, batch_size: int, limits: Limits
) -> list[ErrorInfo]:
    """Return what is wrong with a network of which every node is right."""
    errors: list[ErrorInfo] = []
    try:
        check_limits(planned, batch_size, limits)
    except NeurariumError as error:
        errors.append(error.info)
    try:
        if loss is not None:
            check_output(planned.output, planned.output_shape, data, loss)
    except NeurariumError as error:
        errors.append(error.info)
    return errors


def _checked(node: PlannedNode) -> CheckedNode:
    return CheckedNode(
        id=node.name,
        output_shape=node.output_shape,
        parameters=node.parameter_count,
        multiply_adds=node.multiply_adds,
        parameter_shapes={name: parameter.shape for name, parameter in node.parameters.items()},
        starts={name: _start(parameter) for name, parameter in node.parameters.items()},
    )


def _start(parameter: ParameterShape) -> ParameterStart:
    return ParameterStart(
        initializer=parameter.initializer.kind if parameter.initializer else None,
        std=parameter.standard_deviation,
        fan_in=parameter.fan_in,
        fan_out=parameter.fan_out,
    )


def _parse_data(raw: object, errors: list[ErrorInfo]) -> DataSpec | None:
    try:
        return DataSpec.model_validate(raw)
    except ValidationError as error:
        found = describe_errors(error.errors(), raw, DataSpec)
        errors += [info.model_copy(update={"field": f"data.{info.field}" if info.field else "data"}) for info in found]
        return None


def _parse_loss(raw: object, errors: list[ErrorInfo]) -> Loss | None:
    if raw is None:
        return None
    try:
        return _LOSS.validate_python(raw)
    except ValidationError as error:
        located = [{**found, "loc": ("loss", *found["loc"])} for found in error.errors()]
        errors += describe_errors(located, {"loss": raw})
        return None


def _parse_batch_size(raw: object, errors: list[ErrorInfo]) -> int:
    try:
        return _BATCH_SIZE.validate_python(raw)
    except ValidationError as error:
        located = [{**found, "loc": ("batch_size",)} for found in error.errors()]
        errors += describe_errors(located, {"batch_size": raw})
        return 1


def _parse_layers(raw: object, errors: list[ErrorInfo]) -> list[Layer]:
    nodes = raw.get("nodes") if isinstance(raw, Mapping) else None
    if not isinstance(raw, Mapping) or not isinstance(nodes, list) or not 0 < len(nodes) <= MOST_NODES:
        try:
            NetworkSpec.model_validate(raw)
        except ValidationError as error:
            located = [{**found, "loc": ("network", *found["loc"])} for found in error.errors()]
            errors += describe_errors(located, {"network": raw}, NetworkSpec)
        return []
    errors += _unknown_fields({f"network.{name}" for name in set(raw) - set(NetworkSpec.model_fields)})
    layers: list[Layer] = []
    unread: str | None = None
    for position, node in enumerate(nodes):
        try:
            layer = _LAYER.validate_python(node)
        except ValidationError as error:
            located = [{**found, "loc": ("nodes", position, *found["loc"])} for found in error.errors()]
            found_errors = describe_errors(located, raw)
            errors += found_errors
            unread = found_errors[0].node
            continue
        if unread is not None and layer.inputs is None:
            # It takes the node before it, which could not be read: name that one, so that nothing is
            # inferred behind it.
            layer = layer.model_copy(update={"inputs": (unread,)})
        layers.append(layer)
        unread = None
    return layers
