"""Softplus."""

import math
from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.initializers.he_normal import HeNormal
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Softplus(PointwiseLayer):
    """A smooth ReLU: nearly zero for negative values, nearly the value itself for positive ones.

    Its derivative is the sigmoid of ``beta x``, positive everywhere: units saturate near zero, and none dies at once.
    PyTorch's module takes ``beta x > 20`` for linear; both engines here compute the logarithm wherever it tells.
    """

    documentation = Documentation(
        title="Softplus",
        sentence="A smooth ReLU: its slope is a sigmoid and never quite zero.",
        formula=r"y = \tfrac{1}{\beta} \ln(1 + e^{\beta x})",
        source="Dugas et al. 2001, Incorporating Second-Order Functional Knowledge; Glorot et al. 2011",
        family="activation",
    )
    id_prefix: ClassVar[str] = "softplus"

    kind: Literal["softplus"] = "softplus"
    beta: float = Field(
        default=1.0, title="Beta", gt=0, le=100, description="How sharp its bend is; the larger, the nearer to ReLU."
    )

    @property
    def saturation_bounds(self) -> tuple[float, float]:
        # The derivative is 1 - exp(-beta y): below this output it is less than a twentieth of its peak of 1.
        return (-math.log(0.95) / self.beta, math.inf)

    @property
    def suited_initializer(self) -> HeNormal:
        return HeNormal()
