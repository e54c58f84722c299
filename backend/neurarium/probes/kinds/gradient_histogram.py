"""How the loss's derivatives by a parameter tensor are distributed."""

from typing import ClassVar

from neurarium.engines.base import Array
from neurarium.probes.moment import Moment
from neurarium.probes.parameter_histogram import ParameterHistogram


class GradientHistogram(ParameterHistogram):
    """The loss's derivative by each parameter tensor, as it made the update."""

    name: ClassVar[str] = "gradient_histogram"
    title: ClassVar[str] = "Gradients"
    sentence: ClassVar[str] = "How the loss's derivatives by a parameter tensor are distributed."

    def read(self, moment: Moment, node: str, parameter: str) -> Array:
        return moment.observation.gradient(node, parameter)
