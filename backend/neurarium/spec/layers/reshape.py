"""The same values in another shape."""

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator

from neurarium.spec.base import Shape
from neurarium.spec.errors import ShapeError
from neurarium.spec.findings import finding
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import Layer, count, describe_shape
from neurarium.spec.mends import SetTo
from neurarium.words import say


class Reshape(Layer):
    """Lays a sample's values out in another shape, in the same order; the batch stays as it is.

    Input shape: any. Output shape: `shape`, in which -1 stands for whatever size takes the rest.
    """

    documentation = Documentation(
        title="Reshape",
        sentence="Lays the same values out in another shape, such as a vector as an image.",
        formula=r"y_{\iota(j)} = x_{\iota(i)}",
        source="PyTorch, torch.reshape",
        family="shape",
    )
    id_prefix: ClassVar[str] = "reshape"

    kind: Literal["reshape"] = "reshape"
    shape: tuple[Annotated[int, Field(ge=-1)], ...] = Field(
        title="Shape",
        min_length=1,
        max_length=4,
        examples=[[-1]],
        description="Sizes of the output, such as 16, 4, 4: channels, height, width; one of them may be -1, the rest.",
    )

    @field_validator("shape")
    @classmethod
    def _can_be_a_shape(cls, shape: Shape) -> Shape:
        if 0 in shape or shape.count(-1) > 1:
            raise finding("invalid_value", say("should be sizes of 1 or more, and -1 at most once"))
        return shape

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        values, given = count(inputs[0]), count(tuple(size for size in self.shape if size != -1))
        fits = values % given == 0 if -1 in self.shape else values == given
        if not fits:
            raise ShapeError(
                say(
                    "{received} holds {values:,} values, and {shape} takes a multiple of {given:,}.",
                    received=describe_shape(inputs[0]),
                    values=values,
                    shape=describe_shape(self.shape),
                    given=given,
                )
                if -1 in self.shape
                else say(
                    "{received} holds {values:,} values, and {shape} takes {given:,}.",
                    received=describe_shape(inputs[0]),
                    values=values,
                    shape=describe_shape(self.shape),
                    given=given,
                ),
                hint=say(
                    "Give sizes whose product is the number of values; -1 once, for the size that takes the rest."
                ),
                field="shape",
                suggests=[SetTo("shape", self._fitting(values))],
            )
        return tuple(values // given if size == -1 else size for size in self.shape)

    def _fitting(self, values: int) -> list[int]:
        """Return the shape with one size left to be what takes the rest: the first that can be, else a vector."""
        for position in range(len(self.shape)):
            others = [1 if size == -1 else size for size in self.shape]
            others[position] = 1
            if values % count(tuple(others)) == 0:
                others[position] = -1
                return others
        return [-1]
