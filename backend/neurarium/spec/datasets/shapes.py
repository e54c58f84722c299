"""Drawn shapes: generated images whose size, channels and classes can be chosen."""

import math
from functools import cache
from typing import Literal, Self

from pydantic import Field, model_validator

from neurarium.spec.base import Shape
from neurarium.spec.datasets.base import ImageDataset
from neurarium.spec.findings import finding
from neurarium.spec.kinds import Documentation
from neurarium.words import Text, say

SHAPES = (
    say("circle"),
    say("square"),
    say("triangle"),
    say("cross"),
    say("star"),
    say("ring"),
    say("bar"),
    say("hexagon"),
    say("half disc"),
    say("frame"),
)
COLOURS = (
    say("red"),
    say("orange"),
    say("yellow"),
    say("green"),
    say("turquoise"),
    say("blue"),
    say("violet"),
    say("magenta"),
    say("brown"),
    say("white"),
)
MOST_COPIES = 10
SMALLEST_CELL = 6
"""Pixels that one of several shapes needs in each direction, to be seen."""
MOST_VALUES = 2**28
"""Pixels times channels of a whole set: 1 GiB once they are float32."""


class Shapes(ImageDataset):
    """Filled shapes with smooth edges, at a random place, size and angle, on a background of random grey.

    A class is what was drawn: which shape, and where asked for in which colour and how many of it. So 10 shapes in 10
    colours, 1 to 10 of each, make 1,000 classes that can really be told apart.
    """

    documentation = Documentation(
        title="Shapes",
        sentence="Drawn circles, squares, triangles and more, at any size up to 224 pixels, in up to 1,000 classes.",
        formula=r"x \in [0, 1]^{C \times n \times n},\ t = (\mathrm{count}\, K + \mathrm{colour})\, S + \mathrm{shape}",
        source="Generated from the seed",
        family="images",
    )

    kind: Literal["shapes"] = "shapes"
    samples: int = Field(default=1000, title="Samples", ge=20, le=100_000, description="How many images are drawn.")
    image_size: int = Field(default=16, title="Image size", ge=8, le=224, description="Height and width, in pixels.")
    channels: Literal[1, 3] = Field(default=1, title="Channels", description="1 for grey, 3 for colour.")
    shapes: int = Field(
        default=4, title="Shapes", ge=1, le=len(SHAPES), description="How many of the shapes there are to tell apart."
    )
    colours: int = Field(
        default=1,
        title="Colours",
        ge=1,
        le=len(COLOURS),
        description="How many colours there are to tell apart; with 1 the colour is random and tells nothing.",
    )
    counts: int = Field(
        default=1, title="Counts", ge=1, le=MOST_COPIES, description="Up to how many of it there are to be counted."
    )
    noise: float = Field(
        default=0.02, title="Noise", ge=0, le=1, description="Standard deviation of what is added to each pixel."
    )

    @model_validator(mode="after")
    def _check(self) -> Self:
        # What a settings form hands on is checked here too, so each sentence says which setting mends it.
        if self.counts == self.colours == self.shapes == 1:
            raise finding("one_class", say("shapes, colours and counts are all 1: that is one class alone"))
        if self.colours > 1 and self.channels == 1:
            raise finding("grey_colours", say("colours above 1 need channels 3; grey images have no colour"))
        if self.cells > 1 and self.image_size < SMALLEST_CELL * self.cells:
            least = SMALLEST_CELL * self.cells
            raise finding(
                "too_small", say("to be counted, that many shapes need image_size {least} or more", least=least)
            )
        values = self.samples * self.channels * self.image_size**2
        if values > MOST_VALUES:
            most = MOST_VALUES // (self.channels * self.image_size**2)
            raise finding(
                "too_many_values",
                say("images of this size fit into memory {most} at a time; lower samples", most=most),
            )
        return self

    @property
    def cells(self) -> int:
        """How many cells there are in each direction; a shape stands in a cell of its own."""
        return math.isqrt(self.counts - 1) + 1

    def input_shape(self) -> Shape:
        return (self.channels, self.image_size, self.image_size)

    def class_names(self) -> tuple[Text, ...]:
        return _class_names(self.counts, self.colours, self.shapes)

    def sample_count(self) -> int:
        return self.samples


@cache
def _class_names(counts: int, colours: int, shapes: int) -> tuple[Text, ...]:
    return tuple(
        _class_name(copies + 1 if counts > 1 else None, colour if colours > 1 else None, shape)
        for copies in range(counts)
        for colour in COLOURS[:colours]
        for shape in SHAPES[:shapes]
    )


def _class_name(count: int | None, colour: Text | None, shape: Text) -> Text:
    if count is None:
        return shape if colour is None else say("{colour} {shape}", colour=colour, shape=shape)
    if colour is None:
        return say("{count} {shape}", count=count, shape=shape)
    return say("{count} {colour} {shape}", count=count, colour=colour, shape=shape)
