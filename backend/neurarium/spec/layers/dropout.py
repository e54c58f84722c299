"""Dropout."""

from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Dropout(PointwiseLayer):
    """Sets each value to zero with probability `p` while training and scales the rest by 1 / (1 - p); passes all
    in evaluation.
    """

    documentation = Documentation(
        title="Dropout",
        sentence="Silences a random share of values at each step, so that no unit relies on a single other one.",
        formula=r"y = \frac{m\, x}{1 - p},\quad m \sim \mathrm{Bernoulli}(1 - p)",
        source="Srivastava et al. 2014, Dropout; Deep Learning from Scratch, section 6.4.3",
        family="regularisation",
    )
    id_prefix: ClassVar[str] = "drop"

    kind: Literal["dropout"] = "dropout"
    p: float = Field(default=0.5, title="Dropped share", ge=0, lt=1, description="Probability of silencing a value.")
