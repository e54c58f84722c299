"""Several nodes side by side."""

from itertools import accumulate

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.concat import Concat


@implements(Concat)
class ConcatLayer(Layer[Concat]):
    """Lays arrays side by side along their first axis, channels or features; each gets its part of the gradient.

    Inputs ``(size, ..., batch)``, equal but for `size`; output ``(sum of sizes, ..., batch)``.

    Source: Szegedy et al. 2015, Going Deeper with Convolutions.
    """

    def forward(self, *inputs: Array) -> Array:
        self._borders = list(accumulate(len(x) for x in inputs[:-1]))
        batch = inputs[0].shape[-1]
        return np.concatenate(inputs, axis=0, out=self.memory("output", (*self.node.output_shape, batch)))

    def backward(self, gradient: Array) -> tuple[Array, ...]:
        return tuple(np.split(gradient, self._borders, axis=0))
