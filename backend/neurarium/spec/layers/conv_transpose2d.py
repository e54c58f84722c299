"""Two-dimensional transposed convolution."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.base import Margins, NonNegativeSize, PositiveSize, Shape, even_margins, pair
from neurarium.spec.errors import ShapeError
from neurarium.spec.initializers import INITIALIZERS, AnyInitializer
from neurarium.spec.kinds import Documentation, default_of, picked_from
from neurarium.spec.layers.base import (
    Layer,
    ParameterShape,
    Window,
    as_size,
    check_groups,
    count,
    describe_size,
    image_shape,
)
from neurarium.spec.mends import SetTo
from neurarium.words import say


class ConvTranspose2d(Layer):
    """Lays a learned pattern down for each pixel, as strong as the pixel is, and adds them up: a convolution's backward
    pass, taken forward. With a stride it makes an image larger.

    Input shape: ``(in_channels, height, width)``. Output shape: ``(out_channels, out_height, out_width)``, each size
    ``(n - 1) s - 2 p + d (k - 1) + output_padding + 1``.
    Weight: ``(in_channels, out_channels / groups, kernel_height, kernel_width)``.

    Fans are those of the definition: one output sums, on average, over ``in_channels / groups`` times the kernel's
    places divided by the stride's. PyTorch's initializers take the fans of a convolution of the weight's shape instead.
    """

    documentation = Documentation(
        title="Transposed 2-d convolution",
        sentence="Lays a learned pattern down for every pixel and adds them up; with a stride, images grow.",
        formula=r"y_{o,\,is+du-p,\,js+dv-p} = b_o + \sum_{c,i,j,u,v} w_{c,o,u,v}\, x_{c,i,j}",
        source="Zeiler et al. 2010, Deconvolutional Networks; Dumoulin and Visin 2016, Convolution Arithmetic",
        family="weights",
    )
    id_prefix: ClassVar[str] = "deconv"

    kind: Literal["conv_transpose2d"] = "conv_transpose2d"
    out_channels: int = Field(title="Filters", ge=1, description="How many output channels it has.")
    kernel_size: PositiveSize = Field(
        default=3, title="Kernel size", description="Height and width of a pattern, in pixels."
    )
    stride: PositiveSize = Field(
        default=1, title="Stride", description="How many pixels apart the patterns of neighbouring pixels are laid."
    )
    padding: NonNegativeSize = Field(
        default=0, title="Padding", description="Rows and columns cut off on each side of what comes out."
    )
    output_padding: NonNegativeSize = Field(
        default=0,
        title="Output padding",
        description="Rows and columns added below and to the right; less than the stride or the dilation.",
    )
    dilation: PositiveSize = Field(
        default=1, title="Dilation", description="How many pixels lie between two weights of a pattern, plus one."
    )
    groups: int = Field(
        default=1,
        title="Groups",
        ge=1,
        description="Into how many parts the channels are split; each part makes its own share of the output.",
    )
    bias: bool = Field(default=True, title="Bias", description="Whether it adds a learned constant to each channel.")
    weight_init: AnyInitializer = Field(
        default_factory=default_of(INITIALIZERS, "he_normal"),
        title="Initializer",
        description="How its weights are drawn before training.",
        json_schema_extra=picked_from("initializers"),
    )

    @property
    def margins(self) -> Margins:
        """What is cut off around the image."""
        return even_margins(self.padding)

    @property
    def window(self) -> Window:
        return Window(pair(self.kernel_size), pair(self.stride), pair(self.dilation), self.margins, self.groups)

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        in_channels, *height_width = image_shape(self, inputs[0])
        check_groups(self.groups, in_channels, self.out_channels)
        stride, dilation, added = pair(self.stride), pair(self.dilation), pair(self.output_padding)
        if any(more >= max(s, d) for more, s, d in zip(added, stride, dilation, strict=True)):
            raise ShapeError(
                say(
                    "Output padding {added} is not less than the stride {stride} or the dilation {dilation}.",
                    added=describe_size(added),
                    stride=describe_size(stride),
                    dilation=describe_size(dilation),
                ),
                hint=say("Lower output_padding: it is there to choose among the sizes that one stride leaves open."),
                field="output_padding",
                suggests=[
                    SetTo(
                        "output_padding",
                        as_size([min(m, max(s, d) - 1) for m, s, d in zip(added, stride, dilation, strict=True)]),
                    )
                ],
            )
        rows, columns = (
            (n - 1) * s - 2 * p + d * (k - 1) + more + 1
            for n, s, p, d, k, more in zip(
                height_width, stride, pair(self.padding), dilation, pair(self.kernel_size), added, strict=True
            )
        )
        if rows < 1 or columns < 1:
            raise ShapeError(
                say("Padding cuts all of it off: {size} pixels would be left.", size=describe_size((rows, columns))),
                hint=say("Lower padding, or raise kernel_size or stride."),
                field="padding",
                suggests=[SetTo("padding", 0)],
            )
        return (self.out_channels, rows, columns)

    def parameter_shapes(self, inputs: Sequence[Shape]) -> dict[str, ParameterShape]:
        in_channels, kernel = inputs[0][0], pair(self.kernel_size)
        laid_over_each = in_channels // self.groups * count(kernel) // count(pair(self.stride))
        shapes = {
            "weight": ParameterShape(
                (in_channels, self.out_channels // self.groups, *kernel),
                self.weight_init,
                fan_in=max(1, laid_over_each),
                fan_out=self.out_channels // self.groups * count(kernel),
            )
        }
        if self.bias:
            shapes["bias"] = ParameterShape((self.out_channels,))
        return shapes

    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        return count(inputs[0]) * (self.out_channels // self.groups) * count(pair(self.kernel_size))
