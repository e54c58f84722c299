"""Several nodes side by side."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from neurarium.spec.base import Shape
from neurarium.spec.errors import ShapeError
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import MergeLayer, describe_shape
from neurarium.words import say


class Concat(MergeLayer):
    """Lays nodes side by side along the channels (images) or features (vectors), in the order of `inputs`."""

    documentation = Documentation(
        title="Concatenate",
        sentence="Lays the channels or features of several nodes side by side.",
        formula=r"y = [x^{(1)}; x^{(2)}; \dots]",
        source="Szegedy et al. 2015, Going Deeper with Convolutions",
        family="merge",
    )
    id_prefix: ClassVar[str] = "concat"

    kind: Literal["concat"] = "concat"

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        if any(shape[1:] != inputs[0][1:] for shape in inputs):
            raise ShapeError(
                say(
                    "concat takes inputs that differ in their first dimension only; it receives {shapes:and}.",
                    shapes=[describe_shape(shape) for shape in inputs],
                ),
                hint=say("Make the branches end in the same height and width, or flatten them all."),
                field="inputs",
            )
        return (sum(shape[0] for shape in inputs), *inputs[0][1:])
