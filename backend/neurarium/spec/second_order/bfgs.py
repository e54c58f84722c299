"""BFGS."""

from typing import Literal, Self

from pydantic import Field, model_validator

from neurarium.spec.findings import finding
from neurarium.spec.kinds import Documentation
from neurarium.spec.second_order.base import SecondOrder
from neurarium.words import say


class Bfgs(SecondOrder):
    """d = -H gradient; w = w + t d; H is corrected by what the gradient changed over the step s = t d.

    H starts as the identity, scaled after the first step to the curvature found in it. The step t, first tried as 1, is
    bracketed and bisected until it meets the weak Wolfe conditions, by which H stays positive definite:

        f(w + t d) <= f(w) + c1 t g.d        and        grad f(w + t d).d >= c2 g.d
    """

    documentation = Documentation(
        title="BFGS",
        sentence="Learns the curvature from how the gradient changes, and searches along its direction for each step.",
        formula=r"w \leftarrow w - t H g,\quad H \leftarrow (I - \rho s y^{\top}) H (I - \rho y s^{\top})"
        r" + \rho s s^{\top},\quad \rho = \frac{1}{y^{\top} s}",
        source="Nocedal and Wright 2006, Numerical Optimization, algorithm 6.1; line search: Lewis and Overton 2013",
    )

    kind: Literal["bfgs"] = "bfgs"
    c1: float = Field(
        default=1e-4,
        title="Sufficient decrease c1",
        gt=0,
        lt=1,
        description="The share of the decrease that the slope promises which a step has to bring.",
        json_schema_extra={"x-scale": "log"},
    )
    c2: float = Field(
        default=0.9,
        title="Curvature c2",
        gt=0,
        lt=1,
        description="The share of the slope that may be left after a step; above c1.",
    )

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.c1 >= self.c2:
            raise finding("out_of_range", say("should be above c1, which is {c1:g}", c1=self.c1), "c2")
        return self
