"""Mean squared error."""

import numpy as np

from neurarium.engines.base import Array, Targets
from neurarium.engines.scratch.losses.base import Loss, expected, implements
from neurarium.spec.losses.mean_squared_error import MeanSquaredError


@implements(MeanSquaredError)
class MeanSquaredErrorLoss(Loss[MeanSquaredError]):
    """The mean of ``(y - t)^2`` over batch and outputs; ``dL/dy = 2 (y - t) / (batch * outputs)``.

    Source: Deep Learning from Scratch, section 4.2.1 (there the sum with a factor 1/2).
    """

    def forward(self, output: Array, targets: Targets) -> float:
        self._distance = output - expected(output, targets)
        return float(np.vdot(self._distance, self._distance)) / self._distance.size

    def backward(self) -> Array:
        return self._distance * (2.0 / self._distance.size)
