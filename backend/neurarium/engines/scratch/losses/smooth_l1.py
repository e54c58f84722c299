"""Smooth L1."""

import numpy as np

from neurarium.engines.base import Array, Targets
from neurarium.engines.scratch.losses.base import Loss, expected, implements
from neurarium.spec.losses.smooth_l1 import SmoothL1


@implements(SmoothL1)
class SmoothL1Loss(Loss[SmoothL1]):
    """The mean of ``d^2 / (2 beta)`` where ``d = |y - t| < beta``, and of ``d - beta / 2`` elsewhere.

    Its derivative by one output is ``(y - t) / beta``, held between -1 and 1, over ``batch * outputs``.

    Source: Girshick 2015, Fast R-CNN, section 2.3.
    """

    def forward(self, output: Array, targets: Targets) -> float:
        beta = self.settings.beta
        self._distance = output - expected(output, targets)
        d = np.abs(self._distance)
        return float(np.where(d < beta, d * d * (0.5 / beta), d - 0.5 * beta).sum()) / d.size

    def backward(self) -> Array:
        return np.clip(self._distance / self.settings.beta, -1.0, 1.0) / self._distance.size
