"""Local response normalisation."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.local_response_norm import LocalResponseNorm


@implements(LocalResponseNorm)
class LocalResponseNormLayer(Layer[LocalResponseNorm]):
    """Divides each value by a power of its neighbouring channels' squares.

    Input and output ``(channels, height, width, batch)``. With ``d_c = k + alpha / n * sum of x^2 over the channels
    around c`` and ``y = x d^-beta``:
    ``dL/dx_c = g_c d_c^-beta - 2 alpha beta / n * x_c * sum of g y / d over the channels that c is around``.

    Source: Krizhevsky et al. 2012, ImageNet Classification with Deep Convolutional Neural Networks.
    """

    def forward(self, x: Array) -> Array:
        settings = self.settings
        below, above = settings.size // 2, (settings.size - 1) // 2
        divisor = _sum_of_neighbours(np.square(x), below, above)
        divisor *= settings.alpha / settings.size
        divisor += settings.k
        self._x, self._divisor = x, divisor
        self._power = divisor**-settings.beta
        self._y = np.multiply(x, self._power, out=self.memory("output", x.shape))
        return self._y

    def backward(self, gradient: Array) -> tuple[Array]:
        settings = self.settings
        below, above = settings.size // 2, (settings.size - 1) // 2
        # Those that have c as a neighbour lie the other way round.
        shared = _sum_of_neighbours(gradient * self._y / self._divisor, above, below)
        shared *= self._x
        shared *= -2.0 * settings.alpha * settings.beta / settings.size
        by_input = np.multiply(gradient, self._power, out=self.memory("gradient", gradient.shape))
        by_input += shared
        return (by_input,)


def _sum_of_neighbours(values: Array, below: int, above: int) -> Array:
    """Return, for each channel, the sum over the channels from `below` before it to `above` behind it."""
    total = values.copy()
    for distance in range(1, min(below, len(values) - 1) + 1):
        total[distance:] += values[:-distance]
    for distance in range(1, min(above, len(values) - 1) + 1):
        total[:-distance] += values[distance:]
    return total
