"""Tanh."""

from typing import ClassVar, Literal

from neurarium.spec.initializers.xavier_normal import XavierNormal
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer


class Tanh(PointwiseLayer):
    """Squeezes any value between -1 and 1; its derivative is 1 - y^2."""

    documentation = Documentation(
        title="Tanh",
        sentence="Squeezes any value smoothly between -1 and 1, around zero.",
        formula=r"y = \tanh x",
        source="Deep Learning from Scratch, section 6.2.2",
        family="activation",
    )
    id_prefix: ClassVar[str] = "tanh"

    kind: Literal["tanh"] = "tanh"

    @property
    def saturation_bounds(self) -> tuple[float, float]:
        # Outside these bounds the derivative is below 0.19, a fifth of its peak of 1; the same share as for sigmoid.
        return (-0.9, 0.9)

    @property
    def suited_initializer(self) -> XavierNormal:
        return XavierNormal()
