"""Losses: what training makes small. One file a kind."""

from typing import TYPE_CHECKING

from neurarium.spec.kinds import discover, union_of
from neurarium.spec.losses.base import Loss

LOSSES: dict[str, type[Loss]] = discover(__name__, Loss)

if TYPE_CHECKING:
    AnyLoss = Loss
else:
    AnyLoss = union_of(LOSSES)

__all__ = ["LOSSES", "AnyLoss", "Loss"]
