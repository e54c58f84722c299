"""Flattening an image to a vector."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from neurarium.spec.base import Shape
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import Layer, count


class Flatten(Layer):
    """Lays all values of a sample out in one vector, channel by channel, row by row."""

    documentation = Documentation(
        title="Flatten",
        sentence="Lays an image out as one long vector, so that linear layers can take it.",
        formula=r"y_{(c H + i) W + j} = x_{c,i,j}",
        source="Deep Learning from Scratch, section 7.4.3",
        family="shape",
    )
    id_prefix: ClassVar[str] = "flat"

    kind: Literal["flatten"] = "flatten"

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        return (count(inputs[0]),)
