"""Circle."""

from typing import Literal

from pydantic import Field

from neurarium.spec.datasets.base import PlaneDataset
from neurarium.spec.kinds import Documentation


class Circle(PlaneDataset):
    """Class 0 is a disc around the centre, class 1 a ring around it."""

    documentation = Documentation(
        title="Circle",
        sentence="A disc inside a ring.",
        formula=r"t = [\,x^2 + y^2 > r^2\,]",
        source="Generated from the seed",
        family="plane",
    )

    kind: Literal["circle"] = "circle"
    noise: float = Field(
        default=0.05, title="Noise", ge=0, le=2, description="Standard deviation added to each coordinate."
    )
