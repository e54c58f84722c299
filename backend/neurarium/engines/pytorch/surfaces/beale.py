"""Beale's function."""

from torch import Tensor

from neurarium.engines.pytorch.surfaces.base import SurfaceFunction, implements
from neurarium.spec.surfaces.beale import Beale


@implements(Beale)
def beale(settings: Beale) -> SurfaceFunction:
    """Return ``(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2``."""

    def value(x: Tensor, y: Tensor) -> Tensor:
        return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2

    return value
