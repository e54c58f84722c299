"""Average pooling."""

from typing import Any

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import implements
from neurarium.engines.scratch.layers.windows import WindowLayer
from neurarium.spec.layers.avg_pool2d import AvgPool2d


@implements(AvgPool2d)
class AvgPool2dLayer(WindowLayer[AvgPool2d]):
    """Replaces each window by its mean; the margin counts as zeros.

    Input ``(channels, height, width, batch)``, output ``(channels, out_height, out_width, batch)``.

    Source: Deep Learning from Scratch, section 7.3.
    """

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        settings = self.settings
        self.set_windows(settings.kernel_size, settings.effective_stride, settings.margins, self.node.output_shape[1:])
        self._share = 1.0 / (self.kernel[0] * self.kernel[1])

    def forward(self, x: Array) -> Array:
        padded = self.pad(x)
        y = self.memory("output", (x.shape[0], self.windows_down, self.windows_across, x.shape[-1]))
        y.fill(0.0)
        for _, _, pixels in self.positions():
            y += padded[pixels]
        y *= self._share
        self._padded_shape = padded.shape
        return y

    def backward(self, gradient: Array) -> tuple[Array]:
        # Pixels that no window sees stay at zero.
        by_input = self.memory("gradient", self._padded_shape, fill=0.0)
        if self.overlapping:
            by_input.fill(0.0)
        share = np.multiply(gradient, self._share, out=self.memory("share", gradient.shape))
        for _, _, pixels in self.positions():
            if self.overlapping:
                by_input[pixels] += share
            else:
                by_input[pixels] = share
        return (self.crop(by_input),)
