"""Pictures and vectors, made small enough to be sent many times: fewer values, and two bytes for each."""

import math
from typing import Any

import numpy as np
from pydantic import Field

from neurarium.engines.base import Array
from neurarium.probes.figures import Figures, PackedArray
from neurarium.spec.base import Shape

MOST_VALUES = 65_536
"""Values of one picture: 64 channels of 32 x 32 pixels, or 128 KB."""
MOST_CHANNELS = 64
_LARGEST_EXPONENT = 15
"""A float16 reaches to 2^16."""


class CompactFigures(Figures):
    """Values times `scale` are what was measured, to 11 binary digits: 0.05 %."""

    values: PackedArray = Field(description="float16.")
    scale: float = Field(description="A power of two, by which the values are to be multiplied.")
    low: float | None = Field(description="The least finite one of the measured values that are shown; null without.")
    high: float | None
    shape: list[int] = Field(description="The shape that it had, before anything was left out.")
    block: int = Field(description="Each pixel shown is the mean of so many by so many; 1 shows every pixel.")


def compact(values: Array, shape: Shape, most: int = MOST_VALUES) -> dict[str, Any]:
    """Return the figures of `CompactFigures` for one or more arrays of one shape.

    Images, ``(channels, height, width)``, keep their first 64 channels, and are reduced by the mean of square blocks
    until they fit; of anything else, the first values are kept.

    Arguments:
        values: any floating type, ``(*leading, *shape)``.
        shape: that of one image or vector.
        most: how many values may be sent, of all together.
    """
    leading = values.shape[: values.ndim - len(shape)]
    room, block = max(1, most // math.prod(leading)), 1
    if len(shape) == 3:
        shown = values[..., :MOST_CHANNELS, :, :]
        shown = shown[..., :room, :, :]  # one pixel each at least
        block = smallest_block(shown.shape[-3:], room)
        shown = block_means(shown, block)
    else:
        shown = values.reshape(*leading, -1)[..., :room]
    low, high = finite_range(shown)
    stored, scale = as_halves(shown, low, high)
    return {"values": stored, "scale": scale, "low": low, "high": high, "shape": list(shape), "block": block}


def smallest_block(shape: Shape, most: int) -> int:
    """Return the side of the smallest square blocks of which ``(channels, height, width)`` has at most `most`."""
    channels, height, width = shape
    block = 1
    while channels * -(-height // block) * -(-width // block) > most:
        block += 1
    return block


def block_means(images: Array, block: int) -> Array:
    """Return the mean of each ``block x block`` pixels of ``(..., height, width)``; those at the far edges may be
    smaller.
    """
    if block == 1:
        return images
    height, width = images.shape[-2:]
    rows, columns = np.arange(0, height, block), np.arange(0, width, block)
    with np.errstate(over="ignore", invalid="ignore"):
        sums = np.add.reduceat(np.add.reduceat(images, rows, axis=-2), columns, axis=-1)
    return sums / np.outer(np.diff(rows, append=height), np.diff(columns, append=width)).astype(images.dtype)


def finite_range(values: Array) -> tuple[float | None, float | None]:
    """Return the least and the largest finite value; None and None where there is none."""
    low, high = float(values.min()), float(values.max())
    if math.isfinite(low) and math.isfinite(high):
        return low, high
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if finite.size else (None, None)


def as_halves(values: Array, low: float | None, high: float | None) -> tuple[Array, float]:
    """Return `values` divided by a power of two, as float16, and that power.

    It brings the largest finite magnitude close to float16's own, so that values down to a billionth of it keep some of
    their digits, and vanishing signals do not vanish on the way.
    """
    largest = max(abs(low or 0.0), abs(high or 0.0))
    scale = 2.0 ** (math.frexp(largest)[1] - _LARGEST_EXPONENT) if largest > 0 else 1.0
    with np.errstate(over="ignore", invalid="ignore", under="ignore"):
        return np.ascontiguousarray(values / values.dtype.type(scale), np.float16), scale
