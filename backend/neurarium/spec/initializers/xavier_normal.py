"""Xavier normal."""

from typing import Literal

from neurarium.spec.base import Shape
from neurarium.spec.initializers.base import NormalInitializer, gain_field
from neurarium.spec.kinds import Documentation


class XavierNormal(NormalInitializer):
    """Normal, with variance gain^2 * 2 / (fan_in + fan_out): levels both the signal and the gradient of symmetric
    activations.
    """

    documentation = Documentation(
        title="Xavier normal",
        sentence="Normal, with a spread that keeps signals level through sigmoid and tanh layers.",
        formula=r"w \sim \mathcal{N}\left(0, \frac{2 g^2}{n_\mathrm{in} + n_\mathrm{out}}\right)",
        source="Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks",
    )

    kind: Literal["xavier_normal"] = "xavier_normal"
    gain: float = gain_field()

    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        return self.gain * (2.0 / (fan_in + fan_out)) ** 0.5
