"""How far to go along a direction: numbers only, so that both engines search alike."""

import math
from collections.abc import Callable

from neurarium.engines.descents import StuckError

MOST_TRIALS = 60


def weak_wolfe(
    along: Callable[[float], tuple[float, float]], value: float, slope: float, c1: float, c2: float
) -> float:
    """Return a step t that meets the weak Wolfe conditions: low enough, and less steep than before.

    ``f(t) <= f(0) + c1 t f'(0)`` and ``f'(t) >= c2 f'(0)``. From 1, t is doubled while the slope stays steep, and
    halved between a bracket's ends once there is one.

    Arguments:
        along: from t to f(t) and f'(t), along the direction.
        value, slope: f(0) and f'(0).
        c1, c2: ``0 < c1 < c2 < 1``.

    Raises:
        StuckError: the direction does not lead down, or no such step was found within `MOST_TRIALS`.

    Source: Lewis and Overton 2013, Nonsmooth optimization via quasi-Newton methods, algorithm 2.6.
    """
    if not slope < 0:
        raise StuckError("line_search_failed")
    low, high, step = 0.0, math.inf, 1.0
    for _ in range(MOST_TRIALS):
        new_value, new_slope = along(step)
        if not new_value <= value + c1 * step * slope:  # so that NaN, too, is too high
            high = step
        elif new_slope < c2 * slope:
            low = step
        else:
            return step
        step = 2.0 * low if math.isinf(high) else 0.5 * (low + high)
    raise StuckError("unbounded" if math.isinf(high) else "line_search_failed")
