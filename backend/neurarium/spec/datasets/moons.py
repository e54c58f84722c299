"""Moons."""

from typing import Literal

from pydantic import Field

from neurarium.spec.datasets.base import PlaneDataset
from neurarium.spec.kinds import Documentation


class Moons(PlaneDataset):
    """Two interleaving half circles, scaled to about -1 to 1."""

    documentation = Documentation(
        title="Moons",
        sentence="Two half moons that hook into each other.",
        formula=r"(\cos\theta, \sin\theta),\ (1 - \cos\theta, \tfrac12 - \sin\theta)",
        source="scikit-learn, make_moons; generated from the seed",
        family="plane",
    )

    kind: Literal["moons"] = "moons"
    noise: float = Field(
        default=0.1, title="Noise", ge=0, le=2, description="Standard deviation added to each coordinate."
    )
