"""A network with everything inferred: order, shapes, parameters and cost. What engines build from."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from neurarium.graph.initializers import choose_initializers, suited_initializers
from neurarium.graph.order import INPUT, Wiring, sort, unused, wire
from neurarium.spec.base import Shape
from neurarium.spec.data import DataSpec
from neurarium.spec.errors import NeurariumError, ShapeError
from neurarium.spec.initializers import Initializer
from neurarium.spec.layers import BufferShape, Layer, ParameterShape
from neurarium.spec.layers.base import count
from neurarium.spec.losses import Loss


@dataclass(frozen=True)
class PlannedNode:
    """A node whose shapes are known.

    Attributes:
        layer: its settings.
        inputs: names of the nodes it takes, in order; ``"input"`` is the data.
        input_shapes: their shapes, without the batch dimension.
        output_shape: its output's shape, without the batch dimension.
        parameters: its trainable tensors by name.
        buffers: its kept, untrained tensors by name.
        multiply_adds: multiply-and-add operations of one sample's forward pass.
    """

    layer: Layer
    inputs: tuple[str, ...]
    input_shapes: tuple[Shape, ...]
    output_shape: Shape
    parameters: dict[str, ParameterShape]
    buffers: dict[str, BufferShape]
    multiply_adds: int

    @property
    def name(self) -> str:
        """The node's id."""
        return self.layer.id

    @property
    def parameter_count(self) -> int:
        """How many trainable numbers it has."""
        return sum(count(parameter.shape) for parameter in self.parameters.values())


@dataclass(frozen=True)
class Plan:
    """A network whose nodes stand in an order in which they can be computed.

    Attributes:
        input_shape: one sample's shape.
        nodes: every node, each after those it takes.
        output: the name of the node whose output is the network's.
    """

    input_shape: Shape
    nodes: tuple[PlannedNode, ...]
    output: str

    def node(self, name: str) -> PlannedNode:
        """Return the node called `name`; raises `KeyError` where there is none."""
        for node in self.nodes:
            if node.name == name:
                return node
        raise KeyError(name)

    @property
    def output_shape(self) -> Shape:
        """The network's output shape."""
        return self.node(self.output).output_shape

    @property
    def parameter_count(self) -> int:
        """How many trainable numbers the network has."""
        return sum(node.parameter_count for node in self.nodes)

    @property
    def multiply_adds(self) -> int:
        """Multiply-and-add operations of one sample's forward pass."""
        return sum(node.multiply_adds for node in self.nodes)

    @property
    def values_per_sample(self) -> int:
        """How many numbers all nodes together put out for one sample, the input included."""
        return count(self.input_shape) + sum(count(node.output_shape) for node in self.nodes)


@dataclass
class Inspection:
    """What can be said of a network, also where parts of it are wrong."""

    input_shape: Shape
    nodes: list[PlannedNode] = field(default_factory=list)
    errors: list[NeurariumError] = field(default_factory=list)
    output: str = INPUT


def inspect(layers: Sequence[Layer], input_shape: Shape) -> Inspection:
    """Infer what can be inferred; every error is located, and nodes behind an error are left out rather than blamed."""
    result = Inspection(input_shape, output=layers[-1].id if layers else INPUT)
    wired, errors = wire(layers)
    result.errors.extend(errors)
    try:
        order = sort(wired)
    except NeurariumError as error:
        result.errors.append(error)
        return result
    if not errors:
        result.errors.extend(unused(wired))
    shapes: dict[str, Shape] = {INPUT: input_shape}
    suited = suited_initializers(order)
    for node in order:
        if any(name not in shapes for name in node.inputs):
            continue
        try:
            planned = _plan_node(node, [shapes[name] for name in node.inputs], suited[node.layer.id])
        except ShapeError as error:
            result.errors.append(error.at(node.layer.id))
            continue
        shapes[planned.name] = planned.output_shape
        result.nodes.append(planned)
    return result


def plan(layers: Sequence[Layer], input_shape: Shape) -> Plan:
    """Return the network with everything inferred.

    Raises:
        GraphError, ShapeError: the first thing that is wrong, located at its node.
    """
    result = inspect(layers, input_shape)
    if result.errors:
        raise result.errors[0]
    return Plan(input_shape, tuple(result.nodes), result.output)


def plan_for(layers: Sequence[Layer], data: DataSpec, loss: Loss) -> Plan:
    """Return the network planned for this data, checked to end in what the loss takes.

    Raises:
        GraphError, ShapeError: the first thing that is wrong, located at its node.
    """
    planned = plan(layers, data.source.input_shape())
    check_output(planned.output, planned.output_shape, data, loss)
    return planned


def check_output(output: str, output_shape: Shape, data: DataSpec, loss: Loss) -> None:
    """Raise `ShapeError`, located at the output node, where the output does not fit the loss and the data's classes."""
    try:
        loss.check_output(output_shape, len(data.source.class_names()))
    except ShapeError as error:
        raise error.at(output) from None


def _plan_node(node: Wiring, input_shapes: list[Shape], suited: Initializer) -> PlannedNode:
    layer = node.layer
    return PlannedNode(
        layer=layer,
        inputs=node.inputs,
        input_shapes=tuple(input_shapes),
        output_shape=layer.output_shape(input_shapes),
        parameters=choose_initializers(layer.parameter_shapes(input_shapes), suited),
        buffers=layer.buffer_shapes(input_shapes),
        multiply_adds=layer.multiply_adds(input_shapes),
    )
