"""Gaussians."""

from typing import Literal

from pydantic import Field

from neurarium.spec.datasets.base import PlaneDataset
from neurarium.spec.kinds import Documentation


class Gaussians(PlaneDataset):
    """One round cloud a class, centres evenly on a circle; `noise` is the spread of a cloud."""

    documentation = Documentation(
        title="Gaussians",
        sentence="Round clouds of points, one a class: the easiest case.",
        formula=r"x \sim \mathcal{N}(\mu_k, \sigma^2 I)",
        source="Generated from the seed",
        family="plane",
    )

    kind: Literal["gaussians"] = "gaussians"
    noise: float = Field(
        default=0.2, title="Noise", ge=0, le=2, description="Standard deviation added to each coordinate."
    )
    classes: int = Field(default=2, title="Clouds", ge=2, le=6, description="How many clouds, and so classes.")

    def class_names(self) -> tuple[str, ...]:
        return tuple(str(number) for number in range(self.classes))
