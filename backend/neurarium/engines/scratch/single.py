"""One layer run by itself, outside any network."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers import Context, create_layer
from neurarium.graph import plan
from neurarium.spec.layers import Layer


class Pointwise:
    """A layer without parameters at work, on values that are no network's.

    Arguments:
        layer: a layer that maps value by value; whose output it would take in a network is of no matter.
    """

    def __init__(self, layer: Layer) -> None:
        (node,) = plan([layer.model_copy(update={"inputs": None})], (1,)).nodes
        self._at_work = create_layer(node, Context(seed=0, dtype=np.dtype(np.float64)), {}, {}, {})

    def forward(self, x: Array) -> Array:
        """Return what it makes of each value, float64 ``(points,)`` as given."""
        return self._at_work.forward(x[None, :])[0].copy()

    def derivative(self, points: int) -> Array:
        """Return its derivative at each of the `points` values that `forward` was given last."""
        (derivative,) = self._at_work.backward(np.ones((1, points)))
        assert derivative is not None
        return derivative[0].copy()


def run_pointwise(layer: Layer, x: Array) -> tuple[Array, Array]:
    """Return what a layer without parameters makes of each value, and its derivative there: forward, then backward.

    Arguments:
        layer: a layer that maps value by value; whose output it would take in a network is of no matter.
        x: the values, float64, ``(points,)``; each is a sample with one feature.

    Returns:
        Output and derivative, float64, ``(points,)`` each.
    """
    at_work = Pointwise(layer)
    return at_work.forward(x), at_work.derivative(len(x))
