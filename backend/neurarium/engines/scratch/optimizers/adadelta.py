"""AdaDelta."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.optimizers.base import Optimizer, implements
from neurarium.spec.optimizers.adadelta import Adadelta


@implements(Adadelta)
class AdadeltaOptimizer(Optimizer[Adadelta]):
    """``h = rho h + (1 - rho) g^2``; ``d = g sqrt(s + eps) / sqrt(h + eps)``; ``s = rho s + (1 - rho) d^2``;
    ``w = w - learning_rate * d``.

    Source: Zeiler 2012, ADADELTA: An Adaptive Learning Rate Method, algorithm 1.
    """

    def update(self, parameters: Array, gradient: Array, learning_rate: float, step: int) -> None:
        squares, steps, work = self.state["squares"], self.state["steps"], self._work
        rho, eps = self.settings.rho, self.settings.eps
        squares *= rho
        np.multiply(gradient, gradient, out=work)
        work *= 1.0 - rho
        squares += work
        taken = np.sqrt(steps + eps)
        taken /= np.sqrt(np.add(squares, eps, out=work), out=work)
        taken *= gradient
        steps *= rho
        np.multiply(taken, taken, out=work)
        work *= 1.0 - rho
        steps += work
        taken *= learning_rate
        parameters -= taken
