"""Beale's function."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.surfaces.base import Point, Surface


class Beale(Surface):
    """(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2.

    Its second saddle, beside the y axis far down, has no closed form; it is given to the last digit that Newton's
    method finds.
    """

    documentation = Documentation(
        title="Beale",
        sentence="A wide plateau between steep walls; saddles lie beside the way to the one minimum.",
        formula=r"f(x, y) = (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2",
        source="Beale 1958; Moré, Garbow and Hillstrom 1981, Testing Unconstrained Optimization Software, no. 5",
    )
    x_range = (-4.5, 4.5)
    y_range = (-4.5, 4.5)
    starts: ClassVar[tuple[Point, ...]] = ((1.0, 1.0), (1.0, -2.0), (-2.0, 2.0))
    minima: ClassVar[tuple[Point, ...]] = ((3.0, 0.5),)
    saddles: ClassVar[tuple[Point, ...]] = ((0.0, 1.0), (0.1005379373241584, -2.6445135850231245))
    learning_rates: ClassVar[Mapping[str, float]] = {
        "sgd": 0.02,
        "momentum": 0.005,
        "nesterov": 0.005,
        "adagrad": 0.5,
        "adadelta": 2.0,
        "rmsprop": 0.03,
        "adam": 0.2,
        "adamw": 0.1,
    }

    kind: Literal["beale"] = "beale"
