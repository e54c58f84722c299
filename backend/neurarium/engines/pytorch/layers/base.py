"""What every layer has: parameters and buffers of the planned shapes, whose values the engine fills in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn

from neurarium.engines.implementations import Implementations
from neurarium.graph import PlannedNode
from neurarium.spec import layers as spec_layers

Settings = TypeVar("Settings", bound=spec_layers.Layer)


@dataclass
class Context:
    """What all layers of a network have in common.

    Attributes:
        seed: the run's seed, from which dropout masks follow.
        dtype: of every tensor.
        device: where every tensor is.
        step: how many updates were made so far; dropout draws a new mask at each.
    """

    seed: int
    dtype: torch.dtype
    device: torch.device
    step: int = 0


class TorchLayer(nn.Module, Generic[Settings]):
    """A node at work. `forward` takes one tensor a node that it takes, ``(batch, *input_shape)``, and returns
    ``(batch, *output_shape)``.

    Attributes:
        settings: what the node was asked to be.
        tensors: its trainable tensors by name.
        kept: its buffers by name.
    """

    forward: Callable[..., Tensor]

    def __init__(self, node: PlannedNode, context: Context) -> None:
        super().__init__()
        self.node = node
        self.settings: Settings = node.layer  # pyright: ignore[reportAttributeAccessIssue]
        self.context = context
        # Under names of their own rather than as attributes: a kind may call its tensors what it likes.
        self.tensors = nn.ParameterDict(
            {name: self._empty(parameter.shape) for name, parameter in node.parameters.items()}
        )
        self.kept = {name: self._empty(buffer.shape) for name, buffer in node.buffers.items()}

    def commit(self) -> None:
        """Make what the last training pass found of the data permanent: batch norm's running statistics.

        Apart from `forward`, so that a pass that only measures, or that ended in a loss that is not finite, changes
        nothing.
        """

    def _empty(self, shape: tuple[int, ...]) -> Tensor:
        return torch.empty(shape, dtype=self.context.dtype, device=self.context.device)


implements = Implementations[type[TorchLayer[Any]]]("neurarium.engines.pytorch.layers")


def create_layer(node: PlannedNode, context: Context) -> TorchLayer[Any]:
    """Return the module that computes `node`; its tensors hold no values yet."""
    return implements.find(type(node.layer))(node, context)
