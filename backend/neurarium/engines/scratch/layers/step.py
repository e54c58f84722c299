"""Step."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.step import Step


@implements(Step)
class StepLayer(Layer[Step]):
    """``y = 1`` where x is positive, else 0; ``dy/dx`` is taken as 0 everywhere. Any shape, and the output's is the
    same.

    Source: Deep Learning from Scratch, section 3.2.2.
    """

    def forward(self, x: Array) -> Array:
        return np.greater(x, 0.0, out=self.memory("output", x.shape), casting="unsafe")

    def backward(self, gradient: Array) -> tuple[Array]:
        return (self.memory("gradient", gradient.shape, fill=0.0),)
