"""Layer normalisation."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.base import Shape
from neurarium.spec.errors import ShapeError
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import ParameterShape, PointwiseLayer, count, describe_shape
from neurarium.spec.mends import SetTo
from neurarium.words import say


class LayerNorm(PointwiseLayer):
    """Normalises each sample by itself, over its trailing dimensions, then scales and shifts every value.

    Input and output shape: any. Mean and biased variance are taken over the last `dimensions` dimensions, PyTorch's
    ``normalized_shape`` being their sizes; weight and bias have that shape. Training and evaluation do not differ.
    """

    documentation = Documentation(
        title="Layer normalisation",
        sentence="Brings each sample's values to mean 0 and spread 1 by themselves, whatever the batch.",
        formula=r"y = \gamma \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} + \beta",
        source="Ba et al. 2016, Layer Normalization",
        family="regularisation",
    )
    id_prefix: ClassVar[str] = "norm"
    normalises: ClassVar[bool] = True

    kind: Literal["layer_norm"] = "layer_norm"
    dimensions: int | None = Field(
        default=None,
        title="Dimensions",
        ge=1,
        le=4,
        description="How many trailing dimensions it normalises over; empty, all that a sample has.",
    )
    eps: float = Field(
        default=1e-5,
        title="Epsilon",
        gt=0,
        le=1,
        description="Added to the variance.",
        json_schema_extra={"x-scale": "log"},
    )
    elementwise_affine: bool = Field(
        default=True, title="Scale and shift", description="Whether it learns a scale and a shift for each value."
    )

    def normalized_shape(self, shape: Shape) -> Shape:
        """Return the sizes of the dimensions of `shape` that are normalised over."""
        return shape if self.dimensions is None else shape[len(shape) - self.dimensions :]

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        if self.dimensions is not None and self.dimensions > len(inputs[0]):
            raise ShapeError(
                say(
                    "layer_norm is to normalise over {dimensions} dimensions; its input {shape} has {count}.",
                    dimensions=self.dimensions,
                    shape=describe_shape(inputs[0]),
                    count=len(inputs[0]),
                ),
                hint=say("Set dimensions to {count} or less, or leave it empty.", count=len(inputs[0])),
                field="dimensions",
                suggests=[SetTo("dimensions", len(inputs[0]))],
            )
        return inputs[0]

    def parameter_shapes(self, inputs: Sequence[Shape]) -> dict[str, ParameterShape]:
        if not self.elementwise_affine:
            return {}
        shape = self.normalized_shape(inputs[0])
        return {"weight": ParameterShape(shape, fill=1.0), "bias": ParameterShape(shape, fill=0.0)}

    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        return count(inputs[0])
