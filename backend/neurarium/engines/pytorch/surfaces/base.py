"""What every surface is: a function of x and y."""

from collections.abc import Callable
from typing import Any, TypeAlias

from torch import Tensor

from neurarium.engines.implementations import Implementations
from neurarium.spec.surfaces import Surface

SurfaceFunction: TypeAlias = Callable[[Tensor, Tensor], Tensor]
"""Takes x and y, of one shape; returns f at each of the points."""

implements = Implementations[Callable[[Any], SurfaceFunction]]("neurarium.engines.pytorch.surfaces")


def create_surface(settings: Surface) -> SurfaceFunction:
    """Return what computes the surface `settings`."""
    return implements.find(type(settings))(settings)
