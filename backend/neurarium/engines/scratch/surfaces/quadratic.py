"""The elongated bowl."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.surfaces.base import Surface, implements
from neurarium.spec.surfaces.quadratic import Quadratic


@implements(Quadratic)
class QuadraticSurface(Surface[Quadratic]):
    """``x^2 / 20 + y^2``.

    Source: Deep Learning from Scratch, section 6.1.3.
    """

    def value(self, x: Array, y: Array) -> Array:
        return x * x / 20.0 + y * y

    def gradient(self, x: np.float64, y: np.float64) -> Array:
        return np.array([x / 10.0, 2.0 * y])

    def hessian(self, x: np.float64, y: np.float64) -> Array:
        return np.array([[0.1, 0.0], [0.0, 2.0]])
