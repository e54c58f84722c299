"""XOR."""

from typing import Literal

from pydantic import Field

from neurarium.spec.datasets.base import PlaneDataset
from neurarium.spec.kinds import Documentation


class Xor(PlaneDataset):
    """Class 1 where the signs of the coordinates differ."""

    documentation = Documentation(
        title="XOR",
        sentence="Four quarters, opposite ones alike: no straight line parts them.",
        formula=r"t = [\,x > 0\,] \oplus [\,y > 0\,]",
        source="Deep Learning from Scratch, section 2.4; generated from the seed",
        family="plane",
    )

    kind: Literal["xor"] = "xor"
    noise: float = Field(
        default=0.05, title="Noise", ge=0, le=2, description="Standard deviation added to each coordinate."
    )
