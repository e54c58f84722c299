"""A descent on a surface, by torch.optim and autograd."""

import torch
from torch import Tensor

from neurarium.engines.descents import Look
from neurarium.engines.pytorch.optimizers import create_optimizer
from neurarium.engines.pytorch.second_order import create_method
from neurarium.engines.pytorch.surfaces import create_surface
from neurarium.spec.second_order import AnyMethod, SecondOrder
from neurarium.spec.surfaces import Point, Surface


class TorchDescent:
    """One optimizer on its way over a surface; what it offers is in `engines.descents.Descent`."""

    def __init__(self, surface: Surface, method: AnyMethod, start: Point) -> None:
        self._surface = create_surface(surface)
        self._point = torch.nn.Parameter(torch.tensor([start], dtype=torch.float64))
        self._seen: tuple[Tensor, tuple[float, Tensor]] | None = None
        self._evaluations = 0
        if isinstance(method, SecondOrder):
            self._method, self._optimizer = create_method(method, self), None
        else:
            self._method, self._optimizer = None, create_optimizer(method, [self._point])

    @property
    def position(self) -> Point:
        x, y = self._point.detach()[0].tolist()
        return x, y

    @property
    def evaluations(self) -> int:
        return self._evaluations

    def look(self) -> Look:
        value, gradient = self.look_at(self._point.detach()[0])
        return Look(value, gradient.numpy())

    def look_at(self, point: Tensor) -> tuple[float, Tensor]:
        """Return value and gradient, ``(2,)``, at a point; the last one asked for is remembered."""
        if self._seen is None or not torch.equal(self._seen[0], point):
            self._evaluations += 1
            at = point.detach().clone().requires_grad_()
            value = self._surface(at[0], at[1])
            (gradient,) = torch.autograd.grad(value, at)
            self._seen = at.detach(), (float(value.detach()), gradient)
        return self._seen[1]

    def hessian_at(self, point: Tensor) -> Tensor:
        """Return the second derivatives at a point, ``(2, 2)``."""
        found = torch.autograd.functional.hessian(lambda at: self._surface(at[0], at[1]), point)
        assert isinstance(found, Tensor)
        return found

    def step(self, learning_rate: float, number: int) -> None:
        here = self._point.detach()[0]
        if self._method is not None:
            moved = self._method(here, learning_rate)
            with torch.no_grad():
                self._point.copy_(moved[None])
        elif self._optimizer is not None:
            self._point.grad = self.look_at(here)[1][None].clone()
            self._optimizer.update(learning_rate)
