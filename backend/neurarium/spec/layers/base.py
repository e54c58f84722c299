"""What every layer kind declares: settings, shape rule, parameters and cost."""

import math
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from neurarium.spec.base import Margins, NodeId, Shape
from neurarium.spec.errors import ShapeError
from neurarium.spec.initializers import Initializer
from neurarium.spec.kinds import Kind
from neurarium.spec.mends import PutBefore, SetTo, Suggestion
from neurarium.words import say

FAMILIES: dict[str, str] = {
    "shape": "Shape",
    "weights": "Weights",
    "activation": "Activation",
    "pooling": "Pooling",
    "regularisation": "Regularise",
    "merge": "Merge",
}
"""The groups of layers and their titles, in the order in which a palette shows them."""


@dataclass(frozen=True)
class ParameterShape:
    """A trainable tensor that a layer needs.

    Attributes:
        shape: its shape, in PyTorch's layout.
        initializer: how its first values are drawn; None fills it with `fill`.
        fan_in: how many inputs one output sums over.
        fan_out: how many outputs one input reaches.
        fill: the first value of every element where there is no initializer.
    """

    shape: Shape
    initializer: Initializer | None = None
    fan_in: int = 1
    fan_out: int = 1
    fill: float = 0.0

    @property
    def standard_deviation(self) -> float:
        """The standard deviation that its first values have in theory; 0 where all are alike."""
        if self.initializer is None:
            return 0.0
        try:
            return self.initializer.standard_deviation(self.shape, self.fan_in, self.fan_out)
        except OverflowError:
            # Fans of more than 300 digits, in a network that is still being written and that nobody could build.
            return 0.0


@dataclass(frozen=True)
class BufferShape:
    """A tensor that a layer keeps and does not train, such as a running mean; starts filled with `fill`."""

    shape: Shape
    fill: float


@dataclass(frozen=True)
class Window:
    """Where a window lies that slides over an image: output ``(i, j)`` sees the input's pixels ``(i s + d u - p, j s +
    d v - p)`` for every place ``(u, v)`` of the window, and nothing where those lie outside.

    Of a transposed convolution it is the other way round: pixel ``(i, j)`` of the input reaches those of the output.

    Attributes:
        kernel: its height and width.
        stride: how many pixels it moves at a time, down and across.
        dilation: how many pixels two neighbouring places of it are apart.
        margins: what stands around the image.
        groups: into how many parts the channels are split; 0 where every channel is by itself.
    """

    kernel: tuple[int, int]
    stride: tuple[int, int]
    dilation: tuple[int, int]
    margins: Margins
    groups: int


class Layer(Kind):
    """A node of a network.

    Shapes given to and returned by the methods leave out the batch dimension.
    """

    hidden_fields: ClassVar[frozenset[str]] = frozenset({"id", "kind", "inputs"})

    id_prefix: ClassVar[str]
    """What a new node of this kind is named after, e.g. ``conv`` for conv1, conv2."""
    minimum_inputs: ClassVar[int] = 1
    maximum_inputs: ClassVar[int | None] = 1
    can_die: ClassVar[bool] = False
    """Whether a unit whose output is zero for a whole batch passes no gradient."""

    normalises: ClassVar[bool] = False
    """Whether it brings what it takes to mean 0 and variance 1 before its own scale and shift."""

    id: NodeId
    kind: str
    inputs: tuple[NodeId, ...] | None = Field(
        default=None,
        max_length=64,
        description='Names of the nodes it takes, or "input"; left out, it takes the node before it.',
    )

    @classmethod
    def has_curve(cls) -> bool:
        """Whether each output value follows from the input value in its place alone, so that a curve shows all that the
        layer does.
        """
        return False

    @property
    def saturation_bounds(self) -> tuple[float, float] | None:
        """Outputs below the first or above the second count as saturated: the derivative there is nearly zero. None
        where an output does not tell.
        """
        return None

    @property
    def window(self) -> Window | None:
        """The window that it slides over its input; None where it has none, or not one of the same size everywhere."""
        return None

    @property
    def suited_initializer(self) -> Initializer | None:
        """How weights that lead to it are best drawn, where they leave the choice to it; None where it has no say."""
        return None

    @abstractmethod
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return the output's shape for inputs of these shapes.

        Raises:
            ShapeError: the layer cannot take these shapes.
        """

    def parameter_shapes(self, inputs: Sequence[Shape]) -> dict[str, ParameterShape]:
        """Return the trainable tensors by name, in the order in which optimizers and reports list them."""
        return {}

    def buffer_shapes(self, inputs: Sequence[Shape]) -> dict[str, BufferShape]:
        """Return the kept, untrained tensors by name."""
        return {}

    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        """Return how many multiply-and-add operations one sample's forward pass takes; comparisons count as none."""
        return 0


class PointwiseLayer(Layer):
    """A layer that leaves the shape as it is; most of them map each value by itself."""

    mixes_values: ClassVar[bool] = False
    """For an activation: whether an output value depends on more than the value in its own place."""

    @classmethod
    def has_curve(cls) -> bool:
        # Normalisation and dropout depend on the batch, or on chance.
        return cls.documentation.family == "activation" and not cls.mixes_values

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        return inputs[0]


class MergeLayer(Layer):
    """A layer that joins two or more nodes."""

    minimum_inputs: ClassVar[int] = 2
    maximum_inputs: ClassVar[int | None] = None


def one_shape(layer: Layer, inputs: Sequence[Shape]) -> Shape:
    """Return the shape that all inputs have.

    Raises:
        ShapeError: they differ.
    """
    if any(shape != inputs[0] for shape in inputs):
        raise ShapeError(
            say(
                "{kind} takes inputs of one shape; it receives {shapes:and}.",
                kind=layer.kind,
                shapes=[describe_shape(shape) for shape in inputs],
            ),
            hint=say("Make the branches end in the same shape, for instance with equal channels and padding."),
            field="inputs",
        )
    return inputs[0]


def image_shape(layer: Layer, shape: Shape) -> tuple[int, int, int]:
    """Return `shape` as ``(channels, height, width)``.

    Raises:
        ShapeError: it has not three dimensions.
    """
    if len(shape) != 3:
        raise ShapeError(
            say(
                "{kind} takes images of shape (channels, height, width); it receives {shape}.",
                kind=layer.kind,
                shape=describe_shape(shape),
            ),
            hint=say("Place it before any flatten or linear layer, on image data."),
            field="inputs",
            suggests=[PutBefore("reshape", {"shape": list(as_image(shape))})],
        )
    return shape[0], shape[1], shape[2]


def window_output(
    height_width: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    margins: Margins,
    dilation: tuple[int, int] = (1, 1),
) -> tuple[int, int]:
    """Return the height and width after sliding a window: ``floor((n + margins - d (f - 1) - 1) / s) + 1`` each.

    Raises:
        ShapeError: the window is larger than the padded input.

    Source: Deep Learning from Scratch, section 7.2.4; PyTorch, Conv2d.
    """
    padded = tuple(n + before + after for n, (before, after) in zip(height_width, margins, strict=True))
    spread = tuple(d * (f - 1) + 1 for f, d in zip(kernel, dilation, strict=True))
    if spread[0] > padded[0] or spread[1] > padded[1]:
        suggests = _smaller_window(kernel, dilation, padded) + _more_padding(height_width, spread, margins)
        sizes = {"kernel": describe_size(kernel), "padded": describe_size(padded), "size": describe_size(height_width)}
        if dilation == (1, 1):
            raise ShapeError(
                say(
                    "A window of {kernel} does not fit into its input of {padded} ({size} and the padding).",
                    **sizes,
                ),
                hint=say(
                    "Set kernel_size to {most} or less, raise padding, or remove a pooling or stride before it.",
                    most=min(padded),
                ),
                field="kernel_size",
                suggests=suggests,
            )
        raise ShapeError(
            say(
                "A window of {kernel}, spread to {spread} by its dilation, does not fit into its input of {padded}"
                " ({size} and the padding).",
                spread=describe_size(spread),
                **sizes,
            ),
            hint=say("Lower dilation or kernel_size, raise padding, or remove a pooling or stride before it."),
            field="dilation" if kernel[0] <= padded[0] and kernel[1] <= padded[1] else "kernel_size",
            suggests=suggests,
        )
    return (
        (padded[0] - spread[0]) // stride[0] + 1,
        (padded[1] - spread[1]) // stride[1] + 1,
    )


def check_groups(groups: int, in_channels: int, out_channels: int) -> None:
    """Raise `ShapeError`, located at ``groups``, where channels cannot be shared out evenly among so many groups."""
    for name, channels in ((say("input"), in_channels), (say("output"), out_channels)):
        if channels % groups:
            common = math.gcd(in_channels, out_channels)
            fitting = [str(size) for size in range(1, min(common, 64) + 1) if common % size == 0]
            raise ShapeError(
                say(
                    "{channels} {name} channels cannot be shared out among {groups} groups.",
                    channels=channels,
                    name=name,
                    groups=groups,
                ),
                hint=say(
                    "Set groups to a number that divides both {in_channels} and {out_channels}: {fitting}.",
                    in_channels=in_channels,
                    out_channels=out_channels,
                    fitting=fitting,
                ),
                field="groups",
                suggests=[SetTo("groups", max(int(size) for size in fitting if int(size) <= groups))],
            )


def as_image(shape: Shape) -> Shape:
    """Return the shape of an image that holds as many values as `shape`: square where that can be."""
    values = count(shape)
    side = math.isqrt(values)
    return (1, side, side) if side * side == values else (values, 1, 1)


def flattening(shape: Shape) -> list[Suggestion]:
    """Return what makes a vector of a shape that is none."""
    pooled: list[Suggestion] = [PutBefore("global_avg_pool2d")] if len(shape) == 3 else []
    return [PutBefore("flatten"), *pooled]


def as_size(size: Sequence[int]) -> int | list[int]:
    """Return a height and a width as a person would write them: one number where they are the same."""
    return size[0] if size[0] == size[1] else list(size)


def _smaller_window(kernel: Sequence[int], dilation: Sequence[int], padded: Sequence[int]) -> list[Suggestion]:
    """Return the largest window that fits; or a smaller spread, where it would fit if it were not spread."""
    if all(f <= n for f, n in zip(kernel, padded, strict=True)):
        closest = [
            d if f == 1 else min(d, (n - 1) // (f - 1)) for f, d, n in zip(kernel, dilation, padded, strict=True)
        ]
        return [SetTo("dilation", as_size(closest))]
    largest = [min(f, (n - 1) // d + 1) for f, d, n in zip(kernel, dilation, padded, strict=True)]
    return [SetTo("kernel_size", as_size(largest))]


def _more_padding(height_width: Sequence[int], spread: Sequence[int], margins: Margins) -> list[Suggestion]:
    """Return the padding with which the window fits; none where it would be more padding than image."""
    needed = [max(before, -(-(f - n) // 2)) for f, n, (before, _) in zip(spread, height_width, margins, strict=True)]
    sensible = all(2 * more <= n for more, n in zip(needed, height_width, strict=True))
    return [SetTo("padding", as_size(needed))] if sensible else []


def describe_shape(shape: Shape) -> str:
    """Return a shape in words for an error message, e.g. ``(16, 8, 8)``."""
    return f"({', '.join(str(size) for size in shape)})"


def describe_size(height_width: Sequence[int]) -> str:
    """Return a height and a width as an error message has them, e.g. ``3x5``."""
    return "x".join(str(size) for size in height_width)


def count(shape: Shape) -> int:
    """Return how many values a tensor of this shape holds."""
    return math.prod(shape)
