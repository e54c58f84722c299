"""Surfaces: functions of two variables on which optimizers can be watched. One file a kind."""

from typing import TYPE_CHECKING

from neurarium.spec.kinds import discover, union_of
from neurarium.spec.surfaces.base import Point, Surface

SURFACES: dict[str, type[Surface]] = discover(__name__, Surface)

if TYPE_CHECKING:
    AnySurface = Surface
else:
    AnySurface = union_of(SURFACES)

__all__ = ["SURFACES", "AnySurface", "Point", "Surface"]
