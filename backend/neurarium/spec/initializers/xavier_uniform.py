"""Xavier uniform."""

from typing import Literal

from neurarium.spec.base import Shape
from neurarium.spec.initializers.base import UniformInitializer, gain_field
from neurarium.spec.kinds import Documentation


class XavierUniform(UniformInitializer):
    """Uniform, with variance gain^2 * 2 / (fan_in + fan_out): levels both the signal and the gradient of symmetric
    activations.
    """

    documentation = Documentation(
        title="Xavier uniform",
        sentence="Uniform, with a spread that keeps signals level through sigmoid and tanh layers.",
        formula=r"w \sim \mathcal{U}(-a, a),\ a = g \sqrt{\frac{6}{n_\mathrm{in} + n_\mathrm{out}}}",
        source="Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks",
    )

    kind: Literal["xavier_uniform"] = "xavier_uniform"
    gain: float = gain_field()

    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        return self.gain * (2.0 / (fan_in + fan_out)) ** 0.5
