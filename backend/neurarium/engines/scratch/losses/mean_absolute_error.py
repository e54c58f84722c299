"""Mean absolute error."""

import numpy as np

from neurarium.engines.base import Array, Targets
from neurarium.engines.scratch.losses.base import Loss, expected, implements
from neurarium.spec.losses.mean_absolute_error import MeanAbsoluteError


@implements(MeanAbsoluteError)
class MeanAbsoluteErrorLoss(Loss[MeanAbsoluteError]):
    """The mean of ``|y - t|`` over batch and outputs; ``dL/dy = sign(y - t) / (batch * outputs)``, 0 at the kink.

    Source: PyTorch, torch.nn.L1Loss.
    """

    def forward(self, output: Array, targets: Targets) -> float:
        self._distance = output - expected(output, targets)
        return float(np.abs(self._distance).sum()) / self._distance.size

    def backward(self) -> Array:
        return np.sign(self._distance) / self._distance.size
