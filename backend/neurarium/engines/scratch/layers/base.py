"""What every layer has: settings, tensors, and memory that it uses again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.implementations import Implementations
from neurarium.graph import PlannedNode
from neurarium.spec import layers as spec_layers

Settings = TypeVar("Settings", bound=spec_layers.Layer)
Named = dict[str, Array]


@dataclass
class Context:
    """What all layers of a network have in common.

    Attributes:
        seed: the run's seed, from which dropout masks follow.
        dtype: of every array.
        training: whether the pass is a training one; batch norm and dropout differ by it.
        step: how many updates were made so far; dropout draws a new mask at each.
    """

    seed: int
    dtype: np.dtype
    training: bool = True
    step: int = 0


class Layer(Generic[Settings]):
    """A node at work.

    Attributes:
        settings: what the node was asked to be.
        parameters: its trainable tensors; written to by the optimizer.
        gradients: the loss's derivatives by them; `backward` overwrites these.
        buffers: tensors that it keeps and that no optimizer trains.
        needs_input_gradient: whether `backward` has to return anything; false where only the data comes before.
    """

    forward: Callable[..., Array]
    """Takes one array a node that the layer takes, each ``(*input_shape, batch)``, and returns the output,
    ``(*output_shape, batch)``. The output is the layer's own memory, and is overwritten by the next call.
    """

    backward: Callable[[Array], tuple[Array | None, ...]]
    """Takes the loss's derivative by the last output, of its shape; fills `gradients`, and returns the derivatives by
    the inputs, in their order. It must not write to what it was given.
    """

    def __init__(
        self, node: PlannedNode, context: Context, parameters: Named, gradients: Named, buffers: Named
    ) -> None:
        self.node = node
        self.settings: Settings = node.layer  # pyright: ignore[reportAttributeAccessIssue]
        self.context = context
        self.parameters = parameters
        self.gradients = gradients
        self.buffers = buffers
        self.needs_input_gradient = True
        self._memory: dict[str, np.ndarray] = {}

    def commit(self) -> None:
        """Make what the last training pass found of the data permanent: batch norm's running statistics.

        Apart from `forward`, so that a pass that only measures, or that ended in a loss that is not finite, changes
        nothing.
        """

    def memory(self, name: str, shape: tuple[int, ...], dtype: Any = None, fill: float | None = None) -> np.ndarray:
        """Return an array to write to: the same one as long as the shape stays, so that steps allocate nothing.

        Its values are whatever was written last; a new one starts with `fill`, if that is given.
        """
        array = self._memory.get(name)
        if array is None or array.shape != shape:
            array = np.empty(shape, self.context.dtype if dtype is None else dtype)
            if fill is not None:
                array.fill(fill)
            self._memory[name] = array
        return array


implements = Implementations[type[Layer[Any]]]("neurarium.engines.scratch.layers")


def create_layer(
    node: PlannedNode, context: Context, parameters: Named, gradients: Named, buffers: Named
) -> Layer[Any]:
    """Return the layer that computes `node`, on the tensors given."""
    return implements.find(type(node.layer))(node, context, parameters, gradients, buffers)
