"""Newton's method."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.descents import StuckError
from neurarium.engines.scratch.second_order.base import SecondOrderMethod, implements
from neurarium.spec.second_order.newton import Newton


@implements(Newton)
class NewtonMethod(SecondOrderMethod[Newton]):
    """``w = w - learning_rate * H^-1 g``, H being the exact Hessian.

    Source: Nocedal and Wright 2006, Numerical Optimization, section 3.3.
    """

    def step(self, point: Array, learning_rate: float) -> None:
        gradient = self.terrain.look_at(point).gradient
        if not gradient.any():
            raise StuckError("stationary")
        try:
            whole = np.linalg.solve(self.terrain.hessian_at(point), gradient)
        except np.linalg.LinAlgError as error:
            raise StuckError("singular_hessian") from error
        point -= learning_rate * whole
