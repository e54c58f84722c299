"""Softplus."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.softplus import Softplus


@implements(Softplus)
class SoftplusLayer(Layer[Softplus]):
    """``y = log(1 + exp(b x)) / b``; ``dy/dx = 1 / (1 + exp(-b x))``. Any shape, and the output's is the same.

    Source: Dugas et al. 2001, Incorporating Second-Order Functional Knowledge for Better Option Pricing.
    """

    def forward(self, x: Array) -> Array:
        beta = self.settings.beta
        self._scaled = np.multiply(x, beta, out=self.memory("scaled", x.shape))
        y = np.logaddexp(self._scaled, 0.0, out=self.memory("output", x.shape))
        y /= beta
        return y

    def backward(self, gradient: Array) -> tuple[Array]:
        # The sigmoid by its other name, (1 + tanh(x / 2)) / 2, overflows nowhere.
        by_input = np.multiply(self._scaled, 0.5, out=self.memory("gradient", gradient.shape))
        np.tanh(by_input, out=by_input)
        by_input += 1.0
        by_input *= 0.5
        by_input *= gradient
        return (by_input,)
