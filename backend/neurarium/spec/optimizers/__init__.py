"""Optimizers: how a gradient becomes an update. One file a kind."""

from typing import TYPE_CHECKING

from neurarium.spec.kinds import discover, union_of
from neurarium.spec.optimizers.base import Optimizer

OPTIMIZERS: dict[str, type[Optimizer]] = discover(__name__, Optimizer)

if TYPE_CHECKING:
    AnyOptimizer = Optimizer
else:
    AnyOptimizer = union_of(OPTIMIZERS)

__all__ = ["OPTIMIZERS", "AnyOptimizer", "Optimizer"]
