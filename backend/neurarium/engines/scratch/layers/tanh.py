"""Tanh."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.tanh import Tanh


@implements(Tanh)
class TanhLayer(Layer[Tanh]):
    """``y = tanh x``; ``dy/dx = 1 - y^2``. Any shape, and the output's is the same.

    Source: Deep Learning from Scratch, section 6.2.2.
    """

    def forward(self, x: Array) -> Array:
        self._y = np.tanh(x, out=self.memory("output", x.shape))
        return self._y

    def backward(self, gradient: Array) -> tuple[Array]:
        by_input = np.multiply(self._y, self._y, out=self.memory("gradient", gradient.shape))
        np.subtract(1.0, by_input, out=by_input)
        by_input *= gradient
        return (by_input,)
