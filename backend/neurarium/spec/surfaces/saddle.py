"""A saddle: up one way, down the other."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.surfaces.base import Point, Surface


class Saddle(Surface):
    """y^2 - x^2."""

    documentation = Documentation(
        title="Saddle",
        sentence="Rises along y and falls along x without end: flat at the origin, where slow optimizers wait.",
        formula=r"f(x, y) = y^2 - x^2",
        source="Dauphin et al. 2014, Identifying and attacking the saddle point problem, section 3",
    )
    x_range = (-2.0, 2.0)
    y_range = (-2.0, 2.0)
    starts: ClassVar[tuple[Point, ...]] = ((0.01, 1.5), (0.0, 1.5), (-0.4, -1.2))
    saddles: ClassVar[tuple[Point, ...]] = ((0.0, 0.0),)
    learning_rates: ClassVar[Mapping[str, float]] = {
        "sgd": 0.05,
        "momentum": 0.01,
        "nesterov": 0.01,
        "adagrad": 0.2,
        "adadelta": 1.0,
        "rmsprop": 0.05,
        "adam": 0.1,
        "adamw": 0.1,
    }

    kind: Literal["saddle"] = "saddle"
