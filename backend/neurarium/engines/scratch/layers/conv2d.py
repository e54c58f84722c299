"""Two-dimensional convolution, as matrix products over unrolled windows (im2col)."""

from typing import Any

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import implements
from neurarium.engines.scratch.layers.windows import ColumnsLayer
from neurarium.spec.layers.conv2d import Conv2d


@implements(Conv2d)
class Conv2dLayer(ColumnsLayer[Conv2d]):
    """Slides filters over an image.

    Input ``(in_channels, height, width, batch)``, output ``(out_channels, out_height, out_width, batch)``.

    With every window a column, the whole layer is ``filters @ columns``, with one filter a row; where there are groups,
    one such product for each.

    Source: Deep Learning from Scratch, section 7.4; groups: Krizhevsky et al. 2012.
    """

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        settings = self.settings
        self.groups = settings.groups
        self.set_windows(
            settings.kernel_size, settings.stride, settings.margins, self.node.output_shape[1:], settings.dilation
        )
        self._held: tuple[int, int] | None = None
        """The block whose columns are in memory now."""

    def forward(self, x: Array) -> Array:
        filters = self.by_group(self.parameters["weight"])
        self._padded, batch = self.pad(x), x.shape[-1]
        self._blocks = self.blocks(len(x), batch)
        y = self.memory("output", (*self.node.output_shape, batch))
        for first, end in self._blocks:
            rows = self.by_group(y[:, first:end])
            np.matmul(filters, self.unroll(self._padded, first, end), out=rows)
            if self.settings.bias:
                rows += self.parameters["bias"].reshape(self.groups, -1, 1)
        self._held = self._blocks[-1]
        return y

    def backward(self, gradient: Array) -> tuple[Array | None]:
        filters, by_filters = self.by_group(self.parameters["weight"]), self.by_group(self.gradients["weight"])
        padded = self._padded
        if self.settings.bias:
            gradient.reshape(len(gradient), -1).sum(axis=1, out=self.gradients["bias"])
        by_filters.fill(0.0)
        by_padded = self.memory("gradient", padded.shape) if self.needs_input_gradient else None
        if by_padded is not None:
            by_padded.fill(0.0)
        # From the last block to the first: of the last one, the columns are still there.
        for first, end in reversed(self._blocks):
            rows = self.by_group(gradient[:, first:end])
            held = self._held == (first, end)
            columns = (
                self.columns(len(padded), end - first, padded.shape[-1]) if held else self.unroll(padded, first, end)
            )
            by_filters += np.matmul(rows, columns.swapaxes(1, 2))
            self._held = first, end
            if by_padded is not None:
                # The columns have done their work: their memory takes the derivatives by them.
                self._held = None
                self.roll(np.matmul(filters.swapaxes(1, 2), rows, out=columns), by_padded, first, end)
        return (None if by_padded is None else self.crop(by_padded),)
