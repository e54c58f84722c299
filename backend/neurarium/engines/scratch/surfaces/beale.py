"""Beale's function."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.surfaces.base import Surface, implements
from neurarium.spec.surfaces.beale import Beale

_CONSTANTS = (1.5, 2.25, 2.625)


@implements(Beale)
class BealeSurface(Surface[Beale]):
    """``r1^2 + r2^2 + r3^2`` with ``rk = ck - x (1 - y^k)`` and ``c = 1.5, 2.25, 2.625``.

    With ``a = y^k - 1`` and ``b = k y^(k-1)``, ``rk`` has the derivatives a by x and ``x b`` by y.

    Source: Beale 1958; Moré, Garbow and Hillstrom 1981, Testing Unconstrained Optimization Software, no. 5.
    """

    def value(self, x: Array, y: Array) -> Array:
        first, second, third = (c + x * (y**k - 1.0) for k, c in enumerate(_CONSTANTS, start=1))
        return first * first + second * second + third * third

    def gradient(self, x: np.float64, y: np.float64) -> Array:
        found = np.zeros(2)
        for k, c in enumerate(_CONSTANTS, start=1):
            a, b = y**k - 1.0, k * y ** (k - 1)
            found += 2.0 * (c + x * a) * np.array([a, x * b])
        return found

    def hessian(self, x: np.float64, y: np.float64) -> Array:
        found = np.zeros((2, 2))
        for k, c in enumerate(_CONSTANTS, start=1):
            a, b = y**k - 1.0, k * y ** (k - 1)
            residual, slope = c + x * a, np.array([a, x * b])
            bend = x * k * (k - 1) * y ** max(k - 2, 0)
            found += 2.0 * (np.outer(slope, slope) + residual * np.array([[0.0, b], [b, bend]]))
        return found
