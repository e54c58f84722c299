"""Stochastic gradient descent."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.optimizers.base import Optimizer, implements
from neurarium.spec.optimizers.sgd import Sgd


@implements(Sgd)
class SgdOptimizer(Optimizer[Sgd]):
    """``w = w - learning_rate * g``.

    Source: Deep Learning from Scratch, section 6.1.2.
    """

    def update(self, parameters: Array, gradient: Array, learning_rate: float, step: int) -> None:
        parameters -= np.multiply(gradient, learning_rate, out=self._work)
