"""A bowl, twenty times steeper in one direction than in the other."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.surfaces.base import Point, Surface


class Quadratic(Surface):
    """x^2 / 20 + y^2."""

    documentation = Documentation(
        title="Elongated bowl",
        sentence="A long bowl whose gradient hardly points at the minimum, so that plain descent zigzags.",
        formula=r"f(x, y) = \tfrac{1}{20} x^2 + y^2",
        source="Deep Learning from Scratch, section 6.1.3",
    )
    x_range = (-10.0, 10.0)
    y_range = (-5.0, 5.0)
    starts: ClassVar[tuple[Point, ...]] = ((-7.0, 2.0), (9.0, 4.0), (-9.0, -0.5))
    minima: ClassVar[tuple[Point, ...]] = ((0.0, 0.0),)
    learning_rates: ClassVar[Mapping[str, float]] = {
        "sgd": 0.95,
        "momentum": 0.1,
        "nesterov": 0.1,
        "adagrad": 1.5,
        "adadelta": 20.0,
        "rmsprop": 0.3,
        "adam": 0.3,
        "adamw": 0.3,
    }

    kind: Literal["quadratic"] = "quadratic"
