"""He normal."""

from typing import Literal

from neurarium.spec.base import Shape
from neurarium.spec.initializers.base import (
    FanMode,
    NormalInitializer,
    fan_mode_field,
    he_deviation,
    negative_slope_field,
)
from neurarium.spec.kinds import Documentation


class HeNormal(NormalInitializer):
    """Normal, with variance 2 / fan: makes up for the half that a ReLU cuts off."""

    documentation = Documentation(
        title="He normal",
        sentence="Normal, with a spread that keeps signals level through ReLU layers.",
        formula=r"w \sim \mathcal{N}\left(0, \frac{2}{(1 + s^2)\, n}\right)",
        source="He et al. 2015, Delving Deep into Rectifiers",
    )

    kind: Literal["he_normal"] = "he_normal"
    mode: FanMode = fan_mode_field()
    negative_slope: float = negative_slope_field()

    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        return he_deviation(self.mode, self.negative_slope, fan_in, fan_out)
