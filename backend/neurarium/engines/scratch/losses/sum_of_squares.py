"""Half the sum of squares."""

import numpy as np

from neurarium.engines.base import Array, Targets
from neurarium.engines.scratch.losses.base import Loss, expected, implements
from neurarium.spec.losses.sum_of_squares import SumOfSquares


@implements(SumOfSquares)
class SumOfSquaresLoss(Loss[SumOfSquares]):
    """The mean over the batch of ``sum (y - t)^2 / 2``; ``dL/dy = (y - t) / batch``.

    Source: Deep Learning from Scratch, section 4.2.1.
    """

    def forward(self, output: Array, targets: Targets) -> float:
        self._distance = output - expected(output, targets)
        return 0.5 * float(np.vdot(self._distance, self._distance)) / len(targets)

    def backward(self) -> Array:
        return self._distance / self._distance.shape[1]
