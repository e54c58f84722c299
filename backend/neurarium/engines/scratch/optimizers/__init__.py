"""Optimizers: how a gradient becomes an update, one file a kind."""

from neurarium.engines.scratch.optimizers.base import Optimizer, create_optimizer, implements

__all__ = ["Optimizer", "create_optimizer", "implements"]
