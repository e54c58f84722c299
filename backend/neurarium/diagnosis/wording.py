"""Figures in words."""

from collections.abc import Sequence

from neurarium.spec.layers import LAYERS
from neurarium.words import Text, Value, say, verbatim


def percent(share: float) -> Text:
    """Return a share as whole per cents, e.g. ``41 %``; no share that is not whole reads 0 or 100."""
    rounded = round(share * 100)
    if rounded == 0 and share > 0:
        return say("under {bound} %", bound=1)
    if rounded == 100 and share < 1:
        return say("over {bound} %", bound=99)
    return verbatim(f"{rounded} %")


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


def names(nodes: Sequence[str], most: int = 3) -> Value:
    """Return node names to be said in a row, e.g. ``fc1, fc2, fc3 and 4 more``."""
    if len(nodes) <= most:
        return list(nodes)
    return say("{nodes} and {more:,} more", nodes=nodes[:most], more=len(nodes) - most)


def kind_title(kind: str) -> Text:
    """Return what an activation is called."""
    return say("Step") if kind == "step" else verbatim(LAYERS[kind].documentation.title)
