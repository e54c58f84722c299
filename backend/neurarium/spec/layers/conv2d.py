"""Two-dimensional convolution."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from neurarium.spec.base import Margins, Padding, PositiveSize, Shape, even_margins, pair, same_margins
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
    window_output,
)
from neurarium.spec.mends import SetTo
from neurarium.words import say


class Conv2d(Layer):
    """Slides learned filters over an image (cross-correlation, as every framework calls convolution).

    Input shape: ``(in_channels, height, width)``. Output shape: ``(out_channels, out_height, out_width)``, each size
    ``floor((n + 2 p - d (k - 1) - 1) / s) + 1``.
    Weight: ``(out_channels, in_channels / groups, kernel_height, kernel_width)``; an output channel sees the input
    channels of its own group alone.

    Fans are those of the definition: one output sums over ``in_channels / groups`` times the kernel's places, and one
    input reaches ``out_channels / groups`` times as many outputs. PyTorch's initializers leave the groups out of the
    fan-out.
    """

    documentation = Documentation(
        title="2-d convolution",
        sentence="Slides small learned filters over the image and reports where each one finds its pattern.",
        formula=r"y_{o,i,j} = b_o + \sum_{c,u,v} w_{o,c,u,v}\, x_{c,\,is+du-p,\,js+dv-p}",
        source="Deep Learning from Scratch, section 7.2; LeCun et al. 1998",
        family="weights",
    )
    id_prefix: ClassVar[str] = "conv"

    kind: Literal["conv2d"] = "conv2d"
    out_channels: int = Field(title="Filters", ge=1, description="How many filters, and so output channels.")
    kernel_size: PositiveSize = Field(
        default=3, title="Kernel size", description="Height and width of a filter, in pixels."
    )
    stride: PositiveSize = Field(default=1, title="Stride", description="How many pixels the filter moves at a time.")
    padding: Padding = Field(
        default=0,
        title="Padding",
        description="Rows and columns of zeros added on each side; same: as many as keep the image's size.",
    )
    dilation: PositiveSize = Field(
        default=1, title="Dilation", description="How many pixels lie between two weights of a filter, plus one."
    )
    groups: int = Field(
        default=1,
        title="Groups",
        ge=1,
        description="Into how many parts the channels are split; a filter sees the channels of its own part.",
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
        """What stands around the image."""
        if self.padding == "same":
            return same_margins(self.kernel_size, self.dilation)
        return even_margins(self.padding)

    @property
    def window(self) -> Window:
        return Window(pair(self.kernel_size), pair(self.stride), pair(self.dilation), self.margins, self.groups)

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        in_channels, height, width = image_shape(self, inputs[0])
        check_groups(self.groups, in_channels, self.out_channels)
        stride = pair(self.stride)
        if self.padding == "same" and stride != (1, 1):
            raise ShapeError(
                say(
                    'Padding "same" keeps the image\'s size, and a stride of {stride} shrinks it.',
                    stride=describe_size(stride),
                ),
                hint=say("Set stride to 1, or give padding as a number."),
                field="padding",
                suggests=[
                    SetTo("stride", 1),
                    SetTo("padding", as_size([after for _, after in self.margins])),
                ],
            )
        rows, columns = window_output(
            (height, width), pair(self.kernel_size), stride, self.margins, pair(self.dilation)
        )
        return (self.out_channels, rows, columns)

    def parameter_shapes(self, inputs: Sequence[Shape]) -> dict[str, ParameterShape]:
        group_channels = inputs[0][0] // self.groups
        kernel = pair(self.kernel_size)
        shapes = {
            "weight": ParameterShape(
                (self.out_channels, group_channels, *kernel),
                self.weight_init,
                fan_in=group_channels * count(kernel),
                fan_out=self.out_channels // self.groups * count(kernel),
            )
        }
        if self.bias:
            shapes["bias"] = ParameterShape((self.out_channels,))
        return shapes

    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        return count(self.output_shape(inputs)) * inputs[0][0] // self.groups * count(pair(self.kernel_size))
