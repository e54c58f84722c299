"""Adam."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.optimizers.base import Optimizer, implements
from neurarium.spec.optimizers.adam import Adam


@implements(Adam)
class AdamOptimizer(Optimizer[Adam]):
    """Moving averages m of the gradient and v of its square, each divided by ``1 - beta^step`` for its start at zero.

    ``m = beta1 m + (1 - beta1) g``; ``v = beta2 v + (1 - beta2) g^2``;
    ``w = w - learning_rate * m^ / (sqrt(v^) + eps)``.

    Source: Kingma and Ba 2015, Adam, algorithm 1; Deep Learning from Scratch, section 6.1.6.
    """

    def update(self, parameters: Array, gradient: Array, learning_rate: float, step: int) -> None:
        mean, squares, work = self.state["mean"], self.state["squares"], self._work
        beta1, beta2 = self.settings.beta1, self.settings.beta2
        mean *= beta1
        mean += np.multiply(gradient, 1.0 - beta1, out=work)
        squares *= beta2
        np.multiply(gradient, gradient, out=work)
        work *= 1.0 - beta2
        squares += work
        # sqrt(v^) = sqrt(v) / sqrt(1 - beta2^step): the correction costs one number instead of a vector.
        np.sqrt(squares, out=work)
        work *= (1.0 - beta2**step) ** -0.5
        work += self.settings.eps
        np.divide(mean, work, out=work)
        work *= learning_rate / (1.0 - beta1**step)
        parameters -= work
