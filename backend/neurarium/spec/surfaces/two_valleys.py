"""Two valleys, one deeper than the other."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from neurarium.spec.kinds import Documentation
from neurarium.spec.surfaces.base import Point, Surface


class TwoValleys(Surface):
    """y^4 + 3x^4 + 8x^3 - 48x^2.

    Its derivatives 12x (x + 4)(x - 2) and 4y^3 are zero together at x = -4 (f = -512), x = 0 (f = 0, a maximum along x
    and a minimum along y) and x = 2 (f = -80), all with y = 0. The second derivative by y, 12y^2, is zero there.
    """

    documentation = Documentation(
        title="Two valleys",
        sentence="A deep and a shallow valley with a pass between them; where the descent starts decides.",
        formula=r"f(x, y) = y^4 + 3x^4 + 8x^3 - 48x^2",
        source="A polynomial whose stationary points can be found by hand, from 12x(x + 4)(x - 2) = 0 and 4y^3 = 0",
    )
    x_range = (-6.0, 4.0)
    y_range = (-5.0, 5.0)
    starts: ClassVar[tuple[Point, ...]] = ((-1.0, 4.0), (1.0, -4.0), (3.5, 3.0))
    minima: ClassVar[tuple[Point, ...]] = ((-4.0, 0.0), (2.0, 0.0))
    saddles: ClassVar[tuple[Point, ...]] = ((0.0, 0.0),)
    learning_rates: ClassVar[Mapping[str, float]] = {
        "sgd": 0.002,
        "momentum": 0.001,
        "nesterov": 0.001,
        "adagrad": 1.0,
        "adadelta": 20.0,
        "rmsprop": 0.1,
        "adam": 0.5,
        "adamw": 0.5,
    }

    kind: Literal["two_valleys"] = "two_valleys"
