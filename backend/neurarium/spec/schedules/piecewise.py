"""A factor for each stretch of the training."""

from bisect import bisect_right
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from neurarium.spec.findings import finding
from neurarium.spec.kinds import Documentation
from neurarium.spec.schedules.base import Schedule
from neurarium.words import say

MOST_BOUNDARIES = 100


class Piecewise(Schedule):
    """A constant factor up to each boundary, and another from it on.

    `factors` has one entry more than `boundaries`: the first holds before the first boundary, the last one from the
    last boundary on.
    """

    documentation = Documentation(
        title="Piecewise constant",
        sentence="Keeps the learning rate level between boundaries, at a height that you choose for each stretch.",
        formula=r"\eta_t = \eta_0\, f_i \quad \text{for}\ b_{i-1} \le t < b_i",
        source="He et al. 2016, Deep Residual Learning for Image Recognition, section 4.2",
    )

    kind: Literal["piecewise"] = "piecewise"
    boundaries: tuple[Annotated[int, Field(ge=1, le=1_000_000_000)], ...] = Field(
        default=(1000, 2000),
        title="Boundaries, in steps",
        min_length=1,
        max_length=MOST_BOUNDARIES,
        description="Batch updates after which the next factor holds, rising.",
    )
    factors: tuple[Annotated[float, Field(ge=0, le=1000)], ...] = Field(
        default=(1.0, 0.1, 0.01),
        title="Factors",
        min_length=2,
        max_length=MOST_BOUNDARIES + 1,
        description="What the learning rate is multiplied by in each stretch: one more than there are boundaries.",
    )

    @model_validator(mode="after")
    def _check_stretches(self) -> Self:
        if any(earlier >= later for earlier, later in zip(self.boundaries, self.boundaries[1:], strict=False)):
            raise finding("out_of_range", say("should have boundaries that rise"), "boundaries")
        if len(self.factors) != len(self.boundaries) + 1:
            raise finding(
                "out_of_range",
                say(
                    "should have one factor more than boundaries; it has {factors} and {boundaries}",
                    factors=len(self.factors),
                    boundaries=len(self.boundaries),
                ),
                "factors",
            )
        return self

    def after_warmup(self, step: int, total_steps: int) -> float:
        return self.factors[bisect_right(self.boundaries, step)]
