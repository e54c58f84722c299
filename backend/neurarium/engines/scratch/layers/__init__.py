"""Layers: forward and backward side by side, one file a kind."""

from neurarium.engines.scratch.layers.base import Context, Layer, create_layer, implements

__all__ = ["Context", "Layer", "create_layer", "implements"]
