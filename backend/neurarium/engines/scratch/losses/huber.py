"""Huber's loss."""

import numpy as np

from neurarium.engines.base import Array, Targets
from neurarium.engines.scratch.losses.base import Loss, expected, implements
from neurarium.spec.losses.huber import Huber


@implements(Huber)
class HuberLoss(Loss[Huber]):
    """The mean of ``d^2 / 2`` where ``d = |y - t| <= delta``, and of ``delta (d - delta / 2)`` elsewhere.

    Its derivative by one output is ``y - t``, held between -delta and delta, over ``batch * outputs``.

    Source: Huber 1964, Robust Estimation of a Location Parameter.
    """

    def forward(self, output: Array, targets: Targets) -> float:
        delta = self.settings.delta
        self._distance = output - expected(output, targets)
        d = np.abs(self._distance)
        return float(np.where(d <= delta, 0.5 * d * d, delta * (d - 0.5 * delta)).sum()) / d.size

    def backward(self) -> Array:
        delta = self.settings.delta
        return np.clip(self._distance, -delta, delta) / self._distance.size
