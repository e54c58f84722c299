"""The sum of several nodes."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.add import Add


@implements(Add)
class AddLayer(Layer[Add]):
    """Adds arrays of one shape, any shape; each of them gets the whole gradient.

    Source: Deep Learning from Scratch, section 5.4.2.
    """

    def forward(self, *inputs: Array) -> Array:
        self._count = len(inputs)
        y = np.add(inputs[0], inputs[1], out=self.memory("output", inputs[0].shape))
        for x in inputs[2:]:
            y += x
        return y

    def backward(self, gradient: Array) -> tuple[Array, ...]:
        return (gradient,) * self._count
