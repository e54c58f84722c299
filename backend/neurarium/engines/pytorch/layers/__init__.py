"""Layers as torch modules, one file a kind."""

from neurarium.engines.pytorch.layers.base import Context, TorchLayer, create_layer, implements

__all__ = ["Context", "TorchLayer", "create_layer", "implements"]
