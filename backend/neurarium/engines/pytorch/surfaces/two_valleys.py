"""The two valleys."""

from torch import Tensor

from neurarium.engines.pytorch.surfaces.base import SurfaceFunction, implements
from neurarium.spec.surfaces.two_valleys import TwoValleys


@implements(TwoValleys)
def two_valleys(settings: TwoValleys) -> SurfaceFunction:
    """Return ``y^4 + 3x^4 + 8x^3 - 48x^2``."""

    def value(x: Tensor, y: Tensor) -> Tensor:
        return y**4 + 3 * x**4 + 8 * x**3 - 48 * x**2

    return value
