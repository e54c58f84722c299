"""Rosenbrock's curved valley."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.surfaces.base import Surface, implements
from neurarium.spec.surfaces.rosenbrock import Rosenbrock


@implements(Rosenbrock)
class RosenbrockSurface(Surface[Rosenbrock]):
    """``(1 - x)^2 + 100 (y - x^2)^2``.

    Source: Rosenbrock 1960, An Automatic Method for Finding the Greatest or Least Value of a Function.
    """

    def value(self, x: Array, y: Array) -> Array:
        return (1.0 - x) ** 2 + 100.0 * (y - x * x) ** 2

    def gradient(self, x: np.float64, y: np.float64) -> Array:
        above = y - x * x
        return np.array([-2.0 * (1.0 - x) - 400.0 * x * above, 200.0 * above])

    def hessian(self, x: np.float64, y: np.float64) -> Array:
        return np.array([[2.0 - 400.0 * (y - 3.0 * x * x), -400.0 * x], [-400.0 * x, 200.0]])
