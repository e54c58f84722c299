"""Optimizers: torch's own, one file a kind."""

from neurarium.engines.pytorch.optimizers.base import OptimizerBinding, create_optimizer, implements

__all__ = ["OptimizerBinding", "create_optimizer", "implements"]
