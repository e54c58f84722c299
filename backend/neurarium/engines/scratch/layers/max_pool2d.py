"""Max pooling."""

from typing import Any

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import implements
from neurarium.engines.scratch.layers.windows import WindowLayer
from neurarium.spec.layers.max_pool2d import MaxPool2d


@implements(MaxPool2d)
class MaxPool2dLayer(WindowLayer[MaxPool2d]):
    """Keeps the largest value of each window.

    Input ``(channels, height, width, batch)``, output ``(channels, out_height, out_width, batch)``. The gradient goes
    to the value that was kept; of equal ones to the first, row by row, as in PyTorch.

    Source: Deep Learning from Scratch, section 7.4.4.
    """

    padding_value = -np.inf

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        settings = self.settings
        self.set_windows(settings.kernel_size, settings.effective_stride, settings.margins, self.node.output_shape[1:])
        self._places = [pixels for _, _, pixels in self.positions()]

    def forward(self, x: Array) -> Array:
        padded = self.pad(x)
        y = self.memory("output", (x.shape[0], self.windows_down, self.windows_across, x.shape[-1]))
        # Which place of its window each output was found at. Small numbers, since memory is what this waits for.
        winner = self.memory("winner", y.shape, dtype=np.min_scalar_type(len(self._places)), fill=0)
        larger = self.memory("larger", y.shape, dtype=bool)
        candidate = self.memory("candidate", y.shape, dtype=winner.dtype)
        y[...] = padded[self._places[0]]
        winner.fill(0)
        for number, pixels in enumerate(self._places[1:], start=1):
            np.greater(padded[pixels], y, out=larger)
            np.maximum(y, padded[pixels], out=y)
            # A later winner has the higher number.
            np.maximum(winner, np.multiply(larger, winner.dtype.type(number), out=candidate), out=winner)
        self._winner, self._padded_shape = winner, padded.shape
        return y

    def backward(self, gradient: Array) -> tuple[Array]:
        # Pixels that no window sees stay at zero.
        by_input = self.memory("gradient", self._padded_shape, fill=0.0)
        won = self.memory("won", gradient.shape, dtype=bool)
        if self.overlapping:
            by_input.fill(0.0)
        for number, pixels in enumerate(self._places):
            np.equal(self._winner, self._winner.dtype.type(number), out=won)
            if self.overlapping:
                by_input[pixels] += np.multiply(gradient, won, out=self.memory("share", gradient.shape))
            else:
                np.multiply(gradient, won, out=by_input[pixels])
        return (self.crop(by_input),)
