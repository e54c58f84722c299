"""Rosenbrock's curved valley."""

from torch import Tensor

from neurarium.engines.pytorch.surfaces.base import SurfaceFunction, implements
from neurarium.spec.surfaces.rosenbrock import Rosenbrock


@implements(Rosenbrock)
def rosenbrock(settings: Rosenbrock) -> SurfaceFunction:
    """Return ``(1 - x)^2 + 100 (y - x^2)^2``."""

    def value(x: Tensor, y: Tensor) -> Tensor:
        return (1 - x) ** 2 + 100 * (y - x**2) ** 2

    return value
