"""What every second-order method has."""

from abc import ABC, abstractmethod
from typing import Any, Generic, Protocol, TypeVar

from neurarium.engines.base import Array
from neurarium.engines.descents import Look
from neurarium.engines.implementations import Implementations
from neurarium.spec.second_order import SecondOrder

Settings = TypeVar("Settings", bound=SecondOrder)


class Terrain(Protocol):
    """What a method can ask of the surface it is on."""

    def look_at(self, point: Array) -> Look:
        """Return value and gradient at a point, ``(2,)``."""
        ...

    def hessian_at(self, point: Array) -> Array:
        """Return the second derivatives at a point, ``(2, 2)``."""
        ...


class SecondOrderMethod(ABC, Generic[Settings]):
    """Moves a point by what curvature tells, in place."""

    def __init__(self, settings: Settings, terrain: Terrain) -> None:
        self.settings = settings
        self.terrain = terrain

    @abstractmethod
    def step(self, point: Array, learning_rate: float) -> None:
        """Move `point`, ``(2,)``.

        Raises:
            StuckError: there is no step from here.
        """


implements = Implementations[type[SecondOrderMethod[Any]]]("neurarium.engines.scratch.second_order")


def create_method(settings: SecondOrder, terrain: Terrain) -> SecondOrderMethod[Any]:
    """Return what makes the steps of `settings` on `terrain`."""
    return implements.find(type(settings))(settings, terrain)
