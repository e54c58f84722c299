"""SiLU."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.silu import Silu


@implements(Silu)
class SiluLayer(Layer[Silu]):
    """``y = x s`` with ``s = 1 / (1 + exp(-x))``; ``dy/dx = s + y (1 - s)``. Any shape, and the output's is the same.

    Source: Hendrycks and Gimpel 2016, Gaussian Error Linear Units; Ramachandran et al. 2017.
    """

    def forward(self, x: Array) -> Array:
        # The sigmoid by its other name, (1 + tanh(x / 2)) / 2, overflows nowhere.
        sigmoid = np.multiply(x, 0.5, out=self.memory("sigmoid", x.shape))
        np.tanh(sigmoid, out=sigmoid)
        sigmoid += 1.0
        sigmoid *= 0.5
        self._sigmoid = sigmoid
        self._y = np.multiply(x, sigmoid, out=self.memory("output", x.shape))
        return self._y

    def backward(self, gradient: Array) -> tuple[Array]:
        by_input = np.subtract(1.0, self._sigmoid, out=self.memory("gradient", gradient.shape))
        by_input *= self._y
        by_input += self._sigmoid
        by_input *= gradient
        return (by_input,)
