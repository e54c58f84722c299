"""How the values that a node puts out are distributed."""

from typing import Any, ClassVar

from neurarium.graph import INPUT, Plan
from neurarium.probes.base import KeyedProbe, ProbeKey, Subject
from neurarium.probes.figures import Figures, HistogramFigures
from neurarium.probes.histogram import histogram
from neurarium.probes.moment import Moment
from neurarium.spec.run import RunSpec


class ActivationHistogram(KeyedProbe):
    """The histogram of each node's output over the observed batch, and of the data."""

    name: ClassVar[str] = "activation_histogram"
    title: ClassVar[str] = "Activations"
    sentence: ClassVar[str] = "How the values that a node puts out are distributed over one batch."
    figures: ClassVar[type[Figures]] = HistogramFigures

    def __init__(self, subject: Subject) -> None:
        super().__init__(subject)
        self._layers = {node.name: node.layer for node in subject.plan.nodes}

    @classmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        return [ProbeKey(cls.name, node) for node in (INPUT, *(node.name for node in plan.nodes))]

    def measure_one(self, key: ProbeKey, moment: Moment) -> dict[str, Any]:
        layer = self._layers.get(key.node)  # none for the input
        taken = moment.output(key.node)
        bounds = layer.saturation_bounds if layer is not None else None
        can_die = layer is not None and layer.can_die
        return {
            **histogram(taken.values, taken.total, saturation_bounds=bounds),
            "dead_fraction": moment.observation.dead_fraction(key.node) if can_die else None,
            "batch": moment.observation.batch,
        }
