"""Leaky ReLU."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.leaky_relu import LeakyRelu


@implements(LeakyRelu)
class LeakyReluLayer(Layer[LeakyRelu]):
    """``y = x`` where x is positive, else ``a x``; ``dy/dx`` is 1 or a. Any shape, and the output's is the same.

    Source: Maas et al. 2013, Rectifier Nonlinearities Improve Neural Network Acoustic Models.
    """

    def forward(self, x: Array) -> Array:
        self._slope = np.where(x > 0.0, x.dtype.type(1.0), x.dtype.type(self.settings.negative_slope))
        return np.multiply(x, self._slope, out=self.memory("output", x.shape))

    def backward(self, gradient: Array) -> tuple[Array]:
        return (np.multiply(gradient, self._slope, out=self.memory("gradient", gradient.shape)),)
