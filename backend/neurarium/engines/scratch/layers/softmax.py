"""Softmax."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.softmax import Softmax


@implements(Softmax)
class SoftmaxLayer(Layer[Softmax]):
    """``y_k = exp(x_k) / sum_j exp(x_j)``, over the first axis: features or channels.

    Input and output ``(features, ..., batch)``. The largest value is taken off first, which changes nothing but keeps
    the exponentials finite. Every share depends on every value: ``dL/dx = y * (g - sum_j g_j y_j)``.

    Source: Deep Learning from Scratch, section 3.5.2; derivative: appendix A.
    """

    def forward(self, x: Array) -> Array:
        y = np.subtract(x, x.max(axis=0), out=self.memory("output", x.shape))
        np.exp(y, out=y)
        y /= y.sum(axis=0)
        self._y = y
        return y

    def backward(self, gradient: Array) -> tuple[Array]:
        by_input = np.multiply(gradient, self._y, out=self.memory("gradient", gradient.shape))
        common = by_input.sum(axis=0)
        np.subtract(gradient, common, out=by_input)
        by_input *= self._y
        return (by_input,)
