"""He uniform."""

from typing import Literal

from neurarium.spec.base import Shape
from neurarium.spec.initializers.base import (
    FanMode,
    UniformInitializer,
    fan_mode_field,
    he_deviation,
    negative_slope_field,
)
from neurarium.spec.kinds import Documentation


class HeUniform(UniformInitializer):
    """Uniform, with variance 2 / fan: makes up for the half that a ReLU cuts off."""

    documentation = Documentation(
        title="He uniform",
        sentence="Uniform, with a spread that keeps signals level through ReLU layers.",
        formula=r"w \sim \mathcal{U}(-a, a),\ a = \sqrt{\frac{6}{(1 + s^2)\, n}}",
        source="He et al. 2015, Delving Deep into Rectifiers",
    )

    kind: Literal["he_uniform"] = "he_uniform"
    mode: FanMode = fan_mode_field()
    negative_slope: float = negative_slope_field()

    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        return he_deviation(self.mode, self.negative_slope, fan_in, fan_out)
