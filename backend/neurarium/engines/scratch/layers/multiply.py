"""The product of several nodes."""

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.multiply import Multiply


@implements(Multiply)
class MultiplyLayer(Layer[Multiply]):
    """Multiplies arrays of one shape, any shape; each of them gets the gradient times the product of the others.

    The products of all before and of all behind an input give that without a division, which a zero would not stand.

    Source: Deep Learning from Scratch, section 5.4.1.
    """

    def forward(self, *inputs: Array) -> Array:
        self._inputs = inputs
        y = np.multiply(inputs[0], inputs[1], out=self.memory("output", inputs[0].shape))
        for x in inputs[2:]:
            y *= x
        return y

    def backward(self, gradient: Array) -> tuple[Array, ...]:
        inputs = self._inputs
        by_inputs: list[Array] = []
        before = gradient
        for x in inputs:
            by_inputs.append(before)
            before = before * x
        behind = inputs[-1]
        for position in range(len(inputs) - 2, -1, -1):
            by_inputs[position] = by_inputs[position] * behind
            behind = behind * inputs[position]
        return tuple(by_inputs)
