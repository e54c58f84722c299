"""Newton's method."""

from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.kinds import Documentation
from neurarium.spec.second_order.base import SecondOrder


class Newton(SecondOrder):
    """w = w - learning_rate * H^-1 gradient, H being the exact matrix of second derivatives.

    The step leads to where the quadratic that fits best here is stationary: a minimum, a saddle or a maximum, whichever
    it is. Nothing turns it downhill, so that this can be seen.
    """

    documentation = Documentation(
        title="Newton's method",
        sentence="Jumps to where the slope would be zero if the curvature stayed; a saddle will do, too.",
        formula=r"w \leftarrow w - \eta\, H^{-1} g,\quad H = \nabla^2 f(w)",
        source="Nocedal and Wright 2006, Numerical Optimization, section 3.3",
    )
    has_learning_rate: ClassVar[bool] = True

    kind: Literal["newton"] = "newton"
    learning_rate: float = Field(
        default=1.0,
        title="Learning rate",
        gt=0,
        le=1000,
        description="The share of the whole step that is taken: 1 is Newton's own, less is damped.",
        json_schema_extra={"x-scale": "log"},
    )
