"""The sum of several nodes."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from neurarium.spec.base import Shape
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import MergeLayer, one_shape


class Add(MergeLayer):
    """Adds nodes of one shape, value by value: the meeting point of a skip connection."""

    documentation = Documentation(
        title="Add",
        sentence="Adds nodes of the same shape; this is where a skip connection comes back in.",
        formula=r"y = \sum_k x^{(k)}",
        source="He et al. 2016, Deep Residual Learning for Image Recognition",
        family="merge",
    )
    id_prefix: ClassVar[str] = "add"

    kind: Literal["add"] = "add"

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        return one_shape(self, inputs)
