"""A convolution's weights, to be drawn as small images."""

from typing import Any

import numpy as np

from neurarium.engines.base import Array

OUT_CHANNELS, IN_CHANNELS = 64, 16
"""How many are sent at most: more would be too small to see, and many megabytes in wide networks."""


def filters(weight: Array) -> dict[str, Any] | None:
    """Return the first filters of a convolution.

    Arguments:
        weight: shape ``(out_channels, in_channels, kernel_height, kernel_width)``.

    Returns:
        ``weight`` float32, a copy of the first 64 x 16 kernels; ``low`` and ``high``, the smallest and largest finite
        value among them; ``out_channels`` and ``in_channels``, how many the layer has. None where no value is finite,
        so that there is no range to draw in.
    """
    with np.errstate(over="ignore"):
        shown = np.array(weight[:OUT_CHANNELS, :IN_CHANNELS], np.float32, order="C")
    finite = shown[np.isfinite(shown)]
    if not finite.size:
        return None
    return {
        "weight": shown,
        "low": float(finite.min()),
        "high": float(finite.max()),
        "out_channels": weight.shape[0],
        "in_channels": weight.shape[1],
    }
