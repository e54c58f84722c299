"""The two valleys."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.surfaces.base import Surface, implements
from neurarium.spec.surfaces.two_valleys import TwoValleys


@implements(TwoValleys)
class TwoValleysSurface(Surface[TwoValleys]):
    """``y^4 + 3x^4 + 8x^3 - 48x^2``; by x, ``12x (x + 4)(x - 2)``."""

    def value(self, x: Array, y: Array) -> Array:
        return y**4 + x * x * (3.0 * x * x + 8.0 * x - 48.0)

    def gradient(self, x: np.float64, y: np.float64) -> Array:
        return np.array([12.0 * x * (x + 4.0) * (x - 2.0), 4.0 * y**3])

    def hessian(self, x: np.float64, y: np.float64) -> Array:
        return np.array([[36.0 * x * x + 48.0 * x - 96.0, 0.0], [0.0, 12.0 * y * y]])
