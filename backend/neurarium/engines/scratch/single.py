"""One layer run by itself, outside any network."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers import Context, create_layer
from neurarium.graph import plan
from neurarium.spec.layers import Layer


def run_pointwise(layer: Layer, x: Array) -> tuple[Array, Array]:
    """Return what a layer without parameters makes of each value, and its derivative there: forward, then backward.

    Arguments:
        layer: a layer that maps value by value; whose output it would take in a network is of no matter.
        x: the values, float64, ``(points,)``; each is a sample with one feature.

    Returns:
        Output and derivative, float64, ``(points,)`` each.
    """
    (node,) = plan([layer.model_copy(update={"inputs": None})], (1,)).nodes
    at_work = create_layer(node, Context(seed=0, dtype=np.dtype(np.float64)), {}, {}, {})
    output = at_work.forward(x[None, :])
    (derivative,) = at_work.backward(np.ones_like(output))
    assert derivative is not None
    return output[0].copy(), derivative[0].copy()
