"""What every initializer has: the spread that it aims at."""

from abc import abstractmethod
from typing import Any, Literal

import numpy as np
from pydantic import Field

from neurarium.spec.base import Shape
from neurarium.spec.kinds import Kind


class Initializer(Kind):
    """Draws the first values of a weight tensor.

    Fan-in is how many inputs one output sums over, fan-out how many outputs one input reaches.
    """

    kind: str

    @abstractmethod
    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        """Return the standard deviation that the values of a tensor of shape `shape` have in theory."""

    @property
    def mean(self) -> float:
        """What the values are on average, in theory."""
        return 0.0

    @abstractmethod
    def draw(self, generator: np.random.Generator, shape: Shape, fan_in: int, fan_out: int) -> np.ndarray:
        """Return the drawn values: float64, of shape `shape`."""


class NormalInitializer(Initializer):
    """An initializer that draws from a normal distribution around zero."""

    def draw(self, generator: np.random.Generator, shape: Shape, fan_in: int, fan_out: int) -> np.ndarray:
        return generator.normal(0.0, self.standard_deviation(shape, fan_in, fan_out), shape)


class UniformInitializer(Initializer):
    """An initializer that draws from a uniform distribution around zero, bounded by sqrt(3) standard deviations."""

    def draw(self, generator: np.random.Generator, shape: Shape, fan_in: int, fan_out: int) -> np.ndarray:
        bound = 3.0**0.5 * self.standard_deviation(shape, fan_in, fan_out)
        return generator.uniform(-bound, bound, shape)


class ConstantInitializer(Initializer):
    """An initializer that gives every element the same value."""

    @abstractmethod
    def fill(self) -> float:
        """Return that value."""

    @property
    def mean(self) -> float:
        return self.fill()

    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        return 0.0

    def draw(self, generator: np.random.Generator, shape: Shape, fan_in: int, fan_out: int) -> np.ndarray:
        return np.full(shape, self.fill(), np.float64)


FanMode = Literal["fan_in", "fan_out"]


def he_deviation(mode: FanMode, negative_slope: float, fan_in: int, fan_out: int) -> float:
    """Return the standard deviation sqrt(2 / (1 + slope^2)) / sqrt(fan) that keeps a signal level through ReLU layers.

    Source: He et al. 2015, Delving Deep into Rectifiers, equations 10, 14 and 15.
    """
    fan = fan_in if mode == "fan_in" else fan_out
    return (2.0 / ((1.0 + negative_slope**2) * fan)) ** 0.5


def fan_mode_field() -> Any:
    """Return the field that says whose variance stays level."""
    return Field(
        default="fan_in",
        title="Fan",
        description="fan_in keeps the signal level on its way forward, fan_out the gradient on its way back.",
    )


def negative_slope_field() -> Any:
    """Return the field of the slope that the following activation has left of zero."""
    return Field(
        default=0.0,
        title="Negative slope",
        ge=0,
        le=100,
        description="That of the leaky ReLU that follows; 0 for a ReLU. The gain is sqrt(2 / (1 + slope^2)).",
    )


def gain_field() -> Any:
    """Return the field of the factor by which all values are multiplied."""
    return Field(
        default=1.0,
        title="Gain",
        gt=0,
        le=100,
        description="All values are multiplied by it: 1 for sigmoid, 5/3 for tanh, 1.414 for ReLU.",
    )
