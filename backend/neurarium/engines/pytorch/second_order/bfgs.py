"""BFGS."""

import torch
from torch import Tensor

from neurarium.engines.descents import StuckError
from neurarium.engines.line_search import weak_wolfe
from neurarium.engines.pytorch.second_order.base import SecondOrderMethod, Terrain, implements
from neurarium.spec.second_order.bfgs import Bfgs


@implements(Bfgs)
def bfgs(settings: Bfgs, terrain: Terrain) -> SecondOrderMethod:
    """Return BFGS with an approximation B of the Hessian itself, where the scratch engine keeps its inverse.

    ``B = B - B s s' B / s'B s + y y' / y's``, and the direction solves ``B d = -g``: the same method by other
    arithmetic.

    Source: Nocedal and Wright 2006, Numerical Optimization, equation 6.19.
    """
    hessian: Tensor | None = None

    def step(point: Tensor, learning_rate: float) -> Tensor:
        nonlocal hessian
        value, gradient = terrain.look_at(point)
        if not gradient.any():
            raise StuckError("stationary")
        known = torch.eye(2, dtype=point.dtype) if hessian is None else hessian
        direction = torch.linalg.solve(known, -gradient)

        def along(step: float) -> tuple[float, float]:
            new_value, new_gradient = terrain.look_at(point + step * direction)
            return new_value, float(new_gradient @ direction)

        moved = weak_wolfe(along, value, float(gradient @ direction), settings.c1, settings.c2) * direction
        changed = terrain.look_at(point + moved)[1] - gradient
        overlap = changed @ moved
        if hessian is None:
            known = torch.eye(2, dtype=point.dtype) * (changed @ changed / overlap)
        bent = known @ moved
        hessian = known - torch.outer(bent, bent) / (moved @ bent) + torch.outer(changed, changed) / overlap
        return point + moved

    return step
