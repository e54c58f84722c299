"""First values of every tensor: drawn once, in float64, from the run's seed, so that all engines start alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from neurarium.engines.base import Tensors
from neurarium.graph import Plan
from neurarium.spec.randomness import generator


@dataclass(frozen=True)
class Start:
    """Where training starts from, and what it leaves as it is.

    Attributes:
        weights: values of parameters and buffers to start from, by ``node.name``; what is not among them is drawn.
        frozen: nodes whose parameters and buffers stay as they start, as `graph.frozen_nodes` returns them.
    """

    weights: Mapping[str, np.ndarray] = field(default_factory=dict)
    frozen: frozenset[str] = frozenset()


def initial_parameters(plan: Plan, seed: int, dtype: np.dtype, start: Start) -> Tensors:
    """Return every trainable tensor by node and name.

    Each tensor has a random stream of its own, named by node and parameter, so that adding a layer leaves the
    others' weights as they were.
    """
    return {
        node.name: {
            name: (
                start.weights[f"{node.name}.{name}"]
                if f"{node.name}.{name}" in start.weights
                else np.full(parameter.shape, parameter.fill)
                if parameter.initializer is None
                else parameter.initializer.draw(
                    generator(seed, "weights", node.name, name),
                    parameter.shape,
                    parameter.fan_in,
                    parameter.fan_out,
                )
            ).astype(dtype)
            for name, parameter in node.parameters.items()
        }
        for node in plan.nodes
        if node.parameters
    }


def initial_buffers(plan: Plan, dtype: np.dtype, start: Start) -> Tensors:
    """Return every kept, untrained tensor by node and name."""
    return {
        node.name: {
            name: np.array(start.weights.get(f"{node.name}.{name}", np.full(buffer.shape, buffer.fill)), dtype)
            for name, buffer in node.buffers.items()
        }
        for node in plan.nodes
        if node.buffers
    }


def dropout_mask(seed: int, node: str, step: int, shape: tuple[int, ...], p: float, dtype: np.dtype) -> np.ndarray:
    """Return an inverted-dropout mask: 0 with probability `p`, else 1 / (1 - p).

    It depends on seed, node and step alone, so every engine draws the same and a restored run draws what the first
    one drew.

    Source: Srivastava et al. 2014, Dropout.
    """
    kept = generator(seed, "dropout", node, step).random(shape, dtype=np.float32) >= p
    return np.multiply(kept, dtype.type(1.0 / (1.0 - p)), dtype=dtype)
