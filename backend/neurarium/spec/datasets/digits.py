"""Handwritten digits, 8 by 8 pixels."""

from typing import ClassVar, Literal

from neurarium.spec.base import Shape
from neurarium.spec.datasets.base import ImageDataset, Preparation, normalize_field
from neurarium.spec.kinds import Documentation

BRIGHTEST = 16
"""The largest pixel value: each counts the ink in a block of 4x4 points of the scan."""


class Digits(ImageDataset):
    """1,797 real handwritten digits of 8 by 8 pixels, bundled with scikit-learn."""

    documentation = Documentation(
        title="Digits",
        sentence="1,797 real handwritten digits, 8 by 8 pixels; on every machine, without a download.",
        formula=r"x \in [0, 1]^{1 \times 8 \times 8},\ t \in \{0, \dots, 9\}",
        source="Alpaydin and Kaynak 1998, Optical Recognition of Handwritten Digits; from scikit-learn",
        family="images",
    )
    preparation: ClassVar[Preparation | None] = Preparation(
        box=1,
        centre="box",
        points=4,
        pen=0.13,
        brightest=BRIGHTEST,
        sentence="The drawing is scaled to a bitmap of 32 by 32 points; each pixel counts the inked ones of 4 by 4.",
        source="Alpaydin and Kaynak 1998, Optical Recognition of Handwritten Digits; from scikit-learn",
    )

    kind: Literal["digits"] = "digits"
    normalize: bool = normalize_field(BRIGHTEST)

    def input_shape(self) -> Shape:
        return (1, 8, 8)

    def class_names(self) -> tuple[str, ...]:
        return tuple("0123456789")

    def sample_count(self) -> int:
        return 1797
