"""Sigmoid."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.sigmoid import Sigmoid


@implements(Sigmoid)
class SigmoidLayer(Layer[Sigmoid]):
    """``y = 1 / (1 + exp(-x))``; ``dy/dx = y (1 - y)``. Any shape, and the output's is the same.

    Source: Deep Learning from Scratch, section 5.5.2.
    """

    def forward(self, x: Array) -> Array:
        y = np.negative(x, out=self.memory("output", x.shape))
        np.exp(y, out=y)
        y += 1.0
        self._y = np.reciprocal(y, out=y)
        return y

    def backward(self, gradient: Array) -> tuple[Array]:
        by_input = np.subtract(1.0, self._y, out=self.memory("gradient", gradient.shape))
        by_input *= self._y
        by_input *= gradient
        return (by_input,)
