"""Average pooling to a given size."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.base import PositiveSize, Shape, pair
from neurarium.spec.kinds import Documentation
from neurarium.spec.layers.base import Layer, image_shape


class AdaptiveAvgPool2d(Layer):
    """Averages an image down, or up, to a given size: output ``i`` of ``m`` is the mean of the rows from
    ``floor(i n / m)`` to ``ceil((i + 1) n / m)``, and likewise of the columns; neighbouring windows may overlap.

    Input shape: ``(channels, height, width)``. Output shape: ``(channels, *output_size)``.
    """

    documentation = Documentation(
        title="Adaptive average pooling",
        sentence="Averages an image to a given size, with windows as large as that takes.",
        formula=r"y_{c,i,j} = \mathrm{mean}\; x_{c,\, \lfloor i H / h \rfloor : \lceil (i+1) H / h \rceil,\,"
        r" \lfloor j W / w \rfloor : \lceil (j+1) W / w \rceil}",
        source="PyTorch, AdaptiveAvgPool2d; He et al. 2014, Spatial Pyramid Pooling",
        family="pooling",
    )
    id_prefix: ClassVar[str] = "pool"

    kind: Literal["adaptive_avg_pool2d"] = "adaptive_avg_pool2d"
    output_size: PositiveSize = Field(
        default=1, title="Output size", description="Height and width of what comes out, in pixels."
    )

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        return (image_shape(self, inputs[0])[0], *pair(self.output_size))
