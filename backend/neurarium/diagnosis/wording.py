"""Figures in words."""

from collections.abc import Sequence


def percent(share: float) -> str:
    """Return a share as whole per cents, e.g. ``41 %``; no share that is not whole reads 0 or 100."""
    rounded = round(share * 100)
    if rounded == 0 and share > 0:
        return "under 1 %"
    if rounded == 100 and share < 1:
        return "over 99 %"
    return f"{rounded} %"


def figure(value: float) -> str:
    """Return a number with three digits at most, e.g. ``0.0031``, ``1,320`` or ``2.1e-9``."""
    magnitude = abs(value)
    if magnitude == 0:
        return "0"
    if magnitude < 1e-3 or magnitude >= 1e6:
        mantissa, exponent = f"{value:.1e}".split("e")
        return f"{mantissa.removesuffix('.0')}e{int(exponent)}"
    if magnitude >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def factor(ratio: float) -> str:
    """Return how many times larger or smaller something is, a whole number, e.g. ``20,000``."""
    if ratio >= 1e6:
        return figure(ratio)
    rounded = round(ratio, -max(0, len(str(int(ratio))) - 2))
    return f"{rounded:,.0f}"


def names(nodes: Sequence[str], most: int = 3) -> str:
    """Return node names in a row, e.g. ``fc1, fc2, fc3 and 4 more``."""
    shown = ", ".join(nodes[:most])
    return shown if len(nodes) <= most else f"{shown} and {len(nodes) - most} more"
