"""Histograms whose counts add up to the values counted, whatever the values are."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

BINS = 40

_EPSILON = float(np.finfo(np.float32).eps)
_LARGEST = float(np.finfo(np.float32).max)
_UNKNOWN = dict.fromkeys(("mean", "std", "min", "max", "zero_fraction", "saturated_fraction"))

# Below this many float32 steps a bin its edges would visibly not be evenly spaced, and in the end coincide.
_STEPS_IN_A_BIN = 8
# Half the width drawn around values that are all alike: a share of the value; of zero, which has no scale, this much.
_WIDENING = 1e-4
_WIDENING_OF_ZERO = 1e-6
# Half the narrowest range: bins of it are still normal float32 numbers, since a worker flushes smaller ones to zero.
_NARROWEST = 1e-36


def histogram(
    values: NDArray[np.floating],
    total: int,
    *,
    saturation_bounds: tuple[float, float] | None = None,
    bins: int = BINS,
) -> dict[str, Any]:
    """Return how `values` are distributed over their own range.

    Arguments:
        values: any floating type and shape; counted as float32.
        total: how many values there were before these were taken from them.
        saturation_bounds: values below the first or above the second count as saturated.
        bins: how many bins of even width.

    Returns:
        ``edges`` float32 of shape ``(bins + 1,)`` from the smallest to the largest finite value, or, where these are
        too close for so many bins, a little on both sides of them; ``counts`` uint32 of shape ``(bins,)``: bin i holds
        ``edges[i] <= value < edges[i + 1]``, the last one its right edge too; ``sampled``, their sum: how many finite
        values there are; ``non_finite``, how many others; ``total``; ``mean``, ``std``, ``min``, ``max``,
        ``zero_fraction`` and ``saturated_fraction`` of the finite values, None where there is nothing to tell.

    The values are sorted once and everything is read off by bisection: exact, without a bin computed by division, and
    for the sizes that are sampled here more than twice as fast as numpy.histogram.
    """
    with np.errstate(over="ignore"):
        taken = np.sort(values.astype(np.float32, copy=False), axis=None)
    ordered = _finite_part(taken)
    sampled = ordered.size
    payload: dict[str, Any] = {
        "edges": _edges(float(ordered[0]), float(ordered[-1]), bins) if sampled else _edges(0.0, 0.0, bins),
        "counts": np.zeros(bins, np.uint32),
        "sampled": sampled,
        "total": total,
        "non_finite": taken.size - sampled,
        **_UNKNOWN,
    }
    if not sampled:
        return payload
    # Where each bin begins in the sorted values; the outer edges enclose them all.
    begins = np.empty(bins + 1, np.int64)
    begins[0], begins[-1] = 0, sampled
    begins[1:-1] = ordered.searchsorted(payload["edges"][1:-1], "left")
    payload["counts"] = (begins[1:] - begins[:-1]).astype(np.uint32)
    precise = ordered.astype(np.float64)
    mean = float(np.add.reduce(precise)) / sampled
    precise -= mean
    payload["mean"] = mean
    payload["std"] = math.sqrt(float(precise @ precise) / sampled)
    payload["min"], payload["max"] = float(ordered[0]), float(ordered[-1])
    payload["zero_fraction"] = _count_within(ordered, 0.0, 0.0) / sampled
    if saturation_bounds is not None:
        payload["saturated_fraction"] = (sampled - _count_within(ordered, *saturation_bounds)) / sampled
    return payload


def _finite_part(ordered: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the finite values of a sorted array, in which -inf stands first, and inf and then NaN stand last."""
    if ordered.size and math.isfinite(ordered[0]) and math.isfinite(ordered[-1]):
        return ordered
    first = ordered.searchsorted(np.float32(-np.inf), "right")
    return ordered[first : ordered.searchsorted(np.float32(np.inf), "left")]


def _edges(low: float, high: float, bins: int) -> NDArray[np.float32]:
    magnitude = max(abs(low), abs(high))
    narrowest = max(bins * _STEPS_IN_A_BIN * magnitude * _EPSILON, 2 * _NARROWEST)
    if high - low < narrowest:
        middle = (low + high) / 2
        half = max(magnitude * _WIDENING, _NARROWEST) if magnitude else _WIDENING_OF_ZERO
        low, high = max(middle - half, -_LARGEST), min(middle + half, _LARGEST)
    edges = (low + (high - low) / bins * np.arange(bins + 1)).astype(np.float32)
    edges[-1] = high  # rounding must not leave the largest value outside
    return edges


def _count_within(ordered: NDArray[np.float32], low: float, high: float) -> int:
    """Return how many of the sorted values lie between the bounds, these included."""
    return int(ordered.searchsorted(np.float32(high), "right") - ordered.searchsorted(np.float32(low), "left"))
