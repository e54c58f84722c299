"""Losses, one file a kind."""

from neurarium.engines.pytorch.losses.base import LossFunction, correct, create_loss, implements

__all__ = ["LossFunction", "correct", "create_loss", "implements"]
