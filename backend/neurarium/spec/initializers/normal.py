"""A normal distribution of a chosen spread."""

from typing import Literal

from pydantic import Field

from neurarium.spec.base import Shape
from neurarium.spec.initializers.base import NormalInitializer
from neurarium.spec.kinds import Documentation


class Normal(NormalInitializer):
    """Values from a normal distribution with mean 0 and the standard deviation `std`."""

    documentation = Documentation(
        title="Normal",
        sentence="Draws from a normal distribution whose spread you choose, whatever the layer's size.",
        formula=r"w \sim \mathcal{N}(0, \sigma^2)",
        source="Deep Learning from Scratch, section 6.2.2",
    )

    kind: Literal["normal"] = "normal"
    std: float = Field(
        default=0.01,
        title="Standard deviation",
        ge=0,
        le=100,
        description="The spread of the drawn values.",
        json_schema_extra={"x-scale": "log"},
    )

    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        return self.std
