"""Two-dimensional transposed convolution, as matrix products over unrolled windows."""

from typing import Any

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import implements
from neurarium.engines.scratch.layers.windows import ColumnsLayer
from neurarium.spec.layers.conv_transpose2d import ConvTranspose2d


@implements(ConvTranspose2d)
class ConvTranspose2dLayer(ColumnsLayer[ConvTranspose2d]):
    """Lays a pattern down for every pixel and adds them up: what a convolution's backward pass does to its gradient.

    Input ``(in_channels, height, width, batch)``, output ``(out_channels, out_height, out_width, batch)``.

    The windows lie on the output here, one for each pixel of the input: forward, ``filters.T @ x`` are the columns that
    are rolled up to the image (col2im); backward, the gradient's windows are unrolled (im2col), and
    ``dL/dx = filters @ columns``, ``dL/dfilters = x @ columns.T``.

    Source: Dumoulin and Visin 2016, A Guide to Convolution Arithmetic for Deep Learning, chapter 4.
    """

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        settings = self.settings
        self.groups = settings.groups
        self.set_windows(
            settings.kernel_size, settings.stride, settings.margins, self.node.input_shapes[0][1:], settings.dilation
        )

    def forward(self, x: Array) -> Array:
        filters = self.by_group(self.parameters["weight"]).swapaxes(1, 2)
        channels, *height_width = self.node.output_shape
        self._x, batch = x, x.shape[-1]
        self._blocks = self.blocks(channels, batch)
        # As large as the output and what padding cuts off of it.
        sizes = [size + sum(margin) for size, margin in zip(height_width, self.margins, strict=True)]
        canvas = self.memory("canvas", (channels, *sizes, batch))
        canvas.fill(0.0)
        for first, end in self._blocks:
            columns = self.columns(channels, end - first, batch)
            self.roll(np.matmul(filters, self.by_group(x[:, first:end]), out=columns), canvas, first, end)
        y = self.memory("output", (*self.node.output_shape, batch))
        np.copyto(y, self.crop(canvas))
        if self.settings.bias:
            y += self.parameters["bias"][:, None, None, None]
        return y

    def backward(self, gradient: Array) -> tuple[Array | None]:
        filters, by_filters = self.by_group(self.parameters["weight"]), self.by_group(self.gradients["weight"])
        if self.settings.bias:
            gradient.reshape(len(gradient), -1).sum(axis=1, out=self.gradients["bias"])
        by_filters.fill(0.0)
        by_input = self.memory("gradient", self._x.shape) if self.needs_input_gradient else None
        padded = self.pad(gradient)
        for first, end in self._blocks:
            columns = self.unroll(padded, first, end)
            by_filters += np.matmul(self.by_group(self._x[:, first:end]), columns.swapaxes(1, 2))
            if by_input is not None:
                np.matmul(filters, columns, out=self.by_group(by_input[:, first:end]))
        return (by_input,)
