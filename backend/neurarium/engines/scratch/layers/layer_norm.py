"""Layer normalisation."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.layer_norm import LayerNorm


@implements(LayerNorm)
class LayerNormLayer(Layer[LayerNorm]):
    """Normalises each sample over its trailing dimensions, then scales and shifts every value.

    Input and output ``(*leading, *normalised, batch)``; seen here as ``(leading, n, batch)``, n values at a time being
    normalised.

    With ``x^ = (x - mean) / sqrt(variance + eps)``, ``y = gamma x^ + beta`` and ``h = gamma g``:
    ``dL/dx = (h - mean(h) - x^ mean(h x^)) / sqrt(variance + eps)``.

    Source: Ba et al. 2016, Layer Normalization.
    """

    def forward(self, x: Array) -> Array:
        count = int(np.prod(self.settings.normalized_shape(x.shape[:-1])))
        values = x.reshape(-1, count, x.shape[-1])
        mean = values.mean(axis=1, keepdims=True)
        normal = np.subtract(values, mean, out=self.memory("normal", values.shape))
        variance = np.square(normal).mean(axis=1, keepdims=True)
        self._scale = 1.0 / np.sqrt(variance + self.settings.eps)
        normal *= self._scale
        self._normal = normal
        if not self.settings.elementwise_affine:
            return normal.reshape(x.shape)
        y = np.multiply(normal, self.parameters["weight"].reshape(-1, 1), out=self.memory("output", values.shape))
        y += self.parameters["bias"].reshape(-1, 1)
        return y.reshape(x.shape)

    def backward(self, gradient: Array) -> tuple[Array]:
        normal = self._normal
        rows = gradient.reshape(normal.shape)
        by_normal = rows
        if self.settings.elementwise_affine:
            weight = self.parameters["weight"]
            self.gradients["weight"][...] = (rows * normal).sum(axis=(0, 2)).reshape(weight.shape)
            self.gradients["bias"][...] = rows.sum(axis=(0, 2)).reshape(weight.shape)
            by_normal = rows * weight.reshape(-1, 1)
        by_input = np.multiply(
            normal, -(by_normal * normal).mean(axis=1, keepdims=True), out=self.memory("gradient", normal.shape)
        )
        by_input += by_normal
        by_input -= by_normal.mean(axis=1, keepdims=True)
        by_input *= self._scale
        return (by_input.reshape(gradient.shape),)
