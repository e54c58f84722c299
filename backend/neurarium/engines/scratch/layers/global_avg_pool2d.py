"""Global average pooling."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.global_avg_pool2d import GlobalAvgPool2d


@implements(GlobalAvgPool2d)
class GlobalAvgPool2dLayer(Layer[GlobalAvgPool2d]):
    """Replaces each channel by its mean. Input ``(channels, height, width, batch)``, output ``(channels, batch)``.

    Each pixel gets an equal share of the gradient.

    Source: Lin et al. 2014, Network In Network.
    """

    def forward(self, x: Array) -> Array:
        self._shape = x.shape
        return x.mean(axis=(1, 2), out=self.memory("output", (len(x), x.shape[-1])))

    def backward(self, gradient: Array) -> tuple[Array]:
        _, height, width, _ = self._shape
        by_input = self.memory("gradient", self._shape)
        np.divide(gradient[:, None, None], height * width, out=by_input)
        return (by_input,)
