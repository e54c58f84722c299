"""Batch normalisation, for vectors and images."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.batch_norm import BatchNorm


@implements(BatchNorm)
class BatchNormLayer(Layer[BatchNorm]):
    """Normalises each feature or channel over the batch (and over the image), then scales and shifts it.

    Input and output ``(features, batch)`` or ``(channels, height, width, batch)``; seen here as ``(features, n)``.

    With ``x^ = (x - mean) / sqrt(variance + eps)`` and ``y = gamma x^ + beta``, mean and variance being functions of x:
    ``dL/dx = gamma / sqrt(variance + eps) * (g - mean(g) - x^ mean(g x^))``. By the running statistics, which are no
    functions of x, it is ``gamma / sqrt(variance + eps) * g``.

    Source: Ioffe and Szegedy 2015, Batch Normalization; Deep Learning from Scratch, section 6.3.
    """

    def forward(self, x: Array) -> Array:
        rows = x.reshape(len(x), -1)
        if self.context.training:
            mean = rows.mean(axis=1)
            normal = np.subtract(rows, mean[:, None], out=self.memory("normal", rows.shape))
            variance = np.vecdot(normal, normal) / rows.shape[1]
            self._batch_statistics = mean, variance, rows.shape[1]
        else:
            mean, variance = self.buffers["running_mean"], self.buffers["running_var"]
            normal = np.subtract(rows, mean[:, None], out=self.memory("normal", rows.shape))
        self._scale = 1.0 / np.sqrt(variance + self.settings.eps)
        normal *= self._scale[:, None]
        self._normal = normal
        y = np.multiply(normal, self.parameters["weight"][:, None], out=self.memory("output", rows.shape))
        y += self.parameters["bias"][:, None]
        return y.reshape(x.shape)

    def backward(self, gradient: Array) -> tuple[Array]:
        rows, normal, count = gradient.reshape(len(gradient), -1), self._normal, self._normal.shape[1]
        by_scale = np.vecdot(rows, normal, out=self.gradients["weight"])
        by_shift = rows.sum(axis=1, out=self.gradients["bias"])
        if not self.context.training:
            by_input = np.multiply(
                rows, (self.parameters["weight"] * self._scale)[:, None], out=self.memory("gradient", rows.shape)
            )
            return (by_input.reshape(gradient.shape),)
        by_input = np.multiply(normal, (by_scale / -count)[:, None], out=self.memory("gradient", rows.shape))
        by_input += rows
        by_input -= (by_shift / count)[:, None]
        by_input *= (self.parameters["weight"] * self._scale)[:, None]
        return (by_input.reshape(gradient.shape),)

    def commit(self) -> None:
        mean, variance, count = self._batch_statistics
        # The running variance is the unbiased one; of a single value there is none, and the biased one stands in.
        unbiased = variance * (count / max(count - 1, 1))
        for name, batch in (("running_mean", mean), ("running_var", unbiased)):
            running = self.buffers[name]
            running += self.settings.momentum * (batch - running)
