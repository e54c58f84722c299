"""ELU."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.elu import Elu


@implements(Elu)
class EluLayer(Layer[Elu]):
    """``y = x`` where x is positive, else ``a (exp(x) - 1)``; ``dy/dx`` is 1 or ``a exp(x)``, which is ``y + a``.

    Any shape, and the output's is the same.

    Source: Clevert et al. 2016, Fast and Accurate Deep Network Learning by Exponential Linear Units.
    """

    def forward(self, x: Array) -> Array:
        # Of the smaller of x and 0 alone, so that no large value overflows.
        bend = self._bend = np.minimum(x, 0.0, out=self.memory("bend", x.shape))
        np.expm1(bend, out=bend)
        bend *= self.settings.alpha
        self._positive = np.greater(x, 0.0, out=self.memory("positive", x.shape, dtype=bool))
        y = np.maximum(x, 0.0, out=self.memory("output", x.shape))
        y += bend
        return y

    def backward(self, gradient: Array) -> tuple[Array]:
        slope = np.add(self._bend, self.settings.alpha, out=self.memory("gradient", gradient.shape))
        np.copyto(slope, 1.0, where=self._positive)
        slope *= gradient
        return (slope,)
