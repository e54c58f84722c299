"""Gradient descent with momentum."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.optimizers.base import Optimizer, implements
from neurarium.spec.optimizers.momentum import Momentum


@implements(Momentum)
class MomentumOptimizer(Optimizer[Momentum]):
    """``v = momentum * v + g``; ``w = w - learning_rate * v``.

    Source: Polyak 1964; Deep Learning from Scratch, section 6.1.4.
    """

    def update(self, parameters: Array, gradient: Array, learning_rate: float, step: int) -> None:
        velocity = self.state["velocity"]
        velocity *= self.settings.momentum
        velocity += gradient
        parameters -= np.multiply(velocity, learning_rate, out=self._work)
