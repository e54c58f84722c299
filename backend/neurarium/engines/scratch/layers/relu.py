"""ReLU."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.relu import Relu


@implements(Relu)
class ReluLayer(Layer[Relu]):
    """``y = max(0, x)``; ``dy/dx`` is 1 where y is positive, else 0. Any shape, and the output's is the same.

    Source: Deep Learning from Scratch, section 5.5.1.
    """

    def forward(self, x: Array) -> Array:
        self._y = np.maximum(x, 0.0, out=self.memory("output", x.shape))
        return self._y

    def backward(self, gradient: Array) -> tuple[Array]:
        passed = np.greater(self._y, 0.0, out=self.memory("passed", gradient.shape, dtype=bool))
        return (np.multiply(gradient, passed, out=self.memory("gradient", gradient.shape)),)
