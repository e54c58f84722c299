"""What every second-order method is: a function that returns the next point."""

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

from torch import Tensor

from neurarium.engines.implementations import Implementations
from neurarium.spec.second_order import SecondOrder


class Terrain(Protocol):
    """What a method can ask of the surface it is on; points are float64, ``(2,)``."""

    def look_at(self, point: Tensor) -> tuple[float, Tensor]:
        """Return value and gradient, ``(2,)``, at a point."""
        ...

    def hessian_at(self, point: Tensor) -> Tensor:
        """Return the second derivatives at a point, ``(2, 2)``."""
        ...


SecondOrderMethod: TypeAlias = Callable[[Tensor, float], Tensor]
"""Takes a point and the learning rate; returns the next point, or raises `StuckError`."""

implements = Implementations[Callable[[Any, Terrain], SecondOrderMethod]]("neurarium.engines.pytorch.second_order")


def create_method(settings: SecondOrder, terrain: Terrain) -> SecondOrderMethod:
    """Return what makes the steps of `settings` on `terrain`."""
    return implements.find(type(settings))(settings, terrain)
