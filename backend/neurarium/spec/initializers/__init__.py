"""Initializers: how a weight tensor's first values are drawn. One file a kind."""

from typing import TYPE_CHECKING

from neurarium.spec.initializers.base import Initializer
from neurarium.spec.kinds import discover, union_of

INITIALIZERS: dict[str, type[Initializer]] = discover(__name__, Initializer)

if TYPE_CHECKING:
    AnyInitializer = Initializer
else:
    AnyInitializer = union_of(INITIALIZERS)

__all__ = ["INITIALIZERS", "AnyInitializer", "Initializer"]
