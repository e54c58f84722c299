"""What the pooling kinds share: a window that slides over each channel. No kind by itself."""

from collections.abc import Sequence

from pydantic import Field

from neurarium.spec.base import Margins, NonNegativeSize, PositiveSize, Shape, Size, even_margins, pair
from neurarium.spec.errors import ShapeError
from neurarium.spec.layers.base import Layer, Window, as_size, describe_size, image_shape, window_output
from neurarium.spec.mends import SetTo
from neurarium.words import say


class PoolingLayer(Layer):
    """Reduces every window of a channel to one value.

    Input shape: ``(channels, height, width)``. Output shape: ``(channels, out_height, out_width)``.
    """

    kernel_size: PositiveSize = Field(
        default=2, title="Window", description="Height and width of the window, in pixels."
    )
    stride: PositiveSize | None = Field(
        default=None, title="Stride", description="How many pixels the window moves at a time; empty, its own size."
    )
    padding: NonNegativeSize = Field(
        default=0, title="Padding", description="Rows and columns added on each side; half the window at most."
    )

    @property
    def effective_stride(self) -> Size:
        """The stride, or the window's own size where none was given."""
        return self.kernel_size if self.stride is None else self.stride

    @property
    def margins(self) -> Margins:
        """What stands around the image."""
        return even_margins(self.padding)

    @property
    def window(self) -> Window:
        return Window(pair(self.kernel_size), pair(self.effective_stride), (1, 1), self.margins, groups=0)

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        channels, height, width = image_shape(self, inputs[0])
        kernel, padding = pair(self.kernel_size), pair(self.padding)
        if padding[0] * 2 > kernel[0] or padding[1] * 2 > kernel[1]:
            raise ShapeError(
                say(
                    "Padding {padding} is more than half of the window {kernel}, "
                    "so a window could lie in the padding alone.",
                    padding=describe_size(padding),
                    kernel=describe_size(kernel),
                ),
                hint=say("Lower padding or enlarge kernel_size."),
                field="padding",
                suggests=[
                    SetTo("padding", as_size([min(p, f // 2) for p, f in zip(padding, kernel, strict=True)])),
                    SetTo("kernel_size", as_size([max(f, 2 * p) for p, f in zip(padding, kernel, strict=True)])),
                ],
            )
        rows, columns = window_output((height, width), kernel, pair(self.effective_stride), self.margins)
        return (channels, rows, columns)
