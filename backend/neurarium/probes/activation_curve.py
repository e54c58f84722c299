"""The curve of an activation and that of its derivative, measured by running the layer over a grid of inputs."""

import math

import numpy as np
from pydantic import Field

from neurarium.engines.scratch.single import run_pointwise
from neurarium.spec.base import SpecModel
from neurarium.spec.errors import SpecError
from neurarium.spec.layers import LAYERS, AnyLayer
from neurarium.words import say

MOST_POINTS = 2001
FARTHEST = 1e6


class CurveRequest(SpecModel):
    """An activation with its settings, and where to look at it."""

    node: AnyLayer = Field(description="A node as a network has it; its `inputs` are of no matter.")
    low: float = Field(default=-6.0, ge=-FARTHEST, le=FARTHEST, description="The first input.")
    high: float = Field(default=6.0, ge=-FARTHEST, le=FARTHEST, description="The last input, above the first.")
    points: int = Field(default=241, ge=2, le=MOST_POINTS, description="How many inputs, evenly spaced.")


class ActivationCurve(SpecModel):
    """What the layer put out for each input, and the derivative that it handed back; null where one is not finite."""

    kind: str
    x: list[float]
    y: list[float | None]
    derivative: list[float | None]
    saturated: list[bool] | None = Field(
        description="Whether the output counts as saturated; null for a kind whose output does not tell."
    )


def measure_curve(request: CurveRequest) -> ActivationCurve:
    """Run the scratch engine's layer over the grid, forward and backward, in float64.

    Raises:
        SpecError: the layer is no activation that maps value by value, or `low` is not below `high`.
    """
    layer = request.node
    if not layer.has_curve():
        raise SpecError(
            say("{kind} has no curve: its outputs depend on more than the value in their own place.", kind=layer.kind),
            hint=say("These have one: {kinds}.", kinds=[kind for kind, one in LAYERS.items() if one.has_curve()]),
            node=layer.id,
            field="node.kind",
            code="no_curve",
        )
    if request.low >= request.high:
        raise SpecError(
            say("low is {low:g} and high {high:g}; low must lie below.", low=request.low, high=request.high),
            hint=say("Give a range that rises, such as -6 to 6."),
            field="low",
            code="out_of_range",
        )
    x = np.linspace(request.low, request.high, request.points)
    with np.errstate(all="ignore"):
        y, derivative = run_pointwise(layer, x)
    bounds = layer.saturation_bounds
    return ActivationCurve(
        kind=layer.kind,
        x=x.tolist(),
        y=_finite(y),
        derivative=_finite(derivative),
        saturated=None if bounds is None else ((y < bounds[0]) | (y > bounds[1])).tolist(),
    )


def _finite(values: np.ndarray) -> list[float | None]:
    return [value if math.isfinite(value) else None for value in values.tolist()]
