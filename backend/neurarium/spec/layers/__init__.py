"""Layer kinds: what a node of a network can be. One file a kind."""

from typing import TYPE_CHECKING

from neurarium.spec.kinds import discover, union_of
from neurarium.spec.layers.base import (
    FAMILIES,
    BufferShape,
    Layer,
    MergeLayer,
    ParameterShape,
    PointwiseLayer,
)

LAYERS: dict[str, type[Layer]] = discover(__name__, Layer)

if TYPE_CHECKING:
    AnyLayer = Layer
else:
    AnyLayer = union_of(LAYERS)

__all__ = [
    "FAMILIES",
    "LAYERS",
    "AnyLayer",
    "BufferShape",
    "Layer",
    "MergeLayer",
    "ParameterShape",
    "PointwiseLayer",
]
