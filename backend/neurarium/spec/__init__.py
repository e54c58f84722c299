"""What a person can ask for, as models that refuse what they do not know. Imports nothing else of the package."""

from neurarium.spec.base import Shape, Size, SpecModel, pair
from neurarium.spec.data import DataSpec
from neurarium.spec.errors import ErrorInfo, NeurariumError
from neurarium.spec.network import NetworkSpec
from neurarium.spec.probes import ProbeSpec
from neurarium.spec.run import RunSpec
from neurarium.spec.validation import parse

__all__ = [
    "DataSpec",
    "ErrorInfo",
    "NetworkSpec",
    "NeurariumError",
    "ProbeSpec",
    "RunSpec",
    "Shape",
    "Size",
    "SpecModel",
    "pair",
    "parse",
]
