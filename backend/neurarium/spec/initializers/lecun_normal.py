"""LeCun normal."""

from typing import Literal

from neurarium.spec.base import Shape
from neurarium.spec.initializers.base import NormalInitializer
from neurarium.spec.kinds import Documentation


class LecunNormal(NormalInitializer):
    """Normal, with variance 1 / fan_in: keeps the signal level where an activation is nearly linear."""

    documentation = Documentation(
        title="LeCun normal",
        sentence="Normal, with a spread that keeps signals level through layers that are nearly linear.",
        formula=r"w \sim \mathcal{N}\left(0, \frac{1}{n_\mathrm{in}}\right)",
        source="LeCun et al. 1998, Efficient BackProp, section 4.6",
    )

    kind: Literal["lecun_normal"] = "lecun_normal"

    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        return (1.0 / fan_in) ** 0.5
