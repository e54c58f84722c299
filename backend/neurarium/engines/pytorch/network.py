"""The network as a torch module: a plan's nodes, called in order."""

from typing import Any

import torch
from torch import Tensor, nn

from neurarium.engines.initial import Start, initial_buffers, initial_parameters
from neurarium.engines.pytorch.layers import Context, TorchLayer, create_layer
from neurarium.engines.pytorch.tensors import numpy_dtype
from neurarium.graph import INPUT, Plan

NamedTensors = dict[str, dict[str, Tensor]]


class Network(nn.Module):
    """A plan's nodes at work.

    Attributes:
        tensors: parameters by node and name.
        kept: buffers by node and name.
        trained: those of `tensors` that no frozen node has.
    """

    def __init__(self, plan: Plan, context: Context, start: Start) -> None:
        super().__init__()
        self._plan = plan
        self._context = context
        self._start = start
        # A list, since a ModuleDict takes no node named like one of its own methods ("keys", "type").
        self.layers = nn.ModuleList(create_layer(node, context) for node in plan.nodes)
        self._walk: list[tuple[str, tuple[str, ...], TorchLayer[Any]]] = [
            (node.name, node.inputs, layer)
            for node, layer in zip(plan.nodes, self.layers, strict=True)
            if isinstance(layer, TorchLayer)
        ]
        self.tensors: NamedTensors = {name: dict(layer.tensors) for name, _, layer in self._walk if layer.tensors}
        self.kept: NamedTensors = {name: layer.kept for name, _, layer in self._walk if layer.kept}
        self.trained: NamedTensors = {name: own for name, own in self.tensors.items() if name not in start.frozen}
        self.reset()
        self.train()

    def reset(self) -> None:
        """Put the initial values into parameters and buffers."""
        dtype, seed = numpy_dtype(self._context.dtype), self._context.seed
        for ours, first in (
            (self.tensors, initial_parameters(self._plan, seed, dtype, self._start)),
            (self.kept, initial_buffers(self._plan, dtype, self._start)),
        ):
            with torch.no_grad():
                for node, tensors in ours.items():
                    for name, tensor in tensors.items():
                        tensor.copy_(torch.from_numpy(first[node][name]))

    def forward(
        self, x: Tensor, outputs: dict[str, Tensor] | None = None, traced: dict[str, Tensor] | None = None
    ) -> Tensor:
        """Return the network's output, ``(batch, *output_shape)``; every node's goes into `outputs`, if given.

        With `traced`, every node's output and the data itself go there, and keep the loss's derivatives by them.
        """
        computed = {INPUT: x if traced is None else x.clone().requires_grad_()}
        for name, inputs, layer in self._walk:
            computed[name] = layer(*[computed[taken] for taken in inputs])
            if traced is not None:
                computed[name].retain_grad()
        if traced is not None:
            traced.update(computed)
        if outputs is not None:
            outputs.update((name, output.detach()) for name, output in computed.items())
        return computed[self._plan.output]

    def commit(self) -> None:
        """Let every layer that is not frozen keep what the last training pass found of the data."""
        for name, _, layer in self._walk:
            if name not in self._start.frozen:
                layer.commit()

    def train(self, mode: bool = True) -> "Network":
        """Set the mode of all nodes; frozen ones compute as in evaluation, whatever it is."""
        super().train(mode)
        for name, _, layer in self._walk:
            if name in self._start.frozen:
                layer.train(False)
        return self

    def trained_parameters(self) -> list[Tensor]:
        """Return the parameters that an optimizer may change."""
        return [tensor for tensors in self.trained.values() for tensor in tensors.values()]
