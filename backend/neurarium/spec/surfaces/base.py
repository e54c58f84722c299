"""What every surface declares."""

from collections.abc import Mapping
from typing import ClassVar, TypeAlias

from neurarium.spec.kinds import Kind

Point: TypeAlias = tuple[float, float]
"""A place on the plane: x and y."""


class Surface(Kind):
    """A function f(x, y) whose value optimizers try to make small, as they do a loss; the point (x, y) is what they
    change, as they do weights.
    """

    x_range: ClassVar[tuple[float, float]]
    """The ends of x on a map that shows what matters."""
    y_range: ClassVar[tuple[float, float]]
    """The ends of y there."""
    starts: ClassVar[tuple[Point, ...]]
    """Points from which descents differ tellingly, the usual one first."""
    minima: ClassVar[tuple[Point, ...]] = ()
    """Every local minimum, the lowest first; none where the surface falls without end."""
    saddles: ClassVar[tuple[Point, ...]] = ()
    """Every stationary point that is no minimum and no maximum."""
    learning_rates: ClassVar[Mapping[str, float]]
    """For kinds of optimizers, a learning rate that suits the surface's scale, so that their ways can be compared; a
    kind that is not named has its own default.
    """

    kind: str
