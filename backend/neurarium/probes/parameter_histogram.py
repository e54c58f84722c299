"""How the values of a parameter tensor, or of the loss's derivative by it, are distributed."""

from abc import abstractmethod
from typing import Any, ClassVar

from neurarium.engines.base import Array
from neurarium.graph import Plan
from neurarium.probes.base import KeyedProbe, ProbeKey
from neurarium.probes.figures import Figures, HistogramFigures
from neurarium.probes.histogram import histogram
from neurarium.probes.moment import Moment
from neurarium.probes.sampling import sample
from neurarium.spec.run import RunSpec


class ParameterHistogram(KeyedProbe):
    """A histogram for each parameter tensor."""

    figures: ClassVar[type[Figures]] = HistogramFigures

    @classmethod
    def keys(cls, spec: RunSpec, plan: Plan) -> list[ProbeKey]:
        return [ProbeKey(cls.name, node.name, parameter) for node in plan.nodes for parameter in node.parameters]

    def measure_one(self, key: ProbeKey, moment: Moment) -> dict[str, Any]:
        assert key.parameter is not None
        taken = sample(self.read(moment, key.node, key.parameter), moment.sample_limit)
        return {**histogram(taken.values, taken.total), "dead_fraction": None, "batch": moment.observation.batch}

    @abstractmethod
    def read(self, moment: Moment, node: str, parameter: str) -> Array:
        """Return the values that are counted."""
