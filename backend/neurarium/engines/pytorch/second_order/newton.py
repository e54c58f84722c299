"""Newton's method."""

import torch
from torch import Tensor

from neurarium.engines.descents import StuckError
from neurarium.engines.pytorch.second_order.base import SecondOrderMethod, Terrain, implements
from neurarium.spec.second_order.newton import Newton


@implements(Newton)
def newton(settings: Newton, terrain: Terrain) -> SecondOrderMethod:
    """Return ``w - learning_rate * H^-1 g``, with the Hessian that autograd finds."""

    def step(point: Tensor, learning_rate: float) -> Tensor:
        _, gradient = terrain.look_at(point)
        if not gradient.any():
            raise StuckError("stationary")
        try:
            whole = torch.linalg.solve(terrain.hessian_at(point), gradient)
        except RuntimeError as error:  # torch's LinAlgError, which it does not export
            raise StuckError("singular_hessian") from error
        return point - learning_rate * whole

    return step
