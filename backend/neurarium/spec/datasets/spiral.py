"""Spiral."""

from typing import Literal

from pydantic import Field

from neurarium.spec.datasets.base import PlaneDataset
from neurarium.spec.kinds import Documentation


class Spiral(PlaneDataset):
    """K arms that wind around the centre; class k is the arm."""

    documentation = Documentation(
        title="Spiral",
        sentence="Arms that wind around each other: a curved border that a single straight cut cannot make.",
        formula=r"x = r \sin\theta,\ y = r \cos\theta,\ \theta = 2\pi\,\mathrm{turns}\, r + \tfrac{2\pi k}{K}",
        source="Deep Learning from Scratch 2, section 1.4 (the spiral data); generated from the seed",
        family="plane",
    )

    kind: Literal["spiral"] = "spiral"
    noise: float = Field(
        default=0.02, title="Noise", ge=0, le=2, description="Standard deviation added to each coordinate."
    )
    classes: int = Field(default=3, title="Arms", ge=2, le=6, description="How many arms, and so classes.")
    turns: float = Field(
        default=0.6, title="Turns", gt=0, le=3, description="How often an arm winds around the centre."
    )

    def class_names(self) -> tuple[str, ...]:
        return tuple(str(number) for number in range(self.classes))
