"""The seam between the engines and whoever walks on a surface: one descent of one optimizer."""

from dataclasses import dataclass
from typing import Literal, Protocol

from neurarium.engines.base import Array
from neurarium.spec.surfaces import Point

StuckCode = Literal["stationary", "singular_hessian", "unbounded", "line_search_failed"]


class StuckError(Exception):
    """A second-order method has no step from here.

    Attributes:
        code: ``stationary``, the gradient is zero; ``singular_hessian``, the curvature has no inverse; ``unbounded``, a
            line search found no end of the way down; ``line_search_failed``, it found no point that is low enough.
    """

    def __init__(self, code: StuckCode) -> None:
        super().__init__(code)
        self.code: StuckCode = code


@dataclass(frozen=True)
class Look:
    """What a surface is like at one point.

    Attributes:
        value: f there.
        gradient: its derivatives by x and y, float64, ``(2,)``.
    """

    value: float
    gradient: Array


class Descent(Protocol):
    """One optimizer on its way over a surface, in float64.

    To an optimizer the point is a weight tensor of shape ``(1, 2)``: one unit with two inputs, so that `max_norm` holds
    for it as for a unit's weights.
    """

    @property
    def position(self) -> Point:
        """Where it stands."""
        ...

    @property
    def evaluations(self) -> int:
        """At how many points value and gradient were computed so far, those that a line search tried included."""
        ...

    def look(self) -> Look:
        """Return value and gradient where it stands; asking twice costs one evaluation."""
        ...

    def step(self, learning_rate: float, number: int) -> None:
        """Take step `number`, from 1.

        Raises:
            StuckError: the method has no step from here; it stays where it is.
        """
        ...
