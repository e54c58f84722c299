"""A descent on a surface, by the very optimizers that train networks."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.descents import Look
from neurarium.engines.scratch.optimizers import create_optimizer
from neurarium.engines.scratch.second_order import create_method
from neurarium.engines.scratch.surfaces import create_surface
from neurarium.spec.second_order import AnyMethod, SecondOrder
from neurarium.spec.surfaces import Point, Surface


class ScratchDescent:
    """One optimizer on its way over a surface; what it offers is in `engines.descents.Descent`."""

    def __init__(self, surface: Surface, method: AnyMethod, start: Point) -> None:
        self._surface = create_surface(surface)
        self._point = np.array(start, dtype=np.float64)
        self._seen: tuple[Array, Look] | None = None
        self._evaluations = 0
        if isinstance(method, SecondOrder):
            self._method, self._optimizer = create_method(method, self), None
        else:
            self._method = None
            self._optimizer = create_optimizer(method, 2, np.dtype(np.float64), [(1, 2)])

    @property
    def position(self) -> Point:
        return float(self._point[0]), float(self._point[1])

    @property
    def evaluations(self) -> int:
        return self._evaluations

    def look(self) -> Look:
        return self.look_at(self._point)

    def look_at(self, point: Array) -> Look:
        """Return value and gradient at a point; the last one asked for is remembered."""
        if self._seen is None or not np.array_equal(self._seen[0], point):
            self._evaluations += 1
            found = Look(float(self._surface.value(*point)), self._surface.gradient(*point))
            self._seen = point.copy(), found
        return self._seen[1]

    def hessian_at(self, point: Array) -> Array:
        """Return the second derivatives at a point, ``(2, 2)``."""
        return self._surface.hessian(*point)

    def step(self, learning_rate: float, number: int) -> None:
        if self._method is not None:
            self._method.step(self._point, learning_rate)
        elif self._optimizer is not None:
            self._optimizer.step(self._point, self.look().gradient, learning_rate, number)
