"""BFGS."""

from typing import Any

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.descents import StuckError
from neurarium.engines.line_search import weak_wolfe
from neurarium.engines.scratch.second_order.base import SecondOrderMethod, implements
from neurarium.spec.second_order.bfgs import Bfgs


@implements(Bfgs)
class BfgsMethod(SecondOrderMethod[Bfgs]):
    """``d = -H g``; ``w = w + s`` with ``s = t d``; ``H = (I - r s y') H (I - r y s') + r s s'``.

    H approximates the inverse of the Hessian, y is the change of the gradient over the step, and ``r = 1 / y's``.

    Source: Nocedal and Wright 2006, Numerical Optimization, algorithm 6.1; the first H by equation 6.20.
    """

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._inverse: Array | None = None

    def step(self, point: Array, learning_rate: float) -> None:
        here = self.terrain.look_at(point)
        if not here.gradient.any():
            raise StuckError("stationary")
        known = np.eye(2) if self._inverse is None else self._inverse
        direction = -known @ here.gradient

        def along(step: float) -> tuple[float, float]:
            there = self.terrain.look_at(point + step * direction)
            return there.value, float(there.gradient @ direction)

        slope = float(here.gradient @ direction)
        moved = weak_wolfe(along, here.value, slope, self.settings.c1, self.settings.c2) * direction
        changed = self.terrain.look_at(point + moved).gradient - here.gradient
        point += moved
        overlap = float(changed @ moved)
        if self._inverse is None:
            known = np.eye(2) * (overlap / float(changed @ changed))
        projection = np.eye(2) - np.outer(moved, changed) / overlap
        self._inverse = projection @ known @ projection.T + np.outer(moved, moved) / overlap
