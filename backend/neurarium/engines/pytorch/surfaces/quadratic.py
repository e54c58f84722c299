"""The elongated bowl."""

from torch import Tensor

from neurarium.engines.pytorch.surfaces.base import SurfaceFunction, implements
from neurarium.spec.surfaces.quadratic import Quadratic


@implements(Quadratic)
def quadratic(settings: Quadratic) -> SurfaceFunction:
    """Return ``x^2 / 20 + y^2``."""

    def value(x: Tensor, y: Tensor) -> Tensor:
        return x**2 / 20 + y**2

    return value
