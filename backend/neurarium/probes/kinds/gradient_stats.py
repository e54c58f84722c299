"""How large gradients and updates are."""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from neurarium.engines.base import Array
from neurarium.graph import Plan
from neurarium.probes.base import KeyedProbe, ProbeKey, Subject
from neurarium.probes.figures import Figures
from neurarium.probes.moment import Moment
from neurarium.spec.run import RunSpec

CHUNK = 2**18
"""Elements turned into float64 at once, so that a large tensor takes no second copy of itself."""


class ParameterStatistics(BaseModel):
    """Of the gradient by one parameter tensor; `update_ratio` is the norm of the update over that of the tensor."""

    norm: float | None
    mean: float | None
    std: float | None
    max_abs: float | None
    update_ratio: float | None


class GradientStatsFigures(Figures):
    """The size of gradient and update, by parameter tensor."""

    parameters: dict[str, ParameterStatistics]


class GradientStats(KeyedProbe):
    """How large the gradients by a node's parameters are, and how far the update moved them."""

    name: ClassVar[str] = "gradient_stats"
    title: ClassVar[str] = "Gradient statistics"
    sentence: ClassVar[str] = "Norm, mean, spread and update ratio of each parameter tensor."
    figures: ClassVar[type[Figures]] = GradientStatsFigures

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject)
        self._parameters = {node.name: tuple(node.parameters) for node in subject.plan.nodes}

    @classmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        return [ProbeKey(cls.name, node.name) for node in plan.nodes if node.parameters]

    def measure_one(self, key: ProbeKey, moment: Moment) -> dict[str, Any]:
        observation, node = moment.observation, key.node
        return {
            "parameters": {
                name: gradient_stats(
                    observation.gradient(node, name),
                    observation.parameter(node, name),
                    observation.update_norm(node, name),
                )
                for name in self._parameters[node]
            }
        }


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
