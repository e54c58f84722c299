"""What every surface has."""

from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.implementations import Implementations
from neurarium.spec import surfaces as spec_surfaces

Settings = TypeVar("Settings", bound=spec_surfaces.Surface)


class Surface(ABC, Generic[Settings]):
    """A function of x and y with its derivatives, all worked out by hand."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @abstractmethod
    def value(self, x: Array, y: Array) -> Array:
        """Return f at each of the points, of the shape that x and y have; single numbers will do."""

    @abstractmethod
    def gradient(self, x: np.float64, y: np.float64) -> Array:
        """Return the derivatives by x and y at one point, ``(2,)``."""

    @abstractmethod
    def hessian(self, x: np.float64, y: np.float64) -> Array:
        """Return the second derivatives at one point, ``(2, 2)``."""


implements = Implementations[type[Surface[Any]]]("neurarium.engines.scratch.surfaces")


def create_surface(settings: spec_surfaces.Surface) -> Surface[Any]:
    """Return what computes the surface `settings`."""
    return implements.find(type(settings))(settings)
