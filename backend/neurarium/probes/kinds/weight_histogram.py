"""How the values of a parameter tensor are distributed."""

from typing import ClassVar

from neurarium.engines.base import Array
from neurarium.probes.moment import Moment
from neurarium.probes.parameter_histogram import ParameterHistogram


class WeightHistogram(ParameterHistogram):
    """Each parameter tensor as it stands after the update."""

    name: ClassVar[str] = "weight_histogram"
    title: ClassVar[str] = "Weights"
    sentence: ClassVar[str] = "How the values of a parameter tensor are distributed."

    def read(self, moment: Moment, node: str, parameter: str) -> Array:
        return moment.observation.parameter(node, parameter)
