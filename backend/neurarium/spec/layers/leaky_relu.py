"""Leaky ReLU."""

from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.initializers.he_normal import HeNormal
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class LeakyRelu(PointwiseLayer):
    """Like ReLU, but multiplies negative values by a small slope instead of cutting them."""

    documentation = Documentation(
        title="Leaky ReLU",
        sentence="Like ReLU, but lets a small share of negative values through so that no unit dies.",
        formula=r"y = \max(0, x) + a \min(0, x)",
        source="Maas et al. 2013, Rectifier Nonlinearities Improve Neural Network Acoustic Models",
        family="activation",
    )
    id_prefix: ClassVar[str] = "leaky"

    kind: Literal["leaky_relu"] = "leaky_relu"
    negative_slope: float = Field(
        default=0.01, title="Negative slope", ge=0, le=1, description="What negative values are multiplied by."
    )

    @property
    def suited_initializer(self) -> HeNormal:
        return HeNormal(negative_slope=self.negative_slope)
