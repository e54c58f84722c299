"""As the activation that follows asks for."""

from typing import Literal

import numpy as np

from neurarium.spec.base import Shape
from neurarium.spec.initializers.base import Initializer
from neurarium.spec.initializers.he_normal import HeNormal
from neurarium.spec.kinds import Documentation


class ByActivation(Initializer):
    """Leaves the choice to the activation that the weights lead to: one setting for all layers of a network.

    It is no layer's default: two networks that differ in an activation alone would start from different weights, and
    could not be compared.

    `graph.choose_initializers` puts the activation's own choice in its place: `suited_initializer` of the first one on
    the way from the layer, past pooling, normalisation, merges and the like, and before other weights. Where there is
    none, as behind an output layer, it is He normal, with which the book starts all layers of its convolutional nets.
    """

    documentation = Documentation(
        title="By activation",
        sentence="What suits the activation that follows: He for ReLU and its kin, Xavier for sigmoid and tanh.",
        formula=r"\sigma^2 = \frac{2}{n_\mathrm{in}}\ \text{or}\ \frac{2}{n_\mathrm{in} + n_\mathrm{out}}",
        source="Deep Learning from Scratch, section 6.2; Glorot and Bengio 2010; He et al. 2015",
    )

    kind: Literal["by_activation"] = "by_activation"

    def standard_deviation(self, shape: Shape, fan_in: int, fan_out: int) -> float:
        return HeNormal().standard_deviation(shape, fan_in, fan_out)

    def draw(self, generator: np.random.Generator, shape: Shape, fan_in: int, fan_out: int) -> np.ndarray:
        return HeNormal().draw(generator, shape, fan_in, fan_out)
