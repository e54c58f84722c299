"""Windows that slide over images: what convolution and pooling share. No kind by itself."""

import math
from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any

import numpy as np

from neurarium.engines.base import Array
from neurarium.engines.scratch.layers.base import Layer, Settings
from neurarium.spec.base import Margins, Size, pair

BLOCK_VALUES = 2**19
"""How many values of unrolled windows are worked on at once: few enough to stay in a processor's cache."""

Pixels = tuple[slice, slice, slice]
"""Where in a padded image ``(channels, height, width, batch)`` some pixels of every channel lie."""


class WindowLayer(Layer[Settings]):
    """A layer that looks at an image through windows. Images are ``(channels, height, width, batch)``.

    A subclass gives its sizes to `set_windows` once.
    """

    padding_value: float = 0.0

    def set_windows(
        self, kernel_size: Size, stride: Size, margins: Margins, windows: tuple[int, ...], dilation: Size = 1
    ) -> None:
        """Keep the sizes of the windows, as (height, width) each.

        Arguments:
            kernel_size: height and width of a window.
            stride: how many pixels two neighbouring windows are apart.
            margins: how many rows and columns stand around the image.
            windows: how many windows lie one below and beside the other.
            dilation: how many pixels two neighbouring places of one window are apart.
        """
        self.kernel = pair(kernel_size)
        self.stride = pair(stride)
        self.dilation = pair(dilation)
        self.margins = margins
        self.windows_down, self.windows_across = windows
        self.overlapping = self.kernel[0] > self.stride[0] or self.kernel[1] > self.stride[1]

    def pad(self, x: Array) -> Array:
        """Return the image with its margin, in memory order."""
        channels, height, width, batch = x.shape
        vertical, horizontal = (sum(margin) for margin in self.margins)
        if not (vertical or horizontal) and x.flags.c_contiguous:
            return x
        # Nobody writes to the margin, so it is filled once.
        padded = self.memory(
            "padded", (channels, height + vertical, width + horizontal, batch), fill=self.padding_value
        )
        self.crop(padded)[...] = x
        return padded

    def crop(self, padded: Array) -> Array:
        """Return the part of a padded image that is the image, as a view."""
        (above, below), (left, right) = self.margins
        _, height, width, _ = padded.shape
        return padded[:, above : height - below, left : width - right]

    def positions(self, first: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Pixels]]:
        """Go through the places of a window, row by row: its row, its column, and the pixels that all windows see
        there, one a window. With `first` and `end`, of those rows of windows alone.
        """
        down, right = self.stride
        last = (self.windows_down if end is None else end) - 1
        for row, column in product(range(self.kernel[0]), range(self.kernel[1])):
            top, left = row * self.dilation[0], column * self.dilation[1]
            rows = slice(top + down * first, top + down * last + 1, down)
            columns = slice(left, left + right * (self.windows_across - 1) + 1, right)
            yield row, column, (slice(None), rows, columns)


class ColumnsLayer(WindowLayer[Settings]):
    """A layer that makes every window a column of ``channels * kernel_height * kernel_width`` values (im2col), so that
    it is matrix products.

    The columns repeat each pixel once for each window that sees it, so they are made for a few rows of windows at a
    time: all at once they would outgrow the cache, and soon the memory. Channels may be split into groups, each with
    products of its own: ``(groups, channels / groups * kernel_height * kernel_width, windows)``.

    Source: Deep Learning from Scratch, section 7.4.
    """

    groups: int

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._memory_of_columns = np.empty(0, self.context.dtype)

    def blocks(self, channels: int, batch: int) -> list[tuple[int, int]]:
        """Cut the rows of windows into blocks of about one size: first row, and the one after the last."""
        of_one_row = channels * self.kernel[0] * self.kernel[1] * self.windows_across * batch
        count = min(self.windows_down, -(-of_one_row * self.windows_down // BLOCK_VALUES))
        return list(pairwise(self.windows_down * block // count for block in range(count + 1)))

    def columns(self, channels: int, rows: int, batch: int) -> Array:
        """Return memory for the columns of so many rows of windows, by group.

        Blocks may differ by one row, and all of them use the beginning of the same memory.
        """
        windows = rows * self.windows_across * batch
        size = channels * math.prod(self.kernel) * windows
        if self._memory_of_columns.size < size:
            self._memory_of_columns = np.empty(size, self.context.dtype)
        return self._memory_of_columns[:size].reshape(self.groups, -1, windows)

    def unroll(self, padded: Array, first: int, end: int) -> Array:
        """Copy every window to a column (im2col), for some rows of windows."""
        columns = self.columns(len(padded), end - first, padded.shape[-1])
        windows = self._as_windows(columns, padded, end - first)
        for row, column, pixels in self.positions(first, end):
            windows[:, row, column] = padded[pixels]
        return columns

    def roll(self, columns: Array, padded: Array, first: int, end: int) -> None:
        """Add every column to the place where its window lies (col2im), for some rows of windows."""
        windows = self._as_windows(columns, padded, end - first)
        for row, column, pixels in self.positions(first, end):
            padded[pixels] += windows[:, row, column]

    def by_group(self, array: Array) -> Array:
        """Return an array with one row for each channel, group by group: ``(groups, rows, values)``; a view where the
        channels' values lie in memory order.
        """
        return array.reshape(self.groups, len(array) // self.groups, -1)

    def _as_windows(self, columns: Array, padded: Array, rows: int) -> Array:
        return columns.reshape(len(padded), *self.kernel, rows, self.windows_across, padded.shape[-1])
