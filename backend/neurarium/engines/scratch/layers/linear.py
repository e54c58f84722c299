"""The fully connected (affine) layer."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.linear import Linear


@implements(Linear)
class LinearLayer(Layer[Linear]):
    """``y = W x + b``. Input ``(in_features, batch)``, output ``(out_features, batch)``.

    Source: Deep Learning from Scratch, section 5.6.
    """

    def forward(self, x: Array) -> Array:
        self._x = x
        weight = self.parameters["weight"]
        y = self.memory("output", (len(weight), x.shape[1]))
        np.dot(weight, x, out=y)
        if self.settings.bias:
            y += self.parameters["bias"][:, None]
        return y

    def backward(self, gradient: Array) -> tuple[Array | None]:
        np.dot(gradient, self._x.T, out=self.gradients["weight"])
        if self.settings.bias:
            np.add.reduce(gradient, axis=1, out=self.gradients["bias"])
        if not self.needs_input_gradient:
            return (None,)
        return (np.dot(self.parameters["weight"].T, gradient, out=self.memory("gradient", self._x.shape)),)
