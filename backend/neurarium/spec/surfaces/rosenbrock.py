"""Rosenbrock's curved valley."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.surfaces.base import Point, Surface


class Rosenbrock(Surface):
    """(1 - x)^2 + 100 (y - x^2)^2."""

    documentation = Documentation(
        title="Rosenbrock",
        sentence="A curved valley: easy to fall into, and so flat along its floor that the minimum is hard to reach.",
        formula=r"f(x, y) = (1 - x)^2 + 100\,(y - x^2)^2",
        source="Rosenbrock 1960, An Automatic Method for Finding the Greatest or Least Value of a Function",
    )
    x_range = (-2.0, 2.0)
    y_range = (-1.0, 3.0)
    starts: ClassVar[tuple[Point, ...]] = ((-1.2, 1.0), (-0.5, 2.5), (1.5, -0.5))
    minima: ClassVar[tuple[Point, ...]] = ((1.0, 1.0),)
    learning_rates: ClassVar[Mapping[str, float]] = {
        "sgd": 0.001,
        "momentum": 0.001,
        "nesterov": 0.001,
        "adagrad": 0.5,
        "adadelta": 10.0,
        "rmsprop": 0.05,
        "adam": 0.2,
        "adamw": 0.2,
    }

    kind: Literal["rosenbrock"] = "rosenbrock"
