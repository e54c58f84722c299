"""Local response normalisation."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.base import Shape
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import PointwiseLayer, count, image_shape


class LocalResponseNorm(PointwiseLayer):
    """Divides each value by a power of what the neighbouring channels show at the same pixel.

    Input and output shape: ``(channels, height, width)``. The neighbours of channel c are those from ``c - size // 2``
    to ``c + (size - 1) // 2``; beyond the first and last one there are zeros, and the mean is over `size` all the same.
    """

    documentation = Documentation(
        title="Local response normalisation",
        sentence="Damps a value where neighbouring channels are strong at the same pixel.",
        formula=r"y_c = x_c \left(k + \frac{\alpha}{n} \sum_{c' \in N(c)} x_{c'}^2\right)^{-\beta}",
        source="Krizhevsky et al. 2012, ImageNet Classification with Deep Convolutional Neural Networks",
        family="regularisation",
    )
    id_prefix: ClassVar[str] = "norm"

    kind: Literal["local_response_norm"] = "local_response_norm"
    size: int = Field(
        default=5, title="Channels", ge=1, le=1024, description="How many neighbouring channels count, itself included."
    )
    alpha: float = Field(
        default=1e-4,
        title="Alpha",
        gt=0,
        le=1000,
        description="How much the neighbours count.",
        json_schema_extra={"x-scale": "log"},
    )
    beta: float = Field(default=0.75, title="Beta", gt=0, le=10, description="The power of the divisor.")
    k: float = Field(default=1.0, title="k", gt=0, le=1000, description="What the divisor is where all is zero.")

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        return image_shape(self, inputs[0])

    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        # A square, and a product with the divisor's power.
        return 2 * count(inputs[0])
