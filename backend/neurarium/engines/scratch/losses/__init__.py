"""Losses: forward and backward side by side, one file a kind."""

from neurarium.engines.scratch.losses.base import Loss, create_loss, implements

__all__ = ["Loss", "create_loss", "implements"]
