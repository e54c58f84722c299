"""How strong the signal is behind each layer, beside how strong theory has it."""

import math
from typing import Any, ClassVar, Literal

import numpy as np
from pydantic import Field

from neurarium.engines.scratch.single import Pointwise
from neurarium.graph import Plan, PlannedNode
from neurarium.probes.base import KeyedProbe, ProbeKey, Subject
from neurarium.probes.figures import Figures
from neurarium.probes.moment import Moment
from neurarium.spec.run import RunSpec

Rule = Literal["weighted_sum", "normalised", "gaussian"]

SOURCES: dict[Rule, str] = {
    "weighted_sum": "He et al. 2015, Delving Deep into Rectifiers, equation 7",
    "normalised": "Ioffe and Szegedy 2015, Batch Normalization, algorithm 1",
    "gaussian": "Poole et al. 2016, Exponential expressivity in deep neural networks, equation 3",
}
"""Where each rule stands:

- ``weighted_sum``: weights drawn around zero, independent of what comes in, make ``Var[y] = n Var[w] E[x^2]``, n being
  the fan-in, plus the variance of the bias. Zeros that pad an image count as if they were pixels like the others.
- ``normalised``: what is brought to variance 1 has it, while its scale is 1 as it starts.
- ``gaussian``: a sum of many independent terms is nearly Gaussian, so behind one an activation f makes
  ``Var[f(sqrt(q) z)]`` of it, z being standard normal and q the second moment of what comes in.
"""
_Z = np.linspace(-8.0, 8.0, 1001)
_DENSITY = np.exp(-0.5 * _Z**2) / np.exp(-0.5 * _Z**2).sum()
"""The standard normal's weights at `_Z`; they add up to 1."""


class SignalPropagationFigures(Figures):
    """The variance of a node's output over the observed batch and all its units, beside the predicted one."""

    variance: float | None = Field(description="As measured; null where a value is not finite.")
    predicted: float | None = Field(
        description="That of freshly drawn weights for what comes in now; null where theory says nothing."
    )
    input_second_moment: float | None = Field(description="The mean square of what comes in, as measured.")
    fan_in: int | None = Field(description="How many inputs one output sums over; null for other nodes.")
    weight_variance: float | None = Field(description="That which the initializer promises.")
    rule: Rule | None = Field(description="By which it was predicted.")
    source: str | None = Field(description="Where the rule stands.")
    sampled: int = Field(description="How many output values were looked at.")
    total: int = Field(description="How many there were.")
    batch: int


class SignalPropagation(KeyedProbe):
    """Measured and predicted variance of every node that has weights, and of every activation."""

    name: ClassVar[str] = "signal_propagation"
    title: ClassVar[str] = "Signal propagation"
    sentence: ClassVar[str] = "The variance of each layer's output beside the one that theory predicts of it."
    figures: ClassVar[type[Figures]] = SignalPropagationFigures

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject)
        self._nodes = {node.name: node for node in subject.plan.nodes}
        self._rules: dict[str, Rule | None] = {
            key.node: self._rule_of(self._nodes[key.node]) for key in self.keys(subject.spec, subject.plan)
        }
        self._activations = {
            name: Pointwise(self._nodes[name].layer) for name, rule in self._rules.items() if rule == "gaussian"
        }

    @classmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        return [
            ProbeKey(cls.name, node.name)
            for node in plan.nodes
            if node.parameters or node.layer.documentation.family == "activation"
        ]

    def measure_one(self, key: ProbeKey, moment: Moment) -> dict[str, Any]:
        node, rule = self._nodes[key.node], self._rules[key.node]
        taken = moment.output(key.node)
        _, incoming = _moments(moment.output(node.inputs[0]).values)
        weights = node.parameters["weight"] if _is_weighted_sum(node) else None
        variance, _ = _moments(taken.values)
        return {
            "variance": variance,
            "predicted": self._predict(node, rule, incoming),
            "input_second_moment": incoming,
            "fan_in": weights.fan_in if weights else None,
            "weight_variance": weights.standard_deviation**2 if weights and weights.initializer else None,
            "rule": rule,
            "source": SOURCES[rule] if rule else None,
            "sampled": int(taken.values.size),
            "total": taken.total,
            "batch": moment.observation.batch,
        }

    def _rule_of(self, node: PlannedNode) -> Rule | None:
        """Return by which rule theory predicts the node's output; None where it says nothing."""
        name, spec, parameters = node.name, self.subject.spec, node.parameters
        if any(f"{name}.{parameter}" in self.subject.given_weights for parameter in parameters):
            return None  # they were not drawn
        if _is_weighted_sum(node):
            drawn_by = [parameter.initializer for parameter in parameters.values() if parameter.initializer]
            return "weighted_sum" if all(initializer.mean == 0 for initializer in drawn_by) else None
        if node.layer.normalises:
            # A frozen one normalises by the statistics it starts with, which are nobody's.
            return None if name in spec.frozen else "normalised"
        before = self._nodes.get(node.inputs[0])
        is_behind_sum = before is not None and (_is_weighted_sum(before) or before.layer.normalises)
        return "gaussian" if node.layer.has_curve() and is_behind_sum else None

    def _predict(self, node: PlannedNode, rule: Rule | None, incoming: float | None) -> float | None:
        if rule is None or incoming is None:
            return None
        if rule == "normalised":
            return 1.0
        if rule == "gaussian":
            with np.errstate(all="ignore"):
                values = self._activations[node.name].forward(math.sqrt(incoming) * _Z)
                mean = float(_DENSITY @ values)
                return _finite(float(_DENSITY @ (values - mean) ** 2))
        weight, bias = node.parameters["weight"], node.parameters.get("bias")
        of_bias = bias.standard_deviation**2 if bias is not None else 0.0
        return _finite(weight.fan_in * weight.standard_deviation**2 * incoming + of_bias)


def _is_weighted_sum(node: PlannedNode) -> bool:
    return node.layer.documentation.family == "weights" and "weight" in node.parameters


def _moments(values: np.ndarray) -> tuple[float | None, float | None]:
    """Return the variance and the second moment of values; None where they are not finite."""
    precise = values.astype(np.float64, copy=False)
    # No dot products: BLAS would share them out over threads, and wait for each where the processors are busy.
    with np.errstate(over="ignore", invalid="ignore"):
        return _finite(float(precise.var())), _finite(float(np.square(precise).mean()))


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
