"""AdaGrad."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.optimizers.base import Optimizer, implements
from neurarium.spec.optimizers.adagrad import Adagrad


@implements(Adagrad)
class AdagradOptimizer(Optimizer[Adagrad]):
    """``h = h + g^2``; ``w = w - learning_rate * g / (sqrt(h) + eps)``.

    Source: Duchi et al. 2011; Deep Learning from Scratch, section 6.1.5.
    """

    def update(self, parameters: Array, gradient: Array, learning_rate: float, step: int) -> None:
        squares, work = self.state["squares"], self._work
        squares += np.multiply(gradient, gradient, out=work)
        np.sqrt(squares, out=work)
        work += self.settings.eps
        np.divide(gradient, work, out=work)
        work *= learning_rate
        parameters -= work
