"""Arrays for the conformance tests: seeded, and away from every kink by construction."""

from __future__ import annotations

import numpy as np
from numpy.typing import DTypeLike

from neurarium.spec.randomness import generator


def distinct(seed: int, name: str, shape: tuple[int, ...], dtype: DTypeLike = np.float64) -> np.ndarray:
    """Return values between -2 and 2 in random order, evenly spaced: no two are close, and none is close to zero.

    So no ReLU is at its kink, and no two values of a pooling window compete, within any step of a central difference.
    """
    count = int(np.prod(shape))
    values = (np.arange(count) + 0.5) / count * 4.0 - 2.0
    # An odd count would put the middle value at zero.
    values += 1.0 / count if count % 2 else 0.0
    return generator(seed, name).permutation(values).reshape(shape).astype(dtype)


def normal(seed: int, name: str, shape: tuple[int, ...], dtype: DTypeLike = np.float64) -> np.ndarray:
    """Return normally distributed values."""
    return generator(seed, name).normal(size=shape).astype(dtype)


def central_difference(function, at: np.ndarray, step: float = 1e-5) -> np.ndarray:
    """Return the derivative of ``function()`` by every element of `at`, which it reads, by central differences."""
    derivative = np.empty_like(at)
    for position in np.ndindex(at.shape):
        value = at[position]
        at[position] = value + step
        above = function()
        at[position] = value - step
        below = function()
        at[position] = value
        derivative[position] = (above - below) / (2.0 * step)
    return derivative
