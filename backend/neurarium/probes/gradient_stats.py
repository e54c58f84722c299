"""How large gradients and updates are."""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from neurarium.engines.base import Array

CHUNK = 2**18
"""Elements turned into float64 at once, so that a large tensor takes no second copy of itself."""


def gradient_stats(gradient: Array, parameter: Array, update_norm: float | None) -> dict[str, float | None]:
    """Return the size of one parameter tensor's gradient and update, over all of its elements.

    Sums are taken in float64, in which no square of a float32 vanishes or overflows: gradients that all but vanished
    are what is looked for.

    Arguments:
        gradient: the loss's derivative by the parameter, any shape.
        parameter: the parameter as it stands after the update, of the same shape.
        update_norm: the 2-norm of what the update added, or None where none was made.

    Returns:
        ``norm``, the gradient's 2-norm; ``mean`` and ``std`` of its elements; ``max_abs``, the largest magnitude;
        ``update_ratio``, the update's norm divided by the parameter's. A figure that is not finite is None, and so is
        the ratio to a parameter that is all zero or not finite itself.
    """
    total = squares = parameter_squares = 0.0
    with np.errstate(over="ignore", invalid="ignore"):
        for part in _parts(gradient):
            total += float(np.add.reduce(part))
            squares += float(part @ part)
        for part in _parts(parameter):
            parameter_squares += float(part @ part)
    mean = total / gradient.size
    variance = squares / gradient.size - mean * mean
    return {
        "norm": _finite(math.sqrt(squares)),
        "mean": _finite(mean),
        # Rounding can leave a constant gradient a variance just below zero.
        "std": _finite(math.sqrt(variance if not variance < 0 else 0.0)),
        "max_abs": _finite(max(float(gradient.max()), -float(gradient.min()))),
        "update_ratio": _ratio(update_norm, math.sqrt(parameter_squares)),
    }


def total_norm(stats: Iterable[Mapping[str, Any]]) -> float | None:
    """Return the 2-norm of several gradients together.

    Arguments:
        stats: what `gradient_stats` returned for each.

    Returns:
        The norm, or None where one of the gradients is not finite.
    """
    norms = [entry["norm"] for entry in stats]
    return None if any(norm is None for norm in norms) else math.hypot(*norms)


def _parts(values: Array) -> Iterator[NDArray[np.float64]]:
    flat = values.reshape(-1)
    for start in range(0, flat.size, CHUNK):
        yield flat[start : start + CHUNK].astype(np.float64, copy=False)


def _ratio(update: float | None, parameter: float) -> float | None:
    if update is None or parameter == 0 or not math.isfinite(parameter):
        return None
    return _finite(update / parameter)


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
