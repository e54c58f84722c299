"""Sigmoid."""

from typing import ClassVar, Literal

from neurarium.spec.initializers.xavier_normal import XavierNormal
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Sigmoid(PointwiseLayer):
    """Squeezes any value between 0 and 1; its derivative is y (1 - y), at most 1/4."""

    documentation = Documentation(
        title="Sigmoid",
        sentence="Squeezes any value smoothly between 0 and 1.",
        formula=r"y = \frac{1}{1 + e^{-x}}",
        source="Deep Learning from Scratch, section 3.2.4",
        family="activation",
    )
    id_prefix: ClassVar[str] = "sigmoid"

    kind: Literal["sigmoid"] = "sigmoid"

    @property
    def saturation_bounds(self) -> tuple[float, float]:
        # Outside these bounds the derivative is below 0.0475, a fifth of its peak of 0.25.
        return (0.05, 0.95)

    @property
    def suited_initializer(self) -> XavierNormal:
        return XavierNormal()
