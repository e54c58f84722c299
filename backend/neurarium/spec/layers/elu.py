"""ELU."""

import math
from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.initializers.he_normal import HeNormal
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Elu(PointwiseLayer):
    """Passes positive values on and bends negative ones towards ``-alpha``; the derivative there is ``y + alpha``.

    It saturates on the negative side alone, and no unit dies at once: the slope is positive everywhere.
    """

    documentation = Documentation(
        title="ELU",
        sentence="Passes positive values on and bends negative ones smoothly towards a floor.",
        formula=r"y = \max(0, x) + \min(0, \alpha (e^x - 1))",
        source="Clevert et al. 2016, Fast and Accurate Deep Network Learning by Exponential Linear Units",
        family="activation",
    )
    id_prefix: ClassVar[str] = "elu"

    kind: Literal["elu"] = "elu"
    alpha: float = Field(
        default=1.0, title="Alpha", gt=0, le=100, description="How far below zero the floor lies that it bends towards."
    )

    @property
    def saturation_bounds(self) -> tuple[float, float]:
        # Below it the derivative, y + alpha, is less than a twentieth of its peak on that side.
        return (-0.95 * self.alpha, math.inf)

    @property
    def suited_initializer(self) -> HeNormal:
        return HeNormal()
