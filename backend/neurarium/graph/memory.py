"""How many bytes a network takes while it trains, counted on the plan before any of them is taken."""

from collections.abc import Set

import numpy as np
from pydantic import BaseModel, Field

from neurarium.graph.plan import Plan, PlannedNode
from neurarium.spec.layers.base import count
from neurarium.spec.optimizers import Optimizer
from neurarium.spec.run import DTypeName

_STORED_AS: dict[DTypeName, type[np.floating]] = {
    "float32": np.float32,
    "float64": np.float64,
    # Weights, gradients and updates stay in float32 under autocast, and so do the outputs of many layers.
    "bfloat16": np.float32,
    "float16": np.float32,
}


class Memory(BaseModel):
    """Bytes of the arrays that stay for a whole training step, or from step to step.

    What an engine borrows within one layer (columns of a convolution, say) comes on top. Outputs are counted one by
    one; an engine may take less where a layer's output is its input seen otherwise, as a flatten's is.
    """

    activations: int = Field(default=0, description="Outputs over one batch.")
    parameters: int = Field(default=0, description="Trainable tensors.")
    gradients: int = Field(default=0, description="The loss's derivatives by them.")
    optimizer: int = Field(default=0, description="What the optimizer remembers of those that are not frozen.")
    buffers: int = Field(default=0, description="Running statistics.")

    def __add__(self, other: "Memory") -> "Memory":
        """Return both together."""
        return Memory(**{name: getattr(self, name) + getattr(other, name) for name in Memory.model_fields})


def bytes_per_value(dtype: DTypeName) -> int:
    """Return the bytes of one number of a run with this number format; half precision counts as float32."""
    return np.dtype(_STORED_AS[dtype]).itemsize


def node_memory(
    node: PlannedNode, batch_size: int, optimizer: Optimizer, *, frozen: bool = False, value_bytes: int = 4
) -> Memory:
    """Return what one node takes.

    Arguments:
        node: the node.
        batch_size: samples in one step.
        optimizer: what trains it.
        frozen: whether its weights stay as they are; their gradients are measured all the same.
        value_bytes: bytes of one number.
    """
    parameters = node.parameter_count * value_bytes
    return Memory(
        activations=count(node.output_shape) * batch_size * value_bytes,
        parameters=parameters,
        gradients=parameters,
        optimizer=0 if frozen else parameters * len(optimizer.state_names),
        buffers=sum(count(buffer.shape) for buffer in node.buffers.values()) * value_bytes,
    )


def input_memory(plan: Plan, batch_size: int, value_bytes: int = 4) -> Memory:
    """Return what the batch itself takes."""
    return Memory(activations=count(plan.input_shape) * batch_size * value_bytes)


def network_memory(
    plan: Plan, batch_size: int, optimizer: Optimizer, *, frozen: Set[str] = frozenset(), value_bytes: int = 4
) -> Memory:
    """Return what the whole network takes, the batch itself included; arguments as in `node_memory`."""
    total = input_memory(plan, batch_size, value_bytes)
    for node in plan.nodes:
        total += node_memory(node, batch_size, optimizer, frozen=node.name in frozen, value_bytes=value_bytes)
    return total
