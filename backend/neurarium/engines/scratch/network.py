"""The network: its layers in order, walked forwards and backwards."""

from dataclasses import replace
from typing import Any

import numpy as np

from neurarium.engines.base import Array, Tensors
from neurarium.engines.initial import Start, initial_buffers, initial_parameters
from neurarium.engines.scratch.layers import Context, Layer, create_layer
from neurarium.graph import INPUT, Plan


class Network:
    """A plan's nodes at work.

    All parameters lie one after the other in one vector, and so do all gradients; each layer has views into them.
    Those of frozen nodes come last, so that what is trained is one vector, too.

    Attributes:
        parameters, gradients: the vectors, ``(number of parameters,)``.
        trained, trained_gradients: the part of them that no frozen node has, ``(number of trained parameters,)``.
        tensors, tensor_gradients: the same by node and name.
        buffers: kept, untrained tensors by node and name.
        layers: by name, in order of computation.
        outputs: what each node put out last, by name, ``(*output_shape, batch)``; ``"input"`` is the data.
    """

    def __init__(self, plan: Plan, context: Context, start: Start) -> None:
        self._plan = plan
        self._context = context
        self._start = start
        self._stored = sorted(plan.nodes, key=lambda node: node.name in start.frozen)
        # Frozen nodes compute as in evaluation, whatever the others do.
        frozen_context = replace(context, training=False)
        self.parameters = np.empty(plan.parameter_count, context.dtype)
        self.gradients = np.zeros_like(self.parameters)
        trained = sum(node.parameter_count for node in plan.nodes if node.name not in start.frozen)
        self.trained, self.trained_gradients = self.parameters[:trained], self.gradients[:trained]
        self.tensors = self.views(self.parameters)
        self.tensor_gradients = self.views(self.gradients)
        self.buffers = initial_buffers(plan, context.dtype, start)
        self.layers: dict[str, Layer[Any]] = {
            node.name: create_layer(
                node,
                frozen_context if node.name in start.frozen else context,
                self.tensors.get(node.name, {}),
                self.tensor_gradients.get(node.name, {}),
                self.buffers.get(node.name, {}),
            )
            for node in plan.nodes
        }
        self._walk = [(node.name, node.inputs, self.layers[node.name]) for node in plan.nodes]
        self._walk_back = self._plan_walk_back(set())
        self.outputs: dict[str, Array] = {}
        self.reset()

    def reset(self) -> None:
        """Put the initial values into parameters and buffers."""
        first = initial_parameters(self._plan, self._context.seed, self._context.dtype, self._start)
        for node, tensors in self.tensors.items():
            for name, tensor in tensors.items():
                tensor[...] = first[node][name]
        for node, tensors in initial_buffers(self._plan, self._context.dtype, self._start).items():
            for name, buffer in tensors.items():
                self.buffers[node][name][...] = buffer

    def forward(self, x: Array, *, training: bool) -> Array:
        """Compute every node's output from the data, ``(*input_shape, batch)``, and return the last."""
        self._context.training = training
        outputs = self.outputs = {INPUT: x}
        for name, inputs, layer in self._walk:
            if len(inputs) == 1:
                outputs[name] = layer.forward(outputs[inputs[0]])
            else:
                outputs[name] = layer.forward(*[outputs[taken] for taken in inputs])
        return outputs[self._plan.output]

    def backward(self, gradient: Array, traced: dict[str, Array] | None = None) -> None:
        """Fill `gradients`, given the loss's derivative by the last output.

        With `traced`, copies of the derivatives by every node's output and by the data go there, the last node's first.
        """
        by_output: dict[str, Array] = {self._plan.output: gradient}
        # What nobody needs is computed only to be looked at.
        walk = self._walk_back if traced is None else self._plan_walk_back({INPUT})
        for name, onward, layer in walk:
            if traced is not None:
                traced[name] = by_output[name].copy()
            by_inputs = layer.backward(by_output.pop(name))
            for taken, position in onward:
                by_input = by_inputs[position]
                assert by_input is not None, f"{name} has no gradient for {taken}, and it needs one"
                # An output that several nodes take gets the sum of what they pass back.
                by_output[taken] = by_output[taken] + by_input if taken in by_output else by_input
        if traced is not None:
            traced[INPUT] = by_output[INPUT].copy()
            self._walk_back = self._plan_walk_back(set())

    def commit(self) -> None:
        """Let every layer that is not frozen keep what the last training pass found of the data."""
        for name, layer in self.layers.items():
            if name not in self._start.frozen:
                layer.commit()

    def views(self, vector: Array) -> Tensors:
        """Return a vector as long as that of the parameters, or of the trained ones, cut up into their shapes, by
        node and name.
        """
        tensors: Tensors = {}
        start = 0
        for node in self._stored:
            if start == len(vector):
                break
            for name, parameter in node.parameters.items():
                end = start + int(np.prod(parameter.shape))
                tensors.setdefault(node.name, {})[name] = vector[start:end].reshape(parameter.shape)
                start = end
        return tensors

    def _plan_walk_back(self, reached: set[str]) -> list[tuple[str, list[tuple[str, int]], Layer[Any]]]:
        """Return the layers that a gradient has to reach, last one first, each with the nodes that it passes one on
        to, and their positions among its inputs.

        A gradient goes no further than the first nodes that have parameters: nobody needs it by the data, unless the
        data is among the names that are to be `reached` anyway.
        """
        walk: list[tuple[str, list[tuple[str, int]], Layer[Any]]] = []
        for name, inputs, layer in self._walk:
            onward = [(taken, position) for position, taken in enumerate(inputs) if taken in reached]
            layer.needs_input_gradient = bool(onward)
            if onward or layer.parameters:
                reached.add(name)
                walk.append((name, onward, layer))
        return walk[::-1]
