"""The saddle."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.surfaces.base import Surface, implements
from neurarium.spec.surfaces.saddle import Saddle


@implements(Saddle)
class SaddleSurface(Surface[Saddle]):
    """``y^2 - x^2``.

    Source: Dauphin et al. 2014, Identifying and attacking the saddle point problem, section 3.
    """

    def value(self, x: Array, y: Array) -> Array:
        return y * y - x * x

    def gradient(self, x: np.float64, y: np.float64) -> Array:
        return np.array([-2.0 * x, 2.0 * y])

    def hessian(self, x: np.float64, y: np.float64) -> Array:
        return np.array([[-2.0, 0.0], [0.0, 2.0]])
