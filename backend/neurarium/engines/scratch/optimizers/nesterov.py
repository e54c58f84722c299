"""Nesterov's accelerated gradient."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.optimizers.base import Optimizer, implements
from neurarium.spec.optimizers.nesterov import Nesterov


@implements(Nesterov)
class NesterovOptimizer(Optimizer[Nesterov]):
    """``v = momentum * v + g``; ``w = w - learning_rate * (g + momentum * v)``.

    Source: Sutskever et al. 2013, On the importance of initialization and momentum; torch.optim.SGD.
    """

    def update(self, parameters: Array, gradient: Array, learning_rate: float, step: int) -> None:
        velocity, work, momentum = self.state["velocity"], self._work, self.settings.momentum
        velocity *= momentum
        velocity += gradient
        np.multiply(velocity, momentum, out=work)
        work += gradient
        work *= learning_rate
        parameters -= work
