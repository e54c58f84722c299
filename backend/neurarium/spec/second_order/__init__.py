"""Second-order methods: optimizers that use curvature, for functions of two variables. One file a kind."""

from typing import TYPE_CHECKING

from neurarium.spec.kinds import discover, union_of
from neurarium.spec.optimizers import OPTIMIZERS, Optimizer
from neurarium.spec.second_order.base import SecondOrder

SECOND_ORDER: dict[str, type[SecondOrder]] = discover(__name__, SecondOrder)

if TYPE_CHECKING:
    AnyMethod = Optimizer | SecondOrder
else:
    AnyMethod = union_of({**OPTIMIZERS, **SECOND_ORDER})

__all__ = ["SECOND_ORDER", "AnyMethod", "SecondOrder"]
