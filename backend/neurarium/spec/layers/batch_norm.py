"""Batch normalisation, for vectors and images."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.base import Shape
from neurarium.spec.errors import ShapeError
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import (
    BufferShape,
    ParameterShape,
    PointwiseLayer,
    count,
    describe_shape,
    flattening,
)
from neurarium.words import say


class BatchNorm(PointwiseLayer):
    """Normalises each feature over the batch, then scales and shifts it.

    Input and output shape: ``(features,)``, normalised over the batch, or ``(channels, height, width)``, normalised
    over batch, height and
    width. While training it uses the batch's mean and biased variance; in evaluation it uses the running ones,
    which follow
    ``running = (1 - momentum) running + momentum batch`` with the unbiased variance, as PyTorch's do.
    """

    documentation = Documentation(
        title="Batch normalisation",
        sentence="Brings each feature to mean 0 and spread 1 over the batch, then scales and shifts it as learned.",
        formula=r"y = \gamma \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} + \beta",
        source="Ioffe and Szegedy 2015, Batch Normalization; Deep Learning from Scratch, section 6.3",
        family="regularisation",
    )
    id_prefix: ClassVar[str] = "norm"
    normalises: ClassVar[bool] = True

    kind: Literal["batch_norm"] = "batch_norm"
    eps: float = Field(
        default=1e-5,
        title="Epsilon",
        gt=0,
        le=1,
        description="Added to the variance.",
        json_schema_extra={"x-scale": "log"},
    )
    momentum: float = Field(
        default=0.1, title="Momentum", gt=0, le=1, description="The share of each batch in the running statistics."
    )

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        if len(inputs[0]) not in (1, 3):
            raise ShapeError(
                say(
                    "batch_norm takes a vector or an image of shape (channels, height, width); it receives {shape}.",
                    shape=describe_shape(inputs[0]),
                ),
                hint=say("Place it after a linear or convolution layer."),
                field="inputs",
                suggests=flattening(inputs[0]),
            )
        return inputs[0]

    def parameter_shapes(self, inputs: Sequence[Shape]) -> dict[str, ParameterShape]:
        features = (inputs[0][0],)
        return {"weight": ParameterShape(features, fill=1.0), "bias": ParameterShape(features, fill=0.0)}

    def buffer_shapes(self, inputs: Sequence[Shape]) -> dict[str, BufferShape]:
        features = (inputs[0][0],)
        return {"running_mean": BufferShape(features, 0.0), "running_var": BufferShape(features, 1.0)}

    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        return count(inputs[0])
