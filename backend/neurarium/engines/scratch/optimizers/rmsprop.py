"""RMSProp."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.optimizers.base import Optimizer, implements
from neurarium.spec.optimizers.rmsprop import Rmsprop


@implements(Rmsprop)
class RmspropOptimizer(Optimizer[Rmsprop]):
    """``h = alpha * h + (1 - alpha) * g^2``; ``w = w - learning_rate * g / (sqrt(h) + eps)``.

    Source: Tieleman and Hinton 2012, Lecture 6.5.
    """

    def update(self, parameters: Array, gradient: Array, learning_rate: float, step: int) -> None:
        squares, work, alpha = self.state["squares"], self._work, self.settings.alpha
        squares *= alpha
        np.multiply(gradient, gradient, out=work)
        work *= 1.0 - alpha
        squares += work
        np.sqrt(squares, out=work)
        work += self.settings.eps
        np.divide(gradient, work, out=work)
        work *= learning_rate
        parameters -= work
