"""The saddle."""

from torch import Tensor

from neurarium.engines.pytorch.surfaces.base import SurfaceFunction, implements
from neurarium.spec.surfaces.saddle import Saddle


@implements(Saddle)
def saddle(settings: Saddle) -> SurfaceFunction:
    """Return ``y^2 - x^2``."""

    def value(x: Tensor, y: Tensor) -> Tensor:
        return y**2 - x**2

    return value
