"""Dropout."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.initial import dropout_mask
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.dropout import Dropout


@implements(Dropout)
class DropoutLayer(Layer[Dropout]):
    """While training, ``y = mask * x``, the mask being 0 with probability p, else ``1 / (1 - p)``; else ``y = x``.

    Any shape, and the output's is the same.

    Source: Srivastava et al. 2014, Dropout; Deep Learning from Scratch, section 6.4.3.
    """

    def forward(self, x: Array) -> Array:
        if not self.context.training:
            return x
        mask = dropout_mask(
            self.context.seed,
            self.node.name,
            self.context.step,
            (x.shape[-1], *x.shape[:-1]),
            self.settings.p,
            self.context.dtype,
        )
        self._mask = np.moveaxis(mask, 0, -1)
        return np.multiply(x, self._mask, out=self.memory("output", x.shape))

    def backward(self, gradient: Array) -> tuple[Array]:
        return (np.multiply(gradient, self._mask, out=self.memory("gradient", gradient.shape)),)
