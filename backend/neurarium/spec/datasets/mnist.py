"""MNIST, read from its own files."""

from typing import ClassVar, Literal

from neurarium.spec.base import Shape
from neurarium.spec.datasets.base import ImageDataset, Preparation, normalize_field
from neurarium.spec.kinds import Documentation

BRIGHTEST = 255
"""The largest pixel value: pixels are bytes."""


class Mnist(ImageDataset):
    """Handwritten digits of 28 by 28 pixels, in the IDX files that MNIST comes in, read from a folder of this
    machine.
    """

    documentation = Documentation(
        title="MNIST",
        sentence="Handwritten digits, 28 by 28 pixels, read from MNIST's own files on this machine.",
        formula=r"x \in [0, 1]^{1 \times 28 \times 28},\ t \in \{0, \dots, 9\}",
        source="LeCun et al. 1998, Gradient-Based Learning Applied to Document Recognition",
        family="images",
    )
    preparation: ClassVar[Preparation | None] = Preparation(
        box=20 / 28,
        centre="mass",
        points=1,
        pen=0.09,
        brightest=BRIGHTEST,
        sentence="The drawing is scaled into 20 by 20 pixels, its aspect kept; its centre of mass goes to the middle.",
        source="LeCun et al. 1998, Gradient-Based Learning Applied to Document Recognition, section III.A",
    )

    kind: Literal["mnist"] = "mnist"
    normalize: bool = normalize_field(BRIGHTEST)

    def input_shape(self) -> Shape:
        return (1, 28, 28)

    def class_names(self) -> tuple[str, ...]:
        return tuple("0123456789")

    def sample_count(self) -> int:
        return 60_000
