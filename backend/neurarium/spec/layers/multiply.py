"""The product of several nodes."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from neurarium.spec.base import Shape
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import MergeLayer, count, one_shape


class Multiply(MergeLayer):
    """Multiplies nodes of one shape, value by value: a gate, by which one branch lets another through."""

    documentation = Documentation(
        title="Multiply",
        sentence="Multiplies nodes of the same shape value by value; one branch can gate another.",
        formula=r"y = \prod_k x^{(k)}",
        source="Deep Learning from Scratch, section 5.4.1",
        family="merge",
    )
    id_prefix: ClassVar[str] = "multiply"

    kind: Literal["multiply"] = "multiply"

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        return one_shape(self, inputs)

    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        return count(inputs[0]) * (len(inputs) - 1)
