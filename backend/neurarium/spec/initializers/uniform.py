"""A uniform distribution between chosen bounds."""

from typing import Literal, Self

import numpy as np
from pydantic import Field, model_validator

from neurarium.spec.base import Shape
from neurarium.spec.findings import finding
from neurarium.spec.initializers.base import Initializer
from neurarium.spec.kinds import Documentation
from neurarium.words import say


class Uniform(Initializer):
    """Values from a uniform distribution between `low` and `high`; its mean is halfway between them."""

    documentation = Documentation(
        title="Uniform",
        sentence="Draws evenly between two bounds that you choose, whatever the layer's size.",
        formula=r"w \sim \mathcal{U}(a, b)",
        source="PyTorch, torch.nn.init.uniform_",
    )

    kind: Literal["uniform"] = "uniform"
    low: float = Field(default=-0.1, title="Low", ge=-1000, le=1000, description="No value lies below.")
    high: float = Field(default=0.1, title="High", ge=-1000, le=1000, description="No value lies above.")

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.low >= self.high:
            raise finding(
                "out_of_range",
                say("should have low below high; low is {low} and high {high}", low=self.low, high=self.high),
            )
        return self

    @property
    def mean(self) -> float:
        return (self.low + self.high) / 2.0

    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        return (self.high - self.low) / 12.0**0.5

    def draw(self, generator: np.random.Generator, shape: Shape, fan_in: int, fan_out: int) -> np.ndarray:
        return generator.uniform(self.low, self.high, shape)
