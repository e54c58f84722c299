"""A convolution's weights, to be drawn as small images."""

from typing import Any, ClassVar

import numpy as np

from neurarium.engines.base import Array
from neurarium.graph import Plan
from neurarium.probes.base import KeyedProbe, ProbeKey
from neurarium.probes.figures import Figures, PackedArray
from neurarium.probes.moment import Moment
from neurarium.spec.run import RunSpec

OUT_CHANNELS, IN_CHANNELS = 64, 16
"""How many are sent at most: more would be too small to see, and many megabytes in wide networks."""


class FiltersFigures(Figures):
    """The first of a convolution's weights, and how many there are in all."""

    weight: PackedArray
    low: float | None
    high: float | None
    out_channels: int
    in_channels: int


class Filters(KeyedProbe):
    """The weights of each two-dimensional convolution."""

    name: ClassVar[str] = "filters"
    title: ClassVar[str] = "Filters"
    sentence: ClassVar[str] = "A convolution's weights as small images."
    figures: ClassVar[type[Figures]] = FiltersFigures

    @classmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        return [ProbeKey(cls.name, node.name) for node in plan.nodes if node.layer.kind == "conv2d"]

    def measure_one(self, key: ProbeKey, moment: Moment) -> dict[str, Any] | None:
        return filters(moment.observation.parameter(key.node, "weight"))


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
