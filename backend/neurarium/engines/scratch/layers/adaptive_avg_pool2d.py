"""Average pooling to a given size."""

from typing import Any

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, implements
from neurarium.spec.layers.adaptive_avg_pool2d import AdaptiveAvgPool2d


@implements(AdaptiveAvgPool2d)
class AdaptiveAvgPool2dLayer(Layer[AdaptiveAvgPool2d]):
    """Averages an image to a given size.

    Input ``(channels, height, width, batch)``, output ``(channels, out_height, out_width, batch)``.

    A mean over a rectangle is one over its rows and then one over its columns, and each of the two is a product with a
    matrix, of which a row holds ``1 / n`` where its window lies: ``y = R x C^T``. So ``dL/dx = R^T g C``.

    Source: PyTorch, AdaptiveAvgPool2d; He et al. 2014, Spatial Pyramid Pooling.
    """

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        sizes = zip(self.node.input_shapes[0][1:], self.node.output_shape[1:], strict=True)
        self._by_rows, self._by_columns = (_means(size, count).astype(self.context.dtype) for size, count in sizes)

    def forward(self, x: Array) -> Array:
        return _both(self._by_rows, self._by_columns, x)

    def backward(self, gradient: Array) -> tuple[Array]:
        return (_both(self._by_rows.T, self._by_columns.T, gradient),)


def _means(size: int, count: int) -> np.ndarray:
    """Return the matrix ``(count, size)`` that takes the means of `count` windows over `size` values."""
    number, place = np.arange(count)[:, None], np.arange(size)
    inside = (place >= number * size // count) & (place < -(-(number + 1) * size // count))
    return inside / inside.sum(axis=1, keepdims=True)


def _both(by_rows: Array, by_columns: Array, image: Array) -> Array:
    """Multiply the rows and the columns of every channel and sample."""
    channels, height, width, batch = image.shape
    rows = np.matmul(by_rows, image.reshape(channels, height, width * batch))
    return np.matmul(by_columns, rows.reshape(channels, len(by_rows), width, batch))
